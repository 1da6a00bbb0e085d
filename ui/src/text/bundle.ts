// The words of both languages. The only home of text a person reads is locales/*/*.ftl.
import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import words from 'virtual:words';
import type { Language } from '../generated/Language';
import type { Text } from '../generated/Text';

const bundles: Partial<Record<Language, FluentBundle>> = {};

/** What was asked for and is not there, or could not be formatted; a test holds this empty. */
export const troubles = new Set<string>();

/** The sentence, with marks (U+200B) where a Japanese line may break. A missing id shows itself. */
export function format(language: Language, { id, args }: Text): string {
  const fluent = bundleOf(language);
  const pattern = fluent.getMessage(id)?.value;
  if (!pattern) {
    troubles.add(`${language}: ${id} is missing`);
    return `\u27e6${id}\u27e7`;
  }
  const errors: Error[] = [];
  const sentence = closed(fluent.formatPattern(pattern, marked(language, args), errors));
  for (const error of errors) troubles.add(`${language}: ${id}: ${error.message}`);
  return sentence;
}

// Japanese puts a space between its own letters and others; a value that is Japanese itself wants none.
const JAPANESE = '[\u2e80-\udfff\uf900-\uffef]';
const BEGINS = new RegExp(`^${JAPANESE}`);
const ENDS = new RegExp(`${JAPANESE}\u200b?$`);
const BEFORE = new RegExp(`(${JAPANESE}\u200b?) \ue000(?=${JAPANESE})`, 'g');
const AFTER = new RegExp(`(${JAPANESE})\ue001(\u200b?) (?=\u200b?${JAPANESE})`, 'g');

function marked(language: Language, args: Text['args'] = {}): Record<string, FluentVariable> {
  // Any other value stays as it is: a sentence may choose by it.
  const value = (arg: FluentVariable) =>
    language === 'ja' && typeof arg === 'string' ? `${BEGINS.test(arg) ? '\ue000' : ''}${arg}${ENDS.test(arg) ? '\ue001' : ''}` : arg;
  return Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, value(arg as FluentVariable)]));
}

function closed(sentence: string): string {
  return sentence.replace(BEFORE, '$1').replace(AFTER, '$1$2').replace(/[\ue000\ue001]/g, '');
}

/** Takes in the words that came with a View. */
export function learn(language: Language, words: Record<string, string> = {}): void {
  const body = Object.entries(words).filter(([id]) => !has(language, id));
  bundleOf(language).addResource({ body: body.map(([id, value]) => ({ id, value: parts(value), attributes: {} })) });
}

/** Whether the language has this id. */
export function has(language: Language, id: string): boolean {
  return bundleOf(language).getMessage(id)?.value != null;
}

/** The sentence without the marks: for titles, labels and the clipboard. */
export function plain(sentence: string): string {
  return sentence.replaceAll('\u200b', '');
}

function bundleOf(language: Language): FluentBundle {
  let bundle = bundles[language];
  if (!bundle) {
    bundle = new FluentBundle(language, { useIsolating: false });
    const body = words.ids.flatMap((id, i) => {
      const value = words[language][i];
      return value ? [{ id, value: typeof value === 'string' ? parts(value) : value, attributes: {} }] : [];
    });
    for (const error of bundle.addResource({ body })) troubles.add(`${language}: ${error.message}`);
    bundles[language] = bundle;
  }
  return bundle;
}

/** Words and variables of a pattern that was written as one string. */
function parts(pattern: string) {
  return pattern.split(/(\{\w+\})/).map((part) => (part.startsWith('{') ? { type: 'var' as const, name: part.slice(1, -1) } : part));
}
