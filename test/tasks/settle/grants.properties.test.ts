/*
 * Random grants, lines, turns and spending: the live formulas, calculated, are the model to the penny, now and after an
 * amount is changed in the sheet.
 */
import fc from 'fast-check';
import type { Cells } from '../fixture';
import { PERIOD, differences, openTables, runGrants, shown, spent, typeIn } from './grantFixture';

const PARTNERS = ['Council', 'Trust'];
const POOLS: Readonly<Record<string, readonly string[]>> = {
  North: ['Beds', 'Day "care"', 'Home {care}', 'Loans?'],
  South: ['Respite', '0042'],
};

const pounds = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((pence) => pence / 100);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const grant = fc.record({
  pool: fc.constantFrom(...Object.keys(POOLS)),
  partner: fc.constantFrom(...PARTNERS),
  amount: pounds(0, 900),
  broughtForward: optional(pounds(0, 100)),
  minimum: optional(pounds(0, 900)),
  order: optional(fc.constantFrom(1, 2, 2.5)),
  // Any order of the pool's lines; none is every line.
  lines: fc.shuffledSubarray([0, 1, 2, 3]),
  isThisYear: fc.boolean(),
});
const workbook = fc.record({
  grants: fc.array(grant, { minLength: 2, maxLength: 6 }),
  spending: fc.array(optional(pounds(-200, 900)), { minLength: 6, maxLength: 6 }),
  allKnown: fc.boolean(),
});

test('formulas calculated = model, and no line gives more than was spent on it', async () => {
  let applied = 0;
  await fc.assert(
    fc.asyncProperty(workbook, pounds(0, 900), pounds(-100, 900), async (given, amount, spending) => {
      const grants = given.grants.map((each, at): Cells => {
        const lines = each.lines.flatMap((line) => POOLS[each.pool]![line] ?? []);
        return {
          Pool: each.pool,
          Grant: `Grant ${String(at)}`,
          Partner: each.partner,
          Year: each.isThisYear || at === 0 ? '2026/27' : '2025/26',
          Amount: each.amount,
          ...(each.broughtForward === undefined ? {} : { 'Brought forward': each.broughtForward }),
          ...(each.minimum === undefined ? {} : { Minimum: each.minimum }),
          ...(each.order === undefined ? {} : { Order: each.order }),
          ...(lines.length === 0 ? {} : { Lines: lines.join('; ') }),
        };
      });
      const lines = Object.entries(POOLS).flatMap(([Pool, names]) =>
        names.map((Line) => ({ Line, Pool, Scope: 'in' })),
      );
      const host = await openTables({
        PoolPartners: PARTNERS.map((Partner) => ({ Partner, 'Short name': Partner })),
        PoolLines: lines,
        PoolGrants: grants,
        PoolStatement: lines.map(({ Line, Pool }, at) =>
          spent(Line, given.spending[at] ?? (given.allKnown ? 0 : undefined), PERIOD, Pool),
        ),
      });
      await runGrants(host);
      expect(await differences(host)).toEqual([]);
      await typeIn(host, 'PoolGrants', 1, 'Amount', amount);
      await typeIn(host, 'PoolStatement', 1, 'Own to date', spending);
      expect(await differences(host)).toEqual([]);

      const taken = new Map<unknown, number>();
      for (const row of await shown(host, 'PoolGrantStatement')) {
        if (row['Row'] !== 'line' || typeof row['Applied'] !== 'number') continue;
        applied += row['Applied'];
        taken.set(row['Line'], Math.round(100 * row['Applied']) + (taken.get(row['Line']) ?? 0));
      }
      for (const row of await shown(host, 'PoolStatement')) {
        const pence = Math.round(100 * Number(row['Own to date']));
        expect(taken.get(row['Line']) ?? 0).toBeLessThanOrEqual(Math.max(0, pence));
      }
    }),
    { numRuns: 12 },
  );
  expect(applied).toBeGreaterThan(0);
}, 180_000);
