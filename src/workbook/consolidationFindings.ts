/*
 * Every kind of finding about many pools added up: what would be counted twice, or in no pool. The sentences are in
 * `src/words`. A line, a code or a ledger that stands twice is refused where its table is read (`row twice`, `percent not 100`,
 * `ledger twice`).
 */
import { type Finding, type Severity, findingsOf } from './finding';

/** The kinds, with their severity and, in brackets, what `detail` holds beside the place. */
export const CONSOLIDATION_FINDINGS = {
  /** A line without a pool in a workbook of several: it is in the total of all pools and in no pool (text: the line). */
  'line without pool': 'warning',
  /** A pool of PoolLines that no row of PoolArrangements has in force: it has no service line and area (text: the pool). */
  'pool without place': 'info',
  /** Two pools have the same contribution; left: its amount (pool, other, row: the other's, text: the source); payer in `partner`. */
  'contribution in two pools': 'warning',
  /** A total over all pools has more than 15 digits. */
  'consolidation too large': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

/** The kinds of findings about many pools. */
export type ConsolidationFindingKind = keyof typeof CONSOLIDATION_FINDINGS;

/** A finding about many pools. */
export type ConsolidationFinding = Finding<ConsolidationFindingKind>;

/** A finding with the severity of its kind. @example consolidationFinding('consolidation too large') */
export const consolidationFinding = findingsOf(CONSOLIDATION_FINDINGS);
