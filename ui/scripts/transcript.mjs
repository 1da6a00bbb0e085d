// What a screen reader is told on the main paths: the window's title, where the focus is, what the status region says, and
// roles with their names in order, from Chromium's accessibility tree. Kept in docs/transcript-ja.md and -en.md.
//   npm run transcript                             compares
//   TODOITA_UPDATE_GOLDEN=1 npm run transcript     writes anew
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PATHS = {
  'Signing in with the browser': ['address', 'address-hint', 'address-searching', 'consent', 'consent-waiting', 'check-begins', 'check-signing-in', 'check-keeping', 'arrival-looking', 'done-inbox'],
  'An app password': ['password-app-icloud', 'password-app-misfit', 'password-app-icloud-fits', 'check-handing-over', 'arrival-asking', 'arrival-not-yet', 'done-confirmed'],
  'Something is in the way': ['password-error', 'problem-needs-app-password', 'problem-smtp-auth-off'],
  'Later': ['home', 'home-removing', 'home-removed'],
};

process.env.GOLDEN = '1';
await build({ root: here('..'), logLevel: 'warn' });
const server = await serve(here('../dist-golden'));
const browser = await launch();
for (const language of ['ja', 'en']) await keep(language, await transcript(language));
await browser.close();
server.close();

async function transcript(language) {
  const lines = [`# What a screen reader is told (${language})`, '', 'Made by `npm run transcript` from the golden Views. In the order of the paths; a screen that stays tells only what is new.'];
  for (const [path, names] of Object.entries(PATHS)) {
    lines.push('', `## ${path}`);
    const context = await browser.newContext({ viewport: { width: 760, height: 620 }, reducedMotion: 'reduce', timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    await page.clock.install({ time: 1_795_500_060_000 });
    await page.goto(`${server.origin}/golden.html#${names[0]}/${language}`);
    await page.waitForSelector('h1');
    await page.evaluate(() => {
      window.said = [];
      new MutationObserver(() => {
        const text = document.querySelector('[role="status"]').textContent.trim();
        if (text && text !== window.said.at(-1)) window.said.push(text);
      }).observe(document.querySelector('[role="status"]'), { childList: true, characterData: true, subtree: true });
    });
    let before = '';
    for (const [at, name] of names.entries()) {
      const folder = language === 'en' ? 'en/' : '';
      const view = JSON.parse(await readFile(here(`../../tests/golden/${folder}${name}.json`), 'utf8'));
      if (at > 0) await page.evaluate((next) => window.host.show(next), view);
      // The status region speaks every two seconds at most.
      await page.clock.runFor(2500);
      const told = await page.evaluate(tell);
      const tree = await page.locator('body').ariaSnapshot();
      lines.push('', `### ${name}`, '', `- title: ${told.title}`, `- focus: ${told.focus}`, ...told.said.map((text) => `- said: ${text}`));
      lines.push('', '```yaml', tree === before ? '# as before' : tree, '```');
      before = tree;
    }
    await context.close();
  }
  return `${lines.join('\n').replaceAll('\u200b', '')}\n`;
}

/** Runs in the page. */
function tell() {
  const { activeElement: focused } = document;
  const name = focused.labels?.[0]?.textContent ?? focused.getAttribute('aria-label') ?? focused.textContent;
  return { title: document.title, focus: focused === document.body ? 'nowhere' : `${focused.tagName.toLowerCase()} “${name.trim()}”`, said: window.said.splice(0) };
}

async function keep(language, text) {
  const file = here(`../../docs/transcript-${language}.md`);
  if (process.env.TODOITA_UPDATE_GOLDEN) return writeFile(file, text);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return console.log(`${language}: as kept`);
  console.error(`${language}: not as kept in docs/transcript-${language}.md; look at it, then TODOITA_UPDATE_GOLDEN=1 npm run transcript`);
  process.exitCode = 1;
}
