// What is Microsoft's own: tenants, http://localhost only, no secret, long refresh tokens that change on every use.
import { createHash, randomUUID, sign } from 'node:crypto';
import { html, json, signingKey, world } from './front.mjs';
import { errorPage } from './pages.mjs';

const TENANTS = { consumers: '9188040d-6c67-4c5b-b112-36a304b66dad', organizations: '5a1c2b3d-0000-4000-8000-00c0ffee0001' };
// The clouds: nothing of one is known in another, neither accounts nor registrations nor rights.
const WORLD = { name: 'microsoft', login: 'login.microsoftonline.com', instance: 'microsoftonline.com', region: 'AS', outlook: ['outlook.office.com', 'outlook.office365.com'], graph: 'graph.microsoft.com', page: 'devicelogin', company: 'ms-company.example' };
const CHINA = { name: 'microsoft-china', login: 'login.partner.microsoftonline.cn', instance: 'partner.microsoftonline.cn', region: 'AS', outlook: ['partner.outlook.cn'], graph: 'microsoftgraph.chinacloudapi.cn', page: 'deviceloginchina', company: 'china-company.example' };
const GOVERNMENT = { name: 'microsoft-gov', login: 'login.microsoftonline.us', instance: 'microsoftonline.us', region: 'USGov', outlook: ['outlook.office365.us'], graph: 'graph.microsoft.us', page: 'deviceloginus', company: 'agency.example' };
const NUMBERS = { invalid_grant: 70000, invalid_client: 7000218, invalid_request: 900144, invalid_scope: 70011, unauthorized_client: 700016 };
const DEVICE = { authorization_pending: ['authorization_pending', 70016], access_denied: ['authorization_declined', 70018], expired_token: ['expired_token', 70020], invalid_grant: ['bad_verification_code', 70019] };

const failure = (error, code, text) => ({
  error, error_description: `AADSTS${code}: ${text} Trace ID: ${randomUUID()} Correlation ID: ${randomUUID()} Timestamp: ${new Date().toISOString().replace('T', ' ').slice(0, 19)}Z`,
  error_codes: [code], timestamp: `${new Date().toISOString().replace('T', ' ').slice(0, 19)}Z`, trace_id: randomUUID(), correlation_id: randomUUID(),
});
const enc = (o) => Buffer.from(JSON.stringify(o)).toString('base64url');

// The id token names the tenant of the person who signed in, which is known only after the sign-in.
function forTenant(idToken, tenant, login) {
  const [head, body] = idToken.split('.');
  const claims = { ...JSON.parse(Buffer.from(body, 'base64url')), iss: `https://${login}/${TENANTS[tenant]}/v2.0`, tid: TENANTS[tenant], ver: '2.0' };
  const text = `${head}.${enc(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), signingKey.privateKey).toString('base64url')}`;
}

const inCloud = ({ name, login, instance, region, outlook, graph, page, company }) => {
  const OUTLOOK = ['SMTP.Send', 'IMAP.AccessAsUser.All', 'POP.AccessAsUser.All'].flatMap((s) => outlook.map((host) => `https://${host}/${s}`));
  const GRAPH = [`https://${graph}/Mail.Send`, `https://${graph}/User.Read`, 'Mail.Send', 'User.Read', 'SMTP.Send'];
  const routes = { authorization: '/authorize', token: '/token', jwks: '/common/discovery/v2.0/keys', userinfo: '/oidc/userinfo', device_authorization: '/devicecode', code_verification: '/device' };
  return {
    name, login, page, brand: 'Microsoft', issuer: `https://${login}/common/v2.0`, chooser: false, tickBoxes: false, rotates: true,
    mailScopes: [...OUTLOOK, ...GRAPH],
    lengths: { AccessToken: 1800, RefreshToken: 1660, AuthorizationCode: 400 },
    routes,
    claims: { openid: ['sub', 'oid'], profile: ['name', 'preferred_username'], email: ['email'] },
    client: {
      client_id: world.microsoft_clients[name], application_type: 'native', token_endpoint_auth_method: 'none',
      redirect_uris: ['http://localhost'], grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'], response_types: ['code'],
    },
    denied: { error: 'access_denied', error_description: 'AADSTS65004: User declined to consent to access the app.' },
    errorTitle: (out) => (out.error_description?.includes('redirect_uri') ? 'AADSTS50011' : `申し訳ありませんが、サインイン中に問題が発生しました (${out.error})`),
    describe: (email, a) => ({ sub: createHash('sha256').update(`sub ${email}`).digest('base64url'), oid: `00000000-0000-0000-0000-${createHash('sha256').update(email).digest('hex').slice(0, 12)}`, email, preferred_username: email, name: a?.name }),
    wantsRefresh: (front, code) => code.scopes.has('offline_access'),
    // Registered: http://localhost. The port is free, the path is not.
    redirectAllowed: (uri) => /^http:\/\/localhost(:\d+)?\/?$/.test(uri),
    check: (q) => {
      const scopes = (q.get('scope') ?? '').split(' ');
      if (scopes.some((s) => OUTLOOK.includes(s)) && scopes.some((s) => GRAPH.includes(s))) return 'AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource.';
      return null;
    },
    stop: (account, params, consent) => {
      if (params.tenant === 'organizations' && account.tenant === 'consumers') return { title: 'サインインできません', text: 'AADSTS500208: The domain is not a valid login domain for the account type.' };
      if (params.tenant === 'consumers' && account.tenant === 'organizations') return { title: 'サインインできません', text: 'その Microsoft アカウントは存在しません。' };
      if (consent === 'admin-approval') return { title: '管理者の承認が必要', text: 'AADSTS90094: Admin consent is required.', back: true };
      if (consent === 'not-consented') return { title: '承認が必要です', text: "AADSTS65001: The user or administrator has not consented to use the application with ID '11112222-bbbb-3333-cccc-4444dddd5555' named 'Todoita'." };
      if (consent === 'single-tenant') return { title: 'サインインできません', text: "AADSTS50194: Application '11112222-bbbb-3333-cccc-4444dddd5555'(Todoita) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'." };
      if (consent === 'not-in-directory') return { title: 'サインインできません', text: "AADSTS700016: Application with identifier '11112222-bbbb-3333-cccc-4444dddd5555' was not found in the directory 'Company'." };
      if (consent === 'conditional-access') return { title: '今はアクセスできません', text: 'AADSTS53003: Access has been blocked by Conditional Access policies.' };
      return null;
    },
    checkToken: (form) => (form.client_secret ? { status: 401, body: failure('invalid_client', 700025, 'Client is public so neither client_assertion nor client_secret should be presented.') } : null),
    tokenAnswer: (front, out) => {
      const { tenant } = front.accounts[front.emails[front.store.items.get(`AccessToken:${out.access_token}`).accountId]];
      const scopes = out.scope.split(' ').filter((s) => s !== 'offline_access');
      // a work tenant names only what belongs to the resource asked for
      out.scope = scopes.filter((s) => tenant === 'consumers' || !['openid', 'profile', 'email'].includes(s)).join(' ');
      out.ext_expires_in = out.expires_in;
      if (out.id_token) out.id_token = forTenant(out.id_token, tenant, login);
      return out;
    },
    tokenError: (out, device) => (device && DEVICE[out.error] ? failure(...DEVICE[out.error], 'Of a code for another device.') : failure(out.error, NUMBERS[out.error] ?? 90000, out.error === 'invalid_grant' ? 'The provided value for the input parameter "refresh_token" or "code" is not valid.' : out.error_description ?? '')),
    back: (url) => {
      url.searchParams.delete('iss');
      if (url.searchParams.has('code')) url.searchParams.set('session_state', randomUUID());
      if (url.searchParams.get('error') === 'access_denied') url.searchParams.set('error_subcode', 'cancel');
      return url.href;
    },

    async route(front, req, res, u, host) {
      if (host === 'microsoft.com') {
        const there = clouds.find((cloud) => u.pathname === `/${cloud.page}`);
        if (!there) return html(res, 404, errorPage('Microsoft', 'Not found', u.pathname));
        res.writeHead(302, { location: `https://${there.login}/common/oauth2/deviceauth` });
        return res.end();
      }
      const [, tenant, ...rest] = u.pathname.split('/'); const path = rest.join('/');
      const known = ['common', ...Object.keys(TENANTS), ...Object.values(TENANTS), company].includes(tenant);
      const own = name === 'microsoft' ? world.tenants[tenant] : undefined;
      if (own && path === 'v2.0/.well-known/openid-configuration') {
        const door = `https://${own.login ?? 'login.microsoftonline.com'}/${own.id}`;
        return json(res, 200, { issuer: `${door}/v2.0`, authorization_endpoint: `${door}/oauth2/v2.0/authorize`, token_endpoint: `${door}/oauth2/v2.0/token`, tenant_region_scope: own.region, tenant_region_sub_scope: own.sub ?? null, cloud_instance_name: own.cloud });
      }
      if (known && path === 'oauth2/v2.0/authorize') return front.authorize(req, res, u, tenant);
      if (known && path === 'oauth2/v2.0/token' && req.method === 'POST') return front.token(req, res);
      if (known && path === 'oauth2/v2.0/devicecode' && req.method === 'POST') return front.devices.authorize(req, res);
      if (known && path === 'oauth2/deviceauth') return front.devices.page(req, res);
      if (known && path === 'v2.0/.well-known/openid-configuration') {
        const base = `https://${login}/${tenant}`; const id = TENANTS[tenant] ?? (tenant === company ? TENANTS.organizations : '{tenantid}');
        return json(res, 200, {
          issuer: `https://${login}/${id}/v2.0`, authorization_endpoint: `${base}/oauth2/v2.0/authorize`, token_endpoint: `${base}/oauth2/v2.0/token`,
          jwks_uri: `${base}/discovery/v2.0/keys`, response_types_supported: ['code'], cloud_instance_name: instance, tenant_region_scope: region,
        });
      }
      if (path === 'v2.0/.well-known/openid-configuration') return json(res, 400, failure('invalid_tenant', 90002, `Tenant '${tenant}' not found.`));
      if (u.pathname.startsWith('/authorize/') || path === 'discovery/v2.0/keys') { if (path === 'discovery/v2.0/keys') req.url = routes.jwks; return front.app(req, res); }
      return html(res, 404, errorPage('Microsoft', 'Not found', u.pathname));
    },
  };
};

export const clouds = [WORLD, CHINA, GOVERNMENT].map(inCloud);
