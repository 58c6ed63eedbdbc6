/*
 * A whole workbook for a worked case: the model's tables and each partner's ledger, through the real Office.js and a calculating
 * engine, with the add-in's own functions. Not a way round the tasks: figures are read from the cells they wrote.
 */
import { serialOf } from '../../src/money/calendar';
import { Book } from '../../src/preview/book/book';
import { planTask, writePlan as write } from '../../src/tasks';
import type { TaskName, TaskPlan } from '../../src/tasks';
import { readModel } from '../../src/workbook/readModel';
import { writePlan } from '../../src/workbook/writer';
import { builtCalculator } from '../preview/engine/built';
import { type TestHost, openHost } from '../support/host';
import { type Cells, inputTable, quiet } from '../tasks/fixture';
import type { PlannedTable } from '../../src/workbook/plan';
import type { Figure } from './case';

/** Excel's number of a day, written 01/09/2004. */
export function day(text: string): number {
  const [date = 0, month = 0, year = 0] = text.split('/').map(Number);
  return serialOf({ year, month, day: date });
}

/** A posting: its day, its line (the ledger's code is called like it), the amount, and the other side where it is a partner. */
export type Posting = readonly [date: string, line: string, pounds: number, counterparty?: string, reference?: string];

/** What stands in the workbook before a task runs. */
export interface Given {
  /** Input tables, by name. Sources, codes and periods follow from the ledgers, unless they are given. */
  readonly tables: Readonly<Record<string, readonly Cells[]>>;
  /** Each partner's ledger. */
  readonly ledgers?: Readonly<Record<string, readonly Posting[]>>;
  /** The months that are received. */
  readonly months?: readonly string[];
}

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof builtCalculator> | undefined;

/** Opens a workbook. */
export async function openWorkbook({ tables, ledgers = {}, months = [] }: Given): Promise<TestHost> {
  const book = new Book();
  book.addSheet('Notes');
  const sources: Cells[] = [];
  const codes: Cells[] = [];
  const periods: Cells[] = [];
  Object.entries(ledgers).forEach(([partner, postings], number) => {
    const name = `Ledger ${number + 1}`;
    const sheet = book.addSheet(name);
    ['Date', 'Code', 'Supplier', 'Reference', 'Amount'].forEach((heading, at) => sheet.setContent(0, at, heading));
    // A ledger without postings would be one that was not received: it holds a row of nothing, outside the pool.
    const [firstMonth = '2000-04'] = months;
    const nothing: Posting = [`01/${firstMonth.slice(5)}/${firstMonth.slice(0, 4)}`, 'Nothing posted', 0];
    const rows = postings.length === 0 ? [nothing] : postings;
    rows.forEach(([date, line, pounds, counterparty = 'Provider', reference = ''], row) =>
      [day(date), line, counterparty, reference === '' ? `R${row}` : reference, pounds].forEach((value, at) =>
        sheet.setContent(row + 1, at, value),
      ),
    );
    sources.push({
      Partner: partner,
      Table: `'${name}'!A1:E1`,
      Holds: 'transactions',
      Date: 'Date',
      Code: 'Code',
      Counterparty: 'Supplier',
      Reference: 'Reference',
      Amount: 'Amount',
    });
    for (const line of new Set(postings.map((posting) => posting[1])))
      codes.push({ Partner: partner, Code: line, Line: line });
    if (postings.length === 0) codes.push({ Partner: partner, Code: nothing[1], Line: 'excluded' });
    for (const Period of months) periods.push({ Period, Partner: partner, Status: 'open' });
  });
  const derived = sources.length === 0 ? {} : { PoolSources: sources, PoolCodes: codes, PoolPeriods: periods };
  const host = openHost(book);
  calculator ??= builtCalculator();
  host.setCalculator(calculator);
  const all = { ...derived, ...tables };
  const written = await writePlan({ tables: Object.entries(all).map(([table, rows]) => withPartners(table, rows)) });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

/** An input table; headings that the model does not know are partners' columns, such as the weights of placements. */
function withPartners(table: string, rows: readonly Cells[]): PlannedTable {
  const plan = inputTable(table, rows);
  const added = [...new Set(rows.flatMap(Object.keys))].filter((heading) => !plan.columns.includes(heading));
  return {
    ...plan,
    columns: [...plan.columns, ...added],
    rows: plan.rows.map((cells, at) => [
      ...cells,
      ...added.map((heading) => {
        const weight = rows[at]?.[heading];
        return typeof weight === 'number' ? ({ number: weight } as const) : ({ blank: true } as const);
      }),
    ]),
  };
}

/** What a task would do. A task of a later release is an error. */
export function planOf(task: string, period?: string): Promise<TaskPlan> {
  return planTask(task as TaskName, period === undefined ? {} : { period }, quiet);
}

/** Runs a task and writes what it planned; anything that stops it is an error. */
export async function runTask(task: string, period?: string): Promise<void> {
  const plan = await planOf(task, period);
  const outcome = await write(plan, quiet);
  if (!outcome.ok) throw new Error(`${outcome.sentence} ${JSON.stringify(outcome.findings ?? [])}`);
}

/** A row of a table as it shows, by heading. */
export type ShownRow = Readonly<Record<string, Figure | boolean>>;

/** The rows of a table as they show after calculation; none where the table is not in the workbook. */
export async function shown(host: TestHost, table: string, match: ShownRow = {}): Promise<readonly ShownRow[]> {
  const { cells } = await host.run((context) => readModel(context));
  const found = cells.get(table);
  if (found === undefined) return [];
  return found.values
    .map((row) => Object.fromEntries(found.headings.map((heading, at) => [heading, row[at] ?? ''])))
    .filter((row) => Object.entries(match).every(([heading, value]) => row[heading] === value));
}

/** A cell of a row as it shows; a heading that is not there is a fault of the case. */
export function figure(row: ShownRow | undefined, heading: string): Figure {
  const cell = row?.[heading];
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  throw new Error(row === undefined ? 'the row is not there' : `there is no ${heading}`);
}

/** Cells of the one row of a table that matches. */
export async function cellsOf(
  host: TestHost,
  table: string,
  match: ShownRow,
  headings: readonly string[],
): Promise<readonly Figure[]> {
  const rows = await shown(host, table, match);
  if (rows.length !== 1) throw new Error(`${rows.length} rows of ${table} for ${JSON.stringify(match)}`);
  return headings.map((heading) => figure(rows[0], heading));
}
