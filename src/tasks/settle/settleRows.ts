/*
 * The rows of PoolSplit for a settlement, as figures in pence: a pool's own lines, what it was given, its posts and cases.
 */
import { succeed, type Result } from '../../money/result';
import { costRows } from './costRows';
import { givenRows } from './givenRows';
import { LINE_TYPES, type PoolToSettle, type SettleRowProblem, type SettleSplitRow } from './poolToSettle';
import { varianceRows } from './varianceRows';

/** All rows of a pool, in the order they stand; a pool that does not settle has those of its posts and cases alone. */
export function poolRows(pool: PoolToSettle): Result<readonly SettleSplitRow[], SettleRowProblem> {
  const rows: SettleSplitRow[] = [];
  for (const type of pool.settles ? LINE_TYPES : []) {
    const shared = varianceRows(pool, type);
    if (!shared.ok) return shared;
    rows.push(...shared.value);
  }
  return succeed([...rows, ...(pool.settles ? givenRows(pool) : []), ...costRows(pool)]);
}
