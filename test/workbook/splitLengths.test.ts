/*
 * Excel takes no formula above 8,192 characters. Partners and groups stand by name in formulas of PoolSplit and
 * PoolSettlement, so the longest are tried with every optional table in the workbook.
 */
import { splitTablesOf, settlementTablesOf } from '../../src/tasks/settle/splitTables';
import { FORMULA_LIMIT } from '../../src/workbook/longFormulas';
import type { ModelReading } from '../../src/workbook/readModel';
import { settlementFormulas, transferFormulas } from '../../src/workbook/settlementFormulas';
import { splitTableFormulas } from '../../src/workbook/splitTableFormulas';

const LIMIT = FORMULA_LIMIT;
/** `{Risk rule}` becomes `$AB10000`: about as many characters as the longest cell address of a workbook. */
const filled = (formula: string): string => formula.replace(/\{[^{}]+\}/g, '$AB10000');

const TABLES = [
  'PoolShares',
  'PoolWaterfall',
  'PoolProjects',
  'PoolProjectShares',
  'PoolContributions',
  'PoolStaff',
  'PoolPlacements',
];

/** A workbook with every optional table, as far as formulas ask. */
function everything(shortNames: readonly string[]): Pick<ModelReading, 'cells' | 'tables'> {
  const partnerColumns = shortNames.map((shortName) => ({ shortName, heading: shortName }));
  return {
    cells: new Map(TABLES.map((name) => [name, { headings: ['Excess'] }])),
    // A table that is not filled in counts as missing.
    tables: new Map(TABLES.map((name) => [name, { rows: [{}], findings: [], partnerColumns }])),
  } as unknown as Pick<ModelReading, 'cells' | 'tables'>;
}

test.each([
  ['six partners in one group, with names of 60 characters', 6, 60],
  ['twenty partners with names of 40 characters', 20, 40],
])('%s: no formula is too long', (_why, count, length) => {
  const partners = Array.from({ length: count }, (_none, at) => ({
    partner: `Partner ${String(at)} `.padEnd(length, 'n'),
    shortName: `Short ${String(at)} `.padEnd(40, 's'),
    group: 'Group '.padEnd(length, 'g'),
  }));
  const model = everything(partners.map(({ shortName }) => shortName));
  const formulas = {
    ...splitTableFormulas(partners, splitTablesOf(model, true)),
    ...settlementFormulas(partners, settlementTablesOf(model)),
    ...transferFormulas(),
  };
  const lengths = Object.entries(formulas).map(([column, formula]) => [column, filled(formula).length] as const);
  expect(lengths.filter(([, characters]) => characters > LIMIT)).toEqual([]);
  // The test is worth something only if the longest come near.
  expect(Math.max(...lengths.map(([, characters]) => characters))).toBeGreaterThan(4_000);
});
