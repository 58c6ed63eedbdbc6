/*
 * Leicester 2004, learning disability: the cover report (4.1) and its supporting information (4.2, 4.3, 5.5). Salaries, the cap
 * and the totals are the report's; the clerk's cost, Rutland's contribution and single amounts of a pool are illustrative.
 */
import type { Cells } from '../tasks/fixture';
import { type Report, figuresOf } from './case';
import { cellsOf, day, figure, openWorkbook, runTask, shown } from './workbook';

const CITY = 'Leicester City Council';
const COUNTY = 'Leicestershire County Council';
const RUTLAND = 'Rutland County Council';
const TRUST = 'Leicestershire Partnership NHS Trust';
const MRH = 'Melton, Rutland and Harborough PCT';
const SIX = [
  'Eastern Leicester PCT',
  'Leicester City West PCT',
  MRH,
  'Hinckley and Bosworth PCT',
  'Charnwood PCT',
].concat('South Leicestershire PCT');
const PCT_COLUMNS = SIX.map((_name, at) => `PCT ${at + 1}`);
const OTHERS = ['Trust', 'County', 'City', 'Rutland'];

const PARTNERS: readonly Cells[] = [
  ...SIX.map((Partner, at) => ({
    Partner,
    Sector: 'NHS',
    'Short name': `PCT ${at + 1}`,
    'Part of': 'Primary Care Trusts',
  })),
  { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' },
  { Partner: COUNTY, Sector: 'council', 'Short name': 'County' },
  { Partner: CITY, Sector: 'council', 'Short name': 'City' },
  { Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland' },
];

interface Project {
  readonly paidBy?: string;
  readonly cap?: number;
  readonly officer?: number;
  readonly pcts?: readonly string[];
}

/** The project of 4.2 shared, and cells of one of its rows. */
async function project(
  row: string,
  columns: readonly string[],
  { paidBy = CITY, cap = 20_000, officer = 29_000, pcts = ['Primary Care Trusts'] }: Project = {},
) {
  const dates = { Start: day('01/09/2004'), End: day('31/03/2005'), 'Paid by': paidBy };
  const item = { Project: 'Integration project', Year: '2004/05', ...dates };
  const host = await openWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolProjects: [
        { ...item, Item: 'Commissioning Officer', 'Annual cost': officer, Cap: cap },
        { ...item, Item: 'Clerk, half time', 'Annual cost': 7_000 },
      ],
      PoolProjectShares: [
        ...[...pcts, TRUST, COUNTY, CITY].map((Partner) => ({ Project: item.Project, Partner, Treatment: 'equal' })),
        { Project: item.Project, Partner: RUTLAND, Treatment: 'fixed', Amount: 1_500 },
      ],
    },
  });
  await runTask('share');
  return cellsOf(host, 'PoolSplit', { Row: row }, columns);
}

const LD_LINES = {
  in: ['Crisis and outreach', 'Specialist nurses', 'Psychologists and therapists'],
  excluded: ['Assessment and Treatment Unit', 'Management of consultant psychiatrists'],
};

export const LEICESTER_2004: Report = {
  title: 'Leicester 2004: learning disability, lead commissioning and a project shared equally',
  note: 'Gross spending, income, salaries and the cap of £20,000 are the report’s. The clerk’s cost, Rutland’s contribution and the amounts of single services are illustrative.',
  file: 'leicester2004.ts',
  cases: [
    {
      paragraph: 'Cover 4.1',
      does: 'States spending gross and each source of income on a line of its own, so that gross less income is the net cost.',
      worked:
        'Gross 15,500,000.00; NHS −3,900,000.00, Preserved Rights Grant −1,900,000.00 and other sources −600,000.00 are −6,400,000.00 of income; net 9,100,000.00, in total 9.1m.',
      through: 'workbook, `reconcile`',
      expected: [15_500_000, -3_900_000, -1_900_000, -600_000, 9_100_000],
      asks: async () => {
        const lines = ['Gross spending', 'Income: NHS', 'Income: Preserved Rights Grant', 'Income: other sources'];
        const amounts = [15_500_000, -3_900_000, -1_900_000, -600_000];
        const host = await openWorkbook({
          tables: {
            PoolPartners: [{ Partner: CITY, Sector: 'council', 'Short name': 'City' }],
            PoolLines: lines.map((Line) => ({ Line, Pool: 'Learning disability', Scope: 'in', Type: 'revenue' })),
            PoolBudgets: lines.map((Line) => ({ Line, Partner: CITY, Year: '2002/03', Amount: 1 })),
          },
          ledgers: { [CITY]: lines.map((line, at) => ['31/03/2003', line, amounts[at] ?? 0] as const) },
          months: ['2003-03'],
        });
        await runTask('reconcile', '2003-03');
        const [inPool = ''] = await cellsOf(host, 'PoolControl', { Partner: CITY }, ['In pool']);
        const joint = await shown(host, 'PoolStatement', { Partner: 'Joint' });
        return [...joint.map((row) => figure(row, 'Actual to date')), inPool];
      },
    },
    {
      paragraph: 'Cover 4.1',
      does: 'Takes each partner’s contribution gross, less income by source, and shares what is agreed by the net contributions.',
      worked:
        'City 15,500,000 gross less income of 6,400,000 is 9,100,000 net; a PCT gives 900,000. Of a budget of 10,000,000 the City is to bear 9,100,000.00 and the PCT 900,000.00.',
      through: 'workbook, `settle`',
      expected: [9_100_000, 900_000],
      asks: async () => {
        const pool = 'Learning disability';
        const given = { Pool: pool, Year: '2002/03', Recurrent: 'yes', Counts: 'yes' };
        const host = await openWorkbook({
          tables: {
            PoolPartners: [
              { Partner: CITY, Sector: 'council', 'Short name': 'City' },
              { Partner: MRH, Sector: 'NHS', 'Short name': 'PCT' },
            ],
            PoolArrangements: [{ Pool: pool, Kind: 'pooled', Host: CITY }],
            PoolLines: [{ Line: 'Services', Pool: pool, Scope: 'in', 'Risk rule': 'where it falls' }],
            PoolBudgets: [{ Line: 'Services', Partner: CITY, Year: '2002/03', Amount: 10_000_000 }],
            PoolContributions: [
              { ...given, Partner: CITY, Funding: 'base', Source: 'City budget', Amount: 15_500_000 },
              { ...given, Partner: CITY, Funding: 'other income', Source: 'NHS', Amount: 3_900_000 },
              { ...given, Partner: CITY, Funding: 'other income', Source: 'Preserved Rights Grant', Amount: 1_900_000 },
              { ...given, Partner: CITY, Funding: 'other income', Source: 'Other sources', Amount: 600_000 },
              { ...given, Partner: MRH, Funding: 'base', Source: 'PCT allocation', Amount: 900_000 },
            ],
          },
          ledgers: { [CITY]: [['31/03/2003', 'Services', 10_000_000]], [MRH]: [] },
          months: ['2003-03'],
        });
        await runTask('reconcile', '2003-03');
        await runTask('settle', '2003-03');
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return rows.map((row) => figure(row, 'Agreed'));
      },
    },
    {
      paragraph: '4.2',
      does: 'Takes the part of the year that each post runs: whole months as twelfths.',
      worked:
        'Officer 29,000.00 for seven of twelve months is 16,916.67; half a clerk at 7,000.00 is 4,083.33; together 21,000.00.',
      through: 'POOL.PRORATA',
      expected: [16_916.67, 4_083.33],
      asks: () =>
        [29_000, 7_000].flatMap((annual) =>
          figuresOf('PRORATA', annual, day('01/09/2004'), day('31/03/2005'), null, 'months'),
        ),
    },
    {
      paragraph: '4.2',
      does: 'Shares the cost equally after Rutland’s contribution, inside the cap, and states what is above it.',
      worked:
        '21,000.00 against a cap of 20,000.00: Rutland 1,500.00 first, then (20,000.00 − 1,500.00) ÷ 4 = 4,625.00 each for the PCTs, the Trust, the County and the City; 1,000.00 is above the cap.',
      through: 'POOL.EQUALSHARE',
      expected: [4_625, 4_625, 4_625, 4_625, 1_500, 1_000],
      asks: () => {
        const names = ['PCTs', TRUST, COUNTY, CITY, RUTLAND].map((name) => [name]);
        const terms = [['equal'], ['equal'], ['equal'], ['equal'], [1_500]];
        return figuresOf('EQUALSHARE', 21_000, names, terms, 20_000);
      },
    },
    {
      paragraph: '4.2',
      does: 'Counts the PCTs as one share and splits it again among the six.',
      worked:
        'Four sharers pay 4,625.00 each, Rutland 1,500.00. The PCTs’ 4,625.00 by six: 770.84 twice and 770.83 four times.',
      through: 'workbook, `share`',
      expected: [770.84, 770.84, 770.83, 770.83, 770.83, 770.83, 4_625, 4_625, 4_625, 1_500],
      asks: () => project('shared', [...PCT_COLUMNS, ...OTHERS]),
    },
    {
      paragraph: '4.2',
      does: 'Counts the six PCTs as six shares, where that is what was agreed.',
      worked:
        'Nine sharers of 18,500.00: the five earlier ones bear 2,055.56, the other four 2,055.55; Rutland 1,500.00.',
      through: 'workbook, `share`',
      expected: [2_055.56, 2_055.56, 2_055.56, 2_055.56, 2_055.56, 2_055.55, 2_055.55, 2_055.55, 2_055.55, 1_500],
      asks: () => project('shared', [...PCT_COLUMNS, ...OTHERS], { pcts: SIX }),
    },
    {
      paragraph: '4.2',
      does: 'Puts Rutland’s contribution on top of the cap, where that is what was agreed.',
      worked:
        'The cap typed as 21,500.00 covers the 21,000.00: the PCTs, Trust, County and City bear 4,875.00 each and Rutland 1,500.00; above the cap there is 0.00.',
      through: 'workbook, `share`',
      expected: [4_875, 4_875, 4_875, 1_500, 0],
      asks: () => project('shared', [...OTHERS, 'Above cap'], { cap: 21_500 }),
    },
    {
      paragraph: '4.2',
      does: 'Leaves what is above the cap with who paid it, and says who owes whom.',
      worked:
        'The City paid 21,000.00 and keeps the 1,000.00 above the cap: Trust and County pay 4,625.00, Rutland 1,500.00, and the City’s figure is 4,625.00 − 20,000.00 = −15,375.00.',
      through: 'workbook, `share`',
      expected: [4_625, 4_625, -15_375, 1_500],
      asks: () => project('to settle', OTHERS),
    },
    {
      paragraph: '4.2',
      does: 'Shows the range of a salary: “around £28 to £30k”.',
      worked:
        'At 28,000 the cost is 16,333.33 + 4,083.33 = 20,416.66, of which 416.66 is above the cap; at 30,000 it is 17,500.00 + 4,083.33 = 21,583.33, of which 1,583.33 is above. Each sharer bears 4,625.00 in both.',
      through: 'workbook, `share`',
      expected: [20_416.66, 416.66, 4_625, 21_583.33, 1_583.33, 4_625],
      asks: async () => [
        ...(await project('shared', ['Cost', 'Above cap', 'Trust'], { officer: 28_000 })),
        ...(await project('shared', ['Cost', 'Above cap', 'Trust'], { officer: 30_000 })),
      ],
    },
    {
      paragraph: '4.2',
      does: 'Shares the cost of a part-time post, which stays below the cap.',
      worked:
        'Half a post, 14,500: 8,458.33 + 4,083.33 = 12,541.66. Less 1,500.00 it is 11,041.66 by four: 2,760.42 for the PCTs and the Trust, 2,760.41 for County and City; above the cap 0.00.',
      through: 'workbook, `share`',
      expected: [12_541.66, 0, 2_760.42, 2_760.41, 2_760.41],
      asks: () => project('shared', ['Cost', 'Above cap', 'Trust', 'County', 'City'], { officer: 14_500 }),
    },
    {
      paragraph: '4.3',
      does: 'Gives back to the employer, whoever it is: the postholder stays employed by MRH PCT.',
      worked:
        'MRH PCT paid 21,000.00 and keeps 1,000.00 above the cap; its own sixth is 770.83, so it gets back 19,229.17 (−19,229.17); the City now pays its 4,625.00.',
      through: 'workbook, `share`',
      expected: [-19_229.17, 4_625],
      asks: () => project('to settle', ['PCT 3', 'City'], { paidBy: MRH }),
    },
    {
      paragraph: 'Cover 2.3; 2.4',
      does: 'Keeps out of the pool what is excluded, with its amount, and keeps in what is linked to it.',
      worked:
        'In scope: crisis and outreach 120,000.00, specialist nurses 310,000.00, psychologists and therapists 205,000.00, together 635,000.00. Excluded: Assessment and Treatment Unit 900,000.00 and management of consultant psychiatrists 150,000.00, together 1,050,000.00. In all 1,685,000.00, the ledger’s total.',
      through: 'workbook, `reconcile`',
      expected: [635_000, 1_050_000, 1_685_000],
      asks: async () => {
        const lines = [...LD_LINES.in, ...LD_LINES.excluded];
        const amounts = [120_000, 310_000, 205_000, 900_000, 150_000];
        const host = await openWorkbook({
          tables: {
            PoolPartners: [{ Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' }],
            PoolLines: lines.map((Line) => ({
              Line,
              Pool: 'Learning disability',
              Scope: LD_LINES.in.includes(Line) ? 'in' : 'excluded',
              Description: LD_LINES.in.includes(Line) ? '' : 'not transferred: Professional Executive Group',
            })),
          },
          ledgers: { [TRUST]: lines.map((line, at) => ['30/06/2005', line, amounts[at] ?? 0] as const) },
          months: ['2005-06'],
        });
        await runTask('reconcile', '2005-06');
        return cellsOf(host, 'PoolControl', { Partner: TRUST }, ['In pool', 'Excluded', 'Ledger total']);
      },
    },
    {
      paragraph: 'Cover 2.1; 2.2',
      does: 'Lets Rutland and Leicestershire share as one body and splits their share again between them.',
      worked:
        '20,000.01 between the City and the two counties as one: City 10,000.01, the group 10,000.00; inside it 94% and 6%: County 9,400.00, Rutland 600.00.',
      through: 'workbook, `share`',
      expected: [10_000.01, 9_400, 600],
      asks: async () => {
        const group = 'Leicestershire and Rutland';
        const host = await openWorkbook({
          tables: {
            PoolPartners: [
              { Partner: CITY, Sector: 'council', 'Short name': 'City' },
              { Partner: COUNTY, Sector: 'council', 'Short name': 'County', 'Part of': group },
              { Partner: RUTLAND, Sector: 'council', 'Short name': 'Rutland', 'Part of': group },
            ],
            PoolShares: [
              { Set: group, Partner: COUNTY, Share: 0.94, Basis: 'fixed' },
              { Set: group, Partner: RUTLAND, Share: 0.06, Basis: 'fixed' },
            ],
            PoolProjects: [
              {
                Project: 'Joint commissioner',
                Year: '2005/06',
                Item: 'Post',
                'Annual cost': 20_000.01,
                'Paid by': CITY,
              },
            ],
            PoolProjectShares: [
              { Project: 'Joint commissioner', Partner: CITY, Treatment: 'equal' },
              { Project: 'Joint commissioner', Partner: group, Treatment: 'equal' },
            ],
          },
        });
        await runTask('share');
        return cellsOf(host, 'PoolSplit', { Row: 'shared' }, ['City', 'County', 'Rutland']);
      },
    },
    {
      paragraph: 'Cover 2.1; 2.2',
      does: 'Keeps separate pools for the City and for Rutland and Leicestershire combined, under a common agreement, and adds them up.',
      worked:
        'Leicester 50,000.00 by the City; Leicestershire and Rutland 30,000.00 by the County and 2,000.00 by Rutland, 32,000.00; both pools 82,000.00.',
      through: 'workbook, `reconcile`',
      expected: [50_000, 30_000, 2_000, 32_000, 82_000],
      asks: async () => {
        const pools = [
          { Pool: 'City LD', Area: 'Leicester', Host: CITY },
          { Pool: 'County LD', Area: 'Leicestershire and Rutland', Host: COUNTY },
        ];
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS.slice(7),
            PoolArrangements: pools.map((pool) => ({
              ...pool,
              'Service line': 'Learning disability',
              Kind: 'pooled',
              Commissioning: 'lead',
            })),
            PoolLines: pools.map(({ Pool }) => ({ Line: `${Pool} services`, Pool, Scope: 'in' })),
          },
          ledgers: {
            [COUNTY]: [['30/04/2005', 'County LD services', 30_000]],
            [CITY]: [['30/04/2005', 'City LD services', 50_000]],
            [RUTLAND]: [['30/04/2005', 'County LD services', 2_000]],
          },
          months: ['2005-04'],
        });
        await runTask('reconcile', '2005-04');
        const of = (match: Record<string, string>, headings: readonly string[]) =>
          cellsOf(host, 'PoolConsolidation', { Figure: 'Own to date', ...match }, headings);
        return [
          ...(await of({ Pool: 'City LD' }, ['Total'])),
          ...(await of({ Pool: 'County LD' }, ['County', 'Rutland', 'Total'])),
          ...(await of({ Row: 'all pools' }, ['Total'])),
        ];
      },
    },
    {
      paragraph: '5.5',
      does: 'Reports a month of shadowing jointly and leaves its variance where it fell: no row of a settlement is written.',
      worked:
        'December 2004 to March 2005: City budget 9,000.00, spent 9,250.00, variance 250.00; PCT budget 3,000.00, spent 2,900.00, variance −100.00; joint 150.00. Rows of PoolSettlement: none.',
      through: 'workbook, `reconcile`',
      expected: [250, -100, 150, 'none'],
      asks: async () => {
        const host = await shadowYear();
        await runTask('reconcile', '2005-03');
        return [
          ...(await shown(host, 'PoolStatement', { Period: '2005-03' }))
            .filter(({ Partner }) => Partner !== 'Between partners')
            .map((row) => figure(row, 'Variance to date')),
          (await shown(host, 'PoolSettlement')).length === 0 ? 'none' : 'some',
        ];
      },
    },
    {
      paragraph: '5.5',
      does: 'Settles from the first month after go-live, 1 April 2005, and no shadow month before it.',
      worked:
        'March 2005 has no settlement: none. April 2005, pooled, shares by budgets 3 : 1: budget 1,000.00, spent 1,200.00, the overspend of 200.00 is 150.00 for the City and 50.00 for the PCT.',
      through: 'workbook, `settle`',
      expected: ['none', 150, 50],
      asks: async () => {
        const host = await shadowYear();
        await runTask('reconcile', '2005-03');
        await runTask('reconcile', '2005-04');
        await runTask('settle', '2005-04');
        const before = await shown(host, 'PoolSettlement', { Period: '2005-03' });
        const shares = await shown(host, 'PoolSettlement', { Period: '2005-04', For: 'pool' });
        return [before.length === 0 ? 'none' : 'some', ...shares.map((row) => figure(row, 'Share of variance'))];
      },
    },
    {
      paragraph: '5.5',
      does: 'Settles from go-live too where that lies within a year: what was spent before stays where it is, in a row of its own.',
      worked:
        'Were it live on 1 February 2005: by the end of January the City has spent 7,700.00 and the PCT 2,900.00; February’s budget is 1,000.00, spent 1,200.00. The overspend of 200.00 is 150.00 for the City and 50.00 for the PCT; the 10,600.00 of the shadow months move nothing.',
      through: 'workbook, `settle`',
      expected: [10_600, 150, 50],
      asks: async () => {
        const host = await shadowYear('01/02/2005', [
          ['15/01/2005', 'Community teams', 7_700],
          ['15/02/2005', 'Community teams', 1_200],
        ]);
        await runTask('reconcile', '2005-01');
        await runTask('reconcile', '2005-02');
        await runTask('settle', '2005-02');
        const [shadow] = await shown(host, 'PoolSplit', { Row: 'shadow months' });
        const shares = await shown(host, 'PoolSettlement', { For: 'pool' });
        return [figure(shadow, 'Amount'), ...shares.map((row) => figure(row, 'Share of variance'))];
      },
    },
  ],
};

/** A pool that is shadowed from December 2004 and pooled from April 2005, or an earlier day. */
function shadowYear(
  live = '01/04/2005',
  spent: readonly (readonly [date: string, line: string, amount: number])[] = [
    ['15/12/2004', 'Community teams', 9_250],
    ['15/04/2005', 'Community teams', 1_200],
  ],
) {
  const line = { Line: 'Community teams', Pool: 'Learning disability' };
  return openWorkbook({
    tables: {
      PoolPartners: [
        { Partner: CITY, Sector: 'council', 'Short name': 'City' },
        { Partner: MRH, Sector: 'NHS', 'Short name': 'PCT' },
      ],
      PoolArrangements: [
        { Pool: line.Pool, From: day('01/12/2004'), Kind: 'shadow', Commissioning: 'joint', Phase: 'shadowing' },
        { Pool: line.Pool, From: day(live), Kind: 'pooled', Commissioning: 'lead', Host: CITY, Phase: 'live' },
      ],
      PoolShares: [
        { Pool: line.Pool, Set: 'Budgets', Partner: CITY, Share: 0.75, Basis: 'fixed' },
        { Pool: line.Pool, Set: 'Budgets', Partner: MRH, Share: 0.25, Basis: 'fixed' },
      ],
      PoolLines: [{ ...line, Scope: 'in', Type: 'revenue', 'Risk rule': 'Budgets' }],
      PoolBudgets: [
        { Line: line.Line, Partner: CITY, Year: '2004/05', Amount: 9_000 },
        { Line: line.Line, Partner: MRH, Year: '2004/05', Amount: 3_000 },
        { Line: line.Line, Partner: CITY, Year: '2005/06', Amount: 9_000 },
        { Line: line.Line, Partner: MRH, Year: '2005/06', Amount: 3_000 },
      ],
    },
    ledgers: {
      [CITY]: spent,
      [MRH]: [['15/01/2005', line.Line, 2_900]],
    },
    months: ['2005-01', '2005-02', '2005-03', '2005-04'],
  });
}
