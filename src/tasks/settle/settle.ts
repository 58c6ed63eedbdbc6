/*
 * The task `settle`: what each partner still pays or is paid for a period, to date, agreement by agreement, and the payments
 * that clear it. It reads and reconciles again, refuses what is not ready, and plans; writing the plan is the writer's.
 *
 * Source: domain brief b4 (settlement), a1 (a shadow pool shares no variance); design section 4, PoolSettlement.
 */
import { capFindings } from '../../ledger/capFindings';
import { shareProject } from '../../pool/projects';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { planBlockers } from '../../workbook/inTheWay';
import { projectFindings } from '../../workbook/projectRules';
import { rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { settlementFormulas, transferFormulas } from '../../workbook/settlementFormulas';
import { type StatementPeriod, statementPeriod } from '../reconcile/period';
import { type ReconcileReading, readReconcile } from '../reconcile/readReconcile';
import { type ReconcileRun, runReconcile } from '../reconcile/runReconcile';
import { LIVE_CELL_LIMIT } from '../reconcile/statementTables';
import { readOnly } from '../readOnly';
import { projectInputs } from '../share/projectInputs';
import type { SharedProject } from '../share/splitRows';
import { liveSplitCells } from '../share/splitTable';
import type { Progress, Task, TaskPlan, TaskRequest } from '../task';
import { costFindings } from './checkCosts';
import { notReady } from './notReady';
import { type SettleInputs, settleInputs } from './settleInputs';
import { type SettledPeriod, settlePeriod } from './settlePeriod';
import { planSettleRuns } from './settleRuns';
import { liveSettleCells, planSettleSplit } from './settleSplitTable';
import { settleTotals } from './settleTotals';
import { paymentRows, planSettlement, planTransfers, settlementRows } from './settlementTables';
import { settlementTablesOf, splitTablesOf } from './splitTables';

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
  const wrong = ofTables.filter(isError);
  const notes = ofTables.filter((finding) => !isError(finding));
  if (wrong.length > 0) return { ...stopped, findings: notes, blockers: wrong };

  progress.report(1, 1, 'Settling');
  const run = runReconcile(reading, period);
  const unready = notReady(reading, run, period);
  if (unready.length > 0) return { ...stopped, findings: notes, blockers: unready };
  return { ...stopped, ...(await planSettled(reading, run, period, notes)) };
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function tableFindings({ model, findings }: ReconcileReading): Finding[] {
  return [...model.frames, ...model.inputs, ...projectFindings(model.tables), ...costFindings(model), ...findings];
}

type Planned = Pick<TaskPlan, 'totals' | 'findings' | 'blockers' | 'workbook'>;

async function planSettled(
  reading: ReconcileReading,
  run: ReconcileRun,
  period: StatementPeriod,
  notes: readonly Finding[],
): Promise<Planned> {
  const { model } = reading;
  const inputs = settleInputs(model, period, { statement: run.statement, bridges: run.result.bridges });
  const projects = sharedProjects(reading, inputs);
  const ofYear = projects.filter(({ input }) => input.period === period.period);
  const settled = settlePeriod(inputs, ofYear);
  const found = [...inputs.findings, ...settled.findings, ...poolNotes(inputs, ofYear)];
  const dated = capFindings([...notes, ...found]).map((finding) => ({
    ...finding,
    period: finding.period ?? period.period,
  }));
  const stopping = found.filter(isError);
  const findings = dated.filter((finding) => !isError(finding));
  const totals = settleTotals(settled, inputs.partners);
  if (stopping.length > 0) return { totals: {}, findings, blockers: stopping };
  if (settled.parts.length === 0) {
    const pools = inputs.pools.map(({ pool, kind }) => `${pool} (${kind})`).join(', ');
    return { totals, findings, blockers: [settleFinding('nothing settles', { detail: { pools } })] };
  }
  return { totals, ...(await planTables(reading, settled, { inputs, projects, period }, findings)) };
}

interface Settling {
  readonly inputs: SettleInputs;
  readonly projects: readonly SharedProject[];
  readonly period: StatementPeriod;
}

async function planTables(
  { model, inputs: blocks }: ReconcileReading,
  settled: SettledPeriod,
  { inputs, projects, period }: Settling,
  notes: readonly Finding[],
): Promise<Pick<TaskPlan, 'findings' | 'blockers' | 'workbook'>> {
  const { partners } = inputs;
  const split = { rows: settled.rows, projects: openProjects(model, projects), partners, period };
  const tables = splitTablesOf(model, true);
  const rows = settlementRows(settled.parts, partners);
  const cells =
    liveSettleCells(split, tables) +
    liveSplitCells(split.projects, partners, tables) +
    rows.length * Object.keys(settlementFormulas(partners, settlementTablesOf(model))).length +
    settled.groups.length * paymentRows(partners) * Object.keys(transferFormulas()).length;
  const isLive = cells <= LIVE_CELL_LIMIT;
  const findings = isLive
    ? notes
    : [...notes, workbookFinding('too many live cells', { detail: { cells, limit: LIVE_CELL_LIMIT } })];
  const when = new Date();
  const headings = model.cells.get('PoolSplit')?.headings ?? [];
  const planned = [
    planSettleSplit(split, tables, { isLive, headings }),
    planSettlement(rows, partners, period, { isLive, tables: settlementTablesOf(model) }),
    planTransfers(settled.groups, partners, period.period, isLive),
    planSettleRuns(model, settled.parts, partners, period.period, when),
  ];
  const inTheWay = await planBlockers(model.shape, planned, model.cells, readOnly);
  return {
    findings,
    blockers: inTheWay,
    workbook: { period: period.period, when, inputs: blocks, tables: planned },
  };
}

/** Every project that can be shared; what cannot is a finding of `share`. */
function sharedProjects({ model }: ReconcileReading, { partners }: SettleInputs): readonly SharedProject[] {
  if (!model.cells.has('PoolProjects') || !model.cells.has('PoolProjectShares')) return [];
  return projectInputs(model, partners).projects.flatMap((input): SharedProject[] => {
    const shares = shareProject(input.given);
    return shares.ok ? [{ input, shares: shares.value }] : [];
  });
}

/** Projects whose year is not closed: the rows of a closed one stay as they were issued. */
function openProjects(model: ReconcileReading['model'], projects: readonly SharedProject[]): readonly SharedProject[] {
  const closed = new Set(
    rowsOf(model, 'PoolPeriods')
      .filter((row) => textOf(row, 'Status') === 'closed')
      .map((row) => textOf(row, 'Period')),
  );
  return projects.filter(({ input }) => !closed.has(input.period));
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
