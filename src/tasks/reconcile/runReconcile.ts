/*
 * From what was read to the figures of a period: the ledgers reconciled and the statement worked out. `reconcile` plans
 * tables from it and `check` compares the workbook with it; it does not touch Excel.
 */
import type { PeriodEntry } from '../../ledger/reconcileInputs';
import { reconcilePeriod } from '../../ledger/reconcilePeriod';
import type { ActualFigures, ReconcileResult } from '../../ledger/reconcileResult';
import { comparable } from '../../ledger/cells';
import type { Finding } from '../../workbook/finding';
import { rowsOf } from '../../workbook/readModel';
import type { TablesForFormulas } from '../../workbook/statementFormulas';
import { keptReasons } from './kept';
import { adjustmentEntries, codeRules, partnerEntries, periodEntries, poolLines } from './ledgerInputs';
import type { StatementPeriod } from './period';
import type { ReconcileReading } from './readReconcile';
import { budgetEntries, forecastEntries, linesInForce, previousForecasts } from './statementInputs';
import { type StatementRow, statementRows } from './statementModel';

/** The figures of a period. */
export interface ReconcileRun {
  readonly result: ReconcileResult;
  readonly statement: readonly StatementRow[];
  readonly tables: TablesForFormulas;
  /** Rows that PoolPeriods does not have yet: a partner with a ledger is open, one without is not received. */
  readonly newPeriods: readonly PeriodEntry[];
  /** What stops the figures: errors of partners whose month is marked as received and whose ledger cannot be read. */
  readonly unread: readonly Finding[];
  /** The mark of the input tables that only the statement reads. */
  readonly tablesMark: string;
}

/** Reconciles a period. */
export function runReconcile(reading: ReconcileReading, period: StatementPeriod): ReconcileRun {
  const { model, ledgers } = reading;
  const partners = partnerEntries(model);
  const known = periodEntries(model);
  const newPeriods = partners
    .filter(({ reports }) => reports !== false)
    .filter(({ partner }) => !known.some((entry) => entry.period === period.period && same(entry.partner, partner)))
    .map(({ partner, isHosted }): PeriodEntry => {
      const hasLedger = isHosted === true || ledgers.some(({ definition }) => same(definition.partner, partner));
      return { period: period.period, partner, status: hasLedger ? 'open' : 'not received', controlTotalPence: null };
    });
  const result = reconcilePeriod({
    period: period.period,
    partners,
    sources: ledgers,
    codes: codeRules(model),
    lines: poolLines(model),
    periods: [...known, ...newPeriods],
    adjustments: adjustmentEntries(model),
    reasons: keptReasons(model, period.period),
  });
  const statement = statementOf(reading, result, result.actuals, period);
  const tables = {
    budgets: model.tables.has('PoolBudgets'),
    forecasts: model.tables.has('PoolForecasts'),
    adjustments: model.tables.has('PoolAdjustments'),
    profiles: model.tables.has('PoolProfiles'),
  };
  const unread = unreadLedgers(result, [...known, ...newPeriods]);
  return { result, statement, tables, newPeriods, unread, tablesMark: tablesMark(reading) };
}

/**
 * The live formulas go by the Status in PoolPeriods. A ledger that is marked as received and cannot be read, or is empty,
 * would show as nought there; missing is not zero, so nothing is written until it is put right.
 */
function unreadLedgers(result: ReconcileResult, periods: readonly PeriodEntry[]): Finding[] {
  const isReceived = (partner: string): boolean =>
    periods.some(
      (entry) => entry.period === result.period && same(entry.partner, partner) && entry.status !== 'not received',
    );
  const unread = result.controls
    .filter(({ partner, figures }) => figures === null && isReceived(partner))
    .map(({ partner }) => partner);
  return result.findings.filter(
    ({ kind, severity, partner }) =>
      kind === 'ledger empty' || (severity === 'error' && partner !== undefined && unread.includes(partner)),
  );
}

/** The statement of a period from given figures of the ledgers. */
export function statementOf(
  { model }: ReconcileReading,
  result: ReconcileResult,
  actuals: readonly ActualFigures[],
  period: StatementPeriod,
): StatementRow[] {
  return statementRows({
    period,
    lines: linesInForce(model, period),
    partners: result.controls.map(({ partner }) => partner),
    missing: new Set(result.controls.filter(({ figures }) => figures === null).map(({ partner }) => partner)),
    actuals,
    budgets: budgetEntries(model),
    forecasts: forecastEntries(model),
    previousForecasts: previousForecasts(model, period),
  });
}

function same(left: string, right: string): boolean {
  return comparable(left) === comparable(right);
}

const STATEMENT_TABLES: readonly string[] = ['PoolBudgets', 'PoolProfiles', 'PoolForecasts', 'PoolLines'];

/**
 * Budgets, profiles, forecasts and lines: what the ledger side does not see but the statement shows. A table without a row
 * counts as none, so that one that was added to be filled in is no change yet.
 */
function tablesMark({ model }: ReconcileReading): string {
  return model.blocks
    .filter(({ what }) => STATEMENT_TABLES.includes(what) && rowsOf(model, what).length > 0)
    .map(({ fingerprint }) => fingerprint.split('-')[1]?.slice(0, 8) ?? '')
    .join('.');
}
