/* What always holds when a variance is shared within caps. The check of the fill is a bisection of its own. */
import fc from 'fast-check';
import { shareRisk } from '../../src/pool/riskShare';
import { splitByWeight } from '../../src/money/split';

const partner = fc.record({
  weight: fc.integer({ min: 0, max: 100 }),
  cap: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2_000_000 })),
});
const partners = fc.array(partner, { minLength: 1, maxLength: 7 }).filter((all) => all.some((one) => one.weight > 0));
const variances = fc.integer({ min: -5_000_000, max: 5_000_000 });

function share(variance: number, all: readonly { weight: number; cap: number | null }[], redistribute: boolean) {
  const weights = all.map(({ weight }) => weight);
  const result = shareRisk(variance, weights, { capUnits: all.map(({ cap }) => cap), redistribute });
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

test('shares and the part referred total the variance, with no minus 0', () => {
  fc.assert(
    fc.property(variances, partners, fc.boolean(), (variance, all, redistribute) => {
      const { shareUnits, referredUnits } = share(variance, all, redistribute);
      expect(shareUnits.reduce((sum, units) => sum + units, referredUnits)).toBe(variance);
      for (const units of [...shareUnits, referredUnits]) expect(Object.is(units, -0)).toBe(false);
    }),
  );
});

test('no cap is ever exceeded, no partner without a weight pays, and nothing is referred of an underspend', () => {
  fc.assert(
    fc.property(variances, partners, fc.boolean(), (variance, all, redistribute) => {
      const { shareUnits, referredUnits } = share(variance, all, redistribute);
      all.forEach(({ weight, cap }, index) => {
        if (weight === 0) expect(shareUnits[index]).toBe(0);
        if (cap !== null && variance > 0) expect(shareUnits[index]).toBeLessThanOrEqual(cap);
      });
      if (variance <= 0) expect(referredUnits).toBe(0);
      expect(referredUnits).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('redistributed, something is referred only when every partner with a weight is at its cap', () => {
  fc.assert(
    fc.property(variances, partners, (variance, all) => {
      const { shareUnits, referredUnits } = share(variance, all, true);
      if (referredUnits === 0) return;
      all.forEach(({ weight, cap }, index) => weight > 0 && expect(shareUnits[index]).toBe(cap));
    }),
  );
});

test('redistributed, each share is within a unit of filling all partners at one rate up to their caps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), partners, (variance, all) => {
      const limits = all.map(({ weight, cap }) => (weight === 0 ? 0 : (cap ?? Infinity)));
      const filledAt = (rate: number) => all.map(({ weight }, index) => Math.min(weight * rate, limits[index]!));
      const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
      let low = 0;
      let high = variance;
      for (let step = 0; step < 100; step++) {
        const middle = (low + high) / 2;
        if (total(filledAt(middle)) < variance) low = middle;
        else high = middle;
      }
      const exact = filledAt(high);
      share(variance, all, true).shareUnits.forEach((units, index) => {
        expect(Math.abs(units - exact[index]!)).toBeLessThan(1 + 1e-6);
      });
    }),
  );
});

test('without redistribution each share is the lesser of its plain share and its cap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), partners, (variance, all) => {
      const split = splitByWeight(variance, all.map(({ weight }) => weight)); // prettier-ignore
      if (!split.ok) throw new Error(split.problem.kind);
      const expected = split.value.map((units, index) => Math.min(units, all[index]!.cap ?? Infinity));
      expect(share(variance, all, false).shareUnits).toEqual(expected);
    }),
  );
});
