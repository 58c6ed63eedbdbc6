/*
 * Every risk rule, what becomes of underspends, contributions, staff, placements, in a workbook: figures worked by hand from
 * the agreement, and every formula the same as the model. Sources: domain brief b2, b3, b4; Leeds 2012, 3.7 and 3.9; Leicester
 * 2004, 2.1.
 */
import { check } from '../../../src/tasks/check';
import { settle } from '../../../src/tasks/settle/settle';
import { type Cells, quiet } from '../fixture';
import {
  CITY,
  PARTNERS,
  PCT,
  PERIOD,
  type PoolWorkbook,
  type Posting,
  TRUST,
  YEAR,
  budget,
  day,
  differences,
  openPool,
  openSettled,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
  typeIn,
} from './fixture';

const SET: readonly Cells[] = [
  { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
  { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];
const withCap = (cap: number): readonly Cells[] => [SET[0]!, { ...SET[1]!, Cap: cap }];
const BUDGETS = [budget('Homes', CITY, 120_000), budget('Homes', PCT, 80_000)];

/** A pool with one line, all of whose spending is in the City's ledger. */
function hosted(
  spent: number,
  line: Cells = {},
  more: Readonly<Record<string, readonly Cells[]>> = {},
  ...cash: Posting[]
): PoolWorkbook {
  return {
    tables: tablesOf([{ Line: 'Homes', 'Risk rule': 'Risk', ...line }], BUDGETS, { PoolShares: SET, ...more }),
    ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', spent], ...cash] },
  };
}

/** What each partner pays (+) or is paid (−) for an agreement, and what stays in the pool. */
async function balances(workbook: PoolWorkbook, settlesFor = 'pool') {
  const host = await openSettled(workbook);
  expect(await differences(host)).toEqual([]);
  const rows = (await shown(host, 'PoolSettlement')).filter((row) => row['For'] === settlesFor);
  expect(rows.every((row) => row['Check'] === 0)).toBe(true);
  const found = rows.map((row) => [
    row['Partner'],
    Math.round((Number(row['To pay']) - Number(row['To receive'])) * 100) / 100,
  ]);
  return { host, rows, paid: Object.fromEntries(found) as Record<string, number> };
}

describe('who bears a variance', () => {
  test.each<[why: string, PoolWorkbook, Record<string, number>]>([
    // A quarter's budget: 30,000 City, 20,000 PCT.
    [
      'a Set: 5,000.01 over is 3,000.01 and 2,000.00',
      hosted(55_000.01),
      { [CITY]: -22_000, [PCT]: 22_000, [TRUST]: 0 },
    ],
    [
      'named: the host bears all, the other’s contribution never moves',
      hosted(55_000, { 'Risk rule': 'named', 'Bears risk': CITY }),
      { [CITY]: -20_000, [PCT]: 20_000, [TRUST]: 0 },
    ],
    [
      'where it falls: it stays in the City’s ledger, the PCT owes nothing for what it did not spend',
      hosted(55_000, { 'Risk rule': 'where it falls' }),
      { [CITY]: 0, [PCT]: 0, [TRUST]: 0 },
    ],
    ['a blank rule is where it falls', hosted(55_000, { 'Risk rule': '' }), { [CITY]: 0, [PCT]: 0, [TRUST]: 0 }],
    [
      'a cap of 1,500.00 on the PCT: 500.00 is referred upward and stays with the host',
      hosted(55_000, {}, { PoolShares: withCap(1_500) }),
      { [CITY]: -21_500, [PCT]: 21_500, [TRUST]: 0 },
    ],
    [
      'a cap does not bind an underspend',
      hosted(40_000, {}, { PoolShares: withCap(1_500) }),
      { [CITY]: -16_000, [PCT]: 16_000, [TRUST]: 0 },
    ],
    [
      'an underspend by the same rule: 10,000.00 is 6,000.00 and 4,000.00 back',
      hosted(40_000),
      { [CITY]: -16_000, [PCT]: 16_000, [TRUST]: 0 },
    ],
    [
      'an underspend kept: everyone pays what was agreed, 10,000.00 stays in the pool',
      hosted(40_000, { Underspend: 'carried forward' }),
      { [CITY]: -10_000, [PCT]: 20_000, [TRUST]: 0, 'Pool balance': -10_000 },
    ],
    [
      'an underspend returned, named rule: by the annual budgets 120 : 80',
      hosted(40_000, { 'Risk rule': 'named', 'Bears risk': CITY, Underspend: 'returned' }),
      { [CITY]: -16_000, [PCT]: 16_000, [TRUST]: 0 },
    ],
    [
      'the list from 1 May counts at the end of June: 50 : 50',
      hosted(55_000, {}, { PoolShares: [...SET, ...SET.map((row) => ({ ...row, From: day(5, 1), Share: 0.5 }))] }),
      { [CITY]: -22_500, [PCT]: 22_500, [TRUST]: 0 },
    ],
    [
      'a list from 1 July does not count yet',
      hosted(55_000, {}, { PoolShares: [...SET, ...SET.map((row) => ({ ...row, From: day(7, 1), Share: 0.5 }))] }),
      { [CITY]: -22_000, [PCT]: 22_000, [TRUST]: 0 },
    ],
    [
      'cash the host received: 20,000.00 of the PCT’s 22,000.00',
      hosted(55_000, {}, {}, ['CONTRIB', PCT, 'C1', -20_000]),
      { [CITY]: -2_000, [PCT]: 2_000, [TRUST]: 0 },
    ],
  ])(
    '%s',
    async (_why, workbook, expected) => {
      expect((await balances(workbook)).paid).toEqual(expected);
    },
    120_000,
  );

  describe('Rutland with Leicestershire as one share of 40%, split again 1 : 3', () => {
    const partners = [
      PARTNERS[0]!,
      ...[PCT, TRUST].map((Partner, at) => ({ Partner, 'Short name': `Member ${String(at)}`, 'Part of': 'Counties' })),
    ];
    const shares = [
      SET[0]!,
      { ...SET[1]!, Partner: 'Counties' },
      { Set: 'Counties', Partner: PCT, Share: 0.25, Basis: 'fixed' },
      { Set: 'Counties', Partner: TRUST, Share: 0.75, Basis: 'fixed' },
    ];

    test('an overspend', async () => {
      const { rows } = await balances(hosted(55_000, {}, { PoolPartners: partners, PoolShares: shares }));
      expect(rows.map((row) => row['Share of variance'])).toEqual([3_000, 500, 1_500]);
    }, 120_000);

    test('the list of the pool’s own, 2,000.00 at 1 : 3, and not the one for all pools from 1 May, at 1 : 1', async () => {
      const own = shares.map((row) => (row['Set'] === 'Counties' ? { ...row, Pool: 'LD' } : row));
      const all = [PCT, TRUST].map((Partner) => ({ Set: 'Counties', Partner, From: day(5, 1), Share: 0.5 }));
      const PoolShares = [...own, ...all];
      const { rows } = await balances(hosted(55_000, {}, { PoolPartners: partners, PoolShares }));
      expect(rows.map((row) => row['Share of variance'])).toEqual([3_000, 500, 1_500]);
    }, 120_000);

    test('an underspend that is returned goes by the annual budgets 120 : 80, past list and group', async () => {
      const { rows, host } = await balances(
        hosted(40_000, { Underspend: 'returned' }, { PoolPartners: partners, PoolShares: shares }),
      );
      expect(rows.map((row) => row['Share of variance'])).toEqual([-6_000, -4_000, 0]);
      const within = (await shown(host, 'PoolSplit')).filter((row) => row['Row'] === 'within a group of the list');
      expect(within.map((row) => row['Amount'])).toEqual([0]);
    }, 120_000);
  });
});

describe('what was agreed', () => {
  const contribution = (Partner: string, Amount: number, more: Cells = {}): Cells => ({
    Pool: 'LD',
    Partner,
    Year: YEAR,
    Amount,
    ...more,
  });

  test('in proportion to contributions, exactly: a budget to date of 50,000.00 by 100,000 : 50,000 : 50,001', async () => {
    const PoolContributions = [contribution(CITY, 100_000), contribution(PCT, 50_000), contribution(TRUST, 50_001)];
    const { rows } = await balances(hosted(50_000, {}, { PoolContributions }));
    // 50,000.00 x 100,000/200,001 = 24,999.875; x 50,000 = 12,499.9375; x 50,001 = 12,500.1875: the odd penny to .9375.
    expect(rows.map((row) => row['Agreed'])).toEqual([24_999.87, 12_499.94, 12_500.19]);
  }, 120_000);

  test('in kind is agreed and given, and moves no money; what is brought forward is held by the host', async () => {
    const PoolContributions = [
      contribution(CITY, 120_000),
      contribution(PCT, 70_000),
      contribution(PCT, 10_000, { Funding: 'brought forward' }),
      contribution(TRUST, 4_000, { Funding: 'in kind', Source: 'Premises' }),
    ];
    const { rows, paid } = await balances(hosted(50_000, {}, { PoolContributions }));
    expect(rows.map((row) => [row['Agreed'], row['In kind'], row['Paid in']])).toEqual([
      [30_000, 0, -10_000],
      [20_000, 0, 10_000],
      [1_000, 1_000, 0],
    ]);
    expect(paid).toEqual({ [CITY]: -10_000, [PCT]: 10_000, [TRUST]: 0 });
  }, 120_000);

  test('capital is settled by itself and never added to revenue', async () => {
    const lines = [
      { Line: 'Homes', 'Risk rule': 'Risk' },
      { Line: 'Building', Type: 'capital', 'Risk rule': 'Risk' },
    ];
    const workbook = {
      tables: tablesOf(lines, [...BUDGETS, budget('Building', CITY, 40_000)], { PoolShares: SET }),
      ledgers: {
        [CITY]: [
          ['Homes', 'W', 'I1', 50_000],
          ['Building', 'B', 'I2', 11_000],
        ] as Posting[],
      },
    };
    const host = await openSettled(workbook);
    expect(await differences(host)).toEqual([]);
    const rows = await shown(host, 'PoolSettlement');
    const due = (name: string) => rows.filter((row) => row['For'] === name).map((row) => row['Share due']);
    expect(due('pool')).toEqual([30_000, 20_000, 0]);
    expect(due('pool capital')).toEqual([10_600, 400, 0]);
  }, 120_000);
});

describe('costs with an agreement of their own', () => {
  const POST = {
    Line: 'Homes',
    Post: 'Social workers',
    Heads: 14,
    WTE: 12.4,
    Rate: 40_000,
    Employer: CITY,
    Funder: TRUST,
  };

  test('a shadow pool shares no variance; its funded posts settle: 12.4 WTE at 40,000 for a quarter is 124,000.00', async () => {
    const workbook = hosted(200_000, {}, { PoolArrangements: [{ Pool: 'LD', Kind: 'shadow' }], PoolStaff: [POST] });
    const { paid, host } = await balances(workbook, 'staff');
    expect(paid).toEqual({ [CITY]: -124_000, [PCT]: 0, [TRUST]: 124_000 });
    expect((await shown(host, 'PoolSettlement')).every((row) => row['For'] === 'staff')).toBe(true);
  }, 120_000);

  test('in a pool that settles, posts and cases leave the line first: nothing is shared twice', async () => {
    const PoolPlacements = [
      { Case: 'A', Line: 'Homes', Rate: 700, Per: 'week', From: day(4, 1), 'Paid by': CITY, City: 1, PCT: 2, Trust: 0 },
    ];
    const workbook = hosted(183_100, {}, { PoolStaff: [POST], PoolPlacements });
    const host = await openSettled(workbook);
    expect(await differences(host)).toEqual([]);
    const { findings } = await settle.plan({ period: PERIOD }, quiet);
    expect(findings.filter(({ kind }) => kind === 'costs beside line')).toMatchObject([
      { leftPence: 13_310_000, rightPence: 5_000_000, place: { sheet: 'Pool lines', row: 5 } },
    ]);
    const rows = await shown(host, 'PoolSettlement');
    const of = (name: string, column: string) => rows.filter((row) => row['For'] === name).map((row) => row[column]);
    // 183,100.00 − 124,000.00 − 91 days of 100.00 = 50,000.00: no variance is left.
    expect(of('pool', 'Share of variance')).toEqual([0, 0, 0]);
    expect(of('pool', 'Paid direct')).toEqual([50_000, 0, 0]);
    expect(of('placements', 'Share due')).toEqual([3_033.33, 6_066.67, 0]);
    expect(of('staff', 'Share due')).toEqual([0, 0, 124_000]);
    const due = rows.reduce((sum, row) => sum + Math.round(Number(row['Share due']) * 100), 0);
    expect(due).toBe(18_310_000);
  }, 120_000);
});

describe('caps that several lines use', () => {
  const lines = (set: string) => [
    { Line: 'Homes', 'Risk rule': 'Risk' },
    { Line: 'Day services', 'Risk rule': 'Risk' },
    { Line: 'Outreach', 'Risk rule': set },
  ];
  const planned = async (set: string, shares: readonly Cells[]) => {
    const budgets = ['Homes', 'Day services', 'Outreach'].map((line) => budget(line, CITY, 12_000));
    const spent: Posting[] = [
      ['Homes', 'Willow Homes', 'I1', 4_000],
      ['Day services', 'Oak House', 'I2', 5_000],
    ];
    const workbook = { tables: tablesOf(lines(set), budgets, { PoolShares: shares }), ledgers: { [CITY]: spent } };
    await openPool(workbook);
    await runReconcileTask(PERIOD);
    return settle.plan({ period: PERIOD }, quiet);
  };

  test('hold for each line by itself: 1,000 and 2,000 over, 300.00 of each is borne; and it is said', async () => {
    const { findings } = await planned('where it falls', withCap(300));
    expect(findings.filter(({ kind }) => kind === 'caps for each line')).toMatchObject([
      {
        severity: 'info',
        place: { sheet: 'Pool lines', row: 5 },
        leftPence: 30_000,
        rightPence: 60_000,
        detail: { set: 'Risk', pool: 'LD', lines: 2 },
      },
    ]);
    // 0.4 of 1,000.00 is 400.00 and of 2,000.00 is 800.00: 100.00 and 500.00 above the cap.
    expect(findings.filter(({ kind }) => kind === 'referred upward').map((each) => each.differencePence)).toEqual([10_000, 50_000]); // prettier-ignore
  }, 120_000);

  test('are not spoken of without a cap, or where each line has a list of its own', async () => {
    const told = ({ findings }: { readonly findings: readonly { readonly kind: string }[] }) =>
      findings.filter(({ kind }) => kind === 'caps for each line');
    expect(told(await planned('Risk', SET))).toEqual([]);
    const own = withCap(300).map((row) => ({ ...row, Set: 'Other' }));
    const apart = [
      { Line: 'Homes', 'Risk rule': 'Risk' },
      { Line: 'Day services', 'Risk rule': 'Other' },
    ];
    const budgets = [budget('Homes', CITY, 12_000), budget('Day services', CITY, 12_000)];
    await openPool({
      tables: tablesOf(apart, budgets, { PoolShares: [...withCap(300), ...own] }),
      ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', 4_000]] },
    });
    await runReconcileTask(PERIOD);
    expect(told(await settle.plan({ period: PERIOD }, quiet))).toEqual([]);
  }, 120_000);
});

describe('a project of the pool', () => {
  test('settles in March by its own name, though that begins like a pool’s', async () => {
    const period = '2027-03';
    const workbook = hosted(
      190_000,
      {},
      {
        PoolProjects: [
          { Project: 'Pool cars', Pool: 'LD', Year: YEAR, Item: 'Lease', 'Annual cost': 9_000, 'Paid by': CITY },
        ],
        PoolProjectShares: [CITY, PCT, TRUST].map((Partner) => ({
          Project: 'Pool cars',
          Partner,
          Treatment: 'equal',
        })),
        PoolPeriods: [CITY, PCT, TRUST].map((Partner) => ({ Period: period, Partner, Status: 'open' })),
      },
    );
    const host = await openPool(workbook);
    await runReconcileTask(period);
    await runSettle(period);
    const rows = (await shown(host, 'PoolSettlement')).filter((row) => row['For'] === 'Pool cars');
    expect(rows.map((row) => [row['Agreed'], row['Paid direct'], row['To pay'], row['To receive']])).toEqual([
      [3_000, 9_000, 0, 6_000],
      [3_000, 0, 3_000, 0],
      [3_000, 0, 3_000, 0],
    ]);
    expect(rows.map((row) => [row['Budget to date'], row['In ledger'], row['Above caps']])).toEqual(
      rows.map(() => [0, 0, 0]),
    );
    const { findings } = await check.plan({ period }, quiet);
    expect(findings.filter(({ kind }) => kind === 'figure differs')).toEqual([]);
  }, 120_000);
});

describe('live', () => {
  test('a change in the sheet moves what depends on it, and only that, without a run', async () => {
    const host = await openSettled({
      ...hosted(55_000),
      tables: tablesOf(
        [
          { Line: 'Homes', 'Risk rule': 'Risk' },
          { Line: 'Day', 'Risk rule': 'where it falls' },
        ],
        [...BUDGETS, budget('Day', PCT, 4_000)],
        { PoolShares: SET },
      ),
    });
    const before = await shown(host, 'PoolSplit');
    await typeIn(host, 'PoolShares', 1, 'Share', 0.5);
    await typeIn(host, 'PoolShares', 2, 'Share', 0.5);
    expect(await differences(host)).toEqual([]);
    const after = await shown(host, 'PoolSplit');
    const moved = after
      .filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at]))
      .map((row) => row['What']);
    expect(moved).toEqual(['LD: Homes']);
    await typeIn(host, 'PoolLines', 1, 'Risk rule', 'named');
    await typeIn(host, 'PoolLines', 1, 'Bears risk', PCT);
    expect(await differences(host)).toEqual([]);
    await typeIn(host, 'PoolBudgets', 1, 'Amount', 100_000);
    expect(await differences(host)).toEqual([]);
    expect((await shown(host, 'PoolSettlement'))[1]).toMatchObject({ Partner: PCT, 'Share of variance': 9_000 });
  }, 120_000);
});

test('two pools of one host: cash is settled once, for both', async () => {
  const both = (Line: string, Pool: string): Cells & { Line: string } => ({
    Line,
    Pool,
    'Risk rule': 'where it falls',
  });
  const workbook = {
    tables: tablesOf(
      [both('Homes', 'LD'), both('Beds', 'Older')],
      [budget('Homes', PCT, 4_000), budget('Beds', PCT, 8_000)],
      {
        PoolArrangements: ['LD', 'Older'].map((Pool) => ({ Pool, Kind: 'pooled', Host: CITY })),
      },
    ),
    ledgers: {
      [CITY]: [['CONTRIB', PCT, 'C1', -2_500]] as Posting[],
      [PCT]: [
        ['Homes', 'W', 'I1', 1_000],
        ['Beds', 'W', 'I2', 1_500],
      ] as Posting[],
    },
  };
  const host = await openSettled(workbook);
  expect(await differences(host)).toEqual([]);
  const rows = await shown(host, 'PoolSettlement');
  expect(rows.filter((row) => row['For'] === `contributions to ${CITY}`).map((row) => row['Paid in'])).toEqual([
    -2_500, 2_500, 0,
  ]);
  expect((await shown(host, 'PoolTransfers'))[0]).toMatchObject({ From: CITY, To: PCT, Amount: 2_500 });
  expect(PERIOD).toBe('2026-06');
}, 120_000);
