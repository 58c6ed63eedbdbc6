// The same code opens and saves workbooks in a page: nothing of Node may be used, and nothing but the agreed packages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../src/preview/xlsx');
const files = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

test('only fflate, saxes and the workbook in memory are imported', () => {
  const outside = files.flatMap(([file, text]) => {
    const imports = [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
    return imports
      .filter((path) => !/^(?:\.\/|\.\.\/book\/|fflate$|saxes$)/.test(path))
      .map((path) => `${file}: ${path}`);
  });
  expect(outside).toEqual([]);
  expect(files.length).toBeGreaterThan(40);
});

test('no global of Node is used', () => {
  const uses = files.filter(([, text]) => /\b(?:Buffer|process|require|__dirname|setImmediate)\b[.(]/.test(text));
  expect(uses.map(([file]) => file)).toEqual([]);
});
