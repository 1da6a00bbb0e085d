// One window's talk with the wizard: the View as it stands, the drafts, and how a press travels.
// It draws nothing and decides nothing: what may be pressed is what the View lists.
import { tick } from 'svelte';
import type { ActionView } from '../generated/ActionView';
import type { Letter } from '../generated/Letter';
import type { Language } from '../generated/Language';
import type { Text } from '../generated/Text';
import type { View } from '../generated/View';
import type { Host } from '../host/host';
import { format, learn, plain } from '../text/bundle';
import { copy } from './clipboard';
import { Drafts } from './drafts.svelte';
import { screenKey } from './screen-key';
import { SecretDraft } from './secret.svelte';
import { Status } from './status.svelte';

const COPIED_FOR = 2000;

export class Session {
  view = $state.raw<View>() as View;
  /** What was copied a moment ago: the key of a button. */
  copied = $state('');
  letterOpen = $state(false);
  /** When the screen last changed to another one, on the clock of `performance.now()`. */
  changedAt = -Infinity;
  readonly status = new Status();
  readonly drafts: Drafts;
  readonly secret: SecretDraft;
  #announced = '';
  #inFlight = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private host: Host,
    first: View,
  ) {
    this.drafts = new Drafts((field) => void this.host.dispatch({ type: 'edit', field }));
    this.secret = new SecretDraft((slot, secret) => this.host.submitSecret(slot, secret));
    this.show(first);
  }

  /** What may be pressed now, each once. */
  get actions(): ActionView[] {
    const seen = new Set<string>();
    return this.view.actions.filter(({ action, target }) => {
      const key = buttonKey(action, target);
      return !seen.has(key) && seen.add(key);
    });
  }

  get language(): Language {
    return this.view.language;
  }

  /** The sentence without marks for line breaks. */
  say(id: string, args?: Text['args']): string {
    return plain(format(this.language, { id, args }));
  }

  show(view: View): void {
    learn(view.language, view.words);
    const isNew = !this.view || screenKey(this.view) !== screenKey(view);
    if (isNew) {
      this.changedAt = performance.now();
      this.letterOpen = false;
    }
    this.view = view;
    this.drafts.take(view.screen, isNew);
    this.secret.take(view.screen, isNew);
    const announce = view.announce ? plain(format(view.language, view.announce)) : '';
    if (announce && announce !== this.#announced) this.status.say(announce);
    this.#announced = announce;
  }

  /** Presses one of the View's actions. A second press of the same one while the first travels is dropped. */
  async press({ action, target = null }: ActionView): Promise<void> {
    const key = buttonKey(action, target);
    if (this.#inFlight.has(key)) return;
    this.#inFlight.add(key);
    try {
      await this.#actHere(action, target, key);
      await this.secret.flush();
      await this.host.dispatch({ type: 'press', action, target, fields: this.drafts.handOver() });
    } finally {
      this.#inFlight.delete(key);
    }
  }

  setLanguage(language: Language): void {
    void this.host.dispatch({ type: 'set-language', language });
  }

  /** Copies and says so, on the button with this key and in the status region. */
  async copy(text: string, key: string): Promise<void> {
    if (!(await copy(text))) return;
    this.copied = key;
    this.status.say(this.say('screen-copied'));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.copied = ''), COPIED_FOR);
    await tick();
  }

  async #actHere(action: ActionView['action'], target: string | null, key: string): Promise<void> {
    const { screen } = this.view;
    if (action === 'copy-link' && screen.type === 'consent' && screen.phase.type === 'waiting') {
      await this.copy(screen.phase.url, key);
    } else if (action === 'copy-code' && screen.type === 'consent' && screen.phase.type === 'code') {
      await this.copy(screen.phase.code, key);
    } else if (action === 'copy-report' && screen.type === 'problem') {
      await this.copy(screen.report, key);
    } else if (action === 'open-letter' && 'letter' in screen) {
      // A long letter does not fit into the link that opens the program for mail, so it is copied as well.
      const letter = screen.letter.find(({ language }) => language === target);
      if (letter) await this.copy(asPlainText(letter), key);
    } else if (action === 'write-to-administrator' && 'letter' in screen && screen.letter.length > 0) {
      this.letterOpen = true;
    }
  }
}

/** A letter as it is copied. */
export function asPlainText({ language, subject, body }: Letter): string {
  return [subject, body].map((text) => plain(format(language, text))).join('\n\n');
}

/** Tells the buttons of one screen apart. */
export function buttonKey(action: string, target: string | null | undefined): string {
  return target ? `${action} ${target}` : action;
}
