/*
 * Matches what two partners say about each other, and classifies what is left. Signs are opposite between the two: what
 * one booked as income the other booked as expenditure, so rows that agree total 0.
 *
 * Source: design section 6.
 */
import type { LedgerLine } from '../ledgerLine';
import { normalReference } from '../references';
import type { DifferenceCause } from '../differences';
import type { BetweenRow } from '../tally';
import { matchRows, PASS_NUMBER, type MatchOutcome, type MatchSide } from './matchRows';
import type { FoundItem } from './pairItem';

/** What two ledgers hold about each other. Rows of other times can only prove timing. */
export interface PairSide {
  /** To date, not yet used. */
  readonly rows: readonly BetweenRow[];
  /** Rows of the same pair before April or after the month asked for. */
  readonly otherTimes: readonly BetweenRow[];
}

/** Rows that found each other, and those that did not. */
interface Matched {
  readonly found: readonly FoundItem[];
  readonly left: readonly BetweenRow[];
  readonly right: readonly BetweenRow[];
}

function sideOf(rows: readonly BetweenRow[], turn: 1 | -1): MatchSide {
  return {
    references: rows.map(({ line }) => line.reference),
    amountsPence: Float64Array.from(rows, ({ line }) => line.amountPence * turn + 0),
  };
}

const CAUSES: Readonly<Record<number, readonly [FoundItem['pass'], DifferenceCause]>> = {
  [PASS_NUMBER.exact]: ['exact', 'agrees'],
  [PASS_NUMBER.tolerance]: ['tolerance', 'within tolerance'],
  [PASS_NUMBER.opposite]: ['opposite sign', 'sign error'],
};

function foundIn(outcome: MatchOutcome, left: readonly BetweenRow[], right: readonly BetweenRow[]): FoundItem[] {
  const found: FoundItem[] = [];
  const pick = (rows: readonly BetweenRow[], indexes: readonly number[]): BetweenRow[] =>
    indexes.map((index) => rows[index]).filter((row) => row !== undefined);
  left.forEach((row, index) => {
    const mate = right[outcome.leftMate[index] ?? -1];
    const [pass, cause] = CAUSES[outcome.leftPass[index] ?? 0] ?? [];
    if (mate && pass && cause) found.push({ pass, cause, left: [row], right: [mate], evidence: [] });
  });
  for (const group of outcome.sums) {
    found.push({
      pass: 'sums',
      cause: 'agrees',
      left: pick(left, group.left),
      right: pick(right, group.right),
      evidence: [],
    });
  }
  return found;
}

/** All passes with a reference, on rows that are still free. */
export function matchByReference(
  left: readonly BetweenRow[],
  right: readonly BetweenRow[],
  tolerancePence: number,
): Matched {
  const outcome = matchRows(sideOf(left, 1), sideOf(right, -1), tolerancePence);
  return {
    found: foundIn(outcome, left, right),
    left: left.filter((_row, index) => outcome.leftPass[index] === PASS_NUMBER.none),
    right: right.filter((_row, index) => outcome.rightPass[index] === PASS_NUMBER.none),
  };
}

/**
 * Rows whose counterpart the other ledger posted at another time: proved by that posting, which stands as evidence and
 * counts in no total of this month.
 */
export function provedByTiming(
  rows: readonly BetweenRow[],
  others: readonly BetweenRow[],
): { readonly proved: ReadonlyMap<BetweenRow, readonly LedgerLine[]>; readonly free: readonly BetweenRow[] } {
  const outcome = matchRows(sideOf(rows, 1), sideOf(others, -1), 0);
  const proved = new Map<BetweenRow, readonly LedgerLine[]>();
  rows.forEach((row, index) => {
    const other = others[outcome.leftMate[index] ?? -1];
    if (outcome.leftPass[index] === PASS_NUMBER.exact && other) proved.set(row, [other.line]);
  });
  for (const group of outcome.sums) {
    const evidence = group.right.map((index) => others[index]?.line).filter((line) => line !== undefined);
    for (const index of group.left) {
      const row = rows[index];
      if (row) proved.set(row, evidence);
    }
  }
  return { proved, free: rows.filter((row) => !proved.has(row)) };
}

/** Rows booked again: the same reference and amount was used once already in the same ledger. */
export function findDuplicates(
  free: readonly BetweenRow[],
  used: readonly BetweenRow[],
): ReadonlyMap<BetweenRow, readonly LedgerLine[]> {
  const keyOf = ({ line }: BetweenRow): string => {
    const normal = normalReference(line.reference);
    return normal === '' ? '' : `${normal} ${String(line.amountPence)}`;
  };
  const wanted = new Set(free.map(keyOf));
  const firsts = new Map<string, LedgerLine>();
  for (const row of used) {
    const key = keyOf(row);
    if (key !== '' && wanted.has(key) && !firsts.has(key)) firsts.set(key, row.line);
  }
  const duplicates = new Map<BetweenRow, readonly LedgerLine[]>();
  for (const row of free) {
    const first = firsts.get(keyOf(row));
    if (first) duplicates.set(row, [first]);
  }
  return duplicates;
}

/** What is left of a reference that both sides have: one item for each reference. */
export function amountDifferences(left: readonly BetweenRow[], right: readonly BetweenRow[]): Matched {
  const byReference = new Map<string, { left: BetweenRow[]; right: BetweenRow[] }>();
  const put = (rows: readonly BetweenRow[], side: 'left' | 'right'): void => {
    for (const row of rows) {
      const normal = normalReference(row.line.reference);
      if (normal === '') continue;
      const group = byReference.get(normal) ?? { left: [], right: [] };
      byReference.set(normal, group);
      group[side].push(row);
    }
  };
  put(left, 'left');
  put(right, 'right');
  const both = [...byReference.values()].filter((group) => group.left.length > 0 && group.right.length > 0);
  const taken = new Set(both.flatMap((group) => [...group.left, ...group.right]));
  return {
    found: both.map((group): FoundItem => ({ pass: 'none', cause: 'amount difference', ...group, evidence: [] })),
    left: left.filter((row) => !taken.has(row)),
    right: right.filter((row) => !taken.has(row)),
  };
}
