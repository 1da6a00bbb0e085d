// A person at the default browser: opens the address, signs in and answers as $PI_RUN/browser-plan.json says.
// The plan is one object, or a list of which each opening takes the next (the last one stays):
//   { "do": "allow" | "deny" | "untick-mail" | "other-account" | "wrong-password" | "wrong-then-right" | "do-nothing",
//     "account": "taro@gmail.com", "password": "...", "wait_ms": 0 }
// Left out: do = allow; account = the address asked for (login_hint), else the provider's first; password = the right one.
// Leaves screenshots $PI_RUN/browser/NN-NAME.png and one line of JSON an opening in $PI_RUN/browser/results.jsonl.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const RUN = process.env.PI_RUN; const shots = `${RUN}/browser`; const url = new URL(process.argv[2]);
const world = JSON.parse(fs.readFileSync(`${RUN}/world.json`));
fs.mkdirSync(shots, { recursive: true });

function nextPlan() {
  const file = `${RUN}/browser-plan.json`;
  if (!fs.existsSync(file)) return {};
  const plan = JSON.parse(fs.readFileSync(file));
  if (!Array.isArray(plan)) return plan;
  if (plan.length > 1) fs.writeFileSync(file, JSON.stringify(plan.slice(1)));
  return plan[0] ?? {};
}

const provider = url.hostname.includes('google') ? 'google' : 'microsoft';
const plan = { do: 'allow', wait_ms: 0, ...nextPlan() };
const hinted = url.searchParams.get('login_hint');
const account = plan.account ?? (world.accounts[hinted] && hinted) ?? Object.keys(world.accounts).find((a) => world.accounts[a].provider === provider);
const password = plan.password ?? world.accounts[account]?.password ?? 'unknown';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(fs.existsSync), headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability',
    '--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater,DnsOverHttps', '--lang=ja',
    '--host-resolver-rules=MAP clients2.google.com ~NOTFOUND, MAP update.googleapis.com ~NOTFOUND, MAP redirector.gvt1.com ~NOTFOUND'],
});
// The test authority is not in the browser's own store; the program under test is what checks certificates here.
const page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'ja-JP', viewport: { width: 900, height: 700 } })).newPage();
let n = fs.readdirSync(shots).filter((f) => f.endsWith('.png')).length;
const shot = (name) => page.screenshot({ path: `${shots}/${String(n += 1).padStart(2, '0')}-${name}.png` });
const has = async (id) => await page.locator(id).count() > 0;
const report = async (more) => fs.appendFileSync(`${shots}/results.jsonl`, `${JSON.stringify({ plan, account, title: await page.title(), text: (await page.locator('body').innerText()).trim().slice(0, 2000), ...more })}\n`);
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

async function chooseAccount() {
  if (await has('#chooser')) {
    await shot('choose-account');
    const known = page.locator(`#chooser button[data-account="${account}"]`);
    if (await known.count()) return known.click();
    await page.click('#other');
  } else if (await has('#password') && (await page.textContent('#account')) !== account) await page.click('#other');
  if (await has('#email')) { await page.fill('#email', account); await shot('account'); await page.click('#next'); }
  return undefined;
}

async function signIn() {
  await chooseAccount();
  await page.waitForSelector('#password, #error');
  if (await has('#error')) return false;
  const wrong = plan.do.startsWith('wrong');
  await page.fill('#password', wrong ? 'not-my-password' : password); await shot('password'); await page.click('#signin');
  await page.waitForSelector('#allow, #wrong, #error');
  if (!(await has('#wrong'))) return has('#allow');
  await shot('wrong-password');
  if (plan.do !== 'wrong-then-right') return false;
  await page.fill('#password', password); await page.click('#signin'); await page.waitForSelector('#allow, #error');
  return has('#allow');
}

try {
  await new Promise((r) => { setTimeout(r, plan.wait_ms); });
  await page.goto(url.href);
  if (plan.do === 'do-nothing') { await shot('closed'); await report({ ended: 'closed' }); } else if (!(await signIn())) { await shot('stopped'); await report({ ended: 'stopped' }); } else {
    if (plan.do !== 'untick-mail') for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
    await shot('consent');
    // The program holds its answer until it has exchanged the code; that page is what the person sees last.
    await Promise.all([page.waitForURL(loopback, { timeout: 60000 }), page.click(plan.do === 'deny' ? '#cancel' : '#allow')]);
    await page.waitForLoadState(); await shot('back-in-the-program');
    await report({ ended: 'back', url: page.url().replace(/code=[^&]+/, 'code=...') });
  }
} catch (e) {
  await shot('error').catch(() => {}); await report({ ended: 'error', error: e.message }).catch(() => {}); console.error(e);
} finally { await browser.close(); }
