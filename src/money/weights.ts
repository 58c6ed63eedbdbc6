/*
 * Partners' weights made ready for splitting: read at 15 significant digits and turned into exact whole numbers in the
 * same proportion. It splits nothing.
 */

import { MAX_UNITS, readDigits } from './unit';
import { fail, succeed, type Result } from './result';

/**
 * The largest total weight W for which every product of a residue and a weight, at most (W - 1) x W, is a safe integer,
 * so that a split needs no BigInt.
 */
export const MAX_DOUBLE_TOTAL = 94_906_265;

/** Why a list of weights cannot share anything. `index` counts partners from 0. */
export type WeightProblem =
  | { readonly kind: 'no-partners' }
  | { readonly kind: 'weight-not-a-number'; readonly index: number; readonly weight: number }
  | { readonly kind: 'negative-weight'; readonly index: number; readonly weight: number }
  | { readonly kind: 'all-weights-zero' };

/** Weights as exact whole numbers in the same proportion; make them with {@link prepareWeights}. */
export interface PreparedWeights {
  /** Whole numbers; exact when `total` is finite, otherwise only their being 0 or not counts. */
  readonly weights: readonly number[];
  /** The exact total, or Infinity when it is no safe integer. */
  readonly total: number;
  /** The first of the largest weights, counted from 0. */
  readonly largest: number;
  /** The same weights for sums that leave the safe integers; null when none can. */
  readonly big: { readonly weights: readonly bigint[]; readonly total: bigint } | null;
}

/**
 * Reads weights as decimals of 15 significant digits and makes exact whole numbers of the same proportion.
 *
 * Any unit will do: per cent, pounds, heads. Thirds typed as =1/3 three times are equal, so they share equally. Two
 * thirds beside one third are read as 0.666666666666667 and 0.333333333333333, a hair off 2 to 1: between two partners
 * the shares are the same up to £4 trillion, but where three or more tie exactly for the odd unit the hair may decide it.
 * Whole numbers, 2 and 1, say it exactly.
 *
 * @param weights - One per partner, at least one; each 0 or more, not all 0.
 * @example prepareWeights([33.33, 66.67]) -> weights 3333 and 6667 of 10000
 */
export function prepareWeights(weights: readonly number[]): Result<PreparedWeights, WeightProblem> {
  const problem = checkWeights(weights);
  if (problem) return fail(problem);
  const whole = scaleToWhole(weights);
  if (whole) return succeed(prepareInDoubles(whole));
  return succeed(prepareInBigInt(weights));
}

/** The first problem with a list of weights, or null. @example checkWeights([0, 0]) -> { kind: 'all-weights-zero' } */
export function checkWeights(weights: readonly number[]): WeightProblem | null {
  if (weights.length === 0) return { kind: 'no-partners' };
  let anyAboveZero = false;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? NaN;
    if (!Number.isFinite(weight)) return { kind: 'weight-not-a-number', index, weight };
    if (weight < 0) return { kind: 'negative-weight', index, weight };
    if (weight > 0) anyAboveZero = true;
  }
  return anyAboveZero ? null : { kind: 'all-weights-zero' };
}

/**
 * Whole numbers for weights with at most six decimals and a total that is a safe integer; otherwise null.
 *
 * A double that equals n / 10^k, n of at most 15 digits, is the double nearest to that decimal, so the decimal is what
 * Excel shows: a text of 15 digits survives the way through a double.
 */
function scaleToWhole(weights: readonly number[]): number[] | null {
  for (const scale of [1, 100, 10_000, 1_000_000]) {
    const whole = weights.map((weight) => Math.round(weight * scale) + 0);
    const fits = weights.every((weight, i) => (whole[i] ?? NaN) <= MAX_UNITS && (whole[i] ?? NaN) / scale === weight);
    if (fits) return whole.reduce((sum, weight) => sum + weight, 0) <= Number.MAX_SAFE_INTEGER ? whole : null;
  }
  return null;
}

/** Weights that are whole numbers already; a total too large for doubles is first reduced by the common divisor. */
function prepareInDoubles(whole: readonly number[]): PreparedWeights {
  const total = whole.reduce((sum, weight) => sum + weight, 0);
  const largest = whole.indexOf(whole.reduce((most, weight) => Math.max(most, weight), 0));
  if (total <= MAX_DOUBLE_TOTAL) return { weights: whole, total, largest, big: null };

  const divisor = whole.reduce(commonDivisor, 0);
  const weights = whole.map((weight) => weight / divisor);
  const reduced = total / divisor;
  const big = reduced <= MAX_DOUBLE_TOTAL ? null : { weights: weights.map(BigInt), total: BigInt(reduced) };
  return { weights, total: reduced, largest, big };
}

/** Weights of any size and number of decimals, by way of BigInt. */
function prepareInBigInt(values: readonly number[]): PreparedWeights {
  const digits = values.map(readDigits);
  const lowest = digits.reduce((power, weight) => (weight.digits === 0 ? power : Math.min(power, weight.power)), 400);
  const whole = digits.map((weight) =>
    weight.digits === 0 ? 0n : BigInt(weight.digits) * 10n ** BigInt(weight.power - lowest),
  );
  const divisor = whole.reduce(commonBigDivisor, 0n);
  const weights = whole.map((weight) => weight / divisor);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= BigInt(Number.MAX_SAFE_INTEGER)) return prepareInDoubles(weights.map(Number));

  const most = weights.reduce((most, weight) => (weight > most ? weight : most), 0n);
  const aboveZero = weights.map((weight) => (weight > 0n ? 1 : 0));
  return { weights: aboveZero, total: Infinity, largest: weights.indexOf(most), big: { weights, total } };
}

/** The greatest common divisor of two whole numbers; 0 with n is n. @example commonDivisor(35, 25) -> 5 */
export function commonDivisor(left: number, right: number): number {
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

function commonBigDivisor(left: bigint, right: bigint): bigint {
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
