// The drafts of the text fields: the only thing a person typed that the user interface keeps.
import type { Field } from '../generated/Field';
import type { FieldId } from '../generated/FieldId';
import type { Screen } from '../generated/Screen';

export class Drafts {
  values = $state<Partial<Record<FieldId, string>>>({});
  #given: Partial<Record<FieldId, string>> = {};
  #typing = new Set<FieldId>();

  constructor(private send: (field: Field) => void) {}

  /**
   * Takes over what the wizard says stands in the fields: on a new screen all of it; on the same screen only
   * a value that changed as the answer to a press, never under the fingers of somebody typing.
   */
  take(screen: Screen, isNew: boolean): void {
    const given = givenBy(screen);
    if (isNew) {
      this.values = { ...given };
      this.#typing.clear();
    } else {
      for (const [id, value] of Object.entries(given) as [FieldId, string][]) {
        if (value !== this.#given[id] && !this.#typing.has(id)) this.values[id] = value;
      }
    }
    this.#given = given;
  }

  /** A field was typed in. The address is told to the wizard at once, so that a hint appears with the last letter. */
  type(id: FieldId, text: string, composing = false): void {
    this.values[id] = text;
    this.#typing.add(id);
    if (id === 'address' && !composing) this.send({ id, text });
  }

  /** All drafts, for a press. */
  handOver(): Field[] {
    this.#typing.clear();
    return (Object.entries(this.values) as [FieldId, string][]).map(([id, text]) => ({ id, text }));
  }
}

function givenBy(screen: Screen): Partial<Record<FieldId, string>> {
  if (screen.type === 'address') return { address: screen.value };
  if (screen.type === 'password') return screen.user_name === null ? {} : { 'user-name': '' };
  if (screen.type === 'guide' && screen.hands_over === 'ids') return { 'client-id': '', 'tenant-id': '' };
  if (screen.type === 'consent') return { 'page-text': '' };
  if (screen.type === 'relay') {
    return { address: screen.address, place: screen.place?.value ?? '', 'user-name': screen.user_name, recipient: screen.recipient };
  }
  if (screen.type !== 'by-hand') return {};
  return { host: screen.host, port: screen.port, security: screen.security, 'user-name': screen.user_name };
}
