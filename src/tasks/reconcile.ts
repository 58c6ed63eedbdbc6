/*
 * The task `reconcile`: one month of a shadow pool, from the ledgers to the joint statement. It reads, works out and
 * plans; writing the plan is the writer's.
 */
import { capFindings } from '../ledger/capFindings';
import type { Finding } from '../workbook/finding';
import { workbookFinding } from '../workbook/findings';
import { type PlannedTable, blankCell, textCell } from '../workbook/plan';
import { definitionOf } from '../workbook/schema';
import { planBlockers } from '../workbook/inTheWay';
import { isApartFromMonth } from '../workbook/ownTables';
import { consolidation } from './reconcile/consolidation';
import { consolidationTotals, liveConsolidationCells, planConsolidation } from './reconcile/consolidationTable';
import { type StatementPeriod, statementPeriod } from './reconcile/period';
import { type ReconcileReading, missingTables, readReconcile } from './reconcile/readReconcile';
import { planActuals, planBridges, planFindings, planMatches } from './reconcile/resultTables';
import { type ReconcileRun, runReconcile } from './reconcile/runReconcile';
import { planRuns } from './reconcile/runs';
import { LIVE_CELL_LIMIT, liveCells, planControl, planStatement } from './reconcile/statementTables';
import { reconcileTotals } from './reconcile/totals';
import { typedReasons } from './reconcile/kept';
import { readOnly } from './readOnly';
import { settledPools } from './settle/settledPools';
import { splitPartners } from './share/projectInputs';
import type { Progress, Task, TaskPlan, TaskRequest } from './task';

/** Errors that leave a figure out but not wrong: they are shown, and what can be reconciled is. */
const NOT_BLOCKING = new Set(['pool not listed', 'virements do not balance', 'header moved']);

/** The task. */
export const reconcile: Task = { name: 'reconcile', plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const period = statementPeriod(request.period ?? '');
  if (period === undefined) {
    return stopped(request, [workbookFinding('period not given', { detail: { text: request.period ?? '' } })]);
  }
  const reading = await readOnly((context) => readReconcile(context, progress));
  const blockers = [
    ...missingTables(reading.model),
    ...[...reading.model.frames, ...reading.model.inputs, ...reading.findings].filter(isBlocking),
  ];
  const notes = [...reading.model.inputs, ...reading.model.frames].filter((finding) => !isBlocking(finding));
  if (blockers.length > 0) return { ...stopped(request, blockers), reads: reading.reads, findings: notes };

  progress.report(1, 1, 'Reconciling');
  const run = runReconcile(reading, period);
  const together = consolidation(reading.model, run.statement, period);
  const cells =
    liveCells(run.statement.length, run.result.controls.length, run.tables) + liveConsolidationCells(together);
  const isLive = cells <= LIVE_CELL_LIMIT;
  const tooMuch = together.findings.filter(({ severity }) => severity === 'error');
  const findings: Finding[] = [
    ...notes,
    ...run.result.findings,
    ...together.findings.filter(({ severity }) => severity !== 'error'),
  ];
  if (run.statement.length === 0) findings.push(workbookFinding('no lines', { period: period.period }));
  if (!isLive) {
    const detail = { cells, limit: LIVE_CELL_LIMIT };
    findings.push(workbookFinding('too many live cells', { period: period.period, detail }));
  }
  const dated = (some: readonly Finding[]): readonly Finding[] =>
    capFindings(some).map((finding) => ({ ...finding, period: finding.period ?? period.period }));
  const stopping = [...run.result.findings.filter(({ kind }) => kind === 'adjustment not used'), ...run.unread];
  const when = new Date();
  const tables = [
    ...planPeriods(run),
    planActuals(run.result.actuals, run.result.controls, period),
    planControl(run.result.controls, period, run.tables, isLive),
    planStatement(run.statement, period, run.tables, isLive, typedReasons(reading.model, period.period)),
    ...planConsolidation(together, period, isLive, reading.model.cells.get('PoolConsolidation')?.headings),
    planMatches(run.result.items, period.period),
    planBridges(run.result.bridges, period.period),
    planFindings(dated(findings), period.period),
    planRuns(reading.model, run.result, run.tablesMark, when),
  ];
  const { shape, cells: bodies } = reading.model;
  const inTheWay = await planBlockers(shape, tables, bodies, readOnly);
  return {
    task: 'reconcile',
    period: period.period,
    reads: reading.reads,
    totals: {
      ...reconcileTotals(run.result, run.statement, period),
      settles: settlingPools(reading, run, period),
      ...consolidationTotals(together),
    },
    // What stops the run is told as such, and not once more beside it.
    findings: dated(findings.filter((finding) => !stopping.includes(finding))),
    blockers: [...stopping, ...tooMuch, ...inTheWay],
    workbook: { period: period.period, when, inputs: reading.inputs, tables },
  };
}

/** An input table that cannot be read rightly would give a wrong figure, and live formulas over it an error. */
function isBlocking(finding: Finding): boolean {
  return finding.severity === 'error' && !NOT_BLOCKING.has(finding.kind) && !isApartFromMonth(finding);
}

function stopped(request: TaskRequest, blockers: readonly Finding[]): TaskPlan {
  const period = request.period === undefined ? {} : { period: request.period };
  return { task: 'reconcile', ...period, reads: [], totals: {}, findings: [], blockers };
}

/** The pools whose variances can be settled for the month; none while a ledger is missing. */
function settlingPools({ model }: ReconcileReading, { result }: ReconcileRun, period: StatementPeriod): string[] {
  if (!result.joint.complete) return [];
  const { pools } = settledPools(model, splitPartners(model), period);
  return pools.filter(({ settles }) => settles).map(({ pool }) => pool);
}

/** Rows of PoolPeriods for partners that have none for the month, so that control totals have a place to go. */
function planPeriods({ newPeriods }: ReconcileRun): PlannedTable[] {
  if (newPeriods.length === 0) return [];
  const columns = definitionOf('PoolPeriods').columns.map(({ name }) => name);
  const rows = newPeriods.map(({ period, partner, status }) => [
    textCell(period),
    textCell(partner),
    textCell(status),
    blankCell(),
    blankCell(),
    blankCell(),
  ]);
  return [{ table: 'PoolPeriods', action: 'update', columns, rows }];
}
