/*
 * What the user did in the grid, as a change of the workbook. Only contents and looks of cells: the grid's other commands are
 * refused by `grid.ts` or handled in `gridSync.ts`.
 */
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { Sheet } from '../book/sheet';
import { type Area, CellError, type CellValue } from '../book/values';
import { isErrorCode } from '../engine/valueObjects';
import { typed } from '../executor/typed';
import { FILLED } from './gridSnapshot';
import { changedStyle } from './gridStyle';

/** Univer's matrix of changed cells: only what changed is in it. */
export type CellMatrix = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;

/** The cell as the grid now has it, with the formula written out where Univer keeps only a link to a shared one. */
export type CellReader = (
  row: number,
  column: number,
) => { readonly cell: Nullable<ICellData>; readonly formula: string | undefined };

/**
 * Takes a change of the grid into a sheet.
 *
 * @returns The area that changed, or undefined when nothing did.
 */
export function takeEdit(sheet: Sheet, changes: CellMatrix, read: CellReader): Area | undefined {
  let area: Area | undefined;
  for (const [rowText, columns] of Object.entries(changes)) {
    for (const [columnText, change] of Object.entries(columns)) {
      const [row, column] = [Number(rowText), Number(columnText)];
      const isChanged = takeCell(sheet, row, column, change, read);
      if (isChanged) area = around(area, row, column);
    }
  }
  return area;
}

function takeCell(sheet: Sheet, row: number, column: number, change: Nullable<ICellData>, read: CellReader): boolean {
  const style = change?.s;
  let isChanged = false;
  if (style !== null && typeof style === 'object') {
    sheet.setStyle(row, column, changedStyle(sheet.cell(row, column)?.style, style as IStyleData));
    isChanged = true;
  }
  const isContent = !change || ['v', 'f', 'p', 't', 'si'].some((name) => name in change);
  if (!isContent) return isChanged;
  const { cell, formula } = read(row, column);
  const old = sheet.cell(row, column);
  if (formula !== undefined) {
    if (old?.formula === formula) return isChanged;
    sheet.setContent(row, column, null, formula);
    return true;
  }
  const isFilledAgain = change?.custom?.[FILLED] === true;
  const value = isFilledAgain ? null : valueOf(cell);
  const isSame = old?.formula === undefined && (old?.value ?? null) === value && (value === null || !old?.spilledFrom);
  if (isSame) return isChanged;
  if (cell?.t === FORCED_TEXT) sheet.setStyle(row, column, { ...old?.style, quotePrefix: true });
  // Clearing a cell that an array fills takes nothing away: it is shown again.
  if (value !== null || !old?.spilledFrom) sheet.setContent(row, column, value);
  return true;
}

/** Univer's cell type for text typed with a leading apostrophe. */
const FORCED_TEXT = 4;

function valueOf(cell: Nullable<ICellData>): CellValue {
  const rich = cell?.p?.body?.dataStream;
  if (typeof rich === 'string') return rich.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const value = cell?.v ?? null;
  if (value === null || value === '') return null;
  if (cell?.t === 3) return value === 1 || value === true || value === '1';
  if (typeof value === 'string' && cell?.t !== FORCED_TEXT && isErrorCode(value)) return new CellError(value);
  if (typeof value === 'string' && cell?.t === 2 && value.trim() !== '' && !Number.isNaN(Number(value)))
    return Number(value);
  return value;
}

/** A typed text as a cell of the grid: number, date, truth, formula or text, as Excel in the United Kingdom takes it. */
export function typedCell(sheet: Sheet | undefined, row: number, column: number, text: string): ICellData {
  const own = sheet?.cell(row, column)?.style?.numberFormat ?? 'General';
  const { value, formula, format } = typed(text, own);
  const style = format === undefined || own !== 'General' ? {} : { s: { n: { pattern: format } } };
  if (formula !== undefined) return { f: formula, v: null, t: null };
  if (value instanceof CellError) return { v: value.code, t: 1 };
  if (typeof value === 'number') return { v: value, t: 2, ...style };
  return typeof value === 'boolean' ? { v: value ? 1 : 0, t: 3 } : { v: value, t: 1, ...style };
}

function around(area: Area | undefined, row: number, column: number): Area {
  if (!area) return { row, column, rows: 1, columns: 1 };
  const top = Math.min(area.row, row);
  const left = Math.min(area.column, column);
  return {
    row: top,
    column: left,
    rows: Math.max(area.row + area.rows, row + 1) - top,
    columns: Math.max(area.column + area.columns, column + 1) - left,
  };
}
