// Where the focus goes when the screen changes, and that it is never lost.

/** A new screen: its heading, or the field that asks to be first. */
export function focusScreen(): void {
  const first = document.querySelector<HTMLElement>('[data-first]') ?? document.querySelector<HTMLElement>('h1');
  first?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** The same screen drawn again: the field with a new error; or the heading, when what had the focus is gone. */
export function keepFocus(newError: boolean): void {
  const invalid = newError ? document.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
  if (invalid) invalid.focus();
  else if (!document.activeElement || document.activeElement === document.body) {
    document.querySelector<HTMLElement>('h1')?.focus();
  }
}
