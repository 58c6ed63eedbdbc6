/*
 * Splits one amount between partners in proportion to their weights, to the unit, by a named rule for the odd units.
 * It knows whole units only: reading cells is exact.ts, columns are column.ts, and the running rule is running.ts.
 */

import { MAX_UNITS } from './exact';
import { FEW_PARTNERS, splitRowsByLargestRemainder } from './largestRemainder';
import { fail, succeed, type Result } from './result';
import { MAX_DOUBLE_TOTAL, prepareWeights, type PreparedWeights, type WeightProblem } from './weights';

export { prepareWeights, type PreparedWeights } from './weights';

/**
 * Who gets the units left over after each partner's whole units.
 *
 * - `largest-remainder`: one each to the largest remainders, a tie to the earlier partner (Hamilton's method).
 * - `named-partner`: every share is rounded half away from zero, and the named partner takes the difference.
 * - `in-order`: one each to the first partners that have a weight.
 * - `largest-share`: all to the partner with the largest weight, a tie to the earlier.
 */
export type SplitRule = 'largest-remainder' | 'named-partner' | 'in-order' | 'largest-share';

/** Why an amount cannot be split. `index` and `named` count partners from 0. */
export type SplitProblem =
  | WeightProblem
  | { readonly kind: 'amount-not-a-number'; readonly amount: number }
  | { readonly kind: 'part-unit'; readonly amount: number }
  | { readonly kind: 'too-large'; readonly amount: number }
  | { readonly kind: 'named-partner-missing' }
  | { readonly kind: 'named-partner-out-of-range'; readonly named: number; readonly partners: number }
  | { readonly kind: 'named-partner-without-weight'; readonly named: number };

/**
 * Splits an amount between partners in proportion to their weights, to the unit.
 *
 * Each partner first gets the whole units of its exact share; the rule says who gets the units left over. The shares
 * always total the amount, a partner with weight 0 gets exactly 0 (and no -0), and a negative amount is split as its
 * size with the sign put back.
 *
 * @param amountUnits - Whole units (pence by default) of at most 15 digits; may be negative.
 * @param weights - One per partner, each 0 or more, not all 0; any unit; read at 15 significant digits.
 * @param rule - `largest-remainder` unless said otherwise.
 * @param named - For `named-partner`: which partner takes the difference, from 0. Its weight must be above 0.
 * @returns Whole-unit shares in the order given, or the first problem found.
 * @example splitByWeight(100, [2, 3, 1]) -> 33, 50, 17
 * @example splitByWeight(30150, [1, 1, 1, 1], 'named-partner', 3) -> 7538, 7538, 7538, 7536
 * @source Largest remainder as brick/money's FloorToLargestRemainder; the named partner as Oracle's rounding partner
 * (JD Edwards joint ventures, 301.50 over four).
 */
export function splitByWeight(
  amountUnits: number,
  weights: readonly number[],
  rule: SplitRule = 'largest-remainder',
  named?: number,
): Result<number[], SplitProblem> {
  if (rule === 'largest-remainder') {
    const quick = splitWholeWeights(amountUnits, weights);
    if (quick) return succeed(quick);
  }
  const prepared = prepareWeights(weights);
  return prepared.ok ? splitPrepared(amountUnits, prepared.value, rule, named) : prepared;
}

// Used again for every split, like the remainders beside the loop.
const oneAmount = new Float64Array(1);
const wholeWeights = new Float64Array(FEW_PARTNERS);
const shares = new Float64Array(FEW_PARTNERS);

/**
 * The ordinary case straight away: few partners, weights that are whole numbers already, and nothing wrong with them or
 * the amount. Null for everything else, refusals included, which then take the long way.
 */
function splitWholeWeights(amount: number, weights: readonly number[]): number[] | null {
  const partners = weights.length;
  if (partners > FEW_PARTNERS || !(amount <= MAX_UNITS && amount >= -MAX_UNITS) || Math.floor(amount) !== amount)
    return null;
  let total = 0;
  for (let i = 0; i < partners; i++) {
    const weight = weights[i] ?? NaN;
    if (!(weight >= 0) || Math.floor(weight) !== weight) return null;
    wholeWeights[i] = weight + 0;
    total += weight;
  }
  if (total === 0 || total > MAX_DOUBLE_TOTAL) return null;
  oneAmount[0] = amount + 0;
  splitRowsByLargestRemainder(oneAmount, wholeWeights, partners, total, shares);
  const found = new Array<number>(partners);
  for (let i = 0; i < partners; i++) found[i] = shares[i] ?? 0;
  return found;
}

/**
 * Splits an amount by weights made ready once, for a column of amounts; {@link splitByWeight} explains the rules.
 *
 * @example splitPrepared(-100, prepared(1, 2)) -> -33, -67
 */
export function splitPrepared(
  amountUnits: number,
  prepared: PreparedWeights,
  rule: SplitRule = 'largest-remainder',
  named?: number,
): Result<number[], SplitProblem> {
  const problem = checkAmount(amountUnits) ?? (rule === 'named-partner' ? checkNamed(prepared, named) : null);
  if (problem) return fail(problem);

  const shares = splitSize(Math.abs(amountUnits), prepared, rule, named ?? 0);
  if (amountUnits < 0) {
    for (let i = 0; i < shares.length; i++) shares[i] = 0 - (shares[i] ?? 0);
  }
  return succeed(shares);
}

/** The problem with an amount, or null. @example checkAmount(0.5) -> { kind: 'part-unit', amount: 0.5 } */
export function checkAmount(amount: number): SplitProblem | null {
  if (!Number.isFinite(amount)) return { kind: 'amount-not-a-number', amount };
  if (!Number.isInteger(amount)) return { kind: 'part-unit', amount };
  return Math.abs(amount) > MAX_UNITS ? { kind: 'too-large', amount } : null;
}

/** The problem with the named partner, or null. A partner with weight 0 gets exactly 0, so it cannot take a difference. */
export function checkNamed(prepared: PreparedWeights, named: number | undefined): SplitProblem | null {
  if (named === undefined) return { kind: 'named-partner-missing' };
  const weight = prepared.weights[named];
  if (weight === undefined) return { kind: 'named-partner-out-of-range', named, partners: prepared.weights.length };
  return weight === 0 ? { kind: 'named-partner-without-weight', named } : null;
}

/**
 * A split half done: the whole units of each partner, and what decides about the units left over. Remainders are
 * comparable numbers, and a remainder of at least `half` is half a unit or more.
 */
export interface WholeUnits {
  readonly floors: number[];
  readonly remainders: number[];
  readonly half: number;
  readonly left: number;
}

/** Splits a size (0 or more) that has been checked. @example splitSize(100, prepared(1, 2), 'in-order', 0) -> 34, 66 */
export function splitSize(size: number, prepared: PreparedWeights, rule: SplitRule, named: number): number[] {
  const whole = wholeUnits(size, prepared);
  if (rule === 'named-partner') return differenceToNamed(whole, named);
  if (whole.left === 0) return whole.floors;
  if (rule === 'largest-remainder') return leftToLargestRemainders(whole);
  if (rule === 'in-order') return leftInOrder(whole, prepared);
  return leftToLargestShare(whole, prepared);
}

/** The whole units of each exact share of a size, in doubles where they are exact and in BigInt otherwise. */
export function wholeUnits(size: number, prepared: PreparedWeights): WholeUnits {
  const { total, big } = prepared;
  if (big === null || (size % total) * total <= Number.MAX_SAFE_INTEGER) return wholeUnitsInDoubles(size, prepared);
  return wholeUnitsInBigInt(size, big);
}

/** As in largestRemainder.ts: q x w + floor(r x w / W), every product a safe integer. */
function wholeUnitsInDoubles(size: number, { weights, total }: PreparedWeights): WholeUnits {
  const quotient = Math.floor(size / total);
  const residue = size - quotient * total;
  const floors: number[] = [];
  const remainders: number[] = [];
  let left = size;
  for (const weight of weights) {
    const product = residue * weight;
    const units = Math.floor(product / total);
    const floor = quotient * weight + units;
    floors.push(floor);
    remainders.push(product - units * total);
    left -= floor;
  }
  return { floors, remainders, half: total / 2, left };
}

/** The same in BigInt. The remainders are replaced by their ranks, because only their order and the half count. */
export function wholeUnitsInBigInt(size: number, { weights, total }: NonNullable<PreparedWeights['big']>): WholeUnits {
  const products = weights.map((weight) => BigInt(size) * weight);
  const floors = products.map((product) => Number(product / total));
  const exact = products.map((product) => product % total);
  const inOrder = [...new Set(exact)].sort((a, b) => (a < b ? -1 : 1));
  const ranks = new Map(inOrder.map((remainder, rank) => [remainder, rank]));
  const below = inOrder.filter((remainder) => remainder * 2n < total).length;
  const left = floors.reduce((rest, floor) => rest - floor, size);
  return { floors, remainders: exact.map((remainder) => ranks.get(remainder) ?? 0), half: below, left };
}

/** A partner without weight has remainder 0, and there are always more remainders above 0 than units left. */
function leftToLargestRemainders({ floors, remainders, left }: WholeUnits): number[] {
  const order = [...remainders.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0) || a - b);
  for (const i of order.slice(0, left)) floors[i] = (floors[i] ?? 0) + 1;
  return floors;
}

function differenceToNamed({ floors, remainders, half, left }: WholeUnits, named: number): number[] {
  let difference = left;
  for (let i = 0; i < floors.length; i++) {
    if (i === named || (remainders[i] ?? 0) < half) continue;
    floors[i] = (floors[i] ?? 0) + 1;
    difference--;
  }
  floors[named] = (floors[named] ?? 0) + difference;
  return floors;
}

function leftInOrder({ floors, left }: WholeUnits, { weights }: PreparedWeights): number[] {
  let rest = left;
  for (let i = 0; i < floors.length && rest > 0; i++) {
    if (weights[i] === 0) continue;
    floors[i] = (floors[i] ?? 0) + 1;
    rest--;
  }
  return floors;
}

function leftToLargestShare({ floors, left }: WholeUnits, { largest }: PreparedWeights): number[] {
  floors[largest] = (floors[largest] ?? 0) + left;
  return floors;
}
