/*
 * A pool of many partners with very long names: Excel would refuse the formulas that hold them, so the plan says it first.
 */
import { splitTablesOf } from '../../src/tasks/settle/splitTables';
import { planBlockers } from '../../src/workbook/inTheWay';
import { FORMULA_LIMIT } from '../../src/workbook/longFormulas';
import { type PlannedTable, blankCell } from '../../src/workbook/plan';
import type { ModelReading } from '../../src/workbook/readModel';
import { definitionOf } from '../../src/workbook/schema';
import type { WorkbookShape } from '../../src/workbook/shape';
import { splitTableFormulas } from '../../src/workbook/splitTableFormulas';
import { describeFinding } from '../../src/words/findings';

const TABLES = ['PoolShares', 'PoolProjects', 'PoolProjectShares', 'PoolContributions', 'PoolStaff', 'PoolPlacements'];
const NOTHING: WorkbookShape = { sheets: [], tables: [], names: [], calculates: true, isStructureProtected: false };

/** PoolSplit of a settlement between so many partners of one group, all with names of so many characters. */
function planOf(count: number, length: number): PlannedTable {
  const partners = Array.from({ length: count }, (_none, at) => ({
    partner: `Partner ${String(at)} `.padEnd(length, 'n'),
    shortName: `Short ${String(at)} `.padEnd(40, 's'),
    group: 'Group '.padEnd(length, 'g'),
  }));
  const partnerColumns = partners.map(({ shortName }) => ({ shortName, heading: shortName }));
  const model = {
    cells: new Map(TABLES.map((name) => [name, { headings: ['Excess'] }])),
    // A table that is not filled in counts as missing.
    tables: new Map(TABLES.map((name) => [name, { rows: [{}], findings: [], partnerColumns }])),
  } as unknown as Pick<ModelReading, 'cells' | 'tables'>;
  const columns = [
    ...definitionOf('PoolSplit').columns.map(({ name }) => name),
    ...partners.map(({ shortName }) => shortName),
  ];
  return {
    table: 'PoolSplit',
    action: 'replace period',
    period: '2026-06',
    columns,
    rows: Array.from({ length: 900 }, () => columns.map(blankCell)),
    calculated: splitTableFormulas(partners, splitTablesOf(model, true)),
  };
}

const blockersOf = (planned: PlannedTable) => planBlockers(NOTHING, [planned], new Map(), () => Promise.resolve([]));

test('formulas that are too long stop the plan, with table, column, length and limit', async () => {
  const blockers = await blockersOf(planOf(40, 240));
  expect(blockers.length).toBeGreaterThan(0);
  for (const blocker of blockers) {
    expect(blocker).toMatchObject({
      kind: 'formula too long',
      severity: 'error',
      detail: { table: 'PoolSplit', limit: FORMULA_LIMIT },
    });
    expect(Number(blocker.detail?.['length'])).toBeGreaterThan(FORMULA_LIMIT);
  }
  expect(describeFinding(blockers[0]!).sentence).toMatch(
    /^PoolSplit: The formulas of the column .+ would be [\d,]+ characters long, and Excel takes at most 8,192: [\d,]+ too many\. .*Shorten them/,
  );
});

test('many more partners with names of 40 characters are planned: it is the names that count', async () => {
  expect(await blockersOf(planOf(150, 40))).toEqual([]);
});

test('the last row counts: one character more in its address is one too many', async () => {
  // “={Amount}+0+0+0…” with 8,192 characters in row 99, and 8,193 in row 100.
  const columns = definitionOf('PoolSplit').columns.map(({ name }) => name);
  const at = columns.indexOf('Amount');
  const filler = (length: number): string => '+0'.repeat(length).slice(0, length);
  const address = `$${String.fromCharCode(65 + at)}99`;
  const formula = `={Amount}${filler(FORMULA_LIMIT - 1 - address.length)}`;
  const plan = (rows: number): PlannedTable => ({
    table: 'PoolSplit',
    action: 'replace period',
    period: '2026-06',
    columns,
    rows: Array.from({ length: rows }, () => columns.map(blankCell)),
    calculated: { Check: formula },
  });
  expect(await blockersOf(plan(94))).toEqual([]);
  expect(await blockersOf(plan(95))).toMatchObject([{ detail: { column: 'Check', length: FORMULA_LIMIT + 1 } }]);
});
