/*
 * Looks for the counterpart of a row among the other ledger's rows that are not between partners: same reference, opposite
 * amount. It is coded, or addressed, as something else there. It is never matched, only named as the cause.
 */
import type { LedgerLine } from '../ledgerLine';
import { referenceHash, sameReference } from '../references';
import type { BetweenRow } from '../tally';

/**
 * For each row, the other ledger's row that looks like its counterpart. A row of the other ledger stands for one row only.
 *
 * The other ledger may have a million rows: it is gone through once, and only rows whose hash is asked for are compared.
 */
export function findWronglyCoded(
  rows: readonly BetweenRow[],
  others: readonly LedgerLine[],
): ReadonlyMap<BetweenRow, LedgerLine> {
  const wanted = new Map<number, BetweenRow[]>();
  for (const row of rows) {
    const hash = row.line.amountPence === 0 ? 0 : referenceHash(row.line.reference);
    if (hash === 0) continue;
    const same = wanted.get(hash);
    if (same) same.push(row);
    else wanted.set(hash, [row]);
  }
  const found = new Map<BetweenRow, LedgerLine>();
  if (wanted.size === 0) return found;
  for (const other of others) {
    const candidates = wanted.get(referenceHash(other.reference));
    const row = candidates?.find(
      (each) =>
        !found.has(each) &&
        each.line.amountPence === -other.amountPence &&
        sameReference(each.line.reference, other.reference),
    );
    if (row) found.set(row, other);
  }
  return found;
}
