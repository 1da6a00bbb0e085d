// Marks where a Japanese line may break (BudouX), at build time and in fixed words only: a value never gets a mark.
import type { FluentResource } from '@fluent/bundle';
import { loadDefaultJapaneseParser } from 'budoux';

export type Pattern = NonNullable<FluentResource['body'][number]['value']>;

/** The mark. The user interface draws it as `<wbr>`, so that nobody ever copies it. */
export const MARK = '\u200b';

const parser = loadDefaultJapaneseParser();

/** Where the parser errs: beside a space, after この, within しなおす and さがす, and between a bracket and its particle. */
const NO_BREAK = /\u200b(?=\s)|(?<=\s)\u200b|(?<=[こそあど]の)\u200b|(?<=な)\u200b(?=お[しすせそ])|(?<=さが)\u200b(?=[しすせそ])|(?<=[」)])\u200b(?=[がをにはもので])/g;

export function withPhrases(pattern: Pattern): Pattern {
  if (typeof pattern === 'string') return marked(pattern);
  return pattern.map((part) => {
    if (typeof part === 'string') return marked(part);
    if (part.type !== 'select') return part;
    return { ...part, variants: part.variants.map((variant) => ({ ...variant, value: withPhrases(variant.value) })) };
  });
}

function marked(words: string): string {
  return words.split('\n').map(markedLine).join('\n');
}

/** A single short word, such as the program's name, stays whole. */
function markedLine(line: string): string {
  return line.length > 6 && /[\u3040-\u30ff\u3400-\u9fff]/.test(line) ? parser.parse(line).join(MARK).replace(NO_BREAK, '') : line;
}
