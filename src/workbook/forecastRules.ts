/*
 * The rules of PoolForecasts that need more than one cell: a figure of the budget-holder's own needs its figure, and a
 * calculated one has none. Either way the statement shows a calculated forecast, which is not what the row seems to say.
 *
 * Source: design section 4, PoolForecasts.
 */
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { unreadCells } from './unread';

/** The bases for which the statement works the forecast out. */
const CALCULATED = ['straight line', 'remaining budget'];

/**
 * Rows with a figure too few, and with one too many. Of a month that nothing has been received of yet there is no statement, and
 * a blank in it waits to be filled.
 *
 * @example Basis `own`, Forecast blank -> `forecast without figure`; `straight line` with 119,000.00 -> `forecast not used`
 */
export function forecastFindings(tables: InputReadings): Finding[] {
  const table = tables.get('PoolForecasts');
  const isUnread = unreadCells(table);
  const periods = tables.get('PoolPeriods')?.rows ?? [];
  const begun = new Set(
    periods.filter((row) => textOf(row, 'Status') !== 'not received').map((row) => textOf(row, 'Period')),
  );
  const isWaiting = (row: TypedRow): boolean => periods.length > 0 && !begun.has(textOf(row, 'Period'));
  return (table?.rows ?? []).flatMap((row): Finding[] => {
    if (isUnread(row, 'Forecast', 'Basis')) return [];
    const leftPence = numberOf(row, 'Forecast');
    const basis = textOf(row, 'Basis') || 'own';
    const facts = { place: placeOf(row, 'Forecast'), partner: textOf(row, 'Partner'), line: textOf(row, 'Line') };
    const detail = { words: basis };
    if (CALCULATED.includes(basis)) {
      return leftPence === undefined ? [] : [workbookFinding('forecast not used', { ...facts, leftPence, detail })];
    }
    if (leftPence !== undefined || isWaiting(row)) return [];
    return [workbookFinding('forecast without figure', { ...facts, detail })];
  });
}
