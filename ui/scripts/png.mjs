// Makes a screenshot small: Chromium writes every pixel in full; these screens get by on a few colours and a palette.
import { deflateSync, inflateSync } from 'node:zlib';

const COLOURS = 63;

const CRC = Int32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** The same picture as a palette PNG. Expects what Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. */
export function smaller(png) {
  const { width, height, channels, data } = parse(png);
  const pixels = unfilter(inflateSync(data), width, height, channels);
  const { palette, index } = quantise(pixels, width * height, channels);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) lines.set(index.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function parse(png) {
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), channels: png[25] === 6 ? 4 : 3, data: Buffer.concat(parts) };
}

function unfilter(raw, width, height, channels) {
  const row = width * channels;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x >= channels ? out[y * row + x - channels] : 0;
      const up = y > 0 ? out[(y - 1) * row + x] : 0;
      const corner = x >= channels && y > 0 ? out[(y - 1) * row + x - channels] : 0;
      const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + guess;
    }
  }
  return out;
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Every pixel takes the nearest of the chosen colours. */
function quantise(pixels, count, channels) {
  const colour = (i) => (pixels[i * channels] << 16) | (pixels[i * channels + 1] << 8) | pixels[i * channels + 2];
  const often = new Map();
  for (let i = 0; i < count; i += 1) often.set(colour(i), (often.get(colour(i)) ?? 0) + 1);
  const chosen = choose([...often].sort((a, b) => b[1] - a[1] || a[0] - b[0]));
  const place = new Map(chosen.map((value, i) => [value, i]));
  const index = Buffer.alloc(count);
  for (let i = 0; i < count; i += 1) {
    const value = colour(i);
    if (!place.has(value)) place.set(value, nearest(chosen, value));
    index[i] = place.get(value);
  }
  return { palette: Buffer.from(chosen.flatMap((value) => [value >> 16, (value >> 8) & 255, value & 255])), index };
}

/** One after the other the colour that would be missed most: how often it is there, and how far from those chosen before.
 *  By number alone, the red of a small drawing would lose against shades of grey letters. */
function choose(often) {
  const chosen = [];
  const missed = often.map(() => Infinity);
  while (chosen.length < Math.min(COLOURS, often.length)) {
    let best = 0;
    for (let i = 1; i < often.length; i += 1) if (missed[i] * often[i][1] > missed[best] * often[best][1]) best = i;
    const [value] = often[best];
    chosen.push(value);
    for (let i = 0; i < often.length; i += 1) missed[i] = Math.min(missed[i], far(often[i][0], value));
  }
  return chosen;
}

function far(one, other) {
  return ((other >> 16) - (one >> 16)) ** 2 + (((other >> 8) & 255) - ((one >> 8) & 255)) ** 2 + ((other & 255) - (one & 255)) ** 2;
}

function nearest(chosen, value) {
  return chosen.reduce((best, other, i) => (far(other, value) < far(chosen[best], value) ? i : best), 0);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeInt32BE(checksum(body), body.length + 4);
  return out;
}

function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum;
}
