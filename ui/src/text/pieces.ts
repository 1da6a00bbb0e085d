// Cuts a formatted sentence into what the page draws: words, values, places to break, ends of lines.

export type Piece = { type: 'text'; text: string; value: boolean } | { type: 'wbr' } | { type: 'br' };

const BEGIN = '\ue000';
const END = '\ue001';

/** The same values, each between two private marks, so that they can be told from the words around them. */
export function fenced(args: Record<string, string | number> = {}): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? BEGIN + value + END : value]),
  );
}

export function pieces(sentence: string): Piece[] {
  let inValue = false;
  const out: Piece[] = [];
  for (const part of sentence.split(/([\u200b\n\ue000\ue001])/)) {
    if (part === BEGIN) inValue = true;
    else if (part === END) inValue = false;
    else if (part === '\u200b') out.push({ type: 'wbr' });
    else if (part === '\n') out.push({ type: 'br' });
    else if (part) out.push({ type: 'text', text: part, value: inValue });
  }
  return out;
}
