/*
 * A hosted pool settled with everything a statement can show: grants, contributions, capital, posts and cases, an underspend
 * that is kept. The statements appear in the same run, agree with PoolSettlement to the penny, and follow what is typed.
 */
import { check } from '../../../src/tasks/check';
import { type Cells, quiet } from '../fixture';
import {
  CITY,
  PCT,
  PERIOD,
  type PoolWorkbook,
  TRUST,
  YEAR,
  budget,
  day,
  openPool,
  openSettled,
  runReconcileTask,
  runSettle,
  shown,
  tablesOf,
  typeIn,
} from './fixture';

jest.setTimeout(120_000);

const LINES = [
  { Line: 'Homes', 'Risk rule': 'Risk' },
  { Line: 'Day', 'Risk rule': 'Risk', Underspend: 'carried forward' },
  { Line: 'Building', Type: 'capital', 'Risk rule': 'named', 'Bears risk': CITY },
];
const contribution = (Partner: string, Amount: number, more: Cells = {}): Cells => ({
  Pool: 'LD',
  Partner,
  Year: YEAR,
  Amount,
  ...more,
});

/** Budgets of a quarter: Homes 50,000, Day 12,000, Building 10,000. */
export const FULL: PoolWorkbook = {
  tables: tablesOf(
    LINES,
    [
      budget('Homes', CITY, 120_000),
      budget('Homes', PCT, 80_000),
      budget('Day', PCT, 48_000),
      budget('Building', CITY, 40_000),
    ],
    {
      PoolShares: [
        { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed', Cap: 1_500 },
      ],
      PoolContributions: [
        contribution(CITY, 160_000),
        contribution(PCT, 128_000),
        contribution(TRUST, 4_000, { Funding: 'in kind', Source: 'Premises' }),
      ],
      PoolGrants: [
        { Pool: 'LD', Grant: 'Discharge', Partner: PCT, Year: YEAR, Amount: 40_000, Lines: 'Homes', Minimum: 30_000 },
        { Pool: 'LD', Grant: 'Carers', Partner: CITY, Year: YEAR, Amount: 20_000 },
      ],
      PoolStaff: [
        { Line: 'Homes', Post: 'Workers', Heads: 2, WTE: 2, Rate: 40_000, Employer: CITY, Funder: TRUST },
      ],
      PoolPlacements: [
        { Case: 'A', Line: 'Homes', Rate: 700, Per: 'week', From: day(4, 1), 'Paid by': CITY, City: 1, PCT: 2, Trust: 0 },
      ],
    },
  ),
  // Homes: 20,000.00 of posts and 9,100.00 of the case lie in the City's ledger beside 55,000.01 of the line.
  ledgers: {
    [CITY]: [
      ['Homes', 'Willow Homes', 'I1', 84_100.01],
      ['Building', 'Builder', 'I2', 11_000],
      ['CONTRIB', PCT, 'C1', -20_000],
    ],
    [PCT]: [
      ['Day', 'Centre', 'I3', 9_000],
      ['CONTRIB', CITY, 'C1', 20_000],
    ],
  },
};

const pence = (cell: unknown): number => Math.round(Number(cell) * 100);
const STATEMENTS = ['PoolGrantStatement', 'PoolMemorandum', 'PoolPartnerStatement'];

async function findings() {
  return (await check.plan({ period: PERIOD }, quiet)).findings;
}

test('the statements appear in the run that settles, and check finds nothing in them', async () => {
  const host = await openSettled(FULL);
  for (const table of STATEMENTS) expect([table, (await shown(host, table)).length]).not.toEqual([table, 0]);
  const found = (await findings()).map(({ kind, severity, place, detail }) => [kind, severity, place, detail]);
  expect(found).toEqual([]);
});
