/*
 * A quarter to settle in which everything happens once: a variance above a cap, an underspend that is kept, a post one body
 * pays and another owes, and contributions paid to the host. For tests from file to file and in the browser; all figures are
 * illustrative.
 *
 * By hand, in pounds. Homes: budget 30,000 + 20,000, spent 55,000.55, 5,000.55 over: City 3,000.33, PCT 2,000.22 of which its
 * cap covers 1,500.00, so 500.22 is referred upward and stays with the host. Day services: budget 6,000 + 4,000, spent
 * 8,500.45, 1,499.55 under and kept: 899.73 City, 599.82 PCT. The PCT paid in 23,000.00 of 24,000.00.
 * City: due 36,000 + 2,600.82 = 38,600.82, + 899.73 kept + 23,000.00 held − 63,501.00 spent = −1,000.45.
 * PCT: due 24,000 + 900.18 = 24,900.18, + 599.82 kept − 23,000.00 = 2,500.00. Together 1,499.55, which the City holds.
 * The post: half of 30,940.00 a year for 3 months of 12 is 3,867.50, paid by the Trust, owed by the PCT.
 */
import { CITY, PCT, type PoolWorkbook, TRUST, budget, tablesOf } from './fixture';

/** The workbook before it is reconciled. */
export const QUARTER: PoolWorkbook = {
  tables: tablesOf(
    [
      { Line: 'Homes', 'Risk rule': 'Risk' },
      { Line: 'Day services', 'Risk rule': 'Uncapped', Underspend: 'carried forward' },
      { Line: 'Outreach', 'Risk rule': 'where it falls' },
    ],
    [
      budget('Homes', CITY, 120_000),
      budget('Homes', PCT, 80_000),
      budget('Day services', CITY, 24_000),
      budget('Day services', PCT, 16_000),
    ],
    {
      PoolShares: [
        { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed', Cap: 1_500 },
        { Pool: 'LD', Set: 'Uncapped', Partner: CITY, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Uncapped', Partner: PCT, Share: 0.4, Basis: 'fixed' },
      ],
      PoolStaff: [
        { Line: 'Outreach', Post: 'Outreach nurse', Heads: 1, WTE: 0.5, Rate: 30_940, Employer: TRUST, Funder: PCT },
      ],
    },
  ),
  ledgers: {
    [CITY]: [
      ['Homes', 'Willow Homes', 'I1', 55_000.55],
      ['Day services', 'Riverside', 'I2', 8_500.45],
      ['CONTRIB', PCT, 'C1', -23_000],
    ],
    [PCT]: [['CONTRIB', CITY, 'C1', 23_000]],
    [TRUST]: [['Outreach', 'Payroll', 'P1', 3_867.5]],
  },
};
