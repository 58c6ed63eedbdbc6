/*
 * The rules of PoolShares: every list of a Set is complete, of one basis, and totals 100%; the Set of a group holds its
 * members and nobody else. Which list is in force on a day is `src/pool/sharesOn`, and lists that follow contributions
 * are `contributionSets`.
 */
import { comparable } from '../ledger/cells';
import { readNumber } from '../money/exact';
import { isWhole } from '../pool/sharesOn';
import { contributionSetFindings, isByContributions } from './contributionSets';
import { dateText } from './dateText';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { percentText } from './percentText';
import { projectFinding } from './projectFindings';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { groupAndMemberFindings, hasUnknownSharer, sharersOf } from './sharers';
import { type IsUnread, unreadCells } from './unread';

/** Everything that is wrong in PoolShares beyond single cells. */
export function setFindings(tables: InputReadings): Finding[] {
  const partners = tables.get('PoolPartners')?.rows ?? [];
  const sharers = sharersOf(partners);
  const lists = listsOf(tables.get('PoolShares')?.rows ?? []);
  const isUnread = unreadCells(tables.get('PoolShares'));
  return lists
    .flatMap((rows): Finding[] => {
      const [first] = rows;
      if (first === undefined) return [];
      const set = textOf(first, 'Set');
      const members = partners.filter((row) => comparable(textOf(row, 'Part of')) === comparable(set));
      return [
        ...shareFindings(rows, set, isUnread),
        ...groupAndMemberFindings(rows, partners),
        ...(rows.every(isByContributions) ? contributionSetFindings(tables, rows, members.length > 0) : []),
        ...(members.length === 0 ? [] : memberFindings(rows, set, members, sharers)),
      ];
    })
    .concat(ownBesideGeneral(lists, partners, tables.get('PoolLines')?.rows ?? []));
}

/**
 * Lists of a pool's own beside one of the same name for all pools. Both would be read as one list, or the later would win.
 *
 * @example Set “Risk” with Pool blank in row 6, and with Pool LD in row 8 -> one finding at row 8
 */
function ownBesideGeneral(
  lists: readonly (readonly TypedRow[])[],
  partners: readonly TypedRow[],
  lines: readonly TypedRow[],
): Finding[] {
  // The Set of a group must have the group’s name: of its lists the pool’s own counts. A line that shares by such a Set itself
  // can name another.
  const named = new Set(lines.map((row) => comparable(textOf(row, 'Risk rule'))));
  const groups = new Set(
    partners.map((row) => comparable(textOf(row, 'Part of'))).filter((group) => !named.has(group)),
  );
  const firsts = lists.flatMap(([first]) => (first === undefined ? [] : [first]));
  const general = new Map(
    firsts.filter((row) => textOf(row, 'Pool') === '').map((row) => [comparable(textOf(row, 'Set')), row]),
  );
  const told = new Set<string>();
  return firsts.flatMap((row): Finding[] => {
    const [pool, set] = [textOf(row, 'Pool'), textOf(row, 'Set')];
    const other = general.get(comparable(set));
    const key = `${comparable(pool)}\u0001${comparable(set)}`;
    if (pool === '' || other === undefined || groups.has(comparable(set)) || told.has(key)) return [];
    told.add(key);
    const detail = { pool, set, row: placeOf(other, 'Set').row + 1 };
    return [projectFinding('set for all and own', { place: placeOf(row, 'Set'), detail })];
  });
}

/** The rows of each list: the same Pool, Set and From. */
export function listsOf(rows: readonly TypedRow[]): (readonly TypedRow[])[] {
  const lists = new Map<string, TypedRow[]>();
  for (const row of rows) {
    const key = [comparable(textOf(row, 'Pool')), comparable(textOf(row, 'Set')), numberOf(row, 'From') ?? 0].join(
      '\u0001',
    );
    lists.set(key, [...(lists.get(key) ?? []), row]);
  }
  return [...lists.values()];
}

function shareFindings(rows: readonly TypedRow[], set: string, isUnread: IsUnread): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const from = dateText(numberOf(first, 'From'));
  const equal = rows.filter((row) => textOf(row, 'Basis') === 'equal');
  const bases = new Set(rows.map((row) => textOf(row, 'Basis') || 'fixed'));
  if (bases.size > 1)
    return [projectFinding('basis differs', { place: placeOf(first, 'Basis'), detail: { set, from } })];
  // Shares that follow contributions are not typed.
  if (bases.has('contributions')) return [];
  const bad = rows.filter((row) => {
    const share = numberOf(row, 'Share');
    if (isUnread(row, 'Share')) return false;
    return share === undefined ? equal.length === 0 : share < 0 || share > 1;
  });
  if (bad.length > 0) {
    return bad.map((row) => {
      const share = numberOf(row, 'Share');
      const detail = { set, text: share === undefined ? '' : percentText(share) };
      return projectFinding('share not usable', { place: placeOf(row, 'Share'), detail });
    });
  }
  // Of an equal list, whoever stands there without a 0 takes part.
  if (equal.some((row) => numberOf(row, 'Share') !== 0)) return [];
  // What a list totals is not known while a share cannot be read; its cell has a finding of its own.
  if (rows.some((row) => isUnread(row, 'Share'))) return [];
  const shares = rows.map((row) => numberOf(row, 'Share') ?? 0);
  if (isWhole(shares)) return [];
  const total = shares.reduce((sum, share) => sum.plus(readNumber(share)), readNumber(0)).toNumber();
  const gap = readNumber(total).minus(1).toNumber();
  const detail = {
    set,
    from,
    percent: percentText(total),
    gap: `${percentText(Math.abs(gap))} too ${gap > 0 ? 'much' : 'little'}`,
  };
  return [projectFinding('set not whole', { place: placeOf(first, 'Share'), detail })];
}

function memberFindings(
  rows: readonly TypedRow[],
  set: string,
  members: readonly TypedRow[],
  sharers: ReadonlySet<string>,
): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const from = dateText(numberOf(first, 'From'));
  const listed = new Set(rows.map((row) => comparable(textOf(row, 'Partner'))));
  const inGroup = new Set(members.map((row) => comparable(textOf(row, 'Partner'))));
  // A name that is nobody's is told where it stands, and may be that of a member who is missing.
  const isAnybody = (row: TypedRow): boolean => sharers.has(comparable(textOf(row, 'Partner')));
  const missing = (hasUnknownSharer(rows, sharers) ? [] : members)
    .map((row) => textOf(row, 'Partner'))
    .filter((partner) => !listed.has(comparable(partner)))
    .map((partner) =>
      projectFinding('set without member', { place: placeOf(first, 'Partner'), partner, detail: { set, from } }),
    );
  const others = rows
    .filter((row) => isAnybody(row) && !inGroup.has(comparable(textOf(row, 'Partner'))))
    .map((row) =>
      projectFinding('set with other partner', {
        place: placeOf(row, 'Partner'),
        partner: textOf(row, 'Partner'),
        detail: { set },
      }),
    );
  return [...missing, ...others];
}
