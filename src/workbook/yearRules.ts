/*
 * Years and months that stand apart from all others of the workbook. A row of 2062/63 in a workbook of 2026/27 is read, and
 * is then in no figure of any month that is run: two digits typed in the wrong order would take it out quietly.
 */
import { monthOfSerial, parseMonth } from '../ledger/calendar';
import { isYear, startYearOf, yearLabel } from '../ledger/financialYear';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';

/** The columns that say which year or month a row is of. */
const YEARS = ['PoolBudgets', 'PoolContributions', 'PoolGrants', 'PoolProjects'].map(
  (table) => [table, 'Year'] as const,
);
const PERIODS = ['PoolPeriods', 'PoolForecasts', 'PoolAdjustments'].map((table) => [table, 'Period'] as const);

/** First days on which something begins to count; one that is years ahead counts in no month that is run. */
const BEGINNINGS = [
  ['PoolArrangements', 'From'],
  ['PoolShares', 'From'],
  ['PoolLines', 'From'],
  ['PoolWaterfall', 'From'],
  ['PoolCodes', 'From'],
  ['PoolStaff', 'From'],
  ['PoolPlacements', 'From'],
] as const;

/** Agreements are made for some years ahead, not for more than this after the last year that has any figure. */
const YEARS_AHEAD = 5;

interface YearCell {
  readonly table: string;
  readonly column: string;
  readonly row: TypedRow;
  readonly text: string;
  readonly startYear: number;
}

/**
 * One finding for each table and year that has no neighbour among the years of the workbook, and for each beginning that is
 * long after them.
 *
 * @example budgets of 2026/27 and one of 2062/63 -> one `year apart` at the one; 2025/26 beside 2026/27 -> nothing
 */
export function yearFindings(tables: InputReadings): Finding[] {
  const cells = [...YEARS, ...PERIODS].flatMap(([table, column]) => yearCells(tables, table, column));
  const run = yearsTogether(cells.map(({ startYear }) => startYear));
  if (run === undefined) return [];
  const isApart = ({ startYear }: YearCell): boolean => startYear < run.first || startYear > run.last;
  const isFarAhead = ({ startYear }: YearCell): boolean => startYear > run.last + YEARS_AHEAD;
  const reversals = yearCells(tables, 'PoolAdjustments', 'Reverses in');
  const begin = BEGINNINGS.flatMap(([table, column]) => yearCells(tables, table, column));
  const apart = [...cells.filter(isApart), ...[...reversals, ...begin].filter(isFarAhead)];
  const years = run.first === run.last ? yearLabel(run.first) : `${yearLabel(run.first)} to ${yearLabel(run.last)}`;
  const told = new Set<string>();
  return apart.flatMap(({ table, column, row, text, startYear }): Finding[] => {
    const key = `${table} ${column} ${String(startYear)}`;
    if (told.has(key)) return [];
    told.add(key);
    return [workbookFinding('year apart', { place: placeOf(row, column), detail: { table, column, text, years } })];
  });
}

function yearCells(tables: InputReadings, table: string, column: string): readonly YearCell[] {
  return (tables.get(table)?.rows ?? []).flatMap((row): YearCell[] => {
    const serial = numberOf(row, column);
    const text = serial === undefined ? textOf(row, column) : yearLabel(startYearOf(monthOfSerial(serial)));
    if (isYear(text)) return [{ table, column, row, text, startYear: Number(text.slice(0, 4)) }];
    return parseMonth(text) === undefined ? [] : [{ table, column, row, text, startYear: startYearOf(text) }];
  });
}

/** The years in a row around the one that most rows are of, the later of two; undefined without any. */
function yearsTogether(years: readonly number[]): { readonly first: number; readonly last: number } | undefined {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a)[0] ?? [];
  if (most === undefined) return undefined;
  let [first, last] = [most, most];
  while (counts.has(first - 1)) first -= 1;
  while (counts.has(last + 1)) last += 1;
  return { first, last };
}
