import fc from 'fast-check';
import { splitRunning } from '../../src/money/running';
import { prepareWeights, type PreparedWeights } from '../../src/money/weights';
import { amountUnits, smallWeights, weights, wholeWeights } from './arbitraries';

const column = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }),
  fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 60 }),
  fc.array(amountUnits, { maxLength: 20 }),
);

function prepared(list: readonly number[]): PreparedWeights {
  const result = prepareWeights(list);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

function rowsOf(amounts: readonly number[], weightsReady: PreparedWeights): number[][] {
  const result = splitRunning(Float64Array.from(amounts), weightsReady);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  const partners = weightsReady.weights.length;
  return amounts.map((_, row) => Array.from(result.value.slice(row * partners, (row + 1) * partners)));
}

/** Every row's total, weight 0, -0 and the running totals, all at once: they share one costly run. */
function checkColumn(amounts: readonly number[], list: readonly number[]): void {
  const whole = wholeWeights(list);
  const weightTotal = whole.reduce((sum, w) => sum + w, 0n);
  const given = list.map(() => 0n);
  let runningTotal = 0n;
  rowsOf(amounts, prepared(list)).forEach((row, at) => {
    runningTotal += BigInt(amounts[at]!);
    expect(row.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amounts[at]!));
    row.forEach((share, i) => {
      if (Object.is(share, -0)) throw new Error('-0');
      if (list[i] === 0) expect(share).toBe(0);
      given[i]! += BigInt(share);
      const behind = runningTotal * whole[i]! - given[i]! * weightTotal;
      if (behind >= weightTotal || behind <= -weightTotal) throw new Error(`row ${at}, partner ${i} is a unit adrift`);
    });
  });
}

describe('the running rule', () => {
  test('rows total their amounts and every running total stays within one unit of exact', () => {
    fc.assert(fc.property(column, weights, checkColumn), { numRuns: 1500 });
  });

  test('also over a long column of small amounts, where rounding errors would add up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 2000, maxLength: 3000 }),
        smallWeights,
        checkColumn,
      ),
      { numRuns: 8 },
    );
  });

  test('a column of credits mirrors the column of charges', () => {
    fc.assert(
      fc.property(column, weights, (amounts, list) => {
        const mirrored = rowsOf(amounts, prepared(list)).map((row) => row.map((share) => 0 - share));
        expect(
          rowsOf(
            amounts.map((amount) => -amount),
            prepared(list),
          ),
        ).toEqual(mirrored);
      }),
      { numRuns: 500 },
    );
  });

  test('rows added below change nothing above', () => {
    fc.assert(
      fc.property(column, column, weights, (amounts, more, list) => {
        const longer = rowsOf([...amounts, ...more], prepared(list));
        expect(longer.slice(0, amounts.length)).toEqual(rowsOf(amounts, prepared(list)));
      }),
      { numRuns: 300 },
    );
  });

  test('sums in doubles and in BigInt give the same shares', () => {
    fc.assert(
      fc.property(column, smallWeights, (amounts, list) => {
        const big = { weights: list.map(BigInt), total: list.reduce((sum, w) => sum + BigInt(w), 0n) };
        const inBigInt = { ...prepared(list), total: Infinity, big };
        expect(rowsOf(amounts, inBigInt)).toEqual(rowsOf(amounts, prepared(list)));
      }),
      { numRuns: 500 },
    );
  });
});
