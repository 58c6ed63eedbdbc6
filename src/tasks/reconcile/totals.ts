/*
 * The figures of a reconciliation for the preview and for `--json`, in pounds, from the model alone. The form is a
 * contract with whoever checks it: `docs/json-output.md`.
 *
 * For every partner received: inPool + excluded + betweenPartners + unmapped + adjustments = ledgerTotal, to the penny.
 */
import type { Bridge } from '../../ledger/bridgeSteps';
import type { PartnerControl, ReconcileResult, SourceReading } from '../../ledger/reconcileResult';
import type { Totals } from '../task';
import { pounds } from './cells';
import type { StatementPeriod } from './period';
import type { StatementRow } from './statementModel';
import { BETWEEN, JOINT } from '../../workbook/statementFormulas';

/** The totals of a run. */
export function reconcileTotals(
  result: ReconcileResult,
  statement: readonly StatementRow[],
  period: StatementPeriod,
): Totals {
  return {
    period: period.period,
    financialYear: period.year,
    partners: result.controls.map((control) => partnerTotals(control, result)),
    lines: statement.map(lineTotals),
    joint: jointTotals(result, statement),
    unmapped: result.unmapped.map(({ partner, code, amountPence, rows }) => ({
      partner,
      code,
      amount: pounds(amountPence),
      rows,
    })),
    bridges: result.bridges.map(bridgeTotals),
    differences: result.items
      .filter(({ differencePence, pass }) => pass === 'none' || differencePence !== 0)
      .map((item) => ({
        cause: item.cause,
        leftPartner: item.leftPartner,
        rightPartner: item.rightPartner,
        reference: item.reference,
        left: pounds(item.leftPence),
        right: pounds(item.rightPence),
        difference: pounds(item.differencePence),
        reason: item.reason,
      })),
  };
}

function partnerTotals(control: PartnerControl, { sources, actuals }: ReconcileResult): Record<string, unknown> {
  const { partner, status, figures, extract } = control;
  const mine = sources.filter((source) => source.partner === partner);
  const own = actuals.filter((actual) => actual.partner === partner);
  const months = own.map((actual) =>
    actual.monthOwnPence === null || actual.monthBetweenPence === null
      ? null
      : actual.monthOwnPence + actual.monthBetweenPence,
  );
  const month = months.some((pence) => pence === null)
    ? null
    : months.reduce<number>((sum, pence) => sum + (pence ?? 0), 0);
  return {
    partner,
    status,
    ledgerTotal: pounds(figures?.ledgerTotalPence ?? null),
    inPool: pounds(figures?.inPoolPence ?? null),
    excluded: pounds(figures?.excludedPence ?? null),
    betweenPartners: pounds(figures?.betweenPence ?? null),
    unmapped: pounds(figures?.unmappedPence ?? null),
    adjustments: pounds(figures?.adjustmentsPence ?? null),
    controlTotal: pounds(control.controlTotalPence),
    difference: pounds(control.differencePence),
    laterPeriods: pounds(extract?.laterPence ?? null),
    earlierYears: pounds(extract?.earlierPence ?? null),
    noMonth: pounds(extract?.unplacedPence ?? null),
    wholeExtract: pounds(extract?.extractPence ?? null),
    month: figures === null ? null : pounds(month),
    rowsRead: sum(mine, (source) => source.rows),
    ledgerLines: sum(mine, (source) => source.lines),
    rowsLeftOut: sum(mine, (source) => source.leftOut.length),
    rowsUnreadable: sum(mine, (source) => source.unreadable.length),
  };
}

function sum(sources: readonly SourceReading[], count: (source: SourceReading) => number): number {
  return sources.reduce((total, source) => total + count(source), 0);
}

function lineTotals(row: StatementRow): Record<string, unknown> {
  return {
    line: row.line,
    pool: row.pool,
    type: row.type,
    partner: row.partner,
    annualBudget: pounds(row.annualBudgetPence),
    budgetToDate: pounds(row.budgetToDatePence),
    actualToDate: pounds(row.actualToDatePence),
    variance: pounds(row.variancePence),
    forecast: pounds(row.forecastPence),
    forecastVariance: pounds(row.forecastVariancePence),
    previousForecast: pounds(row.previousForecastPence),
    movement: pounds(row.movementPence),
    reason: row.reason,
  };
}

/** The joint figures: what the partners' in-pool totals come to, and the lines, revenue and capital apart. */
function jointTotals(
  { joint, controls }: ReconcileResult,
  statement: readonly StatementRow[],
): Record<string, unknown> {
  const types = [...new Set(statement.map(({ type }) => type))];
  const [only] = types;
  return {
    complete: joint.complete,
    missing: joint.missing,
    inPool: pounds(joint.totalPence),
    partnersInPool: pounds(controls.reduce((all, { figures }) => all + (figures?.inPoolPence ?? 0), 0)),
    // Revenue and capital are never added together: with both there is no one figure.
    ...jointFigures(types.length === 1 && only !== undefined ? statement : []),
    byType: types.map((type) => ({ type, ...jointFigures(statement.filter((row) => row.type === type)) })),
  };
}

function jointFigures(statement: readonly StatementRow[]): Record<string, number | null> {
  const total = (partner: string, figure: (row: StatementRow) => number | null): number | null => {
    const rows = statement.filter((row) => row.partner === partner);
    if (rows.length === 0) return null;
    const pence = rows
      .map(figure)
      .reduce<number | null>((all, each) => (all === null || each === null ? null : all + each), 0);
    return pounds(pence);
  };
  return {
    annualBudget: total(JOINT, (row) => row.annualBudgetPence),
    budgetToDate: total(JOINT, (row) => row.budgetToDatePence),
    actualToDate: total(JOINT, (row) => row.actualToDatePence),
    variance: total(JOINT, (row) => row.variancePence),
    forecast: total(JOINT, (row) => row.forecastPence),
    betweenPartnersOnLines: total(BETWEEN, (row) => row.actualToDatePence),
  };
}

function bridgeTotals(bridge: Bridge): Record<string, unknown> {
  return {
    bridge: bridge.bridge,
    from: bridge.from,
    to: bridge.to,
    begins: bridge.begins,
    fromAmount: pounds(bridge.fromPence),
    toAmount: pounds(bridge.toPence),
    steps: bridge.steps.map((step) => ({
      step: step.step,
      partner: step.partner,
      amount: pounds(step.amountPence),
      running: pounds(step.runningPence),
      explained: step.explained,
      reference: step.reference,
      reason: step.reason,
    })),
    unexplained: pounds(bridge.unexplainedPence),
    complete: bridge.complete,
  };
}
