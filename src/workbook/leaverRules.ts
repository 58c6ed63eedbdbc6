/*
 * Who leaves a list of shares: each partner or group with a share in one list of a Set stands in the next, a leaver with 0. Who
 * is in neither may have been forgotten.
 *
 * Source: design section 4, PoolShares: one complete list per Set and From, a leaver at 0.
 */
import { comparable } from '../ledger/cells';
import { poolListInForce } from '../pool/listInForce';
import { agreementFinding } from './agreementFindings';
import { dateText } from './dateText';
import type { Finding } from './finding';
import { type TypedRow, numberOf, textOf, placeOf } from './readTable';
import { hasUnknownSharer, sharersOf } from './sharers';

/** Who belongs to which group, by comparable names. */
interface Groups {
  readonly groupOf: ReadonlyMap<string, string>;
  /** The members of a group, as typed. */
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  /** Every row of a group's own lists, with the day its list begins. */
  readonly listed: readonly { readonly row: TypedRow; readonly fromDate: number }[];
}

/** A list with the day it begins, 0 for none. */
interface DatedList {
  readonly rows: readonly TypedRow[];
  readonly first: TypedRow;
  readonly from: number;
}

/**
 * One finding for each partner or group that had a share in a list and is not in the next one of the same Pool and Set.
 *
 * @param lists - The rows of each list: one Pool, Set and From.
 * @param partners - The rows of PoolPartners.
 * @example Risk from 1 April: City 60%, NHS side 40%; from 1 June: City 60%, PCT 40% -> the Trust, as part of NHS side
 */
export function leaverFindings(lists: readonly (readonly TypedRow[])[], partners: readonly TypedRow[]): Finding[] {
  const groups = groupsOf(partners, lists);
  const sharers = sharersOf(partners);
  const dated = lists
    .flatMap((rows): DatedList[] => {
      const [first] = rows;
      return first === undefined ? [] : [{ rows, first, from: numberOf(first, 'From') ?? 0 }];
    })
    .sort((a, b) => a.from - b.from);
  const last = new Map<string, DatedList>();
  return dated.flatMap((list): Finding[] => {
    const set = comparable(textOf(list.first, 'Set'));
    const key = `${comparable(textOf(list.first, 'Pool'))}\u0001${set}`;
    const before = last.get(key);
    last.set(key, list);
    // That the list of a group holds each of its members is a rule of its own.
    if (before === undefined || groups.membersOf.has(set)) return [];
    // A name that is nobody's is told where it stands, and may be that of the partner who seems to be left out.
    if (hasUnknownSharer(list.rows, sharers)) return [];
    return leftOut(before, list, groups, sharers);
  });
}

function groupsOf(partners: readonly TypedRow[], lists: readonly (readonly TypedRow[])[]): Groups {
  const groupOf = new Map<string, string>();
  const membersOf = new Map<string, string[]>();
  for (const row of partners) {
    const group = comparable(textOf(row, 'Part of'));
    if (group === '') continue;
    groupOf.set(comparable(textOf(row, 'Partner')), group);
    const members = membersOf.get(group);
    if (members === undefined) membersOf.set(group, [textOf(row, 'Partner')]);
    else members.push(textOf(row, 'Partner'));
  }
  const listed = lists
    .flat()
    .filter((row) => membersOf.has(comparable(textOf(row, 'Set'))))
    .map((row) => ({ row, fromDate: numberOf(row, 'From') ?? 0 }));
  return { groupOf, membersOf, listed };
}

/** Members with a 0 in the group's own list on a day. */
function withoutPart({ listed }: Groups, group: string, pool: string, date: number): ReadonlySet<string> {
  const ofPool = listed
    .filter(({ row }) => comparable(textOf(row, 'Set')) === group)
    .filter(({ row }) => ['', comparable(pool)].includes(comparable(textOf(row, 'Pool'))));
  const list = poolListInForce(date, ofPool, ({ row }) => textOf(row, 'Pool') !== '');
  return new Set(list.filter(({ row }) => isAtNought(row)).map(({ row }) => comparable(textOf(row, 'Partner'))));
}

/** In a list by contributions a share is blank, and what is typed there does not count. */
function isAtNought(row: TypedRow): boolean {
  return textOf(row, 'Basis') !== 'contributions' && numberOf(row, 'Share') === 0;
}

/** A member may take part through its group from now on; a group is there only if each of its members is. */
function leftOut(
  before: DatedList,
  { rows, first, from }: DatedList,
  groups: Groups,
  sharers: ReadonlySet<string>,
): Finding[] {
  const { groupOf, membersOf } = groups;
  const listed = new Set(rows.map((row) => comparable(textOf(row, 'Partner'))));
  const list = { set: textOf(first, 'Set'), from: dateText(from), before: dateText(before.from) };
  const missing = (partner: string, more: Readonly<Record<string, string>> = {}): Finding =>
    agreementFinding('sharer left out', { place: placeOf(first, 'Partner'), partner, detail: { ...list, ...more } });
  return before.rows.flatMap((row): Finding[] => {
    const partner = textOf(row, 'Partner');
    const name = comparable(partner);
    if (numberOf(row, 'Share') === 0 || !sharers.has(name) || listed.has(name)) return [];
    if (listed.has(groupOf.get(name) ?? '')) return [];
    const members = membersOf.get(name) ?? [];
    const gone = members.filter((member) => !listed.has(comparable(member)));
    // A group of which nobody is in the next list is named as it stands in the one before.
    if (gone.length === members.length) return [missing(partner)];
    // With 0 on the last day before they bore nothing that they could leave; with 0 from this day they are said to have left.
    const none = [from - 1, from].map((date) => withoutPart(groups, name, textOf(first, 'Pool'), date));
    const bore = gone.filter((member) => none.every((members) => !members.has(comparable(member))));
    return bore.map((member) => missing(member, { group: partner }));
  });
}
