/*
 * What a reconciliation gives back: figures, matches, differences and bridges, in whole pence. Only types and no words;
 * `src/words` says them, `src/tasks` lays them out in tables.
 *
 * Source: design sections 4 (PoolActuals, PoolControl, PoolMatches, PoolBridge) and 6.
 */
import type { LedgerFinding } from './findings';
import type { LedgerLine, LeftOutRow, UnreadableRow } from './ledgerLine';
import type { PeriodStatus } from './reconcileInputs';
import { type PairItem } from './differences';
import { type Bridge } from './bridgeSteps';

/**
 * Where a partner's ledger total to date went. `inPoolPence` includes adjustments and `adjustmentsPence` takes them out
 * again, so that in pool + excluded + between + unmapped + adjustments = ledger total, always and exactly.
 */
export interface ControlFigures {
  readonly ledgerTotalPence: number;
  readonly inPoolPence: number;
  readonly excludedPence: number;
  readonly betweenPence: number;
  readonly unmappedPence: number;
  /** The adjustments with their sign turned round: an accrual of £5.00 shows as −£5.00 here. */
  readonly adjustmentsPence: number;
}

/** The rows of an extract that are not in the ledger total to date; with it they are all amounts that could be read. */
export interface ExtractFigures {
  readonly rows: number;
  readonly extractPence: number;
  readonly laterPence: number;
  readonly laterRows: number;
  readonly earlierPence: number;
  readonly earlierRows: number;
  /** Amount read, month not: listed apart. */
  readonly unplacedPence: number;
  readonly unplacedRows: number;
  /** Rows of which the amount itself could not be read. */
  readonly unreadableRows: number;
}

/** One partner's control. `figures` is null when the period is not received: missing is not zero. */
export interface PartnerControl {
  readonly partner: string;
  readonly status: PeriodStatus;
  readonly figures: ControlFigures | null;
  readonly extract: ExtractFigures | null;
  readonly controlTotalPence: number | null;
  /** Ledger total less control total; null unless both are there. */
  readonly differencePence: number | null;
}

/** What a row's code means for the pool. `excluded` covers the word itself and lines whose scope is excluded. */
export type Target = 'line' | 'excluded' | 'recharge' | 'contribution' | 'unmapped';

/** What one partner's ledger gives for one line (or for `excluded`, `recharge`, `contribution`, unmapped: then line may be ''). */
export interface ActualFigures {
  readonly partner: string;
  readonly line: string;
  readonly target: Target;
  /** Rows not between partners, to date. */
  readonly ownPence: number;
  /** Rows between partners, to date; they are in the partner's own ledger and are taken out of the joint figure. */
  readonly betweenPence: number;
  readonly adjustmentPence: number;
  /** The same three for the month alone; null where balances of the month before are not in the extract. */
  readonly monthOwnPence: number | null;
  readonly monthBetweenPence: number | null;
  readonly monthAdjustmentPence: number;
  /** Ledger rows to date. A row shared by percent counts once on each line. */
  readonly rows: number;
}

/** A code that leads nowhere, with its total to date. */
export interface UnmappedCode {
  readonly partner: string;
  readonly code: string;
  readonly rows: number;
  readonly amountPence: number;
  /** True where a rule fits it and cannot be used, which is told where the rule stands. */
  readonly hasRule: boolean;
  /** The first row that has it. */
  readonly first: LedgerLine;
}

/** What was read of one source, row by row nothing lost. */
export interface SourceReading {
  readonly partner: string;
  readonly table: string;
  readonly sheet: string;
  readonly rows: number;
  readonly lines: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly unreadable: readonly UnreadableRow[];
  readonly amountsFromText: number;
  /** Changes when a cell that counts changes; for `PoolRuns` and for `check`. */
  readonly fingerprint: string;
}

/** The joint figure. `complete` is false when a partner is missing; the total is then of those received only. */
export interface JointTotal {
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly totalPence: number;
}

/** Everything a run found out. */
export interface ReconcileResult {
  readonly period: string;
  readonly sources: readonly SourceReading[];
  /** In the order of `PoolPartners`. */
  readonly controls: readonly PartnerControl[];
  /** By partner, then line in order of `PoolLines`; partners not received have none. */
  readonly actuals: readonly ActualFigures[];
  readonly unmapped: readonly UnmappedCode[];
  readonly items: readonly PairItem[];
  readonly bridges: readonly Bridge[];
  readonly joint: JointTotal;
  readonly findings: readonly LedgerFinding[];
  /** Of all inputs together. */
  readonly fingerprint: string;
}
