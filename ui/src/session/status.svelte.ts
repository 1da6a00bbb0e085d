// What a screen reader is told politely: one sentence at a time, at most one every two seconds, the newest wins.

const PAUSE = 2000;

export class Status {
  text = $state('');
  #spoken = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    clearTimeout(this.#timer);
    const wait = this.#spoken + PAUSE - performance.now();
    if (wait <= 0) this.#speak(sentence);
    else this.#timer = setTimeout(() => this.#speak(sentence), wait);
  }

  #speak(sentence: string): void {
    this.#spoken = performance.now();
    this.text = sentence;
  }
}
