/*
 * Range.merge and unmerge: only the top-left cell of a merged area keeps its content.
 */
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import type { Area } from '../../book/values';
import { intersection } from '../rangeMath';

/** Merges the range, or each of its rows. @throws InvalidOperation inside a table, AccessDenied when protected */
export function mergeRange({ sheet, area }: RangeTarget, across: boolean, host: Host): void {
  if (sheet.isProtected) throw refusal('AccessDenied');
  if (host.book.tables.some((table) => table.sheet === sheet && intersection(table.area, area))) {
    throw refusal('InvalidOperation');
  }
  const areas: Area[] = across
    ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 }))
    : [area];
  for (const merged of areas) {
    removeMerges({ sheet, area: merged });
    for (let row = merged.row; row < merged.row + merged.rows; row++) {
      for (let column = merged.column; column < merged.column + merged.columns; column++) {
        const isFirst = row === merged.row && column === merged.column;
        if (!isFirst && sheet.cell(row, column)) sheet.setContent(row, column, null);
      }
    }
    sheet.merges.push(merged);
  }
  host.markWritten();
  host.book.changed({ kind: 'structure', sheet, area });
}

/** Takes merged areas that touch the range apart. */
export function unmergeRange(range: RangeTarget, host: Host): void {
  if (range.sheet.isProtected) throw refusal('AccessDenied');
  removeMerges(range);
  host.book.changed({ kind: 'structure', sheet: range.sheet, area: range.area });
}

function removeMerges({ sheet, area }: RangeTarget): void {
  const left = sheet.merges.filter((merge) => intersection(merge, area) === undefined);
  sheet.merges.splice(0, sheet.merges.length, ...left);
}
