// A Host that shows one stored View and keeps what it is told. For tests and for design in a plain browser;
// not part of the program that ships.
import type { Command } from '../generated/Command';
import type { Language } from '../generated/Language';
import type { SecretSlot } from '../generated/SecretSlot';
import type { View } from '../generated/View';
import type { Host } from './host';

export class GoldenHost implements Host {
  /** All that was dispatched, in order. */
  readonly commands: Command[] = [];
  /** All secrets that were handed over, in order. */
  readonly secrets: [SecretSlot, string][] = [];
  /** All sizes that were asked for, in order. */
  readonly zooms: number[] = [];
  isReady = false;
  #onView: (view: View) => void = () => {};

  constructor(private view: View) {}

  async attach(onView: (view: View) => void): Promise<View> {
    this.#onView = onView;
    return this.view;
  }

  async dispatch(command: Command): Promise<void> {
    this.commands.push(command);
    if (command.type === 'set-language') this.show({ ...this.view, language: command.language });
  }

  async submitSecret(slot: SecretSlot, secret: string): Promise<void> {
    this.secrets.push([slot, secret]);
  }

  async zoom(factor: number): Promise<void> {
    this.zooms.push(factor);
  }

  async ready(): Promise<void> {
    this.isReady = true;
  }

  /** Publishes another View, as the wizard would. */
  show(view: View): void {
    this.view = view;
    this.#onView(view);
  }
}

/** `#name/en`: which golden View to draw and in which language. English ones stand in a folder of their own. */
export function chosen(hash: string, views: Record<string, View>): View | undefined {
  const [name = '', language] = decodeURIComponent(hash.replace(/^#/, '')).split('/');
  const view = views[`${language}/${name}`] ?? views[name];
  return view && language ? { ...view, language: language as Language } : view;
}
