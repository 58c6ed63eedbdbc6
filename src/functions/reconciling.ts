/*
 * The POOL function that compares two lists. It only reads, calls the matching and returns; its doc block is the help
 * that the user reads.
 */
import { reconcileCells } from './reconcileCells';
import { answer } from './refuse';

/**
 * Lists every difference between two lists that should agree, matched by reference. Example: A1 at 500.00 in the left list and 450.00 in the right gives one row: amount difference, 50.00.
 * @customfunction RECONCILE
 * @param leftRefs The references of the left list. Spaces, punctuation, capitals and leading zeros do not count.
 * @param leftAmounts The amounts beside them.
 * @param rightRefs The references of the right list.
 * @param rightAmounts The amounts beside them.
 * @param [tolerance] Amounts of one reference that differ by no more are a pair, listed as within tolerance. Left out: 0.
 * @returns A heading row, then a row for each difference: kind, left row, right row, reference, left, right, left less right.
 */
export function reconcile(
  leftRefs: unknown[][],
  leftAmounts: unknown[][],
  rightRefs: unknown[][],
  rightAmounts: unknown[][],
  tolerance?: unknown,
): unknown[][] {
  return answer('RECONCILE', () => reconcileCells([leftRefs, leftAmounts], [rightRefs, rightAmounts], tolerance));
}
