import fc from 'fast-check';
import { exactToUnits, fromUnits, readNumber, readUnit, sumPence, toUnits } from '../../src/money/exact';
import { toUnitsColumn } from '../../src/money/column';
import { LIMIT, amountUnits, fractionOf, roundFraction, unit } from './arbitraries';

const runs = { numRuns: 5000 };

/** Numbers that cells hold: any double, pounds and pence, half pennies with and without dust, results of sums. */
const cellNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e16, max: 1e16 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
  fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
  fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -9, max: 9 }))
    .map(([n, dust]) => ((2 * n + 1) / 200) * (1 + dust * 1e-15)),
  fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: -90, max: 90 }))
    .map(([n, dust]) => (n + 0.005) * (1 + dust * 1e-16)),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([a, b]) => a + b),
);

/** The same question answered with whole numbers only. */
function unitsByFractions(amount: number, unitValue: number): bigint {
  const a = fractionOf(amount);
  const u = fractionOf(unitValue);
  return roundFraction({ top: a.top * u.bottom, bottom: a.bottom * u.top });
}

test('whole units are the decimal at 15 digits, rounded half away from zero, by way of doubles or of decimals', () => {
  fc.assert(
    fc.property(cellNumber, unit, (amount, unitValue) => {
      const found = toUnits(amount, unitValue);
      const ready = readUnit(unitValue);
      if (!ready.ok) throw new Error('refused');
      expect(exactToUnits(readNumber(amount), ready.value)).toEqual(found);
      const expected = unitsByFractions(amount, unitValue);
      const held = (expected < 0n ? -expected : expected) <= BigInt(ready.value.maxUnits);
      expect(found.ok).toBe(held);
      if (!found.ok) return;
      expect(BigInt(found.value)).toBe(expected);
      expect(Object.is(found.value, -0)).toBe(false);
    }),
    runs,
  );
});

test('what is written to a cell is the nearest double, and is read back as the same units', () => {
  fc.assert(
    fc.property(amountUnits, unit, (amount, unitValue) => {
      const ready = readUnit(unitValue);
      if (!ready.ok) throw new Error('refused');
      const units = Math.trunc(amount % (ready.value.maxUnits + 1)) + 0;
      const written = fromUnits(units, unitValue);
      const { top, bottom } = fractionOf(unitValue);
      expect(written).toBe(nearestDouble(BigInt(units) * top, bottom));
      expect(toUnits(written, unitValue)).toEqual({ ok: true, value: units });
    }),
    runs,
  );
});

/** The platform reads decimal text to the nearest double; the units here all have a power of ten below. */
function nearestDouble(top: bigint, bottom: bigint): number {
  return Number(`${top}e-${String(bottom).length - 1}`) + 0;
}

test('a sum is exact in any order', () => {
  fc.assert(
    fc.property(fc.array(amountUnits, { maxLength: 60 }), (list) => {
      const expected = list.reduce((sum, n) => sum + BigInt(n), 0n);
      const found = sumPence(list);
      const held = expected <= BigInt(LIMIT) && expected >= -BigInt(LIMIT);
      expect(found.ok ? BigInt(found.value) : 'refused').toEqual(held ? expected : 'refused');
      expect(sumPence([...list].reverse()).ok).toBe(held);
    }),
    { numRuns: 1000 },
  );
});

test('a column is read as its cells are, one by one', () => {
  fc.assert(
    fc.property(fc.array(cellNumber, { maxLength: 20 }), unit, (values, unitValue) => {
      const ready = readUnit(unitValue);
      if (!ready.ok) throw new Error('refused');
      const single = values.map((value) => toUnits(value, unitValue));
      const row = single.findIndex((read) => !read.ok);
      const column = toUnitsColumn(values, ready.value);
      if (column.ok) expect(Array.from(column.value, (value) => ({ ok: true, value }))).toEqual(single);
      else expect({ ok: false, problem: column.problem.problem }).toEqual(single[row]);
      expect(column.ok ? -1 : column.problem.row).toBe(row);
    }),
    { numRuns: 500 },
  );
});
