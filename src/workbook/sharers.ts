/*
 * Who stands in a list of PoolShares: partners and groups of PoolPartners. A group and its member in one list would share
 * twice; a name that is neither is told where names are looked up, and then nobody can be said to be left out of the list.
 */
import { comparable } from '../ledger/cells';
import { dateText } from './dateText';
import type { Finding } from './finding';
import { percentText } from './percentText';
import { projectFinding } from './projectFindings';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';

/** The names that may stand in a list, as `comparable` writes them. @param partners - The rows of PoolPartners. */
export function sharersOf(partners: readonly TypedRow[]): ReadonlySet<string> {
  const names = partners.flatMap((row) => [textOf(row, 'Partner'), textOf(row, 'Part of')]).map(comparable);
  return new Set(names.filter((name) => name !== ''));
}

/** Whether a list names somebody who is neither a partner nor a group. */
export function hasUnknownSharer(rows: readonly TypedRow[], sharers: ReadonlySet<string>): boolean {
  return rows.some((row) => textOf(row, 'Partner') !== '' && !sharers.has(comparable(textOf(row, 'Partner'))));
}

/** A row with 0 is that of a partner that has left; a blank one takes part where all share equally. */
function takesPart(row: TypedRow): boolean {
  const share = numberOf(row, 'Share');
  return share === undefined ? textOf(row, 'Basis') === 'equal' : share !== 0;
}

/**
 * Members that share in a list by themselves and in their group too. A list is in force as a whole, so those of another
 * From say nothing; one that follows contributions takes no group at all, which is a rule of its own.
 *
 * @param rows - The list: one Pool, Set and From.
 * @example I and B are part of G; the list has C 50%, G 30%, B 20% -> B, with 20% and 30%
 */
export function groupAndMemberFindings(rows: readonly TypedRow[], partners: readonly TypedRow[]): Finding[] {
  const groupOf = new Map(partners.map((row) => [comparable(textOf(row, 'Partner')), textOf(row, 'Part of')]));
  const taking = rows.filter(takesPart);
  return taking.flatMap((row): Finding[] => {
    const partner = textOf(row, 'Partner');
    const [set, group] = [textOf(row, 'Set'), groupOf.get(comparable(partner)) ?? ''];
    // The list of the group itself holds its members; the group has no place in it, which is told there.
    if (group === '' || comparable(set) === comparable(group)) return [];
    const ofGroup = taking.find((other) => comparable(textOf(other, 'Partner')) === comparable(group));
    if (ofGroup === undefined) return [];
    const [own, others] = [numberOf(row, 'Share'), numberOf(ofGroup, 'Share')];
    const shares = own === undefined || others === undefined ? {} : { ownShare: percentText(own), groupShare: percentText(others) }; // prettier-ignore
    const detail = { set, from: dateText(numberOf(row, 'From')), group, ...shares };
    return [projectFinding('set with group and member', { place: placeOf(row, 'Partner'), partner, detail })];
  });
}
