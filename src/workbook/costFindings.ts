/*
 * Every kind of finding about staff and placements, with what its `detail` holds. The sentences are in `src/words`.
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const COST_FINDINGS = {
  /** To lies before From (table). */
  'cost dates crossed': 'error',
  /** A rate below 0; left: the rate (table). */
  'rate below zero': 'error',
  /** Two rows of one post, or of one case, on one line run on the same days (table, name, row). */
  'cost dates overlap': 'error',
  /** A line of PoolStaff or PoolPlacements that is in no pool at the month's end (table, text). */
  'cost line without pool': 'error',
  /** A post or case whose cost has more than 15 digits (table, name). */
  'cost too large': 'error',
  /** A WTE below 0 (text). */
  'wte not usable': 'error',
  /** Heads that are below 0 or no whole number (text). */
  'heads not usable': 'error',
  /** More WTE than heads (text: WTE, heads). */
  'wte above heads': 'warning',
  /** Front-line managers are not in the agreed ratio (group, basis, own, total, share, agreed, gap, agreedPosts). */
  'manager ratio not met': 'warning',
  /** Managers of one side only, so there is no ratio to look at (group, words: the Profession that is there). */
  'managers of one side': 'info',
  /** A Profession that speaks of managers in other words than those that are counted (text, words). */
  'manager not counted': 'info',
  /** A weight below 0 (column, text). */
  'weight below zero': 'error',
  /** No weight of the row is above 0 (name). */
  'weights all zero': 'error',
  /** A rate for the whole time without its end (name). */
  'total without end': 'error',
  /** Client income below 0; left: the income. */
  'client income below zero': 'error',
  /** The client pays more than the rate; left: client income, right: rate (name). */
  'client income above rate': 'warning',
  /** One case on two lines on the same days (name, row, line, other). */
  'case on two lines': 'warning',
  /** The partners' columns do not stand next to each other (column: the first after the gap, heading: the one before). */
  'partner columns apart': 'error',
  /** A partner without a column (column: its short name, strangers: columns that are nobody's); partner in `partner`. */
  'partner without column': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about staff and placements. */
export type CostFindingKind = keyof typeof COST_FINDINGS;

/** A finding about staff or placements. */
export type CostFinding = Finding<CostFindingKind>;

/** A finding with the severity of its kind. @example costFinding('total without end', { detail: { name: 'P-014' } }) */
export const costFinding = findingsOf(COST_FINDINGS);
