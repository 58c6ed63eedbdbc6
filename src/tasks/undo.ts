/*
 * Undo last run: keeps the record of the last write in memory and takes it back. The record lives as long as the add-in's
 * runtime; nothing of it is in the workbook.
 */
import { NOTHING_TO_UNDO, undoWords } from '../words/outcome';
import { undoRun } from '../workbook/undo';
import type { RunRecord } from '../workbook/writeResult';
import type { UndoOutcome } from './task';

let last: RunRecord | undefined;

/** Remembers a run as the one that can be taken back. */
export function rememberRun(record: RunRecord): void {
  last = record;
}

/** Whether there is a run to take back. */
export function canUndo(): boolean {
  return last !== undefined;
}

/** Takes back the last run, or says why not. After a success there is nothing more to take back. */
export async function undoLastRun(): Promise<UndoOutcome> {
  if (last === undefined) return { ok: false, sentence: NOTHING_TO_UNDO, cells: [] };
  const result = await undoRun(last);
  if (result.ok) {
    last = undefined;
    return { ok: true, sentence: undoWords(result) };
  }
  return { ok: false, sentence: undoWords(result), cells: result.reason === 'changed' ? result.cells : [] };
}
