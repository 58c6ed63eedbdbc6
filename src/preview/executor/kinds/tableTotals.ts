/*
 * Table.showTotals: adding and taking away the row below the body.
 */
import type { Table } from '../../book/book';
import type { Host } from '../host';
import { refusal } from '../hostError';

/**
 * Shows or hides the totals row. The cells it needs must be blank: Excel would move them down, the host refuses.
 * @throws InsertDeleteConflict, AccessDenied
 */
export function setTotals(table: Table, show: boolean, host: Host): void {
  if (show === table.showTotals) return;
  const { sheet, area } = table;
  if (sheet.isProtected) throw refusal('AccessDenied');
  const row = show ? area.row + area.rows : area.row + area.rows - 1;
  for (let column = area.column; column < area.column + area.columns; column++) {
    const cell = sheet.cell(row, column);
    if (show && cell !== undefined && (cell.value !== null || cell.formula !== undefined)) {
      throw refusal('InsertDeleteConflict');
    }
    if (!show && cell !== undefined) sheet.setContent(row, column, null);
  }
  table.showTotals = show;
  table.area = { ...area, rows: area.rows + (show ? 1 : -1) };
  // Excel labels the row and sums the last column when it is first shown.
  if (show && area.columns > 1) sheet.setContent(row, area.column, 'Total');
  const last = table.columns.at(-1);
  if (show && last !== undefined) {
    const name = last.name.replace(/['#[\]@]/g, "'$&");
    sheet.setContent(row, area.column + area.columns - 1, null, `=SUBTOTAL(109,${table.name}[${name}])`);
  }
  host.markWritten();
  host.book.changed({ kind: 'structure', sheet, area: table.area });
}
