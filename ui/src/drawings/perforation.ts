// The edge of a postage stamp: a rectangle with half-round holes along its sides.

/** An SVG path of `across` by `down` teeth, one tooth `pitch` wide, holes of radius `hole`. */
export function perforated(across: number, down: number, pitch: number, hole: number): string {
  const flat = pitch - 2 * hole;
  const side = (teeth: number, along: (length: number) => string, arc: (length: number) => string) =>
    Array.from({ length: teeth }, () => along(flat / 2) + arc(2 * hole) + along(flat / 2)).join('');
  const bite = (x: number, y: number) => `a${hole} ${hole} 0 0 0 ${x} ${y}`;
  return (
    'M0 0' +
    side(across, (l) => `h${l}`, (l) => bite(l, 0)) +
    side(down, (l) => `v${l}`, (l) => bite(0, l)) +
    side(across, (l) => `h${-l}`, (l) => bite(-l, 0)) +
    side(down, (l) => `v${-l}`, (l) => bite(0, -l)) +
    'z'
  );
}
