// The port to whatever runs the wizard. The user interface knows nothing else of the world outside.
import type { Command } from '../generated/Command';
import type { SecretSlot } from '../generated/SecretSlot';
import type { View } from '../generated/View';

export interface Host {
  /** Begins to listen: `onView` gets every later View; the present one is returned. */
  attach(onView: (view: View) => void): Promise<View>;
  /** Says one word to the wizard. */
  dispatch(command: Command): Promise<void>;
  /** Hands a secret over by its own door. It is never part of a Command. */
  submitSecret(slot: SecretSlot, secret: string): Promise<void>;
  /** Everything larger or smaller; 1 is as it came. */
  zoom(factor: number): Promise<void>;
  /** The first screen is drawn: the window may be shown. */
  ready(): Promise<void>;
}
