import fc from 'fast-check';
import { fromUnitsOf, readUnit, toUnitsOf } from '../../src/money/exact';
import { splitByWeight, splitPrepared, type SplitRule } from '../../src/money/split';
import { prepareWeights, type PreparedWeights } from '../../src/money/weights';
import { amountUnits, fractionOf, roundFraction, smallWeights, unit, weights, wholeWeights } from './arbitraries';

const RULES: readonly SplitRule[] = ['largest-remainder', 'named-partner', 'in-order', 'largest-share'];
const anyRule = fc.constantFrom(...RULES);
const runs = { numRuns: 2000 };

/** The shares; the named partner, where the rule wants one, is the last that has a weight. */
function shares(amount: number, list: readonly number[], rule: SplitRule): number[] {
  const result = splitByWeight(amount, list, rule, lastWithWeight(list));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const lastWithWeight = (list: readonly number[]) => list.findLastIndex((w) => w > 0);
const total = (list: readonly number[]) => list.reduce((sum, n) => sum + BigInt(n), 0n);

describe('for every rule', () => {
  test('shares total the amount', () => {
    fc.assert(
      fc.property(amountUnits, weights, anyRule, (amount, list, rule) => {
        expect(total(shares(amount, list, rule))).toBe(BigInt(amount));
      }),
      runs,
    );
  });

  test('a partner of weight 0 gets exactly 0, and no share is -0', () => {
    fc.assert(
      fc.property(amountUnits, weights, anyRule, (amount, list, rule) => {
        shares(amount, list, rule).forEach((share, i) => {
          expect(Object.is(share, -0)).toBe(false);
          if (list[i] === 0) expect(share).toBe(0);
        });
      }),
      runs,
    );
  });

  test('a credit mirrors the charge', () => {
    fc.assert(
      fc.property(amountUnits, weights, anyRule, (amount, list, rule) => {
        expect(shares(-amount, list, rule)).toEqual(shares(amount, list, rule).map((share) => 0 - share));
      }),
      runs,
    );
  });

  test('the unit that weights are given in does not matter', () => {
    fc.assert(
      fc.property(amountUnits, smallWeights, anyRule, fc.constantFrom(2, 10, 1000), (amount, list, rule, times) => {
        const scaled = list.map((w) => w * times);
        expect(shares(amount, scaled, rule)).toEqual(shares(amount, list, rule));
      }),
    );
  });

  test('two thirds beside one third, as Excel holds them, are 2 to 1 for two partners up to £4 trillion', () => {
    const upTo = fc.integer({ min: -400_000_000_000_000, max: 400_000_000_000_000 });
    fc.assert(
      fc.property(upTo, (amount) => {
        const exact = shares(amount, [2, 1], 'largest-remainder');
        expect(shares(amount, [2 / 3, 1 / 3], 'largest-remainder')).toEqual(exact);
      }),
      runs,
    );
  });

  test('from cell to cells: what is written totals the rounded amount, as decimals of 15 digits', () => {
    const amount = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
      fc.double({ min: -1e11, max: 1e11, noNaN: true }),
    );
    fc.assert(
      fc.property(amount, weights, unit, anyRule, (pounds, list, unitValue, rule) => {
        const ready = readUnit(unitValue);
        if (!ready.ok) throw new Error('refused');
        const units = toUnitsOf(pounds, ready.value);
        fc.pre(units.ok);
        const { top, bottom } = fractionOf(unitValue);
        const written = shares(units.value, list, rule).map((share) => fractionOf(fromUnitsOf(share, ready.value)));
        const common = written.reduce((most, f) => (f.bottom > most ? f.bottom : most), bottom);
        const sum = written.reduce((total, f) => total + f.top * (common / f.bottom), 0n);
        expect(sum).toBe(BigInt(units.value) * top * (common / bottom));
      }),
      runs,
    );
  });

  test('sums in doubles and in BigInt give the same shares', () => {
    fc.assert(
      fc.property(amountUnits, smallWeights, anyRule, (amount, list, rule) => {
        const result = splitPrepared(amount, inBigInt(list), rule, lastWithWeight(list));
        expect(result).toEqual({ ok: true, value: shares(amount, list, rule) });
      }),
      runs,
    );
  });
});

/** The same weights, made so that every sum must go by way of BigInt. */
function inBigInt(list: readonly number[]): PreparedWeights {
  const prepared = prepareWeights(list);
  if (!prepared.ok) throw new Error('refused');
  const big = { weights: list.map(BigInt), total: list.reduce((sum, w) => sum + BigInt(w), 0n) };
  return { ...prepared.value, total: Infinity, big };
}

/** Share x W - amount x w: how far each share is above its exact value, in parts of the total weight. */
function excess(amount: number, list: readonly number[], found: readonly number[]) {
  const whole = wholeWeights(list);
  const weightTotal = whole.reduce((sum, w) => sum + w, 0n);
  return { over: found.map((share, i) => BigInt(share) * weightTotal - BigInt(amount) * whole[i]!), weightTotal };
}

describe('largest remainder', () => {
  test('is the closest whole-unit split: no unit moved makes it closer, and a tie has gone to the earlier partner', () => {
    fc.assert(
      fc.property(amountUnits, weights, (amount, list) => {
        const { over, weightTotal } = excess(
          Math.abs(amount),
          list,
          shares(Math.abs(amount), list, 'largest-remainder'),
        );
        over.forEach((from, i) => {
          expect(from < weightTotal && from > -weightTotal).toBe(true);
          over.forEach((to, j) => {
            // Moving a unit from i to j changes the squared distance by 2 (W - from + to) / W.
            if (from - to > weightTotal) throw new Error(`a unit of partner ${i} belongs to ${j}`);
            if (from - to === weightTotal && i !== j) expect(i).toBeLessThan(j);
          });
        });
      }),
      runs,
    );
  });

  test('is no further from the exact shares than any other whole-unit split, tried one by one', () => {
    const few = fc
      .array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 4 })
      .filter((l) => l.some((w) => w > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), few, (amount, list) => {
        const distance = (candidate: readonly number[]) =>
          excess(amount, list, candidate).over.reduce((sum, d) => sum + d * d, 0n);
        const ours = distance(shares(amount, list, 'largest-remainder'));
        for (const candidate of allSplits(amount, list.length)) expect(distance(candidate) >= ours).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

/** Every way to give `amount` units to `partners`. */
function allSplits(amount: number, partners: number): number[][] {
  if (partners === 1) return [[amount]];
  const found: number[][] = [];
  for (let first = 0; first <= amount; first++) {
    for (const rest of allSplits(amount - first, partners - 1)) found.push([first, ...rest]);
  }
  return found;
}

describe('the other rules', () => {
  const exactShares = (amount: number, list: readonly number[]) => {
    const whole = wholeWeights(list);
    const bottom = whole.reduce((sum, w) => sum + w, 0n);
    return whole.map((w) => ({ top: BigInt(amount) * w, bottom }));
  };

  test('named-partner: every other share is its exact value rounded half away from zero', () => {
    fc.assert(
      fc.property(amountUnits, weights, (amount, list) => {
        const exact = exactShares(amount, list);
        shares(amount, list, 'named-partner').forEach((share, i) => {
          if (i !== lastWithWeight(list)) expect(BigInt(share)).toBe(roundFraction(exact[i]!));
        });
      }),
      runs,
    );
  });

  test('in-order: the first partners with a weight have one unit more than their whole units', () => {
    fc.assert(
      fc.property(amountUnits, weights, (amount, list) => {
        const size = Math.abs(amount);
        const extra = shares(size, list, 'in-order').map((share, i) => {
          const { top, bottom } = exactShares(size, list)[i]!;
          return BigInt(share) - top / bottom;
        });
        const ofWeighted = extra.filter((_, i) => list[i]! > 0);
        const count = Number(ofWeighted.reduce((sum, n) => sum + n, 0n));
        expect(ofWeighted).toEqual(ofWeighted.map((_, place) => (place < count ? 1n : 0n)));
      }),
      runs,
    );
  });

  test('largest-share: all but the first of the largest weights have just their whole units', () => {
    fc.assert(
      fc.property(amountUnits, weights, (amount, list) => {
        const size = Math.abs(amount);
        const whole = wholeWeights(list);
        const largest = whole.findIndex((w) => whole.every((other) => other <= w));
        shares(size, list, 'largest-share').forEach((share, i) => {
          const { top, bottom } = exactShares(size, list)[i]!;
          if (i !== largest) expect(BigInt(share)).toBe(top / bottom);
        });
      }),
      runs,
    );
  });
});
