/*
 * A test of non-betterment: who gained more, or less, than its agreed share of what the change gained everyone. Not a
 * settlement: the result is reported, never paid, and the agreement's own definition governs.
 *
 * Source: "non-betterment" and "costs and benefits of efficiencies shared equally", Leeds 2012, 3.7 phase 1. The report
 * does not define the term; this is the reading of the domain brief, a2.
 */
import { fail, succeed, type Result } from '../money/result';
import { splitByWeight, type SplitProblem } from '../money/split';
import { addUnits, type TotalTooLarge } from './total';

/** The lists do not match, or the weights cannot share the gain. */
export type BettermentProblem =
  | { readonly kind: 'unequal-lists'; readonly before: number; readonly after: number }
  | TotalTooLarge
  | SplitProblem;

/**
 * Compares each partner's gain with its agreed share of the total gain.
 *
 * A gain is net cost before less net cost after; the results total 0, and all 0 means that nobody was bettered.
 *
 * @param beforeUnits - Per partner, net cost in whole units, like for like with after.
 * @param afterUnits - Per partner, net of settlement, in the same order.
 * @param weights - Agreed shares of the gain; leave out for equal ones.
 * @returns Per partner + bettered, - worse off than agreed, or the first problem.
 * @example betterment([£600.00, £400.00], [£500.00, £400.00]) -> +£50.00, -£50.00
 */
export function betterment(
  beforeUnits: readonly number[],
  afterUnits: readonly number[],
  weights?: readonly number[],
): Result<readonly number[], BettermentProblem> {
  if (beforeUnits.length !== afterUnits.length) {
    return fail({ kind: 'unequal-lists', before: beforeUnits.length, after: afterUnits.length });
  }
  const gains = beforeUnits.map((before, partner) => before - (afterUnits[partner] ?? 0));
  const total = addUnits(gains);
  if (!total.ok) return total;
  const agreed = splitByWeight(total.value, weights ?? gains.map(() => 1));
  if (!agreed.ok) return agreed;
  return succeed(gains.map((gain, partner) => gain - (agreed.value[partner] ?? 0)));
}
