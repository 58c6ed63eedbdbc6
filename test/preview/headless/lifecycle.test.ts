/*
 * Closing, freezing and beginning a pool through the headless runner, from file to file: what is saved holds figures and no
 * formulas of ours. The bundles of `dist/` do the work, in the real Office.js.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { JUNE, openReconciled } from '../../tasks/close/fixture';
import { openPool } from '../../tasks/fixture';

jest.setTimeout(60_000);

const project = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-lifecycle-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ exitCode: number; outcome: Outcome; stderr: string }> {
  const { exitCode, stdout, stderr } = await runHeadless([...words, '--json'], { project, working: folder });
  return { exitCode, outcome: JSON.parse(stdout) as Outcome, stderr };
}

/** Every formula on a sheet of a saved file, and the figure in one of its cells. */
function saved(file: string, sheet: string) {
  const opened = openXlsx(readFileSync(join(folder, file)));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const cells = [...opened.value.book.sheet(sheet)!.cells()];
  return {
    formulas: cells.flatMap(([, , { formula }]) => formula ?? []).length,
    valueAt: (row: number, column: number) => opened.value.book.sheet(sheet)!.value(row, column),
  };
}

test('a month is closed: the file holds its figures as values, and it cannot be run again', async () => {
  const host = await openReconciled();
  writeFileSync(join(folder, 'reconciled.xlsx'), saveXlsx(host.book));
  const { exitCode, outcome, stderr } = await run('close', 'reconciled.xlsx', 'closed.xlsx', '--period', JUNE);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(outcome).toMatchObject({
    task: 'close',
    period: JUNE,
    totals: { toValues: [{ table: 'PoolControl' }, { table: 'PoolStatement', cells: 104 }] },
  });
  expect(saved('reconciled.xlsx', 'Pool statement').formulas).toBe(104);
  const closed = saved('closed.xlsx', 'Pool statement');
  expect(closed.formulas).toBe(0);
  expect(closed.valueAt(5, 6)).toBe(13_250.75);

  const again = await run('reconcile', 'closed.xlsx', 'never.xlsx', '--period', JUNE);
  expect(again.exitCode).toBe(2);
  expect(again.stderr).toMatch(
    /June 2026 is closed for Derby City Council: its rows are issued and stay as they are\./,
  );
  const check = await run('check', 'closed.xlsx', '--period', JUNE);
  expect(check.outcome.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('closing needs its month, and refuses a month that was not run with the cells', async () => {
  expect((await run('close', 'reconciled.xlsx', 'never.xlsx')).stderr).toMatch(/needs a month: add --period/);
  const host = await openPool();
  writeFileSync(join(folder, 'open.xlsx'), saveXlsx(host.book));
  const { exitCode, stderr } = await run('close', 'open.xlsx', 'never.xlsx', '--period', JUNE);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/'Pool periods'!C6: June 2026 has not been reconciled for Derby City Council\./);
});

test('a workbook is frozen without a month: no formula of ours is left', async () => {
  const { exitCode, outcome } = await run('freeze', 'reconciled.xlsx', 'frozen.xlsx');
  expect(exitCode).toBe(0);
  expect(outcome).toMatchObject({ task: 'freeze', period: null });
  expect(saved('frozen.xlsx', 'Pool statement').formulas).toBe(0);
  expect(saved('frozen.xlsx', 'Pool control').formulas).toBe(0);
  expect((await run('freeze', 'frozen.xlsx', 'never.xlsx')).stderr).toMatch(/every figure is a value already/);
});

test('a shadow pool begins as a pool on 1 April', async () => {
  const host = await openReconciled({ PoolArrangements: [{ Pool: 'LD', Kind: 'shadow' }] });
  writeFileSync(join(folder, 'shadow.xlsx'), saveXlsx(host.book));
  const { exitCode, outcome, stderr } = await run('promote', 'shadow.xlsx', 'pooled.xlsx', '--period', '2027-04');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(outcome.totals).toMatchObject({ begins: '2027-04', comparison: { month: JUNE } });
  expect(saved('pooled.xlsx', 'Pool arrangements').valueAt(6, 4)).toBe('pooled');
  expect((await run('promote', 'pooled.xlsx', 'never.xlsx', '--period', '2027-04')).stderr).toMatch(
    /LD is pooled on 01\/04\/2027 already\./,
  );
});
