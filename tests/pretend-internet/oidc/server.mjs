// Starts both sign-in servers, and the inner door: token questions from mail servers, knobs and state for the tests.
import http from 'node:http';
import { Front, json, readBody, world } from './front.mjs';
import { google } from './google.mjs';
import { clouds } from './microsoft.mjs';

const fronts = Object.fromEntries([google, ...clouds].map((kind) => [kind.name, new Front(kind)]));
for (const host of Object.keys(world.hosts).filter((h) => world.hosts[h].services.includes('oauth'))) {
  const name = clouds.find((cloud) => cloud.login === host)?.name ?? (host.includes('google') ? 'google' : 'microsoft');
  fronts[name].listen(host, world.hosts[host].certificate);
}

const READS = (t) => (t.provider === 'google' ? /^https:\/\/mail\.google\.com\/$/ : /\/IMAP\.AccessAsUser\.All$/);
const introspect = async (token) => {
  for (const front of Object.values(fronts)) { const known = await front.introspect(token); if (known) return known; }
  return { active: false };
};
const calls = {
  '/introspect': async (body) => introspect(new URLSearchParams(body).get('token')),
  '/introspect/imap': async (body) => {
    const t = await introspect(new URLSearchParams(body).get('token'));
    return t.active && t.scope.split(' ').some((s) => READS(t).test(s)) ? t : { active: false };
  },
  '/state': async () => Object.fromEntries(Object.entries(fronts).map(([n, f]) => [n, f.state()])),
  '/knobs': async (body) => { const { provider, ...knobs } = JSON.parse(body); Object.assign(fronts[provider].knobs, knobs); fronts[provider].failures = 0; return fronts[provider].knobs; },
  '/consent': async (body) => { const { account, consent } = JSON.parse(body); fronts[world.accounts[account].provider].consent[account] = consent; return {}; },
  '/revoke': async (body) => { const { account } = JSON.parse(body); return { ended: fronts[world.accounts[account].provider].endGrants(account) }; },
  '/device/knobs': async (body) => Object.assign(fronts.microsoft.devices.knobs, JSON.parse(body)),
  '/device': async (body) => { const { user_code, account, do: what } = JSON.parse(body); return { fault: await fronts.microsoft.devices.decide(user_code, account, what ?? 'allow') }; },
  '/reset': async () => { Object.values(fronts).forEach((f) => f.reset()); return {}; },
};
http.createServer(async (req, res) => {
  try { return json(res, 200, await calls[new URL(req.url, 'http://x').pathname](await readBody(req))); } catch (e) { return json(res, 500, { error: e.message }); }
}).listen(world.oauth, '127.0.0.1');
