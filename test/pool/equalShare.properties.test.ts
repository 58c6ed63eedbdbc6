/* What always holds of an equal share. */
import fc from 'fast-check';
import { equalShare, type Treatment } from '../../src/pool/equalShare';

const equal = fc.constant<Treatment>({ kind: 'equal' });
const none = fc.constant<Treatment>({ kind: 'none' });
const fixed = fc.integer({ min: 1, max: 10_000 }).map((amountUnits): Treatment => ({ kind: 'fixed', amountUnits }));
const treatments = fc.array(fc.oneof(equal, equal, none, fixed), { minLength: 1, maxLength: 8 });
const costs = fc.integer({ min: -10_000_000, max: 10_000_000 });
const caps = fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: undefined });

test('shares total the lesser of cost and cap, and with the part above it the cost', () => {
  fc.assert(
    fc.property(costs, treatments, caps, (cost, partners, cap) => {
      const result = equalShare(cost, partners, cap);
      if (!result.ok) return;
      const total = result.value.shareUnits.reduce((sum, share) => sum + share, 0);
      expect(total).toBe(Math.min(cost, cap ?? Infinity));
      expect(total + result.value.aboveCapUnits).toBe(cost);
      expect(result.value.aboveCapUnits).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a fixed partner pays its amount, one that takes no part 0, and equal partners differ by a unit at most', () => {
  fc.assert(
    fc.property(costs, treatments, caps, (cost, partners, cap) => {
      const result = equalShare(cost, partners, cap);
      if (!result.ok) return;
      const { shareUnits } = result.value;
      const equalShares = shareUnits.filter((_share, index) => partners[index]?.kind === 'equal');
      partners.forEach((partner, index) => {
        if (partner.kind === 'fixed') expect(shareUnits[index]).toBe(partner.amountUnits);
        if (partner.kind === 'none') expect(Object.is(shareUnits[index], 0)).toBe(true);
      });
      if (equalShares.length > 0) expect(Math.max(...equalShares) - Math.min(...equalShares)).toBeLessThanOrEqual(1);
    }),
  );
});

test('without fixed amounts and cap, a credit mirrors a charge', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 9 }), (cost, count) => {
      const partners = Array.from({ length: count }, (): Treatment => ({ kind: 'equal' }));
      const charge = equalShare(cost, partners);
      const credit = equalShare(-cost, partners);
      if (!charge.ok || !credit.ok) throw new Error('an equal share was refused');
      expect(credit.value.shareUnits).toEqual(charge.value.shareUnits.map((share) => 0 - share));
    }),
  );
});

test('it is refused only for a reason: too much fixed, or nobody to bear the rest', () => {
  fc.assert(
    fc.property(costs, treatments, caps, (cost, partners, cap) => {
      const result = equalShare(cost, partners, cap);
      const sum = Math.min(cost, cap ?? Infinity);
      const fixedUnits = partners.reduce((total, one) => total + (one.kind === 'fixed' ? one.amountUnits : 0), 0);
      const tooMuch = fixedUnits > 0 && fixedUnits > sum;
      const nobody = sum !== fixedUnits && !partners.some((one) => one.kind === 'equal');
      expect(result.ok).toBe(!tooMuch && !nobody);
    }),
  );
});
