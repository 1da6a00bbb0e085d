// The page of golden Views: `golden.html#name/en`. For tests and design; not part of the program that ships.
import type { View } from './generated/View';
import { chosen, GoldenHost } from './host/golden';
import { start } from './start';
import { troubles } from './text/bundle';

const files = {
  ...import.meta.glob<View>('../tests/samples/**/*.json', { import: 'default', eager: true }),
  ...import.meta.glob<View>('../../tests/golden/**/*.json', { import: 'default', eager: true }),
};
const views = Object.fromEntries(
  Object.entries(files).map(([path, view]) => [path.replace(/^.*\/(?:golden|samples)\/|\.json$/g, ''), view]),
);
const view = chosen(location.hash, views);

if (view) {
  const host = new GoldenHost(view);
  Object.assign(window, { host, troubles });
  void start(host);
} else {
  for (const name of Object.keys(views)) {
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = name;
    document.body.append(link, document.createElement('br'));
  }
}
window.addEventListener('hashchange', () => location.reload());
