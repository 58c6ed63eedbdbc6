/*
 * What a reconciliation is given: the user's tables as typed rows, and the cells of each ledger. Only types; reading the
 * tables is `src/workbook`, the work is `reconcilePeriod`.
 *
 * Source: design section 4 (PoolPartners, PoolSources, PoolCodes, PoolLines, PoolPeriods, PoolAdjustments).
 */
import type { Place } from './finding';
import type { LedgerBlock, SourceDefinition } from './ledgerLine';

/** One row of `PoolPartners`. `knownAs` is the cell as typed: spellings parted by ';' or ','. */
export interface PartnerEntry {
  readonly partner: string;
  readonly shortName: string;
  readonly knownAs: string;
  /** False for a body that only shares the cost of projects: here it is an outside body like any other. */
  readonly reports?: boolean;
  /** True for a partner of a hosted pool that has no ledger here: all of the pool's money is in the host's. */
  readonly isHosted?: boolean;
}

/** One ledger: its row of `PoolSources` and its cells. */
export interface LedgerSource {
  readonly definition: SourceDefinition;
  readonly block: LedgerBlock;
}

/** One row of `PoolCodes`, in the table's order. `line` is a line, or `excluded`, `recharge`, `contribution`. */
export interface CodeRule {
  readonly partner: string;
  readonly code: string;
  readonly line: string;
  /** The cell's number, 60 or 0.6; null when blank. */
  readonly percent: number | null;
  /** Excel date serial from which the row counts; null: always. */
  readonly fromSerial: number | null;
  readonly place?: Place;
  /** Where its Line stands, `place` being its Code. */
  readonly linePlace?: Place;
}

/** One row of `PoolLines`; of several rows for a line the latest in force counts. */
export interface PoolLine {
  readonly line: string;
  readonly scope: 'in' | 'excluded';
  readonly fromSerial: number | null;
}

/** How far a partner's month is. */
export type PeriodStatus = 'not received' | 'open' | 'provisional' | 'closed';

/** One row of `PoolPeriods`. */
export interface PeriodEntry {
  readonly period: string;
  readonly partner: string;
  readonly status: PeriodStatus;
  /** From the trial balance, whole pence; null when blank. */
  readonly controlTotalPence: number | null;
}

/** One row of `PoolAdjustments`: off the ledger, + adds to spending. */
export interface Adjustment {
  readonly period: string;
  readonly partner: string;
  readonly line: string;
  readonly amountPence: number;
  /** What it is for; the sign is that of Amount all the same. */
  readonly kind?: 'accrual' | 'prepayment' | 'correction';
  /** The month that takes it back, '' for none. */
  readonly reversesIn: string;
  /** Where what it says stands. */
  readonly places?: Readonly<Record<'period' | 'partner' | 'line' | 'amount' | 'reversesIn', Place>>;
}

/** Everything a run needs. Nothing else is read, so the same inputs always give the same result. */
export interface ReconcileInputs {
  /** The calendar month, '2026-06'. */
  readonly period: string;
  readonly partners: readonly PartnerEntry[];
  readonly sources: readonly LedgerSource[];
  readonly codes: readonly CodeRule[];
  readonly lines: readonly PoolLine[];
  readonly periods: readonly PeriodEntry[];
  readonly adjustments: readonly Adjustment[];
  /** Rows with the same reference that differ by no more than this agree; 0 when absent. */
  readonly tolerancePence?: number;
  /** Reasons the user wrote beside a difference in earlier runs, by the key of the difference. */
  readonly reasons?: ReadonlyMap<string, string>;
}
