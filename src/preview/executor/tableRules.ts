/*
 * Making, naming and resizing tables, with what Excel refuses.
 */
import type { Book, Table } from '../book/book';
import type { Area } from '../book/values';
import { bodyRows, nameColumnsFromHeader } from './cells/tableCells';
import { byRow } from './cells/calculatedColumns';
import { contains, overlap } from './cells/writable';
import type { Host, RangeTarget } from './host';
import { memberUnknown, refusal } from './hostError';
import { requireNewName, requireUnmentioned } from './nameRules';
import { onSheet } from './rangeMath';

/**
 * Makes a table of a range. Header cells become text; with no headers a row of `Column1`… is put above the data,
 * which moves down one row.
 * @throws MergedRangeConflict when the range overlaps a table or a merged area; AccessDenied on a protected sheet
 */
export function addTable(range: RangeTarget, hasHeaders: boolean, host: Host): Table {
  const { sheet } = range;
  const { book } = host;
  if (sheet.isProtected) throw refusal('AccessDenied');
  const area = onSheet(tableArea(range, hasHeaders));
  requireNoTable(book, { sheet, area }, undefined);
  if (sheet.merges.some((merge) => overlap(merge, area))) {
    throw refusal('MergedRangeConflict');
  }
  for (const { area: filled } of sheet.arrays()) {
    if (overlap(filled, area)) throw refusal('InvalidOperation', 'A table cannot hold a spilled array.');
  }
  if (!hasHeaders) moveDown(range);
  const table: Table = {
    id: book.freshId(),
    name: freshTableName(book),
    sheet,
    area,
    columns: Array.from({ length: area.columns }, () => ({ id: book.freshId(), name: '' })),
    showTotals: false,
    showHeaders: true,
    style: 'TableStyleMedium2',
  };
  nameColumnsFromHeader(table);
  book.tables.push(table);
  host.markTable(table);
  host.markWritten();
  book.changed({ kind: 'structure', sheet, area });
  return table;
}

/** A header alone gets one blank row below it, as in Excel; without headers one row is added above. */
function tableArea({ area }: RangeTarget, hasHeaders: boolean): Area {
  if (!hasHeaders) return { ...area, rows: area.rows + 1 };
  return area.rows === 1 ? { ...area, rows: 2 } : area;
}

function moveDown({ sheet, area }: RangeTarget): void {
  for (let column = area.column; column < area.column + area.columns; column++) {
    const below = sheet.cell(area.row + area.rows, column);
    if (below !== undefined && (below.value !== null || below.formula !== undefined)) {
      throw refusal('InsertDeleteConflict');
    }
    for (let row = area.row + area.rows; row > area.row; row--) {
      const from = sheet.cell(row - 1, column);
      sheet.setContent(row, column, from?.value ?? null, from?.formula);
      if (from?.style !== undefined) sheet.setStyle(row, column, from.style);
    }
    sheet.setContent(area.row, column, null);
  }
}

function freshTableName(book: Book): string {
  for (let number = 1; ; number++) {
    const name = `Table${number}`;
    if (
      book.table(name) === undefined &&
      !book.names.some((defined) => defined.name.toLowerCase() === name.toLowerCase())
    ) {
      return name;
    }
  }
}

/** Refuses a range that another table than `except` lies in. @throws MergedRangeConflict */
export function requireNoTable(book: Book, { sheet, area }: RangeTarget, except: Table | undefined): void {
  const other = book.tables.find((table) => table !== except && table.sheet === sheet && overlap(table.area, area));
  if (other !== undefined) throw refusal('MergedRangeConflict');
}

/** Renames a table. @throws InvalidArgument when the name is taken or not a name (office-js #551) */
export function renameTable(table: Table, name: string, host: Host): void {
  if (name === table.name) return;
  if (name.toLowerCase() !== table.name.toLowerCase()) requireNewName(host.book, name);
  requireUnmentioned(host.book, table.name, 'Table.name');
  table.name = name;
  host.markWritten();
  host.book.changed({ kind: 'structure', sheet: table.sheet, area: table.area });
}

/**
 * Gives a table a new size. Cells keep their contents; columns that come in are named by their header cells.
 * @throws InvalidArgument unless the header row stays where it is, the two ranges overlap and one body row is left;
 * MergedRangeConflict as `addTable` does
 */
export function resizeTable(table: Table, range: RangeTarget, host: Host): void {
  const { sheet, area } = range;
  if (sheet !== table.sheet || area.row !== table.area.row || !overlap(area, table.area)) {
    throw refusal(
      'InvalidArgument',
      'The new range must overlap the table and its header row must stay in the same row.',
    );
  }
  if (table.showTotals) throw memberUnknown('Table', 'resize of a table with a totals row');
  if (area.rows < (table.showHeaders ? 2 : 1)) throw refusal('InvalidArgument');
  if (sheet.isProtected) throw refusal('AccessDenied');
  requireNoTable(host.book, range, table);
  if (sheet.merges.some((merge) => overlap(merge, area))) {
    throw refusal('MergedRangeConflict');
  }
  const before = table.area;
  const kept = table.columns;
  table.columns = Array.from({ length: area.columns }, (_, index) => {
    const old = kept[area.column + index - before.column];
    return old ?? { id: host.book.freshId(), name: '' };
  });
  table.area = area;
  nameColumnsFromHeader(table);
  fillCalculated(table, before);
  host.markTable(table);
  host.markWritten();
  host.book.changed({ kind: 'structure', sheet, area });
}

/** Rows that a table grows by take the formula of its calculated columns, where their cells are blank. */
function fillCalculated(table: Table, before: Area): void {
  const { first, count } = bodyRows(table);
  table.columns.forEach(({ calculated }, index) => {
    if (calculated === undefined) return;
    const column = table.area.column + index;
    const moved = byRow(calculated);
    for (let row = first; row < first + count; row++) {
      if (contains(before, { row, column, rows: 1, columns: 1 })) continue;
      const cell = table.sheet.cell(row, column);
      if (cell === undefined || (cell.value === null && cell.formula === undefined)) {
        table.sheet.setContent(row, column, null, moved(row - first));
      }
    }
  });
}
