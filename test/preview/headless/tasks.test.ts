/*
 * The add-in's own tasks through the headless runner, on the sample that a user sees first: model, then reconcile, then check.
 * The bundles of `dist/` do the work, in the real Office.js.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { CellError } from '../../../src/preview/book/values';

const project = resolve(__dirname, '../../..');
const sample = join(project, 'assets/samples/derby-shadow-pool-2008-09.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ exitCode: number; outcome: Outcome; stderr: string }> {
  const { exitCode, stdout, stderr } = await runHeadless([...words, '--json'], { project, working: folder });
  return { exitCode, outcome: JSON.parse(stdout) as Outcome, stderr };
}

interface PartnerTotals {
  readonly ledgerTotal: number;
  readonly inPool: number;
  readonly excluded: number;
  readonly betweenPartners: number;
  readonly unmapped: number;
  readonly adjustments: number;
}

test('model, reconcile and check run one after the other, and every ledger pound has its place', async () => {
  const model = await run('model', sample, 'model.xlsx');
  expect(model.stderr).toBe('');
  expect(model.outcome.tables.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['PoolPartners', 'PoolSources', 'PoolCodes']),
  );

  const reconcile = await run('reconcile', 'model.xlsx', 'reconciled.xlsx', '--period', '2008-09');
  expect(reconcile.stderr).toBe('');
  expect(reconcile.outcome.period).toBe('2008-09');
  const partners = reconcile.outcome.totals['partners'] as readonly PartnerTotals[];
  expect(partners).toHaveLength(2);
  const pence = (pounds: number): number => Math.round(pounds * 100);
  for (const { ledgerTotal, inPool, excluded, betweenPartners, unmapped, adjustments } of partners) {
    expect(pence(inPool) + pence(excluded) + pence(betweenPartners) + pence(unmapped) + pence(adjustments)).toBe(
      pence(ledgerTotal),
    );
  }

  const check = await run('check', 'reconciled.xlsx');
  expect(check.stderr).toBe('');
  expect(check.outcome.written).toEqual([]);
});

test('the reconciled workbook opens with its figures calculated and without an error in any cell', () => {
  const opened = openXlsx(readFileSync(join(folder, 'reconciled.xlsx')));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const cells = opened.value.book.sheets.flatMap((sheet) => [...sheet.cells()]);
  expect(cells.filter(([, , { formula }]) => formula !== undefined).length).toBeGreaterThan(100);
  expect(cells.filter(([, , { value }]) => value instanceof CellError)).toEqual([]);
});

test('a month without ledgers stops, says why, and makes no file', async () => {
  const { exitCode, outcome, stderr } = await run('reconcile', sample, 'never.xlsx', '--period', '2008-09');
  expect(exitCode).toBe(2);
  expect(stderr).not.toBe('');
  expect(outcome.findings[0]?.sentence).toMatch(/\.$/);
  expect(() => readFileSync(join(folder, 'never.xlsx'))).toThrow(/ENOENT/);
});

test('the sample itself is not changed', async () => {
  const before = readFileSync(sample);
  await run('model', sample, 'again.xlsx');
  expect(readFileSync(sample).equals(before)).toBe(true);
});
