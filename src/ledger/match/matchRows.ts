/*
 * Matches the rows of two lists by reference, in passes from the strongest to the weakest: same amount, amount within the
 * tolerance, one against several that total it, same amount with the opposite sign. No row is used twice, and a row
 * without a reference is never matched.
 *
 * Because every pass stays within a reference, doing all passes reference by reference gives the same as doing each pass
 * over everything. Source: design section 6.
 */
import { numberReferences } from './referenceIndex';
import { sortByReference } from './rowsByReference';
import { MOST_ROWS_FOR_SUBSETS, subsetTotalling } from './sums';

/** One list: two columns of the same length. Amounts are whole pence. */
export interface MatchSide {
  readonly references: readonly string[];
  readonly amountsPence: ArrayLike<number>;
}

/** The number a pass has in `leftPass` and `rightPass`; 0 is a row that found nothing. */
export const PASS_NUMBER = { none: 0, exact: 1, tolerance: 2, sums: 3, opposite: 4 } as const;

/** Several rows that total each other. */
export interface SumGroup {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What was found. A mate is the row on the other side, −1 where there is none or there are several. */
export interface MatchOutcome {
  readonly leftMate: Int32Array;
  readonly rightMate: Int32Array;
  readonly leftPass: Uint8Array;
  readonly rightPass: Uint8Array;
  readonly sums: readonly SumGroup[];
  /** The number of each row's reference, −1 for none. */
  readonly leftReference: Int32Array;
  readonly rightReference: Int32Array;
  readonly references: number;
}

/** The rows of one reference that are still free, with what the passes need. */
interface Working {
  readonly leftPence: ArrayLike<number>;
  readonly rightPence: ArrayLike<number>;
  readonly outcome: MatchOutcome & { readonly sums: SumGroup[] };
  readonly tolerancePence: number;
}

function pair({ outcome }: Working, left: number, right: number, pass: number): void {
  outcome.leftMate[left] = right;
  outcome.rightMate[right] = left;
  outcome.leftPass[left] = pass;
  outcome.rightPass[right] = pass;
}

/** Pairs sorted rows whose amounts differ by at most `within`, walking both sides once. */
function pairWithin(work: Working, left: readonly number[], right: readonly number[], within: number, pass: number) {
  let to = 0;
  for (const row of left) {
    const amount = work.leftPence[row] ?? 0;
    while (to < right.length && (work.rightPence[right[to] ?? 0] ?? 0) < amount - within) to += 1;
    const other = right[to];
    if (other === undefined) return;
    if ((work.rightPence[other] ?? 0) > amount + within) continue;
    pair(work, row, other, pass);
    to += 1;
  }
}

function pairOpposite(work: Working, left: readonly number[], right: readonly number[]): void {
  const waiting = new Map<number, number[]>();
  // From the last to the first, so that pop gives the earliest.
  for (let index = right.length - 1; index >= 0; index -= 1) {
    const row = right[index] ?? 0;
    const amount = work.rightPence[row] ?? 0;
    const rows = waiting.get(amount);
    if (rows) rows.push(row);
    else waiting.set(amount, [row]);
  }
  for (const row of left) {
    const other = waiting.get(0 - (work.leftPence[row] ?? 0))?.pop();
    if (other !== undefined) pair(work, row, other, PASS_NUMBER.opposite);
  }
}

function recordSum({ outcome }: Working, left: readonly number[], right: readonly number[]): void {
  for (const row of left) outcome.leftPass[row] = PASS_NUMBER.sums;
  for (const row of right) outcome.rightPass[row] = PASS_NUMBER.sums;
  outcome.sums.push({ left, right });
}

/** All of both sides when they total each other; else each single row against some rows of the other side. */
function groupSums(work: Working, left: readonly number[], right: readonly number[]): void {
  const { leftPence, rightPence, outcome } = work;
  const total = (rows: readonly number[], pence: ArrayLike<number>): number =>
    rows.reduce((sum, row) => sum + (pence[row] ?? 0), 0);
  if (left.length > 0 && right.length > 0 && total(left, leftPence) === total(right, rightPence)) {
    recordSum(work, left, right);
    return;
  }
  if (Math.max(left.length, right.length) > MOST_ROWS_FOR_SUBSETS) return;
  for (const row of left) {
    const free = right.filter((other) => outcome.rightPass[other] === 0);
    const found = subsetTotalling(leftPence[row] ?? 0, free.map((other) => rightPence[other] ?? 0)); // prettier-ignore
    if (found) recordSum(work, [row], found.map((index) => free[index] ?? 0)); // prettier-ignore
  }
  for (const row of right.filter((other) => outcome.rightPass[other] === 0)) {
    const free = left.filter((other) => outcome.leftPass[other] === 0);
    const found = subsetTotalling(rightPence[row] ?? 0, free.map((other) => leftPence[other] ?? 0)); // prettier-ignore
    if (found) recordSum(work, found.map((index) => free[index] ?? 0), [row]); // prettier-ignore
  }
}

/** All passes over the rows of one reference. */
function matchReference(work: Working, left: Int32Array, right: Int32Array): void {
  const { leftPence, rightPence, outcome, tolerancePence } = work;
  const byLeft = Array.from(left).sort((a, b) => (leftPence[a] ?? 0) - (leftPence[b] ?? 0) || a - b);
  const byRight = Array.from(right).sort((a, b) => (rightPence[a] ?? 0) - (rightPence[b] ?? 0) || a - b);
  const freeLeft = (): number[] => byLeft.filter((row) => outcome.leftPass[row] === 0);
  const freeRight = (): number[] => byRight.filter((row) => outcome.rightPass[row] === 0);
  pairWithin(work, byLeft, byRight, 0, PASS_NUMBER.exact);
  if (tolerancePence > 0) pairWithin(work, freeLeft(), freeRight(), tolerancePence, PASS_NUMBER.tolerance);
  const inOrder = (rows: number[]): number[] => rows.sort((a, b) => a - b);
  groupSums(work, inOrder(freeLeft()), inOrder(freeRight()));
  pairOpposite(work, inOrder(freeLeft()), inOrder(freeRight()));
}

/** The common case, one row on each side, without a single allocation. */
function matchSingles(work: Working, left: number, right: number): void {
  const amount = work.leftPence[left] ?? 0;
  const other = work.rightPence[right] ?? 0;
  if (amount === other) pair(work, left, right, PASS_NUMBER.exact);
  else if (Math.abs(amount - other) <= work.tolerancePence) pair(work, left, right, PASS_NUMBER.tolerance);
  else if (amount === -other) pair(work, left, right, PASS_NUMBER.opposite);
}

/**
 * Matches two lists that should agree: the same reference and the same amount is a match.
 *
 * The order of the rows decides only between rows that are alike in reference and amount: the earlier goes first.
 *
 * @param tolerancePence 0 for exact amounts only
 * @example matchRows({ references: ['INV 7'], amountsPence: [500] }, { references: ['0007'], amountsPence: [500] }, 0)
 *   .leftMate -> [0]
 */
export function matchRows(left: MatchSide, right: MatchSide, tolerancePence: number): MatchOutcome {
  const ids = numberReferences(left.references, right.references);
  const leftRows = sortByReference(ids.left, ids.count);
  const rightRows = sortByReference(ids.right, ids.count);
  const outcome = {
    leftMate: new Int32Array(left.references.length).fill(-1),
    rightMate: new Int32Array(right.references.length).fill(-1),
    leftPass: new Uint8Array(left.references.length),
    rightPass: new Uint8Array(right.references.length),
    sums: [] as SumGroup[],
    leftReference: ids.left,
    rightReference: ids.right,
    references: ids.count,
  };
  const work: Working = { leftPence: left.amountsPence, rightPence: right.amountsPence, outcome, tolerancePence };
  for (let id = 0; id < ids.count; id += 1) {
    const fromLeft = leftRows.starts[id] ?? 0;
    const toLeft = leftRows.starts[id + 1] ?? 0;
    const fromRight = rightRows.starts[id] ?? 0;
    const toRight = rightRows.starts[id + 1] ?? 0;
    if (fromLeft === toLeft || fromRight === toRight) continue;
    if (toLeft - fromLeft === 1 && toRight - fromRight === 1) {
      matchSingles(work, leftRows.rows[fromLeft] ?? 0, rightRows.rows[fromRight] ?? 0);
    } else {
      matchReference(work, leftRows.rows.subarray(fromLeft, toLeft), rightRows.rows.subarray(fromRight, toRight));
    }
  }
  return outcome;
}
