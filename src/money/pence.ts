/*
 * Whole pence added up, and a part of them. Reading them from a cell is exact.ts; no other file adds amounts that may
 * leave the safe integers.
 */

import { fail, succeed, type Result } from './result';
import { MAX_UNITS, penceToPounds, type MoneyProblem } from './unit';

// Two sums below this size cannot leave the safe integers when added.
const SAFE_STEP = 4e15;

/**
 * Adds whole pence exactly, whatever their order and number.
 *
 * @param values - Whole pence, each of at most 15 digits.
 * @returns The total, never -0; `too-large` when the total has more than 15 digits, `part-unit` for a part-penny.
 * @example sumPence([7538, 7538, 7538, 7536]) -> 30150
 */
export function sumPence(values: Iterable<number>): Result<number, MoneyProblem> {
  let sum = 0;
  let carried = 0n;
  for (const pence of values) {
    if (!Number.isFinite(pence)) return fail({ kind: 'not-a-number', amount: pence });
    if (!Number.isInteger(pence)) return fail({ kind: 'part-unit', amount: pence });
    if (Math.abs(pence) > MAX_UNITS) return fail({ kind: 'too-large', amount: pence });
    sum += pence;
    if (sum > SAFE_STEP || sum < -SAFE_STEP) {
      carried += BigInt(sum);
      sum = 0;
    }
  }
  const total = Number(carried + BigInt(sum));
  return Math.abs(total) > MAX_UNITS ? fail({ kind: 'too-large', amount: total }) : succeed(total);
}

/**
 * A part of whole pence, rounded half away from zero as ROUND in the sheet does on pounds.
 *
 * @param pence - Whole pence. @param numerator - Of the part, 0 or more. @param denominator - Of the part, above 0.
 * @returns Whole pence, never -0.
 * @example partOf(100, 1, 12) -> 8: a twelfth of £1.00 is £0.08
 */
export function partOf(pence: number, numerator: number, denominator: number): number {
  const product = BigInt(Math.abs(pence)) * BigInt(numerator);
  const below = BigInt(denominator);
  const size = Number((product * 2n + below) / (below * 2n));
  return pence < 0 && size !== 0 ? -size : size;
}

/**
 * A quantity times a price, in pounds, as the number that a cell holds which multiplies the two.
 *
 * It is not rounded here: a part of it may be taken first. Where the exact product has at most 15 significant digits,
 * reading it at 15 digits gives exactly that product, because three roundings of a double move it by less than half a
 * unit of the fifteenth digit. A longer product is what the cell shows, to its fifteenth digit.
 *
 * @param quantity - Of a cell, for example 12.4 WTE. @param pricePence - Whole pence for one.
 * @example timesPence(12.4, 4000000) -> 496000, pounds
 */
export function timesPence(quantity: number, pricePence: number): number {
  return quantity * penceToPounds(pricePence);
}
