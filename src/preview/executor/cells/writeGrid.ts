/*
 * Writing values, formulas and number formats to a range: what Excel does with what is sent, and what it refuses.
 */
import type { CellStyle } from '../../book/values';
import type { Sheet } from '../../book/sheet';
import type { Host, RangeTarget } from '../host';
import { typed } from '../typed';
import { memberUnknown, refusal } from '../hostError';
import { columnsToFill, fillColumns } from './calculatedColumns';
import { formulaFault } from './formulaFault';
import { unknownName } from './formulaNames';
import { forEachSent } from './gridArgument';
import { contains, overlap, requireCells, requireFormattable, requireWritable } from './writable';
import { afterContentWritten } from './tableCells';

/** Excel's longest text in a cell, and longest formula. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/**
 * Writes what was sent to `values` or `formulas`: Excel treats the two alike, a text as if it were typed.
 * Everything is checked before the first cell changes.
 * @throws FormulaLengthExceedsLimit, InvalidArgument (shape, a text too long, a formula that cannot be read, a hidden cell of a merged area),
 * and as `requireWritable`
 */
export function writeContent(range: RangeTarget, sent: unknown, host: Host): void {
  requireCells(range, 'values');
  requireWritable(range);
  requireUnfiltered(range, host);
  const { sheet } = range;
  requireGridOfFormulas(range, sent);
  const isHidden = hiddenInMerges(range);
  const formulaColumns = new Set<number>();
  const known = new Set<string>();
  forEachSent(range, sent, (row, column, value) => {
    if (typeof value === 'string') requireText(value, sheet, host, known);
    if (typeof value === 'string' && isFormulaText(value)) formulaColumns.add(column);
    if (value !== '' && isHidden?.(row, column)) {
      // Excel drops it without a word; the host says so, because it is always a mistake.
      throw refusal('InvalidArgument', 'A cell hidden in a merged area cannot hold a value.');
    }
  });
  const toFill = columnsToFill(range, host, (column) => formulaColumns.has(column));
  const today = new Date();
  forEachSent(range, sent, (row, column, value) => {
    if (isHidden?.(row, column)) return;
    if (typeof value === 'string') writeText(sheet, row, column, value, today);
    else writePlain(sheet, row, column, value);
  });
  fillColumns(toFill);
  afterContentWritten(range, host);
  host.markWritten();
  sheet.tellChanged(range.area);
}

const isFormulaText = (text: string): boolean => text.startsWith('=') && text.length > 1;

/** Excel moves one formula sent for many cells from cell to cell; the host does not, and says so. */
function requireGridOfFormulas({ area }: RangeTarget, sent: unknown): void {
  if (typeof sent !== 'string' || !isFormulaText(sent) || area.rows * area.columns === 1) return;
  throw memberUnknown('Range', 'formulas of one text for many cells');
}

function requireText(text: string, sheet: Sheet, host: Host, known: Set<string>): void {
  const isFormula = isFormulaText(text);
  const longest = isFormula ? MAX_FORMULA : MAX_TEXT + (text.startsWith("'") ? 1 : 0);
  if (text.length > longest) throw refusal(isFormula ? 'FormulaLengthExceedsLimit' : 'InvalidArgument');
  if (!isFormula) return;
  const why = formulaFault(text) ?? unknownName(host.book, text, known) ?? host.calculator?.refuses?.(text, sheet);
  if (why !== undefined) throw refusal('InvalidArgument', `The formula ${text} cannot be read: ${why}`);
}

/**
 * Excel puts the rows of a grid into a filtered table's wrong rows, without a word (office-js #224); the host says so,
 * because it is always a mistake.
 */
function requireUnfiltered({ sheet, area }: RangeTarget, host: Host): void {
  if (area.rows === 1) return;
  const filtered = host.book.tables.some(
    (table) => table.filter === 'filtering' && table.sheet === sheet && overlap(table.area, area),
  );
  if (filtered) throw refusal('InvalidOperation', 'Several rows cannot be written to a table that is filtered.');
}

/** Which cells of the range are hidden behind the first cell of a merged area. */
function hiddenInMerges({ sheet, area }: RangeTarget): ((row: number, column: number) => boolean) | undefined {
  const merges = sheet.merges.filter((merge) => overlap(merge, area));
  if (merges.length === 0) return undefined;
  return (row, column) =>
    merges.some(
      (merge) =>
        contains(merge, { row, column, rows: 1, columns: 1 }) && (row !== merge.row || column !== merge.column),
    );
}

function writePlain(sheet: Sheet, row: number, column: number, value: number | boolean): void {
  const style = sheet.cell(row, column)?.style;
  if (style?.quotePrefix) sheet.setStyle(row, column, withoutQuote(style));
  // A number put into a cell formatted as text becomes text, as when it is typed.
  sheet.setContent(row, column, style?.numberFormat === '@' ? plainText(value) : value);
}

function plainText(value: number | boolean): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function writeText(sheet: Sheet, row: number, column: number, text: string, today: Date): void {
  const style = sheet.cell(row, column)?.style;
  const content = typed(text, style?.numberFormat ?? 'General', today);
  if (content.value === null && content.formula === undefined && sheet.cell(row, column) === undefined) return;
  sheet.setContent(row, column, content.value, content.formula);
  const looks = styleAfter(style, content);
  if (looks !== style) sheet.setStyle(row, column, looks);
}

function styleAfter(
  style: CellStyle | undefined,
  content: { readonly format?: string; readonly quotePrefix?: boolean },
): CellStyle | undefined {
  if (content.quotePrefix) return style?.quotePrefix ? style : { ...style, quotePrefix: true };
  const unquoted = style?.quotePrefix ? withoutQuote(style) : style;
  const general = (unquoted?.numberFormat ?? 'General') === 'General';
  return content.format !== undefined && general ? { ...unquoted, numberFormat: content.format } : unquoted;
}

function withoutQuote(style: CellStyle): CellStyle {
  const rest = { ...style };
  delete (rest as { quotePrefix?: boolean }).quotePrefix;
  return rest;
}

/** Writes number formats: one text for all cells, or a grid. `General` takes a format away. */
export function writeNumberFormats(range: RangeTarget, sent: unknown): void {
  requireCells(range, 'numberFormat');
  requireFormattable(range);
  forEachSent(range, sent, (row, column, value) => {
    const format = value === '' ? 'General' : String(value);
    const style = range.sheet.cell(row, column)?.style;
    if ((style?.numberFormat ?? 'General') === format) return;
    range.sheet.setStyle(row, column, { ...style, numberFormat: format });
  });
  range.sheet.tellChanged(range.area);
}
