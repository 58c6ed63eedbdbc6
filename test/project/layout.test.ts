/* The shape of the code: one direction of imports, and one place for decimal.js. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve(__dirname, '../../src');

/** What each folder may import, besides itself. `words` holds sentences only and is imported by the outer layers. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  money: [],
  pool: ['money'],
  ledger: ['money'],
  words: ['money', 'pool', 'ledger', 'workbook', 'tasks'],
  workbook: ['money', 'pool', 'ledger', 'words'],
  functions: ['money', 'pool', 'ledger', 'words'],
  tasks: ['money', 'pool', 'ledger', 'workbook', 'words'],
  taskpane: ['tasks', 'workbook', 'words'],
  preview: [],
};

/** What else a folder may name with `import type`: a type leaves nothing in the bundle. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = { preview: ['tasks'] };

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? filesBelow(full) : full.endsWith('.ts') ? [full] : [];
  });
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly typeOnly: boolean;
}

const files = filesBelow(source);
const arrows: Arrow[] = files.flatMap((file) => {
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'/gms)];
  return imports.map((match) => ({
    from: path.relative(source, file).split(path.sep)[0] ?? '',
    to: path.relative(source, path.resolve(path.dirname(file), match[2] ?? '')).split(path.sep)[0] ?? '',
    file: path.relative(source, file),
    typeOnly: match[1] !== undefined,
  }));
});

test('imports go one way: workbook to model to result to workbook', () => {
  const backwards = arrows.filter(
    ({ from, to, typeOnly }) =>
      from !== to &&
      !(MAY_IMPORT[from] ?? []).includes(to) &&
      !(typeOnly && (MAY_IMPORT_TYPES[from] ?? []).includes(to)),
  );
  expect(backwards.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
  expect(arrows.length).toBeGreaterThan(50);
});

test('every folder of src is named in the rule above', () => {
  expect(readdirSync(source).filter((name) => !(name in MAY_IMPORT))).toEqual([]);
});

test('decimal.js is imported in one file', () => {
  const users = files.filter((file) => /from 'decimal\.js'/.test(readFileSync(file, 'utf8')));
  expect(users.map((file) => path.relative(source, file))).toEqual([path.join('money', 'exact.ts')]);
});

test('no code of ours makes a network call or writes HTML from text', () => {
  const forbidden =
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(|\.(innerHTML|outerHTML)\s*=|unsafeHTML|\beval\s*\(/;
  const product = files.filter((file) => !path.relative(source, file).startsWith('preview'));
  expect(product.filter((file) => forbidden.test(readFileSync(file, 'utf8')))).toEqual([]);
});
