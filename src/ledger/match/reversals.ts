/*
 * An accrual and its reversal, found within one ledger before anything is compared with another: same counterparty, code
 * and reference, same amount, opposite signs. Neither says anything about the other partner.
 */
import type { BetweenRow } from '../tally';
import { normalReference } from '../references';

/** The row that came first and the one that takes it back. */
export interface Reversal {
  readonly first: BetweenRow;
  readonly second: BetweenRow;
}

/** The months decide which came first; within a month the order of the ledger. */
function byMonth(rows: readonly BetweenRow[]): readonly BetweenRow[] {
  return [...rows].sort((a, b) => (a.line.month < b.line.month ? -1 : a.line.month > b.line.month ? 1 : 0));
}

/**
 * Pairs rows of one ledger that take each other back. A row without a reference is never paired: nothing would show that
 * the two belong together.
 *
 * @example May −500 'ACC 7', June +500 'ACC 7', same code and counterparty -> one reversal
 */
export function pairReversals(rows: readonly BetweenRow[]): readonly Reversal[] {
  const waiting = new Map<string, BetweenRow[]>();
  const reversals: Reversal[] = [];
  for (const row of byMonth(rows)) {
    const { code, reference, amountPence } = row.line;
    const normal = amountPence === 0 ? '' : normalReference(reference);
    if (normal === '') continue;
    const keyOf = (pence: number): string => `${row.counterparty}\n${code}\n${normal}\n${String(pence)}`;
    const first = waiting.get(keyOf(-amountPence))?.shift();
    if (first) {
      reversals.push({ first, second: row });
      continue;
    }
    const same = waiting.get(keyOf(amountPence));
    if (same) same.push(row);
    else waiting.set(keyOf(amountPence), [row]);
  }
  return reversals;
}
