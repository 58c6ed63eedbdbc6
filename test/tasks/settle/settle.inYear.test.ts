/*
 * A pool that begins to settle within the year: a shadow pool in April to June, pooled from 1 July. What was spent in the shadow
 * months stays in the ledger it is in, whatever the variance was; everything since is shared. Worked by hand, in workbooks.
 *
 * Source: Derby 2008, supporting information 1.4; Leicester 2004, 5.5; design section 4 (shadow months never settle).
 */
import { check } from '../../../src/tasks/check';
import { close } from '../../../src/tasks/close/close';
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import { type Cells, quiet, writeTask } from '../fixture';
import {
  CITY,
  PCT,
  type Posting,
  TRUST,
  YEAR,
  budget,
  day,
  differences,
  openPool,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
  typeIn,
} from './fixture';

jest.setTimeout(180_000);

const JULY = '2026-07';
const PARTNERS = [CITY, PCT, TRUST];

/** 10,000.00 and 6,000.00 a month. */
const BUDGETS = [budget('Homes', CITY, 120_000), budget('Homes', PCT, 72_000)];
const SHARES: readonly Cells[] = [
  { Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
  { Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];
const POSTINGS: Readonly<Record<string, readonly Posting[]>> = {
  // 30,000.00 in the shadow months, which had 48,000.00; 26,000.00 in July, which has 16,000.00.
  [CITY]: [
    ['Homes', 'Willow', 'I1', 30_000, day(5, 15)],
    ['Homes', 'Willow', 'I2', 26_000, day(7, 15)],
  ],
};

async function open(change: Readonly<Record<string, readonly Cells[]>> = {}, ledgers = POSTINGS, begins = day(7, 1)) {
  const months = ['2026-06', JULY];
  return openPool({
    ledgers,
    tables: tablesOf([{ Line: 'Homes', 'Risk rule': 'Risk' }], BUDGETS, {
      PoolArrangements: [
        { Pool: 'LD', Kind: 'shadow' },
        { Pool: 'LD', From: begins, Kind: 'pooled', Host: CITY, Settles: 'yes' },
      ],
      PoolShares: SHARES,
      PoolPeriods: months.flatMap((Period) => PARTNERS.map((Partner) => ({ Period, Partner, Status: 'open' }))),
      ...change,
    }),
  });
}

async function reconciled(...given: Parameters<typeof open>) {
  const host = await open(...given);
  await runReconcileTask('2026-06');
  await runReconcileTask(JULY);
  return host;
}

async function settled(...given: Parameters<typeof open>) {
  const host = await reconciled(...given);
  await runSettle(JULY);
  expect(await differences(host, JULY)).toEqual([]);
  return { host, rows: await shown(host, 'PoolSettlement') };
}

const of = (rows: readonly Record<string, unknown>[], column: string, settlesFor = 'pool') =>
  rows.filter((row) => row['For'] === settlesFor).map((row) => row[column]);

test('July alone is shared: 10,000.00 over by 60 : 40; the shadow months’ 18,000.00 under moves nothing', async () => {
  const { host, rows } = await settled();
  // 10,000.00 of budget and 30,000.00 that stays in the City’s ledger.
  expect(of(rows, 'Agreed')).toEqual([40_000, 6_000, 0]);
  expect(of(rows, 'Share of variance')).toEqual([6_000, 4_000, 0]);
  expect(of(rows, 'Paid direct')).toEqual([56_000, 0, 0]);
  expect(of(rows, 'To pay')).toEqual([0, 10_000, 0]);
  expect(of(rows, 'To receive')).toEqual([10_000, 0, 0]);
  const [shadow] = (await shown(host, 'PoolSplit')).filter((row) => row['Row'] === 'shadow months');
  expect(shadow).toMatchObject({ What: 'LD: shadow months to 2026-06', Amount: 30_000, Check: 0 });
  expect((await shown(host, 'PoolMemorandum')).every((row) => row['Check'] === 0)).toBe(true);
});

test('what was spent in the shadow months can be anything: nobody’s balance moves', async () => {
  const more = { ...POSTINGS, [PCT]: [['Homes', 'Elm', 'E1', 77_777.77, day(4, 30)] as Posting] };
  const { rows } = await settled({}, more);
  expect(of(rows, 'To pay')).toEqual([0, 10_000, 0]);
  expect(of(rows, 'To receive')).toEqual([10_000, 0, 0]);
  expect(of(rows, 'Share due')).toEqual([46_000, 87_777.77, 0]);
});

test('a post settles from 1 April, and leaves the line from July on', async () => {
  // 10,000.00 a month: 30,000.00 of the shadow months’ spending and 10,000.00 of July’s are the post’s.
  const PoolStaff = [
    { Line: 'Homes', Post: 'Nurse', WTE: 2, Rate: 60_000, From: day(4, 1), Employer: CITY, Funder: TRUST },
  ];
  const { host, rows } = await settled({ PoolStaff });
  expect(of(rows, 'Share due', 'staff')).toEqual([0, 0, 40_000]);
  expect(of(rows, 'Paid direct', 'staff')).toEqual([40_000, 0, 0]);
  // July’s line: 26,000.00 − 10,000.00 = 16,000.00, its budget.
  expect(of(rows, 'Share of variance')).toEqual([0, 0, 0]);
  expect(of(rows, 'Paid direct')).toEqual([16_000, 0, 0]);
  const total = rows.reduce((sum, row) => sum + Number(row['Share due']), 0);
  expect(total).toBe(56_000);
  expect((await shown(host, 'PoolMemorandum')).every((row) => row['Check'] === 0)).toBe(true);
});

test('a case that began in the shadow months: its days since are the case’s, and no penny is shared twice', async () => {
  const PoolPlacements = [
    {
      Case: 'A',
      Line: 'Homes',
      Rate: 333.33,
      Per: 'week',
      From: day(5, 20),
      'Paid by': CITY,
      City: 1,
      PCT: 2,
      Trust: 0,
    },
  ];
  const partners = [
    { Partner: CITY, 'Short name': 'City' },
    { Partner: PCT, 'Short name': 'PCT' },
    { Partner: TRUST, 'Short name': 'Trust' },
  ];
  const { rows } = await settled({ PoolPlacements, PoolPartners: partners });
  // 73 days of 333.33 a week = 3,476.16 by 31 July, 42 days = 1,999.98 by 30 June.
  expect(of(rows, 'Paid direct', 'placements')).toEqual([3_476.16, 0, 0]);
  // July: 26,000.00 − 1,476.18 − 16,000.00 = 8,523.82 over.
  expect(of(rows, 'Share of variance')).toEqual([5_114.29, 3_409.53, 0]);
  const total = rows.reduce((sum, row) => sum + Math.round(Number(row['Share due']) * 100), 0);
  expect(total).toBe(5_600_000);
});

test('contributions say what is agreed from July on', async () => {
  const PoolContributions = [CITY, PCT].map((Partner) => ({ Pool: 'LD', Partner, Year: YEAR, Amount: 96_000 }));
  const { rows } = await settled({ PoolContributions });
  // July’s 16,000.00 by halves.
  expect(of(rows, 'Agreed')).toEqual([38_000, 8_000, 0]);
  expect(of(rows, 'To pay')).toEqual([0, 12_000, 0]);
});

test('the memorandum account is of the year: 64,000.00 of funding by July, 56,000.00 spent, 30,000.00 of it in the shadow months', async () => {
  const PoolContributions = [CITY, PCT].map((Partner) => ({ Pool: 'LD', Partner, Year: YEAR, Amount: 96_000 }));
  const { host, rows } = await settled({ PoolContributions });
  const account = await shown(host, 'PoolMemorandum');
  const figures = (item: string) =>
    account
      .filter((row) => row['Item'] === item)
      .map((row) => ['City', 'PCT', 'Trust', 'Total'].map((name) => row[name]));
  expect(figures('base')).toEqual([[32_000, 32_000, 0, 64_000]]);
  expect(figures('Homes')).toEqual([[56_000, 0, 0, 56_000]]);
  // The City: 30,000.00 that stays in its ledger, 8,000.00 agreed for July and 6,000.00 of its variance.
  expect(of(rows, 'Share due')).toEqual([44_000, 12_000, 0]);
  expect(figures('Share of expenditure')).toEqual([[44_000, 12_000, 0, 56_000]]);
  expect(account.every((row) => row['Check'] === 0)).toBe(true);
});

describe('charges between partners are told from the pool’s first day on', () => {
  const charges = (july: number): Readonly<Record<string, readonly Posting[]>> => ({
    [CITY]: [
      ...(POSTINGS[CITY] ?? []),
      ['Homes', PCT, 'R1', -9_000, day(5, 20)],
      ...(july === 0 ? [] : [['Homes', PCT, 'R2', -july, day(7, 20)] as Posting]),
    ],
    // The PCT booked 500.00 less in May, and July's in full.
    [PCT]: [
      ['Homes', CITY, 'R1', 8_500, day(5, 20)],
      ...(july === 0 ? [] : [['Homes', CITY, 'R2', july, day(7, 20)] as Posting]),
    ],
  });
  const told = async () => {
    const { findings } = await settle.plan({ period: JULY }, quiet);
    return findings.filter(({ kind }) => kind === 'charges beside pool');
  };

  test('9,000.00 in May and 4,000.00 in July are 4,000.00, at July’s posting; by the shadow months nobody is asked', async () => {
    await reconciled({}, charges(4_000));
    const [found, ...more] = await told();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      partner: CITY,
      leftPence: 400_000,
      rightPence: 400_000,
      differencePence: 0,
      place: { sheet: `${CITY} ledger`, row: 4 },
      detail: { other: PCT, byHost: 1, since: '01/07/2026' },
    });
    expect(describeFinding(found!).what).toContain('since 01/07/2026, when the pool began: its ledger says £4,000.00');
    const checked = (await check.plan({ period: JULY }, quiet)).findings;
    expect(checked.filter(({ kind }) => kind === 'charges beside pool')).toEqual([]);
    await writeTask(await settle.plan({ period: JULY }, quiet));
    const after = (await check.plan({ period: JULY }, quiet)).findings;
    expect(after.filter(({ kind }) => kind === 'charges beside pool')).toEqual([found]);
  });

  test('what was charged in the shadow months alone is not told', async () => {
    await reconciled({}, charges(0));
    expect(await told()).toEqual([]);
  });

  test('a pool that settles from 1 April between the same two has all of it: 13,000.00 and 12,500.00', async () => {
    const lines = [{ Line: 'Homes', 'Risk rule': 'Risk' }, { Line: 'Beds', Pool: 'MH', 'Risk rule': 'Risk' }]; // prettier-ignore
    await openPool({
      ledgers: charges(4_000),
      tables: tablesOf(lines, [...BUDGETS, budget('Beds', CITY, 1_200)], {
        PoolArrangements: [
          { Pool: 'LD', Kind: 'shadow' },
          { Pool: 'LD', From: day(7, 1), Kind: 'pooled', Host: CITY, Settles: 'yes' },
          { Pool: 'MH', Kind: 'pooled', Host: CITY, Settles: 'yes' },
        ],
        PoolShares: SHARES,
        PoolPeriods: ['2026-06', JULY].flatMap((Period) =>
          PARTNERS.map((Partner) => ({ Period, Partner, Status: 'open' })),
        ),
      }),
    });
    await runReconcileTask('2026-06');
    await runReconcileTask(JULY);
    expect(await told()).toMatchObject([{ leftPence: 1_300_000, rightPence: 1_250_000, differencePence: 50_000 }]);
  });
});

test('an input typed over in the sheet moves what depends on it, in the month and in its shadow months', async () => {
  const { host } = await settled();
  await typeIn(host, 'PoolBudgets', 2, 'Amount', 84_000);
  expect(await differences(host, JULY)).toEqual([]);
  const rows = await shown(host, 'PoolSettlement');
  // 7,000.00 a month: 9,000.00 over.
  expect(of(rows, 'Share of variance')).toEqual([5_400, 3_600, 0]);
  expect(of(rows, 'To pay')).toEqual([0, 10_600, 0]);
});

describe('refused', () => {
  const blockers = async () =>
    (await settle.plan({ period: JULY }, quiet)).blockers.map(({ kind, period }) => [kind, period]);

  test('the shadow month was never reconciled', async () => {
    await open();
    await runReconcileTask(JULY);
    expect(await blockers()).toEqual([['shadow month not reconciled', JULY]]);
  });

  test('a posting was added to the shadow month after it was reconciled', async () => {
    const host = await reconciled();
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(`${CITY} ledger`);
      sheet.getRange('E2').values = [[31_000]];
      await context.sync();
    });
    await runReconcileTask(JULY);
    expect((await blockers())[0]).toEqual(['settle after change', '2026-06']);
  });

  test('the pool begins within a month', async () => {
    await reconciled({}, POSTINGS, day(7, 2));
    expect(await blockers()).toEqual([['pool begins within month', JULY]]);
  });
});

test('the shadow month is closed and its ledger changes: what was issued is taken off', async () => {
  const host = await open();
  await runReconcileTask('2026-06');
  await writeTask(await close.plan({ period: '2026-06' }, quiet));
  await host.run(async (context) => {
    // 1,000.00 more in May: the pool has it, because it was not in what was issued for June.
    context.workbook.worksheets.getItem(`${CITY} ledger`).getRange('E2').values = [[31_000]];
    await context.sync();
  });
  await runReconcileTask(JULY);
  await runSettle(JULY);
  expect(await differences(host, JULY)).toEqual([]);
  const rows = await shown(host, 'PoolSettlement');
  expect(of(rows, 'Share of variance')).toEqual([6_600, 4_400, 0]);
  expect(of(rows, 'Paid direct')).toEqual([57_000, 0, 0]);
});
