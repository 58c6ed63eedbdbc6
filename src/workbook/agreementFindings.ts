/*
 * Every kind of finding about the caps of lists of shares, who stands in a list, and what meets overspends first, with what
 * its `detail` holds. The sentences are in `src/words`.
 */
import { type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const AGREEMENT_FINDINGS = {
  /** A cap below 0; left: the cap (set). */
  'cap below nought': 'error',
  /** A cap of 0, which caps nothing (set); partner in `partner`. */
  'cap of nought': 'error',
  /** Of one list a cap's excess is referred upward and another's shared by the others (set, from, first, second). */
  'excess differs': 'error',
  /** Excess beside no cap, where it says nothing (set). */
  'excess without cap': 'info',
  /** A cap in a list of a pool that never settles, so that nothing is capped; left: the cap (set, pool, kind). */
  'cap without settlement': 'warning',
  /** A cap in the list that splits a group inside, which counts no caps; left: the cap (set). */
  'cap within group': 'warning',
  /** Who had a share in a list is not in the next one (set, from, before; group: of a member, what stood there). */
  'sharer left out': 'warning',
  /** Step is no whole number from 0 (line, text). */
  'waterfall step not usable': 'error',
  /** Line is in another pool (line, pool: that one). */
  'waterfall line of other pool': 'error',
  /** Line is not in scope (line, pool). */
  'waterfall line excluded': 'error',
  /** Steps of a pool that never settles (pool, kind). */
  'waterfall without settlement': 'warning',
  /** A step names a line whose variance stays where it falls: each partner's underspend is its own (line, step). */
  'waterfall where it falls': 'error',
  /**
   * Underspends meet overspends of a pool before they are shared; left: overspends, right: what is met, difference: what is
   * left to share (pool, type, count: of the lines that give).
   */
  'overspends met': 'info',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about caps, lists and what meets overspends. */
export type AgreementFindingKind = keyof typeof AGREEMENT_FINDINGS;

/** A finding with the severity of its kind. @example agreementFinding('cap below nought', { leftPence: -100 }) */
export const agreementFinding = findingsOf(AGREEMENT_FINDINGS);
