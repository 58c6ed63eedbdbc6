/*
 * The task `share`: what each partner bears of the projects, management posts and agreed efficiencies that are shared by an
 * agreement of their own. It reads the projects' tables, works out and plans; writing the plan is the writer's.
 *
 * Source: Leicester 2004, supporting information 4.2; Leeds 2012, 3.7.
 */
import { parseMonth } from '../../ledger/calendar';
import { financialYearOf } from '../../ledger/financialYear';
import { shareProject } from '../../pool/projects';
import { contributionFindings } from '../../workbook/contributionRules';
import { isByContributions } from '../../workbook/contributionSets';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { planBlockers } from '../../workbook/inTheWay';
import { projectFinding } from '../../workbook/projectFindings';
import { PROJECT_TABLES, projectFindings } from '../../workbook/projectRules';
import { type ModelReading, readModel, rowsOf } from '../../workbook/readModel';
import { definitionOf } from '../../workbook/schema';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { sheetAddress } from '../../workbook/address';
import { LIVE_CELL_LIMIT } from '../reconcile/statementTables';
import { readOnly } from '../readOnly';
import { splitTablesOf } from '../settle/splitTables';
import type { PlannedRead, Progress, Task, TaskPlan, TaskRequest } from '../task';
import { hasNoProjects, planInputs } from './planInputs';
import { problemFinding, sharedFindings } from './problems';
import { type ProjectInput, projectInputs, splitPartners } from './projectInputs';
import { planShareRuns } from './shareRuns';
import type { SharedProject } from './splitRows';
import { liveSplitCells, planSplit } from './splitTable';
import { shareTotals } from './totals';

/** The task. */
export const share: Task = { name: 'share', plan };

/** The tables it reads, in the order they are filled in; contributions only where a list of shares follows them. */
function readTables(model: ModelReading): readonly string[] {
  const followed = rowsOf(model, 'PoolShares').some(isByContributions) ? ['PoolContributions'] : [];
  return ['PoolPartners', ...PROJECT_TABLES, ...followed];
}

async function plan(request: TaskRequest, progress: Progress): Promise<TaskPlan> {
  progress.report(0, 1, 'Reading the projects');
  const asked = request.period ?? '';
  const year = parseMonth(asked) ? financialYearOf(asked) : undefined;
  const base = { task: 'share', ...(request.period === undefined ? {} : { period: request.period }) } as const;
  if (asked !== '' && year === undefined) {
    const blockers = [workbookFinding('period not given', { detail: { text: asked } })];
    return { ...base, reads: [], totals: {}, findings: [], blockers };
  }
  const model = await readOnly((context) => readModel(context));
  const reads = readsOf(model);
  if (request.proposal !== undefined || hasNoProjects(model))
    return { ...base, reads, ...(await planInputs(model, request.proposal)) };

  const ofTables = [...projectFindings(model.tables), ...contributionFindings(model.tables)];
  const cellFindings = [...model.frames, ...model.inputs, ...ofTables].filter(isOfShare(model));
  const wrong = cellFindings.filter(({ severity }) => severity === 'error');
  const notes = cellFindings.filter(({ severity }) => severity !== 'error');
  if (wrong.length > 0) return { ...base, reads, totals: {}, findings: notes, blockers: wrong };

  const partners = splitPartners(model);
  const { projects, findings: ofGroups } = projectInputs(model, partners, year);
  if (projects.length === 0) {
    const nothing = projectFinding('no projects', { detail: { text: year ?? '', table: 'PoolProjects' } });
    return { ...base, reads, totals: {}, findings: notes, blockers: [nothing] };
  }
  return { ...base, reads, ...(await planShared({ model, partners, projects, year, notes: [...notes, ...ofGroups] })) };
}

interface Sharing {
  readonly model: ModelReading;
  readonly partners: readonly SplitPartner[];
  readonly projects: readonly ProjectInput[];
  readonly year: string | undefined;
  readonly notes: readonly Finding[];
}

type Planned = Pick<TaskPlan, 'totals' | 'findings' | 'blockers' | 'workbook'>;

async function planShared({ model, partners, projects, year, notes }: Sharing): Promise<Planned> {
  const shared: SharedProject[] = [];
  const problems: Finding[] = [];
  for (const input of projects) {
    const shares = shareProject(input.given);
    if (shares.ok) shared.push({ input, shares: shares.value });
    else problems.push(problemFinding(input, shares.problem));
  }
  // A list that is not in force leaves its group without weights; its own finding says more.
  const stopping = notes.filter(({ severity }) => severity === 'error');
  const blocking = [
    ...stopping,
    ...problems.filter(({ kind }) => kind !== 'set not in force' || stopping.length === 0),
  ];
  const findings = [...notes.filter(({ severity }) => severity !== 'error'), ...shared.flatMap(sharedFindings)];
  if (blocking.length > 0) return { totals: shareTotals(shared, partners), findings, blockers: blocking };

  const split = splitTablesOf(model);
  const cells = liveSplitCells(shared, partners, split);
  const isLive = cells <= LIVE_CELL_LIMIT;
  if (!isLive) findings.push(workbookFinding('too many live cells', { detail: { cells, limit: LIVE_CELL_LIMIT } }));
  const when = new Date();
  const headings = model.cells.get('PoolSplit')?.headings ?? [];
  const scope = year === undefined ? {} : { year };
  const tables = [
    planSplit(shared, partners, scope, { isLive, tables: split, headings }),
    planShareRuns(model, shared, partners, when),
  ];
  const inTheWay = await planBlockers(model.shape, tables, model.cells, readOnly);
  return {
    totals: shareTotals(shared, partners),
    findings,
    blockers: inTheWay,
    workbook: { when, inputs: model.blocks.filter(({ what }) => readTables(model).includes(what)), tables },
  };
}

/** Only what is wrong in the tables that are read here stops this task. */
function isOfShare(model: ModelReading): (finding: Finding) => boolean {
  const tables = [...readTables(model), 'PoolSplit'];
  return ({ place, detail }) => {
    if (place === undefined) return tables.includes(String(detail?.['table'] ?? ''));
    return tables.some((table) => definitionOf(table).sheet === place.sheet);
  };
}

function readsOf(model: ModelReading): readonly PlannedRead[] {
  return model.blocks
    .filter(({ what }) => readTables(model).includes(what))
    .map(({ what, area }) => ({ where: sheetAddress(area), what, rows: rowsOf(model, what).length }));
}
