/*
 * The statement of each partner in a whole workbook: one page by hand, formulas against the model cell by cell, and what a
 * change in the sheet does without a run. PoolSplit and PoolSettlement stand as values.
 */
import fc from 'fast-check';
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import { definitionOf } from '../../../src/workbook/schema';
import { type PlannedTable, blankCell, numberCell, textCell } from '../../../src/workbook/plan';
import { splitPartners } from '../../../src/tasks/share/projectInputs';
import { type PoolExposure, partnerStatement } from '../../../src/tasks/settle/partnerStatement';
import {
  partnerStatementFigures,
  partnerStatementKey,
  planPartnerStatement,
  splitParts,
} from '../../../src/tasks/settle/partnerStatementTable';
import { settledRows } from '../../../src/tasks/settle/settledRows';
import type { TestHost } from '../../support/host';
import type { Cells } from '../fixture';
import { PERIOD, type Tables, openTables, periodOf, shown, typeIn } from './grantFixture';
import { COUNCIL, LD, PARTNERS, PCT, TRUST, settledRow } from './memorandumFixture';

jest.setTimeout(60_000);

const SHORT = ['Council', 'PCT', 'Trust'];

/** A row of PoolSplit with its parts. */
const split = (For: string, Side: string, parts: readonly number[], Line?: string, pool = LD): Cells => ({
  Period: PERIOD,
  Pool: pool,
  For,
  Side,
  ...(Line === undefined ? {} : { Line }),
  ...Object.fromEntries(SHORT.map((name, at) => [name, parts[at] ?? 0])),
});

function splitTable(rows: readonly Cells[]): PlannedTable {
  const columns = definitionOf('PoolSplit').columns.flatMap(({ name }) =>
    name === 'Amount' ? [name, ...SHORT] : [name],
  );
  const cells = rows.map((row) =>
    columns.map((column) => {
      const value = row[column];
      if (value === undefined) return blankCell();
      return typeof value === 'number' ? numberCell(value) : textCell(value);
    }),
  );
  return { table: 'PoolSplit', action: 'create', columns, rows: cells };
}

const SPLITS: readonly Cells[] = [
  split('pool', 'agreed', [60_000, 45_000, 0]),
  split('pool', 'variance', [600, 400, 0], 'Beds'),
  split('pool', 'variance', [-300, -200, 0], 'Day services'),
  split('pool', 'variance', [50, 0, 0]),
  split('pool', 'paid direct', [105_500, 0, 0]),
  split('placements', 'agreed', [1_000, 2_000, 0], 'Beds'),
  split('placements', 'agreed', [10.01, 20.02, 0], 'Beds'),
  split('placements', 'agreed', [0, 0, 5], 'Respite'),
  { ...split('pool', 'variance', [9, 9, 9], 'Beds'), Period: '2026-05' },
];

const TABLES: Tables = {
  PoolPartners: PARTNERS.map((Partner, at) => ({ Partner, 'Short name': SHORT[at]! })),
  PoolSettlement: [
    settledRow(PERIOD, COUNCIL, 'pool', { agreed: 60_000, variance: 350, paidIn: -45_000, direct: 105_500 }),
    settledRow(PERIOD, PCT, 'pool', { agreed: 45_000, variance: 200, paidIn: 45_000 }),
    settledRow(PERIOD, COUNCIL, 'placements', { agreed: 1_010.01, direct: 3_035.03 }),
    settledRow(PERIOD, PCT, 'placements', { agreed: 2_020.02 }),
    settledRow(PERIOD, TRUST, 'placements', { agreed: 5 }),
    settledRow(PERIOD, PCT, 'Integration project', { agreed: 7.5 }, ''),
    settledRow(PERIOD, COUNCIL, 'Integration project', { direct: 7.5 }, ''),
    settledRow(PERIOD, 'Pool balance', 'pool', {}),
  ],
};

const EXPOSURES: readonly PoolExposure[] = [
  {
    pool: LD,
    isCapped: true,
    exposures: [
      { percent: 1, overPence: 105_000, partsPence: [63_000, 42_000, 0], referredPence: 0 },
      { percent: 10, overPence: 1_050_000, partsPence: [630_000, 300_000, 0], referredPence: 120_000 },
    ],
  },
];

async function openSettled(splits = SPLITS, tables = TABLES): Promise<TestHost> {
  const host = await openTables(tables);
  const written = await writePlan({ tables: [splitTable(splits)] });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

async function rowsOf(host: TestHost, exposures = EXPOSURES) {
  const model = await host.run((context) => readModel(context));
  const partners = splitPartners(model);
  const names = partners.map(({ partner }) => partner);
  const settled = settledRows(model, PERIOD, names);
  const splits = splitParts(model, PERIOD, partners);
  return { model, partners, rows: partnerStatement({ partners: names, settled, splits, exposures }) };
}

async function runStatements(host: TestHost, isLive = true) {
  const { model, partners, rows } = await rowsOf(host);
  const table = model.cells.get('PoolPartnerStatement');
  const planned = planPartnerStatement(rows, periodOf(PERIOD), partners, { isLive, table });
  const written = await writePlan({ tables: [planned] });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return planned;
}

async function differences(host: TestHost): Promise<unknown[]> {
  const { rows } = await rowsOf(host);
  const cells = await shown(host, 'PoolPartnerStatement');
  const found: unknown[] = cells.length === rows.length ? [] : [['rows', cells.length, rows.length]];
  rows.forEach((row, at) => {
    const key = ['Partner', 'Pool', 'Section', 'Item'].map((column) => String(cells[at]?.[column] ?? ''));
    if (key.join() !== partnerStatementKey(row).join()) found.push(['key', key, partnerStatementKey(row)]);
    for (const [column, figure] of Object.entries(partnerStatementFigures(row))) {
      const expected = 'number' in figure ? figure.number : '';
      if (cells[at]?.[column] !== expected) found.push([key.join(), column, cells[at]?.[column], expected]);
    }
  });
  return found;
}

test('the page of the PCT by hand', async () => {
  const host = await openSettled();
  await runStatements(host);
  const page = (await shown(host, 'PoolPartnerStatement')).filter((row) => row['Partner'] === PCT);
  expect(page.map((row) => [row['Section'], row['Item'], row['Amount'], row['Check']])).toEqual([
    ['Pool', 'Agreed', 45_000, ''],
    ['Pool', 'Variance: Beds', 400, ''],
    ['Pool', 'Variance: Day services', -200, ''],
    ['Pool', 'Variance: not of one line', 0, ''],
    ['Pool', 'Share of variance', 200, 0],
    ['Pool', 'Share due', 45_200, ''],
    ['Pool', 'Paid in', 45_000, ''],
    ['Pool', 'Paid direct', 0, ''],
    ['Pool', 'In kind', 0, ''],
    ['Pool', 'Carried forward', 0, ''],
    ['Pool', 'To pay', 200, ''],
    ['Pool', 'To receive', 0, ''],
    // Two cases in one line are one figure: no statement names a case.
    ['Placements', 'Cost: Beds', 2_020.02, ''],
    ['Placements', 'Cost: Respite', 0, ''],
    ['Placements', 'Agreed', 2_020.02, 0],
    ['Placements', 'Share of variance', 0, 0],
    ['Placements', 'Share due', 2_020.02, ''],
    ['Placements', 'Paid in', 0, ''],
    ['Placements', 'Paid direct', 0, ''],
    ['Placements', 'In kind', 0, ''],
    ['Placements', 'Carried forward', 0, ''],
    ['Placements', 'To pay', 2_020.02, ''],
    ['Placements', 'To receive', 0, ''],
    ['Project: Integration project', 'Agreed', 7.5, ''],
    ['Project: Integration project', 'Share of variance', 0, 0],
    ['Project: Integration project', 'Share due', 7.5, ''],
    ['Project: Integration project', 'Paid in', 0, ''],
    ['Project: Integration project', 'Paid direct', 0, ''],
    ['Project: Integration project', 'In kind', 0, ''],
    ['Project: Integration project', 'Carried forward', 0, ''],
    ['Project: Integration project', 'To pay', 7.5, ''],
    ['Project: Integration project', 'To receive', 0, ''],
    ['All agreements', 'To pay + / to receive −', 2_227.52, ''],
    ['Exposure', 'Borne at 1% over budget for the year', 420, ''],
    ['Exposure', 'Above all caps, borne by nobody yet, at 1% over budget for the year', 0, ''],
    ['Exposure', 'Borne at 10% over budget for the year', 3_000, ''],
    ['Exposure', 'Above all caps, borne by nobody yet, at 10% over budget for the year', 1_200, ''],
  ]);
  expect(await differences(host)).toEqual([]);
});

test.each([
  // why, table, row, heading, value
  ['another part of a line', 'PoolSplit', 2, 'PCT', 400.01],
  ['another case', 'PoolSplit', 7, 'Council', 11],
  ['another share of the variance', 'PoolSettlement', 1, 'Share of variance', 349],
  ['more to pay', 'PoolSettlement', 2, 'To pay', 201],
  ['more to receive', 'PoolSettlement', 3, 'To receive', 5_000],
] as const)(
  '%s moves the figures without a run, and a sum that no longer fits shows in Check',
  async (_why, table, row, heading, value) => {
    const host = await openSettled();
    await runStatements(host);
    const before = await shown(host, 'PoolPartnerStatement');
    await typeIn(host, table, row, heading, value);
    expect(await shown(host, 'PoolPartnerStatement')).not.toEqual(before);
    const checks = (await shown(host, 'PoolPartnerStatement')).map((each) => each['Check']);
    const isPart = heading !== 'To pay' && heading !== 'To receive';
    expect(checks.some((check) => check !== '' && check !== 0)).toBe(isPart);
    expect(await differences(host)).toEqual([]);
  },
);

test('values above the limit of live cells are the same figures', async () => {
  const host = await openSettled();
  await runStatements(host);
  const live = await shown(host, 'PoolPartnerStatement');
  const planned = await runStatements(host, false);
  expect(planned.calculated).toBeUndefined();
  expect(await shown(host, 'PoolPartnerStatement')).toEqual(live);
});

test('a partner without any agreement has no page', async () => {
  const host = await openSettled(SPLITS, { ...TABLES, PoolSettlement: TABLES['PoolSettlement']!.slice(0, 2) });
  const { rows } = await rowsOf(host, []);
  expect(new Set(rows.map(({ partner }) => partner))).toEqual(new Set([COUNCIL, PCT]));
});

test('random splits and settlements: formulas calculated = model', async () => {
  const pounds = fc.integer({ min: -9_000_000, max: 9_000_000 }).map((pence) => pence / 100);
  const agreements = fc.constantFrom('pool', 'pool capital', 'staff', 'placements', 'Post of "1/3"');
  const splits = fc.array(
    fc.record({
      agreement: agreements,
      side: fc.constantFrom('agreed', 'variance', 'paid direct'),
      line: fc.constantFrom(undefined, 'Beds', 'B?ds', '0042'),
      parts: fc.tuple(pounds, pounds, pounds),
    }),
    { maxLength: 8 },
  );
  const settled = fc.uniqueArray(
    fc.record({ agreement: agreements, partner: fc.nat({ max: 2 }), agreed: pounds, variance: pounds, direct: pounds }),
    { minLength: 1, maxLength: 6, selector: ({ agreement, partner }) => `${agreement} ${String(partner)}` },
  );
  await fc.assert(
    fc.asyncProperty(splits, settled, pounds, async (given, agreed, changed) => {
      const rows = given.map(({ agreement, side, parts, line }) => split(agreement, side, parts, line));
      const host = await openSettled([...rows, SPLITS[0]!], {
        ...TABLES,
        PoolSettlement: agreed.map(({ agreement, partner, ...figures }) =>
          settledRow(PERIOD, PARTNERS[partner]!, agreement, figures),
        ),
      });
      await runStatements(host);
      expect(await differences(host)).toEqual([]);
      await typeIn(host, 'PoolSplit', 1, 'Council', changed);
      await typeIn(host, 'PoolSettlement', 1, 'Agreed', changed);
      expect(await differences(host)).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 180_000);
