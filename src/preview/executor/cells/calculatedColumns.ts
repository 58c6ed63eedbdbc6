/*
 * Calculated columns: Excel's option "Fill formulas in tables to create calculated columns", on unless a user turns it
 * off, acts on what code writes as well (office-js #2093, by design; #5909; #6745). Only `tableRules` changes a table's size.
 */
import type { Table } from '../../book/book';
import { MAX_ROWS } from '../../book/values';
import { shiftFormula } from '../../xlsx/shiftFormula';
import type { Host, RangeTarget } from '../host';
import { bodyRows } from './tableCells';
import { overlap } from './writable';

/** A table column that is blank before a write. */
interface BlankColumn {
  readonly table: Table;
  readonly column: number;
}

/** The formula of one cell as a cell some rows below has it. @example movedDown('=$A6*2', 3) -> '=$A9*2' */
export function movedDown(formula: string, rows: number): string {
  return `=${shiftFormula(formula.slice(1), rows, 0)}`;
}

/**
 * The same for many rows: the formula is taken apart once, at the row numbers that a move changes.
 * @example const at = byRow('=$A6*2'); at(3) -> '=$A9*2'
 */
export function byRow(formula: string): (rows: number) => string {
  const parts = formula.split(/(\d+)/);
  const next = movedDown(formula, 1).split(/(\d+)/);
  const moving = parts.flatMap((part, index) => (part === next[index] ? [] : [index]));
  const isPlain = parts.length === next.length && moving.every((index) => index % 2 === 1);
  return (rows) => {
    const numbers = moving.map((index) => Number(parts[index]) + rows);
    // Near the sheet's edges a reference may leave it.
    if (!isPlain || numbers.some((number) => number < 1 || number > MAX_ROWS)) return movedDown(formula, rows);
    const moved = [...parts];
    moving.forEach((index, place) => (moved[index] = String(numbers[place])));
    return moved.join('');
  };
}

/**
 * The table columns that are about to get their first formula. Asked before the write.
 * @param isFormulaSent - Is a formula sent to any cell of this sheet column?
 */
export function columnsToFill(
  { sheet, area }: RangeTarget,
  host: Host,
  isFormulaSent: (column: number) => boolean,
): readonly BlankColumn[] {
  if (!host.fillsCalculatedColumns) return [];
  const blank: BlankColumn[] = [];
  for (const table of host.book.tables) {
    if (table.sheet !== sheet || !overlap(table.area, area)) continue;
    for (let column = table.area.column; column < table.area.column + table.area.columns; column++) {
      const isWritten = column >= area.column && column < area.column + area.columns;
      if (isWritten && isFormulaSent(column) && isBlankBody(table, column)) blank.push({ table, column });
    }
  }
  return blank;
}

function isBlankBody(table: Table, column: number): boolean {
  const { first, count } = bodyRows(table);
  for (let row = first; row < first + count; row++) {
    const cell = table.sheet.cell(row, column);
    if (cell !== undefined && (cell.value !== null || cell.formula !== undefined)) return false;
  }
  return true;
}

/** Gives every cell of such a column the last formula written to it; cells that were given a value keep it. */
export function fillColumns(columns: readonly BlankColumn[]): void {
  for (const { table, column } of columns) {
    const { first, count } = bodyRows(table);
    const last = lastFormula(table, column);
    if (last === undefined) continue;
    const at = byRow(last.formula);
    for (let row = first; row < first + count; row++) {
      const cell = table.sheet.cell(row, column);
      const formula = at(row - last.row);
      const hasValue = cell !== undefined && cell.formula === undefined && cell.value !== null;
      if (!hasValue && cell?.formula !== formula) table.sheet.setContent(row, column, null, formula);
    }
  }
}

function lastFormula(table: Table, column: number): { readonly row: number; readonly formula: string } | undefined {
  const { first, count } = bodyRows(table);
  for (let row = first + count - 1; row >= first; row--) {
    const formula = table.sheet.cell(row, column)?.formula;
    if (formula !== undefined) return { row, formula };
  }
  return undefined;
}

/**
 * Looks at the columns of the tables written to: one formula throughout (the same in R1C1 terms) makes a calculated
 * column, whose formula is kept as the first body row has it; when no cell holds it any more, it is one no longer.
 */
export function settleCalculatedColumns(host: Host): void {
  for (const [table, written] of host.writtenTables) {
    table.columns.forEach((column, index) => {
      const at = table.area.column + index;
      if (!written.has(at)) return;
      const formula = onlyFormula(table, at);
      if (formula !== undefined) column.calculated = formula;
      else if (column.calculated !== undefined && !holdsAny(table, at, column.calculated)) delete column.calculated;
    });
  }
  host.writtenTables.clear();
}

function onlyFormula(table: Table, at: number): string | undefined {
  const { first, count } = bodyRows(table);
  const formula = table.sheet.cell(first, at)?.formula;
  if (formula === undefined) return undefined;
  const moved = byRow(formula);
  for (let row = first + 1; row < first + count; row++) {
    if (table.sheet.cell(row, at)?.formula !== moved(row - first)) return undefined;
  }
  return formula;
}

function holdsAny(table: Table, at: number, formula: string): boolean {
  const { first, count } = bodyRows(table);
  const moved = byRow(formula);
  for (let row = first; row < first + count; row++) {
    const other = table.sheet.cell(row, at)?.formula;
    if (other !== undefined && other === moved(row - first)) return true;
  }
  return false;
}
