/*
 * Without contributions each partner's own budget is what it agreed, be it 0, below 0, or of a type that has none: in the
 * model and in the formulas. Worked by hand; the amounts are illustrative.
 */
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import { type Cells, quiet } from '../fixture';
import {
  budget,
  CITY,
  differences,
  openPool,
  PCT,
  PERIOD,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
} from './fixture';

jest.setTimeout(300_000);

const SHARES = [
  { Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
  { Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];
const HOMES = { Line: 'Homes', 'Risk rule': 'Risk' };
const VAN = { Line: 'Van', 'Risk rule': 'where it falls', Type: 'capital' };

/** 900.00 is spent on Homes, and 100.00 on a van where there is one, by the City. To June, a quarter of each budget. */
test.each<
  [why: string, lines: readonly (Cells & { Line: string })[], budgets: readonly Cells[], settled: readonly unknown[]]
>([
  // 1,000.00 is budgeted, −100.00 of it over: shared −60.00 and −40.00. The PCT has −200.00 − 40.00.
  [
    'one below 0',
    [HOMES],
    [budget('Homes', CITY, 4_800), budget('Homes', PCT, -800)],
    [
      [CITY, 'pool', 1_200, -60, 0, -240 + 480],
      [PCT, 'pool', -200, -40, 0, -240],
    ],
  ],
  [
    '0 for all',
    [HOMES],
    [budget('Homes', CITY, 0)],
    [
      [CITY, 'pool', 0, 540, 0, -360],
      [PCT, 'pool', 0, 360, 0, 360],
    ],
  ],
  [
    'together 0',
    [HOMES],
    [budget('Homes', CITY, 4_000), budget('Homes', PCT, -4_000)],
    [
      [CITY, 'pool', 1_000, 540, 0, 640],
      [PCT, 'pool', -1_000, 360, 0, -640],
    ],
  ],
  [
    'none for capital',
    [HOMES, VAN],
    [budget('Homes', CITY, 3_600)],
    [
      [CITY, 'pool', 900, 0, 0, 0],
      [PCT, 'pool', 0, 0, 0, 0],
      [CITY, 'pool capital', 0, 100, 0, 0],
      [PCT, 'pool capital', 0, 0, 0, 0],
    ],
  ],
])('%s', async (_why, lines, budgets, settled) => {
  const host = await openPool({
    tables: tablesOf(lines, budgets, { PoolShares: SHARES }),
    ledgers: {
      [CITY]: [['Homes', 'Willow', 'I1', 900], ...(lines.length > 1 ? [['Van', 'Garage', 'I2', 100] as const] : [])],
    },
  });
  await runReconcileTask();
  await runSettle();
  expect(await differences(host)).toEqual([]);
  const rows = (await shown(host, 'PoolSettlement')).filter(({ Partner }) => Partner === CITY || Partner === PCT);
  expect(
    rows.map((row) => [
      row['Partner'],
      row['For'],
      row['Agreed'],
      row['Share of variance'],
      row['Paid in'],
      Number(row['To pay']) - Number(row['To receive']),
    ]),
  ).toEqual(settled);
});

test('an underspend that goes back by budgets of which one is below 0 is refused, and it is said what by', async () => {
  await openPool({
    tables: tablesOf(
      [{ ...HOMES, Underspend: 'returned' }],
      [budget('Homes', CITY, 8_000), budget('Homes', PCT, -800)],
      { PoolShares: SHARES },
    ),
    ledgers: { [CITY]: [['Homes', 'Willow', 'I1', 500]] },
  });
  await runReconcileTask();
  const { blockers } = await settle.plan({ period: PERIOD }, quiet);
  expect(blockers.map((finding) => describeFinding(finding).what)).toEqual([
    'Homes cannot be shared: the weights (budgets) are all 0, or one is below 0.',
  ]);
});

test('a spare row whose Amount is a formula that shows an empty text is nothing, in the formulas as in the model', async () => {
  const accrual = { Period: PERIOD, Partner: CITY, Line: 'Homes', Kind: 'accrual', Amount: 100, 'Reverses in': '2026-07' }; // prettier-ignore
  const host = await openPool({
    tables: tablesOf([HOMES], [budget('Homes', CITY, 24_000), { Amount: '' }], {
      PoolShares: SHARES,
      PoolAdjustments: [accrual, { Amount: '' }],
    }),
    ledgers: { [CITY]: [['Homes', 'Willow', 'I1', 3_000]] },
  });
  await Excel.run(async (context) => {
    for (const name of ['PoolBudgets', 'PoolAdjustments']) {
      const table = context.workbook.tables.getItem(name);
      table.columns.getItem('Amount').getDataBodyRange().getCell(1, 0).formulas = [['=IF(1=1,"","")']];
    }
    await context.sync();
  });
  await runReconcileTask();
  const row = (await shown(host, 'PoolStatement')).find((each) => each['Partner'] === CITY);
  expect(['Annual budget', 'Budget to date', 'Actual to date'].map((column) => row?.[column])).toEqual([
    24_000, 6_000, 3_100,
  ]);
});
