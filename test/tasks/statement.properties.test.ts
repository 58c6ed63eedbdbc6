/*
 * Random pools: the live formulas, calculated, are the model to the penny, and the parts of every line add up.
 */
import fc from 'fast-check';
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { partOf } from '../../src/money/pence';
import { type Cells, COUNCIL, PCT, day, openPool, quiet, writeTask } from './fixture';

const LINES = ['Residential care', 'Day services'];
const pence = fc.integer({ min: -9_999_999, max: 9_999_999 });
const pounds = fc.oneof(
  pence.map((each) => each / 100),
  // A third of a sum is no whole penny.
  pence.map((each) => each / 300),
);
const partner = fc.constantFrom(COUNCIL, PCT);
const line = fc.constantFrom(...LINES);
const period = fc.constantFrom('2026-03', '2026-04', '2026-05', '2026-06', '2026-07');

// Twelve parts of 10,000, as profiles are typed: 8.33%. Each is what lies between two of eleven cuts.
const profile = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 11, maxLength: 11 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((cuts) => cuts.slice(1).map((cut, at) => (cut - cuts[at]!) / 10_000));
// Worked out in the sheet: weeks of the year, and twelfths by division.
const WEEKS = [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5].map((weeks) => weeks / 52);
const TWELVE = Array.from({ length: 12 }, () => 1 / 12);
const asCells = (Profile: string, fractions: readonly number[]): Cells => ({
  Profile,
  ...Object.fromEntries(fractions.map((fraction, at) => [`M${at + 1}`, fraction])),
});

const pool = fc.record({
  month: fc.constantFrom('2026-06', '2026-06', '2026-04', '2026-11', '2027-03'),
  profiles: fc.tuple(profile, profile),
  budgets: fc.array(
    fc.record({
      Line: line,
      Partner: partner,
      Year: fc.constantFrom('2026/27', '2026/27', '2025/26'),
      Amount: fc.oneof(pounds, fc.constantFrom(0.05, 1.5, -0.45, 999_999_999.99)),
      Profile: fc.constantFrom('', 'twelfths', 'Twelfths', 'Winter', 'WINTER', 'term*', 'Weeks', 'By division'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  forecasts: fc.uniqueArray(
    fc.record({
      Period: period,
      Line: line,
      Partner: partner,
      Basis: fc.constantFrom('own', 'straight line', 'remaining budget'),
      Forecast: pounds,
    }),
    { maxLength: 4, selector: ({ Period, Line, Partner }) => `${Period} ${Line} ${Partner}` },
  ),
  adjustments: fc.array(
    fc.record({
      Period: fc.constantFrom('2026-03', '2026-04', '2026-05'),
      Line: line,
      Partner: partner,
      Amount: pounds,
      'Reverses in': fc.constantFrom('2026-06', '2026-07'),
    }),
    { maxLength: 4 },
  ),
  rows: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('A100', 'A200', 'A300', 'B1'),
      fc.constantFrom('Shop', 'Derby PCT'),
      pounds,
    ),
    { minLength: 1, maxLength: 25 },
  ),
});

interface Line {
  line: string;
  partner: string;
  budgetToDate: number | null;
  actualToDate: number | null;
  forecast: number | null;
}

const penceOf = (amount: number | null): number => Math.round((amount ?? Number.NaN) * 100);

test('formulas calculated = model, and partners + between = joint', async () => {
  await fc.assert(
    fc.asyncProperty(pool, async ({ month, profiles, budgets, forecasts, adjustments, rows }) => {
      await openPool(
        {
          PoolBudgets: budgets,
          PoolProfiles: [
            asCells('Winter', profiles[0]),
            asCells('term*', profiles[1]),
            asCells('Weeks', WEEKS),
            asCells('By division', TWELVE),
          ],
          PoolForecasts: forecasts,
          PoolAdjustments: adjustments.map((each, at) => ({ ...each, Kind: 'accrual', Reason: `number ${at}` })),
        },
        rows.map(([date, code, supplier, amount], at) => [day(4 + (at % 3), date), code, supplier, `R${at}`, amount]),
      );
      const plan = await reconcile.plan({ period: month }, quiet);
      await writeTask(plan);
      const checked = await check.plan({ period: month }, quiet);
      const wrong = ['figure differs', 'formula error', 'formula overwritten', 'row missing', 'row unknown'];
      expect(checked.findings.filter(({ kind }) => wrong.includes(kind))).toEqual([]);
      const lines = plan.totals['lines'] as Line[];
      for (const name of LINES) {
        const parts = lines.filter((each) => each.line === name && each.partner !== 'Joint');
        const joint = lines.find((each) => each.line === name && each.partner === 'Joint')!;
        for (const figure of ['budgetToDate', 'actualToDate', 'forecast'] as const) {
          const figures = parts.map((each) => each[figure]);
          // A joint figure of which one part is missing is missing.
          const whole = figures.includes(null) ? null : figures.reduce<number>((sum, each) => sum + penceOf(each), 0);
          expect(joint[figure] === null ? null : penceOf(joint[figure])).toBe(whole);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('a part of a sum is rounded half away from zero and mirrors its negative', () => {
  expect([partOf(100, 1, 12), partOf(6, 1, 12), partOf(-6, 1, 12), partOf(5, 1, 12), partOf(100, 12, 12)]).toEqual([
    8, 1, -1, 0, 100,
  ]);
  fc.assert(
    fc.property(pence, fc.integer({ min: 1, max: 12 }), (amount, months) => {
      const part = partOf(amount, months, 12);
      expect(partOf(-amount, months, 12)).toBe(0 - part);
      expect(Math.abs(part * 12 - amount * months)).toBeLessThanOrEqual(6);
      expect(Object.is(part, -0)).toBe(false);
    }),
  );
});
