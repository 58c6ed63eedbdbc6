/*
 * Two lists that should agree, and every row on which they do not: the work behind POOL.RECONCILE. It knows nothing of
 * partners or periods; between partners, whose signs are opposite, `matchPair` is used.
 */
import { matchRows, PASS_NUMBER, type MatchOutcome, type MatchSide } from './match/matchRows';

/** What is wrong with a row or a pair of rows. */
export type ListDifferenceKind =
  | 'within tolerance'
  | 'amount'
  | 'sign'
  | 'duplicate'
  | 'only in left'
  | 'only in right';

/** One difference. Rows count from 0 within their list. The differences total left less right, exactly. */
export interface ListDifference {
  readonly kind: ListDifferenceKind;
  readonly leftRow: number | null;
  readonly rightRow: number | null;
  /** As the list has it, the left one first. */
  readonly reference: string;
  readonly leftPence: number | null;
  readonly rightPence: number | null;
  /** Left less right; a missing side counts nothing. */
  readonly differencePence: number;
}

/** Rows without a mate, by reference number; −1 holds those without a reference. */
function freeRows(references: Int32Array, passes: Uint8Array): Map<number, number[]> {
  const free = new Map<number, number[]>();
  passes.forEach((pass, row) => {
    if (pass !== PASS_NUMBER.none) return;
    const reference = references[row] ?? -1;
    const rows = free.get(reference);
    if (rows) rows.push(row);
    else free.set(reference, [row]);
  });
  return free;
}

/** Reference and amount of every row that was used, to recognise the same row booked again. */
function usedKeys(
  references: Int32Array,
  passes: Uint8Array,
  pence: ArrayLike<number>,
  wanted: Set<number>,
): Set<string> {
  const keys = new Set<string>();
  passes.forEach((pass, row) => {
    const reference = references[row] ?? -1;
    if (pass !== PASS_NUMBER.none && wanted.has(reference)) keys.add(`${String(reference)} ${String(pence[row] ?? 0)}`);
  });
  return keys;
}

/** Splits the free rows of one side into those booked before and the others. */
function partDuplicates(free: Map<number, number[]>, used: Set<string>, pence: ArrayLike<number>): number[] {
  const duplicates: number[] = [];
  for (const [reference, rows] of free) {
    const others = rows.filter((row) => !used.has(`${String(reference)} ${String(pence[row] ?? 0)}`));
    if (others.length === rows.length) continue;
    const kept = new Set(others);
    for (const row of rows) if (!kept.has(row)) duplicates.push(row);
    free.set(reference, others);
  }
  return duplicates;
}

/** The pairs that matched but not to the penny. */
function pairedDifferences(
  outcome: MatchOutcome,
  add: (kind: ListDifferenceKind, left: number, right: number) => void,
) {
  outcome.leftPass.forEach((pass, left) => {
    const right = outcome.leftMate[left] ?? -1;
    if (pass === PASS_NUMBER.tolerance) add('within tolerance', left, right);
    if (pass === PASS_NUMBER.opposite) add('sign', left, right);
  });
}

/**
 * Every difference between two lists that should agree, in order of the left rows, then of the right rows that stand alone.
 *
 * The passes are those of `matchRows`. What is left over is a duplicate when the same reference and amount was used once
 * already, an amount difference when both sides still have the reference (paired in order), else only in one list. A row
 * with neither reference nor amount is no row.
 *
 * @param tolerancePence rows of one reference that differ by no more than this are a pair, listed as `within tolerance`
 * @example reconcileLists({ references: ['A1'], amountsPence: [500] }, { references: ['A1'], amountsPence: [450] }, 0)
 *   -> [{ kind: 'amount', leftRow: 0, rightRow: 0, reference: 'A1', leftPence: 500, rightPence: 450, differencePence: 50 }]
 */
export function reconcileLists(left: MatchSide, right: MatchSide, tolerancePence: number): ListDifference[] {
  const outcome = matchRows(left, right, tolerancePence);
  const differences: ListDifference[] = [];
  const add = (kind: ListDifferenceKind, leftRow: number | null, rightRow: number | null): void => {
    const leftPence = leftRow === null ? null : (left.amountsPence[leftRow] ?? 0);
    const rightPence = rightRow === null ? null : (right.amountsPence[rightRow] ?? 0);
    const reference =
      (leftRow === null ? undefined : left.references[leftRow]) ??
      (rightRow === null ? undefined : right.references[rightRow]) ??
      '';
    if (reference.trim() === '' && (leftPence ?? 0) === 0 && (rightPence ?? 0) === 0) return;
    const differencePence = (leftPence ?? 0) - (rightPence ?? 0);
    differences.push({ kind, leftRow, rightRow, reference, leftPence, rightPence, differencePence });
  };

  pairedDifferences(outcome, add);
  const freeLeft = freeRows(outcome.leftReference, outcome.leftPass);
  const freeRight = freeRows(outcome.rightReference, outcome.rightPass);
  const wanted = new Set([...freeLeft.keys(), ...freeRight.keys()].filter((reference) => reference >= 0));
  const usedLeft = usedKeys(outcome.leftReference, outcome.leftPass, left.amountsPence, wanted);
  const usedRight = usedKeys(outcome.rightReference, outcome.rightPass, right.amountsPence, wanted);
  for (const row of partDuplicates(freeLeft, usedLeft, left.amountsPence)) add('duplicate', row, null);
  for (const row of partDuplicates(freeRight, usedRight, right.amountsPence)) add('duplicate', null, row);
  for (const [reference, rows] of freeLeft) {
    const others = reference < 0 ? [] : (freeRight.get(reference) ?? []);
    rows.forEach((row, index) => {
      const other = others[index];
      if (other === undefined) add('only in left', row, null);
      else add('amount', row, other);
    });
    if (reference >= 0) freeRight.set(reference, others.slice(rows.length));
  }
  for (const rows of freeRight.values()) for (const row of rows) add('only in right', null, row);
  const last = left.references.length;
  const order = (each: ListDifference): number => each.leftRow ?? last + (each.rightRow ?? 0);
  return differences.sort((a, b) => order(a) - order(b));
}
