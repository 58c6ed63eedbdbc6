/*
 * The members of a group that shares as one, with their weights: from the group's own Set in PoolShares on the project's
 * first day, else equal. The split itself is in `src/pool/projects`.
 *
 * Source: design section 4 (a group is one sharer, split again by its own Set, else equally with a finding).
 */
import { comparable } from '../../ledger/cells';
import { listInForce } from '../../pool/listInForce';
import type { SharerMember } from '../../pool/projects';
import type { Finding } from '../../workbook/finding';
import { projectFinding } from '../../workbook/projectFindings';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { dateText } from '../../workbook/setRules';
import type { SplitPartner } from '../../workbook/splitFormulas';

/** The project a group takes part in. */
export interface GroupOfProject {
  readonly project: string;
  readonly pool: string;
  readonly sharesOn: number;
}

/**
 * The members of a group. A list without a pool holds for every pool; the latest list that has begun counts.
 *
 * @param row - The group's row in PoolProjectShares, which findings point at.
 */
export function groupMembers(
  model: Pick<ModelReading, 'tables'>,
  partners: readonly SplitPartner[],
  group: string,
  { project, pool, sharesOn }: GroupOfProject,
  row: TypedRow,
): { readonly members: readonly SharerMember[]; readonly findings: readonly Finding[] } {
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
  const list = listInForce(sharesOn, lists);
  if (list.length === 0) {
    const detail = { group, project, date: dateText(sharesOn) };
    return { members: [], findings: [projectFinding('set not in force', { place, detail })] };
  }
  const members = list.map(({ row: each }) => ({
    partner: numberOfPartner(textOf(each, 'Partner')),
    weight: weightOf(each),
  }));
  const pools = new Set(list.map(({ row: each }) => comparable(textOf(each, 'Pool'))));
  const findings =
    pools.size < 2
      ? []
      : [projectFinding('set twice', { place, detail: { group, date: dateText(list[0]?.fromDate) } })];
  return { members, findings };
}

/** In an equal list everyone counts once, but for a leaver with a 0. */
function weightOf(row: TypedRow): number {
  const share = numberOf(row, 'Share');
  if (textOf(row, 'Basis') !== 'equal') return share ?? 0;
  return share === 0 ? 0 : 1;
}
