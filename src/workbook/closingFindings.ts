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
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings of this file. */
export type ClosingFindingKind = keyof typeof CLOSING_FINDINGS;

/** A finding of this file. */
export type ClosingFinding = Finding<ClosingFindingKind>;

/** A finding with the severity of its kind. @example closingFinding('already closed', { period: '2026-06' }) */
export const closingFinding = findingsOf(CLOSING_FINDINGS);
