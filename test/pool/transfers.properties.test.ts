/* What always holds of payments that clear balances. */
import fc from 'fast-check';
import { transfers, type Transfer } from '../../src/pool/transfers';

/** Balances that total 0: all but the last at random, the last makes up for them. */
const balances = fc
  .array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .map((some) => [...some, some.reduce((left, one) => left - one, 0)]);

function clear(units: readonly number[], host?: number): readonly Transfer[] {
  const result = transfers(units, host);
  if (!result.ok) throw new Error(result.problem.kind);
  return result.value;
}

function left(units: readonly number[], payments: readonly Transfer[]): number[] {
  const rest = [...units];
  for (const { from, to, amountUnits } of payments) {
    rest[from]! -= amountUnits;
    rest[to]! += amountUnits;
  }
  return rest;
}

test('the payments clear every balance exactly, and each is above 0 between two partners', () => {
  fc.assert(
    fc.property(balances, fc.boolean(), (units, hosted) => {
      const payments = clear(units, hosted ? 0 : undefined);
      expect(left(units, payments)).toEqual(units.map(() => 0));
      for (const { from, to, amountUnits } of payments) {
        expect(amountUnits).toBeGreaterThan(0);
        expect(from).not.toBe(to);
      }
    }),
  );
});

test('without a host there is at most one payment fewer than partners, and none passes money on', () => {
  fc.assert(
    fc.property(balances, (units) => {
      const payments = clear(units);
      expect(payments.length).toBeLessThanOrEqual(units.length - 1);
      for (const { from, to } of payments) {
        expect(units[from]).toBeGreaterThan(0);
        expect(units[to]).toBeLessThan(0);
      }
    }),
  );
});

test('with a host every payment is to or from the host, one for each other partner with a balance', () => {
  fc.assert(
    fc.property(balances, fc.nat(), (units, any) => {
      const host = any % units.length;
      const payments = clear(units, host);
      for (const { from, to } of payments) expect(from === host || to === host).toBe(true);
      expect(payments).toHaveLength(units.filter((unit, partner) => partner !== host && unit !== 0).length);
    }),
  );
});

test('balances that leave something over are refused, with what is over', () => {
  fc.assert(
    fc.property(balances, fc.integer({ min: 1, max: 1000 }), (units, over) => {
      const result = transfers([...units, over]);
      expect(result).toEqual({ ok: false, problem: { kind: 'unbalanced', totalUnits: over } });
    }),
  );
});
