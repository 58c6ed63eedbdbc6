/*
 * Closing a month with a settlement and with projects: their rows become values too, a project's in the March of its year, and
 * no settlement or sharing replaces them.
 */
import { check } from '../../../src/tasks/check';
import { close } from '../../../src/tasks/close/close';
import { settle } from '../../../src/tasks/settle/settle';
import { share } from '../../../src/tasks/share/share';
import { quiet, writeTask } from '../fixture';
import {
  CITY,
  PCT,
  PERIOD,
  TRUST,
  type Tables,
  YEAR,
  budget,
  openPool,
  openSettled,
  runReconcileTask,
  shown,
  tablesOf,
  typeIn,
} from '../settle/fixture';
import { liveByMonth } from './fixture';

const MARCH = '2027-03';

const hosted = (change: Tables = {}) =>
  ({
    tables: tablesOf(
      [{ Line: 'Homes', 'Risk rule': 'Risk' }],
      [budget('Homes', CITY, 120_000), budget('Homes', PCT, 80_000)],
      {
        PoolShares: [
          { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
          { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
          { Pool: 'LD', Set: 'Risk', Partner: TRUST, Share: 0, Basis: 'fixed' },
        ],
        ...change,
      },
    ),
    ledgers: {
      [CITY]: [
        ['Homes', 'Willow Homes', 'I1', 55_000],
        ['CONTRIB', PCT, 'C1', -20_000],
      ],
      [PCT]: [['CONTRIB', CITY, 'C1', 20_000]],
      [TRUST]: [['Homes', '', 'N1', 0]],
    },
  }) as const;

const PROJECTS: Tables = {
  PoolProjects: [{ Project: 'Officer', Year: YEAR, Item: 'Post', 'Annual cost': 30_000.01, 'Paid by': CITY }],
  PoolProjectShares: [CITY, PCT].map((Partner) => ({ Project: 'Officer', Partner, Treatment: 'equal' })),
};

const SETTLED = [
  'PoolStatement',
  'PoolControl',
  'PoolSplit',
  'PoolSettlement',
  'PoolTransfers',
  'PoolMemorandum',
  'PoolPartnerStatement',
] as const;

test('a settlement is closed with its month: every figure stays, no formula is left, and it is not settled again', async () => {
  const host = await openSettled(hosted());
  const before = await Promise.all(SETTLED.map((table) => shown(host, table)));
  const plan = await close.plan({ period: PERIOD }, quiet);
  expect((plan.totals['toValues'] as { table: string }[]).map(({ table }) => table).sort()).toEqual(
    [...SETTLED].sort(),
  );
  await writeTask(plan);
  expect(await Promise.all(SETTLED.map((table) => shown(host, table)))).toEqual(before);
  for (const table of SETTLED) expect(await liveByMonth(host, table)).toEqual({ [PERIOD]: 0 });
  const again = await settle.plan({ period: PERIOD }, quiet);
  expect(again.blockers.map(({ kind }) => kind)).toEqual(['period closed', 'period closed', 'period closed']);
});

test('a ledger changes after the settlement was issued: each partner’s share due then, now and the gap', async () => {
  const host = await openSettled(hosted());
  await writeTask(await close.plan({ period: PERIOD }, quiet));
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(`${CITY} ledger`).getRange('E2').values = [[56_000]];
    await context.sync();
  });
  const due = (await check.plan({ period: PERIOD }, quiet)).findings.filter(
    ({ kind, detail }) => kind === 'closed figure moved' && detail?.['column'] === 'Share due',
  );
  // 1,000.00 more is overspent: 600.00 and 400.00 by the Set.
  expect(due).toMatchObject([
    { partner: CITY, leftPence: 3_300_000, rightPence: 3_360_000, differencePence: -60_000 },
    { partner: PCT, leftPence: 2_200_000, rightPence: 2_240_000, differencePence: -40_000 },
  ]);
  expect(due[0]!.place).toMatchObject({ sheet: 'Pool settlement', row: 5 });
});

describe('a project', () => {
  async function openShared() {
    const host = await openPool(hosted(PROJECTS));
    await runReconcileTask();
    await runReconcileTask(MARCH);
    await writeTask(await share.plan({}, quiet));
    return host;
  }

  test('stays live when June is closed, and becomes values when March is', async () => {
    const host = await openShared();
    const before = await shown(host, 'PoolSplit');
    const june = await close.plan({ period: PERIOD }, quiet);
    expect((june.totals['toValues'] as { table: string }[]).map(({ table }) => table)).not.toContain('PoolSplit');
    await writeTask(june);
    expect((await liveByMonth(host, 'PoolSplit'))[MARCH]).toBeGreaterThan(0);
    await writeTask(await close.plan({ period: MARCH }, quiet));
    expect(await liveByMonth(host, 'PoolSplit')).toEqual({ [MARCH]: 0 });
    expect(await shown(host, 'PoolSplit')).toEqual(before);
  });

  test('of a closed year is not shared again; a cost that changes is told with what was issued and what it would be', async () => {
    const host = await openShared();
    await writeTask(await close.plan({ period: MARCH }, quiet));
    await typeIn(host, 'PoolProjects', 1, 'Annual cost', 30_002.01);
    expect((await share.plan({}, quiet)).blockers[0]).toMatchObject({ kind: 'period closed', period: MARCH });
    const moved = (await check.plan({ period: MARCH }, quiet)).findings.filter(
      ({ kind, detail }) => kind === 'closed figure moved' && detail?.['column'] === 'City',
    );
    expect(moved[0]).toMatchObject({ leftPence: 1_500_001, rightPence: 1_500_101, differencePence: -100 });
  });

  test('whose year cannot be shared stops March and not June', async () => {
    const host = await openShared();
    await typeIn(host, 'PoolProjects', 1, 'Annual cost', 'thirty thousand');
    const june = await close.plan({ period: PERIOD }, quiet);
    expect(june.blockers.filter(({ kind }) => kind === 'cell not money')).toEqual([]);
    const march = await close.plan({ period: MARCH }, quiet);
    expect(march.blockers.map(({ kind }) => kind)).toContain('cell not money');
  });
});
