/*
 * What every task is: it reads the workbook and makes a plan (data), and only a plan that was shown can be written.
 * The pane, the headless runner and the tests all use tasks through these types.
 */
import type { Finding, Place } from '../workbook/finding';
import type { WorkbookPlan } from '../workbook/plan';

/** The tasks of this release. `undo` is not a task of its own: it takes back the last write. */
export type TaskName = 'model' | 'share' | 'reconcile' | 'settle' | 'promote' | 'close' | 'freeze' | 'check';

/** Told about long work: `done` of `total` steps, and what is being done, as a sentence for the status line. */
export interface Progress {
  report(done: number, total: number, doing: string): void;
  /** True when the user pressed Cancel; the task stops at the next safe point and nothing is written. */
  isCancelled(): boolean;
}

/** A row proposed for an input table, with the reason, so that the user can correct or drop it. */
export interface ProposedRow {
  readonly cells: Readonly<Record<string, string | number | null>>;
  /** Why it is proposed, as a sentence. */
  readonly why: string;
  readonly confidence: 'sure' | 'likely' | 'guess';
  /** False: shown, but not written unless the user ticks it. */
  readonly keep: boolean;
}

/** The rows proposed for one input table. */
export interface ProposedTable {
  readonly table: string;
  readonly rows: readonly ProposedRow[];
}

/** Everything `model` proposes. The pane edits it and hands it back as `TaskRequest.proposal`. */
export interface ModelProposal {
  readonly tables: readonly ProposedTable[];
}

/** What the user asks of a task. */
export interface TaskRequest {
  /** The calendar month, `2026-06`; never financial period 6. */
  readonly period?: string;
  /** For `model`: the proposal as the user corrected it; absent at the first look. */
  readonly proposal?: ModelProposal;
  /** For `model`: names of input tables to add, empty, instead of looking for a model. In any case, each once or oftener. */
  readonly add?: readonly string[];
}

/** One thing the task read: which block of the workbook, and what it was taken to be. */
export interface PlannedRead {
  readonly where: string;
  readonly what: string;
  readonly rows: number;
}

/** One block of a task's totals, as a run without a pane prints it. */
export type { TotalBlock } from '../words/totalBlock';

/** Figures of a task for the preview, the checks and `--json`: whole pounds and pence as exact decimal numbers. */
export type Totals = Readonly<Record<string, unknown>>;

/** What a task would do. `blockers` not empty: nothing can be written until they are put right. */
export interface TaskPlan {
  readonly task: TaskName;
  readonly period?: string;
  readonly reads: readonly PlannedRead[];
  readonly totals: Totals;
  readonly findings: readonly Finding[];
  readonly blockers: readonly Finding[];
  readonly proposal?: ModelProposal;
  /** For `model`: the input tables that were asked for; absent where it looked for a model. */
  readonly add?: readonly string[];
  /** Absent for tasks that only read. */
  readonly workbook?: WorkbookPlan;
}

/** A task. */
export interface Task {
  readonly name: TaskName;
  plan(request: TaskRequest, progress: Progress): Promise<TaskPlan>;
}

/** What happened to the workbook. `sentence` says it in words, whatever the outcome. */
export type WriteOutcome =
  | { readonly ok: true; readonly written: readonly string[]; readonly sentence: string }
  | {
      readonly ok: false;
      readonly workbook: 'unchanged' | 'restored' | 'partly written';
      readonly sentence: string;
      /** What stood in the way, for the list of findings. */
      readonly findings?: readonly Finding[];
      /** True: Excel cannot undo this in one step. Ask, and write again with `grouped: false` if the user agrees. */
      readonly asksUngrouped?: boolean;
    };

/** What came of taking the last run back. `cells` have changed since the run; then nothing was touched. */
export type UndoOutcome =
  | { readonly ok: true; readonly sentence: string }
  | { readonly ok: false; readonly sentence: string; readonly cells: readonly Place[] };

/** A task could not be planned: Excel refused, or the user cancelled. Nothing was written. */
export class TaskStopped extends Error {
  constructor(
    readonly reason: 'cancelled' | 'refused' | 'no-excel',
    sentence: string,
  ) {
    super(sentence);
    this.name = 'TaskStopped';
  }
}
