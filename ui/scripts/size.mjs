// How much the program's page weighs, packed as gzip -9 packs it. Above the budget is a failure.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const BUDGET = 50_000;
const folder = fileURLToPath(new URL('../dist/', import.meta.url));
let sum = 0;
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const bytes = gzipSync(await readFile(`${entry.parentPath}/${entry.name}`), { level: 9 }).length;
  console.log(`${String(bytes).padStart(7)}  ${entry.name}`);
  sum += bytes;
}
console.log(`${String(sum).padStart(7)}  of ${BUDGET} bytes`);
if (sum > BUDGET) process.exitCode = 1;
