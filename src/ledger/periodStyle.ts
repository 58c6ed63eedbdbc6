/*
 * Decides for a whole column what `202603` means: March 2026, or period 3 of a financial year, and whether that year is
 * named by its start or its end. One code cannot tell; the column, its dates and the month asked for usually can.
 */
import { monthOfSerial, monthText } from './calendar';
import type { CellValue } from './cells';
import { monthOfFinancialPeriod, placeInYear } from './financialYear';
import { readPeriodCode, type PeriodCode } from './periodCode';

/** How a year and a number are read: a calendar month, or a period of the year that starts or ends in it. */
export type PeriodReading = 'calendar' | 'year start' | 'year end';

/** The habit of one ledger's period column. */
export interface PeriodStyle {
  readonly reading: PeriodReading;
  /** False when nothing in the column decided it; the caller then says so in a finding. */
  readonly certain: boolean;
  /** How many cells depend on the decision at all. */
  readonly cells: number;
}

type Numbered = Extract<PeriodCode, { kind: 'numbered' }>;

interface Counted {
  readonly code: Numbered;
  /** How often each month stands beside the code in the date column. */
  readonly months: Map<string, number>;
  cells: number;
}

/** The month of a year and a number under one reading. @example numberedMonth(2026, 13, 'year start') -> '2027-03' */
export function numberedMonth(year: number, number: number, reading: PeriodReading): string | undefined {
  if (reading === 'calendar') return number <= 12 ? monthText(year, number) : undefined;
  return monthOfFinancialPeriod(reading === 'year start' ? year : year - 1, number);
}

function countCodes(values: readonly CellValue[], dateSerials: readonly (number | null)[]): readonly Counted[] {
  const counted = new Map<CellValue, Counted | undefined>();
  values.forEach((value, row) => {
    if (!counted.has(value)) {
      const code = readPeriodCode(value);
      const isNumbered = code.ok && code.value.kind === 'numbered';
      counted.set(value, isNumbered ? { code: code.value, months: new Map(), cells: 0 } : undefined);
    }
    const entry = counted.get(value);
    if (!entry) return;
    entry.cells += 1;
    const serial = dateSerials[row];
    if (typeof serial !== 'number') return;
    const month = monthOfSerial(serial);
    entry.months.set(month, (entry.months.get(month) ?? 0) + 1);
  });
  return [...counted.values()].filter((entry) => entry !== undefined);
}

/** The reading with the most points; undefined when two share the lead or nobody has any. */
function leader(readings: readonly PeriodReading[], points: (reading: PeriodReading) => number) {
  const scored = readings.map((reading) => ({ reading, points: points(reading) })).sort((a, b) => b.points - a.points);
  const [first, second] = scored;
  if (!first || first.points === 0) return undefined;
  return second && second.points === first.points ? undefined : first.reading;
}

/**
 * The habit of a period column.
 *
 * A number above 12, three digits or a P rule out calendar months. Then the dates decide (which reading agrees with most of
 * them). Codes with a sign in between are calendar months. Then the month asked for decides (which reading puts most rows
 * into its year to date), else calendar months are taken; where that is a likelihood only, `certain` is false.
 *
 * @param values the period column, without its heading
 * @param dateSerials the date beside each value, null where there is none; may be empty
 * @param period the month asked for, '2026-06'
 * @example detectPeriodStyle([202601, 202603, 202613], [], '2026-06').reading -> 'year start'
 */
export function detectPeriodStyle(
  values: readonly CellValue[],
  dateSerials: readonly (number | null)[],
  period: string,
): PeriodStyle {
  const counted = countCodes(values, dateSerials);
  const cells = counted.reduce((sum, entry) => sum + entry.cells, 0);
  if (cells === 0) return { reading: 'calendar', certain: true, cells };
  const financial = counted.some(({ code }) => code.isPeriod || code.number > 12);
  const readings: readonly PeriodReading[] = financial
    ? ['year start', 'year end']
    : ['calendar', 'year start', 'year end'];
  const score = (reading: PeriodReading, pointsOf: (entry: Counted, month: string) => number): number =>
    counted.reduce((sum, entry) => {
      const month = numberedMonth(entry.code.year, entry.code.number, reading);
      return month === undefined ? sum : sum + pointsOf(entry, month);
    }, 0);
  const byDates = leader(readings, (reading) => score(reading, (entry, month) => entry.months.get(month) ?? 0));
  if (byDates) return { reading: byDates, certain: true, cells };
  // 2026-03 with a sign in between is how people write March; 202603 may be a system's period 3.
  if (!financial && !counted.some(({ code }) => code.isJoined)) return { reading: 'calendar', certain: true, cells };
  const byPeriod = leader(readings, (reading) =>
    score(reading, (entry, month) => (placeInYear(month, period) === 'to date' ? entry.cells : 0)),
  );
  // Periods that cannot be months, or months that fill the year to date: settled. Otherwise it is only likely.
  if (byPeriod) return { reading: byPeriod, certain: financial || byPeriod === 'calendar', cells };
  return { reading: readings[0] ?? 'calendar', certain: false, cells };
}
