/*
 * A pool whose month can be closed: the small shadow pool with every code mapped and both ledgers agreed, and what tests of
 * closing read back. All figures are illustrative.
 */
import { close } from '../../../src/tasks/close/close';
import { reconcile } from '../../../src/tasks/reconcile';
import { type ModelReading, readModel } from '../../../src/workbook/readModel';
import type { TestHost } from '../../support/host';
import { COUNCIL, type Cells, PCT, openPool, quiet, writeTask } from '../fixture';

export const JUNE = '2026-06';

/** Every code leads somewhere, so that the month has no error. */
export const CODES: readonly Cells[] = [
  { Partner: COUNCIL, Code: 'A100', Line: 'Residential care' },
  { Partner: COUNCIL, Code: 'A200', Line: 'Day services' },
  { Partner: COUNCIL, Code: 'A300', Line: 'recharge' },
  { Partner: COUNCIL, Code: 'Z999', Line: 'excluded' },
  { Partner: PCT, Code: '4410', Line: 'Residential care' },
  { Partner: PCT, Code: '4411', Line: 'Day services' },
  { Partner: PCT, Code: '45*', Line: 'recharge' },
];

/** The pool with June reconciled. */
export async function openReconciled(change: Parameters<typeof openPool>[0] = {}): Promise<TestHost> {
  const host = await openPool({ PoolCodes: CODES, ...change });
  await writeTask(await reconcile.plan({ period: JUNE }, quiet));
  return host;
}

/** The pool with June closed. */
export async function openClosed(change: Parameters<typeof openPool>[0] = {}): Promise<TestHost> {
  const host = await openReconciled(change);
  await writeTask(await close.plan({ period: JUNE }, quiet));
  return host;
}

/** The model as it stands, with formulas. */
export function readBack(host: TestHost): Promise<ModelReading> {
  return host.run((context) => readModel(context, true));
}

/** A table's cells by row: values, and which of them are formulas. */
export async function rowsIn(host: TestHost, table: string) {
  const cells = (await readBack(host)).cells.get(table);
  if (cells === undefined) return [];
  return cells.values.map((values, row) => ({
    values: Object.fromEntries(cells.headings.map((heading, at) => [heading, values[at] ?? ''])),
    formulas: cells.headings.filter((_heading, at) => String(cells.formulas?.[row]?.[at] ?? '').startsWith('=')),
  }));
}

/** How many formulas stand in each month's rows of a table. */
export async function liveByMonth(host: TestHost, table: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { values, formulas } of await rowsIn(host, table)) {
    const period = String(values['Period']);
    counts[period] = (counts[period] ?? 0) + formulas.length;
  }
  return counts;
}

/** Writes a cell as a user would. */
export async function type(host: TestHost, sheet: string, address: string, value: string | number): Promise<void> {
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
}
