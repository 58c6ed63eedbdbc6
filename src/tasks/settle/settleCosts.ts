/*
 * The posts and cases of each pool that settles, as a settlement takes them.
 */
import { comparable } from '../../ledger/cells';
import { yearDays } from '../../pool/projectItems';
import { numberOf } from '../../workbook/readTable';
import type { StatementPeriod } from '../reconcile/period';
import { type CaseRow, type PostRow, costAt } from './costInputs';
import type { SettleCost } from './poolToSettle';
import type { ReconciledMonth } from './reconciledMonth';
import type { SettledPool } from './settledPools';

/** Pools of PoolArrangements, and pools that only posts or cases name. */
export function withCosts(pools: readonly SettledPool[], rows: readonly (PostRow | CaseRow)[]): readonly SettledPool[] {
  const known = new Set(pools.map(({ pool }) => comparable(pool)));
  const others = new Map(rows.map(({ pool }) => [comparable(pool), pool]));
  const more = [...others].filter(([key]) => !known.has(key));
  return [
    ...pools,
    ...more.map(([, pool]): SettledPool => ({ pool, kind: 'none', settles: false, hostName: '', host: undefined })),
  ];
}

/** The posts and cases of a pool, in the order of their tables. */
export function costsOf(
  { pool, shadowUntil }: SettledPool,
  period: StatementPeriod,
  { statement }: ReconciledMonth,
  posts: readonly PostRow[],
  cases: readonly CaseRow[],
): readonly SettleCost[] {
  const { first } = yearDays(Number(period.year.slice(0, 4)));
  const common = (cost: PostRow | CaseRow): Omit<SettleCost, 'settlesFor'> => {
    const { row, line, name, costPence, paidBy, partsPence } = cost;
    const [from, to] = [numberOf(row, 'From'), numberOf(row, 'To')];
    return {
      line,
      type: statement.find((each) => comparable(each.line) === comparable(line))?.type ?? 'revenue',
      item: name,
      itemFrom: from,
      start: Math.max(from ?? 0, first),
      end: Math.min(to ?? period.monthEnd, period.monthEnd),
      costPence,
      shadowPence: shadowUntil === undefined ? 0 : costAt(row, shadowUntil.monthEnd),
      paidBy,
      partsPence,
    };
  };
  const ofPool = (cost: PostRow | CaseRow): boolean => comparable(cost.pool) === comparable(pool);
  return [
    ...posts.filter(ofPool).map((post) => ({ ...common(post), settlesFor: 'staff', funder: post.funder }) as const),
    ...cases.filter(ofPool).map((each) => ({ ...common(each), settlesFor: 'placements' }) as const),
  ];
}
