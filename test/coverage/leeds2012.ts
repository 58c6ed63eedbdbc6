/*
 * Leeds 2012, mental health: integration with the Trust in three phases. Posts and WTE are the report's; rates, budgets and savings
 * are illustrative.
 */
import { type Figure, type Report, figuresOf } from './case';
import { MANAGERS } from '../../src/workbook/staffRules';
import { cellsOf, day, figure, openWorkbook, planOf, runTask, shown } from './workbook';

const LCC = 'Leeds City Council';
const LPFT = 'Leeds Partnerships NHS Foundation Trust';
const POOL = 'Mental health';
const PARTNERS = [
  { Partner: LCC, Sector: 'council', 'Short name': 'LCC' },
  { Partner: LPFT, Sector: 'NHS', 'Short name': 'LPFT' },
];
const PLACEMENTS = 'Placements';
const PHASES = [
  { From: day('01/04/2012'), Phase: 'phase 1', 'Risk rule': 'named', 'Bears risk': LCC, month: '2012-04' },
  { From: day('01/04/2013'), Phase: 'phase 2', 'Risk rule': 'Relative risk', 'Bears risk': '', month: '2013-04' },
  { From: day('01/04/2014'), Phase: 'phase 3', 'Risk rule': 'named', 'Bears risk': LPFT, month: '2014-04' },
];

/** The same overspend of 300.00 in April of each phase: the Trust spends 1,300.00 of a budget of 1,000.00. */
async function phases() {
  const months = PHASES.map(({ month }) => month);
  const host = await openWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolArrangements: PHASES.map(({ From, Phase }) => ({ Pool: POOL, From, Kind: 'aligned', Settles: 'yes', Phase })),
      PoolShares: [
        { Pool: POOL, Set: 'Relative risk', Partner: LCC, Share: 0.6, Basis: 'fixed' },
        { Pool: POOL, Set: 'Relative risk', Partner: LPFT, Share: 0.4, Basis: 'fixed' },
      ],
      PoolLines: PHASES.map(({ From, 'Risk rule': rule, 'Bears risk': bears }) => ({
        Line: PLACEMENTS,
        Pool: POOL,
        From,
        Scope: 'in',
        Type: 'revenue',
        'Risk rule': rule,
        Manages: LPFT,
        Accountable: LCC,
        ...(bears === '' ? {} : { 'Bears risk': bears }),
      })),
      PoolBudgets: ['2012/13', '2013/14', '2014/15'].map((Year) => ({
        Line: PLACEMENTS,
        Partner: LCC,
        Year,
        Amount: 12_000,
      })),
    },
    ledgers: {
      [LCC]: [],
      [LPFT]: [
        ['15/04/2012', PLACEMENTS, 1_300],
        ['15/04/2013', PLACEMENTS, 1_300],
        ['15/04/2014', PLACEMENTS, 1_300],
      ],
    },
    months,
  });
  for (const month of months) await runTask('reconcile', month);
  return host;
}

/** What `check` says of 5 social care managers beside some health managers: 'none', or the fractions. */
async function managers(health: number): Promise<readonly Figure[]> {
  const ofSide = (Profession: string, Heads: number, Employer: string) => ({
    Line: 'Teams',
    Post: Profession,
    Heads,
    WTE: Heads,
    Rate: 50_000,
    Employer,
    Funder: LPFT,
    Profession,
  });
  const host = await openWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolArrangements: [{ Pool: POOL, Kind: 'shadow', Phase: 'phase 1' }],
      PoolLines: [{ Line: 'Teams', Pool: POOL, Scope: 'in' }],
      PoolBudgets: [{ Line: 'Teams', Partner: LPFT, Year: '2012/13', Amount: 1_200 }],
      PoolStaff: [ofSide(MANAGERS.socialCare, 5, LCC), ofSide(MANAGERS.health, health, LPFT)],
    },
    ledgers: { [LCC]: [], [LPFT]: [] },
    months: ['2012-04'],
  });
  await host.run((context) => context.sync());
  const { findings } = await planOf('check', '2012-04');
  const said = findings.find(({ kind }) => kind === 'manager ratio not met')?.detail;
  return said === undefined ? ['none'] : ['own', 'total', 'share', 'agreed'].map((name) => String(said[name]));
}

async function post(items: readonly (readonly [item: string, cost: number])[], fixed?: number) {
  const project = 'Agreement of 3.7';
  const host = await openWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolProjects: items.map(([Item, cost]) => ({
        Project: project,
        Year: '2012/13',
        Item,
        'Annual cost': cost,
        'Paid by': LPFT,
      })),
      PoolProjectShares: [
        fixed === undefined
          ? { Project: project, Partner: LCC, Treatment: 'equal' }
          : { Project: project, Partner: LCC, Treatment: 'fixed', Amount: fixed },
        { Project: project, Partner: LPFT, Treatment: 'equal' },
      ],
    },
  });
  await runTask('share');
  return host;
}

export const LEEDS_2012: Report = {
  title: 'Leeds 2012: mental health, integration in three phases',
  note: 'Posts, WTE, the ratio of managers and the phases are the report’s; the rate of 40,000, budgets and savings are illustrative.',
  file: 'leeds2012.ts',
  cases: [
    {
      paragraph: '3.5; 3.7',
      does: 'Splits by the ratio itself, one third social care and two thirds health, not by 33% and 67%.',
      worked: 'Front-line managers at 100,000.00, weights 1 : 2: 33,333.33 for social care, 66,666.67 for health.',
      through: 'POOL.SPLIT',
      expected: [33_333.33, 66_666.67],
      asks: () => figuresOf('SPLIT', 100_000, [[1, 2]]),
    },
    {
      paragraph: '3.5; 3.7 phase 1',
      does: 'Holds the front-line managers in post against one third social care, two thirds health, as exact fractions; it moves no money.',
      worked:
        'Team managers 5 posts, health managers 10: one third, findings: none. With 11 health managers: 5 of 16 is 5/16, not 1/3.',
      through: 'workbook, `check`',
      expected: ['none', '5', '16', '5/16', '1/3'],
      asks: async () => [...(await managers(10)), ...(await managers(11))],
    },
    {
      paragraph: '3.7 phase 1',
      does: 'Tests non-betterment: each partner’s gain less its agreed share of what the change gained everyone; reported, never settled.',
      worked:
        'Net cost before 600.00 and 400.00, after 500.00 and 400.00: the gain of 100.00 is 50.00 each, so the council is 50.00 better off than agreed and the Trust −50.00.',
      through: 'POOL.BETTERMENT',
      expected: [50, -50],
      asks: () => figuresOf('BETTERMENT', [[600], [400]], [[500], [400]]),
    },
    {
      paragraph: '3.7 phase 1',
      does: 'Shares the benefit of an efficiency equally: an item with a minus.',
      worked:
        'A saving of 25,000.01 in the Trust’s ledger: −12,500.01 for the council and −12,500.00 for the Trust, so the Trust pays the council 12,500.01.',
      through: 'workbook, `share`',
      expected: [-12_500.01, -12_500, -12_500.01, 12_500.01],
      asks: async () => {
        const host = await post([['Single management team', -25_000.01]]);
        const of = (row: string) => cellsOf(host, 'PoolSplit', { Row: row }, ['LCC', 'LPFT']);
        return [...(await of('shared')), ...(await of('to settle'))];
      },
    },
    {
      paragraph: '3.7 phase 1',
      does: 'Shares the cost of making an efficiency equally too, in one sum with its benefit.',
      worked: 'Cost of the change 8,000.00, saving 25,000.00: together −17,000.00, −8,500.00 each.',
      through: 'workbook, `share`',
      expected: [-17_000, -8_500, -8_500],
      asks: async () => {
        const host = await post([
          ['Cost of the change', 8_000],
          ['Saving', -25_000],
        ]);
        return cellsOf(host, 'PoolSplit', { Row: 'shared' }, ['Amount', 'LCC', 'LPFT']);
      },
    },
    {
      paragraph: '3.7 phase 1',
      does: 'Takes the council’s contribution to management posts first; the Trust, whose posts they are, bears the rest.',
      worked:
        'A post of 60,000.00, the council’s contribution 20,000.00: the Trust bears 40,000.00; the council pays 20,000.00 to the Trust (−20,000.00).',
      through: 'workbook, `share`',
      expected: [20_000, 40_000, 20_000, -20_000],
      asks: async () => {
        const host = await post([['Service manager', 60_000]], 20_000);
        const of = (row: string) => cellsOf(host, 'PoolSplit', { Row: row }, ['LCC', 'LPFT']);
        return [...(await of('shared')), ...(await of('to settle'))];
      },
    },
    {
      paragraph: '3.7 phase 1',
      does: 'Leaves incidental costs with the organisation that incurs them: a line with the rule `where it falls`.',
      worked:
        'Budget 100.00 each, the council spends 130.00 and the Trust 90.00: the council’s share of the variance is 30.00, the Trust’s −10.00, which is what each spent, so nothing is to pay: 0.00 and 0.00.',
      through: 'workbook, `settle`',
      expected: [30, -10, 0, 0],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolArrangements: [{ Pool: POOL, Kind: 'aligned', Settles: 'yes', Phase: 'phase 1' }],
            PoolLines: [{ Line: 'Incidental costs', Pool: POOL, Scope: 'in', 'Risk rule': 'where it falls' }],
            PoolBudgets: [LCC, LPFT].map((Partner) => ({
              Line: 'Incidental costs',
              Partner,
              Year: '2012/13',
              Amount: 1_200,
            })),
          },
          ledgers: {
            [LCC]: [['10/04/2012', 'Incidental costs', 130]],
            [LPFT]: [['11/04/2012', 'Incidental costs', 90]],
          },
          months: ['2012-04'],
        });
        await runTask('reconcile', '2012-04');
        await runTask('settle', '2012-04');
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return [...rows.map((row) => figure(row, 'Share of variance')), ...rows.map((row) => figure(row, 'To pay'))];
      },
    },
    {
      paragraph: '3.7 phase 1; 3.8; 3.12',
      does: 'Keeps apart who manages a line, who is accountable and who bears its risk (shadow management); the variance stays with the council.',
      worked:
        'Managed by LPFT, accountable LCC, risk LCC. The council’s own ledger: 1,300.00 against 1,000.00, its variance 300.00; the Trust’s 0.00.',
      through: 'workbook, `reconcile`',
      expected: ['LPFT', 'LCC', 300, 0],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolArrangements: [{ Pool: POOL, Kind: 'shadow', Phase: 'phase 1' }],
            PoolLines: [
              {
                Line: PLACEMENTS,
                Pool: POOL,
                Scope: 'in',
                'Risk rule': 'named',
                Manages: LPFT,
                Accountable: LCC,
                'Bears risk': LCC,
              },
            ],
            PoolBudgets: [{ Line: PLACEMENTS, Partner: LCC, Year: '2012/13', Amount: 12_000 }],
          },
          ledgers: { [LCC]: [['15/04/2012', PLACEMENTS, 1_300]], [LPFT]: [] },
          months: ['2012-04'],
        });
        await runTask('reconcile', '2012-04');
        const short = (partner: unknown) => String(PARTNERS.find(({ Partner }) => Partner === partner)?.['Short name']);
        const [line] = await shown(host, 'PoolLines');
        const rows = (await shown(host, 'PoolStatement')).slice(0, 2);
        return [
          short(line?.['Manages']),
          short(line?.['Bears risk']),
          ...rows.map((row) => figure(row, 'Variance to date')),
        ];
      },
    },
    {
      paragraph: '3.7 phases 1 to 3',
      does: 'Dates each phase’s risk: the council bears it, then both by relative risk, then the Trust.',
      worked:
        'Shares of council and Trust on 31 March 2013: 1 and 0; on 1 April 2013: 0.6 and 0.4; on 1 April 2014: 0 and 1.',
      through: 'POOL.SHARESON',
      expected: ['1', '0', '0.6', '0.4', '0', '1'],
      asks: () =>
        ['31/03/2013', '01/04/2013', '01/04/2014'].flatMap((date) =>
          figuresOf(
            'SHARESON',
            day(date),
            [LCC, LPFT, LCC, LPFT, LCC, LPFT].map((partner) => [partner]),
            ['01/04/2012', '01/04/2012', '01/04/2013', '01/04/2013', '01/04/2014', '01/04/2014'].map((from) => [
              day(from),
            ]),
            [[1], [0], [0.6], [0.4], [0], [1]],
          ).map(String),
        ),
    },
    {
      paragraph: '3.7 phases 1 to 3',
      does: 'Settles the same overspend by the phase in force: named council, relative risk, named Trust.',
      worked:
        'The Trust spends 300.00 above budget in April of each year. Phase 1: council 300.00, Trust 0.00. Phase 2, 60 : 40: 180.00 and 120.00. Phase 3: 0.00 and 300.00.',
      through: 'workbook, `settle`',
      expected: [300, 0, 180, 120, 0, 300],
      asks: async () => {
        const host = await phases();
        const figures: Figure[] = [];
        for (const { month } of PHASES) {
          await runTask('settle', month);
          const rows = await shown(host, 'PoolSettlement', { Period: month, For: 'pool' });
          figures.push(...rows.map((row) => figure(row, 'Share of variance')));
        }
        return figures;
      },
    },
    {
      paragraph: '3.7 phase 2',
      does: 'Shares by relative risk: an overspend in proportion to the weights both have agreed.',
      worked: 'An overspend of 100.01 at 60 : 40 is 60.006 and 40.004: 60.01 and 40.00.',
      through: 'POOL.RISKSHARE',
      expected: [60.01, 40],
      asks: () => figuresOf('RISKSHARE', 100.01, [[60, 40]]),
    },
    {
      paragraph: '3.9',
      does: 'Charges seconded posts to who funds them, in WTE and not heads, whoever employs them.',
      worked:
        'Of 50 social workers (42.6 WTE) the Trust funds 14 posts, 12.4 WTE: at 40,000 that is 496,000.00 from the Trust to the council; 36 posts, 30.2 WTE, stay with the council at 1,208,000.00.',
      through: 'workbook, `settle`',
      expected: [496_000, 1_208_000],
      asks: async () => {
        const posts = { Line: 'Social work', Rate: 40_000, Employer: LCC, Profession: 'social work' };
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolArrangements: [{ Pool: POOL, Kind: 'shadow', Phase: 'phase 1' }],
            PoolLines: [{ Line: 'Social work', Pool: POOL, Scope: 'in' }],
            PoolStaff: [
              { ...posts, Post: 'Social workers funded by the Trust', Heads: 14, WTE: 12.4, Funder: LPFT },
              { ...posts, Post: 'Social workers', Heads: 36, WTE: 30.2, Funder: LCC },
            ],
          },
          ledgers: { [LCC]: [['31/03/2013', 'Social work', 1_704_000]], [LPFT]: [] },
          months: ['2013-03'],
        });
        await runTask('reconcile', '2013-03');
        await runTask('settle', '2013-03');
        const of = (Partner: string, heading: string) =>
          cellsOf(host, 'PoolSettlement', { For: 'staff', Partner }, [heading]);
        return [...(await of(LPFT, 'To pay')), ...(await of(LCC, 'Agreed'))];
      },
    },
    {
      paragraph: '4.9.1',
      does: 'Shows the risk of an overspend before it has happened: forecast against the year’s budget, the budget-holder’s own figure where there is one.',
      worked:
        'Annual budget 120,000.00; spent to June 33,000.00 against 30,000.00. Calculated forecast 33,000.00 + 90,000.00 = 123,000.00; the manager’s own forecast of 130,000.00 stands, 10,000.00 over.',
      through: 'workbook, `reconcile`',
      expected: [123_000, 130_000, 10_000],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: [PARTNERS[0] ?? {}],
            PoolLines: [{ Line: PLACEMENTS, Pool: POOL, Scope: 'in' }],
            PoolBudgets: [{ Line: PLACEMENTS, Partner: LCC, Year: '2012/13', Amount: 120_000 }],
            PoolForecasts: [
              { Period: '2012-06', Line: PLACEMENTS, Partner: LCC, Basis: 'own', Forecast: 130_000, Reason: 'demand' },
            ],
          },
          ledgers: { [LCC]: [['30/06/2012', PLACEMENTS, 33_000]] },
          months: ['2012-06'],
        });
        await runTask('reconcile', '2012-06');
        return cellsOf(host, 'PoolStatement', { Partner: LCC }, [
          'Calculated forecast',
          'Forecast',
          'Forecast variance',
        ]);
      },
    },
  ],
};
