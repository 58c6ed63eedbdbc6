/*
 * Random projects, groups, lists, caps and payers: the live formulas, calculated, are the model to the penny, now and after an
 * input is changed in the sheet.
 */
import fc from 'fast-check';
import { serialOf } from '../../../src/money/calendar';
import { share } from '../../../src/tasks/share/share';
import { readModel } from '../../../src/workbook/readModel';
import { type Cells, quiet, writeTask } from '../fixture';
import { type Tables, differences, openProjects, shownSplit } from './fixture';

const GROUP = 'Group';
const SINGLE = ['Council', 'Trust', 'Borough'];
const MEMBERS = ['North PCT', 'South PCT', 'West "Vale" {PCT}'];
const PARTNERS: readonly Cells[] = [
  ...MEMBERS.map((Partner, at) => ({ Partner, 'Short name': `P${String(at)}`, 'Part of': GROUP })),
  ...SINGLE.map((Partner) => ({ Partner, 'Short name': Partner })),
];
const FIRST = serialOf({ year: 2026, month: 4, day: 1 });

const pounds = (min: number, max: number) => fc.integer({ min: min * 100, max: max * 100 }).map((pence) => pence / 100);
/** What is typed or comes of the user's own formula: now and then a third, which is no whole penny. */
const typedIn = (min: number, max: number) =>
  fc.oneof(
    { weight: 4, arbitrary: pounds(min, max) },
    { weight: 1, arbitrary: pounds(min, max).map((each) => each / 3) },
  );
const dates = fc
  .tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 364 }))
  .map((pair) => pair.map((days) => FIRST + days).sort((a, b) => a - b) as [number, number]);
const monthDates = fc.constantFrom<[number, number]>(
  [FIRST, FIRST + 364],
  [FIRST + 30, FIRST + 60],
  [FIRST + 14, FIRST + 43],
);

const item = fc.record({
  cost: typedIn(-20_000, 60_000),
  dates: fc.oneof(dates, monthDates, fc.constant(undefined)),
  payer: fc.constantFrom('', ...SINGLE, ...MEMBERS),
});
const list = fc.record({
  tenths: fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })),
  pool: fc.constantFrom('', '', 'LD'),
  isEqual: fc.boolean(),
});

const workbook = fc.record({
  years: fc.array(
    fc.record({
      items: fc.array(item, { minLength: 1, maxLength: 4 }),
      cap: fc.option(typedIn(1, 60_000), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  treatments: fc.array(fc.constantFrom('equal', 'equal', 'equal', 'none', 'fixed'), { minLength: 4, maxLength: 4 }),
  asGroup: fc.boolean(),
  fixed: typedIn(1, 50),
  lists: fc.array(list, { maxLength: 2 }),
});

type Given = typeof workbook extends fc.Arbitrary<infer Value> ? Value : never;

function tablesOf({ years, treatments, asGroup, fixed, lists }: Given): Tables {
  const sharers = [...(asGroup ? [GROUP] : MEMBERS), ...SINGLE];
  const rows = years.flatMap(({ items, cap }, year) =>
    items.map((each, at): Cells => {
      const [start, end] = each.dates ?? [];
      return {
        Project: 'Project',
        Pool: 'LD',
        Year: `${String(2026 + year)}/${String(27 + year)}`,
        Item: `Item ${String(at)}`,
        'Annual cost': each.cost,
        ...(start === undefined || end === undefined ? {} : { Start: start + year * 365, End: end + year * 365 }),
        ...(each.payer === '' ? {} : { 'Paid by': each.payer }),
        ...(at === 0 && cap !== undefined ? { Cap: cap } : {}),
      };
    }),
  );
  return {
    PoolPartners: PARTNERS,
    PoolProjects: rows,
    PoolProjectShares: sharers.map((Partner, at): Cells => {
      const Treatment = treatments[at % treatments.length] ?? 'equal';
      return { Project: 'Project', Partner, Treatment, ...(Treatment === 'fixed' ? { Amount: fixed } : {}) };
    }),
    ...(lists.length === 0
      ? {}
      : {
          PoolShares: lists.flatMap(({ tenths: [a, b], pool, isEqual }, at) =>
            MEMBERS.map(
              (Partner, member): Cells => ({
                ...(pool === '' ? {} : { Pool: pool }),
                Set: GROUP,
                Partner,
                ...(at === 0 ? {} : { From: FIRST - 30 }),
                ...(isEqual ? { Basis: 'equal' } : { Basis: 'fixed', Share: [a, b, 10 - a - b][member]! / 10 }),
              }),
            ),
          ),
        }),
  };
}

test('formulas calculated = model, every check is 0.00, and nothing that is wrong is written', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(workbook, pounds(1, 40_000), async (given, changed) => {
      const host = await openProjects(tablesOf(given));
      const plan = await share.plan({}, quiet);
      if (plan.blockers.length > 0) {
        const known = ['nobody equal', 'fixed above sum', 'set not in force'];
        expect(known).toEqual(expect.arrayContaining(plan.blockers.map(({ kind }) => kind)));
        expect(plan.workbook).toBeUndefined();
        return;
      }
      written++;
      await writeTask(plan);
      expect(await differences(host)).toEqual([]);
      const checks = (await shownSplit(host)).map(({ Check }) => Check);
      expect(checks.every((check) => check === 0 || check === '')).toBe(true);

      const { sheet, row, column, headings } = (await host.run((context) => readModel(context))).cells.get(
        'PoolProjects',
      )!;
      await host.run(async (context) => {
        const at = context.workbook.worksheets.getItem(sheet).getCell(row, column + headings.indexOf('Annual cost'));
        at.values = [[changed]];
        await context.sync();
      });
      const again = await share.plan({}, quiet);
      if (again.blockers.length === 0) expect(await differences(host)).toEqual([]);
    }),
    { numRuns: 12 },
  );
  expect(written).toBeGreaterThan(3);
}, 180_000);
