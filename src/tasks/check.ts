/*
 * The task `check`: reads everything again and says what is not right, with the cell. It writes nothing.
 *
 * It looks at the frames and cells of the input tables, at the ledgers (have they changed since the run), and at the
 * statement and control rows of the month (typed-over formulas, errors, figures that differ from the model); the projects
 * and their rows are looked at by `share/checkShare`.
 */
import { contributionFindings, isAboutContributions } from '../workbook/contributionRules';
import { isAboutCosts } from '../workbook/costRules';
import type { Finding } from '../workbook/finding';
import { workbookFinding } from '../workbook/findings';
import { type PlannedCell, blankCell } from '../workbook/plan';
import { isAboutProjects } from '../workbook/projectRules';
import { type ModelReading, rowsOf } from '../workbook/readModel';
import { textOf } from '../workbook/readTable';
import { controlFormulas, statementFormulas } from '../workbook/statementFormulas';
import { consolidationFormulas } from '../workbook/consolidationFormulas';
import { compareTable } from './reconcile/compareTable';
import { consolidation } from './reconcile/consolidation';
import { CONSOLIDATION_KEY, consolidationTotals, expectedConsolidation } from './reconcile/consolidationTable';
import { type StatementPeriod, statementPeriod } from './reconcile/period';
import { type ReconcileReading, missingTables, readReconcile } from './reconcile/readReconcile';
import { type ReconcileRun, runReconcile, statementOf } from './reconcile/runReconcile';
import { lastRun, marksOf } from './reconcile/runs';
import { storedActuals, storedControls } from './reconcile/storedFigures';
import { planActuals } from './reconcile/resultTables';
import { controlCells, statementFigures } from './reconcile/statementTables';
import { reconcileTotals } from './reconcile/totals';
import { readOnly } from './readOnly';
import { costFindings } from './settle/checkCosts';
import { checkProjects } from './share/checkShare';
import type { Progress, Task, TaskPlan, TaskRequest } from './task';

/** The task. */
export const check: Task = { name: 'check', plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const reading = await readOnly((context) => readReconcile(context, progress));
  const { model } = reading;
  const asked = request.period ?? lastPeriod(model);
  const period = statementPeriod(asked);
  const projects = checkProjects(model);
  const ofMonth = [...model.frames, ...model.inputs, ...reading.findings, ...missing(model)];
  const findings: Finding[] = [
    ...ofMonth,
    ...projects,
    ...contributionFindings(model.tables),
    ...costFindings(model, period),
  ];
  const base = { task: 'check', reads: reading.reads, blockers: [] } as const;
  if (period === undefined) {
    const unknown =
      asked === '' ? workbookFinding('not run') : workbookFinding('period not given', { detail: { text: asked } });
    return { ...base, totals: {}, findings: [...findings, unknown] };
  }
  const isOfMonth = (finding: Finding): boolean =>
    !isAboutProjects(finding) && !isAboutContributions(finding) && !isAboutCosts(finding);
  const cannotRun = ofMonth.some((finding) => finding.severity === 'error' && isOfMonth(finding));
  if (cannotRun) return { ...base, period: period.period, totals: {}, findings };

  progress.report(1, 1, 'Checking');
  const run = runReconcile(reading, period);
  const together = consolidation(model, run.statement, period);
  return {
    ...base,
    period: period.period,
    totals: { ...reconcileTotals(run.result, run.statement, period), ...consolidationTotals(together) },
    findings: [...findings, ...run.result.findings, ...together.findings, ...runFindings(reading, run, period)],
  };
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
  const runs = result.controls.map(({ partner }) => ({ partner, last: lastRun(model, period.period, partner) }));
  if (runs.every(({ last }) => last === undefined)) return [workbookFinding('not run', { period: period.period })];
  const changed = runs.flatMap(({ partner, last }): Finding[] => {
    if (last === undefined) return [];
    const now = marksOf(result, partner, run.tablesMark);
    const inPool = result.controls.find((control) => control.partner === partner)?.figures?.inPoolPence ?? 0;
    const before = last.afterPence ?? 0;
    const amounts = { leftPence: before, rightPence: inPool, differencePence: inPool - before };
    const facts = { period: period.period, partner, ...amounts };
    if (last.marks.ledger !== now.ledger) {
      const table = result.sources.find((source) => source.partner === partner)?.table ?? partner;
      return [workbookFinding('ledger changed', { ...facts, detail: { table } })];
    }
    return last.marks.all === now.all ? [] : [workbookFinding('inputs changed', facts)];
  });
  // Without a ledger that can be read there is nothing to compare with; its own finding says so.
  if (run.unread.length > 0) return changed;
  // PoolActuals can only be judged for partners whose ledgers and codes are those of the run.
  const unchanged = result.controls.filter((control) => !changed.some(({ partner }) => partner === control.partner));
  return [
    ...changed,
    ...actualsFindings(
      reading,
      run,
      period,
      unchanged.map(({ partner }) => partner),
    ),
    ...tableFindings(reading, run, period),
  ];
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
  const actuals = storedActuals(model, run.result);
  const statement = model.cells.get('PoolStatement');
  const control = model.cells.get('PoolControl');
  const pools = model.cells.get('PoolConsolidation');
  const findings: Finding[] = [];
  const rows = statementOf(reading, run.result, actuals, period);
  if (statement !== undefined) {
    findings.push(
      ...compareTable({
        cells: statement,
        period: period.period,
        keyColumns: ['Pool', 'Line', 'Partner'],
        expected: rows.map((row) => ({
          key: [row.pool, row.line, row.partner],
          figures: statementFigures(row),
        })),
        calculated: Object.keys(statementFormulas(run.tables)),
      }),
    );
  }
  if (control !== undefined) {
    findings.push(
      ...compareTable({
        cells: control,
        period: period.period,
        keyColumns: ['Partner'],
        expected: storedControls(actuals, run.result).map((row) => ({
          key: [row.partner],
          figures: controlCells(row),
        })),
        calculated: Object.keys(controlFormulas(run.tables)),
      }),
    );
  }
  if (pools !== undefined) {
    const together = consolidation(model, rows, period);
    findings.push(
      ...compareTable({
        cells: pools,
        period: period.period,
        keyColumns: CONSOLIDATION_KEY,
        expected: expectedConsolidation(together),
        calculated: Object.keys(consolidationFormulas(together.partners)),
      }),
    );
  }
  return findings;
}
