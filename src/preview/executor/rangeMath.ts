/*
 * Rectangles from rectangles, and rectangles from addresses: what the range-giving members have in common.
 */
import { areaAddress, columnLetters, parseArea, quoteSheet, splitSheet } from '../book/address';
import type { Sheet } from '../book/sheet';
import { type Area, MAX_COLUMNS, MAX_ROWS } from '../book/values';
import { bodyRows } from './cells/tableCells';
import type { Host, RangeTarget } from './host';
import { refusal } from './hostError';

/** The rectangle, if it has cells and lies on the sheet. @throws InvalidArgument */
export function onSheet(area: Area): Area {
  const { row, column, rows, columns } = area;
  const inside = row >= 0 && column >= 0 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;
  if (rows < 1 || columns < 1 || !inside) throw refusal('InvalidArgument');
  return area;
}

/** The whole sheet. */
export function wholeSheet(): Area {
  return { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
}

/** The address with its sheet as Excel writes it: whole rows and columns by their ends. @example `'Pool shares'!A5:F9` */
export function fullAddress({ sheet, area }: RangeTarget): string {
  return `${quoteSheet(sheet.name)}!${localAddress(area)}`;
}

function localAddress(area: Area): string {
  if (area.columns === MAX_COLUMNS) return `${area.row + 1}:${area.row + area.rows}`;
  if (area.rows === MAX_ROWS) {
    return `${columnLetters(area.column)}:${columnLetters(area.column + area.columns - 1)}`;
  }
  return areaAddress(area);
}

/**
 * The range of an address on a sheet: A1, a defined name of one range, or a table's name (its body).
 * @throws InvalidArgument when it is none of them, ItemNotFound when it names another sheet
 */
export function rangeOf(sheet: Sheet, address: string, host: Host): RangeTarget {
  const { sheet: named, address: local } = splitSheet(address);
  if (named !== undefined && named.toLowerCase() !== sheet.name.toLowerCase()) throw refusal('InvalidArgument');
  const area = parseArea(local);
  if (area !== undefined) return { sheet, area };
  const found = namedRange(local, sheet, host);
  if (found === undefined || found.sheet !== sheet) throw refusal('InvalidArgument');
  return found;
}

/** The one range a defined name or table name stands for, or undefined. */
export function namedRange(name: string, sheet: Sheet | undefined, host: Host): RangeTarget | undefined {
  const table = host.book.table(name);
  if (table) {
    const { first, count } = bodyRows(table);
    return { sheet: table.sheet, area: { ...table.area, row: first, rows: Math.max(1, count) } };
  }
  const wanted = name.toLowerCase();
  const defined =
    host.book.names.find((each) => each.name.toLowerCase() === wanted && each.scope === sheet?.name) ??
    host.book.names.find((each) => each.name.toLowerCase() === wanted && each.scope === undefined);
  return defined ? referredRange(defined.formula, host) : undefined;
}

/** The range a formula refers to when it is a single reference (`=Ledger!$A$1:$C$9`), or undefined. */
export function referredRange(formula: string, host: Host): RangeTarget | undefined {
  const { sheet: sheetName, address } = splitSheet(formula.replace(/^=/, '').trim());
  const area = parseArea(address);
  const sheet = sheetName === undefined ? undefined : host.book.sheet(sheetName);
  return area !== undefined && sheet !== undefined ? { sheet, area } : undefined;
}

/** The cells two rectangles share, or undefined. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The smallest rectangle around two. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

/** What is left of a rectangle when another is cut out of it: up to four rectangles. */
export function without(area: Area, hole: Area): readonly Area[] {
  const cut = intersection(area, hole);
  if (cut === undefined) return [area];
  const { row, column, rows, columns } = area;
  const below = cut.row + cut.rows;
  const after = cut.column + cut.columns;
  return [
    { row, column, rows: cut.row - row, columns },
    { row: below, column, rows: row + rows - below, columns },
    { row: cut.row, column, rows: cut.rows, columns: cut.column - column },
    { row: cut.row, column: after, rows: cut.rows, columns: column + columns - after },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}
