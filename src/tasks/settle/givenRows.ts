/*
 * The rows of PoolSplit of what a pool was given: cash that its host received, what was brought forward, what was given in kind.
 */
import { sum } from '../../pool/perPartner';
import { SETTLE_ROWS, type SettleRow } from '../../workbook/settleSplitRows';
import { type PoolToSettle, type SettleSplitRow, rowBase } from './poolToSettle';
import type { SettledPool } from './settledPools';

/** The rows of a pool that settles, in the order they stand. */
export function givenRows(pool: PoolToSettle): SettleSplitRow[] {
  const rows: SettleSplitRow[] = [];
  if (pool.paidInPence !== undefined) rows.push(paidInRow(pool, 'pool', pool.paidInPence));
  if (pool.broughtForwardPence !== undefined) {
    const row = paidInRow(pool, 'pool', pool.broughtForwardPence, SETTLE_ROWS.broughtForward);
    rows.push({ ...row, what: rowBase(pool, SETTLE_ROWS.broughtForward, 'brought forward').what });
  }
  if (pool.inKindPence !== undefined) {
    rows.push({
      ...rowBase(pool, SETTLE_ROWS.inKind, 'given in kind'),
      settlesFor: 'pool',
      side: 'in kind',
      amountPence: sum(pool.inKindPence),
      partsPence: pool.inKindPence,
    });
  }
  return rows;
}

/**
 * Money of the partners that the host holds: + for each, and for the host less all of it, so that the row totals 0.
 *
 * @param heldPence - Per partner: cash received, or what is brought forward.
 */
export function paidInRow(
  pool: Pick<SettledPool, 'pool' | 'hostName' | 'host' | 'shadowUntil'>,
  settlesFor: string,
  heldPence: readonly number[],
  row: SettleRow = SETTLE_ROWS.paidIn,
): SettleSplitRow {
  const parts = heldPence.map((pence, partner) => (partner === pool.host ? pence - sum(heldPence) : pence));
  return {
    ...rowBase(pool, row, 'paid to the host'),
    settlesFor,
    side: 'paid in',
    amountPence: 0,
    partsPence: parts,
  };
}
