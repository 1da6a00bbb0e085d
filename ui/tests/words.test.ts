// The words: none missing, the same in both languages, none unused, and no mark where a value stands.
import { readdirSync, readFileSync } from 'node:fs';
import { FluentResource } from '@fluent/bundle';
import { afterEach, expect, test } from 'vitest';
import { MARK, withPhrases } from '../build/phrases';
import type { Language } from '../src/generated/Language';
import type { View } from '../src/generated/View';
import { format, troubles } from '../src/text/bundle';
import { fenced, pieces } from '../src/text/pieces';
import { clear, draw } from './draw';

const LANGUAGES: Language[] = ['ja', 'en'];
const goldens = import.meta.glob<View>(['../../tests/golden/**/*.json', './samples/**/*.json'], { import: 'default', eager: true });
const sources = import.meta.glob<string>('../src/**/*.{ts,svelte}', { query: '?raw', import: 'default', eager: true });

const own = (language: Language) =>
  ['screens', 'seldom'].flatMap((file) => new FluentResource(readFileSync(`../locales/${language}/${file}.ftl`, 'utf8')).body.map(({ id }) => id));

afterEach(async () => {
  troubles.clear();
  await clear();
});

test('there are golden Views', () => expect(Object.keys(goldens).length).toBeGreaterThan(50));

test.each(Object.keys(goldens))('%s has all its words', async (path) => {
  await draw(goldens[path] as View, true);
  expect([...troubles]).toEqual([]);
});

test('a missing word shows itself and is counted', () => {
  expect(format('ja', { id: 'no-such-word' })).toBe('⟦no-such-word⟧');
  expect([...troubles]).toEqual(['ja: no-such-word is missing']);
});

test('the words of the screens are the same in both languages, and each is used', () => {
  expect(own('ja')).toEqual(own('en'));
  const code = Object.values(sources).join('\n');
  const made = /^screen-(provider|question-(title|lead)|question|consent-steps|consent-title|letter|by-hand-security|relay-place|records|password-(title|lead|label))-/;
  expect(own('ja').filter((id) => !code.includes(id) && !made.test(id))).toEqual([]);
});

test('no file of the locales has a line that Fluent does not understand', () => {
  for (const language of LANGUAGES) {
    for (const file of readdirSync(`../locales/${language}`)) {
      const text = readFileSync(`../locales/${language}/${file}`, 'utf8');
      const written = text.match(/^[a-z][\w-]*(?=\s*=)/gm) ?? [];
      expect([file, new FluentResource(text).body.map(({ id }) => id)]).toEqual([file, written]);
    }
  }
});

test('a Japanese line may break between phrases, never in a value', () => {
  const [entry] = new FluentResource('a = サーバーは { $time } に受け取りました。').body;
  const [before, value, after] = withPhrases(entry!.value!) as [string, object, string];
  expect(value).toEqual({ type: 'var', name: 'time' });
  expect(before).toBe('サーバーは ');
  expect(after.replaceAll(MARK, '')).toBe(' に受け取りました。');
  expect(after).toContain(MARK);
});

test('a sentence is cut into words, values, breaks and ends of lines', () => {
  expect(fenced({ address: 'a@b.example', n: 3 })).toEqual({ address: '\ue000a@b.example\ue001', n: 3 });
  expect(pieces('次は\u200b\ue000a@b.example\ue001 を\n選ぶ')).toEqual([
    { type: 'text', text: '次は', value: false },
    { type: 'wbr' },
    { type: 'text', text: 'a@b.example', value: true },
    { type: 'text', text: ' を', value: false },
    { type: 'br' },
    { type: 'text', text: '選ぶ', value: false },
  ]);
});

test('a line breaks neither after この, nor within なおす or さがす, nor before the particle of a bracket', () => {
  for (const words of ['会社の設定で、この送り方が止められています', 'そのあとログインしなおします', '件名にこの文字があるメールをさがしています', '「迷惑メールではない」を押すと、次から届きます', '保管場所(キーチェーン)が、まだ開いていません']) {
    const marked = withPhrases(words) as string;
    expect(marked).toContain(MARK);
    expect(marked).not.toMatch(/[こそ]の\u200b|な\u200bお|が\u200bし|[」)]\u200b[がを]/);
  }
});
