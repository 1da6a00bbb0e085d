// Enter, Esc and the focus.
import { afterEach, expect, test } from 'vitest';
import { action, clear, draw, one, settled, view } from './draw';
import { address, check, password, problem } from './screens';

afterEach(clear);

async function key(target: Element, init: KeyboardEventInit) {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  if (init.keyCode) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  target.dispatchEvent(event);
  await settled();
}

test('Enter in the field is the main button', async () => {
  const { host } = await draw(view(address, [action('back', 'back'), action('continue')]));
  await key(one('#field-address'), { key: 'Enter' });
  expect(host.commands).toMatchObject([{ type: 'press', action: 'continue' }]);
});

test('Enter does nothing while a word is being composed, nor when it is held down', async () => {
  const { host } = await draw(view(address, [action('continue')]));
  await key(one('#field-address'), { key: 'Enter', isComposing: true });
  await key(one('#field-address'), { key: 'Enter', keyCode: 229 });
  await key(one('#field-address'), { key: 'Enter', repeat: true });
  expect(host.commands).toEqual([]);
});

test('Enter on another button stays that button’s own', async () => {
  const { host } = await draw(view(address, [action('back', 'back'), action('continue')]));
  await key(one('[data-action="back"]'), { key: 'Enter' });
  expect(host.commands).toEqual([]);
});

test('Esc stops what can be stopped, else goes back, else does nothing', async () => {
  const { host, show } = await draw(view(check, [action('back', 'back'), action('cancel', 'side')]));
  await key(document.body, { key: 'Escape' });
  await show(view(password, [action('back', 'back')]));
  await key(document.body, { key: 'Escape' });
  await show(view(check));
  await key(document.body, { key: 'Escape' });
  expect(host.commands).toMatchObject([{ action: 'cancel' }, { action: 'back' }]);
  expect(host.commands).toHaveLength(2);
});

test('a new screen puts the focus on its heading, the address screen on its field', async () => {
  const { show } = await draw(view(address, [action('continue')]));
  expect(document.activeElement).toBe(one('#field-address'));
  await show(view(password));
  expect(document.activeElement).toBe(one('h1'));
  expect(document.title).toBe('アプリ専用のパスワードを用意します – とどいた');
});

test('the focus is not lost when the pressed button goes away', async () => {
  const { show } = await draw(view(problem, [action('try-again')]));
  one('[data-action="try-again"]').focus();
  await show(view(problem, []));
  expect(document.activeElement).toBe(one('h1'));
});
