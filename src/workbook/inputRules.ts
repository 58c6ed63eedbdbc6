/*
 * The rules of the input tables that need more than one cell: names that are not listed, text that a formula would not
 * find. Rows that stand twice are `twiceRules`. Pure: rows in, findings out. What one cell may hold is `readTable`'s business.
 *
 * Formulas of ours compare whole text: case does not count, spaces do. Such cells are therefore refused here with their
 * place, instead of being missed quietly.
 */
import { isYear, startYearOf, yearLabel } from '../ledger/financialYear';
import { comparable, tidyText } from '../ledger/cells';
import { monthOfSerial } from '../ledger/calendar';
import { sumPence } from '../money/exact';
import type { Finding } from './finding';
import { workbookFinding } from './findings';
import { forecastFindings } from './forecastRules';
import { isTwelfths, profileFindings, profilesOf } from './profileRules';
import { type TableReading, type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { ALL_TABLES } from './schema';
import type { TableCells } from './tableCells';
import { twiceFindings } from './twiceRules';
import { unreadCells } from './unread';
import { yearFindings } from './yearRules';

/** Names that the statement uses for its own rows. */
export const RESERVED_PARTNERS = ['Joint', 'Between partners', 'Pool balance'] as const;

/** The readings of the input tables in use, by table name. */
export type InputReadings = ReadonlyMap<string, TableReading>;

const COMPARED: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner', 'Part of'],
  PoolShares: ['Pool', 'Set', 'Partner', 'Basis', 'Excess'],
  PoolLines: ['Line', 'Pool', 'Risk rule', 'Bears risk', 'Underspend'],
  PoolWaterfall: ['Pool', 'Line'],
  PoolBudgets: ['Line', 'Partner', 'Year', 'Profile'],
  PoolProfiles: ['Profile'],
  PoolContributions: ['Pool', 'Partner', 'Year', 'Funding', 'Source', 'Counts'],
  PoolGrants: ['Pool', 'Grant', 'Partner', 'Year', 'Lines'],
  PoolForecasts: ['Period', 'Line', 'Partner', 'Basis'],
  PoolPeriods: ['Period', 'Partner', 'Status'],
  PoolAdjustments: ['Period', 'Partner', 'Line', 'Reverses in'],
  PoolProjects: ['Project', 'Pool', 'Year', 'Item', 'Paid by'],
  PoolProjectShares: ['Project', 'Partner', 'Treatment'],
  PoolStaff: ['Line', 'Post', 'Employer', 'Funder'],
  PoolPlacements: ['Case', 'Line', 'Per', 'Paid by'],
};

/** Names that formulas compare with `=`, where a number never equals a text. Elsewhere EXACT takes it as its text. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner', 'Part of'],
  PoolShares: ['Pool', 'Set', 'Partner'],
  PoolLines: ['Pool', 'Risk rule', 'Bears risk'],
  PoolWaterfall: ['Pool', 'Line'],
  PoolProjects: ['Project', 'Pool', 'Item', 'Paid by'],
  PoolProjectShares: ['Project', 'Partner'],
  PoolStaff: ['Employer', 'Funder'],
  PoolPlacements: ['Paid by'],
};

function isName(table: string, column: string): boolean {
  return NAMES[table]?.includes(column) === true;
}

/** Text in a table that formulas would compare and not find, and numbers, which never equal a text. */
export function comparedTextFindings(cells: TableCells): Finding[] {
  const columns = COMPARED[cells.name] ?? [];
  return columns.flatMap((column) => {
    const at = cells.headings.indexOf(column);
    return cells.values.flatMap((values, index): Finding[] => {
      const cell = values[at];
      const facts = {
        place: { sheet: cells.sheet, row: cells.row + index, column: cells.column + at },
        detail: { table: cells.name, column, text: String(cell) },
      };
      if (typeof cell === 'number' && isName(cells.name, column))
        return [workbookFinding('cell number as name', facts)];
      const isOdd = typeof cell === 'string' && cell !== tidyText(cell) && tidyText(cell) !== '';
      return isOdd ? [workbookFinding('cell odd spaces', facts)] : [];
    });
  });
}

/** Everything that is wrong between cells and tables. */
export function inputFindings(tables: InputReadings): Finding[] {
  return [
    ...[...tables.values()].flatMap((table) => twiceFindings(table)),
    ...partnerFindings(tables),
    ...referenceFindings(tables),
    ...budgetFindings(tables),
    ...profileFindings(tables),
    ...forecastFindings(tables),
    ...yearFindings(tables),
  ];
}

function rowsOf(tables: InputReadings, name: string): readonly TypedRow[] {
  return tables.get(name)?.rows ?? [];
}

const MAX_SHORT_NAME = 40;

/** The headings of every table with a column for each partner, whichever of them a workbook has or will have. */
const TAKEN: ReadonlyMap<string, string> = new Map(
  ALL_TABLES.filter(({ partnerColumns }) => partnerColumns !== undefined).flatMap(({ name: table, columns }) =>
    columns.map(({ name }) => [comparable(name), table] as const),
  ),
);

/**
 * Short names head columns of tables, where Excel gives `' # [ ] @` a meaning of their own; curly brackets mark a row's
 * own cells in the formulas of ours before they are written.
 */
function partnerFindings(tables: InputReadings): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, TypedRow>();
  for (const row of rowsOf(tables, 'PoolPartners')) {
    const name = textOf(row, 'Partner');
    if (RESERVED_PARTNERS.some((reserved) => comparable(reserved) === comparable(name))) {
      findings.push(workbookFinding('name reserved', { place: placeOf(row, 'Partner'), detail: { text: name } }));
    }
    const text = textOf(row, 'Short name');
    if (text === '') continue;
    const place = placeOf(row, 'Short name');
    const wrong = /['#[\]@{}]/.exec(text)?.[0];
    if (wrong !== undefined)
      findings.push(workbookFinding('short name not usable', { place, detail: { text, problem: wrong } }));
    if (text.length > MAX_SHORT_NAME) {
      findings.push(
        workbookFinding('short name not usable', { place, detail: { text, problem: `${text.length} characters` } }),
      );
    }
    const table = TAKEN.get(comparable(text));
    if (table !== undefined) findings.push(workbookFinding('short name taken', { place, detail: { text, table } }));
    const earlier = first.get(comparable(text));
    if (earlier === undefined) first.set(comparable(text), row);
    else findings.push(workbookFinding('short name twice', { place, detail: { text, row: earlier.row + 1 } }));
  }
  return findings;
}

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

function referenceFindings(tables: InputReadings): Finding[] {
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
  // A list that is not there yet lists nothing: that it is missing is one thing to say, and not one for each row.
  return [
    ...(partners.size > 0
      ? [
          ...unlisted('partner not listed', sharers, 'PoolShares', 'Partner'),
          ...PARTNER_COLUMNS.flatMap(([table, column]) => unlisted('partner not listed', partners, table, column)),
          ...managerFindings(tables, partners),
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

/** Who manages a line or is accountable for it. No figure depends on it, and a board may do so; a slip is worth a word. */
function managerFindings(tables: InputReadings, partners: ReadonlySet<string>): Finding[] {
  return rowsOf(tables, 'PoolLines').flatMap((row) =>
    ['Manages', 'Accountable'].flatMap((column): Finding[] => {
      const text = textOf(row, column);
      if (text === '' || partners.has(comparable(text))) return [];
      return [workbookFinding('manager not listed', { place: placeOf(row, column), detail: { column, text } })];
    }),
  );
}

function budgetFindings(tables: InputReadings): Finding[] {
  const findings: Finding[] = [];
  const profiles = profilesOf(rowsOf(tables, 'PoolProfiles'));
  const isUnread = unreadCells(tables.get('PoolBudgets'));
  const virements = new Map<string, { pence: number[]; row: TypedRow; isKnown: boolean }>();
  for (const row of rowsOf(tables, 'PoolBudgets')) {
    const year = textOf(row, 'Year');
    if (year !== '' && !isYear(year)) {
      const detail = { table: 'PoolBudgets', text: year };
      findings.push(workbookFinding('year not readable', { place: placeOf(row, 'Year'), detail }));
    }
    const from = numberOf(row, 'From');
    if (from !== undefined && isYear(year) && yearLabel(startYearOf(monthOfSerial(from))) !== year) {
      const detail = { table: 'PoolBudgets', text: year };
      findings.push(workbookFinding('date outside year', { place: placeOf(row, 'From'), detail }));
    }
    const profile = textOf(row, 'Profile');
    if (!isTwelfths(profile) && !profiles.has(comparable(profile))) {
      findings.push(workbookFinding('profile unknown', { place: placeOf(row, 'Profile'), detail: { text: profile } }));
    }
    if (textOf(row, 'Kind') === 'virement') {
      const known = virements.get(year) ?? { pence: [], row, isKnown: true };
      known.pence.push(numberOf(row, 'Amount') ?? 0);
      virements.set(year, { ...known, isKnown: known.isKnown && !isUnread(row, 'Amount') });
    }
  }
  for (const [year, { pence, row, isKnown }] of virements) {
    const total = sumPence(pence);
    if (!total.ok || total.value === 0 || !isKnown) continue;
    const place = placeOf(row, 'Amount');
    findings.push(
      workbookFinding('virements do not balance', { place, differencePence: total.value, detail: { year } }),
    );
  }
  return findings;
}
