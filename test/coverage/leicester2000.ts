/*
 * Leicester 2000, the framework for the whole health community: pools by service line and authority, grants with conditions,
 * external placements, equipment. The report gives no amounts, so every figure here is illustrative.
 */
import { type Report, figuresOf } from './case';
import { cellsOf, day, figure, openWorkbook, runTask, shown } from './workbook';

const CITY = 'Leicester City Council';
const HEALTH = 'Leicestershire Health Authority';
const EDUCATION = 'Leicester Education Service';
const TRUST = 'Leicestershire mental health provider trust';

const partner = (Partner: string, short: string, Sector: string, more: object = {}) => ({
  Partner,
  Sector,
  'Short name': short,
  ...more,
});
const CITY_ROW = partner(CITY, 'City', 'council');
const HEALTH_ROW = partner(HEALTH, 'Health', 'NHS');

const COUNTY = 'Leicestershire County Council';
const RUTLAND = 'Rutland County Council';

/** Pools by service line and authority, and one of the health community, reconciled to June 2001. */
async function framework() {
  const pools = [
    { Pool: 'City LD', 'Service line': 'Learning disability', Area: 'Leicester', Host: CITY },
    { Pool: 'County LD', 'Service line': 'Learning disability', Area: 'Leicestershire', Host: COUNTY },
    { Pool: 'Rutland LD', 'Service line': 'Learning disability', Area: 'Rutland', Host: RUTLAND },
    { Pool: 'City children', 'Service line': 'Children', Area: 'Leicester', Host: CITY },
    { Pool: 'Mental health', 'Service line': 'Mental health', Area: 'Health community', Host: HEALTH },
  ];
  const host = await openWorkbook({
    tables: {
      PoolPartners: [
        CITY_ROW,
        partner(COUNTY, 'County', 'council'),
        partner(RUTLAND, 'Rutland', 'council'),
        HEALTH_ROW,
      ],
      PoolArrangements: pools.map((pool) => ({ ...pool, Kind: 'pooled', Commissioning: 'lead' })),
      PoolLines: pools.map(({ Pool }) => ({ Line: `${Pool} services`, Pool, Scope: 'in' })),
    },
    ledgers: {
      [CITY]: [
        ['30/06/2001', 'City LD services', 90_000],
        ['30/06/2001', 'City children services', 30_000],
        ['15/06/2001', 'Mental health services', 4_000, HEALTH, 'RC 1'],
      ],
      [COUNTY]: [['30/06/2001', 'County LD services', 70_000]],
      [RUTLAND]: [['30/06/2001', 'Rutland LD services', 6_000]],
      [HEALTH]: [
        ['30/06/2001', 'City LD services', 25_000],
        ['30/06/2001', 'Mental health services', 200_000],
        ['16/06/2001', 'Mental health services', -4_000, CITY, 'RC-1'],
      ],
    },
    months: ['2001-06'],
  });
  await runTask('reconcile', '2001-06');
  return host;
}

/** Grants of a council in a pool whose one line spends 1,950,000.00 in the year. */
async function grants() {
  const grant = { Pool: 'Learning disability', Partner: CITY, Year: '2001/02', Lines: 'Residential care' };
  const host = await openWorkbook({
    tables: {
      PoolPartners: [CITY_ROW],
      PoolArrangements: [{ Pool: grant.Pool, Kind: 'pooled', Host: CITY }],
      PoolLines: [{ Line: 'Residential care', Pool: grant.Pool, Scope: 'in' }],
      PoolBudgets: [{ Line: 'Residential care', Partner: CITY, Year: '2001/02', Amount: 2_000_000 }],
      PoolGrants: [
        { ...grant, Grant: 'Preserved Rights', Amount: 1_900_000, Order: 1 },
        { ...grant, Grant: 'Performance Fund', Amount: 100_000, Order: 2 },
      ],
    },
    ledgers: { [CITY]: [['31/03/2002', 'Residential care', 1_950_000]] },
    months: ['2002-03'],
  });
  await runTask('reconcile', '2002-03');
  await runTask('settle', '2002-03');
  return host;
}

/** A placement at 1,500.00 a week less 100.00 of client income, for 91 days, weights 60 : 40, in a pool of any kind. */
async function placement(kind: string) {
  const host = await openWorkbook({
    tables: {
      PoolPartners: [CITY_ROW, HEALTH_ROW],
      PoolArrangements: [{ Pool: 'External placements', Kind: kind }],
      PoolLines: [{ Line: 'Complex care', Pool: 'External placements', Scope: 'in' }],
      PoolPlacements: [
        {
          Case: 'A17',
          Line: 'Complex care',
          Rate: 1_500,
          Per: 'week',
          From: day('01/04/2001'),
          'Client income': 100,
          'Paid by': CITY,
          City: 60,
          Health: 40,
        },
      ],
    },
    ledgers: { [CITY]: [['30/06/2001', 'Complex care', 18_200]], [HEALTH]: [] },
    months: ['2001-06'],
  });
  await runTask('reconcile', '2001-06');
  await runTask('settle', '2001-06');
  return host;
}

export const LEICESTER_2000: Report = {
  title: 'Leicester 2000: one framework for many pools',
  note: 'The report gives no amounts; all are illustrative.',
  file: 'leicester2000.ts',
  cases: [
    {
      paragraph: '5; cover 3.3',
      does: 'Traces every amount to the ledger it came from: what each agency’s ledger holds is in the pool, excluded, between partners or unmapped, and nothing else.',
      worked:
        'City ledger 150,000.00: in the pool 120,000.00, excluded 20,000.00, between partners 9,000.00, unmapped 1,000.00.',
      through: 'workbook, `reconcile`',
      expected: [150_000, 120_000, 20_000, 9_000, 1_000],
      asks: async () => {
        const line = (Line: string, Scope: string) => ({ Line, Pool: 'Mental health', Scope });
        const host = await openWorkbook({
          tables: {
            PoolPartners: [CITY_ROW, HEALTH_ROW],
            PoolLines: [line('Day centres', 'in'), line('Asylum', 'excluded')],
            PoolCodes: [
              { Partner: CITY, Code: 'Day centres', Line: 'Day centres' },
              { Partner: CITY, Code: 'Asylum', Line: 'Asylum' },
              { Partner: HEALTH, Code: 'Day centres', Line: 'Day centres' },
            ],
          },
          ledgers: {
            [CITY]: [
              ['30/04/2001', 'Day centres', 120_000],
              ['30/04/2001', 'Asylum', 20_000],
              ['01/05/2001', 'Day centres', 9_000, HEALTH],
              ['02/05/2001', 'Suspense', 1_000],
            ],
            [HEALTH]: [['30/04/2001', 'Day centres', 50_000]],
          },
          months: ['2001-05'],
        });
        await runTask('reconcile', '2001-05');
        const parts = ['Ledger total', 'In pool', 'Excluded', 'Between partners', 'Unmapped'];
        return cellsOf(host, 'PoolControl', { Partner: CITY }, parts);
      },
    },
    {
      paragraph: '5',
      does: 'Applies each grant to eligible spending that no earlier grant has used, and states what is unspent, for each contributing agency.',
      worked:
        'Eligible 1,950,000.00. Preserved Rights, first, 1,900,000.00 applied, unspent 0.00. Performance Fund of 100,000.00: 50,000.00 applied, unspent 50,000.00.',
      through: 'workbook, `settle`',
      expected: [1_900_000, 0, 50_000, 50_000],
      asks: async () => {
        const host = await grants();
        const rows = await Promise.all(
          ['Preserved Rights', 'Performance Fund'].map((Grant) => shown(host, 'PoolGrantStatement', { Grant })),
        );
        return rows.flatMap(([first]) => [figure(first, 'Applied'), figure(first, 'Unspent')]);
      },
    },
    {
      paragraph: '6',
      does: 'Lets an NHS body host a pool: every payment is to or from it.',
      worked:
        'The City owes 70,000.00, the County 30,000.00, the lead PCT that hosts is owed 100,000.00: it is paid 70,000.00 by the City and 30,000.00 by the County.',
      through: 'POOL.TRANSFERS',
      expected: ['City', 'lead PCT', 70_000, 'County', 'lead PCT', 30_000],
      asks: () =>
        figuresOf('TRANSFERS', [['City'], ['County'], ['lead PCT']], [[70_000], [30_000], [-100_000]], 'lead PCT'),
    },
    {
      paragraph: '11',
      does: 'Keeps a pool for each authority and its PCTs under one framework, each with its host, and adds them all up.',
      worked:
        'Spent to June: City LD 115,000.00 (City 90,000.00, Health 25,000.00), County LD 70,000.00, Rutland LD 6,000.00; all five pools 421,000.00.',
      through: 'workbook, `reconcile`',
      expected: [90_000, 25_000, 115_000, 70_000, 6_000, 421_000],
      asks: async () => {
        const host = await framework();
        const of = (match: Record<string, string>, headings: readonly string[]) =>
          cellsOf(host, 'PoolConsolidation', { Figure: 'Own to date', ...match }, headings);
        return [
          ...(await of({ Pool: 'City LD' }, ['City', 'Health', 'Total'])),
          ...(await of({ Pool: 'County LD' }, ['Total'])),
          ...(await of({ Pool: 'Rutland LD' }, ['Total'])),
          ...(await of({ Row: 'all pools' }, ['Total'])),
        ];
      },
    },
    {
      paragraph: '11; 16; 19',
      does: 'States each partner’s own part of all pools, which together are the joint total: nothing is in two partners’ figures.',
      worked:
        'City 120,000.00, County 70,000.00, Rutland 6,000.00, Health 225,000.00: together 421,000.00, the joint total; check 0.00. The recharge of 4,000.00 stands with the City and as −4,000.00 with Health, and in no total.',
      through: 'workbook, `reconcile`',
      expected: [120_000, 70_000, 6_000, 225_000, 421_000, 0, 4_000, -4_000],
      asks: async () => {
        const host = await framework();
        const all = { Row: 'all pools' };
        const own = ['City', 'County', 'Rutland', 'Health', 'Total', 'Check'];
        return [
          ...(await cellsOf(host, 'PoolConsolidation', { ...all, Figure: 'Own to date' }, own)),
          ...(await cellsOf(host, 'PoolConsolidation', { ...all, Figure: 'Between partners' }, ['City', 'Health'])),
        ];
      },
    },
    {
      paragraph: '12',
      does: 'Keeps who manages a line apart from who provides it: one manager for lines that the council, the independent sector and an NHS trust provide, and each cost stays with the ledger it is in.',
      worked:
        'All three lines are managed by the City. Community support 52,000.00 against 50,000.00 and independent homes 30,000.00 against 31,000.00 are the City’s: 82,000.00, 1,000.00 over. Clinical provision 48,000.00 against 46,000.00 is the Trust’s: 2,000.00 over. Together 130,000.00; the City and the Trust have 0.00 to pay.',
      through: 'workbook, `settle`',
      expected: [82_000, 1_000, 0, 48_000, 2_000, 0, 48_000],
      asks: async () => {
        const line = (Line: string) => ({ Line, Pool: 'City LD', Scope: 'in', 'Risk rule': 'where it falls', Manages: CITY }); // prettier-ignore
        const budget = (Line: string, Partner: string, Amount: number) => ({ Line, Partner, Year: '2001/02', Amount });
        const host = await openWorkbook({
          tables: {
            PoolPartners: [CITY_ROW, partner(TRUST, 'Trust', 'NHS')],
            PoolArrangements: [{ Pool: 'City LD', Kind: 'pooled', Commissioning: 'lead' }],
            PoolLines: [line('Community support'), line('Independent homes'), line('Clinical provision')],
            PoolBudgets: [
              budget('Community support', CITY, 200_000),
              budget('Independent homes', CITY, 124_000),
              budget('Clinical provision', TRUST, 184_000),
            ],
          },
          ledgers: {
            [CITY]: [
              ['30/06/2001', 'Community support', 52_000],
              ['30/06/2001', 'Independent homes', 30_000],
            ],
            [TRUST]: [['30/06/2001', 'Clinical provision', 48_000]],
          },
          months: ['2001-06'],
        });
        await runTask('reconcile', '2001-06');
        await runTask('settle', '2001-06');
        const of = (Partner: string) =>
          cellsOf(host, 'PoolSettlement', { Partner }, ['Paid direct', 'Share of variance', 'To pay']);
        const [clinical = {}] = await shown(host, 'PoolStatement', { Line: 'Clinical provision', Partner: 'Joint' });
        return [...(await of(CITY)), ...(await of(TRUST)), figure(clinical, 'Actual to date')];
      },
    },
    {
      paragraph: '13',
      does: 'Rolls each partner’s contribution forward along the agreed strategy, year by year.',
      worked:
        'City 2001/02 500,000.00, uplift 3%, planned growth 10,000: 2002/03 is 525,000.00; uplift 3% less an efficiency of 5,000: 2003/04 is 535,750.00.',
      through: 'POOL.ROLLFORWARD',
      expected: [525_000, 535_750],
      asks: () => {
        const [next = 0] = figuresOf('ROLLFORWARD', 500_000, 0, 0.03, 10_000);
        return [next, ...figuresOf('ROLLFORWARD', next, 0, 0.03, 0, 5_000)];
      },
    },
    {
      paragraph: '14',
      does: 'Keeps the hospital’s closure on a line of its own, so that its non-recurrent cost is in no recurrent comparison.',
      worked:
        'To June: Gorse Hill closure 40,000.00 against a budget of 45,000.00 is −5,000.00; community homes 26,000.00 against 25,000.00 is 1,000.00.',
      through: 'workbook, `reconcile`',
      expected: [40_000, 45_000, -5_000, 26_000, 25_000, 1_000],
      asks: async () => {
        const lines = ['Gorse Hill closure', 'Community homes'];
        const host = await openWorkbook({
          tables: {
            PoolPartners: [HEALTH_ROW],
            PoolLines: lines.map((Line) => ({ Line, Pool: 'Learning disability', Scope: 'in' })),
            PoolBudgets: lines.map((Line, at) => ({
              Line,
              Partner: HEALTH,
              Year: '2001/02',
              Amount: [180_000, 100_000][at] ?? 0,
            })),
          },
          ledgers: {
            [HEALTH]: [
              ['30/06/2001', 'Gorse Hill closure', 40_000],
              ['30/06/2001', 'Community homes', 26_000],
            ],
          },
          months: ['2001-06'],
        });
        await runTask('reconcile', '2001-06');
        const joint = await shown(host, 'PoolStatement', { Partner: 'Joint' });
        return joint.flatMap((row) =>
          ['Actual to date', 'Budget to date', 'Variance to date'].map((heading) => figure(row, heading)),
        );
      },
    },
    {
      paragraph: '14; 23',
      does: 'Shares each external placement by its own weights, whatever the pool’s shares and even where it is only a shadow.',
      worked:
        '1,500.00 a week less 100.00 of client income, 13 weeks: 18,200.00, at 60 : 40 10,920.00 and 7,280.00. The City paid all, so the Health Authority pays it 7,280.00.',
      through: 'workbook, `settle`',
      expected: [10_920, 7_280, 7_280],
      asks: async () => {
        const host = await placement('shadow');
        const of = (Partner: string, heading: string) =>
          cellsOf(host, 'PoolSettlement', { For: 'placements', Partner }, [heading]);
        return [...(await of(CITY, 'Agreed')), ...(await of(HEALTH, 'Agreed')), ...(await of(HEALTH, 'To pay'))];
      },
    },
    {
      paragraph: '14; 23',
      does: 'Works out one placement’s formula in a cell: the weeks, less client income, by the case’s weights.',
      worked:
        '(1,500.00 − 100.00) a week from 1 April to 30 June is 18,200.00; at 60 : 40 it is 10,920.00 and 7,280.00.',
      through: 'POOL.PRORATA, POOL.SPLIT',
      expected: [18_200, 10_920, 7_280],
      asks: () => {
        const [cost = 0] = figuresOf('PRORATA', 1_400, day('01/04/2001'), day('30/06/2001'), null, 'weekly');
        return [cost, ...figuresOf('SPLIT', cost, [[60, 40]])];
      },
    },
    {
      paragraph: '15',
      does: 'Takes costs out of the pool from the day something else funds them: before it they are in, from it they are excluded, with their own amount.',
      worked:
        'Housing benefit changes on 1 April 2002: housing support is paid through Supporting People from then. To March: support 15,000.00 and housing support 9,000.00, 24,000.00 in the pool and 0.00 excluded. In April: support 1,300.00 in the pool, housing support 800.00 excluded.',
      through: 'workbook, `reconcile`',
      expected: [24_000, 0, 1_300, 800],
      asks: async () => {
        const housing = { Line: 'Housing support', Pool: 'City LD' };
        const host = await openWorkbook({
          tables: {
            PoolPartners: [CITY_ROW],
            PoolLines: [
              { Line: 'Independent living', Pool: 'City LD', Scope: 'in' },
              { ...housing, Scope: 'in' },
              { ...housing, From: day('01/04/2002'), Scope: 'excluded', Description: 'Supporting People' },
            ],
          },
          ledgers: {
            [CITY]: [
              ['31/03/2002', 'Independent living', 15_000],
              ['31/03/2002', 'Housing support', 9_000],
              ['15/04/2002', 'Independent living', 1_300],
              ['15/04/2002', 'Housing support', 800],
            ],
          },
          months: ['2002-03', '2002-04'],
        });
        await runTask('reconcile', '2002-03');
        await runTask('reconcile', '2002-04');
        const figures = ['In pool', 'Excluded'];
        return [
          ...(await cellsOf(host, 'PoolControl', { Period: '2002-03' }, figures)),
          ...(await cellsOf(host, 'PoolControl', { Period: '2002-04' }, figures)),
        ];
      },
    },
    {
      paragraph: '19',
      does: 'Shares between health, education and social services: three sectors, any weights.',
      worked:
        '100,000.01 at 40 : 35 : 25 is 40,000.004, 35,000.0035 and 25,000.0025; the odd penny goes to the largest remainder: 40,000.01, 35,000.00 and 25,000.00.',
      through: 'POOL.SPLIT',
      expected: [40_000.01, 35_000, 25_000],
      asks: () => figuresOf('SPLIT', 100_000.01, [[40, 35, 25]]),
    },
    {
      paragraph: '24 to 26',
      does: 'Takes a consortium of three sectors as one pool, and an extension to disabled facilities grants as capital, never added to revenue.',
      worked:
        'Revenue, equipment: Health 30,000.00, Education 12,000.00, City 18,000.00, joint 60,000.00. Capital, disabled facilities grants: joint 90,000.00, on a line of type capital.',
      through: 'workbook, `reconcile`',
      expected: [30_000, 12_000, 18_000, 60_000, 90_000, 'capital'],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: [HEALTH_ROW, partner(EDUCATION, 'Education', 'education'), CITY_ROW],
            PoolLines: [
              { Line: 'Equipment', Pool: 'Equipment', Scope: 'in', Type: 'revenue' },
              { Line: 'Disabled facilities grants', Pool: 'Equipment', Scope: 'in', Type: 'capital' },
            ],
          },
          ledgers: {
            [HEALTH]: [['30/06/2001', 'Equipment', 30_000]],
            [EDUCATION]: [['30/06/2001', 'Equipment', 12_000]],
            [CITY]: [
              ['30/06/2001', 'Equipment', 18_000],
              ['30/06/2001', 'Disabled facilities grants', 90_000],
            ],
          },
          months: ['2001-06'],
        });
        await runTask('reconcile', '2001-06');
        const rows = await shown(host, 'PoolStatement', { Line: 'Equipment' });
        const own = rows.filter(({ Partner }) => Partner !== 'Between partners');
        const grant = await shown(host, 'PoolStatement', { Line: 'Disabled facilities grants', Partner: 'Joint' });
        return [
          ...own.map((row) => figure(row, 'Actual to date')),
          ...grant.flatMap((row) => [figure(row, 'Actual to date'), String(row['Type'])]),
        ];
      },
    },
    {
      paragraph: 'Cover 5.2',
      does: 'Counts development money for one year only: a contribution that is not recurrent leaves the next year’s base.',
      worked: 'Base 500,000.00; Modernisation money of 40,000 is not in it: next year at 3% is 515,000.00.',
      through: 'POOL.ROLLFORWARD',
      expected: [515_000],
      asks: () => figuresOf('ROLLFORWARD', 500_000, 0, 0.03),
    },
  ],
};
