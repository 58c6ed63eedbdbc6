/*
 * A pool hosted by a council and paid into by two NHS bodies, for whole-workbook tests of settling: ledgers on sheets of
 * their own, the input tables, the month reconciled. All figures are illustrative.
 */
import { Book } from '../../../src/preview/book/book';
import { serialOf } from '../../../src/money/calendar';
import { reconcile } from '../../../src/tasks/reconcile';
import { statementPeriod } from '../../../src/tasks/reconcile/period';
import { runReconcile } from '../../../src/tasks/reconcile/runReconcile';
import { readReconcile } from '../../../src/tasks/reconcile/readReconcile';
import { settle } from '../../../src/tasks/settle/settle';
import { settleInputs } from '../../../src/tasks/settle/settleInputs';
import { settlePeriod } from '../../../src/tasks/settle/settlePeriod';
import { settleFigures } from '../../../src/tasks/settle/settleSplitTable';
import {
  settlementFigures,
  settlementRows,
  paymentRows,
  transferFigures,
} from '../../../src/tasks/settle/settlementTables';
import { settlementTablesOf, splitTablesOf } from '../../../src/tasks/settle/splitTables';
import { readModel } from '../../../src/workbook/readModel';
import type { PlannedCell } from '../../../src/workbook/plan';
import { settleSplitFormulas } from '../../../src/workbook/settleSplitFormulas';
import { SETTLE_ROWS } from '../../../src/workbook/settleSplitRows';
import { settlementFormulas } from '../../../src/workbook/settlementFormulas';
import { writePlan } from '../../../src/workbook/writer';
import { builtCalculator } from '../../preview/engine/built';
import { type TestHost, fill, openHost } from '../../support/host';
import { type Cells, inputTable, quiet, writeTask } from '../fixture';

export const CITY = 'Derby City Council';
export const PCT = 'Derby City PCT';
export const TRUST = 'Derbyshire Mental Health Trust';
export const YEAR = '2026/27';
export const PERIOD = '2026-06';
export const day = (month: number, date: number): number => serialOf({ year: 2026, month, day: date });

/** A ledger row: code, counterparty, reference, amount; all dated in June unless a date is given. */
export type Posting = readonly [code: string, counterparty: string, reference: string, amount: number, date?: number];

export type Tables = Readonly<Record<string, readonly Cells[]>>;

/** Everything a workbook of this kind has. */
export interface PoolWorkbook {
  readonly tables: Tables;
  readonly ledgers: Readonly<Record<string, readonly Posting[]>>;
}

/** Every table that a settlement writes. */
export const SETTLED = [
  'PoolSplit',
  'PoolSettlement',
  'PoolTransfers',
  'PoolGrantStatement',
  'PoolMemorandum',
  'PoolPartnerStatement',
];

export const PARTNERS: readonly Cells[] = [
  { Partner: CITY, Sector: 'council', 'Short name': 'City' },
  { Partner: PCT, Sector: 'NHS', 'Short name': 'PCT' },
  { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' },
];

/** One code of each partner for a line, named like it. */
export function codesOf(lines: readonly string[], partners: readonly string[]): readonly Cells[] {
  return partners.flatMap((Partner) => [
    ...lines.map((Line): Cells => ({ Partner, Code: Line, Line })),
    { Partner, Code: 'CONTRIB', Line: 'contribution' },
    { Partner, Code: 'NONE', Line: 'excluded' },
  ]);
}

/** An original budget of a line for the year. */
export function budget(Line: string, Partner: string, Amount: number): Cells {
  return { Line, Partner, Year: YEAR, Kind: 'original', Amount };
}

/** The tables every such workbook has; `change` takes their place. */
export function tablesOf(
  lines: readonly (Cells & { readonly Line: string })[],
  budgets: readonly Cells[],
  change: Tables = {},
): Tables {
  const partners = (change['PoolPartners'] ?? PARTNERS).map((row) => String(row['Partner']));
  return {
    PoolPartners: PARTNERS,
    PoolArrangements: [{ Pool: 'LD', Kind: 'pooled', Host: CITY, Settles: 'yes' }],
    PoolLines: lines.map((line) => ({ Pool: 'LD', Scope: 'in', ...line })),
    PoolBudgets: budgets,
    PoolSources: partners.map((Partner) => ({
      Partner,
      Table: `${Partner} ledger!A1:E1`,
      Holds: 'transactions',
      Date: 'Date',
      Code: 'Code',
      Counterparty: 'Counterparty',
      Reference: 'Reference',
      Amount: 'Amount',
    })),
    PoolCodes: codesOf(
      lines.map(({ Line }) => Line),
      partners,
    ),
    PoolPeriods: partners.map((Partner) => ({ Period: PERIOD, Partner, Status: 'open' })),
    ...change,
  };
}

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof builtCalculator> | undefined;

/** A host with the ledgers and the input tables written. A partner without postings has one of nothing. */
export async function openPool({ tables, ledgers }: PoolWorkbook): Promise<TestHost> {
  const book = new Book();
  const partners = (tables['PoolPartners'] ?? []).map((row) => String(row['Partner']));
  for (const partner of partners) {
    const sheet = book.addSheet(`${partner} ledger`);
    const given = ledgers[partner] ?? [];
    const rows: readonly Posting[] = given.length > 0 ? given : [['NONE', '', 'N1', 0]];
    fill(sheet, 'A1', [
      ['Date', 'Code', 'Counterparty', 'Reference', 'Amount'],
      ...rows.map(([code, counterparty, reference, amount, date]) => [
        date ?? day(6, 15),
        code,
        counterparty,
        reference,
        amount,
      ]),
    ]);
  }
  const host = openHost(book);
  calculator ??= builtCalculator();
  host.setCalculator(calculator);
  const written = await writePlan({ tables: Object.entries(tables).map(([table, rows]) => inputTable(table, rows)) });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

/** Reconciles and writes a month. */
export async function runReconcileTask(period = PERIOD): Promise<void> {
  await writeTask(await reconcile.plan({ period }, quiet));
}

/** Settles and writes a period. */
export async function runSettle(period = PERIOD) {
  const plan = await settle.plan({ period }, quiet);
  await writeTask(plan);
  return plan;
}

/** A workbook opened, reconciled and settled. */
export async function openSettled(workbook: PoolWorkbook): Promise<TestHost> {
  const host = await openPool(workbook);
  await runReconcileTask();
  await runSettle();
  return host;
}

type Shown = Record<string, string | number | boolean>;

/** A table as it shows: one record per row, by heading. */
export async function shown(host: TestHost, table: string): Promise<Shown[]> {
  const { cells } = await host.run((context) => readModel(context));
  const read = cells.get(table);
  if (read === undefined) return [];
  return read.values.map((row) => Object.fromEntries(read.headings.map((heading, at) => [heading, row[at] ?? ''])));
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

/** Every cell of the settlement's tables in which the formula and the model differ: [table, row, column, shown, model]. */
export async function differences(host: TestHost, period = PERIOD): Promise<unknown[]> {
  const reading = await host.run((context) => readReconcile(context, quiet));
  const month = statementPeriod(period);
  if (month === undefined) throw new Error(period);
  const run = runReconcile(reading, month);
  const inputs = settleInputs(reading.model, month, { statement: run.statement, bridges: run.result.bridges });
  const { rows, parts, groups, findings } = settlePeriod(inputs, []);
  if (parts.length === 0) throw new Error(JSON.stringify(findings));
  const { partners } = inputs;
  const tables = splitTablesOf(reading.model, true);
  const known: readonly string[] = Object.values(SETTLE_ROWS);
  const split = (await shown(host, 'PoolSplit')).filter((row) => known.includes(String(row['Row'])));
  const columns = [
    ...Object.keys(settleSplitFormulas(partners, tables.settle!)),
    ...partners.map(({ shortName }) => shortName),
  ];
  const found: unknown[] = [];
  found.push(
    ...compare(
      'PoolSplit',
      split,
      rows.map((row) => [row.what, settleFigures(row, partners)]),
      columns,
    ),
    ...compare(
      'PoolSettlement',
      await shown(host, 'PoolSettlement'),
      settlementRows(parts, partners).map((row) => [`${row.settlesFor} ${row.name}`, settlementFigures(row)]),
      Object.keys(settlementFormulas(partners, settlementTablesOf(reading.model))),
    ),
    ...compare(
      'PoolTransfers',
      await shown(host, 'PoolTransfers'),
      groups.flatMap((group) =>
        Array.from({ length: paymentRows(partners) }, (_none, at) => [
          String(at),
          transferFigures(group, partners, at + 1),
        ]),
      ) as [string, Record<string, PlannedCell>][],
      ['From', 'To', 'Amount'],
    ),
  );
  return found;
}

function compare(
  table: string,
  rows: readonly Shown[],
  expected: readonly (readonly [string, Readonly<Record<string, PlannedCell>>])[],
  columns: readonly string[],
): unknown[] {
  if (rows.length !== expected.length) return [[table, 'rows', rows.length, expected.length]];
  return expected.flatMap(([name, figures], at) =>
    columns.flatMap((column) => {
      const figure = figures[column];
      const value = rows[at]?.[column];
      if (figure === undefined)
        return typeof value === 'string' && value.startsWith('#') ? [[table, name, column, value, 'no error']] : [];
      const model = 'number' in figure ? figure.number : 'text' in figure ? figure.text : '';
      return value === model ? [] : [[table, name, column, value, model]];
    }),
  );
}
