// The password field. What stands in it goes out by its own door only, and is forgotten when the screen is left.
import type { Screen } from '../generated/Screen';
import type { SecretSlot } from '../generated/SecretSlot';

const SUBMIT_DELAY = 300;

export class SecretDraft {
  value = $state('');
  #slot: SecretSlot | undefined;
  #changed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private submit: (slot: SecretSlot, secret: string) => Promise<void>) {}

  /** Goes along with the screen: another screen or another slot, and the field is empty. */
  take(screen: Screen, isNew: boolean): void {
    const slot =
      'slot' in screen ? screen.slot
      : screen.type === 'guide' && screen.hands_over === 'file' ? 'key-file'
      : undefined;
    if (isNew || slot !== this.#slot) this.#forget();
    this.#slot = slot;
  }

  /** Typed or pasted: handed over shortly after, so that a hint on its shape can appear. */
  type(value: string): void {
    this.value = value;
    this.#changed = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SUBMIT_DELAY);
  }

  /** Hands over what was typed since the last time. Before every press. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#changed || !this.#slot) return;
    this.#changed = false;
    try {
      await this.submit(this.#slot, this.value);
    } catch (failure) {
      this.#changed = true;
      throw failure;
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#changed = false;
    this.value = '';
  }
}
