/*
 * An input table that was added and not filled in yet is as good as none: no task finds an error more than without it, and
 * no month counts as changed.
 */
import { check } from '../../../src/tasks/check';
import { close } from '../../../src/tasks/close/close';
import { model } from '../../../src/tasks/model/model';
import { reconcile } from '../../../src/tasks/reconcile';
import { settle } from '../../../src/tasks/settle/settle';
import type { Task } from '../../../src/tasks/task';
import { INPUT_TABLES } from '../../../src/workbook/schema';
import type { TestHost } from '../../support/host';
import { quiet, writeTask } from '../fixture';
import { CITY, PCT, PERIOD, type PoolWorkbook, type Tables, budget, openPool, tablesOf } from '../settle/fixture';

jest.setTimeout(120_000);

/** Each task with the errors and warnings that it finds, or that stop it. */
async function found(): Promise<Record<string, string[]>> {
  const tasks: readonly Task[] = [check, reconcile, settle, close];
  const lists: Record<string, string[]> = {};
  for (const task of tasks) {
    const { findings, blockers } = await task.plan({ period: PERIOD }, quiet);
    const told = [...blockers, ...findings].filter(({ severity }) => severity !== 'info');
    lists[task.name] = [
      ...new Set(told.map(({ kind, partner, detail }) => JSON.stringify([kind, partner, detail]))),
    ].sort();
  }
  return lists;
}

/** Writes what can be written of a month; without a needed table that is nothing. */
async function runMonth(): Promise<void> {
  for (const task of [reconcile, settle]) {
    const plan = await task.plan({ period: PERIOD }, quiet);
    if (plan.blockers.length === 0) await writeTask(plan);
  }
}

/** The tables this workbook needs; of the others it has none. */
const NEEDED = tablesOf([{ Line: 'Homes', 'Risk rule': 'Risk' }], [budget('Homes', CITY, 120_000)], {
  PoolShares: [
    { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
    { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
  ],
});
const LEDGERS: PoolWorkbook['ledgers'] = { [CITY]: [['Homes', 'Willow Homes', 'I1', 35_000.01]] };
const SPARE = INPUT_TABLES.map(({ name }) => name).filter((name) => !(name in NEEDED));

async function addEmpty(host: TestHost, table: string): Promise<void> {
  await writeTask(await model.plan({ add: [table] }, quiet));
  expect(host.book.table(table)?.area.rows).toBe(2);
}

describe('in a month that was settled without it', () => {
  let host: TestHost;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    host = await openPool({ tables: NEEDED, ledgers: LEDGERS });
    await runMonth();
    before = await found();
    expect(host.book.table('PoolSettlement')).toBeDefined();
  });

  // One after the other in the same workbook: by the last of them it has all tables there are.
  test.each(SPARE)('%s, empty, is no error, no warning and no change', async (table) => {
    await addEmpty(host, table);
    expect(await found()).toEqual(before);
  });

  test('the month settles again beside them', async () => {
    await runMonth();
    expect(await found()).toEqual(before);
  });
});

test.each(Object.keys(NEEDED))('%s, empty, is no more than missing', async (table) => {
  const host = await openPool({ tables: without(NEEDED, table), ledgers: LEDGERS });
  // A run makes PoolPeriods where it is missing.
  if (table !== 'PoolPeriods') await runMonth();
  const before = await found();
  await addEmpty(host, table);
  expect(await found()).toEqual(before);
});

function without(tables: Tables, table: string): Tables {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => name !== table));
}
