/*
 * Every kind of finding about grants, with what its `detail` holds. The sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const GRANT_FINDINGS = {
  /** A grant's amount, or what was brought forward, is below 0; left: it (column, grant). */
  'grant below nought': 'error',
  /** More must be spent than there is; left: the minimum, right: what is available (grant). */
  'grant minimum above available': 'error',
  /** Lines names a line that is not in PoolLines (line, grant). */
  'grant line not listed': 'error',
  /** Lines names one line twice (line, grant). */
  'grant line twice': 'warning',
  /** Two grants of a pool and year have one turn (grant, other, order). */
  'grant order twice': 'warning',
  /** Lines names a line that is out of scope at the month's end (line, grant). */
  'grant line excluded': 'error',
  /** Lines names a line of another pool (line, grant, pool: the line's). */
  'grant line of other pool': 'error',
  /** A blank Lines in a pool that has no line in scope (grant, pool). */
  'grant without lines': 'error',
  /** Spending of lines of the pool is not known: partners' figures are missing, or there is no statement (grant). */
  'grant spend not known': 'warning',
  /** The year has ended and money is left; left: applied, right: available (grant). */
  'grant unspent': 'warning',
  /** Less than the minimum has been spent so far; left: applied, right: the minimum (grant). */
  'grant minimum not yet met': 'warning',
  /** Less than the minimum was spent in the year; left: applied, right: the minimum (grant, year). */
  'grant minimum not met': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about grants. */
export type GrantFindingKind = keyof typeof GRANT_FINDINGS;

/** A finding about grants. */
export type GrantFinding = Finding<GrantFindingKind>;

/** A finding with the severity of its kind. @example grantFinding('grant unspent', { leftPence: 3000 }) */
export const grantFinding = findingsOf(GRANT_FINDINGS);
