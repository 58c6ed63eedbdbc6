/*
 * Cells that stand where a column came after its row was written: they hold 0 or nothing, and nobody has typed over a formula.
 * An optional column comes with the table it reads, a partner's with a partner who joined later. Pure.
 */
import { isBlank } from '../../ledger/cells';
import type { CellScalar } from '../../workbook/requests';
import { tableDefinition } from '../../workbook/schema';
import type { TableCells } from '../../workbook/tableCells';

/** Which cells of a month are from before their column. */
export interface FromBefore {
  /** A column of the table that it may do without. */
  isOptional(column: string): boolean;
  /** Optional columns of a row that has none of them as a formula, nor a figure in any. */
  isOptionalCell(row: number, column: string): boolean;
  /** A partner's column without a formula and without a figure in every row of the month, while others have formulas. */
  isLaterColumn(column: string): boolean;
}

/**
 * The cells of a month that were there before their column.
 *
 * @param rows - The month's rows by their index in `cells`. @param calculated - The columns with live formulas.
 * @example May settled; in June a partner joins -> of May its column is a later one
 */
export function fromBefore(cells: TableCells, rows: readonly number[], calculated: readonly string[]): FromBefore {
  const at = (column: string): number => cells.headings.indexOf(column);
  const defined = tableDefinition(cells.name)?.columns ?? [];
  const optional = defined.filter((column) => column.optional === true && at(column.name) >= 0).map(({ name }) => name);
  const isPlainNought = (row: number, column: string): boolean =>
    !isFormula(cells.formulas?.[row]?.[at(column)]) && isNought(cells.values[row]?.[at(column)]);
  const isLive = rows.every((row) => isLiveRow(cells, row, calculated));
  const later = new Set(
    calculated.filter(
      (column) =>
        at(column) >= 0 &&
        // A partner's column; one of ours that is empty in every row has been emptied by somebody.
        !defined.some(({ name }) => name === column) &&
        isLive &&
        rows.every((row) => isPlainNought(row, column)),
    ),
  );
  return {
    isOptional: (column) => optional.includes(column),
    isOptionalCell: (row, column) => optional.includes(column) && optional.every((each) => isPlainNought(row, each)),
    isLaterColumn: (column) => later.has(column),
  };
}

function isLiveRow(cells: TableCells, row: number, calculated: readonly string[]): boolean {
  return calculated.some((column) => isFormula(cells.formulas?.[row]?.[cells.headings.indexOf(column)]));
}

function isNought(value: CellScalar | undefined): boolean {
  return value === undefined || value === 0 || isBlank(value);
}

/** A cell's formula, where it is one. */
export function isFormula(formula: CellScalar | undefined): boolean {
  return typeof formula === 'string' && formula.startsWith('=');
}
