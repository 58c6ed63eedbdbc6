/*
 * A community equipment pool of health, social care and education (Leicester 2000, paper 24-26) with three grants. The bodies
 * and the kind of pool are the report's; the grants are those a pool of today has; all amounts are illustrative.
 */
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import { linesInForce } from '../../../src/tasks/reconcile/statementInputs';
import { type StatementPeriod, statementPeriod } from '../../../src/tasks/reconcile/period';
import { type GrantInputs, grantStatement } from '../../../src/tasks/settle/grantStatement';
import { grantRows, jointSpend, statedSpend } from '../../../src/tasks/settle/grantRows';
import { grantFigures, grantKey, planGrantStatement } from '../../../src/tasks/settle/grantTable';
import type { ModelReading } from '../../../src/workbook/readModel';
import { Book } from '../../../src/preview/book/book';
import { builtCalculator } from '../../preview/engine/built';
import { type TestHost, openHost } from '../../support/host';
import { type Cells, inputTable } from '../fixture';

export const POOL = 'Community equipment';
export const COUNCIL = 'Leicester City Council';
export const HEALTH = 'Leicestershire Health';

export type Tables = Readonly<Record<string, readonly Cells[]>>;

export const PERIOD = '2026-06';

/** A joint row of the statement, with what was spent; without an amount its figures are not known. */
export const spent = (line: string, own?: number, period = PERIOD, pool = POOL): Cells => ({
  Period: period,
  Pool: pool,
  Line: line,
  Partner: 'Joint',
  ...(own === undefined ? {} : { 'Own to date': own }),
});

export const EQUIPMENT: Tables = {
  PoolPartners: [
    { Partner: COUNCIL, 'Short name': 'Council' },
    { Partner: HEALTH, 'Short name': 'Health' },
  ],
  PoolLines: [
    { Line: 'Loans', Pool: POOL, Scope: 'in' },
    { Line: 'Adaptations', Pool: POOL, Scope: 'in', Type: 'capital' },
    { Line: 'Sensory', Pool: POOL, Scope: 'in' },
    { Line: 'Wheelchairs', Pool: POOL, Scope: 'excluded' },
    { Line: 'Beds', Pool: 'Other pool', Scope: 'in' },
  ],
  PoolGrants: [
    { Pool: POOL, Grant: 'Discharge', Partner: HEALTH, Year: '2026/27', Amount: 90_000, Lines: 'Loans; Sensory' },
    {
      Pool: POOL,
      Grant: 'Disabled Facilities',
      Partner: COUNCIL,
      Year: '2026/27',
      Amount: 200_000,
      'Brought forward': 12_000.5,
      Lines: 'Adaptations',
      Minimum: 150_000,
      Order: 2,
    },
    { Pool: POOL, Grant: 'Improved Better Care', Partner: COUNCIL, Year: '2026/27', Amount: 60_000, Order: 1 },
    { Pool: POOL, Grant: 'Discharge', Partner: HEALTH, Year: '2025/26', Amount: 1_000 },
  ],
  PoolStatement: [
    spent('Loans', 45_000.25),
    spent('Adaptations', 160_000.1),
    spent('Sensory', 31_000),
    { Period: PERIOD, Pool: POOL, Line: 'Loans', Partner: COUNCIL, 'Own to date': 9_999 },
    spent('Loans', 77, '2026-05'),
    spent('Beds', 500, PERIOD, 'Other pool'),
  ],
};

/** The equipment workbook with some tables instead of its own. */
export const withTables = (change: Tables): Tables => ({ ...EQUIPMENT, ...change });

// One engine for a test file: Univer's engines share caches within a process.
let calculator: ReturnType<typeof builtCalculator> | undefined;

/** A host with the given tables, PoolStatement as values, and the add-in's own functions. */
export async function openTables(tables: Tables = EQUIPMENT): Promise<TestHost> {
  const book = new Book();
  book.addSheet('Notes');
  const host = openHost(book);
  calculator ??= builtCalculator();
  host.setCalculator(calculator);
  const written = await writePlan({ tables: Object.entries(tables).map(([table, rows]) => inputTable(table, rows)) });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return host;
}

export const periodOf = (period: string): StatementPeriod => {
  const found = statementPeriod(period);
  if (found === undefined) throw new Error(`no month: ${period}`);
  return found;
};

/** What the workbook says about grants in a month. */
export function grantInputs(model: ModelReading, period = PERIOD): GrantInputs {
  return {
    period: periodOf(period),
    lines: linesInForce(model, periodOf(period)),
    grants: grantRows(model),
    spend: jointSpend(statedSpend(model, period)),
  };
}

/** Writes the statement of a month. */
export async function runGrants(host: TestHost, isLive = true, period = PERIOD) {
  const model = await host.run((context) => readModel(context));
  const rows = grantStatement(grantInputs(model, period));
  const planned = planGrantStatement(rows, periodOf(period), isLive, model.cells.get('PoolGrantStatement'));
  const written = await writePlan({ tables: [planned] });
  if (!written.ok) throw new Error(JSON.stringify(written));
  return planned;
}

/** A table as it shows: one record per row, by heading. */
export async function shown(host: TestHost, name: string): Promise<Record<string, string | number | boolean>[]> {
  const table = (await host.run((context) => readModel(context))).cells.get(name);
  if (table === undefined) return [];
  return table.values.map((row) => Object.fromEntries(table.headings.map((heading, at) => [heading, row[at] ?? ''])));
}

/** Every cell in which the table and the model of its inputs differ: [row, column, shown, model]. */
export async function differences(host: TestHost, period = PERIOD): Promise<unknown[]> {
  const model = await host.run((context) => readModel(context));
  const rows = grantStatement(grantInputs(model, period));
  const cells = (await shown(host, 'PoolGrantStatement')).filter((row) => row['Period'] === period);
  const found: unknown[] = cells.length === rows.length ? [] : [['rows', cells.length, rows.length]];
  rows.forEach((row, at) => {
    const key = ['Pool', 'Grant', 'Partner', 'Row', 'Line'].map((column) => String(cells[at]?.[column] ?? ''));
    if (key.join() !== grantKey(row).join()) found.push(['key', key, grantKey(row)]);
    for (const [column, figure] of Object.entries(grantFigures(row))) {
      const expected = 'number' in figure ? figure.number : '';
      if (cells[at]?.[column] !== expected) found.push([grantKey(row).join(), column, cells[at]?.[column], expected]);
    }
  });
  return found;
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
