/*
 * `check`: everything that can be wrong in a workbook is found, with its cell, and nothing is written.
 */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { describeFinding } from '../../src/words/findings';
import type { TestHost } from '../support/host';
import { COUNCIL, PCT, openPool, quiet, writeTask } from './fixture';

async function reconciled(change: Parameters<typeof openPool>[0] = {}): Promise<TestHost> {
  const host = await openPool(change);
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  return host;
}

async function found(period?: string): Promise<{ kind: string; where: string }[]> {
  const plan = await check.plan(period === undefined ? {} : { period }, quiet);
  expect(plan.workbook).toBeUndefined();
  return plan.findings
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => ({ kind: finding.kind, where: describeFinding(finding).where }));
}

/** Writes a cell as a user would. */
async function type(host: TestHost, sheet: string, address: string, value: string | number): Promise<void> {
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}

const UNMAPPED = { kind: 'code unmapped', where: "'Council ledger'!E9" };

test('a sound workbook has nothing but what the run itself found; the month last run is taken', async () => {
  await reconciled();
  expect(await found()).toEqual([UNMAPPED]);
});

test('before any run it says so', async () => {
  await openPool();
  const plan = await check.plan({}, quiet);
  expect(plan.findings.map(({ kind }) => kind)).toEqual(['not run']);
  const june = await check.plan({ period: '2026-06' }, quiet);
  expect(june.findings.map(({ kind }) => kind)).toContain('not run');
});

test('a ledger that changed since the run, with in pool then and now', async () => {
  const host = await reconciled();
  await type(host, 'Council ledger', 'E5', 12000);
  const plan = await check.plan({}, quiet);
  const changed = plan.findings.find(({ kind }) => kind === 'ledger changed')!;
  expect(changed).toMatchObject({ partner: COUNCIL, leftPence: 1305075, rightPence: 1305025, differencePence: -50 });
  expect(plan.findings.filter(({ kind }) => kind === 'inputs changed').map(({ partner }) => partner)).toEqual([PCT]);
});

test('an input that changed since the run', async () => {
  const host = await reconciled();
  await type(host, 'Pool budgets', 'F6', 1);
  expect((await found()).map(({ kind }) => kind)).toEqual(['code unmapped', 'inputs changed', 'inputs changed']);
});

test('a typed-over formula and the figures that no longer follow from it', async () => {
  const host = await reconciled();
  await type(host, 'Pool statement', 'E6', 5);
  const findings = await found();
  expect(findings).toContainEqual({ kind: 'formula overwritten', where: "'Pool statement'!E6" });
  expect(findings).toContainEqual({ kind: 'figure differs', where: "'Pool statement'!E6" });
});

test('a figure of PoolActuals that was changed by hand', async () => {
  const host = await reconciled();
  await type(host, 'Pool actuals', 'C6', 'Nothing like it');
  const findings = await found();
  expect(findings).toContainEqual({ kind: 'row unknown', where: "'Pool actuals'!A6" });
  expect(findings).toContainEqual({ kind: 'row missing', where: 'PoolActuals' });
  await type(host, 'Pool actuals', 'C6', 'Residential care');
  await type(host, 'Pool actuals', 'D6', 13250.76);
  expect(await found()).toContainEqual({ kind: 'figure differs', where: "'Pool actuals'!D6" });
});

test('a statement row that is gone and one that no run would write', async () => {
  const host = await reconciled();
  await type(host, 'Pool statement', 'C6', 'Elsewhere');
  const findings = await found();
  expect(findings).toContainEqual({ kind: 'row unknown', where: "'Pool statement'!A6" });
  expect(findings.map(({ kind }) => kind)).toContain('row missing');
});

test.each([
  ['a renamed column', 'Pool sources', 'K5', 'Tax', 'column missing', "'Pool sources'!A5:K5"],
  ['a text amount', 'Pool budgets', 'F6', 'sixty', 'cell not money', "'Pool budgets'!F6"],
  ['a text date', 'Pool budgets', 'E7', 'first of June', 'cell not date', "'Pool budgets'!E7"],
  ['an unknown word', 'Pool periods', 'C6', 'maybe', 'cell unknown word', "'Pool periods'!C6"],
  ['an unknown line', 'Pool budgets', 'A6', 'Nowhere', 'line not listed', "'Pool budgets'!A6"],
  ['spaces a formula would miss', 'Pool budgets', 'A6', 'Residential  care', 'cell odd spaces', "'Pool budgets'!A6"],
  ['TRUE for a line', 'Pool budgets', 'A6', 'TRUE', 'cell logical as name', "'Pool budgets'!A6"],
  ['a blank name', 'Pool partners', 'A6', '', 'cell missing', "'Pool partners'!A6"],
  ['a short name for no column', 'Pool partners', 'C6', 'St John#1', 'short name not usable', "'Pool partners'!C6"],
  ['a short name no formula can hold', 'Pool partners', 'C6', 'DCC {1}', 'short name not usable', "'Pool partners'!C6"],
  ['one short name twice', 'Pool partners', 'C7', 'council', 'short name twice', "'Pool partners'!C7"],
  ['one partner twice', 'Pool partners', 'A7', COUNCIL, 'row twice', "'Pool partners'!A7"],
  ['a partner called Joint', 'Pool partners', 'A7', 'Joint', 'name reserved', "'Pool partners'!A7"],
  ['an odd year', 'Pool budgets', 'C6', '2026', 'year not readable', "'Pool budgets'!C6"],
  ['a year of two that do not follow', 'Pool budgets', 'C6', "'2026/29", 'year not readable', "'Pool budgets'!C6"],
  ['an unknown profile', 'Pool budgets', 'G6', 'Seasonal', 'profile unknown', "'Pool budgets'!G6"],
  ['a source that is not there', 'Pool sources', 'B6', 'Lost!A1:B1', 'source not found', "'Pool sources'!B6"],
])('%s', async (_name, sheet, address, value, kind, where) => {
  const host = await reconciled();
  await type(host, sheet, address, value);
  expect(await found()).toContainEqual({ kind, where });
  for (const { kind: each, ...finding } of (await check.plan({}, quiet)).findings) {
    const words = describeFinding({ kind: each, ...finding });
    expect(words.sentence).not.toMatch(/undefined|NaN|\[object/);
    if (finding.severity === 'error') expect(words.whatToDo).not.toBe('');
  }
});

test('virements that do not total nought', async () => {
  await reconciled({
    PoolBudgets: [
      { Line: 'Day services', Partner: PCT, Year: '2026/27', Kind: 'virement', Amount: 100 },
      { Line: 'Residential care', Partner: PCT, Year: '2026/27', Kind: 'virement', Amount: -99.99 },
    ],
  });
  const plan = await check.plan({}, quiet);
  expect(plan.findings.find(({ kind }) => kind === 'virements do not balance')).toMatchObject({ differencePence: 1 });
});

test('a heading in use that is merged over two columns, and one that is not in use', async () => {
  const host = await reconciled();
  const sheet = host.book.sheet('Council ledger')!;
  sheet.setContent(3, 5, 'Notes');
  sheet.merges.push({ row: 3, column: 5, rows: 1, columns: 2 });
  await type(host, 'Pool sources', 'B6', "'Council ledger'!A4:G4");
  expect((await found()).map(({ kind }) => kind)).not.toContain('header merged');
  sheet.setContent(3, 3, null);
  sheet.merges.push({ row: 3, column: 2, rows: 1, columns: 2 });
  expect(await found()).toContainEqual({ kind: 'header merged', where: "'Council ledger'!C4:D4" });
});

test('a heading that stands twice, and a ledger without rows', async () => {
  const host = await reconciled();
  await type(host, 'Council ledger', 'D4', 'Amount');
  expect((await found()).map(({ kind }) => kind)).toContain('heading twice');
  const empty = await openPool({}, []);
  expect(empty.book.sheet('Council ledger')!.value(4, 0)).toBeNull();
  expect((await found('2026-06')).map(({ kind }) => kind)).toContain('ledger empty');
});

test('manual calculation is said, never changed', async () => {
  const host = await reconciled();
  host.book.calculationMode = 'Manual';
  expect((await found()).map(({ kind }) => kind)).toContain('calculation manual');
  expect(host.book.calculationMode).toBe('Manual');
});

test('a month that is closed keeps its rows', async () => {
  const host = await reconciled();
  await type(host, 'Pool periods', 'C6', 'closed');
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  expect(plan.blockers).toMatchObject([{ kind: 'period closed', partner: COUNCIL }]);
});
