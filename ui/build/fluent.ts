// A Vite plugin: `virtual:words` is every id with its words in both languages, parsed, so that the program that ships
// parses nothing when it starts. Japanese words carry marks for line breaks. The ids stand there once for both
// languages, and a pattern of words and plain variables is one string: together a seventh of the page's weight.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';
import { withPhrases, type Pattern } from './phrases.ts';

const LOCALES = fileURLToPath(new URL('../../locales/', import.meta.url));
// What a View says reaches the page as finished sentences. The page's own words are those of the screens, and these.
const OWN = /^(screen-|as-it-is$|step-|who-|certainty-|records-looking$)/;
const FILES = ['screens.ftl', 'wizard.ftl'];
const VIRTUAL = 'virtual:words';

export function fluent(): Plugin {
  return {
    name: 'todoita-fluent',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      const ja = read('ja', (path) => this.addWatchFile(path));
      const en = read('en', (path) => this.addWatchFile(path));
      const ids = [...new Set([...ja.keys(), ...en.keys()])];
      const words = (of: Map<string, Pattern>, change = (pattern: Pattern) => pattern) =>
        ids.map((id) => shorter(change(of.get(id) ?? '')));
      return `export default ${JSON.stringify({ ids, ja: words(ja, withPhrases), en: words(en) })}`;
    },
  };
}

function read(language: string, watch: (path: string) => void): Map<string, Pattern> {
  const all = new Map<string, Pattern>();
  for (const file of FILES) {
    const path = `${LOCALES}${language}/${file}`;
    watch(path);
    for (const { id, value } of new FluentResource(readFileSync(path, 'utf8')).body) {
      if (value !== null && OWN.test(id)) all.set(id, value);
    }
  }
  return all;
}

/** A pattern of words and plain variables as one string, `{name}` for a variable; any other pattern as it is. */
function shorter(pattern: Pattern): Pattern {
  if (typeof pattern === 'string') return pattern;
  const parts = pattern.map((part) => (typeof part === 'string' ? part : part.type === 'var' ? `{${part.name}}` : null));
  return parts.includes(null) ? pattern : parts.join('');
}
