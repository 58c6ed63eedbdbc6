/*
 * A small shadow pool for whole-workbook tests: a council's ledger with a preamble and text amounts, an NHS body's as an
 * Excel table with Debit and Credit, and the model's input tables. All figures are illustrative.
 */
import { Book } from '../../src/preview/book/book';
import { testCalculator } from '../preview/engine/support';
import { definitionOf } from '../../src/workbook/schema';
import { type PlannedCell, type PlannedTable, blankCell, numberCell, textCell } from '../../src/workbook/plan';
import { writePlan } from '../../src/workbook/writer';
import type { Progress, TaskPlan } from '../../src/tasks/task';
import { type TestHost, fill, openHost } from '../support/host';

// Each test makes a workbook, runs a task and calculates: seconds on a busy machine.
jest.setTimeout(60_000);

export const COUNCIL = 'Derby City Council';
export const PCT = 'Derby City PCT';
export const quiet: Progress = { report: () => undefined, isCancelled: () => false };

/** Excel date of a day in 2026. */
export const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date) / 86_400_000 + 25_569;

export type Cells = Readonly<Record<string, string | number>>;

/** An input table with the given rows; columns left out are blank. */
export function inputTable(table: string, rows: readonly Cells[]): PlannedTable {
  const { columns: known, partnerColumns } = definitionOf(table);
  const own = known.map(({ name }) => name);
  // Of a table with a column for each partner, the headings that are not its own are theirs.
  const more =
    partnerColumns === undefined ? [] : [...new Set(rows.flatMap(Object.keys))].filter((name) => !own.includes(name));
  const columns = [...own, ...more];
  return {
    table,
    action: 'create',
    columns,
    rows: rows.map((row) =>
      columns.map((column): PlannedCell => {
        const value = row[column];
        if (value === undefined) return blankCell();
        return typeof value === 'number' ? numberCell(value) : textCell(value);
      }),
    ),
  };
}

export const COUNCIL_ROWS: readonly (readonly (string | number | null)[])[] = [
  [day(4, 10), 'A100', 'Willow Homes', 'INV 001', 12000.5],
  [day(5, 12), 'A100', 'Willow Homes', 'INV 002', '1,250.25'],
  [day(6, 3), 'A200', '=Danger+1', '00123', '(200.00)'],
  [day(6, 5), 'A300', PCT, 'RC-7', -5000],
  [day(6, 30), 'Z999', 'Unknown', 'X1', 10.1],
  [day(7, 2), 'A100', 'Willow Homes', 'INV 009', 999],
];

export const PCT_ROWS: readonly (readonly (string | number | null)[])[] = [
  ['P01', '4410', 'St Andrew', 'PI1', 8000, null],
  ['P02', '4410', 'St Andrew', 'PI2', 8000.01, null],
  ['P03', '4411', 'Credit note', 'PC1', null, 300],
  ['P03', '4500', 'City Council', 'RC7', 5000, null],
];

/** The input tables of the pool. */
export function poolTables(change: Readonly<Record<string, readonly Cells[]>> = {}): PlannedTable[] {
  const rows: Record<string, readonly Cells[]> = {
    PoolPartners: [
      { Partner: COUNCIL, Sector: 'council', 'Short name': 'Council', 'Known as': 'City Council; DCC' },
      { Partner: PCT, Sector: 'NHS', 'Short name': 'PCT', 'Known as': 'Derby PCT' },
    ],
    PoolLines: [
      { Line: 'Residential care', Pool: 'LD', Scope: 'in' },
      { Line: 'Day services', Pool: 'LD', Scope: 'in' },
      { Line: 'Assessment unit', Pool: 'LD', Scope: 'excluded' },
    ],
    PoolBudgets: [
      { Line: 'Residential care', Partner: COUNCIL, Year: '2026/27', Kind: 'original', Amount: 60000 },
      {
        Line: 'Residential care',
        Partner: COUNCIL,
        Year: '2026/27',
        Kind: 'in-year change',
        From: day(6, 1),
        Amount: 1000.01,
      },
      {
        Line: 'Residential care',
        Partner: COUNCIL,
        Year: '2026/27',
        Kind: 'in-year change',
        From: day(10, 1),
        Amount: 5000,
      },
      { Line: 'Residential care', Partner: PCT, Year: '2026/27', Kind: 'original', Amount: 100000.03 },
      { Line: 'Day services', Partner: PCT, Year: '2026/27', Kind: 'original', Amount: -1200 },
      { Line: 'Day services', Partner: COUNCIL, Year: '2025/26', Kind: 'original', Amount: 777 },
    ],
    PoolSources: [
      {
        Partner: COUNCIL,
        Table: 'Council ledger!A4:E4',
        Holds: 'transactions',
        Date: 'Date',
        Code: 'Code',
        Counterparty: 'Supplier',
        Reference: 'Ref',
        Amount: 'Amount',
      },
      {
        Partner: PCT,
        Table: 'PctLedger',
        Holds: 'transactions',
        Period: 'Period',
        Code: 'Account',
        Counterparty: 'Supplier',
        Reference: 'Ref',
        Amount: 'Debit;Credit',
      },
    ],
    PoolCodes: [
      { Partner: COUNCIL, Code: 'A100', Line: 'Residential care' },
      { Partner: COUNCIL, Code: 'A200', Line: 'Day services' },
      { Partner: COUNCIL, Code: 'A300', Line: 'recharge' },
      { Partner: PCT, Code: '4410', Line: 'Residential care' },
      { Partner: PCT, Code: '4411', Line: 'Day services' },
      { Partner: PCT, Code: '45*', Line: 'recharge' },
    ],
    PoolPeriods: [
      { Period: '2026-06', Partner: COUNCIL, Status: 'open', 'Control total': 8060.85 },
      { Period: '2026-06', Partner: PCT, Status: 'open' },
    ],
    ...change,
  };
  return Object.entries(rows).map(([table, cells]) => inputTable(table, cells));
}

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof testCalculator> | undefined;

/** A host with both ledgers, the input tables written, and a calculating engine. */
export async function openPool(
  change: Readonly<Record<string, readonly Cells[]>> = {},
  councilRows: readonly (readonly (string | number | null)[])[] = COUNCIL_ROWS,
): Promise<TestHost> {
  const book = new Book();
  const council = book.addSheet('Council ledger');
  fill(council, 'A1', [
    ['Derby City Council'],
    ['Ledger extract'],
    [null],
    ['Date', 'Code', 'Supplier', 'Ref', 'Amount'],
  ]);
  councilRows.forEach((row, at) => row.forEach((value, column) => council.setContent(4 + at, column, value)));
  const pct = book.addSheet('PCT');
  fill(pct, 'A1', [['Period', 'Account', 'Supplier', 'Ref', 'Debit', 'Credit'], ...PCT_ROWS]);
  const host = openHost(book);
  calculator ??= testCalculator();
  host.setCalculator(calculator);
  await host.run(async (context) => {
    context.workbook.tables.add(`PCT!A1:F${1 + PCT_ROWS.length}`, true).name = 'PctLedger';
    await context.sync();
  });
  const written = await writePlan({ tables: poolTables(change) });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

/** Writes a plan of a task, which must succeed. */
export async function writeTask(plan: TaskPlan): Promise<void> {
  if (plan.blockers.length > 0) throw new Error(JSON.stringify(plan.blockers));
  const result = await writePlan(plan.workbook!);
  if (!result.ok) throw new Error(JSON.stringify(result));
}
