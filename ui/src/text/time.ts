// Points in time and spans as a person writes them, in the person's own time zone.
import type { Language } from '../generated/Language';

/** Hours and minutes: 14:03. */
export function clock(language: Language, at: number): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Day and time, without the year: 11月24日 14:03. */
export function dayAndClock(language: Language, at: number): string {
  const day = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' }).format(at);
  return `${day} ${clock(language, at)}`;
}

/** The date as a postmark bears it: 2026.11.24. */
export function postmarkDate(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())}`;
}

/** Milliseconds as seconds with two digits: 0.11. */
export function seconds(language: Language, ms: number): string {
  const digits = ms < 10_000 ? 2 : 0;
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ms / 1000);
}
