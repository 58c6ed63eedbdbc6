/*
 * The live cells of an output table as the values they show: what closing a month and freezing write. It reads what was
 * read; a cell that shows no figure yet is a finding, never a value.
 */
import { cellText, isBlank, isErrorText } from '../../ledger/cells';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { fingerprintOf } from '../../workbook/fingerprint';
import {
  type InputBlock,
  type PlannedCell,
  type PlannedTable,
  blankCell,
  numberCell,
  textCell,
} from '../../workbook/plan';
import { LIVE_TABLES, definitionOf } from '../../workbook/schema';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import type { CellScalar } from '../../workbook/requests';
import type { TableCells } from '../../workbook/tableCells';

/** What of one table becomes values. */
export interface LiveTable {
  readonly planned: PlannedTable;
  /** How many formulas become values. */
  readonly cells: number;
  /** The table as it was read: if it shows something else when the plan is written, nothing is. */
  readonly block: InputBlock;
  /** The cells that show #BUSY!, #NAME? or an error. */
  readonly notReady: readonly Finding[];
}

/** Whether a cell is a formula, by what `formulas` and `values` gave for it: text that begins with = has itself as value. */
export function isLive(formula: CellScalar | undefined, value: CellScalar | undefined): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

/**
 * Every output table with live cells, in the order of the schema. Tables of later releases join by being in it.
 *
 * @param period - Only the rows of this month; undefined for all rows.
 */
export function liveTables(model: ModelReading, period: string | undefined): readonly LiveTable[] {
  const partners = partnerHeadings(model);
  return LIVE_TABLES.flatMap((name) => {
    const cells = model.cells.get(name);
    const live = cells === undefined ? undefined : liveTable(name, cells, partners, period);
    return live === undefined ? [] : [live];
  });
}

/** The headings of the columns that some tables have for each partner. */
export function partnerHeadings(model: Pick<ModelReading, 'tables'>): readonly string[] {
  return rowsOf(model, 'PoolPartners').map((row) => textOf(row, 'Short name'));
}

/** The columns of a table that are ours, by place. A column of the user's own stays as it is, formulas included. */
export function ownColumns(
  name: string,
  { headings }: Pick<TableCells, 'headings'>,
  shortNames: readonly string[],
): readonly number[] {
  const { columns, partnerColumns } = definitionOf(name);
  const own = new Set([...columns.map((column) => column.name), ...(partnerColumns === undefined ? [] : shortNames)]);
  return headings.flatMap((heading, at) => (own.has(heading) ? [at] : []));
}

function liveTable(
  name: string,
  cells: TableCells,
  shortNames: readonly string[],
  period: string | undefined,
): LiveTable | undefined {
  const { headings, values, formulas = [] } = cells;
  const ours = ownColumns(name, cells, shortNames);
  const isLiveAt = (row: number, column: number): boolean => isLive(formulas[row]?.[column], values[row]?.[column]);
  const periodAt = headings.indexOf('Period');
  const rows = values.flatMap((row, at) => {
    const isChosen = period === undefined || cellText(row[periodAt] ?? '') === period;
    return isChosen && ours.some((column) => isLiveAt(at, column)) ? [at] : [];
  });
  if (rows.length === 0) return undefined;
  const columns = ours.filter((column) => rows.some((row) => isLiveAt(row, column)));
  const live = rows.flatMap((row) => columns.flatMap((column) => (isLiveAt(row, column) ? [{ row, column }] : [])));
  const notReady = live.flatMap(({ row, column }): Finding[] => {
    const value = values[row]?.[column] ?? '';
    if (!isErrorText(value)) return [];
    const place = { sheet: cells.sheet, row: cells.row + row, column: cells.column + column };
    const detail = { table: name, column: headings[column] ?? '', text: String(value) };
    return [closingFinding('figure not ready', { place, detail, ...periodOf(values[row]?.[periodAt]) })];
  });
  return {
    planned: {
      table: name,
      action: 'to values',
      columns: columns.map((column) => headings[column] ?? ''),
      at: rows,
      rows: rows.map((row) => columns.map((column) => valueCell(values[row]?.[column] ?? ''))),
    },
    cells: live.length,
    block: blockOf(name, cells),
    notReady,
  };
}

function periodOf(cell: CellScalar | undefined): { readonly period?: string } {
  return isBlank(cell ?? '') ? {} : { period: String(cell) };
}

/** What a cell shows, as a cell to write. A formula that shows nothing leaves a blank cell. */
function valueCell(value: CellScalar): PlannedCell {
  if (typeof value === 'number') return numberCell(value);
  // No formula of ours gives a truth value; one of the user's might. The bare word is read as the value.
  if (typeof value === 'boolean') return { formula: value ? 'TRUE' : 'FALSE' };
  return value === '' ? blankCell() : textCell(value);
}

function blockOf(name: string, { sheet, row, column, headings, values }: TableCells): InputBlock {
  const area = { sheet, row, column, rows: values.length, columns: headings.length };
  return { what: name, table: name, area, fingerprint: fingerprintOf(values) };
}
