/*
 * Writing values, formulas and number formats to a range: what Excel does with what is sent, and what it refuses.
 */
import type { CellStyle, CellValue } from '../../book/values';
import type { Sheet } from '../../book/sheet';
import type { Host, RangeTarget } from '../host';
import { typed } from '../typed';
import { forEachSent } from './gridArgument';
import { contains, overlap, requireWritable } from './writable';
import { afterContentWritten } from './tableCells';

/** Writes what was sent to `values` or `formulas`: Excel treats the two alike, a text as if it were typed. */
export function writeContent(range: RangeTarget, sent: unknown, host: Host): void {
  requireWritable(range);
  const { sheet } = range;
  const today = new Date();
  const hidden = hiddenInMerges(range);
  forEachSent(range, sent, (row, column, value) => {
    if (hidden?.(row, column)) return;
    if (typeof value === 'string') writeText(sheet, row, column, value, today);
    else writePlain(sheet, row, column, value);
  });
  afterContentWritten(range, host);
  host.markWritten();
  sheet.tellChanged(range.area);
}

/** Only the first cell of a merged area holds anything; what is sent to the others is dropped. */
function hiddenInMerges({ sheet, area }: RangeTarget): ((row: number, column: number) => boolean) | undefined {
  const merges = sheet.merges.filter((merge) => overlap(merge, area));
  if (merges.length === 0) return undefined;
  return (row, column) =>
    merges.some(
      (merge) =>
        contains(merge, { row, column, rows: 1, columns: 1 }) && (row !== merge.row || column !== merge.column),
    );
}

function writePlain(sheet: Sheet, row: number, column: number, value: CellValue): void {
  const style = sheet.cell(row, column)?.style;
  if (style?.quotePrefix) sheet.setStyle(row, column, withoutQuote(style));
  sheet.setContent(row, column, value);
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
  requireWritable(range);
  forEachSent(range, sent, (row, column, value) => {
    const format = String(value);
    const style = range.sheet.cell(row, column)?.style;
    if ((style?.numberFormat ?? 'General') === format) return;
    range.sheet.setStyle(row, column, { ...style, numberFormat: format });
  });
  range.sheet.tellChanged(range.area);
}
