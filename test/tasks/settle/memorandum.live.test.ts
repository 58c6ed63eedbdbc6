/*
 * The memorandum account in a whole workbook: a year worked by hand, formulas against the model cell by cell, and what a
 * change in the sheet does without a run.
 */
import fc from 'fast-check';
import { openTables, shown, typeIn } from './grantFixture';
import {
  COUNCIL,
  LD,
  MARCH,
  PARTNERS,
  PCT,
  POOL_YEAR,
  memorandumDifferences,
  runMemorandum,
  settledRow,
  stated,
} from './memorandumFixture';

jest.setTimeout(60_000);

const COLUMNS = ['Section', 'Item', 'Council', 'PCT', 'Trust', 'Total', 'Check'];

test('a year by hand: 19,900.01 more spent than funded, whose it is and where it lies', async () => {
  const host = await openTables(POOL_YEAR);
  await runMemorandum(host);
  const rows = (await shown(host, 'PoolMemorandum')).map((row) => COLUMNS.map((column) => row[column]));
  expect(rows).toEqual([
    ['Funding', 'base', 70_000, 40_000, 0, 110_000, 0],
    ['Funding', 'in kind', 0, 0, 2_000, 2_000, 0],
    ['Funding', 'client income', -4_000, 0, 0, -4_000, 0],
    // The PCT pays the council 6,000.00: nothing for the pool as a whole.
    ['Funding', 'partner income', -6_000, 6_000, 0, 0, 0],
    ['Funding', 'brought forward', 0, 500, 0, 500, 0],
    ['Funding', 'Total funding', 60_000, 46_500, 2_000, 108_500, 0],
    ['Expenditure', 'Beds', 91_000, 0, 0, 91_000, 0],
    ['Expenditure', 'Day services', 14_400, 0, 0, 14_400, 0],
    ['Expenditure', 'Integration project', 20_000, 0, 0, 20_000, 0],
    ['Expenditure', 'Given in kind', 0, 0, 2_000, 2_000, 0],
    ['Expenditure', 'Total expenditure', 125_400, 0, 2_000, 127_400, 0],
    ['Capital expenditure', 'Adaptations', 0, 1_000.01, 0, 1_000.01, 0],
    ['Capital expenditure', 'Total capital expenditure', 0, 1_000.01, 0, 1_000.01, 0],
    ['Surplus or deficit', 'Share of expenditure', 66_300.01, 50_100, 12_000, 128_400.01, 0],
    ['Surplus or deficit', 'Surplus + / deficit −', -6_300.01, -3_600, -10_000, -19_900.01, 0],
    ['Where the balance is', 'Carried forward in the pool', 240, 360, 0, 600, 0],
    ['Where the balance is', 'To receive + / to pay −', 13_859.99, -4_459.99, -10_000, -600, 0],
    ['Where the balance is', 'Funding not yet given', -20_400, 499.99, 0, -19_900.01, 0],
    ['Where the balance is', 'Total', -6_300.01, -3_600, -10_000, -19_900.01, 0],
  ]);
  expect(await memorandumDifferences(host)).toEqual([]);
});

test.each([
  // why, table, row, heading, value
  ['another contribution', 'PoolContributions', 1, 'Amount', 71_234.56],
  ['a contribution that has not begun', 'PoolContributions', 4, 'From', 99_000],
  ['income from another payer', 'PoolContributions', 3, 'Source', PARTNERS[2]!],
  ['more spent by the council', 'PoolStatement', 1, 'Own to date', 91_000.5],
  ['a joint figure that is not the partners’', 'PoolStatement', 4, 'Own to date', 1],
  ['figures missing', 'PoolStatement', 4, 'Own to date', ''],
  ['another share due', 'PoolSettlement', 2, 'Share due', 1.01],
  ['more carried forward', 'PoolSettlement', 1, 'Carried forward', 241],
  ['more given in kind', 'PoolSettlement', 3, 'In kind', 2_001],
  ['another project cost', 'PoolSettlement', 7, 'Paid direct', 20_000.01],
] as const)('%s moves the figures without a run', async (_why, table, row, heading, value) => {
  const host = await openTables(POOL_YEAR);
  await runMemorandum(host);
  const before = await shown(host, 'PoolMemorandum');
  await typeIn(host, table, row, heading, value);
  expect(await shown(host, 'PoolMemorandum')).not.toEqual(before);
  expect(await memorandumDifferences(host)).toEqual([]);
});

test('without contributions the budgets are the funding, and a pool without a table of them needs none', async () => {
  const { PoolContributions, ...others } = POOL_YEAR;
  for (const tables of [others, { ...others, PoolContributions: PoolContributions!.slice(6) }]) {
    const host = await openTables(tables);
    await runMemorandum(host);
    const [budgets, funding] = await shown(host, 'PoolMemorandum');
    expect(budgets).toMatchObject({
      Item: 'Budgets',
      Council: 61_000,
      PCT: 45_000,
      Trust: 0,
      Total: 106_000,
      Check: 0,
    });
    expect(funding).toMatchObject({ Item: 'Total funding', Total: 106_000 });
    expect(await memorandumDifferences(host)).toEqual([]);
  }
});

test('in June contributions count by twelfths, and what was brought forward in full', async () => {
  const june = '2026-06';
  const host = await openTables({
    ...POOL_YEAR,
    PoolStatement: stated([{ line: 'Beds', budget: [1, 1, 1], own: [5, 6, 7] }], june),
    PoolSettlement: [settledRow(june, COUNCIL, 'pool', { agreed: 18, direct: 5 })],
  });
  await runMemorandum(host, june);
  const funding = (await shown(host, 'PoolMemorandum')).slice(0, 5);
  expect(funding.map((row) => row['Total'])).toEqual([27_500, 500, -1_000, 0, 500]);
  expect(await memorandumDifferences(host, june)).toEqual([]);
});

test('last year stands beside this year, item by item, and a new item has none', async () => {
  const before = '2026-03';
  const lines = [{ line: 'Beds', budget: [1, 2, 3], own: [50_000, 0, 25.5] }];
  const host = await openTables({
    ...POOL_YEAR,
    PoolStatement: [...POOL_YEAR['PoolStatement']!, ...stated(lines, before)],
    PoolSettlement: [...POOL_YEAR['PoolSettlement']!, settledRow(before, PCT, 'pool', { agreed: 50_025.5 })],
  });
  await runMemorandum(host, before);
  await runMemorandum(host);
  const rows = (await shown(host, 'PoolMemorandum')).filter((row) => row['Period'] === MARCH);
  const prior = (item: string) => rows.find((row) => row['Item'] === item)?.['Prior year'];
  expect([prior('Beds'), prior('Total expenditure'), prior('Day services'), prior('base')]).toEqual([
    50_025.5,
    50_025.5,
    '',
    9_999,
  ]);
  expect(await memorandumDifferences(host)).toEqual([]);
  expect(await memorandumDifferences(host, before)).toEqual([]);
});

test('two pools are kept apart, and above the limit of live cells the figures are values', async () => {
  const pools = ['Older people', LD];
  const lines = [{ line: 'Home care', budget: [5, 5, 5], own: [1, 2, 3.01] }];
  const tables = {
    ...POOL_YEAR,
    PoolStatement: [...POOL_YEAR['PoolStatement']!, ...stated(lines, MARCH, pools[0])],
    PoolSettlement: [
      ...POOL_YEAR['PoolSettlement']!,
      settledRow(MARCH, COUNCIL, 'pool', { agreed: 6.01, direct: 1 }, pools[0]),
      settledRow(MARCH, 'Pool balance', 'pool', {}, pools[0]),
    ],
  };
  const host = await openTables(tables);
  await runMemorandum(host, MARCH, pools);
  expect(await memorandumDifferences(host, MARCH, pools)).toEqual([]);
  const live = await shown(host, 'PoolMemorandum');
  const planned = await runMemorandum(host, MARCH, pools, false);
  expect(planned.calculated).toBeUndefined();
  expect(await shown(host, 'PoolMemorandum')).toEqual(live);
});

test('random contributions, spending and settlements: formulas calculated = model', async () => {
  const pounds = fc.integer({ min: -100_000, max: 9_000_000 }).map((pence) => pence / 100);
  const three = fc.tuple(pounds, pounds, pounds);
  const kinds = ['base', 'grant', 'in kind', 'client income', 'partner income', 'other income', 'brought forward'];
  const workbook = fc.record({
    funding: fc.array(fc.record({ kind: fc.constantFrom(...kinds), partner: fc.nat({ max: 2 }), amount: pounds }), {
      maxLength: 6,
    }),
    lines: fc.array(fc.record({ budget: three, own: three, isCapital: fc.boolean() }), { minLength: 1, maxLength: 3 }),
    settled: fc.array(
      fc.record({ agreed: pounds, variance: pounds, paidIn: pounds, direct: pounds, inKind: pounds, kept: pounds }),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
    settlesFor: fc.constantFrom('pool', 'staff', 'A "project"'),
    period: fc.constantFrom('2026-06', MARCH),
  });
  await fc.assert(
    fc.asyncProperty(workbook, pounds, async ({ funding, lines, settled, settlesFor, period }, changed) => {
      const host = await openTables({
        ...POOL_YEAR,
        PoolContributions: funding.map(({ kind, partner, amount }, at) => ({
          Pool: LD,
          Partner: PARTNERS[partner]!,
          Year: '2026/27',
          Funding: kind,
          Source: kind === 'partner income' ? PARTNERS[(partner + 1) % 3]! : `Source ${String(at)}`,
          Amount: amount,
        })),
        PoolStatement: stated(
          lines.map(({ isCapital, ...line }, at) => ({
            ...line,
            line: `Line ${String(at)}`,
            ...(isCapital ? { type: 'capital' } : {}),
          })),
          period,
        ),
        PoolSettlement: settled.map((figures, at) => settledRow(period, PARTNERS[at]!, settlesFor, figures)),
      });
      await runMemorandum(host, period);
      expect(await memorandumDifferences(host, period)).toEqual([]);
      await typeIn(host, 'PoolSettlement', 2, 'Share due', changed);
      await typeIn(host, 'PoolStatement', 1, 'Own to date', changed);
      expect(await memorandumDifferences(host, period)).toEqual([]);
    }),
    { numRuns: 10 },
  );
}, 180_000);
