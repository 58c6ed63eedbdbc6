/*
 * The rows of one code in one month, and whether they count in the month asked for: transactions by their month, balances in
 * their own month only. Adding the rows up is tally.
 */
import type { CodeMapping } from './codeRules';
import { parseMonth, monthText } from './calendar';
import { placeInYear } from './financialYear';
import type { LedgerLine } from './ledgerLine';

/** Whether a row counts in the month asked for: `to date` does, the others are listed apart. */
export type Timing = 'earlier' | 'to date' | 'later';

/** The rows of one code in one month. */
export interface CodeMonth {
  readonly code: string;
  readonly month: string;
  readonly mapping: CodeMapping;
  readonly timing: Timing;
  /** 1: in the month's own movement; −1: taken off it, the balance of the month before; 0: neither. */
  readonly movement: -1 | 0 | 1;
  readonly first: LedgerLine;
  ownPence: number;
  ownRows: number;
  betweenPence: number;
  betweenRows: number;
}

/** The lines of one source of the partner. */
export interface SourceLines {
  readonly holds: 'transactions' | 'balances to date';
  readonly lines: readonly LedgerLine[];
}

/** The month before. @example monthBefore('2027-01') -> '2026-12' */
export function monthBefore(month: string): string {
  const parsed = parseMonth(month);
  if (!parsed) throw new Error(`not a month: ${month}`);
  return parsed.month === 1 ? monthText(parsed.year - 1, 12) : monthText(parsed.year, parsed.month - 1);
}

interface Placing {
  readonly timing: Timing;
  readonly movement: -1 | 0 | 1;
}

/** Balances to date count in their own month only; the balance of the month before is taken off the month's movement. */
function placingOf(holds: SourceLines['holds'], month: string, period: string): Placing {
  if (holds === 'transactions') return { timing: placeInYear(month, period), movement: month === period ? 1 : 0 };
  if (month === period) return { timing: 'to date', movement: 1 };
  const isBefore = month === monthBefore(period) && placeInYear(month, period) === 'to date';
  return { timing: month > period ? 'later' : 'earlier', movement: isBefore ? -1 : 0 };
}

/** The entry of a code and month, made at its first row; a source's entries are its own. */
export function entryFinder(
  holds: SourceLines['holds'],
  period: string,
  mappingOf: (line: LedgerLine) => CodeMapping,
  codeMonths: CodeMonth[],
): (line: LedgerLine) => CodeMonth {
  const byCode = new Map<string, Map<string, CodeMonth>>();
  return (line) => {
    let months = byCode.get(line.code);
    if (!months) byCode.set(line.code, (months = new Map()));
    const known = months.get(line.month);
    if (known) return known;
    const { code, month } = line;
    const placing = placingOf(holds, month, period);
    const sums = { ownPence: 0, ownRows: 0, betweenPence: 0, betweenRows: 0 };
    const entry = { code, month, mapping: mappingOf(line), ...placing, first: line, ...sums };
    months.set(month, entry);
    codeMonths.push(entry);
    return entry;
  };
}
