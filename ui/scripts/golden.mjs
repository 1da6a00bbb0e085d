// Draws every golden View in Debian's Chromium: no accessibility finding (axe), no word missing, nothing against the
// content policy, no sideways scrolling; and keeps a picture of each in docs/screens.
//   npm run golden            all of them
//   npm run golden -- done    those whose name contains "done"; pictures of others stay as they are
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launch } from './browser.mjs';
import { serve } from './serve.mjs';
import { smaller } from './png.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const GOLDEN = here('../../tests/golden/');
const SAMPLES = here('../tests/samples/');
const SCREENS = process.env.SCREENS ?? here('../../docs/screens/');
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KINDS = [
  ['ja', 'light'],
  ['ja', 'dark'],
  ['en', 'light'],
];
const only = process.argv[2] ?? '';

const named = async (folder) => (await readdir(folder)).filter((name) => name.endsWith('.json') && name.includes(only)).map((name) => [folder, name]);
const files = [...(await named(GOLDEN).catch(() => [])), ...(await named(SAMPLES).catch(() => []))];
if (files.length === 0) throw new Error('no golden View to draw');

process.env.GOLDEN = '1';
await build({ root: here('..'), logLevel: 'warn' });
await mkdir(SCREENS, { recursive: true });
const server = await serve(here('../dist-golden'));
const browser = await launch('--font-render-hinting=none');

const findings = [];
let drawn = 0;
await Promise.all(KINDS.map(drawAll));
await browser.close();
server.close();
for (const finding of new Set(findings)) console.error(finding);
const failed = new Set(findings).size;
console.log(`${drawn - Math.min(drawn, failed)} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function drawAll([language, colorScheme]) {
  const context = await browser.newContext({
    viewport: { width: 760, height: 620 }, colorScheme, reducedMotion: 'reduce', timezoneId: 'Asia/Tokyo', bypassCSP: false,
  });
  for (const [folder, file] of files) {
    const name = file.replace('.json', '');
    const view = JSON.parse(await readFile(folder + file, 'utf8'));
    findings.push(...(await draw(context, { name, view, language, colorScheme, keep: folder === GOLDEN || only !== '' })));
    drawn += 1;
  }
  await context.close();
}

async function draw(context, { name, view, language, colorScheme, keep }) {
  const page = await context.newPage();
  const found = [];
  const say = (what) => found.push(`${name} ${language} ${colorScheme}: ${what}`);
  page.on('console', (message) => message.type() === 'error' && say(message.text()));
  page.on('pageerror', (error) => say(error.message));
  const since = view.screen.phase?.since;
  await page.clock.setFixedTime(since ? since + 80_000 : 1_795_500_060_000);
  await page.goto(`${server.origin}/golden.html#${name}/${language}`);
  const isDrawn = await page.waitForSelector('h1', { timeout: 10_000 }).catch(() => null);
  if (!isDrawn) return say('was not drawn'), await page.close(), found;
  await page.evaluate(() => document.fonts.ready);
  // What comes a little later, or moves into its place, is there: else a slow computer would draw another picture.
  await page.evaluate(() => document.getAnimations().forEach((each) => each.effect.getComputedTiming().endTime < Infinity && each.finish()));
  if (keep) await writeFile(`${SCREENS}/${name}-${language}-${colorScheme}.png`, smaller(await page.screenshot()));
  for (const trouble of await page.evaluate(() => [...window.troubles])) say(trouble);
  // The policy forbids scripts from elsewhere, so axe comes through the browser's own door.
  await page.evaluate(AXE);
  // What differs in the dark is the colours alone.
  const rules = colorScheme === 'dark' ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly }), rules);
  for (const { id, nodes } of violations) say(`axe ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  await page.setViewportSize({ width: 320, height: 256 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) say(`scrolls sideways at 320 px: ${wide}`);
  await page.close();
  return found;
}
