/*
 * What a bridge from one figure to another is, step by step. Only types; bridge.ts builds them.
 */
import { type DifferenceCause } from './differences';

/** What a step of a bridge is. `unexplained` is one difference without a proven cause and without a reason. */
export type BridgeStepKind =
  | 'trial balance to extract'
  | 'excluded'
  | 'unmapped'
  | 'adjustments'
  | 'between partners'
  | Exclude<DifferenceCause, 'agrees' | 'reversal'>;

/** One step. Running totals begin at the bridge's From and end at its To. */
export interface BridgeStep {
  readonly step: BridgeStepKind;
  /** The partner it is about, where there is one. */
  readonly partner: string;
  readonly amountPence: number;
  readonly runningPence: number;
  /** False for a difference that nothing proves and no reason covers. */
  readonly explained: boolean;
  /** How many differences it holds. */
  readonly items: number;
  readonly key: string;
  readonly reference: string;
  readonly reason: string;
}

/** One bridge, from one figure to another by steps; exact by construction, and tested to be. */
export interface Bridge {
  readonly bridge: 'ledger to pool' | 'charges' | 'contributions' | 'joint';
  /** The partner whose ledger it is, or who charged, or who paid the contribution; '' for the joint bridge. */
  readonly from: string;
  /** For a pair: the other partner; else ''. */
  readonly to: string;
  /** Where a ledger's bridge begins: the trial balance, or the extract when no control total is given. */
  readonly begins: 'trial balance' | 'extract' | 'says' | 'partners';
  readonly fromPence: number;
  readonly toPence: number;
  readonly steps: readonly BridgeStep[];
  readonly unexplainedPence: number;
  /** False when a partner's figures are missing. */
  readonly complete: boolean;
}
