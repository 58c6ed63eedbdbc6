/*
 * What is settled of a pool, read and in pence, and the rows of PoolSplit it becomes: what they are, and what every row
 * begins with. Reading is `settleInputs`, splitting is `settleRows` and the files it calls.
 */
import { plus } from '../../pool/perPartner';
import type { Side } from '../../pool/settlement';
import type { SettleRow } from '../../workbook/settleSplitRows';
import type { LineRule } from './riskRules';
import type { SettledPool } from './settledPools';
import type { LineOffset, WaterfallInForce } from './waterfall';

/** Capital is never added to revenue. */
export const LINE_TYPES = ['revenue', 'capital'] as const;

/** Of a line. */
export type LineType = (typeof LINE_TYPES)[number];

/** A line of a pool with its figures per partner, in pence: from the day the pool settles, or 1 April, to the month's end. */
export interface SettleLine {
  readonly line: string;
  readonly type: LineType;
  readonly rule: LineRule;
  readonly budgetPence: readonly number[];
  /** From each partner's own ledger, without what lies between partners. */
  readonly ownPence: readonly number[];
  /** The same of the year's months before the pool settled: it stays in the ledger it is in. */
  readonly shadowOwnPence: readonly number[];
}

/** A post or a case: a cost with an agreement of its own. */
export interface SettleCost {
  readonly settlesFor: 'staff' | 'placements';
  readonly line: string;
  readonly type: LineType;
  readonly item: string;
  /** As typed; undefined for blank. It tells two rows of one case apart. */
  readonly itemFrom: number | undefined;
  readonly start: number;
  readonly end: number;
  /** From 1 April: it settles whatever the pool is. */
  readonly costPence: number;
  /** The part of it in the months before the pool settled. */
  readonly shadowPence: number;
  readonly paidBy: number;
  readonly funder?: number;
  readonly partsPence: readonly number[];
}

/** Everything that is settled of one pool. */
export interface PoolToSettle extends SettledPool {
  readonly lines: readonly SettleLine[];
  readonly costs: readonly SettleCost[];
  /** Counted contributions per partner; undefined where the pool has none for the year. */
  readonly contributions: readonly number[] | undefined;
  /** The same without what is in kind: the proportion of what is agreed in money. */
  readonly moneyContributions: readonly number[] | undefined;
  readonly inKindPence: readonly number[] | undefined;
  readonly broughtForwardPence: readonly number[] | undefined;
  /** Cash the host received from each partner, where the host holds this pool alone. */
  readonly paidInPence: readonly number[] | undefined;
  /** What meets its overspends before they are shared; none where no steps are in force. */
  readonly waterfall?: WaterfallInForce;
}

/** One row. `partsPence` and `referredPence` total `amountPence`. */
export interface SettleSplitRow {
  readonly row: SettleRow;
  readonly pool: string;
  readonly hostName: string;
  readonly settlesFor: string;
  /** '' for a row that only shows a group's share being split again. */
  readonly side: Side | '';
  readonly type: string;
  readonly line: string;
  readonly what: string;
  readonly amountPence: number;
  readonly partsPence: readonly number[];
  readonly referredPence: number;
  readonly isKept: boolean;
  /** The last month before the pool settled, where that lies in the year. */
  readonly shadowUntil?: SettledPool['shadowUntil'];
  readonly rule?: LineRule;
  /** Of a line's row: what meets its overspend, or its underspend meets. */
  readonly offset?: LineOffset;
  readonly cost?: SettleCost;
  /** The group of a group's row. */
  readonly sharer?: string;
}

/** Why a pool cannot be shared: a line's own problem, or weights that are all 0. */
export type SettleRowProblem =
  | { readonly kind: 'line'; readonly line: SettleLine; readonly why: string }
  | { readonly kind: 'pool'; readonly pool: string; readonly why: string };

/** What a pool's own figures settle for. */
export function poolFor(type: LineType): string {
  return type === 'capital' ? 'pool capital' : 'pool';
}

/** Of which type an agreement's lines are; undefined for one that is not a pool's own: posts, cases, a project, cash. */
export function typeFor(settlesFor: string): LineType | undefined {
  return LINE_TYPES.find((type) => poolFor(type) === settlesFor);
}

type BudgetLine = Pick<SettleLine, 'type' | 'budgetPence'>;

/** Each partner's budget on the pool's lines of a type. */
export function budgetsOf({ lines }: { readonly lines: readonly BudgetLine[] }, type: string): readonly number[] {
  const [first, ...others] = lines.filter((line) => line.type === type).map(({ budgetPence }) => budgetPence);
  return others.reduce((total, pence) => plus(total, pence), first ?? []);
}

/**
 * By what each partner put in an underspend goes back to it: its contributions in money; where the pool has none for the year,
 * its budgets on lines of the type.
 *
 * @example Council 60,000.00; PCT 40,000.00 and 20,000.00 with Counts `no` -> 1 : 1
 */
export function returnWeights(
  pool: Pick<PoolToSettle, 'moneyContributions'> & { readonly lines: readonly BudgetLine[] },
  type: string,
): readonly number[] {
  return pool.moneyContributions ?? budgetsOf(pool, type);
}

/** What every row of a pool begins with. @param what - The row's title without the pool. */
export function rowBase(pool: Pick<SettledPool, 'pool' | 'hostName' | 'shadowUntil'>, row: SettleRow, what: string) {
  const { pool: name, hostName, shadowUntil } = pool;
  const title = name === '' ? what : `${name}: ${what}`;
  const shadow = shadowUntil === undefined ? {} : { shadowUntil };
  return { row, pool: name, hostName, type: '', line: '', what: title, referredPence: 0, isKept: false, ...shadow };
}
