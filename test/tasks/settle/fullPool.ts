/*
 * A hosted pool with everything a statement can show: contributions, grants, capital, a cap, an underspend that is kept,
 * posts and a case. It only gives the workbook; what comes of it is worked by hand in the tests. All figures illustrative.
 */
import type { Cells } from '../fixture';
import { CITY, PCT, type PoolWorkbook, TRUST, YEAR, budget, day, tablesOf } from './fixture';

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

/** Budgets of a quarter: Homes 50,000.00, Day 12,000.00, Building 10,000.00. */
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
      PoolStaff: [{ Line: 'Homes', Post: 'Workers', Heads: 2, WTE: 2, Rate: 40_000, Employer: CITY, Funder: TRUST }],
      PoolPlacements: [
        {
          Case: 'A',
          Line: 'Homes',
          Rate: 700,
          Per: 'week',
          From: day(4, 1),
          'Paid by': CITY,
          City: 1,
          PCT: 2,
          Trust: 0,
        },
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

/** FULL with some tables instead of its own; undefined leaves one out. */
export function fullWith(change: Readonly<Record<string, readonly Cells[] | undefined>>): PoolWorkbook {
  const tables = Object.entries({ ...FULL.tables, ...change }).flatMap(([name, rows]) =>
    rows === undefined ? [] : [[name, rows] as const],
  );
  return { ...FULL, tables: Object.fromEntries(tables) };
}
