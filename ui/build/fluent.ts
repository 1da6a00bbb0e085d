// A Vite plugin: `locales/*/*.ftl?words` becomes an object from ids to parsed patterns, so that the program that ships
// parses nothing when it starts. Japanese words carry marks for line breaks.
import { readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';
import { withPhrases } from './phrases.ts';

const LOCALE = /\/locales\/(ja|en)\/[\w-]+\.ftl\?words$/;

export function fluent(): Plugin {
  return {
    name: 'todoita-fluent',
    enforce: 'pre',
    load(id) {
      const language = LOCALE.exec(id)?.[1];
      if (!language) return null;
      const path = id.slice(0, -'?words'.length);
      this.addWatchFile(path);
      const { body } = new FluentResource(readFileSync(path, 'utf8'));
      const words = Object.fromEntries(
        body.map(({ id, value }) => [id, language === 'ja' && value ? withPhrases(value) : value]),
      );
      return { code: `export default ${JSON.stringify(words)}`, moduleType: 'js' };
    },
  };
}
