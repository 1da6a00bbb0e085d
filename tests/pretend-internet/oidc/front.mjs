// What both pretend providers share: an oidc-provider, the sign-in pages in front of it, and the tests' knobs.
import https from 'node:https';
import fs from 'node:fs';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { Store } from './store.mjs';
import { Devices } from './device.mjs';
import * as pages from './pages.mjs';

export const world = JSON.parse(fs.readFileSync(`${process.env.PI_RUN}/world.json`));
export const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...signingKey.privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'pretend-1' };

export const readBody = async (req) => { let b = ''; for await (const d of req) b += d; return b; };
export const html = (res, code, body) => { res.writeHead(code, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }); res.end(body); };
export const json = (res, code, body) => { res.writeHead(code, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }); res.end(JSON.stringify(body)); };

const FRESH = () => ({ access_ttl: 3599, token_delay_ms: 0, token_fail: null, omit_refresh: false, scope_cut: null, drop_fields: [], strict_rotation: false });
const COUNTS = () => ({ authorize: 0, consent: 0, denied: 0, code: 0, device: 0, device_poll: 0, refresh: 0, revoke: 0, refused: 0 });

// A provider described by `kind` (google.mjs, microsoft.mjs) becomes a running one.
export class Front {
  constructor(kind) {
    this.kind = kind; this.store = new Store(); this.devices = new Devices(this); this.reset();
    this.accounts = Object.fromEntries(Object.entries(world.accounts).filter(([, a]) => a.provider === kind.name));
    this.emails = Object.fromEntries(Object.entries(this.accounts).map(([email, a]) => [kind.describe(email, a).sub, email]));
    this.provider = new Provider(kind.issuer, {
      adapter: this.store.adapter,
      clients: [kind.client],
      scopes: ['openid', 'offline_access', 'email', 'profile', ...kind.mailScopes],
      claims: kind.claims,
      conformIdTokenClaims: false,
      extraParams: ['access_type', 'asked_prompt', 'tenant'],
      features: { deviceFlow: { enabled: Boolean(kind.routes.device_authorization), mask: '*********' }, devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, revocation: { enabled: false } },
      pkce: { required: () => true },
      rotateRefreshToken: () => kind.rotates,
      issueRefreshToken: async (ctx, client, code) => !this.knobs.omit_refresh && kind.wantsRefresh(this, code),
      formats: { bitsOfOpaqueRandomness: (ctx, token) => 6 * (kind.lengths[token?.kind ?? token?.constructor?.name] ?? 43) },
      ttl: { AccessToken: () => this.knobs.access_ttl, AuthorizationCode: 120, IdToken: 3600, Grant: 86400 * 90, DeviceCode: 900, Interaction: 3600, Session: 86400, RefreshToken: 86400 * 90 },
      jwks: { keys: [jwk] },
      cookies: { keys: [randomBytes(32).toString('hex')] },
      routes: kind.routes,
      interactions: { url: (ctx, i) => `/signin/${i.uid}` },
      findAccount: async (ctx, id) => ({ accountId: id, claims: async () => kind.describe(this.emails[id], this.accounts[this.emails[id]]) }),
      renderError: async (ctx, out) => { ctx.type = 'html'; ctx.body = pages.errorPage(kind.brand, kind.errorTitle(out), `${out.error}: ${out.error_description ?? ''}`); },
    });
    this.provider.Client.prototype.redirectUriAllowed = (uri) => kind.redirectAllowed(uri);
    for (const e of ['server_error', 'authorization.error', 'grant.error']) this.provider.on(e, (ctx, err) => console.error(kind.name, e, err?.error ?? err?.message, err?.error_description ?? '', err?.error_detail ?? '', e === 'server_error' ? err.stack : ''));
    this.app = this.provider.callback();
  }

  reset() {
    this.knobs = FRESH(); this.counts = COUNTS(); this.consent = {}; this.offline = new Set(); this.granted = new Set(); this.failures = 0; this.lastRequest = null;
    this.store.clear(); this.devices.reset();
  }

  endGrants(email) {
    const grants = this.store.list('Grant').filter(([, p]) => this.emails[p.accountId] === email).map(([id]) => id);
    for (const g of grants) this.store.endGrant(g);
    this.granted.delete(email);
    return grants.length;
  }

  state() {
    const tokens = (model) => this.store.list(model).map(([value, p]) => ({ value, account: this.emails[p.accountId], scope: p.scope, used: Boolean(p.consumed) }));
    return { counts: this.counts, knobs: this.knobs, last_authorize: this.lastRequest, device: this.devices.state(), refresh_tokens: tokens('RefreshToken'), access_tokens: tokens('AccessToken') };
  }

  async introspect(token) {
    const t = await this.provider.AccessToken.find(token);
    return t && !t.isExpired ? { active: true, email: this.emails[t.accountId], provider: this.kind.name, scope: t.scope ?? '' } : null;
  }

  // ---- the authorise address: the asked prompt is kept aside, because nobody is ever signed in already here
  authorize(req, res, u, tenant) {
    this.counts.authorize += 1;
    this.lastRequest = Object.fromEntries(u.searchParams);
    const refusal = this.kind.check?.(u.searchParams);
    if (refusal) return html(res, 400, pages.errorPage(this.kind.brand, this.kind.errorTitle({ error: refusal }), refusal));
    u.searchParams.set('asked_prompt', u.searchParams.get('prompt') ?? '');
    u.searchParams.set('prompt', 'login consent');
    if (tenant) u.searchParams.set('tenant', tenant);
    req.url = `${this.kind.routes.authorization}${u.search}`;
    return this.app(req, res);
  }

  async signin(req, res, u) {
    const [, , uid, step] = u.pathname.split('/'); const base = `/signin/${uid}`; const { brand } = this.kind;
    const d = await this.provider.interactionDetails(req, res);
    const finish = (result, merge) => this.provider.interactionFinished(req, res, result, { mergeWithLastSubmission: merge });
    const form = req.method === 'POST' ? new URLSearchParams(await readBody(req)) : u.searchParams;
    if (step === 'cancel') { this.counts.denied += 1; return finish(this.kind.denied, false); }
    if (step === 'email') return html(res, 200, pages.emailPage(brand, base, ''));
    if (step === 'password') return html(res, 200, pages.passwordPage(brand, base, form.get('email').trim().toLowerCase()));
    if (step === 'login') {
      const email = form.get('email'); const account = this.accounts[email];
      if (!account || account.password !== form.get('password')) return html(res, 200, pages.passwordPage(brand, base, email, true));
      const stop = this.kind.stop?.(account, d.params, this.consent[email]);
      if (stop) return html(res, 403, pages.errorPage(brand, stop.title, stop.text, stop.back ? `${base}/cancel` : null));
      return finish({ login: { accountId: this.kind.describe(email, account).sub, remember: false } }, false);
    }
    if (d.prompt.name === 'login') {
      if (this.accounts[d.params.login_hint] && d.params.asked_prompt !== 'select_account') return html(res, 200, pages.passwordPage(brand, base, d.params.login_hint));
      return html(res, 200, this.kind.chooser ? pages.chooser(brand, base, Object.keys(this.accounts)) : pages.emailPage(brand, base, d.params.login_hint));
    }
    const email = this.emails[d.session.accountId]; const asked = d.params.scope.split(' ').filter((s) => s !== 'offline_access');
    const plain = asked.filter((s) => ['openid', 'email', 'profile'].includes(s)); const mail = asked.filter((s) => !plain.includes(s));
    const boxes = this.kind.tickBoxes && (mail.length > 1 || plain.length) ? mail : [];
    if (step !== 'consent') return html(res, 200, pages.consentPage(brand, base, d.params.client_id, email, boxes, asked.filter((s) => !boxes.includes(s))));
    const grant = new this.provider.Grant({ accountId: d.session.accountId, clientId: d.params.client_id });
    const left = boxes.filter((s) => !form.getAll('scope').includes(s));
    grant.addOIDCScope(d.params.scope.split(' ').filter((s) => !left.includes(s)).join(' '));
    if (left.length) grant.rejectOIDCScope(left.join(' '));
    if (d.prompt.details.missingOIDCClaims) grant.addOIDCClaims(d.prompt.details.missingOIDCClaims);
    const grantId = await grant.save();
    this.counts.consent += 1;
    if (d.params.access_type === 'offline' && ((d.params.asked_prompt ?? '').includes('consent') || !this.granted.has(email))) this.offline.add(grantId);
    this.granted.add(email);
    return finish({ consent: { grantId } }, true);
  }

  // ---- the token address
  async token(req, res) {
    const form = Object.fromEntries(new URLSearchParams(await readBody(req)));
    const basic = req.headers.authorization?.match(/^Basic (.+)$/);
    if (basic) { [form.client_id, form.client_secret] = Buffer.from(basic[1], 'base64').toString().split(':').map(decodeURIComponent); delete req.headers.authorization; }
    const device = form.grant_type?.endsWith(':device_code');
    if (device) this.devices.polled(); else this.counts[form.grant_type === 'refresh_token' ? 'refresh' : 'code'] += 1;
    if (this.knobs.token_delay_ms) await new Promise((r) => setTimeout(r, this.knobs.token_delay_ms));
    const fail = this.knobs.token_fail;
    if (fail && this.failures < (fail.times ?? 1)) {
      this.failures += 1; this.counts.refused += 1;
      res.writeHead(fail.status, { 'content-type': fail.type ?? 'application/json', ...fail.headers });
      return res.end(typeof fail.body === 'string' ? fail.body : JSON.stringify(fail.body ?? {}));
    }
    const refusal = this.kind.checkToken(form);
    if (refusal) { this.counts.refused += 1; return json(res, refusal.status, refusal.body); }
    req.body = form; req.url = this.kind.routes.token;
    this.store.keepUsedRefreshTokens = this.kind.rotates && !this.knobs.strict_rotation;
    const end = res.end.bind(res);
    res.end = (body, ...rest) => {
      let out = JSON.parse(body.toString());
      if (res.statusCode === 200) {
        out = this.kind.tokenAnswer(this, out, form);
        if (this.knobs.scope_cut !== null) out.scope = this.knobs.scope_cut;
        for (const f of this.knobs.drop_fields) delete out[f];
      } else { this.counts.refused += 1; out = this.kind.tokenError(out, device); }
      const bytes = Buffer.from(JSON.stringify(out));
      res.setHeader('content-length', bytes.length);
      return end(bytes, ...rest);
    };
    return this.app(req, res);
  }

  // Lets the kind correct the address the browser is sent back to.
  watchRedirect(res) {
    const set = res.setHeader.bind(res);
    res.setHeader = (name, value) => set(name, name.toLowerCase() === 'location' && /^http:/.test(value) ? this.kind.back(new URL(value)) : value);
  }

  listen(host, certificate) {
    const ca = `${process.env.PI_STATE}/ca/${certificate}`;
    https.createServer({ key: fs.readFileSync(`${ca}.key`), cert: fs.readFileSync(`${ca}.pem`) }, async (req, res) => {
      const u = new URL(req.url, `https://${host}`);
      console.log(this.kind.name, req.method, host + u.pathname);
      try {
        this.watchRedirect(res);
        if (u.pathname.startsWith('/signin/')) return await this.signin(req, res, u);
        return await this.kind.route(this, req, res, u, host) ?? undefined;
      } catch (e) { console.error('unhandled', e); return html(res, 500, pages.errorPage(this.kind.brand, 'Error', e.message)); }
    }).listen(443, world.hosts[host].address);
  }
}
