/*
 * The rows of the projects' tables as the rule in `src/pool/projects` takes them: one entry per project and year, with
 * the rows its findings point at. What a row may hold was checked before; nothing is worked out here.
 */
import { comparable } from '../../ledger/cells';
import type { ProjectItem } from '../../pool/projectItems';
import { yearDays } from '../../pool/projectItems';
import type { ProjectYear } from '../../pool/projects';
import type { Treatment } from '../../pool/equalShare';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, textOf } from '../../workbook/readTable';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { type GroupOfProject, groupMembers } from './groups';

/** A sharer of a project by name: a partner, or a group. */
export interface NamedSharer {
  readonly name: string;
  readonly isGroup: boolean;
  readonly row: TypedRow;
}

/** A project in one financial year, ready to be shared. */
export interface ProjectInput {
  readonly project: string;
  readonly pool: string;
  /** 2004/05 */
  readonly year: string;
  /** The last month of the year, in which the whole year's figures stand: 2005-03. */
  readonly period: string;
  readonly given: ProjectYear;
  readonly sharers: readonly NamedSharer[];
  /** The row of each item, in the order of `given.items`. */
  readonly rows: readonly TypedRow[];
  /** The earliest day of an item: the lists of shares in force on it count. */
  readonly sharesOn: number;
}

/** The partners, each with its column. */
export function splitPartners(model: Pick<ModelReading, 'tables'>): readonly SplitPartner[] {
  return rowsOf(model, 'PoolPartners').map((row) => ({
    partner: textOf(row, 'Partner'),
    shortName: textOf(row, 'Short name'),
    group: textOf(row, 'Part of'),
  }));
}

/** Projects in the order of PoolProjects, of one year or of all, and what was found about their groups. */
export function projectInputs(
  model: Pick<ModelReading, 'tables'>,
  partners: readonly SplitPartner[],
  year?: string,
): { readonly projects: readonly ProjectInput[]; readonly findings: readonly Finding[] } {
  const byKey = new Map<string, TypedRow[]>();
  for (const row of rowsOf(model, 'PoolProjects')) {
    if (year !== undefined && textOf(row, 'Year') !== year) continue;
    const key = `${comparable(textOf(row, 'Project'))}\u0001${comparable(textOf(row, 'Year'))}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const read = [...byKey.values()].map((rows) => projectInput(model, partners, rows));
  return { projects: read.map(({ input }) => input), findings: read.flatMap(({ findings }) => findings) };
}

function projectInput(
  model: Pick<ModelReading, 'tables'>,
  partners: readonly SplitPartner[],
  rows: readonly TypedRow[],
): { readonly input: ProjectInput; readonly findings: readonly Finding[] } {
  const text = (column: string): string => rows.map((row) => textOf(row, column)).find((found) => found !== '') ?? '';
  const [project, pool, year] = [text('Project'), text('Pool'), text('Year')];
  const startYear = Number(year.slice(0, 4));
  const items = rows.map((row) => projectItem(row, startYear, partners));
  const sharesOn = Math.min(...items.map(({ start }) => start));
  const about: GroupOfProject = { project, pool, sharesOn };
  const findings: Finding[] = [];
  const sharers = rowsOf(model, 'PoolProjectShares')
    .filter((row) => comparable(textOf(row, 'Project')) === comparable(project))
    .map((row) => {
      const name = textOf(row, 'Partner');
      const at = partners.findIndex(({ partner }) => comparable(partner) === comparable(name));
      const isGroup = at < 0;
      if (!isGroup) return { name, isGroup, row, members: [{ partner: at, weight: 1 }] };
      const inside = groupMembers(model, partners, name, about, row);
      if (textOf(row, 'Treatment') !== 'none') findings.push(...inside.findings);
      return { name, isGroup, row, members: inside.members };
    });
  const capPence = rows.map((row) => numberOf(row, 'Cap')).find((cap) => cap !== undefined);
  const given: ProjectYear = {
    items,
    ...(capPence === undefined ? {} : { capPence }),
    partners: partners.length,
    sharers: sharers.map(({ row, members }) => ({ treatment: treatmentOf(row), members })),
  };
  const period = `${String(startYear + 1)}-03`;
  return { input: { project, pool, year, period, given, sharers, rows, sharesOn }, findings };
}

function projectItem(row: TypedRow, startYear: number, partners: readonly SplitPartner[]): ProjectItem {
  const { first, last } = yearDays(startYear);
  const payer = comparable(textOf(row, 'Paid by'));
  const paidBy = payer === '' ? -1 : partners.findIndex(({ partner }) => comparable(partner) === payer);
  return {
    name: textOf(row, 'Item'),
    annualCostPence: numberOf(row, 'Annual cost') ?? 0,
    start: numberOf(row, 'Start') ?? first,
    end: numberOf(row, 'End') ?? last,
    ...(paidBy < 0 ? {} : { paidBy }),
  };
}

function treatmentOf(row: TypedRow): Treatment {
  const kind = textOf(row, 'Treatment');
  if (kind === 'fixed') return { kind, amountUnits: numberOf(row, 'Amount') ?? 0 };
  return { kind: kind === 'equal' ? 'equal' : 'none' };
}
