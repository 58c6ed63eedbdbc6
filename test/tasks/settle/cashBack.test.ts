/*
 * What is paid after a settlement, and what stands beside one: money the host pays back, last year's payment among this year's
 * contributions, contributions that are agreed and do not count, figures that are not right yet. Worked by hand; all amounts
 * are illustrative.
 */
import { close } from '../../../src/tasks/close/close';
import { reconcile } from '../../../src/tasks/reconcile';
import { settle } from '../../../src/tasks/settle/settle';
import type { Task } from '../../../src/tasks/task';
import { describeFinding } from '../../../src/words/findings';
import { type Cells, quiet } from '../fixture';
import {
  budget,
  CITY,
  codesOf,
  day,
  differences,
  openPool,
  PCT,
  PERIOD,
  type PoolWorkbook,
  type Posting,
  runReconcileTask,
  runSettle,
  shown,
  type Tables,
  tablesOf,
  TRUST,
  YEAR,
} from './fixture';

jest.setTimeout(300_000);

const HOMES = [{ Line: 'Homes', 'Risk rule': 'Half' }];
const HALF: Tables = {
  PoolShares: [CITY, PCT].map((Partner) => ({ Set: 'Half', Partner, Share: 0.5, Basis: 'fixed' })),
};
const months = (...all: string[]): readonly Cells[] =>
  all.flatMap((Period) => [CITY, PCT, TRUST].map((Partner) => ({ Period, Partner, Status: 'open' })));

/** Homes in the City's ledger, and cash between the City and the PCT as both ledgers have it: + is what the City received. */
function workbook(
  homes: readonly Posting[],
  cash: readonly (readonly [pounds: number, date: number])[],
  more: Tables = {},
): PoolWorkbook {
  return {
    tables: tablesOf(HOMES, [budget('Homes', CITY, 12_000), budget('Homes', PCT, 12_000)], { ...HALF, ...more }),
    ledgers: {
      [CITY]: [...homes, ...cash.map(([pounds, date], at): Posting => ['CONTRIB', PCT, `C${at}`, -pounds, date])],
      [PCT]: cash.map(([pounds, date], at): Posting => ['CONTRIB', CITY, `C${at}`, pounds, date]),
    },
  };
}
const homes = (pounds: number, date: number): Posting => ['Homes', 'Provider', `H${date}`, pounds, date];

/** A partner's row of the pool: [paid in, to pay, to receive]. */
async function rowOf(
  host: Awaited<ReturnType<typeof openPool>>,
  partner: string,
  period: string,
  pool = 'LD',
): Promise<unknown[]> {
  const rows = await shown(host, 'PoolSettlement');
  const row = rows.find((each) => each['Period'] === period && each['Partner'] === partner && each['Pool'] === pool);
  return ['Paid in', 'To pay', 'To receive'].map((heading) => row?.[heading]);
}

describe('what the host pays back after a quarter', () => {
  const given = workbook(
    [homes(6_000, day(6, 1)), homes(6_000, day(9, 1))],
    [
      [4_000, day(6, 2)],
      [-1_000, day(7, 15)],
      [3_000, day(9, 2)],
    ],
    { PoolPeriods: months('2026-06', '2026-09') },
  );

  test('June: 1,000.00 too much was paid in. Paid back in July, it is not paid again in September', async () => {
    const host = await openPool(given);
    await runReconcileTask();
    await runSettle();
    expect(await rowOf(host, PCT, PERIOD)).toEqual([4_000, 0, 1_000]);
    await runReconcileTask('2026-09');
    await runSettle('2026-09');
    expect(await rowOf(host, PCT, '2026-09')).toEqual([6_000, 0, 0]);
    expect(await rowOf(host, CITY, '2026-09')).toEqual([-6_000, 0, 0]);
  });

  test('formulas and model agree, and no instalment is late because money was paid back', async () => {
    const contributions = [CITY, PCT].map((Partner) => ({
      Pool: 'LD',
      Partner,
      Year: YEAR,
      Amount: 12_000,
      Instalments: 'quarterly',
    }));
    const host = await openPool({
      ...given,
      tables: { ...given.tables, PoolContributions: contributions, PoolPeriods: months('2026-09') },
    });
    await runReconcileTask('2026-09');
    const { findings } = await runSettle('2026-09');
    expect(await differences(host, '2026-09')).toEqual([]);
    expect(await rowOf(host, PCT, '2026-09')).toEqual([6_000, 0, 0]);
    // Two instalments of 3,000.00 are due by September; 7,000.00 was received, whatever was paid back.
    expect(findings.filter(({ kind }) => kind === 'instalments behind')).toEqual([]);
  });
});

test('two hosts: what one pays the other is received by the other’s pool, once', async () => {
  const lines = [
    { Line: 'Homes', 'Risk rule': 'Half', Pool: 'North' },
    { Line: 'Beds', 'Risk rule': 'Half', Pool: 'South' },
  ];
  const host = await openPool({
    tables: tablesOf(
      lines,
      ['Homes', 'Beds'].flatMap((line) => [budget(line, CITY, 4_000), budget(line, PCT, 4_000)]),
      {
        ...HALF,
        PoolArrangements: [
          { Pool: 'North', Kind: 'pooled', Host: CITY },
          { Pool: 'South', Kind: 'pooled', Host: PCT },
        ],
      },
    ),
    ledgers: {
      [CITY]: [homes(2_000, day(6, 1)), ['CONTRIB', PCT, 'C1', -700], ['CONTRIB', PCT, 'C2', 300]],
      [PCT]: [
        ['Beds', 'Provider', 'B1', 2_000],
        ['CONTRIB', CITY, 'C1', 700],
        ['CONTRIB', CITY, 'C2', -300],
      ],
    },
  });
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  // Each host spent 2,000.00, of which the other bears 1,000.00; 700.00 and 300.00 of that were paid.
  expect(await rowOf(host, PCT, PERIOD, 'North')).toEqual([700, 300, 0]);
  expect(await rowOf(host, CITY, PERIOD, 'South')).toEqual([300, 700, 0]);
});

test('what the host gives to an aligned pool that does not settle is not paid back to that pool’s host', async () => {
  const host = await openPool({
    tables: tablesOf(
      [
        { Line: 'Homes', 'Risk rule': 'Half', Pool: 'North' },
        { Line: 'Beds', Pool: 'South' },
      ],
      [budget('Homes', CITY, 12_000), budget('Homes', PCT, 12_000), budget('Beds', TRUST, 4_000)],
      {
        ...HALF,
        PoolArrangements: [
          { Pool: 'North', Kind: 'pooled', Host: CITY },
          { Pool: 'South', Kind: 'aligned', Host: TRUST, Settles: 'no' },
        ],
      },
    ),
    ledgers: {
      [CITY]: [homes(6_000, day(6, 1)), ['CONTRIB', TRUST, 'S1', 700]],
      [TRUST]: [['CONTRIB', CITY, 'S1', -700]],
    },
  });
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  // Of North the Trust bears nothing, and nothing is asked of it.
  expect(await rowOf(host, TRUST, PERIOD, 'North')).toEqual([0, 0, 0]);
  expect(await rowOf(host, CITY, PERIOD, 'North')).toEqual([0, 0, 3_000]);
});

test('a contribution that does not count in the proportion is agreed all the same', async () => {
  const contributions = [
    { Partner: CITY, Amount: 12_000 },
    { Partner: PCT, Amount: 8_000 },
    { Partner: PCT, Amount: 4_000, Source: 'additional', Counts: 'no' },
  ].map((row) => ({ Pool: 'LD', Year: YEAR, Funding: 'base', ...row }));
  const host = await openPool(
    workbook([homes(7_000, day(6, 1))], [], {
      PoolContributions: contributions,
      PoolShares: [CITY, PCT].map((Partner) => ({ Set: 'Half', Partner, Basis: 'contributions' })),
    }),
  );
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  const rows = (await shown(host, 'PoolSettlement')).filter((row) => row['Partner'] === CITY || row['Partner'] === PCT);
  // 6,000.00 to date is agreed as 12 : 12; 1,000.00 over is shared as 12 : 8.
  expect(rows.map((row) => [row['Agreed'], row['Share of variance']])).toEqual([
    [3_000, 600],
    [3_000, 400],
  ]);
});

test('contributions of which none counts are what was agreed, where a fixed list shares what is over', async () => {
  const contributions = [
    { Partner: CITY, Amount: 9_000 },
    { Partner: PCT, Amount: 15_000 },
  ].map((row) => ({ Pool: 'LD', Year: YEAR, Funding: 'base', Counts: 'no', ...row }));
  const host = await openPool(workbook([homes(7_000, day(6, 1))], [], { PoolContributions: contributions }));
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  const rows = (await shown(host, 'PoolSettlement')).filter((row) => row['Partner'] === CITY || row['Partner'] === PCT);
  // 6,000.00 to date is agreed as 9 : 15; 1,000.00 over is halved.
  expect(rows.map((row) => [row['Agreed'], row['Share of variance']])).toEqual([
    [2_250, 500],
    [3_750, 500],
  ]);
});

describe('a month whose figures are not right yet does not settle', () => {
  test.each<[why: string, homes: readonly Posting[], more: Tables, kind: string]>([
    ['a code that leads nowhere', [homes(6_000, day(6, 1)), ['LOST', 'Provider', 'X', 40_000.01]], {}, 'code unmapped'],
    [
      'a ledger that is a penny away from its control total',
      [homes(6_000, day(6, 1))],
      {
        PoolPeriods: months(PERIOD).map((row) => ({
          ...row,
          ...(row['Partner'] === CITY ? { 'Control total': 6_000.01 } : {}),
        })),
      },
      'control total differs',
    ],
  ])('%s', async (_why, posted, more, kind) => {
    await openPool(workbook(posted, [], more));
    await runReconcileTask();
    const { blockers } = await settle.plan({ period: PERIOD }, quiet);
    expect(blockers.map((finding) => finding.kind)).toEqual(['settle with errors', kind]);
    expect(describeFinding(blockers[0]!).what).toContain('The figures of June 2026 are not right yet: 1 error');
  });
});

test('an amount of July that cannot be read holds up July and not June', async () => {
  const unread = ['Homes', 'Provider', 'J1', '1.234,56' as unknown as number, day(7, 3)] as const;
  await openPool(workbook([homes(6_000, day(6, 1)), unread], [], { PoolPeriods: months(PERIOD, '2026-07') }));
  for (const period of [PERIOD, '2026-07']) await runReconcileTask(period);
  const kinds = async (task: Task, period: string): Promise<readonly string[]> =>
    (await task.plan({ period }, quiet)).blockers.map(({ kind }) => kind);
  expect(await kinds(settle, PERIOD)).toEqual([]);
  expect(await kinds(close, PERIOD)).toEqual([]);
  expect(await kinds(settle, '2026-07')).toEqual(['settle with errors', 'amount unreadable']);
  expect(await kinds(close, '2026-07')).toEqual(['amount unreadable']);
});

test('last year’s settlement among this year’s contributions is told, with the row, and moves nothing', async () => {
  const { tables, ledgers } = workbook([homes(1_000, day(4, 1))], [[500, day(4, 20)]], {
    PoolPeriods: months('2026-04'),
    PoolBudgets: [budget('Homes', CITY, 12_000)],
  });
  const transfers = [{ Period: '2026-03', Pool: 'LD', Host: CITY, Number: 1, From: PCT, To: CITY, Amount: 500 }];
  await openPool({ tables: { ...tables, PoolTransfers: transfers }, ledgers });
  await runReconcileTask('2026-04');
  const { findings } = await settle.plan({ period: '2026-04' }, quiet);
  const told = findings.filter(({ kind }) => kind === 'last year settled here');
  expect(told).toMatchObject([{ partner: PCT, leftPence: 50_000, place: { sheet: `${CITY} ledger` } }]);
  expect(describeFinding(told[0]!).sentence).toContain('£500.00');
});

test('as much paid the other way is not last year’s settlement', async () => {
  const { tables, ledgers } = workbook(
    [homes(6_000, day(6, 1))],
    [
      [900, day(6, 2)],
      [-500, day(6, 20)],
    ],
  );
  const transfers = [{ Period: '2026-03', Pool: 'LD', Host: CITY, Number: 1, From: PCT, To: CITY, Amount: 500 }];
  await openPool({ tables: { ...tables, PoolTransfers: transfers }, ledgers });
  await runReconcileTask();
  const { findings } = await settle.plan({ period: PERIOD }, quiet);
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('what the host pays a partner beyond what it has given', () => {
  test('is told with both figures at the payment: 5,700.00 of last year beside 300.00', async () => {
    await openPool(
      workbook(
        [homes(6_000, day(6, 1))],
        [
          [-5_700, day(4, 20)],
          [300, day(6, 2)],
        ],
      ),
    );
    await runReconcileTask();
    const { findings } = await settle.plan({ period: PERIOD }, quiet);
    const told = findings.filter(({ severity }) => severity !== 'info');
    expect(told).toMatchObject([
      {
        kind: 'paid back beyond given',
        partner: PCT,
        place: { sheet: `${CITY} ledger`, row: 2 },
        leftPence: 570_000,
        rightPence: 30_000,
        differencePence: 540_000,
      },
    ]);
    expect(describeFinding(told[0]!).what).toContain('£5,400.00 more, which the settlement asks back');
  });

  test('is not told of what a partner spent itself', async () => {
    const { tables, ledgers } = workbook([], [[-2_000, day(6, 20)]]);
    await openPool({ tables, ledgers: { ...ledgers, [PCT]: [homes(5_000, day(5, 1)), ...(ledgers[PCT] ?? [])] } });
    await runReconcileTask();
    const { findings } = await settle.plan({ period: PERIOD }, quiet);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('what the host pays a partner that has put nothing in', () => {
  const paid = (pounds: number, spent: number, more: Tables = {}, date = day(6, 20)): PoolWorkbook => {
    const { tables, ledgers } = workbook([homes(spent, day(6, 1))], [[-pounds, date]], more);
    return { ledgers, tables: { ...tables, PoolBudgets: [budget('Homes', CITY, 24_000)] } };
  };
  const told = async (given: PoolWorkbook, period: string) => {
    await openPool(given);
    await runReconcileTask(period);
    const { findings } = await settle.plan({ period }, quiet);
    return findings.filter(({ kind }) => kind === 'paid back beyond given');
  };

  test('is its own as far as it is its half of an underspend: 1,500.00 of 6,000.00 - 3,000.00', async () => {
    expect(await told(paid(1_500, 3_000), PERIOD)).toEqual([]);
    expect(await told(paid(1_600, 3_000), PERIOD)).toMatchObject([
      { partner: PCT, leftPence: 160_000, rightPence: 150_000, differencePence: 10_000 },
    ]);
  });

  test('is its own as far as it paid for a project that settles: 40,000.00 by March', async () => {
    const project = {
      PoolProjects: [{ Project: 'Officer', Year: YEAR, Item: 'Salary', 'Annual cost': 40_000, 'Paid by': PCT }],
      PoolProjectShares: [CITY, PCT].map((Partner) => ({ Project: 'Officer', Partner, Treatment: 'equal' })),
      PoolPeriods: months('2027-03'),
    };
    expect(await told(paid(20_000, 24_000, project), '2027-03')).toEqual([]);
    expect(await told(paid(40_001, 24_000, project), '2027-03')).toMatchObject([
      { partner: PCT, rightPence: 4_000_000, differencePence: 100 },
    ]);
  });
});

test('what a host pays to the host of an aligned pool, who has paid in too, is told with both figures', async () => {
  const { tables, ledgers } = workbook(
    [homes(6_000, day(6, 1))],
    [
      [1_500, day(6, 2)],
      [-300, day(6, 20)],
    ],
  );
  const other = { Pool: 'Beds', Kind: 'aligned', Settles: 'no' };
  const all = [...(tables['PoolArrangements'] ?? []), { ...other, Host: PCT }];
  const host = await openPool({ tables: { ...tables, PoolArrangements: all }, ledgers });
  await runReconcileTask();
  const { findings } = await runSettle();
  expect(findings.filter(({ severity }) => severity !== 'info')).toMatchObject([
    { kind: 'paid to other host', partner: PCT, leftPence: 30_000, rightPence: 150_000, detail: { pools: 'Beds' } },
  ]);
  expect((await rowOf(host, PCT, PERIOD))[0]).toBe(1_500);

  // Without that host it was paid back, as the finding says.
  await openPool({ tables: { ...tables, PoolArrangements: [...(tables['PoolArrangements'] ?? []), other] }, ledgers });
  await runReconcileTask();
  expect((await runSettle()).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('a contribution with the same sign in both ledgers is told: the settlement goes by the host’s', async () => {
  const { tables, ledgers } = workbook([homes(6_000, day(6, 1))], [[9_000, day(5, 1)]]);
  const both = (partner: string): Posting => ['CONTRIB', partner, 'S1', 4_000, day(6, 3)];
  const host = await openPool({
    tables,
    ledgers: { [CITY]: [...(ledgers[CITY] ?? []), both(PCT)], [PCT]: [...(ledgers[PCT] ?? []), both(CITY)] },
  });
  await runReconcileTask();
  const { findings } = await runSettle();
  expect((await rowOf(host, PCT, PERIOD))[0]).toBe(5_000);
  const told = findings.filter(({ severity }) => severity !== 'info');
  expect(told).toMatchObject([
    {
      kind: 'contribution sign unclear',
      partner: PCT,
      leftPence: 400_000,
      rightPence: 400_000,
      differencePence: 800_000,
    },
  ]);
  expect(told[0]?.place).toMatchObject({ sheet: `${CITY} ledger`, row: 3 });
});

test('a post that the employer’s ledger does not hold is told with both figures', async () => {
  const post = { Line: 'Homes', Post: 'Nurse', WTE: 1, Rate: 40_000, Employer: PCT, Funder: CITY };
  await openPool(workbook([homes(6_000, day(6, 1))], [], { PoolStaff: [post] }));
  await runReconcileTask();
  const { findings } = await settle.plan({ period: PERIOD }, quiet);
  const told = findings.filter(({ kind }) => kind === 'costs not in ledger');
  expect(describeFinding(told[0]!).what).toContain(
    'pays £10,000.00 of posts and placements on Homes, and its figures there, ledger and adjustments, are £0.00',
  );
  expect(describeFinding(told[0]!).what).toContain('The whole £10,000.00 is taken out of the line');
  expect(told).toMatchObject([
    { partner: PCT, line: 'Homes', leftPence: 1_000_000, rightPence: 0, differencePence: 1_000_000 },
  ]);
});

test('a prepayment typed with a plus is told, and one with a minus, or taken back by now, is not', async () => {
  const row = {
    Period: PERIOD,
    Partner: CITY,
    Line: 'Homes',
    Kind: 'prepayment',
    Amount: 100,
    'Reverses in': '2026-07',
  };
  await openPool(
    workbook([homes(6_000, day(6, 1))], [], {
      PoolAdjustments: [
        row,
        { ...row, Amount: -200, Reason: 'May' },
        { ...row, Period: '2026-04', Amount: 300, 'Reverses in': '2026-05' },
      ],
    }),
  );
  const { findings } = await reconcile.plan({ period: PERIOD }, quiet);
  expect(findings.filter(({ kind }) => kind === 'prepayment adds')).toMatchObject([
    { line: 'Homes', leftPence: 10_000 },
  ]);
});

test('a partner of a hosted pool without a ledger, who also pays for a post, is credited with what it paid in', async () => {
  const { tables, ledgers } = workbook([homes(6_000, day(6, 1))], [], {
    PoolStaff: [{ Line: 'Homes', Post: 'Nurse', WTE: 0.1, Rate: 40_000, Employer: CITY, Funder: PCT }],
    PoolBudgets: [budget('Homes', CITY, 24_000)],
  });
  const host = await openPool({
    tables: {
      ...tables,
      PoolSources: (tables['PoolSources'] ?? []).filter(({ Partner }) => Partner === CITY),
      PoolPeriods: [{ Period: PERIOD, Partner: CITY, Status: 'open' }],
      PoolCodes: codesOf(['Homes'], [CITY]),
    },
    ledgers: { ...ledgers, [CITY]: [homes(6_000, day(6, 1)), ['CONTRIB', PCT, 'C0', -1_500.5]] },
  });
  const { findings: ofMonth } = await reconcile.plan({ period: PERIOD }, quiet);
  expect(ofMonth.filter(({ severity }) => severity !== 'info')).toEqual([]);
  await runReconcileTask();
  // The bridge says why there is no other side, and leaves nothing of it unexplained.
  const bridge = (await shown(host, 'PoolBridge')).filter((row) => row['Bridge'] === 'contributions');
  expect(bridge.map((row) => [row['Step'], row['Amount'], row['Running total'], row['Explained']])).toEqual([
    ['Says it', 0, 0, ''],
    ['no other ledger', 1_500.5, 1_500.5, 'yes'],
    ['Other side', '', 1_500.5, ''],
    ['Unexplained', 0, '', ''],
  ]);
  const { findings } = await runSettle();
  expect(findings.map(({ kind }) => kind)).not.toContain('contribution without payer');
  expect((await rowOf(host, PCT, PERIOD))[0]).toBe(1_500.5);
  expect(await differences(host)).toEqual([]);
});

test('a case may be called by a number: 1042 is found by the formulas as its text', async () => {
  const placement = {
    Case: 1042,
    Line: 'Homes',
    Rate: 100,
    Per: 'week',
    From: day(4, 1),
    'Paid by': CITY,
    City: 1,
    PCT: 1,
  };
  const host = await openPool(workbook([homes(6_000, day(6, 1))], [], { PoolPlacements: [placement] }));
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  const row = (await shown(host, 'PoolSplit')).find((each) => each['Item'] === '1042' || each['Item'] === 1042);
  // 91 days from April to June are 13 weeks.
  expect([row?.['Amount'], row?.['City'], row?.['PCT']]).toEqual([1_300, 650, 650]);
});
