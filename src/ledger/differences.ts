/*
 * What two partners' rows are to each other: matched, explained or not, and why. Only types; match/ finds them.
 */
import type { LedgerLine } from './ledgerLine';

/** How rows were found to belong together, from strongest to weakest; `none` for what is left. */
export type MatchPass = 'reversal' | 'exact' | 'tolerance' | 'sums' | 'opposite sign' | 'timing' | 'none';

/**
 * Why two sides do or do not agree. Proven: agrees, reversal, within tolerance, timing, sign error, duplicate, wrong code. With a
 * partner of a hosted pool that has no ledger there is nothing to compare: no other ledger. Unproven until the user writes a reason: amount difference, only in left, only in right.
 */
export type DifferenceCause =
  | 'agrees'
  | 'reversal'
  | 'within tolerance'
  | 'timing'
  | 'sign error'
  | 'duplicate'
  | 'wrong code'
  | 'no other ledger'
  | 'amount difference'
  | 'only in left'
  | 'only in right';

/**
 * Rows of two partners that belong together, or rows that found no counterpart. Income is − and expenditure +, so two
 * sides that agree total 0: differencePence = leftPence + rightPence.
 */
export interface PairItem {
  /** Stays the same from run to run as long as the rows do; reasons are kept by it. */
  readonly key: string;
  readonly pass: MatchPass;
  readonly cause: DifferenceCause;
  readonly leftPartner: string;
  /** '' when a row names no partner and none could be found. */
  readonly rightPartner: string;
  readonly left: readonly LedgerLine[];
  readonly right: readonly LedgerLine[];
  /** The reference as the ledger has it. */
  readonly reference: string;
  readonly leftPence: number;
  readonly rightPence: number;
  readonly differencePence: number;
  /** The bridge it counts in: charges or contributions, and whose income it is (who charged, or who received). */
  readonly flow: 'charges' | 'contributions';
  readonly issuer: string;
  /** For timing the later posting, for a wrong code the row that is coded elsewhere, for a duplicate its first posting. */
  readonly evidence: readonly LedgerLine[];
  /** What the user wrote about it, '' for nothing. */
  readonly reason: string;
}
