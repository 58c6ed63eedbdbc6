/*
 * The task `close`: a month's rows become the values they show, and its Status becomes `closed`. It refuses whatever is not
 * as it was run; it works out no figure and replaces none.
 *
 * Source: design section 4 (closed is closed: closing a month turns its rows into values).
 */
import { isOfOtherMonth } from '../../ledger/otherMonth';
import { closingFinding } from '../../workbook/closingFindings';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { isAboutGrants } from '../../workbook/grantRules';
import { planBlockers } from '../../workbook/inTheWay';
import { type PlannedTable, blankCell, textCell } from '../../workbook/plan';
import { isAboutProjects } from '../../workbook/projectRules';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { definitionOf } from '../../workbook/schema';
import { checkMonth } from '../check';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { type ReconcileReading, readReconcile } from '../reconcile/readReconcile';
import type { ReconcileRun } from '../reconcile/runReconcile';
import { CLOSE, lastRun, marksOf, marksText } from '../reconcile/runs';
import { reconcileTotals } from '../reconcile/totals';
import { readOnly } from '../readOnly';
import type { Progress, Task, TaskPlan, TaskRequest } from '../task';
import { planRunRows } from '../runRows';
import { type LiveTable, liveTables } from './liveCells';
import { valuesTotals } from './valuesTotals';
import { periodRow, whyNotClosed } from './whyNotClosed';

/** The task. */
export const close: Task = { name: CLOSE, plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const asked = request.period ?? '';
  const period = statementPeriod(asked);
  const base = { task: CLOSE, ...(asked === '' ? {} : { period: asked }) } as const;
  if (period === undefined) {
    const blockers = [workbookFinding('period not given', { detail: { text: asked } })];
    return { ...base, reads: [], totals: {}, findings: [], blockers };
  }
  const reading = await readOnly((context) => readReconcile(context, progress));
  progress.report(1, 1, 'Checking the month');
  const { findings: checked, run } = checkMonth(reading, period);
  const errors = checked.filter((finding) => finding.severity === 'error' && isOfMonth(finding, reading.model, period));
  const findings = checked.filter(({ severity }) => severity !== 'error');
  const known = { ...base, reads: reading.reads };
  if (run === undefined) return { ...known, totals: {}, findings, blockers: errors };

  const totals = reconcileTotals(run.result, run.statement, period);
  const live = liveTables(reading.model, period.period);
  const done = alreadyClosed(reading.model, run, period, live);
  if (done !== undefined) return { ...known, totals, findings, blockers: [done] };
  const reasons = [...whyNotClosed(reading.model, run, period), ...withoutTwice(errors, live)];
  if (reasons.length > 0) return { ...known, totals, findings: [], blockers: reasons };
  return { ...known, ...(await planClosing(reading, run, period, live)), findings };
}

/** Errors of projects stop the month in which the year's rows of projects stand, and of a ledger's rows their own. */
function isOfMonth(finding: Finding, model: ModelReading, { period }: StatementPeriod): boolean {
  if (finding.period !== undefined && finding.period !== period) return false;
  if (isOfOtherMonth(finding, period)) return false;
  // A condition of a grant that is not met is a result of the month, and no reason to keep it open.
  if (isAboutGrants(finding)) return false;
  const isProject = isAboutProjects(finding) || finding.detail?.['table'] === 'PoolSplit';
  return !isProject || rowsOf(model, 'PoolSplit').some((row) => textOf(row, 'Period') === period);
}

/** A cell that shows an error is told once, as what cannot be kept. */
function withoutTwice(errors: readonly Finding[], live: readonly LiveTable[]): readonly Finding[] {
  const notReady = live.flatMap((table) => table.notReady);
  const cellOf = ({ place }: Finding): string => (place ? `${place.sheet}\u0001${place.row}\u0001${place.column}` : '');
  const told = new Set(notReady.map(cellOf));
  return [...notReady, ...errors.filter((finding) => finding.kind !== 'formula error' || !told.has(cellOf(finding)))];
}

function alreadyClosed(
  model: ModelReading,
  { result }: ReconcileRun,
  { period }: StatementPeriod,
  live: readonly LiveTable[],
): Finding | undefined {
  const isClosed = ({ partner }: { partner: string }): boolean => {
    const row = periodRow(model, period, partner);
    return row !== undefined && textOf(row, 'Status') === 'closed';
  };
  if (live.length > 0 || result.controls.length === 0 || !result.controls.every(isClosed)) return undefined;
  return closingFinding('already closed', { period, detail: { table: 'PoolPeriods' } });
}

async function planClosing(
  { model, inputs }: ReconcileReading,
  run: ReconcileRun,
  period: StatementPeriod,
  live: readonly LiveTable[],
): Promise<Pick<TaskPlan, 'totals' | 'blockers' | 'workbook'>> {
  const when = new Date();
  const tables = [
    ...planStatus(model, run, period),
    ...live.map(({ planned }) => planned),
    planRunRows(model, CLOSE, when, runRows(model, run, period)),
  ];
  return {
    totals: { ...reconcileTotals(run.result, run.statement, period), ...valuesTotals(live) },
    blockers: await planBlockers(model.shape, tables, model.cells, readOnly),
    workbook: { period: period.period, when, inputs: [...inputs, ...live.map(({ block }) => block)], tables },
  };
}

/** The Status of the partners whose month is not closed yet; every other cell of their rows stays. */
function planStatus(model: ModelReading, { result }: ReconcileRun, { period }: StatementPeriod): PlannedTable[] {
  const columns = definitionOf('PoolPeriods').columns.map(({ name }) => name);
  const rows = result.controls.flatMap(({ partner }) => {
    const row = periodRow(model, period, partner);
    if (row === undefined || textOf(row, 'Status') === 'closed') return [];
    const cells = { Period: period, Partner: textOf(row, 'Partner'), Status: 'closed' };
    return [columns.map((column) => (column in cells ? textCell(cells[column as keyof typeof cells]) : blankCell()))];
  });
  return rows.length === 0 ? [] : [{ table: 'PoolPeriods', action: 'update', columns, rows }];
}

function runRows(model: ModelReading, run: ReconcileRun, { period }: StatementPeriod) {
  return run.result.controls.map(({ partner, figures }) => {
    const row = periodRow(model, period, partner);
    const wasClosed = row !== undefined && textOf(row, 'Status') === 'closed';
    return {
      period,
      partner,
      inputs: marksText(marksOf(run.result, partner, run.tablesMark)),
      beforePence: lastRun(model, period, partner)?.afterPence,
      afterPence: figures?.inPoolPence,
      why: wasClosed ? 'was closed already: its rows are values now' : 'closed: its rows are values',
    };
  });
}
