// Screens to test with.
import type { ScreenOf } from '../src/parts/screen-of';

export const address: ScreenOf<'address'> = { type: 'address', value: '', hint: null, suggestion: null, error: null, searching: null };

export const password: ScreenOf<'password'> = {
  type: 'password', kind: 'app', slot: 'app-password', provider: 'iCloud', address: 'hana@icloud.com', host: 'smtp.mail.me.com',
  user_name: null, steps: [], pictures: [], before: null, hint: null, error: null,
};

export const byHand: ScreenOf<'by-hand'> = {
  type: 'by-hand', address: 'yama@lonely.example', host: '', port: '', security: '', user_name: '', slot: 'password', error: null,
};

export const check: ScreenOf<'check'> = { type: 'check', lines: [] };

export const consent: ScreenOf<'consent'> = {
  type: 'consent', provider: 'google', address: 'hana@gmail.com', notice: null,
  phase: { type: 'waiting', url: 'https://accounts.google.com/o/oauth2/v2/auth?client_id=1', since: 0, opened: true },
};

export const problem: ScreenOf<'problem'> = {
  type: 'problem', title: { id: 'as-it-is', args: { value: '安全のためのルール' } }, reason: { id: 'as-it-is', args: { value: 'なぜ' } }, steps: [], lines: [], details: [], report: 'Todoita report\nproblem: internal', help: null, notice: null,
  letter: (['ja', 'en'] as const).map((language) => ({
    language, to: '',
    subject: { id: 'as-it-is', args: { value: `${language} subject` } },
    body: { id: 'as-it-is', args: { value: 'from keiri@example.jp' } },
  })),
  problem: { code: 'safety-rule', state: 'S6', stage: 'sign-in', certainty: 'sure', who: 'administrator', remedies: [] },
};
