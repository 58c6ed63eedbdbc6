/* What a line's shares would have been in a shadow pool, beside where its variance fell. */
import fc from 'fast-check';
import { wouldHaveBeen } from '../../src/pool/wouldHaveBeen';
import type { LineToShare, RiskRule } from '../../src/pool/riskRule';

const list = (weights: readonly number[], caps: readonly (number | null)[] = []): RiskRule => ({
  kind: 'set',
  sharers: weights.map((weight, partner) => ({
    weight,
    capPence: caps[partner] ?? null,
    members: [{ partner, weight: 1 }],
  })),
});

/** Two partners: the first spent £110.00 of £100.00, the second nothing of nothing. */
const over: LineToShare = {
  budgetPence: [10_000, 0],
  ownPence: [11_000, 0],
  rule: list([60, 40]),
  underspend: 'as overspend',
  returnWeights: [1, 1],
};

test.each([
  // why, change, shares, more than where it fell, referred, kept
  ['by a Set of 60 : 40', {}, [600, 400], [-400, 400], 0, false],
  [
    'a cap on the second: the rest is nobody’s',
    { rule: list([60, 40], [null, 300]) },
    [600, 300],
    [-400, 300],
    100,
    false,
  ],
  ['where it falls: nothing would have moved', { rule: { kind: 'where it falls' } }, [1_000, 0], [0, 0], 0, false],
  ['all to the second', { rule: { kind: 'named', partner: 1 } }, [0, 1_000], [-1_000, 1_000], 0, false],
  [
    'an underspend kept in the pool',
    { ownPence: [9_000, 0], underspend: 'carried forward' },
    [-600, -400],
    [400, -400],
    0,
    true,
  ],
  [
    'an underspend returned 3 : 1',
    { ownPence: [9_000, 0], underspend: 'returned', returnWeights: [3, 1] },
    [-750, -250],
    [250, -250],
    0,
    false,
  ],
] as const)('%s', (_why, change, shares, more, referred, kept) => {
  const compared = wouldHaveBeen({ ...over, ...(change as Partial<LineToShare>) });
  if (!compared.ok) throw new Error(compared.problem.kind);
  expect(compared.value.partners.map(({ sharePence }) => sharePence)).toEqual(shares);
  expect(compared.value.partners.map(({ morePence }) => morePence)).toEqual(more);
  expect(compared.value).toMatchObject({ referredPence: referred, isKept: kept });
});

test('a list whose weights are all 0 shares nothing, and says so', () => {
  expect(wouldHaveBeen({ ...over, rule: list([0, 0]) })).toMatchObject({ ok: false, problem: { kind: 'weights' } });
});

test('what fell, and what would have been shared and met by other lines, are the same variance', () => {
  const pence = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const partners = fc.array(fc.record({ budget: pence, own: pence, weight: fc.integer({ min: 1, max: 100 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(partners, fc.integer({ min: 1, max: 500_000 }), pence, (rows, cap, offsetPence) => {
      const compared = wouldHaveBeen({
        offsetPence,
        budgetPence: rows.map(({ budget }) => budget),
        ownPence: rows.map(({ own }) => own),
        rule: list(
          rows.map(({ weight }) => weight),
          rows.map((_row, at) => (at === 0 ? cap : null)),
        ),
        underspend: 'as overspend',
        returnWeights: rows.map(() => 1),
      });
      if (!compared.ok) throw new Error(compared.problem.kind);
      const total = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);
      const { partners: each, referredPence, variancePence } = compared.value;
      expect(total(each.map(({ fellPence }) => fellPence))).toBe(variancePence);
      expect(total(each.map(({ sharePence }) => sharePence)) + referredPence).toBe(variancePence + offsetPence);
      expect(total(each.map(({ morePence }) => morePence))).toBe(offsetPence - referredPence + 0);
    }),
  );
});
