/*
 * The task `check`: reads everything again and says what is not right, with the cell. It writes nothing.
 *
 * It looks at the frames and cells of the input tables, at the ledgers (have they changed since the run), and at the
 * statement and control rows of the month (typed-over formulas, errors, figures that differ from the model); the projects
 * and their rows are looked at by `share/checkShare`.
 */
import { contributionFindings } from '../workbook/contributionRules';
import type { PartnerControl } from '../ledger/reconcileResult';
import type { Finding } from '../workbook/finding';
import { workbookFinding } from '../workbook/findings';
import { type PlannedCell, blankCell } from '../workbook/plan';
import { grantFindings } from '../workbook/grantRules';
import { type ModelReading, rowsOf } from '../workbook/readModel';
import { textOf } from '../workbook/readTable';
import { controlFormulas, statementFormulas } from '../workbook/statementFormulas';
import { consolidationFormulas } from '../workbook/consolidationFormulas';
import { listFindings } from '../workbook/listRules';
import { isApartFromMonth } from '../workbook/ownTables';
import { waterfallTableFindings } from '../workbook/waterfallRules';
import { closedPeriods } from './close/closed';
import { type ChangedPartner, changedSince } from './reconcile/changedSince';
import { type Comparison, type ExpectedRow, compareTable, isIssuedIn } from './reconcile/compareTable';
import { consolidation } from './reconcile/consolidation';
import { CONSOLIDATION_KEY, consolidationTotals, expectedConsolidation } from './reconcile/consolidationTable';
import { type StatementPeriod, statementPeriod } from './reconcile/period';
import { type ReconcileReading, missingTables, readReconcile } from './reconcile/readReconcile';
import { type ReconcileRun, runReconcile, statementOf } from './reconcile/runReconcile';
import { lastRun } from './reconcile/runs';
import type { StatementRow } from './reconcile/statementModel';
import { storedActuals, storedControls } from './reconcile/storedFigures';
import { planActuals } from './reconcile/resultTables';
import { controlCells, statementFigures } from './reconcile/statementTables';
import { reconcileTotals } from './reconcile/totals';
import { readOnly } from './readOnly';
import { costFindings } from './settle/checkCosts';
import { checkSettlement } from './settle/checkSettlement';
import { checkProjects } from './share/checkShare';
import type { Progress, Task, TaskPlan, TaskRequest } from './task';

/** The task. */
export const check: Task = { name: 'check', plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const reading = await readOnly((context) => readReconcile(context, progress));
  const { model } = reading;
  const asked = request.period ?? lastPeriod(model);
  const period = statementPeriod(asked);
  const base = { task: 'check', reads: reading.reads, blockers: [] } as const;
  if (period === undefined) {
    const unknown =
      asked === '' ? workbookFinding('not run') : workbookFinding('period not given', { detail: { text: asked } });
    return { ...base, totals: {}, findings: [...ofTables(reading), ...besides(model, undefined), unknown] };
  }
  progress.report(1, 1, 'Checking');
  const { findings, run } = checkMonth(reading, period);
  const totals =
    run === undefined
      ? {}
      : {
          ...reconcileTotals(run.result, run.statement, period),
          ...consolidationTotals(consolidation(model, run.statement, period)),
        };
  return { ...base, period: period.period, totals, findings };
}

/** What `check` finds in a month; `run` is undefined where the tables cannot be read well enough to work it out. */
export interface CheckedMonth {
  readonly findings: readonly Finding[];
  readonly run?: ReconcileRun;
}

/** Everything to say about a month and the tables it is made from. */
export function checkMonth(reading: ReconcileReading, period: StatementPeriod): CheckedMonth {
  const ofMonth = ofTables(reading);
  const findings = [...ofMonth, ...besides(reading.model, period)];
  const cannotRun = ofMonth.some((finding) => finding.severity === 'error' && !isApartFromMonth(finding));
  if (cannotRun) return { findings };
  const run = runReconcile(reading, period);
  const { findings: twice } = consolidation(reading.model, run.statement, period);
  const ofRun = [...runFindings(reading, run, period), ...checkSettlement(reading, run, period)];
  return { run, findings: [...findings, ...run.result.findings, ...twice, ...ofRun] };
}

function ofTables({ model, findings }: ReconcileReading): Finding[] {
  return [...model.frames, ...model.inputs, ...findings, ...missing(model)];
}

/** What has tables of its own and stops no month. */
function besides(model: ModelReading, period: StatementPeriod | undefined): Finding[] {
  const ofTables = [contributionFindings, grantFindings, listFindings, waterfallTableFindings].flatMap((find) =>
    find(model.tables),
  );
  return [...checkProjects(model), ...ofTables, ...costFindings(model, period)];
}

/** A workbook that only shares projects needs no ledgers. */
function missing(model: ModelReading): Finding[] {
  return model.cells.has('PoolProjects') && !model.cells.has('PoolSources') ? [] : missingTables(model);
}

/** The month last run, '' when none has been. */
function lastPeriod(model: ModelReading): string {
  const runs = rowsOf(model, 'PoolRuns').filter((row) => textOf(row, 'Task') === 'reconcile');
  const last = runs.at(-1);
  return last === undefined ? '' : textOf(last, 'Period');
}

/** What a month shows that is not what the workbook makes of it now. */
export function runFindings(reading: ReconcileReading, run: ReconcileRun, period: StatementPeriod): Finding[] {
  const { model } = reading;
  const { result } = run;
  const partners = result.controls.map(({ partner }) => partner);
  if (partners.every((partner) => lastRun(model, period.period, partner) === undefined))
    return [workbookFinding('not run', { period: period.period })];
  const changed = changedSince(model, run, period.period);
  // What was issued stays: of a closed month the figures that would move are told, not that something has changed.
  const isClosed = closedPeriods(model).has(period.period);
  const told = isClosed ? [] : changed.map((partner) => changedFinding(partner, period.period));
  // Without a ledger that can be read there is nothing to compare with; its own finding says so.
  if (run.unread.length > 0) return told;
  // PoolActuals can only be judged for partners whose ledgers and codes are those of the run.
  const unchanged = partners.filter((partner) => !changed.some((each) => each.partner === partner));
  return [...told, ...actualsFindings(reading, run, period, unchanged), ...tableFindings(reading, run, period)];
}

function changedFinding({ partner, what, table, beforePence, nowPence }: ChangedPartner, period: string): Finding {
  const amounts = { leftPence: beforePence, rightPence: nowPence, differencePence: nowPence - beforePence };
  const facts = { period, partner, ...amounts };
  return what === 'ledger'
    ? workbookFinding('ledger changed', { ...facts, detail: { table } })
    : workbookFinding('inputs changed', facts);
}

/** The rows of PoolActuals, against what the ledgers give. */
function actualsFindings(
  { model }: ReconcileReading,
  { result }: ReconcileRun,
  period: StatementPeriod,
  partners: readonly string[],
): Finding[] {
  const cells = model.cells.get('PoolActuals');
  if (cells === undefined) return [];
  const keyColumns = ['Partner', 'Line', 'Treatment'];
  const planned = planActuals(result.actuals, result.controls, period);
  const text = (row: readonly PlannedCell[], column: string): string => {
    const cell = row[planned.columns.indexOf(column)];
    return cell !== undefined && 'text' in cell ? cell.text : '';
  };
  const expected = planned.rows.map((row) => ({
    key: keyColumns.map((column) => text(row, column)),
    figures: { Amount: row[planned.columns.indexOf('Amount')] ?? blankCell() },
  }));
  const findings = compareTable({ cells, period: period.period, keyColumns, expected, calculated: [] });
  return findings.filter(({ partner }) => partner !== undefined && partners.includes(partner));
}

/** The statement and control rows, against what PoolActuals and the input tables make of them. */
function tableFindings(reading: ReconcileReading, run: ReconcileRun, period: StatementPeriod): Finding[] {
  const { model } = reading;
  const closed = closedPeriods(model);
  const compare = (table: string, comparison: Omit<Comparison, 'cells' | 'period' | 'closed' | 'expected'> & Rows) => {
    const cells = model.cells.get(table);
    if (cells === undefined) return [];
    const { keyColumns, calculated } = comparison;
    // A closed month is held against what the ledgers give now, any other against the actuals its formulas read.
    const isIssued = isIssuedIn({ cells, period: period.period, calculated, closed });
    const expected = isIssued ? comparison.now() : comparison.stored();
    return compareTable({ cells, period: period.period, keyColumns, expected, calculated, closed });
  };
  const actuals = storedActuals(model, run.result);
  const statementRow = (row: StatementRow): ExpectedRow => ({
    key: [row.pool, row.line, row.partner],
    figures: statementFigures(row),
  });
  const stored = statementOf(reading, run.result, actuals, period);
  const together = (rows: readonly StatementRow[]): ReturnType<typeof consolidation> =>
    consolidation(model, rows, period);
  const controlRow = (row: PartnerControl): ExpectedRow => ({ key: [row.partner], figures: controlCells(row) });
  return [
    ...compare('PoolStatement', {
      keyColumns: ['Pool', 'Line', 'Partner'],
      calculated: Object.keys(statementFormulas(run.tables)),
      stored: () => stored.map(statementRow),
      now: () => run.statement.map(statementRow),
    }),
    ...compare('PoolControl', {
      keyColumns: ['Partner'],
      calculated: Object.keys(controlFormulas(run.tables)),
      stored: () => storedControls(actuals, run.result).map(controlRow),
      now: () => run.result.controls.map(controlRow),
    }),
    ...compare('PoolConsolidation', {
      keyColumns: CONSOLIDATION_KEY,
      calculated: Object.keys(consolidationFormulas(together(stored).partners)),
      stored: () => expectedConsolidation(together(stored)),
      now: () => expectedConsolidation(together(run.statement)),
    }),
  ];
}

/** The rows of a table: as its formulas should show them, and as the ledgers would have them now. */
interface Rows {
  stored(): readonly ExpectedRow[];
  now(): readonly ExpectedRow[];
}
