/*
 * What `check` says about projects: what is wrong in their tables, and every cell of PoolSplit that is not what they make
 * of it. It reads what was read; it writes nothing.
 */
import type { Finding } from '../../workbook/finding';
import { shareProject } from '../../pool/projects';
import { isAboutCosts } from '../../workbook/costRules';
import { isAboutGrants } from '../../workbook/grantRules';
import { groupFindings } from '../../workbook/groupRules';
import { setFindings } from '../../workbook/setRules';
import { projectFindings } from '../../workbook/projectRules';
import type { ModelReading } from '../../workbook/readModel';
import { SPLIT_ROWS, type SplitPartner } from '../../workbook/splitFormulas';
import { splitTableFormulas } from '../../workbook/splitTableFormulas';
import type { TableCells } from '../../workbook/tableCells';
import { isAboutWaterfall } from '../../workbook/waterfallRules';
import { closedPeriods } from '../close/closed';
import { type ExpectedRow, compareTable } from '../reconcile/compareTable';
import { splitTablesOf } from '../settle/splitTables';
import { problemFinding, sharedFindings } from './problems';
import { projectInputs, splitPartners } from './projectInputs';
import { type SharedProject, splitRows } from './splitRows';
import { splitFigures } from './splitTable';

const KEY = ['Project', 'Year', 'Row', 'Item', 'Sharer'] as const;

/** Everything to say about projects and the lists of PoolShares. */
export function checkProjects(model: ModelReading): Finding[] {
  // A workbook without projects may have lists of shares all the same.
  if (!model.cells.has('PoolProjects')) return [...groupFindings(model.tables), ...setFindings(model.tables)];
  const cells = projectFindings(model.tables);
  const isOfOthers = (finding: Finding): boolean =>
    [isAboutCosts, isAboutGrants, isAboutWaterfall].some((is) => is(finding));
  const stops = [...cells, ...model.inputs].some((finding) => finding.severity === 'error' && !isOfOthers(finding));
  if (stops) return cells;
  const partners = splitPartners(model);
  const { projects, findings } = projectInputs(model, partners);
  const shared: SharedProject[] = [];
  const problems: Finding[] = [];
  for (const input of projects) {
    const shares = shareProject(input.given);
    if (shares.ok) shared.push({ input, shares: shares.value });
    else problems.push(problemFinding(input, shares.problem));
  }
  const found = [...cells, ...findings, ...problems, ...shared.flatMap(sharedFindings)];
  const split = model.cells.get('PoolSplit');
  return split === undefined ? found : [...found, ...splitDifferences(model, split, shared, partners)];
}

/** The rows of projects against what they should be, year by year: those of a year that was never run are not missed. */
function splitDifferences(
  model: ModelReading,
  split: TableCells,
  shared: readonly SharedProject[],
  partners: readonly SplitPartner[],
): Finding[] {
  const closed = closedPeriods(model);
  const rowAt = split.headings.indexOf('Row');
  const periodAt = split.headings.indexOf('Period');
  const known: readonly string[] = Object.values(SPLIT_ROWS);
  const isOurs = split.values.map((values) => known.includes(String(values[rowAt] ?? '')));
  const periods = new Set(
    split.values.filter((_row, at) => isOurs[at]).map((values) => String(values[periodAt] ?? '')),
  );
  // A row of another task keeps its place and is passed over.
  const ours: TableCells = {
    ...split,
    values: split.values.map((values, at) => (isOurs[at] === true ? values : values.map(() => ''))),
  };
  return [...periods].flatMap((period) =>
    compareTable({
      cells: ours,
      period,
      keyColumns: KEY,
      expected: shared
        .filter(({ input }) => input.period === period)
        .flatMap((project) => expectedRows(project, partners)),
      calculated: Object.keys(splitTableFormulas(partners, splitTablesOf(model))),
      closed,
      matter: ['Amount', ...partners.map(({ shortName }) => shortName)],
    }),
  );
}

function expectedRows(project: SharedProject, partners: readonly SplitPartner[]): ExpectedRow[] {
  const { input } = project;
  return splitRows(project, partners).map((row) => {
    const item = row.item === undefined ? '' : (input.given.items[row.item]?.name ?? '');
    return {
      key: [input.project, input.year, row.row, item, row.sharer?.name ?? ''],
      figures: splitFigures(project, row, partners),
    };
  });
}
