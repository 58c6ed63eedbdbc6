/*
 * Splits one amount between partners in proportion to their weights, to the unit, by a named rule for the odd units.
 * It knows whole units only: reading cells is exact.ts, columns are column.ts, and the running rule is running.ts.
 */

import { FEW_PARTNERS, splitRowsByLargestRemainder } from './largestRemainder';
import { splitSize, type SplitRule } from './leftOver';
import { fail, succeed, type Result } from './result';
import { MAX_UNITS } from './unit';
import { MAX_DOUBLE_TOTAL, prepareWeights, type PreparedWeights, type WeightProblem } from './weights';

export type { SplitRule } from './leftOver';
export { prepareWeights, type PreparedWeights } from './weights';

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
 * The ordinary case by largest remainder straight away: few partners, weights that are whole numbers already, and nothing wrong with them or
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

  if (rule === 'largest-remainder' && prepared.big === null) {
    const quick = splitWholeWeights(amountUnits, prepared.weights);
    if (quick) return succeed(quick);
  }
  const found = splitSize(Math.abs(amountUnits), prepared, rule, named ?? 0);
  return succeed(amountUnits < 0 ? found.map((share) => 0 - share) : found);
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
