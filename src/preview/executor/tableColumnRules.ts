/*
 * Adding a column to a table, with what Excel refuses.
 */
import type { Table } from '../book/book';
import { nameColumnsFromHeader } from './cells/tableCells';
import type { Host } from './host';
import { refusal } from './hostError';
import { requireNoTable } from './tableRules';

/** Adds a column: at the end, or before the 0-based index. @throws as `resizeTable` does */
export function addTableColumn(table: Table, index: number | undefined, host: Host): number {
  const at = index ?? table.columns.length;
  if (at < 0 || at > table.columns.length) throw refusal('InvalidArgument');
  if (table.sheet.isProtected) throw refusal('AccessDenied');
  const area = { ...table.area, columns: table.area.columns + 1 };
  requireNoTable(host.book, { sheet: table.sheet, area }, table);
  makeRoom(table, at);
  table.columns.splice(at, 0, { id: host.book.freshId(), name: '' });
  table.area = area;
  nameColumnsFromHeader(table);
  host.markWritten();
  host.book.changed({ kind: 'structure', sheet: table.sheet, area });
  return at;
}

/** Excel shifts the cells right of the table, in its rows only; here they must be blank, so that nothing moves. */
function makeRoom(table: Table, at: number): void {
  const { sheet, area } = table;
  const beyond = area.column + area.columns;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cell = sheet.cell(row, beyond);
    if (cell !== undefined && (cell.value !== null || cell.formula !== undefined))
      throw refusal('InsertDeleteConflict');
    for (let column = beyond; column > area.column + at; column--) {
      const from = sheet.cell(row, column - 1);
      if (from === undefined && sheet.cell(row, column) === undefined) continue;
      sheet.setContent(row, column, from?.value ?? null, from?.formula);
      if (from?.style !== undefined) sheet.setStyle(row, column, from.style);
    }
    if (at < table.columns.length && sheet.cell(row, area.column + at)) sheet.setContent(row, area.column + at, null);
  }
}
