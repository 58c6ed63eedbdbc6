/*
 * The task `share` through the headless runner: a workbook without projects, and Leicester's project from file to file. The
 * bundles of `dist/` do the work, in the real Office.js.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless } from '../../../src/preview/headless/run';
import { CellError } from '../../../src/preview/book/values';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { openProjects } from '../../tasks/share/fixture';

jest.setTimeout(60_000);

const project = resolve(__dirname, '../../..');
const leicester = join(project, 'assets/samples/leicester-learning-disability-2004-05.xlsx');
const derby = join(project, 'assets/samples/derby-shadow-pool-2008-09.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-share-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ exitCode: number; outcome: Outcome; stderr: string }> {
  const { exitCode, stdout, stderr } = await runHeadless([...words, '--json'], { project, working: folder });
  return { exitCode, outcome: JSON.parse(stdout) as Outcome, stderr };
}

test('a workbook without projects gets the empty tables, and the finding says what to fill in', async () => {
  const { exitCode, outcome } = await run('share', derby, 'empty.xlsx');
  expect(exitCode).toBe(0);
  expect(outcome.written).toEqual(expect.arrayContaining(['PoolPartners', 'PoolProjects', 'PoolProjectShares']));
  expect(outcome.findings[0]?.sentence).toMatch(/will be made, empty\. Fill in a row for each item/);
  const again = await run('share', 'empty.xlsx', 'never.xlsx');
  expect(again.exitCode).toBe(2);
  expect(again.stderr).toMatch(/PoolProjects has no rows/);
});

test('the project cost of the Leicester sample is proposed by the first run and shared by the second', async () => {
  const first = await run('share', leicester, 'proposed.xlsx');
  expect(first.exitCode).toBe(0);
  expect(first.outcome.findings.map(({ kind }) => kind)).toEqual(['project found']);
  const second = await run('share', 'proposed.xlsx', 'leicester.xlsx');
  expect(second.exitCode).toBe(0);
  expect(second.outcome.totals).toMatchObject({ cost: 38_500, shared: 20_000, aboveCap: 18_500 });
});

test('Leicester’s project from file to file: 4,625.00 each, saved with its formulas and figures', async () => {
  const host = await openProjects();
  writeFileSync(join(folder, 'projects.xlsx'), saveXlsx(host.book));
  const { exitCode, outcome, stderr } = await run('share', 'projects.xlsx', 'shared.xlsx', '--period', '2004-12');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(outcome).toMatchObject({ task: 'share', period: '2004-12', totals: { cost: 21_000, shared: 20_000 } });

  const opened = openXlsx(readFileSync(join(folder, 'shared.xlsx')));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const sheet = opened.value.book.sheet('Pool split')!;
  const cells = [...sheet.cells()];
  expect(cells.filter(([, , { value }]) => value instanceof CellError)).toEqual([]);
  const live = cells.filter(([, , { formula }]) => formula?.includes('POOL.SHARE') === true);
  expect(live.map(([, , { value }]) => value)).toEqual(expect.arrayContaining([4_625, 770.84, 770.83]));

  const check = await run('check', 'shared.xlsx');
  expect(check.outcome.findings.map(({ kind }) => kind)).toEqual(['group without set', 'cost above cap', 'not run']);
});
