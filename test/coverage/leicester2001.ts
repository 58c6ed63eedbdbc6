/*
 * Leicester 2001, mental health: an integrated service within current budgets, with a finance subgroup. The report gives no
 * amounts, so every figure here is illustrative.
 */
import { type Report, figuresOf } from './case';
import { day, figure, openWorkbook, runTask, shown } from './workbook';

const CITY = 'Leicester City Council';
const COUNTY = 'Leicestershire County Council';
const RUTLAND = 'Rutland County Council';
const TRUST = 'Leicestershire and Rutland Healthcare Trust';
const POOL = 'Mental health';
const PARTNERS = [
  { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' },
  { Partner: CITY, Sector: 'council', 'Short name': 'City' },
  { Partner: COUNTY, Sector: 'council', 'Short name': 'County' },
  { Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland' },
];
const OBLIGATIONS = [
  [TRUST, 6_000_000],
  [CITY, 2_400_000],
  [COUNTY, 2_100_000],
  [RUTLAND, 150_000],
] as const;

export const LEICESTER_2001: Report = {
  title: 'Leicester 2001: mental health, an integrated service within current budgets',
  note: 'The report gives no amounts; all are illustrative.',
  file: 'leicester2001.ts',
  cases: [
    {
      paragraph: '3.11',
      does: 'Takes into the agreement the mental health management team and the services they are responsible for, and nothing else of the ledger.',
      worked:
        'City ledger 780,000.00: management team 90,000.00 and teams 640,000.00 are in the pool, 730,000.00; housing support 50,000.00 is excluded.',
      through: 'workbook, `reconcile`',
      expected: [780_000, 730_000, 50_000],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: [PARTNERS[1] ?? {}],
            PoolLines: ['Management team', 'Community teams', 'Housing support'].map((Line) => ({
              Line,
              Pool: POOL,
              Scope: Line === 'Housing support' ? 'excluded' : 'in',
            })),
          },
          ledgers: {
            [CITY]: [
              ['30/04/2002', 'Management team', 90_000],
              ['31/05/2002', 'Community teams', 640_000],
              ['30/06/2002', 'Housing support', 50_000],
            ],
          },
          months: ['2002-06'],
        });
        await runTask('reconcile', '2002-06');
        const [control] = await shown(host, 'PoolControl');
        return ['Ledger total', 'In pool', 'Excluded'].map((heading) => figure(control, heading));
      },
    },
    {
      paragraph: '3.12',
      does: 'Adds up the total value of the agreement, each partner’s contribution within it.',
      worked:
        'Trust 6,000,000.00, City 2,400,000.00, County 2,100,000.00 and Rutland 150,000.00; the memorandum’s total is 10,650,000.00.',
      through: 'workbook, `settle`',
      expected: [10_650_000],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolArrangements: [{ Pool: POOL, Kind: 'pooled', Host: TRUST }],
            PoolLines: [{ Line: 'Community teams', Pool: POOL, Scope: 'in' }],
            PoolBudgets: [{ Line: 'Community teams', Partner: TRUST, Year: '2002/03', Amount: 10_650_000 }],
            PoolContributions: OBLIGATIONS.map(([Partner, Amount]) => ({
              Pool: POOL,
              Partner,
              Year: '2002/03',
              Funding: 'base',
              Recurrent: 'yes',
              Counts: 'yes',
              Amount,
            })),
          },
          ledgers: {
            [TRUST]: [['31/03/2003', 'Community teams', 10_650_000]],
            [CITY]: [],
            [COUNTY]: [],
            [RUTLAND]: [],
          },
          months: ['2003-03'],
        });
        await runTask('reconcile', '2003-03');
        await runTask('settle', '2003-03');
        const rows = await shown(host, 'PoolMemorandum', { Pool: POOL });
        return [
          figure(
            rows.find(({ Total }) => Total === 10_650_000),
            'Total',
          ),
        ];
      },
    },
    {
      paragraph: '3.13',
      does: 'Tracks what each party is due and has paid, so that all fulfil their financial obligations; the pool’s own balance is nobody’s share.',
      worked:
        'Due 6,000,000, 2,400,000, 2,100,000 and 150,000; paid 6,000,000, 1,800,000, 2,100,000 and 200,000: Trust 0.00, City 600,000.00 to pay, County 0.00, Rutland −50,000.00 to be paid back; the pool is short of 550,000.00.',
      through: 'POOL.SETTLE',
      expected: [0, 600_000, 0, -50_000, 550_000],
      asks: () =>
        figuresOf(
          'SETTLE',
          OBLIGATIONS.map(([, due]) => [due]),
          [[6_000_000], [1_800_000], [2_100_000], [200_000]],
        ),
    },
    {
      paragraph: '3.13',
      does: 'Names the payments that clear what is left between the parties.',
      worked:
        'City owes 600,000.00, Rutland is owed 50,000.00, the host Trust 550,000.00: the City pays the Trust 600,000.00 and the Trust pays Rutland 50,000.00.',
      through: 'POOL.TRANSFERS',
      expected: ['City', 'Trust', 600_000, 'Trust', 'Rutland', 50_000],
      asks: () =>
        figuresOf('TRANSFERS', [['Trust'], ['City'], ['Rutland']], [[-550_000], [600_000], [-50_000]], 'Trust'),
    },
    {
      paragraph: '3.14',
      does: 'Brings a line into the pool from a date within the first year, 2002/03; what was spent on it before stays excluded, with its own amount.',
      worked:
        'Day centres join on 1 October 2002. To September: in the pool 60,000.00, excluded 20,000.00. To October: day centres are in with the 5,000.00 of October, the pool has 75,000.00, and 20,000.00 stays excluded.',
      through: 'workbook, `reconcile`',
      expected: [60_000, 20_000, 5_000, 75_000, 20_000],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: [PARTNERS[1] ?? {}],
            PoolLines: [
              { Line: 'Community teams', Pool: POOL, Scope: 'in' },
              { Line: 'Day centres', Pool: POOL, Scope: 'excluded', Description: 'to be pooled in October' },
              { Line: 'Day centres', Pool: POOL, From: day('01/10/2002'), Scope: 'in' },
            ],
          },
          ledgers: {
            [CITY]: [
              ['30/06/2002', 'Community teams', 60_000],
              ['15/09/2002', 'Day centres', 20_000],
              ['10/10/2002', 'Community teams', 10_000],
              ['20/10/2002', 'Day centres', 5_000],
            ],
          },
          months: ['2002-09', '2002-10'],
        });
        await runTask('reconcile', '2002-09');
        await runTask('reconcile', '2002-10');
        const control = await shown(host, 'PoolControl');
        const later = await shown(host, 'PoolStatement', { Period: '2002-10', Line: 'Day centres', Partner: 'Joint' });
        return [
          figure(control[0], 'In pool'),
          figure(control[0], 'Excluded'),
          figure(later[0], 'Actual to date'),
          figure(control[1], 'In pool'),
          figure(control[1], 'Excluded'),
        ];
      },
    },
    {
      paragraph: 'Cover 4.1',
      does: 'Shares nothing new: current staffing and budgets continue, and what lies where it falls stays in the ledger it is in.',
      worked:
        'An overspend of 800.00 at weights 0 : 100 stays wholly with the Trust whose ledger it is in: 0.00 for the City, 800.00 for the Trust.',
      through: 'POOL.RISKSHARE',
      expected: [0, 800],
      asks: () => figuresOf('RISKSHARE', 800, [[0], [100]]),
    },
  ],
};
