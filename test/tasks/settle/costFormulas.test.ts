/*
 * Formulas over PoolStaff and PoolPlacements, calculated, against the pure rules: random rows, months, partners' columns
 * in any order, and a figure typed over in the sheet afterwards.
 */
import fc from 'fast-check';
import { placementCases, staffPosts } from '../../../src/tasks/settle/costInputs';
import {
  type CostTable,
  costEnd,
  costPaidBy,
  costRow,
  costStart,
  placementCost,
  placementPart,
  staffBasis,
  staffCost,
  staffFunder,
} from '../../../src/workbook/costFormulas';
import { fillFormula } from '../../../src/workbook/placement';
import type { PartnerColumn } from '../../../src/workbook/partnerColumns';
import type { TypedRow } from '../../../src/workbook/readTable';
import { numberOf, textOf } from '../../../src/workbook/readTable';
import type { TestHost } from '../../support/host';
import type { Cells } from '../fixture';
import { BOROUGH, COUNCIL, OF_PARTNERS, TRUST, day, modelOf, month, openCosts, withTables } from './costFixture';

jest.setTimeout(240_000);

const HEADINGS = ['Line', 'Item', 'Item from', 'Month end', 'Year', 'Row', 'Start', 'End', 'Cost', 'Payer', 'Rest'];
const ROW = '{Row}';

/** The formulas of one table's rows; what follows Payer differs by table. */
function templates(table: CostTable, columns: readonly PartnerColumn[]): readonly string[] {
  const isStaff = table === 'PoolStaff';
  const cost = isStaff ? staffCost(ROW, '{Start}', '{End}') : placementCost(ROW, '{Start}', '{End}');
  const rest = isStaff
    ? [staffFunder(ROW), staffBasis('{Start}', '{End}')]
    : OF_PARTNERS.map((shortName) => placementPart('{Cost}', ROW, columns, shortName));
  return [costRow(table), costStart(table, ROW), costEnd(table, ROW), cost, costPaidBy(table, ROW), ...rest].map(
    (formula) => `=${formula}`,
  );
}

/** Writes the rows' keys with the formulas beside them on a sheet of their own, and gives what they show. */
async function calculated(host: TestHost, table: CostTable, rows: readonly TypedRow[], period: string) {
  const { tables } = await modelOf(host);
  const formulas = templates(table, tables.get('PoolPlacements')?.partnerColumns ?? []);
  const name = `Try ${table}`;
  const { monthEnd, year } = month(period);
  if (host.book.sheets.every((sheet) => sheet.name !== name)) {
    const sheet = host.book.addSheet(name);
    rows.forEach((row, at) => {
      const item = textOf(row, table === 'PoolStaff' ? 'Post' : 'Case');
      const keys = [textOf(row, 'Line'), item, numberOf(row, 'From') ?? null, monthEnd, year];
      keys.forEach((key, column) => {
        if (key !== null) sheet.setContent(at, column, key);
      });
    });
    await host.run(async (context) => {
      const target = context.workbook.worksheets.getItem(name);
      target.getRangeByIndexes(0, 5, rows.length, formulas.length).formulas = rows.map((_row, at) =>
        formulas.map((formula) => fillFormula(formula, HEADINGS, { headerRow: 0, firstColumn: 0, row: at })),
      );
      await context.sync();
    });
  }
  return host.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(0, 5, rows.length, formulas.length);
    range.load('values');
    await context.sync();
    return range.values as (string | number)[][];
  });
}

const pounds = (pence: number): number => pence / 100;

/** What the pure rules make of the same rows. */
async function expected(host: TestHost, period: string) {
  const model = await modelOf(host);
  const when = month(period);
  const posts = staffPosts(model, when);
  const cases = placementCases(model, when);
  expect([...posts.findings, ...cases.findings]).toEqual([]);
  const nameOf = (at: number): string => [COUNCIL, TRUST, BOROUGH][at] ?? '';
  return {
    posts: posts.rows,
    cases: cases.rows,
    staff: posts.rows.map(({ part, costPence, employer, funder }) => [
      ...(part === undefined ? ['none'] : [part.start, part.end]),
      pounds(costPence),
      nameOf(employer),
      nameOf(funder),
      part?.basis ?? '',
    ]),
    placements: cases.rows.map(({ part, costPence, paidBy, partsPence }) => [
      ...(part === undefined ? ['none'] : [part.start, part.end]),
      pounds(costPence),
      nameOf(paidBy),
      ...partsPence.map(pounds),
    ]),
  };
}

/** Without the row's number; a row without a day shows an end before its start. */
const shown = ([row, start, end, ...rest]: readonly unknown[]): unknown[] => {
  expect(typeof row).toBe('number');
  return Number(end) < Number(start) ? ['none', ...rest] : [start, end, ...rest];
};

async function compare(host: TestHost, period: string) {
  const model = await expected(host, period);
  const staff = await calculated(
    host,
    'PoolStaff',
    model.posts.map(({ row }) => row),
    period,
  );
  expect(staff.map(shown)).toEqual(model.staff);
  expect(staff.map(([row]) => row)).toEqual(staff.map((_row, at) => at + 1));
  const placements = await calculated(
    host,
    'PoolPlacements',
    model.cases.map(({ row }) => row),
    period,
  );
  expect(placements.map(shown)).toEqual(model.placements);
}

const date = fc.integer({ min: day(2025, 10, 1), max: day(2027, 6, 30) });
const monthStart = fc.constantFrom(day(2026, 4, 1), day(2026, 5, 1), day(2026, 6, 15), day(2026, 9, 1));
const monthLast = fc.constantFrom(day(2026, 5, 31), day(2026, 6, 14), day(2026, 12, 31), day(2027, 3, 31));
const penceTo = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((pence) => pence / 100);
const partner = fc.constantFrom(COUNCIL, TRUST, BOROUGH);
const line = fc.constantFrom('Mental health teams', 'Residential care', 'Day services');
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const dates = fc
  .record({ from: optional(fc.oneof(date, monthStart)), to: optional(fc.oneof(date, monthLast)) })
  .map(({ from, to }) => ({
    ...(from === undefined ? {} : { From: from }),
    ...(to === undefined || (from !== undefined && to < from) ? {} : { To: to }),
  }));

const post = fc
  .record({
    Line: line,
    WTE: fc.integer({ min: 0, max: 600_000 }).map((parts) => parts / 10_000),
    Rate: penceTo(120_000),
    Employer: partner,
    Funder: partner,
    dates,
  })
  .map(({ dates: running, ...row }): Cells => ({ ...row, ...running }));

const placement = fc
  .record({
    Line: line,
    Rate: penceTo(9_000),
    Per: fc.constantFrom('day', 'week', 'year', 'total', 'Week'),
    'Client income': optional(penceTo(400)),
    'Paid by': partner,
    from: fc.oneof(date, monthStart),
    days: optional(fc.nat({ max: 500 })),
    weights: fc.tuple(
      fc.nat({ max: 9 }),
      fc.option(fc.nat({ max: 100 }), { nil: undefined }),
      fc.constantFrom(1, 0.5, 33.3),
    ),
  })
  .map(({ from, days, weights: [council, trust, borough], 'Client income': income, ...row }): Cells => {
    const ends = days ?? (row.Per === 'total' ? 90 : undefined);
    return {
      ...row,
      From: from,
      ...(ends === undefined ? {} : { To: from + ends }),
      ...(income === undefined ? {} : { 'Client income': income }),
      Council: council,
      ...(trust === undefined ? {} : { Trust: trust }),
      Borough: borough,
    };
  });

test('random posts and cases: formulas = rules to the penny, also after a rate is typed over', async () => {
  const workbook = fc.record({
    posts: fc.array(post, { minLength: 10, maxLength: 10 }),
    cases: fc.array(placement, { minLength: 10, maxLength: 10 }),
    columns: fc.shuffledSubarray(OF_PARTNERS, { minLength: 3 }),
    period: fc.constantFrom('2026-04', '2026-06', '2026-11', '2027-03'),
    changed: penceTo(50_000),
  });
  await fc.assert(
    fc.asyncProperty(workbook, async ({ posts, cases, columns, period, changed }) => {
      const tables = withTables({
        // Names with signs that some comparisons read as wildcards, and that differ by case or a leading 0 only.
        PoolStaff: posts.map((row, at) => ({ ...row, Post: `Post * ${String(at)}` })),
        PoolPlacements: cases.map((row, at) => ({ ...row, Case: `0${String(at)}?` })),
      });
      const host = await openCosts(tables, columns, true);
      await compare(host, period);
      const { cells } = await modelOf(host);
      await host.run(async (context) => {
        for (const [table, heading] of [
          ['PoolStaff', 'Rate'],
          ['PoolPlacements', 'Rate'],
        ] as const) {
          const { sheet, row, column, headings } = cells.get(table)!;
          const at = context.workbook.worksheets.getItem(sheet).getCell(row, column + headings.indexOf(heading));
          at.values = [[changed]];
        }
        await context.sync();
      });
      await compare(host, period);
    }),
    { numRuns: 12 },
  );
});

test('two rows of one case, or of one post, are told apart by their From', async () => {
  const [one] = withTables({})['PoolPlacements']!;
  const [social] = withTables({})['PoolStaff']!;
  const host = await openCosts(
    withTables({
      PoolStaff: [
        { ...social, To: day(2026, 5, 31) },
        { ...social, From: day(2026, 6, 1), Rate: 41_000.01 },
      ],
      PoolPlacements: [
        { ...one, To: day(2026, 6, 7) },
        { ...one, From: day(2026, 6, 8), Rate: 1_450 },
      ],
    }),
    OF_PARTNERS,
    true,
  );
  await compare(host, '2026-06');
});

test('a row that is gone, or stands twice, shows #N/A', async () => {
  const host = await openCosts(undefined, OF_PARTNERS, true);
  const { posts } = await expected(host, '2026-06');
  const rows = posts.map(({ row }) => row);
  expect((await calculated(host, 'PoolStaff', rows, '2026-06')).map(([row]) => row)).toEqual([1, 2]);
  const { cells } = await modelOf(host);
  const { sheet, row, column, headings } = cells.get('PoolStaff')!;
  await host.run(async (context) => {
    const at = context.workbook.worksheets.getItem(sheet).getCell(row + 1, column + headings.indexOf('Post'));
    at.values = [['social workers (TRUST)']];
    await context.sync();
  });
  const both = await calculated(host, 'PoolStaff', rows, '2026-06');
  expect(both.map(([number, , , cost]) => [number, cost])).toEqual([
    ['#N/A', '#N/A'],
    ['#N/A', '#N/A'],
  ]);
});

test('a partner without a column has 0 in its formula, and nothing is asked of the table', () => {
  expect(placementPart('{Cost}', ROW, [], 'Council')).toBe('0');
});
