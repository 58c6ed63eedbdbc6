/*
 * The task `freeze`: the live formulas of the output tables become the values they show, so that colleagues without the
 * add-in see figures. A cell of the user's own is never touched; nothing is worked out here.
 *
 * Source: design section 4 (freeze to values).
 */
import { parseMonth } from '../../ledger/calendar';
import { sheetAddress } from '../../workbook/address';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding, Place } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { planBlockers } from '../../workbook/inTheWay';
import { poolCells } from '../../workbook/poolCells';
import { type ModelReading, readModel } from '../../workbook/readModel';
import { ALL_TABLES } from '../../workbook/schema';
import { planRunRows } from '../runRows';
import { type LiveTable, liveTables, ownColumns, partnerHeadings } from '../close/liveCells';
import { valuesTotals } from '../close/valuesTotals';
import { readOnly } from '../readOnly';
import type { Progress, Task, TaskPlan, TaskRequest } from '../task';
import { frozenRuns } from './frozenRuns';

/** The task. */
export const freeze: Task = { name: 'freeze', plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  progress.report(0, 1, 'Reading the tables');
  const period = request.period === undefined || request.period === '' ? undefined : request.period;
  const base = { task: 'freeze', ...(period === undefined ? {} : { period }) } as const;
  if (period !== undefined && parseMonth(period) === undefined) {
    const blockers = [workbookFinding('period not given', { detail: { text: period } })];
    return { ...base, reads: [], totals: {}, findings: [], blockers };
  }
  const { model, places } = await readOnly(async (context) => {
    const read = await readModel(context, true);
    return { model: read, places: await poolCells(context, read.shape) };
  });
  const live = liveTables(model, period);
  const findings = [...yours(model, places), ...model.frames.filter(({ kind }) => kind === 'calculation manual')];
  const reads = live.map(({ block, cells, planned }) => ({
    where: sheetAddress(block.area),
    what: `${planned.table}, ${String(cells)} formulas`,
    rows: planned.rows.length,
  }));
  const known = { ...base, reads, totals: valuesTotals(live), findings };
  if (live.length === 0) {
    const nothing = closingFinding('nothing to freeze', period === undefined ? {} : { period });
    return { ...known, blockers: [nothing] };
  }
  const notReady = live.flatMap((table) => table.notReady);
  return notReady.length > 0 ? { ...known, blockers: notReady } : { ...known, ...(await planFreezing(model, live)) };
}

async function planFreezing(
  model: ModelReading,
  live: readonly LiveTable[],
): Promise<Pick<TaskPlan, 'blockers' | 'workbook'>> {
  const when = new Date();
  const tables = [...live.map(({ planned }) => planned), planRunRows(model, 'freeze', when, frozenRuns(model, live))];
  return {
    blockers: await planBlockers(model.shape, tables, model.cells, readOnly),
    workbook: { when, inputs: live.map(({ block }) => block), tables },
  };
}

const MOST_CELLS_NAMED = 40;

/** The user's own cells with our functions: one finding a sheet, with their addresses. */
function yours(model: ModelReading, places: readonly Place[]): readonly Finding[] {
  const own = places.filter((place) => !isOurs(model, place));
  const sheets = [...new Set(own.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const cells = own.filter((place) => place.sheet === sheet);
    const [first] = cells;
    const named = cells.slice(0, MOST_CELLS_NAMED).map(({ row, column }) => cellAddress(sheet, row, column));
    const more = cells.length > named.length ? ' and more' : '';
    const detail = { sheet, cells: cells.length, text: named.join(', ') + more };
    return first === undefined ? [] : [closingFinding('formulas of yours', { place: first, detail })];
  });
}

function cellAddress(sheet: string, row: number, column: number): string {
  return sheetAddress({ sheet, row, column, rows: 1, columns: 1 });
}

/** Whether a cell stands in a column of ours of an output table, whichever rows are frozen now. */
function isOurs(model: ModelReading, place: Place): boolean {
  const names = partnerHeadings(model);
  return ALL_TABLES.some(({ name, holds }) => {
    const cells = model.cells.get(name);
    if (holds === 'input' || cells?.sheet !== place.sheet) return false;
    const isInBody = place.row >= cells.row && place.row < cells.row + cells.values.length;
    return isInBody && ownColumns(name, cells, names).includes(place.column - cells.column);
  });
}
