import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// A component's styles are told from others' by its number and not by eight letters that nothing can pack.
const components = readdirSync(fileURLToPath(new URL('src', import.meta.url)), { recursive: true })
  .filter((file) => file.endsWith('.svelte'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
function cssHash({ filename, hash, css }) {
  const number = components.findIndex((file) => filename.replaceAll('\\', '/').endsWith(`src/${file}`));
  // The tools ask about a file of their own making too.
  return number < 0 ? `svelte-${hash(css)}` : `s${number.toString(36)}`;
}

export default { preprocess: vitePreprocess(), compilerOptions: { runes: true, cssHash } };
