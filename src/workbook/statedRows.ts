/*
 * Which rows of PoolStatement a row of a settlement reads, by their period. They stand inside formulas of PoolSplit and
 * PoolSettlement, whose rows both have {Period} and {Shadow until}.
 *
 * A pool that settled from 1 April has no shadow months in the year: {Shadow until} is blank, and no row is of that period.
 */
const month = '(PoolStatement[Period]={Period})';
const shadow = '(PoolStatement[Period]={Shadow until})';

/** From 1 April to the month's end, to the end of the shadow months, and what lies between: the one less the other. */
export const STATED = { month, shadow, since: `(${month}-${shadow})` } as const;
