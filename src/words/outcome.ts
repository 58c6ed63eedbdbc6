/*
 * What happened to the workbook, in words: after writing, after taking a run back, and when Excel refuses. One sentence
 * on what is, one on what to do.
 */
import type { HostRefusal } from '../workbook/host';
import { POOL_TABLE, tableDefinition } from '../workbook/schema';
import type { UndoResult } from '../workbook/undo';
import type { WriteResult, WriteStop } from '../workbook/writeResult';
import { describeFinding } from './findings';
import { placeWords } from './place';
import { countOf } from './count';

type FailedWrite = Extract<WriteResult, { ok: false }>;

const REFUSALS: Readonly<Record<string, string>> = {
  AccessDenied: 'Excel does not allow changes here: a sheet or the workbook is protected, or opened as read-only.',
  InvalidOperationInCellEditMode: 'A cell is being edited. Finish it with Enter and try again.',
  ItemNotFound: 'A sheet or table that was there a moment ago is gone. Someone may be working in the workbook too.',
  ItemAlreadyExists: 'A sheet or table with the name needed has just been made by someone else.',
  RequestPayloadSizeLimitExceeded: 'Excel found the request too large.',
  ResponsePayloadSizeLimitExceeded: 'Excel found the answer too large.',
  ValuesNull: 'Excel gave no values for part of a sheet: there are too many cells in it to read at once.',
  FormulaLengthExceedsLimit:
    'A formula would be longer than Excel takes. Give partners and groups with very long names shorter ones.',
  MergedRangeConflict:
    'Merged cells or another table stand where a table of the model must be made or grow. Unmerge or move them.',
  NoResponse: 'Excel did not answer.',
  ApiNotFound: 'This version of Excel lacks something Poolbook needs.',
};

/** What Excel said, in words; its own where we have none. */
export function refusalWords({ code, message }: HostRefusal): string {
  const known = REFUSALS[code];
  if (known !== undefined) return known;
  const own = message === '' ? 'without saying why' : `with “${message.replace(/\.?$/, '')}”`;
  return `Excel refused ${own} (${code}).`;
}

/** After a run that was written. */
export function writtenWords(tables: readonly string[]): string {
  return `${countOf(tables.length, 'table')} written: ${titlesOf(tables)}. Undo last run takes it back.`;
}

/** The tables by their titles, as they stand above them on their sheets. */
function titlesOf(tables: readonly string[]): string {
  return tables
    .map((table) => (table === POOL_TABLE.name ? 'the list of tables' : (tableDefinition(table)?.title ?? table)))
    .join(', ');
}

/** After a run that was not. */
export function failedWords({ workbook, stop, emptied }: FailedWrite): string {
  const cause = stopWords(stop);
  if (workbook === 'unchanged') return `Nothing was written. ${cause}`;
  if (workbook === 'partly written') {
    return `${cause} What had been written could not all be put back: use Undo in Excel (Ctrl+Z), or close without saving.`;
  }
  const sheets =
    emptied.length === 0 ? '' : ` ${countOf(emptied.length, 'sheet')} it had added stand empty: ${emptied.join(', ')}.`;
  return `${cause} Everything that had been written was put back as it was.${sheets}`;
}

function stopWords(stop: WriteStop): string {
  switch (stop.kind) {
    case 'no-excel':
      return 'Poolbook is not open in Excel.';
    case 'excel-too-old':
      return 'This Excel is too old: Poolbook needs Excel 2024, Microsoft 365 or Excel on the web.';
    case 'blocked':
      return stop.findings.map((finding) => describeFinding(finding).sentence).join(' ');
    case 'inputs-changed':
      return `Cells changed since the plan was made (${stop.inputs.map(({ what }) => what).join(', ')}). Make the plan again.`;
    case 'undo-not-supported':
      if (stop.refusal.code !== 'UndoNotSupported') {
        return 'Excel stopped with an error of its own, as it may when a whole run is to be one step to undo. It can be written without that; Undo last run still takes it back.';
      }
      return 'Excel cannot undo this run in one step. It can be written without that; Undo last run still takes it back.';
    case 'refused':
      return refusalWords(stop.refusal);
  }
}

const MOST_CELLS_NAMED = 12;

/** After taking a run back, or not. */
export function undoWords(result: UndoResult): string {
  if (result.ok) {
    const sheets = result.emptied.length === 0 ? '' : ` Sheets it had added stand empty: ${result.emptied.join(', ')}.`;
    return `The last run was taken back: ${titlesOf(result.tables)}.${sheets}`;
  }
  switch (result.reason) {
    case 'changed': {
      const cells = result.cells.map(placeWords);
      const named = cells.slice(0, MOST_CELLS_NAMED).join(', ');
      const more = cells.length > MOST_CELLS_NAMED ? ` and ${cells.length - MOST_CELLS_NAMED} more` : '';
      return `Nothing was taken back, because these cells have changed since the run: ${named}${more}. Undo those changes first, or keep the run.`;
    }
    case 'not known':
      return 'Nothing was taken back, because it is not known what the run left in the cells. Use Undo in Excel (Ctrl+Z).';
    case 'totals shown':
      return `Nothing was taken back, because ${result.table} shows its total row. Hide it (Table Design, Total Row) and try again.`;
    case 'filtered':
      return `Nothing was taken back, because ${result.table} is filtered. Clear its filter (Data, Clear) and try again.`;
    case 'refused':
      return result.partly
        ? `${refusalWords(result.refusal)} The run was taken back only in part: use Undo in Excel (Ctrl+Z).`
        : `Nothing was taken back. ${refusalWords(result.refusal)}`;
  }
}

/** There is no run to take back. */
export const NOTHING_TO_UNDO = 'There is no run to take back: nothing has been written since Poolbook was opened.';
/** A cell is asked for on a sheet that is not shown. */
export const SHEET_HIDDEN = 'Its sheet is hidden: right-click a sheet’s tab, choose Unhide, and try again.';
/** The user stopped a task. */
export const CANCELLED = 'Stopped. Nothing was written.';
