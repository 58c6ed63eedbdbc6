/*
 * What a headless run gives: the one object that `--json` prints, and the exit code that follows from it. It decides
 * nothing about workbooks.
 */
import type { TotalBlock } from '../../tasks/task';

/** One finding as `--json` prints it. Amounts are pounds and pence. */
export interface HeadlessFinding {
  readonly kind: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** `Sheet!B5`, or '' when it is about no cell. */
  readonly where: string;
  readonly sentence: string;
  readonly partner?: string;
  readonly line?: string;
  readonly reference?: string;
  readonly left?: number;
  readonly right?: number;
  readonly difference?: number;
}

/** One table that was planned: a formula is given as its text, a blank cell as null. */
export interface HeadlessTable {
  readonly table: string;
  readonly action: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The object that `--json` prints. */
export interface Outcome {
  readonly task: string;
  readonly period: string | null;
  readonly totals: Readonly<Record<string, unknown>>;
  readonly findings: readonly HeadlessFinding[];
  readonly tables: readonly HeadlessTable[];
  /** What was written, in words or as names of sheets and files. */
  readonly written: readonly string[];
}

/** A task that ran: what `--json` prints, and its totals as they are printed without. */
export interface Ran {
  readonly outcome: Outcome;
  readonly blocks: readonly TotalBlock[];
}

/** A task that cannot run: its message is the sentence for the user. */
export class CannotRun extends Error {
  constructor(
    sentence: string,
    readonly findings: readonly HeadlessFinding[] = [],
  ) {
    super(sentence);
  }
}

/** 0 done, 1 done with findings of severity error. (2, the task could not run, is `CannotRun`.) */
export function exitCodeOf({ findings }: Outcome): 0 | 1 {
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The object for a task that could not run. */
export function failedOutcome(task: string, period: string | null, problem: CannotRun): Outcome {
  const own: HeadlessFinding = { kind: 'could-not-run', severity: 'error', where: '', sentence: problem.message };
  return {
    task,
    period,
    totals: {},
    findings: problem.findings.length > 0 ? problem.findings : [own],
    tables: [],
    written: [],
  };
}
