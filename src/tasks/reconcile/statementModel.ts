/*
 * The statement's figures, in whole pence: the same rules as the live formulas of `src/workbook/statementFormulas`, worked
 * out here so that totals and `--json` never come from reading a formula back. It knows nothing of cells.
 */
import { comparable } from '../../ledger/cells';
import type { ActualFigures } from '../../ledger/reconcileResult';
import { BETWEEN, JOINT, REASONS } from '../../workbook/statementFormulas';
import { type BudgetEntry, budgetOf, hasBudget } from './budget';
import { type ForecastEntry, forecastOf, remainingForecast } from './forecast';
import type { StatementPeriod } from './period';

/** A line as the statement lists it. */
export interface StatementLine {
  readonly line: string;
  readonly pool: string;
  /** Capital and revenue are never added together. */
  readonly type: 'revenue' | 'capital';
}

/** What the statement is made of. */
export interface StatementInputs {
  readonly period: StatementPeriod;
  readonly lines: readonly StatementLine[];
  readonly partners: readonly string[];
  /** Partners whose month is not received. */
  readonly missing: ReadonlySet<string>;
  readonly actuals: readonly ActualFigures[];
  /** Without any row for the year budgets are blank, not zero. */
  readonly budgets: readonly BudgetEntry[];
  readonly forecasts: readonly ForecastEntry[];
  /** Last month's forecasts, by `statementKey`. */
  readonly previousForecasts: ReadonlyMap<string, number>;
}

/** One row of the statement. null is a blank cell: missing is not zero. */
export interface StatementRow {
  readonly type: 'revenue' | 'capital';
  readonly pool: string;
  readonly line: string;
  /** A partner, `Between partners` or `Joint`. */
  readonly partner: string;
  readonly annualBudgetPence: number | null;
  readonly budgetToDatePence: number | null;
  readonly actualToDatePence: number | null;
  /** Without what lies between partners: what settles. */
  readonly ownToDatePence: number | null;
  readonly variancePence: number | null;
  readonly forecastPence: number | null;
  readonly forecastVariancePence: number | null;
  readonly previousForecastPence: number | null;
  readonly movementPence: number | null;
  readonly reason: string;
  readonly calculatedForecastPence: number | null;
  readonly partnerForecastPence: number | null;
  readonly notReceived: number;
}

/** What names a row of the statement within a period. */
export function statementKey(line: string, partner: string): string {
  return `${comparable(line)}\u0001${comparable(partner)}`;
}

/** The statement of a period: per line a row per partner, `Between partners` and `Joint`. */
export function statementRows(inputs: StatementInputs): StatementRow[] {
  return inputs.lines.flatMap((line) => {
    const partners = inputs.partners.map((partner) => partnerRow(inputs, line, partner));
    const between = betweenRow(inputs, line);
    return [...partners, between, jointRow(inputs, line, [...partners, between])];
  });
}

interface Figures {
  readonly annual: number | null;
  readonly toDate: number | null;
  readonly actual: number | null;
  readonly own: number | null;
  readonly forecast: number | null;
  readonly partnerForecast: number | null;
  readonly reason: string;
  readonly notReceived: number;
}

function partnerRow(inputs: StatementInputs, line: StatementLine, partner: string): StatementRow {
  const isMissing = inputs.missing.has(partner);
  const budget = budgetOf(inputs.budgets, inputs.period, line.line, partner);
  const ledger = sumActuals(inputs, line.line, partner);
  const actual = isMissing ? null : ledger.own + ledger.between;
  const chosen = forecastOf(inputs.forecasts, inputs.period, { line: line.line, partner, actual, budget });
  const forecast = isMissing ? null : chosen.pence;
  return row(inputs, line, partner, {
    ...budget,
    actual,
    own: isMissing ? null : ledger.own,
    forecast,
    partnerForecast: forecast,
    reason: isMissing ? REASONS.notReceived : chosen.reason,
    notReceived: isMissing ? 1 : 0,
  });
}

function betweenRow(inputs: StatementInputs, line: StatementLine): StatementRow {
  const between = inputs.partners.reduce((sum, partner) => sum + sumActuals(inputs, line.line, partner).between, 0);
  const actual = inputs.missing.size > 0 ? null : 0 - between;
  const budget = hasBudget(inputs.budgets, inputs.period) ? 0 : null;
  return row(inputs, line, BETWEEN, {
    annual: budget,
    toDate: budget,
    actual,
    own: actual === null ? null : 0,
    forecast: actual,
    partnerForecast: actual,
    reason: inputs.missing.size > 0 ? REASONS.incomplete : '',
    notReceived: inputs.missing.size,
  });
}

function jointRow(inputs: StatementInputs, line: StatementLine, above: readonly StatementRow[]): StatementRow {
  const isMissing = inputs.missing.size > 0;
  const own = inputs.partners.reduce((sum, partner) => sum + sumActuals(inputs, line.line, partner).own, 0);
  return row(inputs, line, JOINT, {
    annual: sumOrBlank(above.map(({ annualBudgetPence }) => annualBudgetPence)),
    toDate: sumOrBlank(above.map(({ budgetToDatePence }) => budgetToDatePence)),
    actual: isMissing ? null : own,
    own: isMissing ? null : own,
    forecast: sumOrBlank(above.map(({ partnerForecastPence }) => partnerForecastPence)),
    partnerForecast: null,
    reason: isMissing ? REASONS.incomplete : '',
    notReceived: inputs.missing.size,
  });
}

/** A sum of which one part is missing is missing. */
function sumOrBlank(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function row(inputs: StatementInputs, line: StatementLine, partner: string, figures: Figures): StatementRow {
  const { annual, toDate, actual, forecast } = figures;
  const previous = inputs.previousForecasts.get(statementKey(line.line, partner)) ?? null;
  return {
    type: line.type,
    pool: line.pool,
    line: line.line,
    partner,
    annualBudgetPence: annual,
    budgetToDatePence: toDate,
    actualToDatePence: actual,
    ownToDatePence: figures.own,
    variancePence: actual === null || toDate === null ? null : actual - toDate,
    forecastPence: forecast,
    forecastVariancePence: forecast === null || annual === null ? null : forecast - annual,
    previousForecastPence: previous,
    movementPence: forecast === null || previous === null ? null : forecast - previous,
    reason: figures.reason,
    calculatedForecastPence: remainingForecast(actual, { annual, toDate }),
    partnerForecastPence: figures.partnerForecast,
    notReceived: figures.notReceived,
  };
}

/** A partner's ledger for a line: its own rows with adjustments, and its rows with other partners. */
function sumActuals({ actuals }: StatementInputs, line: string, partner: string): { own: number; between: number } {
  let own = 0;
  let between = 0;
  for (const figures of actuals) {
    if (figures.target !== 'line' || figures.partner !== partner) continue;
    if (comparable(figures.line) !== comparable(line)) continue;
    own += figures.ownPence + figures.adjustmentPence;
    between += figures.betweenPence;
  }
  return { own, between };
}
