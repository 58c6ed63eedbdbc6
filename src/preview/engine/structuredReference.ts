/*
 * What a structured reference such as `Ledger[[#This Row],[Net]]` points at: the rectangle it stands for today. It reads the
 * words inside the brackets; which formula they came from and what is made of them is the translator's business.
 */
import type { Book, Table } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Area } from '../book/values';

/** Where a formula stands: the table around it gives `[@Net]` its meaning, the row gives `[#This Row]` its row. */
export interface FormulaPlace {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** Whether a reference means the formula's own row, of the table around it or of another beside it. */
export type RowOfReference = 'own' | 'beside' | 'none';

/** A rectangle on a sheet, or the reason why the reference means nothing. */
export type ResolvedReference =
  | { readonly ok: true; readonly sheet: Sheet; readonly area: Area; readonly row: RowOfReference }
  | { readonly ok: false; readonly code: '#REF!' | '#VALUE!'; readonly why: string };

/** What stands between the brackets: which rows, and the first and last column named. */
interface Specifier {
  readonly items: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Resolves one structured reference.
 *
 * @param text - As Excel writes it: `Ledger[Net]`, `Ledger[[#Headers],[Net]:[VAT]]`, `[@Net]`, with `'` before special marks.
 * @param place - The formula's own cell.
 * @returns The rectangle; `#REF!` for an unknown table or column, `#VALUE!` for `#This Row` outside the table's rows.
 * @example resolveStructured(book, 'Ledger[Net]', place) -> Ledger's Net column without heading and total
 */
export function resolveStructured(book: Book, text: string, place: FormulaPlace): ResolvedReference {
  const at = text.indexOf('[');
  const name = text.slice(0, at);
  const table = name === '' ? tableAround(book, place) : book.table(name);
  if (!table) return refuse('#REF!', name === '' ? `${text} stands outside a table` : `there is no table ${name}`);
  const specifier = readSpecifier(text.slice(at + 1, -1));
  if (!specifier) return refuse('#REF!', `${text} cannot be read`);
  const rows = rowsOf(table, specifier.items, place);
  if (!rows.ok) return rows;
  const columns = columnsOf(table, specifier);
  if (!columns)
    return refuse('#REF!', `table ${table.name} has no column ${specifier.from ?? ''} to ${specifier.to ?? ''}`);
  const isThisRow = specifier.items.includes('#this row');
  const row = !isThisRow ? 'none' : table === tableAround(book, place) ? 'own' : 'beside';
  return { ok: true, sheet: table.sheet, area: { ...rows.area, ...columns }, row };
}

/** The table a cell stands in, if any. */
export function tableAround(book: Book, { sheet, row, column }: FormulaPlace): Table | undefined {
  return book.tables.find(
    ({ sheet: own, area }) =>
      own === sheet &&
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
}

function refuse(code: '#REF!' | '#VALUE!', why: string): ResolvedReference & { ok: false } {
  return { ok: false, code, why };
}

/** Reads the inside of the outer brackets. `@` is short for `[#This Row],`. */
function readSpecifier(inside: string): Specifier | undefined {
  const text = inside.trim();
  if (text.startsWith('@')) return readThisRow(text.slice(1).trim());
  if (!text.startsWith('[')) {
    if (text === '') return { items: [], from: undefined, to: undefined };
    return text.startsWith('#')
      ? { items: [text.toLowerCase()], from: undefined, to: undefined }
      : { items: [], from: unescape(text), to: unescape(text) };
  }
  return readList(text);
}

function readThisRow(rest: string): Specifier | undefined {
  if (rest === '') return { items: ['#this row'], from: undefined, to: undefined };
  if (!rest.startsWith('[')) return { items: ['#this row'], from: unescape(rest), to: unescape(rest) };
  const inner = readList(rest);
  return inner && { ...inner, items: ['#this row', ...inner.items] };
}

/** `[#Headers],[Net]:[VAT]`: each bracket is an item or a column; a colon joins two columns. */
function readList(text: string): Specifier | undefined {
  const part = /\s*(?:\[((?:[^\]']|'.)*)\]|([,:]))\s*/y;
  const items: string[] = [];
  const columns: string[] = [];
  let isSpan = false;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    if (!found) return undefined;
    const inner = found[1];
    if (inner === undefined) isSpan ||= found[2] === ':';
    else if (inner.trim().startsWith('#')) items.push(inner.trim().toLowerCase());
    else columns.push(unescape(inner));
  }
  if (columns.length > 2 || (columns.length === 2 && !isSpan)) return undefined;
  return { items, from: columns[0], to: columns[1] ?? columns[0] };
}

/** Takes away the `'` that guards `[ ] # ' @` in a column's name. */
function unescape(name: string): string {
  return name.replace(/'(.)/gs, '$1');
}

type Rows = { readonly ok: true; readonly area: Area } | (ResolvedReference & { ok: false });

const PARTS: ReadonlySet<string> = new Set(['#this row', '#all', '#headers', '#data', '#totals']);

function rowsOf(table: Table, items: readonly string[], place: FormulaPlace): Rows {
  const { area } = table;
  const first = area.row + (table.showHeaders ? 1 : 0);
  const last = area.row + area.rows - 1 - (table.showTotals ? 1 : 0);
  const has = (item: string): boolean => items.includes(item);
  const rows = (from: number, to: number): Rows =>
    from > to
      ? refuse('#REF!', `table ${table.name} has no such rows`)
      : { ok: true, area: { ...area, row: from, rows: to - from + 1 } };
  const unknown = items.find((item) => !PARTS.has(item));
  if (unknown !== undefined) return refuse('#REF!', `${unknown} is not a part of a table`);
  if (has('#this row')) {
    const inside = place.row >= first && place.row <= last;
    return inside ? rows(place.row, place.row) : refuse('#VALUE!', `this row is not a row of table ${table.name}`);
  }
  if (has('#all')) return rows(area.row, area.row + area.rows - 1);
  if (has('#headers'))
    return table.showHeaders
      ? rows(area.row, has('#data') ? last : area.row)
      : refuse('#REF!', `table ${table.name} has no heading row`);
  if (has('#totals'))
    return table.showTotals
      ? rows(has('#data') ? first : last + 1, last + 1)
      : refuse('#REF!', `table ${table.name} has no total row`);
  return rows(first, last);
}

function columnsOf(table: Table, { from, to }: Specifier): Pick<Area, 'column' | 'columns'> | undefined {
  if (from === undefined || to === undefined) return { column: table.area.column, columns: table.area.columns };
  const indexOf = (name: string): number =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  const first = Math.min(indexOf(from), indexOf(to));
  const last = Math.max(indexOf(from), indexOf(to));
  return first < 0 ? undefined : { column: table.area.column + first, columns: last - first + 1 };
}
