/*
 * Derby 2008, learning disability: a shadow pool under joint commissioning. The report gives no amounts ("no financial
 * implications"), so every figure here is illustrative.
 */
import { type Figures, type Report, figuresOf } from './case';
import { cellsOf, planOf, day, figure, type Given, openWorkbook, runTask, shown } from './workbook';

const COUNCIL = 'Derby City Council';
const PCT = 'Derby City PCT';
const PARTNERS = [
  { Partner: COUNCIL, Sector: 'council', 'Short name': 'Council' },
  { Partner: PCT, Sector: 'NHS', 'Short name': 'PCT' },
];
const CARE = 'Residential care';
const DAY = 'Day services';

/** April to June 2008: the council overspends by 1,500.00, the PCT underspends by 400.00. */
const SHADOW: Given = {
  tables: {
    PoolPartners: PARTNERS,
    PoolArrangements: [{ Pool: 'Learning disability', Kind: 'shadow', Commissioning: 'joint' }],
    PoolShares: [
      { Pool: 'Learning disability', Set: 'Budgets', Partner: COUNCIL, Share: 0.6, Basis: 'fixed' },
      { Pool: 'Learning disability', Set: 'Budgets', Partner: PCT, Share: 0.4, Basis: 'fixed' },
    ],
    PoolLines: [CARE, DAY].map((Line) => ({
      Line,
      Pool: 'Learning disability',
      Scope: 'in',
      Type: 'revenue',
      'Risk rule': 'Budgets',
    })),
    PoolBudgets: [
      { Line: CARE, Partner: COUNCIL, Year: '2008/09', Amount: 240_000 },
      { Line: CARE, Partner: PCT, Year: '2008/09', Amount: 160_000 },
      { Line: DAY, Partner: COUNCIL, Year: '2008/09', Amount: 40_000 },
    ],
  },
  ledgers: {
    [COUNCIL]: [
      ['30/04/2008', CARE, 61_500],
      ['15/06/2008', DAY, 10_000],
      ['20/06/2008', CARE, -1_000, PCT, 'RC 7'],
    ],
    [PCT]: [
      ['31/05/2008', CARE, 39_600],
      ['21/06/2008', CARE, 1_000, COUNCIL, 'RC-7'],
    ],
  },
  months: ['2008-06'],
};

/** Three pools alike but for how they are commissioned; each overspends by 100.00. */
const MODELS = ['parallel', 'joint', 'lead'] as const;
const KINDS = { parallel: 'none', joint: 'shadow', lead: 'pooled' } as const;

export const DERBY_2008: Report = {
  title: 'Derby 2008: learning disability, a shadow pool under joint commissioning',
  note: 'The report gives no amounts; all are illustrative.',
  file: 'derby2008.ts',
  cases: [
    {
      paragraph: 'Summary 2.1',
      does: 'Reports both budgets each month in one statement: each partner, what lies between them, and the joint figure.',
      worked:
        'Residential care to June: Council 61,500.00 less a recharge of 1,000.00 to the PCT is 60,500.00; PCT 39,600.00 and the recharge is 40,600.00; between partners 0.00; joint 101,100.00 against a budget of 100,000.00.',
      through: 'workbook, `reconcile`',
      expected: [60_500, 40_600, 0, 101_100, 100_000],
      asks: async () => {
        const host = await openWorkbook(SHADOW);
        await runTask('reconcile', '2008-06');
        const rows = await shown(host, 'PoolStatement', { Line: CARE });
        const [budget = ''] = await cellsOf(host, 'PoolStatement', { Line: CARE, Partner: 'Joint' }, [
          'Budget to date',
        ]);
        return [...rows.map((row) => figure(row, 'Actual to date')), budget];
      },
    },
    {
      paragraph: 'Summary 2.1',
      does: 'Gives the joint commissioner sight of the entire allocation: all lines and both partners together.',
      worked:
        'Annual budgets: residential care 400,000.00 joint, day services 40,000.00 joint; spent to June 101,100.00 and 10,000.00.',
      through: 'workbook, `reconcile`',
      expected: [400_000, 101_100, 40_000, 10_000],
      asks: async () => {
        const host = await openWorkbook(SHADOW);
        await runTask('reconcile', '2008-06');
        const joint = await shown(host, 'PoolStatement', { Partner: 'Joint' });
        return joint.flatMap((row) => [figure(row, 'Annual budget'), figure(row, 'Actual to date')]);
      },
    },
    {
      paragraph: 'Summary 2.1, 1.2',
      does: 'Settles the joint commissioner, employed by both: each partner bears a half, whatever the pool is.',
      worked:
        'A post of 57,750.00 a year, half a WTE funded by each, paid by the council: six months are 28,875.00, a half is 14,437.50, which the PCT pays the council. No other amount passes between them.',
      through: 'workbook, `reconcile` and `settle`',
      expected: [14_437.5, 14_437.5],
      asks: async () => {
        const post = { Line: DAY, WTE: 0.5, Rate: 57_750, Employer: COUNCIL };
        const host = await openWorkbook({
          ...SHADOW,
          tables: {
            ...SHADOW.tables,
            PoolStaff: [
              { ...post, Post: 'Joint commissioner, council’s half', Funder: COUNCIL },
              { ...post, Post: 'Joint commissioner, PCT’s half', Funder: PCT },
            ],
          },
          ledgers: { ...SHADOW.ledgers },
          months: ['2008-09'],
        });
        await runTask('reconcile', '2008-09');
        await runTask('settle', '2008-09');
        const [due = ''] = await cellsOf(host, 'PoolSettlement', { Partner: PCT, For: 'staff' }, ['To pay']);
        const [paid = ''] = await cellsOf(host, 'PoolTransfers', { From: PCT, To: COUNCIL }, ['Amount']);
        return [due, paid];
      },
    },
    {
      paragraph: '1.4',
      does: 'Leaves each variance in the ledger it is in, because each organisation retains its own budget.',
      worked:
        'Residential care without the recharge: Council 61,500.00 against 60,000.00 is 1,500.00 over; PCT 39,600.00 against 40,000.00 is −400.00. Though a Set of shares is there, rows of a settlement: none.',
      through: 'workbook, `reconcile`',
      expected: [1_500, -400, 'none'],
      asks: async () => {
        const host = await openWorkbook(SHADOW);
        await runTask('reconcile', '2008-06');
        const rows = await shown(host, 'PoolStatement', { Line: CARE });
        const budgets = [60_000, 40_000];
        const settled = await shown(host, 'PoolSettlement');
        return [
          ...rows.slice(0, 2).map((row, at) => Number(figure(row, 'Own to date')) - (budgets[at] ?? 0)),
          settled.length === 0 ? 'none' : 'some',
        ];
      },
    },
    {
      paragraph: '1.4; implications 1.1',
      does: 'Settles nothing of a shadow pool: a council and a PCT that report jointly owe each other nothing for it.',
      worked:
        'Settling June of a workbook that has only the shadow pool is refused: nothing settles. Rows of PoolSettlement: none.',
      through: 'workbook, `settle`',
      expected: ['nothing settles', 'none'],
      asks: async () => {
        const host = await openWorkbook(SHADOW);
        await runTask('reconcile', '2008-06');
        const { blockers } = await planOf('settle', '2008-06');
        const settled = await shown(host, 'PoolSettlement');
        return [...blockers.map(({ kind }) => kind), settled.length === 0 ? 'none' : 'some'];
      },
    },
    {
      paragraph: '1.4',
      does: 'Lets the shadow pool become a full one from a date, without settling the months before.',
      worked: 'Promoted from 1 October 2008, hosted by the council: the arrangement in force is shadow, then pooled.',
      through: 'workbook, `promote`',
      expected: ['shadow', 'pooled'],
      asks: async () => {
        const host = await openWorkbook(SHADOW);
        await runTask('reconcile', '2008-06');
        await runTask('promote', '2008-10');
        return (await shown(host, 'PoolArrangements')).map((row) => String(row['Kind']));
      },
    },
    {
      paragraph: '2.2 to 2.4',
      does: 'Keeps parallel, joint and lead commissioning apart: the first two share no variance, the third, a pool hosted by the lead, does.',
      worked:
        'Each of three pools overspends by 100.00, shares 60% and 40%. Parallel: none; joint: none; lead: 60.00 for the council and 40.00 for the PCT.',
      through: 'workbook, `settle`',
      expected: ['none', 'none', 60, 40],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolArrangements: MODELS.map((model) => ({
              Pool: model,
              Kind: KINDS[model],
              Commissioning: model,
              ...(model === 'lead' ? { Host: COUNCIL } : {}),
            })),
            PoolShares: MODELS.flatMap((Pool) => [
              { Pool, Set: 'Shares', Partner: COUNCIL, Share: 0.6, Basis: 'fixed' },
              { Pool, Set: 'Shares', Partner: PCT, Share: 0.4, Basis: 'fixed' },
            ]),
            PoolLines: MODELS.map((Pool) => ({ Line: `${Pool} line`, Pool, Scope: 'in', 'Risk rule': 'Shares' })),
            PoolBudgets: MODELS.map((Pool) => ({
              Line: `${Pool} line`,
              Partner: COUNCIL,
              Year: '2008/09',
              Amount: 4_000,
            })),
          },
          ledgers: {
            [COUNCIL]: MODELS.map((model) => ['30/06/2008', `${model} line`, 1_100] as const),
            [PCT]: [],
          },
          months: ['2008-06'],
        });
        await runTask('reconcile', '2008-06');
        await runTask('settle', '2008-06');
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return MODELS.flatMap((model): Figures => {
          const own = rows.filter((row) => row['Pool'] === model);
          return own.length === 0 ? ['none'] : own.map((row) => figure(row, 'Share of variance'));
        });
      },
    },
    {
      paragraph: '1.2',
      does: 'Shares the post of the one commissioner employed by both organisations, though the pool is only a shadow.',
      worked:
        'A post of 60,000.01 by two: 30,000.01 for the council and 30,000.00 for the PCT; the council is paid back 30,000.00 (−30,000.00) by the PCT.',
      through: 'workbook, `share`',
      expected: [30_000.01, 30_000, -30_000, 30_000],
      asks: async () => {
        const project = 'Joint commissioner';
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolProjects: [
              { Project: project, Year: '2008/09', Item: 'Post', 'Annual cost': 60_000.01, 'Paid by': COUNCIL },
            ],
            PoolProjectShares: [COUNCIL, PCT].map((Partner) => ({ Project: project, Partner, Treatment: 'equal' })),
          },
        });
        await runTask('share');
        const of = (row: string) => cellsOf(host, 'PoolSplit', { Row: row }, ['Council', 'PCT']);
        return [...(await of('shared')), ...(await of('to settle'))];
      },
    },
    {
      paragraph: '1.3',
      does: 'Takes a part of a post where staff stay with their own employer and start within the year.',
      worked: 'A post at 36,500.00 from 1 January 2009: 90 of 365 days is 9,000.00.',
      through: 'POOL.PRORATA',
      expected: [9_000],
      asks: () => figuresOf('PRORATA', 36_500, day('01/01/2009'), day('31/03/2009')),
    },
  ],
};
