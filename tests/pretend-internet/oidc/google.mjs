// What is Google's own: addresses, the desktop client's expected secret, tick boxes, the offline rule, revocation.
import { html, json, readBody, world } from './front.mjs';
import { errorPage } from './pages.mjs';

const LONG = { email: 'https://www.googleapis.com/auth/userinfo.email', profile: 'https://www.googleapis.com/auth/userinfo.profile' };
const number = (email) => `1${[...email].reduce((n, c) => (n * 31n + BigInt(c.codePointAt(0))) % (10n ** 20n), 7n).toString().padStart(20, '0')}`;

export const google = {
  name: 'google', brand: 'Google', issuer: 'https://accounts.google.com', chooser: true, tickBoxes: true, rotates: false,
  mailScopes: ['https://mail.google.com/', 'https://www.googleapis.com/auth/gmail.send', ...Object.values(LONG)],
  lengths: { AccessToken: 220, RefreshToken: 103, AuthorizationCode: 73 },
  routes: { authorization: '/o/oauth2/v2/auth', token: '/token', jwks: '/oauth2/v3/certs', userinfo: '/v1/userinfo' },
  claims: { openid: ['sub', 'hd'], email: ['email', 'email_verified'], profile: ['name'] },
  client: {
    client_id: world.google_client, client_secret: world.google_secret, application_type: 'native', token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['http://127.0.0.1/'], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'],
  },
  denied: { error: 'access_denied' },
  errorTitle: (out) => `アクセスをブロック: エラー 400: ${out.error}`,
  describe: (email, a) => ({ sub: number(email), email, email_verified: true, name: a?.name, hd: a?.hd }),
  wantsRefresh: (front, code) => front.offline.has(code.grantId),
  // Desktop clients: any port and any path of the loopback addresses, nothing to register.
  redirectAllowed: (uri) => /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(\/|$)/.test(uri),
  stop: (account, params, consent) => {
    if (consent === 'admin-policy') return { title: 'アクセスがブロックされました', text: 'Error 400: admin_policy_enforced' };
    if (consent === 'org-internal') return { title: 'アクセスがブロックされました', text: 'Error 403: org_internal' };
    if (consent === 'testing') return { title: 'アクセスをブロック', text: 'Access blocked: Todoita has not completed the Google verification process. The app is currently being tested, and can only be accessed by developer-approved testers. Error 403: access_denied' };
    if (consent === 'cap') return { title: 'Sign in with Google temporarily disabled for this app', text: 'This app has not been verified yet by Google in order to use Google Sign In.' };
    if (consent === 'deleted-client') return { title: 'アクセスをブロック', text: 'Error 401: deleted_client The OAuth client was deleted.' };
    return null;
  },
  checkToken: (form) => (form.client_secret ? null : { status: 400, body: { error: 'invalid_request', error_description: 'client_secret is missing.' } }),
  tokenAnswer: (front, out, form) => {
    if (form.grant_type === 'refresh_token') delete out.refresh_token;     // Google keeps the first one
    out.scope = out.scope.split(' ').map((s) => LONG[s] ?? s).join(' ');
    return out;
  },
  tokenError: (out) => (out.error === 'invalid_grant' ? { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } : out),
  back: (url) => { if (url.searchParams.has('code')) { url.searchParams.set('authuser', '0'); url.searchParams.set('prompt', 'consent'); } return url.href; },

  async revoke(front, req, res) {
    front.counts.revoke += 1;
    const token = new URLSearchParams(await readBody(req)).get('token') ?? new URL(req.url, 'https://x').searchParams.get('token');
    const found = [...front.store.list('RefreshToken'), ...front.store.list('AccessToken')].find(([value]) => value === token);
    if (!found) return json(res, 400, { error: 'invalid_token', error_description: 'Token expired or revoked' });
    front.endGrants(front.emails[found[1].accountId]);     // one token ends everything this project was given
    return json(res, 200, {});
  },

  async route(front, req, res, u, host) {
    const here = `${host}${u.pathname}`;
    if (here === 'accounts.google.com/o/oauth2/v2/auth') return front.authorize(req, res, u);
    if (here === 'oauth2.googleapis.com/token' && req.method === 'POST') return front.token(req, res);
    if (here === 'oauth2.googleapis.com/revoke') return google.revoke(front, req, res);
    if (here === 'accounts.google.com/.well-known/openid-configuration') {
      return json(res, 200, {
        issuer: google.issuer, authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth', token_endpoint: 'https://oauth2.googleapis.com/token',
        revocation_endpoint: 'https://oauth2.googleapis.com/revoke', jwks_uri: 'https://accounts.google.com/oauth2/v3/certs', response_types_supported: ['code'],
        code_challenge_methods_supported: ['plain', 'S256'], scopes_supported: ['openid', 'email', 'profile'],
      });
    }
    if (here.startsWith('accounts.google.com/o/oauth2/v2/auth/') || here === 'accounts.google.com/oauth2/v3/certs') return front.app(req, res);
    return html(res, 404, errorPage('Google', 'Not found', here));
  },
};
