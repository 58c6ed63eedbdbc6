/*
 * The Leicester project of 2004 (supporting information 4.2) as a workbook: partners with the PCTs as a group, an officer and
 * half a clerk for seven months, a cap of 20,000, and Rutland's contribution. The amounts of clerk and Rutland are illustrative.
 */
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import { serialOf } from '../../../src/money/calendar';
import { shareProject } from '../../../src/pool/projects';
import { projectInputs, splitPartners } from '../../../src/tasks/share/projectInputs';
import { share } from '../../../src/tasks/share/share';
import { splitRows } from '../../../src/tasks/share/splitRows';
import { splitFigures } from '../../../src/tasks/share/splitTable';
import { splitFormulas } from '../../../src/workbook/splitFormulas';
import { Book } from '../../../src/preview/book/book';
import { builtCalculator } from '../../preview/engine/built';
import { type TestHost, openHost } from '../../support/host';
import { type Cells, inputTable, quiet, writeTask } from '../fixture';

export const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });

export const COUNTY = 'Leicestershire County Council';
export const CITY = 'Leicester City Council';
export const RUTLAND = 'Rutland County Council';
export const TRUST = 'Leicestershire Partnership NHS Trust';
export const PCTS = 'Primary Care Trusts';
export const PROJECT = 'Integration project';

const PCT_NAMES = [
  'Eastern Leicester PCT',
  'Leicester City West PCT',
  'Melton, Rutland and Harborough PCT',
  'Hinckley and Bosworth PCT',
  'Charnwood PCT',
  'South Leicestershire PCT',
];
export const SIX = PCT_NAMES;

export type Tables = Readonly<Record<string, readonly Cells[]>>;

export const ITEMS: readonly Cells[] = [
  {
    Project: PROJECT,
    Year: '2004/05',
    Item: 'Commissioning Officer',
    'Annual cost': 29_000,
    Start: day(2004, 9, 1),
    End: day(2005, 3, 31),
    'Paid by': CITY,
    Cap: 20_000,
  },
  {
    Project: PROJECT,
    Year: '2004/05',
    Item: 'Clerk, half time',
    'Annual cost': 7_000,
    Start: day(2004, 9, 1),
    End: day(2005, 3, 31),
    'Paid by': CITY,
  },
];

export const SHARERS: readonly Cells[] = [
  { Project: PROJECT, Partner: PCTS, Treatment: 'equal' },
  { Project: PROJECT, Partner: TRUST, Treatment: 'equal' },
  { Project: PROJECT, Partner: COUNTY, Treatment: 'equal' },
  { Project: PROJECT, Partner: CITY, Treatment: 'equal' },
  { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 1_500 },
];

export const LEICESTER: Tables = {
  PoolPartners: [
    ...PCT_NAMES.map((Partner, at) => ({
      Partner,
      Sector: 'NHS',
      'Short name': `PCT ${String(at + 1)}`,
      'Part of': PCTS,
    })),
    { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' },
    { Partner: COUNTY, Sector: 'council', 'Short name': 'County' },
    { Partner: CITY, Sector: 'council', 'Short name': 'City' },
    { Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland' },
  ],
  PoolProjects: ITEMS,
  PoolProjectShares: SHARERS,
};

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof builtCalculator> | undefined;

/** A host with the given input tables, and the add-in's own functions. */
export async function openProjects(tables: Tables = LEICESTER): Promise<TestHost> {
  const book = new Book();
  book.addSheet('Notes');
  const host = openHost(book);
  calculator ??= builtCalculator();
  host.setCalculator(calculator);
  const written = await writePlan({ tables: Object.entries(tables).map(([table, rows]) => inputTable(table, rows)) });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

/** Runs the task and writes what it planned. */
export async function runShare(period?: string) {
  const plan = await share.plan(period === undefined ? {} : { period }, quiet);
  await writeTask(plan);
  return plan;
}

/** PoolSplit as it shows: one record per row, by heading. */
export async function shownSplit(host: TestHost): Promise<Record<string, string | number | boolean>[]> {
  const { cells } = await host.run((context) => readModel(context));
  const table = cells.get('PoolSplit');
  if (table === undefined) return [];
  return table.values.map((row) => Object.fromEntries(table.headings.map((heading, at) => [heading, row[at] ?? ''])));
}

/** Every cell of PoolSplit in which the formula and the model differ: [row, column, shown, model]. */
export async function differences(host: TestHost): Promise<unknown[]> {
  const model = await host.run((context) => readModel(context));
  const partners = splitPartners(model);
  const columns = Object.keys(splitFormulas(partners, model.cells.has('PoolShares')));
  const shown = await shownSplit(host);
  const found: unknown[] = [];
  let at = 0;
  for (const input of projectInputs(model, partners).projects) {
    const shares = shareProject(input.given);
    if (!shares.ok) throw new Error(JSON.stringify(shares.problem));
    const project = { input, shares: shares.value };
    for (const row of splitRows(project, partners)) {
      const figures = splitFigures(project, row, partners);
      const cells = shown[at++] ?? {};
      for (const column of columns) {
        if (column === 'Rule' || column === 'Set from') continue;
        const figure = figures[column];
        if (figure === undefined) throw new Error(`the model has no figure for ${column}`);
        const expected = 'number' in figure ? figure.number : 'text' in figure ? figure.text : '';
        if (cells[column] !== expected) found.push([row.what, column, cells[column], expected]);
      }
    }
  }
  if (at !== shown.length) found.push(['rows', shown.length, at]);
  return found;
}

/** The row of PoolSplit of a kind, as it shows. */
export async function rowOf(host: TestHost, row: string, year = '2004/05') {
  const found = (await shownSplit(host)).find((each) => each['Row'] === row && each['Year'] === year);
  if (found === undefined) throw new Error(`no row ${row}`);
  return { ...found, of: (columns: readonly string[]) => columns.map((column) => found[column]) };
}

/** Types into a table of ours, by row from 1 and heading, as a user does. */
export async function typeIn(host: TestHost, table: string, row: number, heading: string, value: string | number) {
  const cells = (await host.run((context) => readModel(context))).cells.get(table);
  if (cells === undefined) throw new Error(`no table ${table}`);
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cells.sheet);
    sheet.getCell(cells.row + row - 1, cells.column + cells.headings.indexOf(heading)).values = [[value]];
    await context.sync();
  });
}

/** The Leicester workbook with some tables instead of its own. */
export const withTables = (change: Tables): Tables => ({ ...LEICESTER, ...change });

/** The columns of those that are not in the group, and of the six that are. */
export const OTHERS = ['Trust', 'County', 'City', 'Rutland'];
export const PCT_COLUMNS = ['PCT 1', 'PCT 2', 'PCT 3', 'PCT 4', 'PCT 5', 'PCT 6'];
