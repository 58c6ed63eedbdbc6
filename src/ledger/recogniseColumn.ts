/*
 * What a column of a block holds, counted from its cells: how many are numbers, dates, texts, how often they repeat.
 * It is not a decision about the column's role (recogniseRoles) and reads no heading.
 */
import { tidyText } from './cells';
import { type CellValue, type SheetGrid, cellAt, formatAt, lookOf } from './recogniseGrid';

/** Counts over the rows of one column. `numbers` leaves dates out; `distinct` counts texts without regard to case. */
export interface ColumnProfile {
  readonly rows: number;
  readonly filled: number;
  readonly numbers: number;
  readonly whole: number;
  readonly negatives: number;
  readonly zeros: number;
  readonly dates: number;
  readonly dateTexts: number;
  readonly amountTexts: number;
  readonly texts: number;
  readonly errors: number;
  readonly distinct: number;
  readonly smallest: number;
  readonly largest: number;
  readonly percentFormat: boolean;
  /** The cell's number format in the first filled row, where it was read. */
  readonly format: string | undefined;
}

const DISTINCT_LIMIT = 20000;

/**
 * Counts one column's cells from `firstRow` to `lastRow` (absolute, both counting).
 *
 * `heading` is the column's own: reports print it again on each page.
 *
 * A column whose first formatted cell is a date is a date column all the way down: formats are read for the first rows only.
 */
export function profileColumn(
  grid: SheetGrid,
  column: number,
  firstRow: number,
  lastRow: number,
  heading = '',
): ColumnProfile {
  const counts = { filled: 0, numbers: 0, whole: 0, negatives: 0, zeros: 0 };
  const looks = { dates: 0, dateTexts: 0, amountTexts: 0, texts: 0, errors: 0 };
  const format = firstFormat(grid, column, firstRow, lastRow);
  const seen = new Set<string>();
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let row = firstRow; row <= lastRow; row++) {
    const value = cellAt(grid, row, column);
    const look = lookOf(value, format);
    if (look === 'blank') continue;
    // The heading again, at the top of a page, is none of the column's cells.
    if (look === 'text' && heading !== '' && tidyText(String(value)).toLowerCase() === heading.toLowerCase()) continue;
    counts.filled++;
    if (seen.size < DISTINCT_LIMIT) seen.add(String(value).trim().toLowerCase());
    if (look === 'number' && typeof value === 'number') {
      counts.numbers++;
      if (Number.isInteger(value)) counts.whole++;
      if (value < 0) counts.negatives++;
      if (value === 0) counts.zeros++;
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
    } else if (look === 'date') looks.dates++;
    else if (look === 'date text') looks.dateTexts++;
    else if (look === 'amount text') looks.amountTexts++;
    else if (look === 'error') looks.errors++;
    else looks.texts++;
  }
  return {
    rows: Math.max(0, lastRow - firstRow + 1),
    ...counts,
    ...looks,
    distinct: seen.size,
    smallest,
    largest,
    percentFormat: format !== undefined && /%/.test(format),
    format,
  };
}

function firstFormat(grid: SheetGrid, column: number, firstRow: number, lastRow: number): string | undefined {
  const end = Math.min(lastRow, grid.top + grid.formats.length - 1);
  for (let row = firstRow; row <= end; row++) {
    if (lookOf(cellAt(grid, row, column)) === 'number') return formatAt(grid, row, column);
  }
  return undefined;
}

/** The share (0 to 1) of the filled cells that can be an amount. */
export function amountShare(profile: ColumnProfile): number {
  return profile.filled === 0 ? 0 : (profile.numbers + profile.amountTexts) / profile.filled;
}

/** The share (0 to 1) of the filled cells that look like dates; plain whole numbers of today's serial range count too. */
export function dateShare(profile: ColumnProfile): number {
  if (profile.filled === 0) return 0;
  const looksDated = (profile.dates + profile.dateTexts) / profile.filled;
  if (looksDated > 0) return looksDated;
  // Serials without a date format: 36526 is 1 January 2000, 60000 is in 2064.
  const serials = profile.numbers > 0 && profile.numbers === profile.whole && profile.smallest >= 36526;
  return serials && profile.largest <= 60000 ? profile.numbers / profile.filled : 0;
}

/** A plain number of a cell for arithmetic between columns (is one the sum of others?): blank is 0, text is undefined. */
export function roughPence(value: CellValue): number | undefined {
  if (value === null || value === '') return 0;
  if (typeof value === 'number') return Math.round(value * 100);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return 0;
  const digits = text.replace(/[£,\s]/g, '');
  const negative = /^\(.*\)$|^-|-$|cr$/i.test(digits);
  const figure = Number(digits.replace(/[()\-+]|cr$|dr$/gi, ''));
  if (!Number.isFinite(figure)) return undefined;
  return (negative ? -1 : 1) * Math.round(figure * 100);
}
