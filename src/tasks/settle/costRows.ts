/*
 * The rows of PoolSplit of costs with an agreement of their own: each post and case, and who paid them.
 */
import { sum } from '../../pool/perPartner';
import { SETTLE_ROWS } from '../../workbook/settleSplitRows';
import { type PoolToSettle, type SettleSplitRow, rowBase } from './poolToSettle';

/** The rows of a pool's posts, then of its cases; none where it has none. */
export function costRows(pool: PoolToSettle): SettleSplitRow[] {
  return (['staff', 'placements'] as const).flatMap((settlesFor) => {
    const costs = pool.costs.filter((cost) => cost.settlesFor === settlesFor);
    const [first] = costs;
    if (first === undefined) return [];
    const row = settlesFor === 'staff' ? SETTLE_ROWS.post : SETTLE_ROWS.case;
    const paid = first.partsPence.map((_part, partner) =>
      sum(costs.filter(({ paidBy }) => paidBy === partner).map(({ costPence }) => costPence)),
    );
    const items = costs.map(
      (cost): SettleSplitRow => ({
        ...rowBase(pool, row, cost.item),
        settlesFor,
        side: 'agreed',
        type: cost.type,
        line: cost.line,
        amountPence: cost.costPence,
        partsPence: cost.partsPence,
        cost,
      }),
    );
    const payers: SettleSplitRow = {
      ...rowBase(pool, SETTLE_ROWS.costsPaid, `${settlesFor} paid`),
      settlesFor,
      side: 'paid direct',
      amountPence: sum(paid),
      partsPence: paid,
    };
    return [...items, payers];
  });
}
