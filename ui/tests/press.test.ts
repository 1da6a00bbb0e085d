// How a press travels: with the drafts, after the secret, once, and only what the View lists.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { action, clear, draw, one, press, settled, type, view } from './draw';
import { address, byHand, check, password } from './screens';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(async () => {
  await clear();
  vi.useRealTimers();
});

test('a press carries all drafts of the screen', async () => {
  const { host } = await draw(view(byHand, [action('connect-and-send')]));
  type('#field-host', 'smtp.lonely.example');
  type('#field-user-name', 'yama');
  await press('connect-and-send');
  expect(host.commands).toEqual([
    {
      type: 'press', action: 'connect-and-send', target: null,
      fields: [
        { id: 'host', text: 'smtp.lonely.example' },
        { id: 'port', text: '' },
        { id: 'security', text: '' },
        { id: 'user-name', text: 'yama' },
      ],
    },
  ]);
});

test('only the listed actions are drawn, each once', async () => {
  await draw(view(address, [action('continue'), action('sign-in-google', 'inline'), action('continue', 'inline')]));
  const drawn = [...document.querySelectorAll('[data-action]')].map((found) => found.getAttribute('data-action'));
  expect(drawn.sort()).toEqual(['continue', 'sign-in-google']);
});

test('an account’s action carries the account', async () => {
  const account = { id: 'a1', address: 'hana@example.jp', road: { id: 'home-last-none' }, last: { id: 'home-last-none' }, last_at: null, coming: null, watch: null, tone: 'yes', removing: false } as const;
  const { host } = await draw(view({ type: 'home', accounts: [account], notice: null }, [action('remove', 'inline', 'a1')]));
  await press('remove');
  expect(host.commands).toMatchObject([{ action: 'remove', target: 'a1' }]);
});

test('the address is told with each letter, and not again after a press', async () => {
  const { host } = await draw(view(address, [action('continue')]));
  type('#field-address', 'ha');
  type('#field-address', 'hana@gmail.com');
  const edit = (text: string) => ({ type: 'edit', field: { id: 'address', text } });
  expect(host.commands).toEqual([edit('ha'), edit('hana@gmail.com')]);
  await press('continue');
  vi.advanceTimersByTime(1000);
  expect(host.commands.map(({ type }) => type)).toEqual(['edit', 'edit', 'press']);
});

test('what the wizard says stands in the field replaces the draft only as the answer to a press', async () => {
  const { show } = await draw(view(address, [action('use-suggestion', 'inline')]));
  type('#field-address', 'hana@gmial.com');
  await show(view({ ...address, value: 'hana@gm' }, [action('use-suggestion', 'inline')]));
  expect(one<HTMLInputElement>('#field-address').value).toBe('hana@gmial.com');
  await press('use-suggestion');
  await show(view({ ...address, value: 'hana@gmail.com' }));
  expect(one<HTMLInputElement>('#field-address').value).toBe('hana@gmail.com');
});

test('the secret goes by its own door before the press, and never in a command', async () => {
  const { host } = await draw(view(password, [action('connect-and-send')]));
  const order: string[] = [];
  vi.spyOn(host, 'submitSecret').mockImplementation(async (slot, secret) => void order.push(`${slot} ${secret}`));
  vi.spyOn(host, 'dispatch').mockImplementation(async (command) => void order.push(JSON.stringify(command)));
  type('#secret', 'abcd-efgh');
  await press('connect-and-send');
  expect(order[0]).toBe('app-password abcd-efgh');
  expect(order).toHaveLength(2);
  expect(order[1]).not.toContain('abcd-efgh');
});

test('the secret is handed over shortly after it was pasted, once', async () => {
  const { host } = await draw(view(password, [action('connect-and-send')]));
  type('#secret', 'abcd-efgh');
  vi.advanceTimersByTime(300);
  await settled();
  expect(host.secrets).toEqual([['app-password', 'abcd-efgh']]);
  await press('connect-and-send');
  expect(host.secrets).toHaveLength(1);
});

test('the secret is forgotten when the screen is left', async () => {
  const { session, show } = await draw(view(password, [action('connect-and-send')]));
  type('#secret', 'abcd-efgh');
  await press('connect-and-send');
  await show(view(check));
  expect(session.secret.value).toBe('');
  await show(view(password));
  expect(one<HTMLInputElement>('#secret').value).toBe('');
});

test('an error on the same screen keeps what was typed', async () => {
  const { show } = await draw(view(password, [action('connect-and-send')]));
  type('#secret', 'abcd-efgh');
  await show(view({ ...password, error: { id: 'error-password-empty' } }));
  expect(one<HTMLInputElement>('#secret').value).toBe('abcd-efgh');
  expect(document.activeElement).toBe(one('#secret'));
});

test('a press that is still under way is not sent twice', async () => {
  const { host } = await draw(view(address, [action('continue')]));
  const dispatch = vi.spyOn(host, 'dispatch').mockImplementation(() => new Promise(() => {}));
  await press('continue');
  await press('continue');
  expect(dispatch).toHaveBeenCalledTimes(1);
});

test('the second click of a double click does not fall on the next screen’s button', async () => {
  const { host, show } = await draw(view(address, [action('continue')]));
  await show(view(password, [action('connect-and-send')]));
  const click = () => one('[data-action="connect-and-send"]').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  click();
  await settled();
  expect(host.commands).toEqual([]);
  vi.advanceTimersByTime(401);
  click();
  await settled();
  expect(host.commands).toHaveLength(1);
});
