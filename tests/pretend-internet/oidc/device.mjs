// Sign-in by a code on another device (RFC 8628): the endpoint that gives codes, the page where they are typed, and the
// door by which a test plays the person. Microsoft alone has it.
import { html, json, readBody } from './front.mjs';
import { esc, errorPage, page } from './pages.mjs';

const LIFE = 900; const INTERVAL = 5;
const clean = (code) => String(code ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');

export class Devices {
  constructor(front) { this.front = front; this.reset(); }

  // interval, expires_in, verification_uri: what the next answers say; fail: {status, body} for the endpoint itself.
  reset() { this.knobs = { interval: INTERVAL, expires_in: LIFE, verification_uri: 'https://microsoft.com/devicelogin', fail: null }; this.codes = new Map(); this.polls = []; }

  async authorize(req, res) {
    const form = Object.fromEntries(new URLSearchParams(await readBody(req)));
    this.front.counts.device += 1;
    if (this.knobs.fail) return json(res, this.knobs.fail.status, this.knobs.fail.body);
    const refusal = this.front.kind.check?.(new URLSearchParams(form));
    if (refusal) return json(res, 400, { error: 'invalid_scope', error_description: refusal });
    const asked = form.scope;
    req.body = form; req.url = this.front.kind.routes.device_authorization;
    const end = res.end.bind(res);
    res.end = (body, ...rest) => {
      let out = JSON.parse(body.toString());
      if (res.statusCode === 200) {
        const { interval, expires_in, verification_uri } = this.knobs;
        this.codes.set(clean(out.user_code), { scope: asked, user_code: out.user_code, decided: null });
        const { device_code, user_code } = out;
        // A sentence for the person comes too; the page of the standard that carries the code does not.
        out = { user_code, device_code, verification_uri, expires_in, interval, message: `To sign in, use a web browser to open the page ${verification_uri} and enter the code ${user_code} to authenticate.` };
      } else { this.front.counts.refused += 1; out = this.front.kind.tokenError(out); }
      const bytes = Buffer.from(JSON.stringify(out));
      res.setHeader('content-length', bytes.length);
      return end(bytes, ...rest);
    };
    return this.front.app(req, res);
  }

  // The person says yes or no, or the code runs out; gives what went wrong, or null.
  async decide(userCode, email, what) {
    const { provider, accounts, kind, consent } = this.front;
    const code = await provider.DeviceCode.findByUserCode(clean(userCode)); const asked = this.codes.get(clean(userCode));
    if (!code || !asked || asked.decided) return 'unknown code';
    if (what === 'expire') { code.exp = Math.floor(Date.now() / 1000) - 1; this.front.store.items.get(`DeviceCode:${code.jti}`).exp = code.exp; asked.decided = what; return null; }
    const stop = what === 'allow' && kind.stop?.(accounts[email], {}, consent[email]);
    if (stop) return stop.text;
    asked.decided = what;
    if (what === 'deny') Object.assign(code, { error: 'access_denied', errorDescription: 'declined' });
    else {
      const { sub } = kind.describe(email, accounts[email]);
      const grant = new provider.Grant({ accountId: sub, clientId: code.clientId });
      grant.addOIDCScope(asked.scope);
      Object.assign(code, { accountId: sub, grantId: await grant.save(), scope: asked.scope, authTime: Math.floor(Date.now() / 1000) });
      this.front.counts.consent += 1; this.front.granted.add(email);
    }
    await code.save();
    return null;
  }

  // One page for all of it: the code, who it is, yes or no. The ids are what a person in a browser would look for.
  async page(req, res) {
    const { accounts, kind: { brand } } = this.front;
    const form = new URLSearchParams(req.method === 'POST' ? await readBody(req) : '');
    const show = (wrong) => html(res, 200, page(brand, 'コードを入力してください', `${wrong ? `<p id=wrong>${esc(wrong)}</p>` : ''}<form method=post>
<input id=code name=code autocomplete=off autofocus><input id=email name=email type=email value="${esc(form.get('email'))}"><input id=password name=password type=password>
<button id=allow name=do value=allow>続行</button> <button id=cancel name=do value=deny>キャンセル</button></form>`));
    if (req.method !== 'POST') return show(null);
    const email = (form.get('email') ?? '').trim().toLowerCase(); const what = form.get('do') === 'deny' ? 'deny' : 'allow';
    if (what === 'allow' && accounts[email]?.password !== form.get('password')) return show('パスワードが正しくありません。');
    const fault = await this.decide(form.get('code'), email, what);
    if (fault === 'unknown code') return show('そのコードは機能しませんでした。');
    if (fault) return html(res, 403, errorPage(brand, 'サインインできません', fault));
    return html(res, 200, page(brand, what === 'deny' ? 'サインインしませんでした' : 'サインインしました', '<p id=done>この画面は閉じてかまいません。</p>'));
  }

  // The times of questions.
  polled() { this.polls.push(Date.now() / 1000); this.front.counts.device_poll += 1; }

  state() { return { knobs: this.knobs, codes: [...this.codes.values()], polls: this.polls }; }
}
