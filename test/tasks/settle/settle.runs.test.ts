/*
 * Settling again, taking a settlement back, and how many requests it takes: a small hosted pool with a grant, in its
 * workbook. What is settled is worked in the other files.
 */
import { check } from '../../../src/tasks/check';
import * as tasks from '../../../src/tasks/index';
import { settle } from '../../../src/tasks/settle/settle';
import { writePlan } from '../../../src/workbook/writer';
import type { TestHost } from '../../support/host';
import { type Cells, quiet } from '../fixture';
import {
  CITY,
  PCT,
  PERIOD,
  type PoolWorkbook,
  SETTLED,
  TRUST,
  YEAR,
  budget,
  openPool,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
} from './fixture';

jest.setTimeout(180_000);

/** A pool of two with one line; `posts` funded by the third partner. */
function small(posts = 1): PoolWorkbook {
  const PoolStaff = Array.from({ length: posts }, (_none, at): Cells => {
    return { Line: 'Homes', Post: `Worker ${at + 1}`, WTE: 1, Rate: 4_000, Employer: CITY, Funder: TRUST };
  });
  return {
    tables: tablesOf([{ Line: 'Homes', 'Risk rule': 'named', 'Bears risk': PCT }], [budget('Homes', CITY, 120_000)], {
      PoolGrants: [{ Pool: 'LD', Grant: 'Discharge', Partner: PCT, Year: YEAR, Amount: 40_000 }],
      PoolStaff,
    }),
    ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', 55_000 + 1_000 * posts]] },
  };
}

const ofPeriod = async (host: TestHost, period: string) =>
  Promise.all(SETTLED.map(async (table) => (await shown(host, table)).filter((row) => row['Period'] === period)));

test('a second run replaces the rows of its period and no other; undo takes the whole of it back', async () => {
  const host = await openPool(small());
  await runReconcileTask();
  await runSettle();
  const june = await ofPeriod(host, PERIOD);
  expect(june.every((rows) => rows.length > 0)).toBe(true);
  await runReconcileTask('2026-07');
  const settleJuly = async () => tasks.writePlan(await tasks.planTask('settle', { period: '2026-07' }, quiet), quiet);
  expect(await settleJuly()).toMatchObject({ ok: true });
  const july = await ofPeriod(host, '2026-07');
  expect(july.map((rows) => rows.length)).toEqual(june.map((rows) => rows.length));
  expect(await ofPeriod(host, PERIOD)).toEqual(june);

  expect(await settleJuly()).toMatchObject({ ok: true });
  expect(await ofPeriod(host, '2026-07')).toEqual(july);
  expect((await shown(host, 'PoolRuns')).filter((row) => row['Task'] === 'settle').length).toBe(9);

  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  expect(await ofPeriod(host, '2026-07')).toEqual(july);
  expect(await ofPeriod(host, PERIOD)).toEqual(june);
});

test('undo of a first settlement leaves its tables empty, and the month as it was reconciled', async () => {
  const host = await openPool(small());
  await runReconcileTask();
  const statement = await shown(host, 'PoolStatement');
  const plan = await tasks.planTask('settle', { period: PERIOD }, quiet);
  expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  expect(await ofPeriod(host, PERIOD)).toEqual(SETTLED.map(() => []));
  expect(await shown(host, 'PoolStatement')).toEqual(statement);
  expect((await shown(host, 'PoolRuns')).filter((row) => row['Task'] === 'settle')).toEqual([]);
});

async function requests(posts: number) {
  const host = await openPool(small(posts));
  await runReconcileTask();
  const start = host.requests;
  const plan = await settle.plan({ period: PERIOD }, quiet);
  const planned = host.requests;
  expect(await writePlan(plan.workbook!)).toMatchObject({ ok: true });
  const written = host.requests;
  await check.plan({ period: PERIOD }, quiet);
  return { plan: planned - start, write: written - planned, check: host.requests - written };
}

test('two posts and forty take the same number of requests', async () => {
  const few = await requests(2);
  expect(await requests(40)).toEqual(few);
  expect(few.plan).toBeLessThanOrEqual(5);
  expect(few.write).toBeLessThanOrEqual(6);
});
