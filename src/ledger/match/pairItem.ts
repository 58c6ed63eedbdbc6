/*
 * Makes the items of a pair of partners: their totals, whose income they are, and the key that stays from run to run. It
 * decides nothing about what belongs together; `matchPair` does.
 */
import type { LedgerLine } from '../ledgerLine';
import type { DifferenceCause, MatchPass, PairItem } from '../differences';
import { normalReference } from '../references';
import type { BetweenRow } from '../tally';

/** What was found to belong together, before totals and key. */
export interface FoundItem {
  readonly pass: MatchPass;
  readonly cause: DifferenceCause;
  readonly left: readonly BetweenRow[];
  readonly right: readonly BetweenRow[];
  readonly evidence: readonly LedgerLine[];
}

const UNPROVEN: readonly DifferenceCause[] = ['amount difference', 'only in left', 'only in right'];

/** True when nothing in the ledgers proves the cause, so that only the user's reason can explain it. */
export function isUnproven(cause: DifferenceCause): boolean {
  return UNPROVEN.includes(cause);
}

function total(rows: readonly BetweenRow[]): number {
  return rows.reduce((sum, { line }) => sum + line.amountPence, 0);
}

/**
 * Whose income it is: the side that booked a minus. Where both sides booked the same sign one of them is wrong, and the
 * pair's usual direction decides.
 */
function incomeSide(leftPence: number, rightPence: number): 'left' | 'right' | 'either' {
  if (leftPence <= 0 && rightPence >= 0) return leftPence === 0 && rightPence === 0 ? 'either' : 'left';
  return leftPence >= 0 && rightPence <= 0 ? 'right' : 'either';
}

/** Items with their totals and keys, for one pair of partners. Every item keeps its place in the order. */
export function makeItems(
  leftPartner: string,
  rightPartner: string,
  found: readonly FoundItem[],
  reasons: ReadonlyMap<string, string>,
): PairItem[] {
  const sides = found.map(({ left, right }) => incomeSide(total(left), total(right)));
  const leftOnes = sides.filter((side) => side === 'left').length;
  const usual = sides.filter((side) => side === 'right').length > leftOnes ? rightPartner : leftPartner;
  const timesUsed = new Map<string, number>();
  return found.map(({ pass, cause, left, right, evidence }, index): PairItem => {
    const leftPence = total(left);
    const rightPence = total(right);
    const first = left[0] ?? right[0];
    const reference = first?.line.reference ?? '';
    const about = normalReference(reference) || `${first?.line.code ?? ''} ${first?.line.month ?? ''}`;
    const body = `${leftPartner} | ${rightPartner} | ${about} | ${String(leftPence)} | ${String(rightPence)}`;
    const times = (timesUsed.get(body) ?? 0) + 1;
    timesUsed.set(body, times);
    const key = times === 1 ? body : `${body} | ${String(times)}`;
    const side = sides[index];
    return {
      key,
      pass,
      cause,
      leftPartner,
      rightPartner,
      left: left.map(({ line }) => line),
      right: right.map(({ line }) => line),
      reference,
      leftPence,
      rightPence,
      differencePence: leftPence + rightPence,
      flow: [...left, ...right].some(({ isContribution }) => isContribution) ? 'contributions' : 'charges',
      issuer: side === 'left' ? leftPartner : side === 'right' ? rightPartner : usual,
      evidence,
      // What was written before the pool was known to be hosted is kept.
      reason: isUnproven(cause) || cause === 'no other ledger' ? (reasons.get(key) ?? '') : '',
    };
  });
}
