/*
 * The rules of groups, which are the names in Part of: a group is no partner, and it shares where a list names it.
 *
 * Source: design section 4, PoolPartners.
 */
import { comparable } from '../ledger/cells';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { projectFinding } from './projectFindings';
import { type TypedRow, placeOf, textOf } from './readTable';

/** The tables in which a group may stand as one sharer. */
const LISTS = ['PoolShares', 'PoolProjectShares'] as const;

/**
 * Groups that are called like a partner, and groups that no list names although there are lists: a member whose group is
 * spelt another way would drop out of the sharing and nobody would see it.
 *
 * @example Trust is part of “Countys”, lists name City and “Counties” -> one `group in no list`, at the Trust's Part of
 */
export function groupFindings(tables: InputReadings): Finding[] {
  const partners = tables.get('PoolPartners')?.rows ?? [];
  const names = new Set(partners.map((row) => comparable(textOf(row, 'Partner'))));
  const namesOf = (table: string, column: string): readonly string[] =>
    (tables.get(table)?.rows ?? []).map((row) => comparable(textOf(row, column)));
  const listed = new Set(LISTS.flatMap((table) => namesOf(table, 'Partner')));
  // A line may be shared by the group's own list.
  const rules = new Set(namesOf('PoolLines', 'Risk rule'));
  const told = new Set<string>();
  return partners.flatMap((row): Finding[] => {
    const text = textOf(row, 'Part of');
    const group = comparable(text);
    if (group === '') return [];
    const place = placeOf(row, 'Part of');
    if (names.has(group)) return [projectFinding('group is partner', { place, detail: { text } })];
    if (listed.size === 0 || listed.has(group) || rules.has(group) || told.has(group)) return [];
    told.add(group);
    return [projectFinding('group in no list', { place, detail: { text, members: membersOf(partners, group) } })];
  });
}

function membersOf(partners: readonly TypedRow[], group: string): string {
  const members = partners.filter((row) => comparable(textOf(row, 'Part of')) === group);
  return members.map((row) => textOf(row, 'Partner')).join(', ');
}
