// Rules of the house that a reader of the sources can hold.
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../src/**/*.{ts,svelte,css}', { query: '?raw', import: 'default', eager: true });
const own = Object.entries(sources).filter(([path]) => !path.includes('/generated/'));

test('nothing turns text into markup, runs text, or writes a style attribute', () => {
  const banned = /innerHTML|outerHTML|insertAdjacentHTML|\{@html|document\.write|\beval\(|new Function|\sstyle=|\sstyle:/;
  expect(own.filter(([, text]) => banned.test(text)).map(([path]) => path)).toEqual([]);
});

test('Tauri is known in one place only', () => {
  expect(own.filter(([, text]) => text.includes('@tauri-apps')).map(([path]) => path)).toEqual(['../src/host/tauri.ts']);
});

test('the program that ships does not know the golden Host', () => {
  const knows = own.filter(([, text]) => text.includes('host/golden')).map(([path]) => path);
  expect(knows).toEqual(['../src/golden.ts']);
});

test('no word a person reads stands in the sources', () => {
  const withoutComments = (text: string) => text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(own.filter(([, text]) => /[\u3040-\u30ff\u4e00-\u9fff]/.test(withoutComments(text))).map(([path]) => path)).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  expect(own.filter(([, text]) => text.split('\n').length > 250).map(([path]) => path)).toEqual([]);
});
