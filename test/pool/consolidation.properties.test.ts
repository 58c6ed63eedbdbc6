/* What always holds of many pools added up, whatever their lines. */
import fc from 'fast-check';
import { type PoolLine, type PoolPlace, FIGURES, consolidate } from '../../src/pool/consolidation';

const PARTNERS = 3;
const POOLS = ['City', 'County', 'Health', ''];
const pence = fc.integer({ min: -99_999_999, max: 99_999_999 });
const partner = fc.record({
  annualBudgetPence: pence,
  budgetToDatePence: pence,
  actualToDatePence: pence,
  ownToDatePence: pence,
});
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A line whose joint figures are its partners' and whose amounts between partners cancel, as the statement's do. */
const line = fc
  .record({
    pool: fc.constantFrom(...POOLS),
    type: fc.constantFrom('revenue', 'capital'),
    partners: fc.array(partner, { minLength: PARTNERS, maxLength: PARTNERS }),
  })
  .map(({ pool, type, partners }): PoolLine => {
    const of = (figure: keyof (typeof partners)[number]): number => sum(partners.map((each) => each[figure]));
    const own = of('ownToDatePence');
    return {
      pool,
      type,
      partners,
      joint: {
        annualBudgetPence: of('annualBudgetPence'),
        budgetToDatePence: of('budgetToDatePence'),
        actualToDatePence: own,
        ownToDatePence: own,
      },
    };
  });
const places = fc
  .tuple(fc.constantFrom('LD', 'MH', ''), fc.constantFrom('North', 'South', ''))
  .chain((first) => fc.tuple(fc.constant(first), fc.tuple(fc.constantFrom('LD', 'MH'), fc.constantFrom('North', ''))))
  .map(([[serviceLine, area], [otherLine, otherArea]]): PoolPlace[] => [
    { pool: 'City', serviceLine, area },
    { pool: 'County', serviceLine, area },
    { pool: 'Health', serviceLine: otherLine, area: otherArea },
  ]);
const lines = fc.array(line, { maxLength: 12 });

test('the pools total all pools, per partner and joint, for each type and figure', () => {
  fc.assert(
    fc.property(lines, places, (given, where) => {
      const rows = consolidate(given, where);
      for (const all of rows.filter(({ row }) => row === 'all pools')) {
        const pools = rows.filter(
          ({ row, type, figure }) => row === 'pool' && type === all.type && figure === all.figure,
        );
        expect(sum(pools.map(({ totalPence }) => totalPence ?? 0))).toBe(all.totalPence);
        for (let at = 0; at < PARTNERS; at++)
          expect(sum(pools.map(({ partsPence }) => partsPence[at] ?? 0))).toBe(all.partsPence[at]);
      }
    }),
  );
});

test('every check of own spending and of budgets is 0, and is never minus 0', () => {
  fc.assert(
    fc.property(lines, places, (given, where) => {
      const checked = consolidate(given, where).filter(({ figure }) => figure !== 'Between partners');
      for (const { checkPence } of checked) expect(checkPence).toBe(0);
    }),
  );
});

test('a penny counted twice for one partner is in the check of its pool and of all pools, to the penny', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 6 }),
      places,
      fc.nat(PARTNERS - 1),
      pence,
      (given, where, who, extra) => {
        const [first, ...rest] = given;
        if (first === undefined) return;
        const partners = first.partners.map((each, at) =>
          at === who ? { ...each, ownToDatePence: (each.ownToDatePence ?? 0) + extra } : each,
        );
        const rows = consolidate([{ ...first, partners }, ...rest], where).filter(
          ({ figure, type }) => figure === 'Own to date' && type === first.type,
        );
        const pool = rows.find(({ row, pool: name }) => row === 'pool' && name === first.pool);
        const all = rows.find(({ row }) => row === 'all pools');
        expect([pool?.checkPence, all?.checkPence]).toEqual([0 - extra, 0 - extra]);
      },
    ),
  );
});

test('each pool, part and total has every figure once', () => {
  fc.assert(
    fc.property(lines, places, (given, where) => {
      const rows = consolidate(given, where);
      const keys = rows.map(({ row, pool, serviceLine, area, type, figure }) =>
        [row, pool, serviceLine, area, type, figure].join('|'),
      );
      expect(new Set(keys).size).toBe(keys.length);
      expect(rows.length % FIGURES.length).toBe(0);
    }),
  );
});
