/*
 * The members of a group that shares as one, with their weights: from the group's own Set in PoolShares on the project's
 * first day, by its shares or by contributions as they stand on that day, else equal. The split itself is in
 * `src/pool/projects`.
 *
 * Source: design section 4 (a group is one sharer, split again by its own Set, else equally with a finding).
 */
import { monthOfSerial } from '../../ledger/calendar';
import { comparable } from '../../ledger/cells';
import { financialYearOf } from '../../ledger/financialYear';
import { countedContributions } from '../../pool/contributions';
import { poolListInForce } from '../../pool/listInForce';
import type { SharerMember } from '../../pool/projects';
import { contributionFinding } from '../../workbook/contributionFindings';
import { isByContributions } from '../../workbook/contributionSets';
import type { Finding } from '../../workbook/finding';
import { projectFinding } from '../../workbook/projectFindings';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { dateText } from '../../workbook/dateText';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { contributionRows } from '../settle/contributionInputs';

/** The project a group takes part in. */
export interface GroupOfProject {
  readonly project: string;
  readonly pool: string;
  readonly sharesOn: number;
}

/**
 * The members of a group, by the latest list that has begun. A list without a pool holds for every pool that has none of its
 * own: a group's lists all have the group's name, so it is the pool's own that says how that pool differs.
 *
 * @param row - The group's row in PoolProjectShares, which findings point at.
 */
export function groupMembers(
  model: Pick<ModelReading, 'tables'>,
  partners: readonly SplitPartner[],
  group: string,
  about: GroupOfProject,
  row: TypedRow,
): { readonly members: readonly SharerMember[]; readonly findings: readonly Finding[] } {
  const { project, pool, sharesOn } = about;
  const place = placeOf(row, 'Partner');
  const numberOfPartner = (name: string): number =>
    partners.findIndex(({ partner }) => comparable(partner) === comparable(name));
  const lists = rowsOf(model, 'PoolShares')
    .filter((each) => comparable(textOf(each, 'Set')) === comparable(group))
    .filter((each) => textOf(each, 'Pool') === '' || comparable(textOf(each, 'Pool')) === comparable(pool))
    .map((each) => ({ row: each, fromDate: numberOf(each, 'From') ?? 0 }));
  if (lists.length === 0) {
    const members = partners.flatMap(({ group: own }, partner) =>
      comparable(own) === comparable(group) ? [{ partner, weight: 1 }] : [],
    );
    const detail = { group, members: members.length };
    return { members, findings: [projectFinding('group without set', { place, detail })] };
  }
  const list = poolListInForce(sharesOn, lists, (each) => textOf(each.row, 'Pool') !== '');
  if (list.length === 0) {
    const detail = { group, project, date: dateText(sharesOn) };
    return { members: [], findings: [projectFinding('set not in force', { place, detail })] };
  }
  const names = list.map(({ row: each }) => textOf(each, 'Partner'));
  const byContributions = list.some(({ row: each }) => isByContributions(each));
  const contributed = byContributions ? contributions(model, names, about) : undefined;
  const members = list.map(({ row: each }, at) => ({
    partner: numberOfPartner(textOf(each, 'Partner')),
    weight: contributed?.[at] ?? weightOf(each),
  }));
  if (contributed !== undefined && !contributed.some((pence) => pence > 0))
    return { members, findings: [noContributions(group, about, row)] };
  return { members, findings: [] };
}

/** What each member contributes to the project's pool on its first day; all nought where the project names no pool. */
function contributions(
  model: Pick<ModelReading, 'tables'>,
  names: readonly string[],
  { pool, sharesOn }: GroupOfProject,
): readonly number[] {
  if (pool === '') return names.map(() => 0);
  return countedContributions(contributionRows(model), { pool, year: yearOf(sharesOn), monthEnd: sharesOn }, names);
}

function noContributions(group: string, { project, pool, sharesOn }: GroupOfProject, row: TypedRow): Finding {
  const place = placeOf(row, 'Partner');
  if (pool === '') return contributionFinding('project without pool', { place, detail: { group, project } });
  const detail = { group, project, pool, year: yearOf(sharesOn), date: dateText(sharesOn) };
  return contributionFinding('group without contributions', { place, detail });
}

function yearOf(serial: number): string {
  return financialYearOf(monthOfSerial(serial));
}

/** In an equal list everyone counts once, but for a leaver with a 0. */
function weightOf(row: TypedRow): number {
  const share = numberOf(row, 'Share');
  if (textOf(row, 'Basis') !== 'equal') return share ?? 0;
  return share === 0 ? 0 : 1;
}
