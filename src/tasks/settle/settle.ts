/*
 * The task `settle`: what each partner still pays or is paid for a period, to date, agreement by agreement, and the payments
 * that clear it. It reads and reconciles again, refuses what is not ready, and plans; writing the plan is the writer's.
 *
 * Source: domain brief b4 (settlement), a1 (a shadow pool shares no variance); design section 4, PoolSettlement.
 */
import { capFindings } from '../../ledger/capFindings';
import { contributionFindings } from '../../workbook/contributionRules';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { grantFindings, isAboutGrants } from '../../workbook/grantRules';
import { planBlockers } from '../../workbook/inTheWay';
import { projectFindings } from '../../workbook/projectRules';
import { listFindings } from '../../workbook/listRules';
import { settleFinding } from '../../workbook/settleFindings';
import { waterfallTableFindings } from '../../workbook/waterfallRules';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { type ReconcileReading, readReconcile } from '../reconcile/readReconcile';
import { type ReconcileRun, runReconcile } from '../reconcile/runReconcile';
import { LIVE_CELL_LIMIT } from '../reconcile/statementTables';
import { readOnly } from '../readOnly';
import type { SharedProject } from '../share/splitRows';
import type { Progress, Task, TaskPlan, TaskRequest } from '../task';
import { besideSettlement } from './besideSettlement';
import { costFindings } from './checkCosts';
import { notReady } from './notReady';
import { shadowMonthsOf } from './settledPools';
import { type SettledMonth, planSettled } from './planStatements';
import { type SettleInputs, settleInputs } from './settleInputs';
import { settlePeriod } from './settlePeriod';
import { planSettleRuns } from './settleRuns';
import { settleTotals } from './settleTotals';
import { openProjects, projectsOfMonth, sharedProjects } from './settledProjects';
import { statementTotals } from './statementTotals';
import { statementsOf } from './statements';

/** The task. */
export const settle: Task = { name: 'settle', plan };

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  const period = statementPeriod(request.period ?? '');
  const base = { task: 'settle', ...(request.period === undefined ? {} : { period: request.period }) } as const;
  if (period === undefined) {
    const blockers = [workbookFinding('period not given', { detail: { text: request.period ?? '' } })];
    return { ...base, reads: [], totals: {}, findings: [], blockers };
  }
  const reading = await readOnly((context) => readReconcile(context, progress));
  const stopped = { ...base, reads: reading.reads, totals: {} };
  const ofTables = tableFindings(reading);
  // What grants pay for changes nothing in what partners owe: errors of PoolGrants stop its own statement only.
  const stops = (finding: Finding): boolean => isError(finding) && !isAboutGrants(finding);
  const wrong = ofTables.filter(stops);
  const notes = ofTables.filter((finding) => !stops(finding));
  if (wrong.length > 0) return { ...stopped, findings: notes, blockers: wrong };

  progress.report(1, 1, 'Settling');
  const run = runReconcile(reading, period);
  const unready = [...notReady(reading, run, period)];
  for (const month of shadowMonthsOf(reading.model, period)) {
    if (unready.length === 0) unready.push(...notReady(reading, runReconcile(reading, month), month));
  }
  if (unready.length > 0) return { ...stopped, findings: notes, blockers: unready };
  return { ...stopped, ...(await planMonth(reading, run, period, notes)) };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** Everything wrong in the tables that a settlement and its statements are made from. */
function tableFindings({ model, findings }: ReconcileReading): Finding[] {
  return [
    ...model.frames,
    ...model.inputs,
    ...projectFindings(model.tables),
    ...listFindings(model.tables),
    ...waterfallTableFindings(model.tables),
    ...contributionFindings(model.tables),
    ...costFindings(model),
    ...grantFindings(model.tables),
    ...findings,
  ];
}

type Planned = Pick<TaskPlan, 'totals' | 'findings' | 'blockers' | 'workbook'>;

async function planMonth(
  reading: ReconcileReading,
  run: ReconcileRun,
  period: StatementPeriod,
  notes: readonly Finding[],
): Promise<Planned> {
  const { model } = reading;
  const inputs = settleInputs(model, period, { statement: run.statement, bridges: run.result.bridges });
  const { partners, pools } = inputs;
  const projects = sharedProjects(model, partners);
  const ofMonth = projectsOfMonth(projects, period.period);
  const settled = settlePeriod(inputs, ofMonth);
  const found = [...inputs.findings, ...settled.findings, ...poolNotes(inputs, ofMonth)];
  const dated = (findings: readonly Finding[]): readonly Finding[] =>
    capFindings(findings).map((finding) => ({ ...finding, period: finding.period ?? period.period }));
  const quiet = [...notes, ...found.filter((finding) => !isError(finding))];
  const stopping = withoutConsequences(found.filter(isError));
  if (stopping.length > 0) return { totals: {}, findings: dated(quiet), blockers: dated(stopping) };
  const totals = settleTotals(settled, partners);
  if (settled.parts.length === 0) {
    const named = pools.map(({ pool, kind }) => `${pool} (${kind})`).join(', ');
    const nothing = settleFinding('nothing settles', { detail: { pools: named } });
    return { totals, findings: dated(quiet), blockers: dated([nothing]) };
  }
  const statements = statementsOf(model, inputs, settled, run.statement);
  const agreements = settled.parts.map(({ agreement }) => agreement);
  const besides = besideSettlement(model, inputs, agreements, run.result);
  const said = [...quiet, ...besides, ...statements.findings];
  const month = { inputs, settled, statements, projects: openProjects(model, projects) };
  const { findings, ...planned } = await planTables(reading, month, said);
  return { totals: { ...totals, ...statementTotals(statements, partners) }, findings: dated(findings), ...planned };
}

/** A line whose list is missing has no weights either: the list's own finding says more. */
function withoutConsequences(errors: readonly Finding[]): readonly Finding[] {
  const causes = errors.filter(({ kind }) => kind !== 'no weights to share by');
  return causes.length > 0 ? causes : errors;
}

async function planTables(
  { model, inputs: blocks }: ReconcileReading,
  month: SettledMonth,
  notes: readonly Finding[],
): Promise<Pick<TaskPlan, 'findings' | 'blockers' | 'workbook'>> {
  const { partners, period } = month.inputs;
  const { tables, cells, isLive } = planSettled(model, month);
  const detail = { cells, limit: LIVE_CELL_LIMIT };
  const findings = isLive ? notes : [...notes, workbookFinding('too many live cells', { detail })];
  const when = new Date();
  const planned = [...tables, planSettleRuns(model, month.settled.parts, partners, period.period, when)];
  const inTheWay = await planBlockers(model.shape, planned, model.cells, readOnly);
  return {
    findings,
    blockers: inTheWay,
    workbook: { period: period.period, when, inputs: blocks, tables: planned },
  };
}

/** What a finance lead should know: pools that keep their variances, and projects that cannot be settled. */
function poolNotes({ pools }: SettleInputs, projects: readonly SharedProject[]): Finding[] {
  const settling = new Set(pools.filter(({ settles }) => settles).map(({ pool }) => pool.toLowerCase()));
  return [
    ...pools
      .filter(({ settles }) => !settles)
      .map(({ pool, kind }) => settleFinding('pool not settled', { detail: { pool, kind } })),
    ...projects.flatMap(({ input, shares }) => {
      const { project, year, pool } = input;
      return [
        ...(shares.payments === undefined ? [settleFinding('project not settled', { detail: { project, year } })] : []),
        ...(settling.has(pool.toLowerCase())
          ? [settleFinding('project in settled pool', { detail: { project, pool } })]
          : []),
      ];
    }),
  ];
}
