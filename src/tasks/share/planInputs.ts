/*
 * The projects' tables for a workbook that has none yet: proposed from a project's cost on a sheet of the user's, or made
 * empty with a finding that says what to fill in. Sharing begins with the next run, once there are rows.
 */
import type { Finding } from '../../workbook/finding';
import { planBlockers } from '../../workbook/inTheWay';
import { projectFinding } from '../../workbook/projectFindings';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { scanWorkbook } from '../../workbook/scan';
import { definitionOf } from '../../workbook/schema';
import { checkTables } from '../model/checkProposal';
import { emptyTable } from '../model/emptyTable';
import { planTables } from '../model/planTables';
import { readOnly } from '../readOnly';
import type { ModelProposal, TaskPlan } from '../task';
import { findProject } from './findProject';
import { proposeProjects } from './proposeProjects';

/** Without these nothing can be shared; they are made where they are missing. */
const NEEDED = ['PoolPartners', 'PoolProjects', 'PoolProjectShares'] as const;

/** Whether there is nothing to share yet: a table is missing, or no cost stands in PoolProjects. */
export function hasNoProjects(model: ModelReading): boolean {
  return NEEDED.some((table) => !model.cells.has(table)) || rowsOf(model, 'PoolProjects').length === 0;
}

type Planned = Pick<TaskPlan, 'totals' | 'findings' | 'blockers' | 'proposal' | 'workbook'>;

/** The plan for the input tables. @param given - The proposal as the user corrected it; undefined at the first look. */
export async function planInputs(model: ModelReading, given: ModelProposal | undefined): Promise<Planned> {
  const found = given === undefined ? await foundProject(model) : undefined;
  const proposal = given ?? found?.proposal;
  const proposed = proposal === undefined ? [] : planTables(proposal, new Set(model.cells.keys()));
  const empty = NEEDED.filter((name) => !model.cells.has(name) && proposed.every(({ table }) => table !== name));
  const tables = [...proposed, ...empty.map((table) => emptyTable(definitionOf(table)))];
  if (tables.length === 0) {
    const nothing = projectFinding('no projects', { detail: { text: '', table: 'PoolProjects' } });
    return { totals: {}, findings: [], blockers: [nothing] };
  }
  const findings = found?.findings ?? [];
  const made = projectFinding('project tables made', { detail: { tables: empty.join(', ') } });
  const wrong = checkTables(tables, model, []).filter(({ severity }) => severity === 'error');
  return {
    totals: {},
    findings: proposal === undefined ? [made] : findings,
    blockers: [...wrong, ...(await planBlockers(model.shape, tables, model.cells, readOnly))],
    ...(proposal === undefined ? {} : { proposal }),
    workbook: { when: new Date(), inputs: model.blocks, tables },
  };
}

/** Looks at the user's sheets for a project's cost. */
async function foundProject(
  model: ModelReading,
): Promise<{ readonly proposal: ModelProposal; readonly findings: readonly Finding[] } | undefined> {
  const { sheets } = await readOnly((context) => scanWorkbook(context, model.shape));
  const found = findProject(sheets);
  if (found === undefined) return undefined;
  const facts = { place: { sheet: found.sheet, row: 0, column: 0 }, detail: { sheet: found.sheet } };
  return { proposal: proposeProjects(found, model), findings: [projectFinding('project found', facts)] };
}
