/*
 * The input tables' typed rows as the statement wants them: lines in force at the month's end, budgets, forecasts, and
 * last month's figures.
 */
import { comparable } from '../../ledger/cells';
import { isTwelfths, profilesOf } from '../../workbook/profileRules';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, textOf } from '../../workbook/readTable';
import type { StatementPeriod } from './period';
import type { BudgetEntry } from './budget';
import type { ForecastEntry } from './forecast';
import { type StatementLine, statementKey } from './statementModel';

/** The lines in scope at the month's end, in the order of their first row; of several rows the latest in force counts. */
export function linesInForce(model: ModelReading, { monthEnd }: StatementPeriod): StatementLine[] {
  const inForce = new Map<string, { from: number; line: StatementLine; isIn: boolean }>();
  for (const row of rowsOf(model, 'PoolLines')) {
    const line = textOf(row, 'Line');
    const from = numberOf(row, 'From') ?? 0;
    const key = comparable(line);
    const known = inForce.get(key);
    if (line === '' || from > monthEnd || (known !== undefined && known.from > from)) continue;
    const isIn = textOf(row, 'Scope') !== 'excluded';
    const type = textOf(row, 'Type') === 'capital' ? 'capital' : 'revenue';
    inForce.set(key, { from, isIn, line: { line, pool: textOf(row, 'Pool'), type } });
  }
  return [...inForce.values()].filter(({ isIn }) => isIn).map(({ line }) => line);
}

/** `PoolBudgets`, with the months of their profiles. A profile that is not known has a finding, which stops the run. */
export function budgetEntries(model: ModelReading): BudgetEntry[] {
  const profiles = profilesOf(rowsOf(model, 'PoolProfiles'));
  return rowsOf(model, 'PoolBudgets').map((row) => ({
    ...profileOf(profiles, textOf(row, 'Profile')),
    line: textOf(row, 'Line'),
    partner: textOf(row, 'Partner'),
    year: textOf(row, 'Year'),
    fromSerial: numberOf(row, 'From') ?? null,
    amountPence: numberOf(row, 'Amount') ?? 0,
  }));
}

function profileOf(profiles: ReadonlyMap<string, readonly number[]>, name: string): Pick<BudgetEntry, 'profile'> {
  const profile = isTwelfths(name) ? undefined : profiles.get(comparable(name));
  return profile === undefined ? {} : { profile };
}

/** `PoolForecasts`. */
export function forecastEntries(model: ModelReading): ForecastEntry[] {
  return rowsOf(model, 'PoolForecasts').map((row) => ({
    period: textOf(row, 'Period'),
    line: textOf(row, 'Line'),
    partner: textOf(row, 'Partner'),
    basis: textOf(row, 'Basis'),
    forecastPence: numberOf(row, 'Forecast') ?? null,
  }));
}

/** The forecasts that last month's rows of `PoolStatement` show. */
export function previousForecasts(model: ModelReading, { previous }: StatementPeriod): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rowsOf(model, 'PoolStatement')) {
    if (textOf(row, 'Period') !== previous) continue;
    const forecast = numberOf(row, 'Forecast');
    if (forecast !== undefined) found.set(statementKey(textOf(row, 'Line'), textOf(row, 'Partner')), forecast);
  }
  return found;
}
