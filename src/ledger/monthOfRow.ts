/*
 * Which calendar month a row counts in: the ledger's own period, and the date only where there is no period. The habit of
 * the period column is settled once for the whole column.
 */
import { monthOfSerial } from './calendar';
import { isBlank, type CellValue } from './cells';
import type { LedgerColumns, SourceDefinition } from './ledgerLine';
import { detectPeriodStyle, type PeriodStyle } from './periodStyle';
import { readDate, type DateProblem, type LedgerDate } from './readDate';
import { readPeriod, type LedgerPeriod, type PeriodProblem } from './readPeriod';
import type { ReadRow, RowFacts } from './rowFacts';
import type { Result } from '../money/result';

/** A row with its month, or with why it has none. */
export interface RowWithMonth {
  readonly row: ReadRow;
  readonly month: string | null;
  readonly dateSerial: number | null;
  readonly problem: PeriodProblem | DateProblem | null;
  /** The column the problem is in, counted within the block. */
  readonly column: number;
}

/** Reads months row by row, and remembers what was assumed on the way. */
export interface MonthReader {
  read(row: ReadRow): RowWithMonth;
  /** The month of a row that is no ledger line, '' where it cannot be told; nothing is remembered of it. */
  monthOf(facts: RowFacts): string;
  readonly style: PeriodStyle;
  /** The month asked for. */
  readonly period: string;
  /** Rows whose code names no year. */
  yearsAssumed(): number;
  /** Rows read so far with a period that was read and a date that was not. */
  datesUnread(): readonly ReadRow[];
  /** True when there is neither a period nor a date column: every row was taken as of the month asked for. */
  readonly withoutColumns: boolean;
}

/** A ledger holds few different periods and dates in many rows; each is read once. */
function remembering<Read>(read: (value: CellValue) => Read): (value: CellValue) => Read {
  const known = new Map<CellValue, Read>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const fresh = read(value);
    known.set(value, fresh);
    return fresh;
  };
}

/**
 * A reader for the rows of one ledger.
 *
 * Balances to date and ledgers with neither column belong to the month asked for; for transactions the caller says so.
 */
export function monthReader(
  definition: SourceDefinition,
  columns: LedgerColumns,
  rows: readonly ReadRow[],
  period: string,
): MonthReader {
  const dateOf = remembering<Result<LedgerDate, DateProblem>>(readDate);
  const serialOf = (facts: RowFacts): number | null => {
    if (columns.date === null || isBlank(facts.date)) return null;
    const date = dateOf(facts.date);
    return date.ok ? date.value.serial : null;
  };
  const style: PeriodStyle =
    columns.period === null
      ? { reading: 'calendar', certain: true, cells: 0 }
      : detectPeriodStyle(rows.map((row) => row.facts.period), rows.map(({ facts }) => serialOf(facts)), period); // prettier-ignore
  const periodOf = remembering<Result<LedgerPeriod, PeriodProblem>>((value) =>
    readPeriod(value, style.reading, period),
  );
  const withoutColumns = columns.period === null && columns.date === null;
  let assumed = 0;
  const datesUnread: ReadRow[] = [];

  const read = (row: ReadRow): RowWithMonth => {
    const dateSerial = serialOf(row.facts);
    if (withoutColumns) return { row, month: period, dateSerial, problem: null, column: 0 };
    if (columns.period !== null && !isBlank(row.facts.period)) {
      const found = periodOf(row.facts.period);
      if (!found.ok) return { row, month: null, dateSerial, problem: found.problem, column: columns.period };
      if (found.value.yearAssumed) assumed += 1;
      // The word Total may stand in the date column; a row that is no posting has no date to be read.
      const hasDate = columns.date !== null && !isBlank(row.facts.date) && !row.facts.isWithoutKey;
      if (hasDate && dateSerial === null) datesUnread.push(row);
      return { row, month: found.value.month, dateSerial, problem: null, column: columns.period };
    }
    if (dateSerial !== null) {
      return { row, month: monthOfSerial(dateSerial), dateSerial, problem: null, column: columns.date ?? 0 };
    }
    const hasDateText = columns.date !== null && !isBlank(row.facts.date);
    const date = hasDateText ? dateOf(row.facts.date) : null;
    const problem: PeriodProblem | DateProblem = date && !date.ok ? date.problem : { kind: 'blank' };
    // A balance without a month is the balance of the extract, so of the month asked for. A total that totals nothing has
    // no month either: it counts, as unmapped, so that the ledger total shows that something is wrong.
    const isOfPeriod = row.facts.isWithoutKey || (definition.holds === 'balances to date' && problem.kind === 'blank');
    return {
      row,
      month: isOfPeriod ? period : null,
      dateSerial,
      problem: isOfPeriod ? null : problem,
      column: columns.period ?? columns.date ?? 0,
    };
  };
  const monthOf = (facts: RowFacts): string => {
    if (withoutColumns) return period;
    if (columns.period !== null && !isBlank(facts.period)) {
      const found = periodOf(facts.period);
      return found.ok ? found.value.month : '';
    }
    const serial = serialOf(facts);
    return serial === null ? '' : monthOfSerial(serial);
  };
  return { read, monthOf, style, period, yearsAssumed: () => assumed, datesUnread: () => datesUnread, withoutColumns };
}
