// What a View says, as the program writes it out before it reaches the page: for Views that a test makes itself.
import { readFileSync, readdirSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../src/generated/Language';

const bundles = new Map<Language, FluentBundle>();

function bundleOf(language: Language): FluentBundle {
  let bundle = bundles.get(language);
  if (!bundle) {
    bundle = new FluentBundle(language, { useIsolating: false });
    const folder = `../locales/${language}`;
    for (const file of readdirSync(folder)) bundle.addResource(new FluentResource(readFileSync(`${folder}/${file}`, 'utf8')));
    bundles.set(language, bundle);
  }
  return bundle;
}

type Saying = { id: string; args?: Record<string, FluentVariable> };
const isText = (value: object): value is Saying => 'id' in value && typeof value.id === 'string' && Object.keys(value).every((key) => key === 'id' || key === 'args');

/** The value with each of its texts written out. */
export function written<T>(value: T, language: Language): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => written(one, language)) as T;
  if (isText(value)) {
    const pattern = value.id === 'as-it-is' ? null : bundleOf(language).getMessage(value.id)?.value;
    return (pattern ? { id: 'as-it-is', args: { value: bundleOf(language).formatPattern(pattern, value.args, []) } } : value) as T;
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, written(one, language)])) as T;
}
