/*
 * A workbook with a row for everything that may be entered: every input table, and every column of it filled in somewhere.
 * Nothing in it is wrong, so that one wrong entry is the only thing to be said of it. All figures are illustrative.
 */
import type { Cells } from './fixture';
import { CITY, PCT, type PoolWorkbook, TRUST, YEAR, budget as originalBudget, codesOf, day } from './settle/fixture';

export const BOROUGH = 'Amber Valley Borough Council';
export const COUNTIES = 'Counties';

const NAMES = [CITY, PCT, TRUST, BOROUGH] as const;
const PARTNERS: readonly Cells[] = [
  { Partner: CITY, Sector: 'council', 'Short name': 'City', 'Known as': 'DCC' },
  { Partner: PCT, Sector: 'NHS', 'Short name': 'PCT', 'Known as': 'Primary care' },
  { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust', 'Known as': 'The Trust', 'Part of': COUNTIES },
  { Partner: BOROUGH, Sector: 'council', 'Short name': 'Borough', 'Known as': 'AVBC', 'Part of': COUNTIES },
];

const LINES: readonly Cells[] = [
  {
    Line: 'Homes',
    Pool: 'LD',
    'Risk rule': 'Risk',
    Description: 'Residential',
    Type: 'revenue',
    Underspend: 'returned',
  },
  { Line: 'Day', Pool: 'LD', 'Risk rule': 'Risk', Manages: PCT, Accountable: CITY, Underspend: 'carried forward' },
  { Line: 'Building', Pool: 'LD', Type: 'capital', 'Risk rule': 'named', 'Bears risk': CITY },
  { Line: 'Care', Pool: 'MH', From: day(4, 1), 'Risk rule': 'By money' },
  { Line: 'Crisis', Pool: 'MH', 'Risk rule': 'where it falls', Underspend: 'as overspend' },
  { Line: 'Old ward', Pool: 'MH', Scope: 'excluded' },
];

const budget = (Line: string, Partner: string, Amount: number, more: Cells = {}): Cells => ({
  ...originalBudget(Line, Partner, Amount),
  ...more,
});
const paid = (Pool: string, Partner: string, Amount: number, more: Cells = {}): Cells => ({
  Pool,
  Partner,
  Year: YEAR,
  Funding: 'base',
  Amount,
  ...more,
});

/** The input tables. */
const TABLES: Readonly<Record<string, readonly Cells[]>> = {
  PoolPartners: PARTNERS,
  PoolArrangements: [
    {
      Pool: 'LD',
      From: day(4, 1),
      'Service line': 'Learning disability',
      Area: 'City',
      Kind: 'pooled',
      Commissioning: 'lead',
      Host: CITY,
      Settles: 'yes',
      Ends: Date.UTC(2029, 2, 31) / 86_400_000 + 25_569,
      Phase: '1',
    },
    { Pool: 'MH', Kind: 'pooled', Commissioning: 'joint', Settles: 'yes' },
  ],
  PoolShares: [
    { Pool: 'LD', Set: 'Risk', Partner: CITY, From: day(4, 1), Share: 0.5, Basis: 'fixed' },
    {
      Pool: 'LD',
      Set: 'Risk',
      Partner: PCT,
      From: day(4, 1),
      Share: 0.3,
      Basis: 'fixed',
      Cap: 1_500,
      Excess: 'referred upward',
    },
    { Pool: 'LD', Set: 'Risk', Partner: COUNTIES, From: day(4, 1), Share: 0.2, Basis: 'fixed' },
    { Set: COUNTIES, Partner: TRUST, Share: 0.25, Basis: 'fixed' },
    { Set: COUNTIES, Partner: BOROUGH, Share: 0.75, Basis: 'fixed' },
    { Pool: 'MH', Set: 'By money', Partner: CITY, Basis: 'contributions' },
    { Pool: 'MH', Set: 'By money', Partner: PCT, Basis: 'contributions' },
    { Pool: 'MH', Set: 'Alike', Partner: CITY, Basis: 'equal' },
    { Pool: 'MH', Set: 'Alike', Partner: PCT, Basis: 'equal', Share: 0 },
    { Pool: 'MH', Set: 'Alike', Partner: TRUST, Basis: 'equal' },
  ],
  PoolLines: LINES,
  PoolWaterfall: [
    { Pool: 'LD', From: day(4, 1), Step: 1, Line: 'Day' },
    { Pool: 'LD', From: day(4, 1), Step: 0, Line: 'Building' },
  ],
  PoolBudgets: [
    budget('Homes', CITY, 120_000, { Profile: 'Winter' }),
    budget('Homes', PCT, 80_000, { Profile: 'twelfths' }),
    budget('Homes', CITY, -1_200, { Kind: 'virement', From: day(5, 1), Reason: 'To Day' }),
    budget('Day', PCT, 1_200, { Kind: 'virement', From: day(5, 1), Reason: 'From Homes' }),
    budget('Day', PCT, 48_000),
    budget('Day', TRUST, 2_400, { Kind: 'in-year change', From: day(6, 1), Reason: 'Agreed in June' }),
    budget('Day', CITY, 600, { Kind: 'brought forward' }),
    budget('Building', CITY, 40_000),
    budget('Care', CITY, 60_000),
    budget('Care', PCT, 60_000),
    budget('Crisis', TRUST, 12_000),
  ],
  PoolProfiles: [
    {
      Profile: 'Winter',
      M1: 0.075,
      M2: 0.075,
      M3: 0.075,
      M4: 0.075,
      M5: 0.075,
      M6: 0.075,
      M7: 0.075,
      M8: 0.075,
      M9: 0.1,
      M10: 0.1,
      M11: 0.1,
      M12: 0.1,
    },
  ],
  PoolContributions: [
    paid('LD', CITY, 160_000, {
      From: day(4, 1),
      Recurrent: 'yes',
      Counts: 'yes',
      Instalments: 'quarterly',
      Source: 'Base budget',
    }),
    paid('LD', PCT, 128_000, { Instalments: 'monthly', Recurrent: 'yes' }),
    paid('LD', TRUST, 4_000, { Funding: 'in kind', Source: 'Premises', Counts: 'no', Recurrent: 'no' }),
    paid('LD', CITY, 1_000, { Funding: 'client income', Source: 'Charges' }),
    paid('LD', PCT, 600, { Funding: 'partner income', Source: BOROUGH }),
    paid('LD', CITY, 500, { Funding: 'brought forward', Recurrent: 'no' }),
    paid('MH', CITY, 60_000),
    paid('MH', PCT, 60_000, { Funding: 'grant', Source: 'Crisis grant' }),
  ],
  PoolGrants: [
    {
      Pool: 'LD',
      Grant: 'Discharge',
      Partner: PCT,
      Year: YEAR,
      Amount: 40_000,
      'Brought forward': 500,
      Lines: 'Homes; Day',
      Minimum: 30_000,
      Order: 1,
    },
    { Pool: 'LD', Grant: 'Carers', Partner: CITY, Year: YEAR, Amount: 20_000, Order: 2 },
  ],
  PoolForecasts: [
    { Period: '2026-06', Line: 'Homes', Partner: CITY, Basis: 'own', Forecast: 119_000, Reason: 'Two vacancies' },
    { Period: '2026-06', Line: 'Homes', Partner: PCT, Basis: 'straight line' },
    { Period: '2026-06', Line: 'Day', Partner: PCT, Basis: 'remaining budget', Reason: 'As planned' },
  ],
  PoolSources: NAMES.map((Partner) => ({
    Partner,
    Table: `${Partner} ledger!A1:E1`,
    Holds: 'transactions',
    ...(Partner === BOROUGH ? { Period: 'Date' } : { Date: 'Date' }),
    Code: 'Code',
    Counterparty: 'Counterparty',
    Reference: 'Reference',
    Amount: 'Amount',
    Sign: 'as ledger',
    VAT: 'net',
  })),
  PoolCodes: [
    ...codesOf(
      LINES.map(({ Line }) => String(Line)),
      NAMES,
    ),
    { Partner: CITY, Code: 'SPLIT', Line: 'Homes', Percent: 0.4, From: day(4, 1) },
    { Partner: CITY, Code: 'SPLIT', Line: 'Day', Percent: 0.6, From: day(4, 1) },
  ],
  PoolPeriods: [
    {
      Period: '2026-06',
      Partner: CITY,
      Status: 'open',
      'Control total': 92_100.01,
      'Taken from': 'Ledger',
      'Agreed by': 'Finance',
    },
    { Period: '2026-06', Partner: PCT, Status: 'provisional' },
    { Period: '2026-06', Partner: TRUST, Status: 'open' },
    { Period: '2026-06', Partner: BOROUGH, Status: 'open' },
  ],
  PoolAdjustments: [
    {
      Period: '2026-06',
      Partner: CITY,
      Line: 'Homes',
      Kind: 'accrual',
      Amount: 250,
      'Reverses in': '2026-07',
      Reason: 'Late bill',
      By: 'Finance',
    },
    {
      Period: '2026-06',
      Partner: PCT,
      Line: 'Day',
      Kind: 'prepayment',
      Amount: -120,
      'Reverses in': '2026-07',
      Reason: 'Rent',
      By: 'Finance',
    },
    {
      Period: '2026-06',
      Partner: PCT,
      Line: 'Day',
      Kind: 'correction',
      Amount: 10,
      Reason: 'Misposted',
      By: 'Finance',
    },
  ],
  PoolProjects: [
    {
      Project: 'Officer',
      Pool: 'MH',
      Year: YEAR,
      Item: 'Post',
      'Annual cost': 29_000,
      Start: day(4, 1),
      End: Date.UTC(2027, 2, 31) / 86_400_000 + 25_569,
      'Paid by': CITY,
      Cap: 20_000,
    },
    { Project: 'Officer', Pool: 'MH', Year: YEAR, Item: 'Clerk', 'Annual cost': 7_000, 'Paid by': CITY },
  ],
  PoolProjectShares: [
    { Project: 'Officer', Partner: CITY, Treatment: 'equal' },
    { Project: 'Officer', Partner: PCT, Treatment: 'equal' },
    { Project: 'Officer', Partner: TRUST, Treatment: 'fixed', Amount: 1_500 },
    { Project: 'Officer', Partner: BOROUGH, Treatment: 'none' },
  ],
  PoolStaff: [
    {
      Line: 'Homes',
      Post: 'Workers',
      Heads: 2,
      WTE: 2,
      Rate: 40_000,
      From: day(4, 1),
      To: day(12, 31),
      Employer: CITY,
      Funder: TRUST,
      Profession: 'Social work',
    },
    { Line: 'Care', Post: 'Nurses', WTE: 1, Rate: 36_000, Employer: PCT, Funder: CITY },
  ],
  PoolPlacements: [
    {
      Case: 'A',
      Line: 'Homes',
      Rate: 700,
      Per: 'week',
      From: day(4, 1),
      To: day(8, 31),
      'Client income': 50,
      'Paid by': CITY,
      City: 1,
      PCT: 2,
      Trust: 0,
      Borough: 0,
    },
    {
      Case: 'B',
      Line: 'Homes',
      Rate: 1_000,
      Per: 'total',
      From: day(4, 1),
      To: day(12, 31),
      'Paid by': CITY,
      City: 1,
      PCT: 0,
      Trust: 1,
      Borough: 0,
    },
  ],
};

/** The workbook: of each table, and what was spent in the quarter. */
export const EVERYTHING: PoolWorkbook = {
  tables: TABLES,
  ledgers: {
    [CITY]: [
      ['Homes', 'Willow Homes', 'I1', 84_000.01],
      ['SPLIT', 'Meadow Homes', 'I2', 1_100],
      ['Building', 'Builder', 'I3', 11_000],
      ['CONTRIB', PCT, 'C1', -20_000],
      ['Care', 'Clinic', 'I5', 16_000],
    ],
    [PCT]: [
      ['Day', 'Centre', 'I3', 9_000],
      ['CONTRIB', CITY, 'C1', 20_000],
      ['Care', 'Clinic', 'I4', 14_000],
    ],
    [TRUST]: [['Crisis', 'Helpline', 'I6', 3_100]],
  },
};
