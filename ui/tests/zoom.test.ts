// Larger and smaller letters.
import { expect, test } from 'vitest';
import { GoldenHost } from '../src/host/golden';
import { Zoom } from '../src/session/zoom';
import { view } from './draw';
import { address } from './screens';

function set() {
  const host = new GoldenHost(view(address));
  return { host, zoom: new Zoom(host) };
}

function key(key: string, more: KeyboardEventInit = { ctrlKey: true }) {
  return new KeyboardEvent('keydown', { key, cancelable: true, ...more });
}

test('Ctrl or Command with plus, minus and nought, and no further than four times', () => {
  const { host, zoom } = set();
  zoom.onKey(key('+'));
  zoom.onKey(key('=', { metaKey: true }));
  zoom.onKey(key(';'));
  zoom.onKey(key('-'));
  zoom.onKey(key('0'));
  expect(host.zooms).toEqual([1.1, 1.25, 1.5, 1.25, 1]);
  for (let press = 0; press < 20; press++) zoom.onKey(key('+'));
  expect(host.zooms.at(-1)).toBe(4);
  expect(host.zooms).toHaveLength(13);
});

test('the key alone is a letter, and AltGr types one too', () => {
  const { host, zoom } = set();
  const plain = key('+', {});
  zoom.onKey(plain);
  zoom.onKey(key('0', { ctrlKey: true, altKey: true }));
  expect(host.zooms).toEqual([]);
  expect(plain.defaultPrevented).toBe(false);
});

test('the wheel with Ctrl, and not without', () => {
  const { host, zoom } = set();
  // The stand-in for a browser knows no Ctrl on its wheel.
  const wheel = (deltaY: number, ctrlKey: boolean) =>
    Object.defineProperty(new WheelEvent('wheel', { deltaY, cancelable: true }), 'ctrlKey', { value: ctrlKey });
  zoom.onWheel(wheel(-120, true));
  zoom.onWheel(wheel(120, true));
  zoom.onWheel(wheel(120, false));
  expect(host.zooms).toEqual([1.1, 1]);
});
