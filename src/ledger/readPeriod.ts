/*
 * Reads a period cell as a calendar month, given the column's habit and the month asked for. A code without a year takes
 * the financial year of the month asked for, and says so.
 *
 * Source: design section 4 (PoolSources: the ledger's own period; 13 and later are March).
 */
import type { CellValue } from './cells';
import { monthText } from './calendar';
import { monthOfFinancialPeriod, startYearOf } from './financialYear';
import { readPeriodCode, type PeriodProblem } from './periodCode';
import { numberedMonth, type PeriodReading } from './periodStyle';
import { fail, succeed, type Result } from '../money/result';

export type { PeriodProblem } from './periodCode';

/** A month as read from a ledger's period. */
export interface LedgerPeriod {
  /** The calendar month, '2026-06'. */
  readonly month: string;
  /** The code names no year; it was taken from the month asked for. */
  readonly yearAssumed: boolean;
}

/**
 * The calendar month of a period cell.
 *
 * @param reading how the column's year-and-number codes are meant, from `detectPeriodStyle`
 * @param period the month asked for
 * @example readPeriod('P03', 'calendar', '2026-09') -> { month: '2026-06', yearAssumed: true }
 * @example readPeriod(202613, 'year start', '2027-03') -> { month: '2027-03', yearAssumed: false }
 */
export function readPeriod(
  value: CellValue,
  reading: PeriodReading,
  period: string,
): Result<LedgerPeriod, PeriodProblem> {
  const code = readPeriodCode(value);
  if (!code.ok) return code;
  const startYear = startYearOf(period);
  switch (code.value.kind) {
    case 'month':
      return succeed({ month: code.value.month, yearAssumed: false });
    case 'financial':
      return succeed({
        month: monthOfFinancialPeriod(code.value.startYear, code.value.number),
        yearAssumed: false,
      });
    case 'plain':
      return succeed({ month: monthOfFinancialPeriod(startYear, code.value.number), yearAssumed: true });
    case 'named': {
      const { monthOfYear } = code.value;
      return succeed({
        month: monthText(monthOfYear >= 4 ? startYear : startYear + 1, monthOfYear),
        yearAssumed: true,
      });
    }
    case 'numbered': {
      const month = numberedMonth(code.value.year, code.value.number, reading);
      if (month === undefined) return fail({ kind: 'no such period', text: String(value) });
      return succeed({ month, yearAssumed: false });
    }
  }
}
