// The palette: text and the main button 4.5:1 and more, edges of fields and buttons 3:1, in both themes (WCAG 1.4.3, 1.4.11).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function palette(block: string): Record<string, string> {
  return Object.fromEntries([...block.split('@media')[0]!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT = [
  ['ink', 'paper'], ['ink', 'sheet'], ['ink-2', 'paper'], ['ink-2', 'sheet'], ['seal', 'paper'], ['on-seal', 'seal'], ['on-seal', 'seal-2'],
  ['yes', 'paper'], ['yes', 'yes-wash'], ['care', 'paper'], ['care', 'sheet'], ['care', 'care-wash'], ['no', 'paper'], ['no', 'seal-wash'],
] as const;
const EDGES = [['edge', 'paper'], ['edge', 'sheet'], ['seal', 'sheet']] as const;

test.each([['light', light], ['dark', dark]])('%s', (_, block) => {
  const colours = palette(block);
  const ratio = ([front, back]: readonly [string, string]) => contrast(colours[front]!, colours[back]!);
  expect(TEXT.filter((pair) => !(ratio(pair) >= 4.5))).toEqual([]);
  expect(EDGES.filter((pair) => !(ratio(pair) >= 3))).toEqual([]);
});
