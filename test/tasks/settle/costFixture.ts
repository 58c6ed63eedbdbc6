/*
 * A workbook with staff and placements: the tables written through Office.js, with a column for each partner in
 * PoolPlacements. Rates and placements are illustrative; heads and WTE are Leeds 2012, 3.9.
 */
import { Book } from '../../../src/preview/book/book';
import { serialOf } from '../../../src/money/calendar';
import { type StatementPeriod, statementPeriod } from '../../../src/tasks/reconcile/period';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../../src/workbook/plan';
import { type ModelReading, readModel } from '../../../src/workbook/readModel';
import { definitionOf } from '../../../src/workbook/schema';
import { writePlan } from '../../../src/workbook/writer';
import { builtCalculator } from '../../preview/engine/built';
import { type TestHost, openHost } from '../../support/host';
import type { Cells } from '../fixture';

export const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
export const COUNCIL = 'Leeds City Council';
export const TRUST = 'Leeds and York Partnership NHS Foundation Trust';
export const BOROUGH = 'Borough Council';

export const PARTNERS: readonly Cells[] = [
  { Partner: COUNCIL, Sector: 'council', 'Short name': 'Council' },
  { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' },
  { Partner: BOROUGH, Sector: 'council', 'Short name': 'Borough' },
];
export const LINES: readonly Cells[] = [
  { Line: 'Mental health teams', Pool: 'Mental health', Scope: 'in' },
  { Line: 'Residential care', Pool: 'Mental health', Scope: 'in' },
  { Line: 'Day services', Pool: 'Mental health', Scope: 'in' },
];
/** Leeds 2012, 3.9: 50 social workers (42.6 WTE), of whom the Trust funds 14 (12.4 WTE). */
export const STAFF: readonly Cells[] = [
  {
    Line: 'Mental health teams',
    Post: 'Social workers (Trust)',
    Heads: 14,
    WTE: 12.4,
    Rate: 40_000,
    Employer: COUNCIL,
    Funder: TRUST,
  },
  {
    Line: 'Mental health teams',
    Post: 'Social workers (council)',
    Heads: 36,
    WTE: 30.2,
    Rate: 40_000,
    Employer: COUNCIL,
    Funder: COUNCIL,
  },
];
export const PLACEMENTS: readonly Cells[] = [
  {
    Case: 'P-014',
    Line: 'Residential care',
    Rate: 1_400,
    Per: 'week',
    From: day(2026, 5, 15),
    'Client income': 150.05,
    'Paid by': COUNCIL,
    Council: 50,
    Trust: 30,
    Borough: 20,
  },
];

export type Tables = Readonly<Record<string, readonly Cells[]>>;
export const LEEDS: Tables = {
  PoolPartners: PARTNERS,
  PoolLines: LINES,
  PoolStaff: STAFF,
  PoolPlacements: PLACEMENTS,
};
export const withTables = (change: Tables): Tables => ({ ...LEEDS, ...change });
export const OF_PARTNERS = ['Council', 'Trust', 'Borough'];

/** A table with these rows; PoolPlacements has `added` columns after the model's own. */
export function costTable(table: string, rows: readonly Cells[], added: readonly string[] = []): PlannedTable {
  const columns = [...definitionOf(table).columns.map(({ name }) => name), ...added];
  const cellOf = (value: string | number | undefined): PlannedCell =>
    value === undefined ? blankCell() : typeof value === 'number' ? numberCell(value) : textCell(value);
  return {
    table,
    action: 'create',
    columns,
    rows: rows.map((row) => columns.map((column) => cellOf(row[column]))),
  };
}

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof builtCalculator> | undefined;

/** A host with the tables written. @param added - The columns of PoolPlacements after the model's own. */
export async function openCosts(
  tables: Tables = LEEDS,
  added: readonly string[] = OF_PARTNERS,
  calculates = false,
): Promise<TestHost> {
  const book = new Book();
  book.addSheet('Notes');
  const host = openHost(book);
  if (calculates) host.setCalculator((calculator ??= builtCalculator()));
  const planned = Object.entries(tables).map(([table, rows]) =>
    costTable(table, rows, table === 'PoolPlacements' ? added : []),
  );
  const written = await writePlan({ tables: planned });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

/** The model as it stands in the workbook. */
export function modelOf(host: TestHost): Promise<ModelReading> {
  return host.run((context) => readModel(context));
}

/** A month, which must be one. */
export function month(period: string): StatementPeriod {
  const found = statementPeriod(period);
  if (found === undefined) throw new Error(`no month: ${period}`);
  return found;
}
