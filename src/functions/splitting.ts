/*
 * The POOL functions that split an amount by weights. Each only reads, calls the rule and returns; the doc block of each
 * is the help that the user reads.
 */
import { answer } from './refuse';
import { readSharing, readSharingOfOne, shareOf, splitCells } from './splitCells';
import { traceCells } from './traceCells';

/**
 * Who gets the pennies that are left over after each partner's whole pennies.
 * @customenum {string}
 */
// The metadata is read from these lines as JSON, which knows double quotes only.
// prettier-ignore
enum Rule {
  /** One each to the largest remainders, a tie to the earlier partner. The default. */
  largestRemainder = "largest-remainder",
  /** Each share is rounded, and the partner you name takes the difference. */
  namedPartner = "named-partner",
  /** One each to the first partners that have a weight. */
  inOrder = "in-order",
  /** All to the partner with the largest weight. */
  largestShare = "largest-share",
  /** Down a column: each to the partner furthest behind so far. Not for settlements. */
  running = "running",
}

/**
 * Splits amounts between partners by weights, to the penny: the shares always total the amount. Example: =POOL.SPLIT(100, {2,3,1}) gives 33.33, 50.00 and 16.67.
 * @customfunction SPLIT
 * @param amounts The amount, or one column of amounts. A part-penny is rounded first, as ROUND does.
 * @param weights One row or column with a weight for each partner, in any unit; or a row of weights for each amount. A blank weight is 0, and 0 gets exactly 0.
 * @param [rule] Who gets the odd pennies. Left out: largest-remainder.
 * @param [unit] What the shares are whole numbers of: 0.01, 0.05, 1, 1000. Left out: 0.01.
 * @param [partner] For named-partner: the number of the partner that takes the difference, 1 for the first.
 * @returns For one amount, the shares lie as the weights lie. For a column, one row of shares for each amount.
 */
export function split(
  amounts: unknown[][],
  weights: unknown[][],
  rule?: Rule,
  unit?: unknown,
  partner?: unknown,
): number[][] {
  return answer('SPLIT', () => splitCells(amounts, weights, readSharing(rule, unit, partner)));
}

/**
 * One partner's share of an amount, for use inside a table: always the same number as in POOL.SPLIT. Example: =POOL.SHARE(100, {2,3,1}, 3) gives 16.67.
 * @customfunction SHARE
 * @param amount The amount to split.
 * @param weights One row or column with a weight for each partner.
 * @param position Whose share: the number of the partner along the weights, 1 for the first.
 * @param [rule] Who gets the odd pennies; any but running. Left out: largest-remainder.
 * @param [unit] What the shares are whole numbers of. Left out: 0.01.
 * @param [partner] For named-partner: the number of the partner that takes the difference.
 * @returns The share.
 */
export function share(
  amount: unknown,
  weights: unknown[][],
  position: unknown,
  rule?: Rule,
  unit?: unknown,
  partner?: unknown,
): number {
  return answer('SHARE', () => shareOf(amount, weights, position, readSharingOfOne(rule, unit, partner)));
}

/**
 * The working of a split, for an auditor: each partner's weight, exact share, whole units, remainder, rank, extra unit and share. Example: =POOL.TRACE(100, {2,3,1}) shows why the odd penny goes to the third partner.
 * @customfunction TRACE
 * @param amount The amount to split.
 * @param weights One row or column with a weight for each partner.
 * @param [rule] Who gets the odd pennies; any but running. Left out: largest-remainder.
 * @param [unit] What the shares are whole numbers of. Left out: 0.01.
 * @param [partner] For named-partner: the number of the partner that takes the difference.
 * @returns A heading row, a row for each partner, and a total row last.
 */
export function trace(
  amount: unknown,
  weights: unknown[][],
  rule?: Rule,
  unit?: unknown,
  partner?: unknown,
): unknown[][] {
  return answer('TRACE', () => traceCells(amount, weights, readSharingOfOne(rule, unit, partner)));
}
