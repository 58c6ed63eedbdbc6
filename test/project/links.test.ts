// Every link of the pages leads to a file that is there and, where it names a heading, to a heading of that file.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const PAGES = [...['.', 'docs', 'docs/arrangements', 'docs/tasks', 'assets/samples'].flatMap(inFolder)];

/** What a heading is called in a link: small letters, no marks, a hyphen for each space. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

function anchorsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

test.each(PAGES)('%s', (page) => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to);
  const broken = links
    .filter((to) => !/^[a-z]+:/.test(to))
    .filter((to) => {
      const [path = '', anchor] = to.split('#');
      const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
    });
  expect(broken).toEqual([]);
});

test('every page but the README and the changes is reached from another', () => {
  const linked = new Set(
    PAGES.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s#]+)/g)].map(([, to = '']) =>
        resolve(root, dirname(page), to),
      ),
    ),
  );
  expect(PAGES.filter((page) => page !== 'README.md' && !linked.has(join(root, page)))).toEqual([]);
});
