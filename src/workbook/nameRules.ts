/*
 * Names that are not in the list they are looked up in: partners, lines and pools. A list that is not there yet lists
 * nothing: that it is missing is one thing to say, and not one for each row.
 */
import { comparable } from '../ledger/cells';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import type { InputReadings } from './inputRules';
import { type TypedRow, placeOf, textOf } from './readTable';

const PARTNER_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['PoolBudgets', 'Partner'],
  ['PoolForecasts', 'Partner'],
  ['PoolGrants', 'Partner'],
  ['PoolSources', 'Partner'],
  ['PoolCodes', 'Partner'],
  ['PoolPeriods', 'Partner'],
  ['PoolAdjustments', 'Partner'],
  ['PoolContributions', 'Partner'],
  ['PoolProjects', 'Paid by'],
  ['PoolStaff', 'Employer'],
  ['PoolStaff', 'Funder'],
  ['PoolPlacements', 'Paid by'],
];
const LINE_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['PoolBudgets', 'Line'],
  ['PoolForecasts', 'Line'],
  ['PoolWaterfall', 'Line'],
  ['PoolAdjustments', 'Line'],
  ['PoolStaff', 'Line'],
  ['PoolPlacements', 'Line'],
];

/**
 * One finding for each cell that names nobody.
 *
 * @example Line `Hmoes` in PoolBudgets -> one `line not listed` in that cell
 */
export function nameFindings(tables: InputReadings): Finding[] {
  const names = (table: string, column: string): Set<string> =>
    new Set(rowsOf(tables, table).map((row) => comparable(textOf(row, column))));
  const partners = names('PoolPartners', 'Partner');
  const lines = names('PoolLines', 'Line');
  const pools = names('PoolArrangements', 'Pool');
  const unlisted = (
    kind: 'partner not listed' | 'line not listed' | 'pool not listed',
    listed: ReadonlySet<string>,
    table: string,
    column: string,
  ): Finding[] =>
    rowsOf(tables, table).flatMap((row): Finding[] => {
      const text = textOf(row, column);
      if (text === '' || listed.has(comparable(text))) return [];
      return [workbookFinding(kind, { place: placeOf(row, column), detail: { table, column, text } })];
    });
  // A list of shares may name a group, which shares as one.
  const sharers = new Set([...partners, ...names('PoolPartners', 'Part of')]);
  return [
    ...(partners.size > 0
      ? [
          ...unlisted('partner not listed', sharers, 'PoolShares', 'Partner'),
          ...PARTNER_COLUMNS.flatMap(([table, column]) => unlisted('partner not listed', partners, table, column)),
          ...managerFindings(tables, sharers),
        ]
      : []),
    ...(lines.size > 0
      ? LINE_COLUMNS.flatMap(([table, column]) => unlisted('line not listed', lines, table, column))
      : []),
    // Without a row of PoolArrangements no pool has been given a kind yet, and none is missing.
    ...(pools.size > 0
      ? ['PoolLines', 'PoolShares', 'PoolWaterfall', 'PoolContributions', 'PoolProjects', 'PoolGrants'].flatMap(
          (table) => unlisted('pool not listed', pools, table, 'Pool'),
        )
      : []),
  ];
}

/**
 * Who manages a line or is accountable for it: partners, and groups of them. No figure depends on it, and a board may do so; a
 * slip is worth a word, and each name is told once.
 */
function managerFindings(tables: InputReadings, known: ReadonlySet<string>): Finding[] {
  const told = new Set<string>();
  return rowsOf(tables, 'PoolLines').flatMap((row) =>
    ['Manages', 'Accountable'].flatMap((column): Finding[] => {
      const text = textOf(row, column);
      if (text === '' || known.has(comparable(text)) || told.has(comparable(text))) return [];
      told.add(comparable(text));
      return [workbookFinding('manager not listed', { place: placeOf(row, column), detail: { column, text } })];
    }),
  );
}

function rowsOf(tables: InputReadings, name: string): readonly TypedRow[] {
  return tables.get(name)?.rows ?? [];
}
