/*
 * A task of the add-in run without Excel: plan, refuse if the plan is blocked, write, calculate, save. What the task does is
 * the add-in's; the sentences of its findings too.
 */
import type { Progress, TaskPlan, TaskRequest } from '../../tasks/task';
import { loadAddin, type TaskFinding, type TasksBundle } from './addin';
import { CannotRun, type HeadlessFinding, type HeadlessTable, type Ran } from './outcome';
import type { Session } from './session';

type PlannedTable = NonNullable<TaskPlan['workbook']>['tables'][number];
type PlannedCell = PlannedTable['rows'][number][number];

const QUIET: Progress = { report: () => undefined, isCancelled: () => false };

/**
 * Runs `model`, `reconcile`, `check` or any other task the add-in knows.
 *
 * @param request - The calendar month, `2026-06`, for the tasks that need one; for `model`, the tables to add.
 * @throws {CannotRun} When the plan is blocked or writing fails; the output file is then not made.
 */
export async function runAddinTask(
  session: Session,
  project: string,
  task: string,
  request: Pick<TaskRequest, 'period' | 'add'>,
): Promise<Ran> {
  const addin = loadAddin(session, project);
  const plan = await addin.planTask(task, request, QUIET);
  const findings = plan.findings.map((finding) => told(addin, finding));
  const blockers = plan.blockers.map((finding) => told(addin, finding));
  if (blockers.length > 0) {
    throw new CannotRun(blockers.map(({ sentence }) => sentence).join('\n'), [...blockers, ...findings]);
  }
  const written: string[] = [];
  if (plan.workbook) {
    const outcome = await addin.writePlan(plan, QUIET, {});
    if (!outcome.ok) throw new CannotRun(outcome.sentence, findings);
    written.push(...outcome.written);
  }
  await session.calculator.calculate(session.book);
  const file = session.save();
  if (file !== '') written.push(file);
  const tables = (plan.workbook?.tables ?? []).map(tableOf);
  const period = plan.period ?? request.period ?? null;
  const outcome = { task, period, totals: plan.totals, findings, tables, written };
  return { outcome, blocks: addin.totalBlocks(plan.totals) };
}

function told(addin: TasksBundle, finding: TaskFinding): HeadlessFinding {
  const { where, sentence } = addin.describeFinding(finding);
  const { kind, severity, partner, line, reference, leftPence, rightPence, differencePence } = finding;
  return {
    kind,
    severity,
    where,
    sentence,
    ...(partner === undefined ? {} : { partner }),
    ...(line === undefined ? {} : { line }),
    ...(reference === undefined ? {} : { reference }),
    ...(leftPence === undefined ? {} : { left: leftPence / 100 }),
    ...(rightPence === undefined ? {} : { right: rightPence / 100 }),
    ...(differencePence === undefined ? {} : { difference: differencePence / 100 }),
  };
}

function tableOf({ table, action, columns, rows }: PlannedTable): HeadlessTable {
  return { table, action, columns, rows: rows.map((row) => row.map(cellOf)) };
}

function cellOf(cell: PlannedCell): string | number | null {
  if ('text' in cell) return cell.text;
  if ('number' in cell) return cell.number;
  return 'formula' in cell ? cell.formula : null;
}
