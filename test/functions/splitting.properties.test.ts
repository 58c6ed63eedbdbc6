/* SPLIT, SHARE and TRACE tell one story, in every shape, unit and rule; blanks are the same in all their forms. */
import fc from 'fast-check';
import { call } from './callFunction';
import { useCustomFunctionsStub } from './customFunctionsStub';

beforeAll(useCustomFunctionsStub);

const pence = fc.integer({ min: -1e9, max: 1e9 });
const amount = pence.map((units) => units / 100);
const weights = fc
  .array(fc.oneof(fc.nat({ max: 50 }), fc.constantFrom(1 / 3, 2 / 3, 33.33, 0.1 + 0.2)), { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((weight) => weight > 0));
const rule = fc.constantFrom('largest-remainder', 'in-order', 'largest-share');
const unit = fc.constantFrom(0.01, 0.05, 1, 1000);

function rowsOf(outcome: ReturnType<typeof call>): number[][] {
  if ('error' in outcome) throw new Error(outcome.sentence);
  return outcome.result as number[][];
}
const asColumn = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);
const inUnits = (value: number, size: number): number => Math.round(value / size);

test('the shares total the amount rounded to the unit, a zero weight gets 0, and a credit mirrors a charge', () => {
  fc.assert(
    fc.property(amount, weights, rule, unit, (sum, by, how, size) => {
      const shares = rowsOf(call('SPLIT', sum, [by], how, size))[0]!;
      const rounded = Math.sign(sum) * Math.round(Math.abs(inUnits(sum * 100, 1)) / (size * 100));
      expect(shares.reduce((total, share) => total + inUnits(share, size), 0)).toBe(rounded + 0);
      by.forEach((weight, partner) => weight === 0 && expect(Object.is(shares[partner], 0)).toBe(true));
      expect(rowsOf(call('SPLIT', -sum, [by], how, size))[0]).toEqual(shares.map((share) => 0 - share));
    }),
  );
});

test('SHARE is always that element of SPLIT, and TRACE ends in the same shares', () => {
  fc.assert(
    fc.property(amount, weights, rule, unit, (sum, by, how, size) => {
      const shares = rowsOf(call('SPLIT', sum, [by], how, size))[0]!;
      const one = shares.map((_share, partner) => call('SHARE', sum, asColumn(by), partner + 1, how, size));
      expect(one).toEqual(shares.map((result) => ({ result })));
      const working = rowsOf(call('TRACE', sum, [by], how, size)).slice(1, -1);
      expect(working.map((row) => row.at(-1))).toEqual(shares);
    }),
  );
});

test('weights in a column give the same shares in a column', () => {
  fc.assert(
    fc.property(
      amount,
      weights.filter((by) => by.length > 1),
      (sum, by) => {
        const across = rowsOf(call('SPLIT', sum, [by]))[0];
        expect(rowsOf(call('SPLIT', sum, asColumn(by)))).toEqual(asColumn(across!));
      },
    ),
  );
});

test('a column of amounts is split row by row, with one row of weights or with a row for each', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 2, maxLength: 12 }),
      weights.filter((by) => by.length > 1),
      rule,
      (sums, by, how) => {
        const single = sums.map((sum) => rowsOf(call('SPLIT', sum, [by], how))[0]);
        expect(rowsOf(call('SPLIT', asColumn(sums), [by], how))).toEqual(single);
        expect(rowsOf(call('SPLIT', asColumn(sums), asColumn(by), how))).toEqual(single);
        expect(rowsOf(call('SPLIT', asColumn(sums), sums.map(() => by), how))).toEqual(single); // prettier-ignore
      },
    ),
  );
});

test('blank weights are 0 in every form, and blank rows at the foot are left out', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 9 }), (sum, weight) => {
      const expected = call('SPLIT', [[sum], [sum]], [[weight, 0, 1]]);
      for (const blank of [null, '', undefined, ' ']) {
        expect(call('SPLIT', [[sum], [sum]], [[weight, blank, 1]])).toEqual(expected);
        expect(call('SPLIT', [[sum], [sum], [blank], [blank]], [[weight, blank, 1]])).toEqual(expected);
      }
    }),
  );
});

test('down a column, running stays within a unit of exact for every partner', () => {
  fc.assert(
    fc.property(
      fc.array(pence, { minLength: 2, maxLength: 40 }),
      fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 5 }),
      (units, by) => {
        const total = by.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const rows = rowsOf(call('SPLIT', asColumn(units.map((one) => one / 100)), [by], 'running'));
        const exact = by.map(() => 0);
        const given = by.map(() => 0);
        rows.forEach((shares, row) => {
          shares.forEach((share, partner) => {
            exact[partner]! += (units[row]! * by[partner]!) / total;
            given[partner]! += Math.round(share * 100);
            expect(Math.abs(exact[partner]! - given[partner]!)).toBeLessThan(1 + 1e-6);
          });
        });
      },
    ),
  );
});
