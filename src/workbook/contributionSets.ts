/*
 * The rules of a list in PoolShares that follows contributions (Basis `contributions`): its shares are blank, it names the
 * partners that take part, and the pool has contributions. The proportion itself is `src/pool/contributions`.
 */
import { comparable } from '../ledger/cells';
import { contributionFinding } from './contributionFindings';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { percentText } from './percentText';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { hasUnknownSharer, sharersOf } from './sharers';

/** Whether a row of PoolShares belongs to a list that follows contributions. */
export function isByContributions(row: TypedRow): boolean {
  return textOf(row, 'Basis') === 'contributions';
}

/**
 * What is wrong with a list that follows contributions.
 *
 * @param rows - The list: one Pool, Set and From.
 * @param isOfGroup - The Set is that of a group, so partners outside it have no place in the list.
 */
export function contributionSetFindings(
  tables: InputReadings,
  rows: readonly TypedRow[],
  isOfGroup: boolean,
): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const [set, pool] = [textOf(first, 'Set'), textOf(first, 'Pool')];
  const groups = new Set(partnersOf(tables, 'Part of').map(comparable));
  const ofRows = rows.flatMap((row): Finding[] => {
    const share = numberOf(row, 'Share');
    const partner = textOf(row, 'Partner');
    const percent = share === undefined ? '' : percentText(share);
    return [
      ...(share === undefined
        ? []
        : [
            contributionFinding('share beside contributions', {
              place: placeOf(row, 'Share'),
              detail: { set, percent },
            }),
          ]),
      ...(partner !== '' && groups.has(comparable(partner))
        ? [
            contributionFinding('group in contributions', {
              place: placeOf(row, 'Partner'),
              detail: { set, group: partner },
            }),
          ]
        : []),
    ];
  });
  const paid = (tables.get('PoolContributions')?.rows ?? []).filter(
    (row) => pool === '' || comparable(textOf(row, 'Pool')) === comparable(pool),
  );
  if (paid.length === 0) {
    const facts = { place: placeOf(first, 'Basis'), detail: { set, pool } };
    return [...ofRows, contributionFinding('set without contributions', facts)];
  }
  // Without a pool the list may be used for several, each with partners of its own.
  // Where a name is nobody's, it may be that of a contributor who seems to be left out.
  const partners = tables.get('PoolPartners')?.rows ?? [];
  if (pool === '' || isOfGroup || hasUnknownSharer(rows, sharersOf(partners))) return ofRows;
  return [...ofRows, ...leftOut(rows, paid, { set, pool }), ...withoutContribution(rows, paid, groups, { set, pool })];
}

function partnersOf(tables: InputReadings, column: string): readonly string[] {
  return (tables.get('PoolPartners')?.rows ?? []).map((row) => textOf(row, column)).filter((name) => name !== '');
}

/** Partners that contribute to the pool and are not in its list. */
function leftOut(
  rows: readonly TypedRow[],
  paid: readonly TypedRow[],
  detail: { readonly set: string; readonly pool: string },
): Finding[] {
  const [first] = rows;
  if (first === undefined) return [];
  const listed = new Set(rows.map((row) => comparable(textOf(row, 'Partner'))));
  const contributors = new Map(
    paid
      .filter((row) => textOf(row, 'Counts') !== 'no' && textOf(row, 'Partner') !== '')
      .map((row) => [comparable(textOf(row, 'Partner')), textOf(row, 'Partner')]),
  );
  return [...contributors]
    .filter(([key]) => !listed.has(key))
    .map(([, partner]) =>
      contributionFinding('contributor not in set', { place: placeOf(first, 'Partner'), partner, detail }),
    );
}

/** Partners of the list with no contribution to the pool that counts, as giver or as payer of another's income. */
function withoutContribution(
  rows: readonly TypedRow[],
  paid: readonly TypedRow[],
  groups: ReadonlySet<string>,
  detail: { readonly set: string; readonly pool: string },
): Finding[] {
  const giving = new Set(
    paid
      .filter((row) => textOf(row, 'Counts') !== 'no')
      .flatMap((row) => [textOf(row, 'Partner'), textOf(row, 'Source')])
      .map(comparable),
  );
  return rows
    .filter((row) => {
      const name = comparable(textOf(row, 'Partner'));
      return name !== '' && !groups.has(name) && !giving.has(name);
    })
    .map((row) =>
      contributionFinding('sharer without contribution', {
        place: placeOf(row, 'Partner'),
        partner: textOf(row, 'Partner'),
        detail,
      }),
    );
}
