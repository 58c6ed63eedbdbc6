/*
 * What stands below a table where its next rows must go. The plan asks, so that it can say so before anything is written;
 * the writer asks again just before writing.
 */
import type { SheetArea } from './address';
import { closedRows } from './closedRows';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { longFormulas } from './longFormulas';
import type { PlannedTable } from './plan';
import { type CellScalar, type ReadAnswer, readAreas } from './requests';
import { type WorkbookShape, findSheet } from './shape';
import { type TableWrite, type Target, findTargets, planWrite } from './tableWrite';
import type { TableCells } from './tableCells';
import { asText } from './textCell';

/** The rows under a table that the plan may need at most and in which the sheet holds anything; undefined for none. */
export function roomInUse(shape: WorkbookShape, { planned, table, isHusk }: Target): SheetArea | undefined {
  if (table === undefined || isHusk || planned.rows.length === 0) return undefined;
  const { area, sheet } = table;
  const row = area.row + area.rows;
  const used = findSheet(shape, sheet)?.used;
  if (used === undefined || used.row + used.rows <= row) return undefined;
  const rows = Math.min(planned.rows.length, used.row + used.rows - row);
  return { sheet, row, column: area.column, rows, columns: area.columns };
}

/** The first cell of the user's in the rows that a table grows into. `values` are the room's. */
export function cellsInTheWay(
  write: TableWrite | undefined,
  room: SheetArea | undefined,
  values: readonly (readonly CellScalar[])[] | undefined,
): Finding[] {
  if (write === undefined || room === undefined || values === undefined) return [];
  const needed = write.after.row + write.after.rows - room.row;
  const at = values.findIndex(
    (row, index) => index < needed && row.some((cell) => cell !== '') && !isLeftOver(write, room.row + index, row),
  );
  if (at < 0) return [];
  const column = (values[at] ?? []).findIndex((cell) => cell !== '');
  const place = { sheet: room.sheet, row: room.row + at, column: room.column + column };
  return [workbookFinding('cells in the way', { place, detail: { table: write.definition.name } })];
}

/**
 * Whether a row below a table is what a refused run left there: cell by cell what is to be written there again. A user's
 * own row that happens to be the same loses nothing by it.
 *
 * Of the add-in's own tables a formula and the time of the run may differ: the text beside them is what tells the row.
 */
function isLeftOver(
  { area, input, headings, definition }: TableWrite,
  row: number,
  cells: readonly CellScalar[],
): boolean {
  const planned = input[row - area.row];
  if (planned === undefined) return false;
  const isOwn = definition.holds === 'output';
  const kindOf = (at: number): string | undefined => definition.columns.find(({ name }) => name === headings[at])?.kind;
  const isSame = (cell: CellScalar, at: number): boolean => {
    const given = planned[at] ?? '';
    if (cell === '' || cell === given || asText(String(cell)) === given) return true;
    return isOwn && (kindOf(at) === 'date' || (typeof given === 'string' && given.startsWith('=')));
  };
  const hasText = cells.some((cell, at) => cell !== '' && asText(String(cell)) === planned[at]);
  return hasText && cells.every(isSame);
}

/**
 * Everything that would stop a plan from being written, closed months included, asked while it is planned. Sends a request only where a sheet
 * holds something below a table.
 *
 * @param cells - The bodies of our tables, as the task has read them. @param read - Runs a reading batch.
 */
export async function planBlockers(
  shape: WorkbookShape,
  tables: readonly PlannedTable[],
  cells: ReadonlyMap<string, TableCells>,
  read: (batch: (context: Excel.RequestContext) => Promise<ReadAnswer[]>) => Promise<ReadAnswer[]>,
): Promise<Finding[]> {
  const { targets, blockers: inFrames } = findTargets(shape, tables);
  const blockers = [...closedRows(tables, cells), ...inFrames, ...longFormulas(targets, cells)];
  const crowded = targets.flatMap((target) => {
    const room = roomInUse(shape, target);
    return room === undefined ? [] : [{ target, room }];
  });
  if (crowded.length === 0) return blockers;
  const requests = crowded.map(({ room }) => ({ ...room, properties: ['values'] as const }));
  const answers = await read((context) => readAreas(context, requests));
  const inTheWay = crowded.flatMap(({ target, room }, index) => {
    const write = planWrite(target, cells.get(target.definition.name)?.values ?? []);
    return cellsInTheWay(write, room, answers[index]?.values);
  });
  return [...blockers, ...inTheWay];
}
