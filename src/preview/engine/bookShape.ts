/*
 * The shape of a workbook as one text: what formulas and the grid depend on beside the cells. Two equal texts mean that
 * nothing but cells and selections can have changed.
 */
import type { Book } from '../book/book';

/** Sheets, tables, names, merges, widths and freezes. Showing another sheet does not change it. */
export function bookShape({ sheets, tables, names }: Book): string {
  return JSON.stringify([
    sheets.map((sheet) => [
      sheet.id,
      sheet.name,
      sheet.visibility,
      sheet.merges,
      sheet.frozenRows,
      sheet.frozenColumns,
      sheet.showGridlines,
      sheet.tabColor,
      [...sheet.columnWidths],
      [...sheet.hiddenColumns],
      [...sheet.hiddenRows],
    ]),
    tables.map(({ name, sheet, area, columns, showTotals, showHeaders, style }) => [
      name,
      sheet.id,
      area,
      columns,
      showTotals,
      showHeaders,
      style,
    ]),
    names.map(({ name, formula, scope }) => [name, formula, scope]),
  ]);
}
