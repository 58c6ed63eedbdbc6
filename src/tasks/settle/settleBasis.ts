/*
 * What each partner's part of a pool's amounts is made from, by the column of PoolSettlement that shows it.
 */
import { comparable } from '../../ledger/cells';
import type { SettledAgreement } from '../../pool/settlement';
import { SETTLE_ROWS, type SettleRow } from '../../workbook/settleSplitRows';
import { type PoolToSettle, type SettleSplitRow, budgetsOf, returnWeights, typeFor } from './poolToSettle';

/** Per column, in the order of the partners. */
export type SettleBasis = Readonly<Partial<Record<BasisColumn, readonly number[]>>>;

/** The columns of PoolSettlement that the rows of PoolSplit lean on. */
export type BasisColumn =
  | 'Budget to date'
  | 'In ledger'
  | 'In shadow months'
  | 'Contribution'
  | 'Contribution in money'
  | 'Weight'
  | 'Received'
  | 'Brought forward'
  | 'Given in kind'
  | 'Above caps';

/** The figures of an agreement; those of a project, posts or cases are what was received alone. */
export function basisOf(
  agreement: SettledAgreement,
  pool: PoolToSettle | undefined,
  rows: readonly SettleSplitRow[],
): SettleBasis {
  const partsOf = (kind: SettleRow): readonly number[] =>
    rows.find((row) => row.row === kind && isOf(row, agreement))?.partsPence ?? [];
  const received = { Received: partsOf(SETTLE_ROWS.paidIn) };
  const type = typeFor(agreement.settlesFor);
  if (pool === undefined || type === undefined) return received;
  const budget = budgetsOf(pool, type);
  return {
    ...received,
    'Budget to date': budget,
    'In ledger': partsOf(SETTLE_ROWS.inLedgers),
    'In shadow months': partsOf(SETTLE_ROWS.shadow),
    Contribution: pool.contributions ?? [],
    'Contribution in money': pool.moneyContributions ?? [],
    Weight: returnWeights(pool, type),
    'Brought forward': partsOf(SETTLE_ROWS.broughtForward),
    'Given in kind': partsOf(SETTLE_ROWS.inKind),
    'Above caps': partsOf(SETTLE_ROWS.referred),
  };
}

/** A row of an agreement. */
export function isOf(
  row: { readonly pool: string; readonly settlesFor: string },
  agreement: SettledAgreement,
): boolean {
  return comparable(row.pool) === comparable(agreement.pool) && row.settlesFor === agreement.settlesFor;
}
