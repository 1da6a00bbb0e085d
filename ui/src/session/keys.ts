// Enter is the main button and Esc is the way out, wherever the focus is; never while a word is being composed.
import type { Action } from '../generated/Action';
import type { ActionView } from '../generated/ActionView';
import type { Session } from './session.svelte';

const WAYS_OUT: Action[] = ['keep', 'cancel', 'back'];

export function onKey(session: Session, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || isComposing(event) || document.querySelector('dialog[open]')) return;
  const wanted =
    event.key === 'Enter' && !hasOwnEnter(event.target) ? mainOf(session.actions)
    : event.key === 'Escape' ? wayOut(session.actions)
    : undefined;
  if (!wanted) return;
  event.preventDefault();
  void session.press(wanted);
}

/** Some engines end a composition before the key arrives and mark that key by the code 229 alone. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function hasOwnEnter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, summary, select, a') !== null;
}

function mainOf(actions: ActionView[]): ActionView | undefined {
  return actions.find(({ place }) => place === 'main');
}

function wayOut(actions: ActionView[]): ActionView | undefined {
  for (const name of WAYS_OUT) {
    const found = actions.find(({ action }) => action === name);
    if (found) return found;
  }
  return undefined;
}
