/*
 * The forecast of a partner's line: the budget-holder's own figure where there is one, else calculated and marked so.
 */
import { comparable } from '../../ledger/cells';
import { partOf } from '../../money/pence';
import { REASONS } from '../../workbook/statementFormulas';
import type { Budget } from './budget';
import type { StatementPeriod } from './period';

/** One row of `PoolForecasts`. */
export interface ForecastEntry {
  readonly period: string;
  readonly line: string;
  readonly partner: string;
  /** '' counts as `own`. */
  readonly basis: string;
  readonly forecastPence: number | null;
}

/** What a forecast starts from. */
export interface ForecastBasis {
  readonly line: string;
  readonly partner: string;
  /** Null when the month is not received. */
  readonly actual: number | null;
  readonly budget: Budget;
}

/** A forecast and how it came about. */
export interface Forecast {
  readonly pence: number | null;
  readonly reason: string;
}

/** A partner's forecast for a line: own, straight line, or actual to date + remaining budget. */
export function forecastOf(
  forecasts: readonly ForecastEntry[],
  period: StatementPeriod,
  { line, partner, actual, budget }: ForecastBasis,
): Forecast {
  const mine = forecasts.filter(
    (entry) =>
      entry.period === period.period &&
      comparable(entry.line) === comparable(line) &&
      comparable(entry.partner) === comparable(partner),
  );
  const own = mine.filter(
    ({ basis, forecastPence }) => forecastPence !== null && basis !== 'straight line' && basis !== 'remaining budget',
  );
  if (own.length > 0) {
    return { pence: own.reduce((sum, { forecastPence }) => sum + (forecastPence ?? 0), 0), reason: REASONS.own };
  }
  if (mine.some(({ basis }) => basis === 'straight line')) {
    return { pence: actual === null ? null : partOf(actual, 12, period.months), reason: REASONS.straightLine };
  }
  const reason = budget.toDate === null ? REASONS.noBudget : REASONS.remaining;
  return { pence: remainingForecast(actual, budget), reason };
}

/** Actual to date + remaining budget; missing where either is. */
export function remainingForecast(actual: number | null, budget: Budget): number | null {
  if (actual === null || budget.annual === null || budget.toDate === null) return null;
  return actual + budget.annual - budget.toDate;
}
