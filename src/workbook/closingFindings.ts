/*
 * Every kind of finding about a month that is closed or to be closed, figures that are frozen, and a pool that begins, with
 * what its `detail` holds. The sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const CLOSING_FINDINGS = {
  /** A partner has no row in PoolPeriods for the month to be closed (partner in `partner`). */
  'close without row': 'error',
  /** The month of a partner is not received, so it cannot be closed. */
  'close not received': 'error',
  /** The month has not been reconciled for a partner, so there is nothing to close. */
  'close not reconciled': 'error',
  /** A ledger reads differently from the run that would be closed; left: in pool then, right: now (table). */
  'close ledger changed': 'error',
  /** Something else the run was made from reads differently; left: in pool then, right: now. */
  'close inputs changed': 'error',
  /** Every partner's month is closed, and its rows are values. */
  'already closed': 'error',
  /** A cell that is to become a value shows no figure yet: #BUSY!, #NAME? or an error (table, column, text). */
  'figure not ready': 'error',
  /** A figure of a closed month and what it would be now; left: issued, right: now (table, column). */
  'closed figure moved': 'warning',
  /** A cell in a row of a closed month is a formula (table, column). */
  'closed cell live': 'warning',
  /** No formula of ours is left in the output tables, or in the month's rows. */
  'nothing to freeze': 'error',
  /** Cells of the user's own that use our functions; they are left alone (sheet, cells, text: the first of them). */
  'formulas of yours': 'info',
  /** No shadow pool is in force on the day a pool is to begin (date). */
  'no shadow pool': 'error',
  /** The pool is pooled on that day already (pool, date). */
  'pooled already': 'error',
  /** A pool begins after 1 April, so its first year is settled from then on (pool, date, year, period: the month before). */
  'pool begins within year': 'info',
  /** What a pool does from its first day (pool, date, text: its host, period: when it settles first). */
  'pool will settle': 'info',
  /** No month before the pool begins has been reconciled, so there is nothing to compare. */
  'no shadow month': 'info',
  /** A line of a pool that begins has no Risk rule (line). */
  'pool without rule': 'warning',
  /** A line has a blank figure in the shadow month, so its shares cannot be compared (line). */
  'shadow line incomplete': 'warning',
  /** A line's rule has nothing to share by (line). */
  'shadow line not shared': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings of this file. */
export type ClosingFindingKind = keyof typeof CLOSING_FINDINGS;

/** A finding of this file. */
export type ClosingFinding = Finding<ClosingFindingKind>;

/** A finding with the severity of its kind. @example closingFinding('already closed', { period: '2026-06' }) */
export const closingFinding = findingsOf(CLOSING_FINDINGS);
