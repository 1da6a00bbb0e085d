// Draws a View as the program does, on a Host that keeps what it is told.
import { flushSync, mount, tick, unmount } from 'svelte';
import App from '../src/App.svelte';
import type { ActionView } from '../src/generated/ActionView';
import type { Screen } from '../src/generated/Screen';
import type { View } from '../src/generated/View';
import { GoldenHost } from '../src/host/golden';
import { Session } from '../src/session/session.svelte';
import { written } from './said';

const open: object[] = [];

/** The View, on the page; `show` publishes a later one. `asItCame`: its texts are not written out here. */
export async function draw(view: View, asItCame = false) {
  const host = new GoldenHost(asItCame ? view : written(view, view.language));
  const session = new Session(host, await host.attach((next) => session.show(next)));
  const app = mount(App, { target: document.body, props: { session } });
  open.push(app);
  await settled();
  const show = async (next: View) => {
    host.show(written(next, next.language));
    await settled();
  };
  return { host, session, show };
}

/** Takes everything off the page. After each test. */
export async function clear(): Promise<void> {
  for (const app of open.splice(0)) await unmount(app);
  document.body.replaceChildren();
}

export async function settled(): Promise<void> {
  flushSync();
  await tick();
  await Promise.resolve();
  await new Promise((done) => queueMicrotask(() => done(null)));
  flushSync();
}

export function one<T extends HTMLElement = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export const button = (action: string) => one<HTMLButtonElement>(`[data-action="${action}"]`);

export async function press(action: string): Promise<void> {
  button(action).click();
  await settled();
  await settled();
}

export function type(selector: string, text: string): void {
  const field = one<HTMLInputElement>(selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

export function view(screen: Screen, actions: ActionView[] = [], rest: Partial<View> = {}): View {
  return { language: 'ja', steps: [], screen, actions, announce: null, ...rest };
}

export function action(name: ActionView['action'], place: ActionView['place'] = 'main', target?: string): ActionView {
  return { action: name, place, label: { id: `action-${name}` }, ...(target ? { target } : {}) };
}
