// What is said: the status region, copying, the letter, the language.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { action, button, clear, draw, one, press, settled, view } from './draw';
import { address, check, consent, problem } from './screens';

const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
});
afterEach(async () => {
  await clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const status = () => one('[role="status"]').textContent;

test('the status region is there from the start and says what the View announces, at most every two seconds', async () => {
  const { show } = await draw(view(address));
  expect(status()).toBe('');
  await show(view(check, [], { announce: { id: 'check-connect-now' } }));
  expect(status()).toBe('サーバーにつないでいます…');
  await show(view(check, [], { announce: { id: 'check-connect-done' } }));
  await show(view(check, [], { announce: { id: 'check-sign-in-now' } }));
  expect(status()).toBe('サーバーにつないでいます…');
  vi.advanceTimersByTime(2000);
  await settled();
  expect(status()).toBe('サインインしています…');
});

test('copying the link copies it, says so, and is told to the wizard', async () => {
  const { host } = await draw(view(consent, [action('copy-link', 'inline')]));
  await press('copy-link');
  expect(written).toEqual(['https://accounts.google.com/o/oauth2/v2/auth?client_id=1']);
  expect(status()).toBe('コピーしました');
  expect(button('copy-link').textContent).toContain('コピーしました');
  expect(host.commands).toMatchObject([{ type: 'press', action: 'copy-link' }]);
  vi.advanceTimersByTime(2000);
  await settled();
  expect(button('copy-link').textContent).toContain('リンクをコピー');
});

test('the report is copied as it is; without a clipboard interface by selection', async () => {
  vi.stubGlobal('navigator', {});
  let selected = '';
  Object.assign(document, { execCommand: () => ((selected = one<HTMLTextAreaElement>('textarea').value), true) });
  await draw(view(problem, [action('copy-report', 'side')]));
  await press('copy-report');
  expect(selected).toBe('Todoita report\nproblem: internal');
  expect(document.querySelector('textarea')).toBeNull();
});

test('nothing is said to be copied when it was not', async () => {
  vi.stubGlobal('navigator', {});
  Object.assign(document, { execCommand: () => false });
  await draw(view(problem, [action('copy-report', 'side')]));
  await press('copy-report');
  expect(status()).toBe('');
});

test('the letter opens in the language of the screen first, and each is copied whole', async () => {
  await draw(view(problem, [action('write-to-administrator')]));
  expect(one<HTMLDialogElement>('dialog').open).toBe(false);
  await press('write-to-administrator');
  expect(one<HTMLDialogElement>('dialog').open).toBe(true);
  expect([...document.querySelectorAll('dialog .text')].map((part) => part.getAttribute('lang'))).toEqual(['ja', 'en']);
  one('dialog section:last-of-type button').click();
  await settled();
  expect(written[0]).toContain('keiri@example.jp');
  expect(written[0]).not.toContain('\u200b');
  one('dialog .top button').click();
  await settled();
  expect(one<HTMLDialogElement>('dialog').open).toBe(false);
});

test('the other language is offered in its own words, and the page says which language it is in', async () => {
  const { host } = await draw(view(address));
  const other = one<HTMLButtonElement>('header button');
  expect([other.lang, other.textContent?.trim()]).toEqual(['en', 'English']);
  other.click();
  await settled();
  expect(host.commands).toEqual([{ type: 'set-language', language: 'en' }]);
  expect(document.documentElement.lang).toBe('en');
  expect(one('h1').textContent).toBe('Enter your mail address');
});

test('the words of a server are text, in their own language', async () => {
  const said = { code: 535, enhanced: '5.7.8', text: '<img src=x onerror=alert(1)> no' };
  await draw(view({ ...problem, problem: { ...problem.problem, said } }));
  expect(one('blockquote').textContent).toBe('535 5.7.8 <img src=x onerror=alert(1)> no');
  expect(one('blockquote').lang).toBe('en');
});

test('the code can be heard letter by letter', async () => {
  await draw(view({ type: 'arrival', code: 'K7Q2', accepted_at: 0, address: 'a@b.example', looking: false, notice: null }));
  expect(one('.code .vh').textContent).toBe('K, 7, Q, 2');
});
