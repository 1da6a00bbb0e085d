// Larger and smaller letters, by the keys and the wheel of every browser. A web view of its own accord knows them on
// Windows alone.
import type { Host } from '../host/host';

const SIZES = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const AS_IT_CAME = SIZES.indexOf(1);

export class Zoom {
  #at = AS_IT_CAME;

  constructor(private host: Host) {}

  onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // On a Japanese keyboard the plus needs Shift, and Shift turns 0 into something else.
    if (event.key === '+' || event.key === '=' || event.key === ';') this.#to(event, this.#at + 1);
    else if (event.key === '-') this.#to(event, this.#at - 1);
    else if (event.key === '0') this.#to(event, AS_IT_CAME);
  };

  onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey && event.deltaY !== 0) this.#to(event, this.#at - Math.sign(event.deltaY));
  };

  #to(event: Event, at: number): void {
    event.preventDefault();
    const now = Math.min(Math.max(at, 0), SIZES.length - 1);
    if (now === this.#at) return;
    this.#at = now;
    void this.host.zoom(SIZES[now]!);
  }
}
