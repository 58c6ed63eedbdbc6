/*
 * What partners are exposed to when every line is over budget: with lists, caps, named partners and where it falls. The
 * percentages are those of domain brief d; budgets are illustrative.
 */
import fc from 'fast-check';
import { type Exposure, exposureOf } from '../../src/pool/exposure';
import { type RiskRule, shareLine } from '../../src/pool/riskRule';
import { fail } from '../../src/money/result';

const set = (...sharers: readonly (readonly [weight: number, capPence: number | null])[]): RiskRule => ({
  kind: 'set',
  sharers: sharers.map(([weight, capPence], partner) => ({ weight, capPence, members: [{ partner, weight: 1 }] })),
});

interface Line {
  readonly budget: readonly number[];
  readonly rule: RiskRule;
}

function exposure(lines: readonly Line[], percents?: readonly number[]) {
  return exposureOf(
    lines.map(({ budget }) => budget),
    (line, ownPence) =>
      shareLine({
        budgetPence: lines[line]!.budget,
        ownPence,
        rule: lines[line]!.rule,
        underspend: 'as overspend',
        returnWeights: lines[line]!.budget,
      }),
    percents,
  );
}

const figures = (found: readonly Exposure[]) =>
  found.map(({ percent, overPence, partsPence, referredPence }) => [percent, overPence, ...partsPence, referredPence]);

const BUDGET = [60_000_00, 40_000_00];

test.each([
  // why, lines, per percentage: over, first, second, referred
  [
    'a list of 60 : 40',
    [{ budget: BUDGET, rule: set([60, null], [40, null]) }],
    [
      [1, 1_000_00, 600_00, 400_00, 0],
      [5, 5_000_00, 3_000_00, 2_000_00, 0],
      [10, 10_000_00, 6_000_00, 4_000_00, 0],
    ],
  ],
  [
    'a cap of 1,500.00 on the second binds from 5%',
    [{ budget: BUDGET, rule: set([60, null], [40, 1_500_00]) }],
    [
      [1, 1_000_00, 600_00, 400_00, 0],
      [5, 5_000_00, 3_000_00, 1_500_00, 500_00],
      [10, 10_000_00, 6_000_00, 1_500_00, 2_500_00],
    ],
  ],
  [
    'each its own line, and a line that one bears: 1% of 60,000.00; of 40,000.00; all of 0.50 to the second',
    [
      { budget: BUDGET, rule: { kind: 'where it falls' } as const },
      { budget: [50_00, 0], rule: { kind: 'named', partner: 1 } as const },
    ],
    [
      [1, 1_000_50, 600_00, 400_50, 0],
      [5, 5_002_50, 3_000_00, 2_002_50, 0],
      [10, 10_005_00, 6_000_00, 4_005_00, 0],
    ],
  ],
  [
    'income that falls short costs as well',
    [{ budget: [-1_000_00, 0], rule: set([1, null], [1, null]) }],
    [
      [1, 10_00, 5_00, 5_00, 0],
      [5, 50_00, 25_00, 25_00, 0],
      [10, 100_00, 50_00, 50_00, 0],
    ],
  ],
  [
    'the odd penny of 1% of 0.50 goes to the first',
    [{ budget: [50, 50], rule: set([1, null], [1, null]) }],
    [
      [1, 2, 1, 1, 0],
      [5, 6, 3, 3, 0],
      [10, 10, 5, 5, 0],
    ],
  ],
])('%s', (_why, lines, expected) => {
  const found = exposure(lines);
  expect(found.ok && figures(found.value)).toEqual(expected);
});

test('no lines, no exposure; other percentages may be asked for', () => {
  const nothing = { percent: 2, overPence: 0, partsPence: [], referredPence: 0 };
  expect(exposure([], [2])).toEqual({ ok: true, value: [nothing] });
});

test('the first problem of a line is handed on', () => {
  const problem = { kind: 'weights' } as const;
  expect(exposureOf([[1]], () => fail(problem))).toEqual({ ok: false, problem });
});

test('parts and what is referred total the overspend, and a cap on every line is never passed', () => {
  const budget = fc.array(fc.integer({ min: -1_000_000, max: 50_000_000 }), { minLength: 3, maxLength: 3 });
  const weights = fc
    .array(fc.nat({ max: 100 }), { minLength: 3, maxLength: 3 })
    .filter((all) => all.some((each) => each > 0));
  const caps = fc.array(fc.option(fc.nat({ max: 100_000 })), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.record({ budget, weights, caps }), { minLength: 1, maxLength: 4 }), (given) => {
      const lines = given.map((each) => ({
        budget: each.budget,
        rule: set(...each.weights.map((weight, at) => [weight, each.caps[at] ?? null] as const)),
      }));
      const found = exposure(lines);
      if (!found.ok) throw new Error(JSON.stringify(found));
      for (const { overPence, partsPence, referredPence } of found.value) {
        expect(partsPence.reduce((sum, pence) => sum + pence, referredPence)).toBe(overPence);
        expect(referredPence).toBeGreaterThanOrEqual(0);
        partsPence.forEach((pence, partner) => {
          const limits = given.map((each) => each.caps[partner] ?? Infinity);
          expect(pence).toBeLessThanOrEqual(limits.reduce((sum, limit) => sum + limit, 0));
        });
      }
    }),
  );
});
