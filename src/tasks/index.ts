/*
 * What the tasks' bundle offers, as the global `PoolbookTasks`: the pane and the headless runner use this and nothing
 * else of the product. It can be loaded where there is no Excel; only a call needs one.
 */
import { capFindings } from '../ledger/capFindings';
import { CANCELLED, SHEET_HIDDEN, failedWords, refusalWords, writtenWords } from '../words/outcome';
import { placeWords } from '../words/place';
import type { Place } from '../workbook/finding';
import { capabilities, runBatch } from '../workbook/host';
import { Cancelled } from '../workbook/requests';
import { writePlan as write } from '../workbook/writer';
import { check } from './check';
import { close } from './close/close';
import { freeze } from './freeze/freeze';
import { model } from './model/model';
import { type PeriodList, readPeriods } from './periods';
import { type OfferedTable, readTables } from './tables';
import { ReadRefused } from './readOnly';
import { reconcile } from './reconcile';
import { settle } from './settle/settle';
import { promote } from './promote/promote';
import { share } from './share/share';
import {
  type Progress,
  type Task,
  type TaskName,
  type TaskPlan,
  type TaskRequest,
  TaskStopped,
  type WriteOutcome,
} from './task';
import { rememberRun } from './undo';

export type { ModelProposal, Progress, ProposedRow, ProposedTable, TaskName, TaskPlan, TaskRequest } from './task';
export type { UndoOutcome, WriteOutcome } from './task';
export type { KnownPeriod, PeriodList } from './periods';
export type { OfferedTable } from './tables';
export { TaskStopped } from './task';
export { canUndo, undoLastRun } from './undo';
export { type FindingWords, describeFinding } from '../words/findings';
export { totalBlocks } from '../words/totalBlocks';
export { VERSION as version } from './version';

const TASKS: Readonly<Record<TaskName, Task>> = { model, share, reconcile, settle, promote, close, freeze, check };

/** The tasks by name, in the order the pane offers them. */
export const TASK_NAMES: readonly TaskName[] = [
  'model',
  'share',
  'reconcile',
  'settle',
  'promote',
  'close',
  'freeze',
  'check',
];

/**
 * Reads the workbook and plans a task; nothing is written. Of many findings alike the first are listed and the others counted.
 *
 * @throws TaskStopped when the user cancelled, when Excel refuses, or when there is no Excel; its message is a sentence.
 */
export async function planTask(name: TaskName, request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const plan = await orStopped(() => TASKS[name].plan(request, progress));
  return { ...plan, findings: capFindings(plan.findings), blockers: capFindings(plan.blockers) };
}

/**
 * The months that the workbook's PoolPeriods names, newest first, so that they can be offered; nothing is written.
 *
 * @throws TaskStopped as `planTask` does.
 */
export async function listPeriods(): Promise<PeriodList> {
  return orStopped(readPeriods);
}

/**
 * Every input table with whether the workbook has it, so that the others can be offered; nothing is written.
 *
 * @throws TaskStopped as `planTask` does.
 */
export async function listTables(): Promise<readonly OfferedTable[]> {
  return orStopped(readTables);
}

/** Reads; what stops the reading becomes a `TaskStopped` with its sentence. */
async function orStopped<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  if (!capabilities().isExcel) throw new TaskStopped('no-excel', 'Poolbook is not open in Excel.');
  try {
    return await read();
  } catch (error) {
    if (error instanceof Cancelled) throw new TaskStopped('cancelled', CANCELLED);
    if (error instanceof ReadRefused) {
      throw new TaskStopped('refused', `Nothing was written. ${refusalWords(error.refusal)}`);
    }
    throw error;
  }
}

/**
 * Writes a plan that was shown. A plan with blockers, or of a task that only reads, writes nothing.
 *
 * @param options - `grouped: false` after the user agreed to do without one undo step.
 */
export async function writePlan(
  plan: TaskPlan,
  progress: Progress,
  options: { readonly grouped?: boolean } = {},
): Promise<WriteOutcome> {
  if (plan.blockers.length > 0) {
    const stop = { kind: 'blocked', findings: plan.blockers } as const;
    const sentence = failedWords({ ok: false, workbook: 'unchanged', stop, emptied: [] });
    return { ok: false, workbook: 'unchanged', sentence, findings: plan.blockers };
  }
  if (plan.workbook === undefined) return { ok: true, written: [], sentence: 'There was nothing to write.' };
  const result = await write(plan.workbook, {
    ...(options.grouped === undefined ? {} : { grouped: options.grouped }),
    watch: (done, total) => progress.report(done, total, 'Writing the tables'),
  });
  if (result.ok) {
    rememberRun(result.record);
    return { ok: true, written: result.tables, sentence: writtenWords(result.tables) };
  }
  const { stop, workbook } = result;
  return {
    ok: false,
    workbook,
    sentence: failedWords(result),
    ...(stop.kind === 'blocked' ? { findings: stop.findings } : {}),
    ...(stop.kind === 'undo-not-supported' ? { asksUngrouped: true } : {}),
  };
}

/** Shows a finding's cell: its sheet comes to the front and the cell is selected. @returns a sentence when it cannot */
export async function goTo(place: Place): Promise<string | undefined> {
  const outcome = await runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet).load('visibility');
    await context.sync();
    // Excel does not bring a hidden sheet to the front, and says only that the operation is invalid.
    if (sheet.visibility !== 'Visible') return 'hidden';
    sheet.activate();
    sheet.getRangeByIndexes(place.row, place.column, place.rows ?? 1, place.columns ?? 1).select();
    await context.sync();
    return 'shown';
  });
  if (outcome.ok && outcome.value === 'shown') return undefined;
  return `${placeWords(place)} cannot be shown. ${outcome.ok ? SHEET_HIDDEN : refusalWords(outcome.problem)}`;
}
