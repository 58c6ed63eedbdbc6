/*
 * `model --add` through the headless runner: tables made empty from file to file, what is refused, and what help says. The
 * bundles of `dist/` do the work, in the real Office.js.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import type { Book } from '../../../src/preview/book/book';
import { INPUT_TABLES } from '../../../src/workbook/schema';

jest.setTimeout(60_000);

const project = resolve(__dirname, '../../..');
const derby = join(project, 'assets/samples/derby-shadow-pool-2008-09.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-add-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ exitCode: number; outcome: Outcome; stderr: string }> {
  const { exitCode, stdout, stderr } = await runHeadless([...words, '--json'], { project, working: folder });
  return { exitCode, outcome: JSON.parse(stdout) as Outcome, stderr };
}

function saved(name: string): Book {
  const opened = openXlsx(readFileSync(join(folder, name)));
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.book;
}

test('the tables named are made after the model, with a column for each partner, and saved as tables', async () => {
  expect((await run('model', derby, 'model.xlsx')).exitCode).toBe(0);
  const { exitCode, outcome } = await run('model', 'model.xlsx', 'added.xlsx', '--add', 'PoolStaff,PoolPlacements');
  expect(exitCode).toBe(0);
  expect(outcome.totals).toEqual({ added: ['PoolStaff', 'PoolPlacements'] });
  expect(outcome.written.slice(0, -1)).toEqual(['Pool', 'PoolStaff', 'PoolPlacements']);
  const book = saved('added.xlsx');
  const shortNames = saved('model.xlsx').sheet('Pool partners')!;
  const headings = book.table('PoolPlacements')!.columns.map(({ name }) => name);
  expect(headings.slice(-2)).toEqual([shortNames.value(5, 2), shortNames.value(6, 2)]);
  expect(book.table('PoolStaff')!.area).toMatchObject({ row: 4, rows: 2, columns: 10 });
});

test('asked for again, they are said to be there and the saved sheets are the same', async () => {
  const { exitCode, outcome } = await run('model', 'added.xlsx', 'again.xlsx', '--add', 'PoolStaff, poolplacements');
  expect(exitCode).toBe(0);
  expect(outcome.findings.map(({ kind }) => kind)).toEqual(['table there already', 'table there already']);
  expect(outcome.tables).toEqual([]);
  const cells = (name: string): unknown => saved(name).sheets.map((sheet) => [sheet.name, [...sheet.cells()]]);
  expect(cells('again.xlsx')).toEqual(cells('added.xlsx'));
});

test('the month reconciles beside the empty tables without an error', async () => {
  const { outcome, stderr } = await run('reconcile', 'added.xlsx', 'month.xlsx', '--period', '2008-09');
  const plain = await run('reconcile', 'model.xlsx', 'plain.xlsx', '--period', '2008-09');
  expect(stderr).toBe('');
  expect(outcome.findings).toEqual(plain.outcome.findings);
  expect(outcome.totals).toEqual(plain.outcome.totals);
});

test('a name that is no table is refused with those there are, and no file is made', async () => {
  const { exitCode, stderr } = await run('model', derby, 'never.xlsx', '--add', 'PoolStaff,PoolStuff');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('There is no table PoolStuff to fill in.');
  for (const { name } of INPUT_TABLES) expect(stderr).toContain(name);
  expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
});

test.each([
  ['no name at all', ['model', derby, 'never.xlsx', '--add', ' , '], 'No table was named.'],
  ['placements before partners', ['model', derby, 'never.xlsx', '--add', 'PoolPlacements'], 'PoolPartners names none'],
  ['a task that adds nothing', ['check', derby, '--add', 'PoolStaff'], 'belongs to the task model, not to check'],
  ['an option without its value', ['model', derby, 'never.xlsx', '--add'], undefined],
])('%s is refused', async (_why, words, sentence) => {
  const { exitCode, stderr } = await runHeadless(words, { project, working: folder });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(sentence ?? 'argument missing');
  expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
});

test('help names the option', async () => {
  expect((await runHeadless(['--help'], { project, working: folder })).stdout).toContain('--add <tables>');
});
