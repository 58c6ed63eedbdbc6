/*
 * What the rows are that `settle` writes to PoolSplit, and what their formulas may name: asked for by every file that builds
 * one of these formulas. No figure is worked out here.
 */

/** What the rows of a settlement are; the column `Row` holds one of these. */
export const SETTLE_ROWS = {
  agreed: 'agreed',
  shadow: 'shadow months',
  variance: 'variance',
  within: 'within a group of the list',
  referred: 'referred upward',
  inLedgers: 'in ledgers',
  paidIn: 'paid in',
  broughtForward: 'brought forward',
  inKind: 'in kind',
  post: 'post',
  case: 'case',
  costsPaid: 'costs paid',
} as const;

/** One kind of row. */
export type SettleRow = (typeof SETTLE_ROWS)[keyof typeof SETTLE_ROWS];

/** The texts of posts and cases, where PoolStaff or PoolPlacements is in the workbook. */
export interface CostParts {
  /** The number of the row in its table. */
  readonly row: string;
  readonly start: string;
  readonly end: string;
  readonly cost: string;
  /** The part of it in the months before the pool settled. */
  readonly shadowCost: string;
  readonly paidBy: string;
  readonly funder: string;
  /** The part of a case that the partner with this short name bears. */
  casePart(shortName: string): string;
}

/** What the formulas may name beside PoolStatement, PoolBridge, PoolLines and PoolPartners. */
export interface SettleTables {
  readonly shares: boolean;
  /** PoolContributions is in the workbook. */
  readonly contributions: boolean;
  /** PoolShares has the column Excess. */
  readonly excess?: boolean;
  /** PoolWaterfall is in the workbook, with rows. */
  readonly waterfall?: boolean;
  readonly costs?: CostParts;
}

/** 1 in a row of the kind, else 0. */
export const isRow = (row: SettleRow): string => `({Row}="${row}")`;
/** A column that only rows of one kind have. */
export const only = (row: SettleRow, formula: string): string => `=IF(${isRow(row)},${formula},"")`;

/** A column of the row of a line, and of a group in its list. */
export const onLines = (formula: string): string =>
  `=IF((${isRow(SETTLE_ROWS.variance)}+${isRow(SETTLE_ROWS.within)})>0,${formula},"")`;

/** The rows of PoolSettlement of the same pool and agreement: one per partner, with what each row needs of it. */
export const ofSettlement =
  '(PoolSettlement[Period]={Period})*(PoolSettlement[Pool]={Pool})*(PoolSettlement[For]={For})';

/** One formula for a row of each kind. */
export function chosen(parts: readonly (readonly [SettleRow, string])[], otherwise: string): string {
  return parts.reduceRight((rest, [row, formula]) => `IF(${isRow(row)},${formula},${rest})`, otherwise);
}
