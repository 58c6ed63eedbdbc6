/*
 * Rules that real agreements and guidance use, and one of an accounting product. Each names its source; the amounts are
 * illustrative, but for Oracle's 301.50.
 */
import type { Cells } from '../tasks/fixture';
import { type Report, figuresOf } from './case';
import { type Given, cellsOf, day, figure, openWorkbook, runTask, shown } from './workbook';

const COUNCIL = 'Council';
const ICB = 'ICB';
const TRUST = 'Trust';
const PARTNERS = [
  { Partner: COUNCIL, Sector: 'council', 'Short name': 'Council' },
  { Partner: ICB, Sector: 'NHS', 'Short name': 'ICB' },
];

/** A workbook with its month reconciled and settled. */
async function settledWorkbook(given: Given) {
  const host = await openWorkbook(given);
  for (const month of given.months ?? []) {
    await runTask('reconcile', month);
    await runTask('settle', month);
  }
  return host;
}

/** One pooled line with the given treatment of an underspend of 900.00 in the council's ledger, settled for March. */
async function underspend(treatment: string) {
  return settledWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolArrangements: [{ Pool: 'LD', Kind: 'pooled', Host: COUNCIL }],
      PoolShares: [
        { Pool: 'LD', Set: 'Risk', Partner: COUNCIL, Share: 0.5, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: ICB, Share: 0.5, Basis: 'fixed' },
      ],
      PoolLines: [{ Line: 'Care', Pool: 'LD', Scope: 'in', 'Risk rule': 'Risk', Underspend: treatment }],
      PoolBudgets: [
        { Line: 'Care', Partner: COUNCIL, Year: '2025/26', Amount: 6_000 },
        { Line: 'Care', Partner: ICB, Year: '2025/26', Amount: 3_000 },
      ],
    },
    ledgers: { [COUNCIL]: [['31/03/2026', 'Care', 8_100]], [ICB]: [] },
    months: ['2026-03'],
  });
}

/** A line of the council's that is 1,000.00 over in April 2025, in a pool it hosts, settled by a list of three partners. */
async function shared(list: readonly Cells[], set: string) {
  return settledWorkbook({
    tables: {
      PoolPartners: [...PARTNERS, { Partner: TRUST, Sector: 'NHS', 'Short name': 'Trust' }],
      PoolArrangements: [{ Pool: 'LD', Kind: 'pooled', Host: COUNCIL }],
      PoolShares: list.map((row) => ({ ...row, Pool: 'LD', Basis: 'fixed' })),
      PoolLines: [{ Line: 'Care', Pool: 'LD', Scope: 'in', 'Risk rule': set }],
      PoolBudgets: [{ Line: 'Care', Partner: COUNCIL, Year: '2025/26', Amount: 12_000 }],
    },
    ledgers: { [COUNCIL]: [['30/04/2025', 'Care', 2_000]], [ICB]: [], [TRUST]: [] },
    months: ['2025-04'],
  });
}

/** A pool of two lines, each 500.00 over in April 2025: one `named`, one shared 60 : 40; settled. */
async function fixedAndVariable() {
  return settledWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolArrangements: [{ Pool: 'LD', Kind: 'pooled', Host: COUNCIL }],
      PoolShares: [
        { Pool: 'LD', Set: 'Profile', Partner: COUNCIL, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Profile', Partner: ICB, Share: 0.4, Basis: 'fixed' },
      ],
      PoolLines: [
        { Line: 'Fixed', Pool: 'LD', Scope: 'in', 'Risk rule': 'named', 'Bears risk': COUNCIL },
        { Line: 'Variable', Pool: 'LD', Scope: 'in', 'Risk rule': 'Profile' },
      ],
      PoolBudgets: ['Fixed', 'Variable'].map((Line) => ({
        Line,
        Partner: COUNCIL,
        Year: '2025/26',
        Amount: 12_000,
      })),
    },
    ledgers: {
      [COUNCIL]: [
        ['30/04/2025', 'Fixed', 1_500],
        ['30/04/2025', 'Variable', 1_500],
      ],
      [ICB]: [],
    },
    months: ['2025-04'],
  });
}

/** A pool of four lines in April 2025: the first over, the others under, and the order in which they meet it; settled. */
async function waterfall() {
  const lines = ['Homes', 'Day centre', 'Risk pool', 'Schemes'];
  const budgets: readonly number[] = [3_000, 2_000, 300, 50];
  return settledWorkbook({
    tables: {
      PoolPartners: PARTNERS,
      PoolArrangements: [{ Pool: 'LD', Kind: 'pooled', Host: COUNCIL }],
      PoolShares: [
        { Pool: 'LD', Set: 'Risk', Partner: COUNCIL, Share: 0.6, Basis: 'fixed' },
        { Pool: 'LD', Set: 'Risk', Partner: ICB, Share: 0.4, Basis: 'fixed' },
      ],
      PoolLines: lines.map((Line) => ({ Line, Pool: 'LD', Scope: 'in', 'Risk rule': 'Risk' })),
      PoolWaterfall: lines.slice(1).map((Line, at) => ({ Pool: 'LD', Step: at + 1, Line })),
      PoolBudgets: lines.map((Line, at) => ({
        Line,
        Partner: COUNCIL,
        Year: '2025/26',
        Amount: (budgets[at] ?? 0) * 12,
      })),
    },
    ledgers: {
      [COUNCIL]: [
        ['30/04/2025', 'Homes', 3_900],
        ['30/04/2025', 'Day centre', 1_500],
      ],
      [ICB]: [],
    },
    months: ['2025-04'],
  });
}

export const AGREEMENTS: Report = {
  title: 'Rules of real agreements',
  note: 'Amounts are illustrative, but for Oracle’s.',
  file: 'agreements.ts',
  cases: [
    {
      paragraph:
        'Proportional shares ([Oxfordshire](https://www.hsj.co.uk/nhs-oxfordshire-ccg/oxfordshire-council-signs-off-pooled-budget-plan/5061994.article), 51 : 49)',
      does: 'Shares an overspend in proportion to the partners’ shares, to the penny.',
      worked: '1,000.01 at 51 : 49 is 510.0051 and 490.0049: 510.01 and 490.00.',
      through: 'POOL.RISKSHARE',
      expected: [510.01, 490],
      asks: () => figuresOf('RISKSHARE', 1_000.01, [[51, 49]]),
    },
    {
      paragraph:
        'Exact proportion or the printed per cent ([Cambridgeshire](https://www.cambridgeindependent.co.uk/news/breathtaking-failure-to-agree-cost-sharing-arrangement-for-9334059/), 93.7m and 28.3m)',
      does: 'Uses the exact proportion of contributions, or the rounded per cent that the agreement prints: whichever is typed.',
      worked:
        '1,000,000 by 93.7 : 28.3 is 768,032.79 and 231,967.21; by the printed 76.8% and 23.2% it is 768,000.00 and 232,000.00.',
      through: 'POOL.SPLIT',
      expected: [768_032.79, 231_967.21, 768_000, 232_000],
      asks: () => [
        ...figuresOf('SPLIT', 1_000_000, [[93.7, 28.3]]),
        ...figuresOf('SPLIT', 1_000_000, [[0.768, 0.232]]),
      ],
    },
    {
      paragraph: 'Fixed and variable lines ([Luton](https://lawinsider.com/clause/risk-share))',
      does: 'Never moves the other’s contribution on a fixed line, and shares a variable line by its profile.',
      worked:
        'Fixed line 500.00 over, weights 1 : 0: host 500.00, other 0.00. Variable line 500.00 over at 60 : 40: 300.00 and 200.00.',
      through: 'POOL.RISKSHARE',
      expected: [500, 0, 300, 200],
      asks: () => [...figuresOf('RISKSHARE', 500, [[1, 0]]), ...figuresOf('RISKSHARE', 500, [[60, 40]])],
    },
    {
      paragraph: 'Fixed and variable lines',
      does: 'Settles a pool with both kinds of lines: each line by its own rule.',
      worked:
        'Fixed line: 500.00 over, named the council. Variable line: 500.00 over at 60 : 40. Share of variance: council 500.00 + 300.00 = 800.00, ICB 200.00.',
      through: 'workbook, `settle`',
      expected: [800, 200],
      asks: async () => {
        const host = await fixedAndVariable();
        return (await shown(host, 'PoolSettlement', { For: 'pool' })).map((row) => figure(row, 'Share of variance'));
      },
    },
    {
      paragraph: 'Audit trail (Leicester 2000, 5)',
      does: 'Leads from a payment to the ledger, table by table, each figure in a cell: the sample of the page for the auditor.',
      worked:
        'The ICB pays 200.00; to pay 200.00 is its share of variance 200.00. The split of the line: 500.00 is 300.00 and 200.00, check 0.00. The statement: own to date 1,500.00, budget 1,000.00. The ledger gives 1,500.00 in 1 row.',
      through: 'workbook, `settle`',
      expected: [200, 200, 200, 500, 300, 200, 0, 1_500, 1_000, 1_500, '1'],
      asks: async () => {
        const host = await fixedAndVariable();
        const line = { Line: 'Variable' };
        const [amount = '', rows = ''] = await cellsOf(host, 'PoolActuals', { ...line, Partner: COUNCIL }, [
          'Amount',
          'Rows',
        ]);
        return [
          ...(await cellsOf(host, 'PoolTransfers', { From: ICB, To: COUNCIL }, ['Amount'])),
          ...(await cellsOf(host, 'PoolSettlement', { Partner: ICB }, ['To pay', 'Share of variance'])),
          ...(await cellsOf(host, 'PoolSplit', { ...line, Side: 'variance' }, ['Amount', 'Council', 'ICB', 'Check'])),
          ...(await cellsOf(host, 'PoolStatement', { ...line, Partner: 'Joint' }, ['Own to date', 'Budget to date'])),
          amount,
          String(rows),
        ];
      },
    },
    {
      paragraph: 'Caps ([call-off agreements](https://lawinsider.com/clause/risk-share-arrangements/_1))',
      does: 'Stops at each partner’s cap and refers the rest upward.',
      worked: '1,000.00 at 50 : 30 : 20, the first capped at 300.00: 300.00, 300.00, 200.00, and 200.00 referred.',
      through: 'POOL.RISKSHARE',
      expected: [300, 300, 200, 200],
      asks: () => figuresOf('RISKSHARE', 1_000, [[50, 30, 20]], [[300, 0, 0]]),
    },
    {
      paragraph: 'Caps, in a pool',
      does: 'Settles a line with a cap: what no cap covers stays with the host, as a row of its own.',
      worked:
        'The same 1,000.00 over on a line of a pool that the council hosts: the council bears its 300.00 and the 200.00 referred upward, 500.00; the ICB 300.00, the Trust 200.00, which they pay the council.',
      through: 'workbook, `settle`',
      expected: [500, 300, 200, 300, 200],
      asks: async () => {
        const host = await shared(
          [
            { Set: 'Capped', Partner: COUNCIL, Share: 0.5, Cap: 300 },
            { Set: 'Capped', Partner: ICB, Share: 0.3 },
            { Set: 'Capped', Partner: TRUST, Share: 0.2 },
          ],
          'Capped',
        );
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return [
          ...rows.map((row) => figure(row, 'Share of variance')),
          ...rows.slice(1).map((row) => figure(row, 'To pay')),
        ];
      },
    },
    {
      paragraph: 'Caps, the excess shared by the others',
      does: 'Shares a capped partner’s excess among those below their caps first, where the officers have agreed more.',
      worked: 'The same with the excess shared: 300.00, 420.00, 280.00, and 0.00 referred.',
      through: 'POOL.RISKSHARE',
      expected: [300, 420, 280, 0],
      asks: () => figuresOf('RISKSHARE', 1_000, [[50, 30, 20]], [[300, 0, 0]], true),
    },
    {
      paragraph: 'Caps, the excess shared by the others',
      does: 'Settles it where *Excess* of the list says so: those below their caps pay the host the capped partner’s part too.',
      worked:
        'The same overspend with *Excess* shared by the others: council 300.00, ICB 420.00, Trust 280.00. The ICB pays 420.00 and the Trust 280.00.',
      through: 'workbook, `settle`',
      expected: [300, 420, 280, 420, 280],
      asks: async () => {
        const host = await shared(
          [
            { Set: 'Capped', Partner: COUNCIL, Share: 0.5, Cap: 300, Excess: 'shared by the others' },
            { Set: 'Capped', Partner: ICB, Share: 0.3 },
            { Set: 'Capped', Partner: TRUST, Share: 0.2 },
          ],
          'Capped',
        );
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return [
          ...rows.map((row) => figure(row, 'Share of variance')),
          ...rows.slice(1).map((row) => figure(row, 'To pay')),
        ];
      },
    },
    {
      paragraph: 'Caps bind overspends only',
      does: 'Returns an underspend by the shares alone, whatever the caps.',
      worked: '−1,000.00 at 50 : 30 : 20 with the same cap: −500.00, −300.00, −200.00, and 0.00 referred.',
      through: 'POOL.RISKSHARE',
      expected: [-500, -300, -200, 0],
      asks: () => figuresOf('RISKSHARE', -1_000, [[50, 30, 20]], [[300, 0, 0]]),
    },
    {
      paragraph: 'Waterfall ([over- and underspends](https://www.markettransfer.info/clause/over-and-underspends/_1))',
      does: 'Meets an overspend from underspends, then the risk pool, then uncommitted schemes, and shares only what is left.',
      worked:
        'An overspend of 900.00: underspends 500.00, risk pool 300.00, schemes 50.00; 50.00 is left, 30.00 and 20.00 at 60 : 40.',
      through: 'POOL.WATERFALL, POOL.RISKSHARE',
      expected: [500, 300, 50, 50, 30, 20],
      asks: () => {
        const steps = figuresOf('WATERFALL', 900, [[500], [300], [50]]);
        return [...steps, ...figuresOf('RISKSHARE', steps.at(-1), [[60, 40]])];
      },
    },
    {
      paragraph: 'Waterfall',
      does: 'Settles it by the steps of PoolWaterfall: lines under budget, a risk pool nobody spent, schemes not committed; each line’s variance after it is shared by its rule.',
      worked:
        'Homes is 900.00 over; −850.00 is met: 500.00 of the day centre, 300.00 of the risk pool, 50.00 of the schemes. The 50.00 left is 30.00 for the council and 20.00 for the ICB, and nothing of the other lines is left to share.',
      through: 'workbook, `settle`',
      expected: [900, -850, 500, 300, 50, 50, 30, 20],
      asks: async () => {
        const host = await waterfall();
        const lines = await shown(host, 'PoolSplit', { Row: 'variance' });
        const settled = await shown(host, 'PoolSettlement', { For: 'pool' });
        return [
          figure(lines[0], 'Own variance'),
          ...lines.map((row) => figure(row, 'Offset')),
          figure(lines[0], 'Amount'),
          ...settled.map((row) => figure(row, 'Share of variance')),
        ];
      },
    },
    {
      paragraph: 'Equal risk pool ([Rotherham](https://moderngov.rotherham.gov.uk/mgAi.aspx?ID=71772))',
      does: 'Shares the risk pool equally, the odd penny to the earlier partner.',
      worked: '500,000.01 by two: 250,000.01 and 250,000.00.',
      through: 'POOL.EQUALSHARE',
      expected: [250_000.01, 250_000],
      asks: () => figuresOf('EQUALSHARE', 500_000.01, [['Council'], ['CCG']], [['equal'], ['equal']]),
    },
    {
      paragraph: 'By cause ([equipment](https://lawinsider.com/clause/overspends))',
      does: 'Leaves the host’s own mismanagement with the host and shares demand, once the two causes have a figure each.',
      worked:
        '700.00 over: 200.00 by an unauthorised order, host only: 200.00, 0.00 and 0.00. 500.00 by demand at 50 : 30 : 20: 250.00, 150.00 and 100.00.',
      through: 'POOL.RISKSHARE',
      expected: [200, 0, 0, 250, 150, 100],
      asks: () => [...figuresOf('RISKSHARE', 200, [[1, 0, 0]]), ...figuresOf('RISKSHARE', 500, [[50, 30, 20]])],
    },
    {
      paragraph: 'Retained underspend ([underspends](https://www.lawinsider.com/clause/underspends/_8))',
      does: 'Keeps an underspend in the pool where that is agreed: the partners’ shares are carried forward and the pool holds the balance.',
      worked:
        'Contributions 6,000 and 3,000, spent 8,100: −900.00 at 50 : 50 is −450.00 each, carried forward 450.00 and 450.00, and the pool’s balance is −900.00.',
      through: 'workbook, `settle`',
      expected: [450, 450, -900],
      asks: async () => {
        const host = await underspend('carried forward');
        return (await shown(host, 'PoolSettlement', { For: 'pool' })).map((row) => figure(row, 'Carried forward'));
      },
    },
    {
      paragraph: 'Windfall returned ([Scotland](https://lawinsider.com/clause/underspends))',
      does: 'Returns an underspend in proportion to what each partner put in, whatever the rule for an overspend.',
      worked: '−900.00 by 6,000 : 3,000 is −600.00 and −300.00, though an overspend would be shared equally.',
      through: 'workbook, `settle`',
      expected: [-600, -300],
      asks: async () => {
        const host = await underspend('returned');
        return (await shown(host, 'PoolSettlement', { For: 'pool' })).map((row) => figure(row, 'Share of variance'));
      },
    },
    {
      paragraph:
        'Rounding partner ([Oracle](https://docs.oracle.com/cd/G31366_01/trans/G32946-01/rounding-partner.html))',
      does: 'Lets one named partner take the rounding, where an agreement says so.',
      worked: '301.50 over four, the fourth named: 75.38, 75.38, 75.38 and 75.36.',
      through: 'POOL.SPLIT',
      expected: [75.38, 75.38, 75.38, 75.36],
      asks: () => figuresOf('SPLIT', 301.5, [[1, 1, 1, 1]], 'named partner', null, 4),
    },
    {
      paragraph: 'Shares with a date (Oracle Joint Venture Management)',
      does: 'Uses the latest complete list that has begun on the day.',
      worked:
        'Council and PCT 0.6 and 0.4 from 1 April 2004, 0.55 and 0.45 from 1 April 2005: on 31 March 2005 the first, on 1 April 2005 the second.',
      through: 'POOL.SHARESON',
      expected: ['0.6', '0.4', '0.55', '0.45'],
      asks: () =>
        ['31/03/2005', '01/04/2005'].flatMap((date) =>
          figuresOf(
            'SHARESON',
            day(date),
            [['Council'], ['PCT'], ['Council'], ['PCT']],
            ['01/04/2004', '01/04/2004', '01/04/2005', '01/04/2005'].map((from) => [day(from)]),
            [[0.6], [0.4], [0.55], [0.45]],
          ).map(String),
        ),
    },
    {
      paragraph: 'Shares with a date, in a pool',
      does: 'Settles a month by the list in force at its end.',
      worked:
        'From 1 April 2024 the council 0.5 and the ICB 0.5; from 1 April 2025 0.7, 0.2 and the Trust, which joins, 0.1. April 2025 is 1,000.00 over: 700.00, 200.00 and 100.00.',
      through: 'workbook, `settle`',
      expected: [700, 200, 100],
      asks: async () => {
        const host = await shared(
          [
            { Set: 'Dated', Partner: COUNCIL, From: day('01/04/2024'), Share: 0.5 },
            { Set: 'Dated', Partner: ICB, From: day('01/04/2024'), Share: 0.5 },
            { Set: 'Dated', Partner: COUNCIL, From: day('01/04/2025'), Share: 0.7 },
            { Set: 'Dated', Partner: ICB, From: day('01/04/2025'), Share: 0.2 },
            { Set: 'Dated', Partner: TRUST, From: day('01/04/2025'), Share: 0.1 },
          ],
          'Dated',
        );
        const rows = await shown(host, 'PoolSettlement', { For: 'pool' });
        return rows.map((row) => figure(row, 'Share of variance'));
      },
    },
    {
      paragraph: 'A share changes in the year',
      does: 'Splits each part of the year by the shares that held in it.',
      worked:
        '36,500.00 a year, shares change on 1 October: 183 of 365 days are 18,300.00 at 60 : 40, 10,980.00 and 7,320.00; 182 days are 18,200.00 at 55 : 45, 10,010.00 and 8,190.00.',
      through: 'POOL.PRORATA, POOL.SPLIT',
      expected: [18_300, 10_980, 7_320, 18_200, 10_010, 8_190],
      asks: () =>
        (
          [
            ['01/04/2025', '30/09/2025', [60, 40]],
            ['01/10/2025', '31/03/2026', [55, 45]],
          ] as const
        ).flatMap(([start, end, weights]) => {
          const [part = 0] = figuresOf('PRORATA', 36_500, day(start), day(end));
          return [part, ...figuresOf('SPLIT', part, [[...weights]])];
        }),
    },
    {
      paragraph:
        'Next year’s contribution ([contributions](https://lawinsider.com/clause/contributions-to-the-pooled-fund/_1); uplift of 5.66%)',
      does: 'Rolls a contribution forward: last year and recurrent changes, uplift, planned changes, less efficiency; rounded once.',
      worked: '(100,000.00 + 2,000.00) × 1.0566 − 1,500.00 = 106,273.20.',
      through: 'POOL.ROLLFORWARD',
      expected: [106_273.2],
      asks: () => figuresOf('ROLLFORWARD', 100_000, 2_000, 0.0566, 0, 1_500),
    },
    {
      paragraph: 'Instalments (quarterly, in arrears)',
      does: 'Deducts the instalments already paid from what is due.',
      worked:
        'Due 1,200,000.00 and 400,000.00, three instalments of 300,000 and 100,000 paid: 300,000.00 and 100,000.00 to pay; the pool is short of 400,000.00.',
      through: 'POOL.SETTLE',
      expected: [300_000, 100_000, 400_000],
      asks: () => figuresOf('SETTLE', [[1_200_000], [400_000]], [[900_000], [300_000]]),
    },
    {
      paragraph: 'In and out through a host ([North Wales](http://democracy.anglesey.gov.uk/mgAi.aspx?ID=12630&LLL=0))',
      does: 'Nets what partners owe and are owed, so that only the difference is paid and money does not go round in circles.',
      worked:
        'Balances A 70.00, B −50.00 and C −20.00 without a host: two payments, A to B 50.00 and A to C 20.00, instead of three in and three out.',
      through: 'POOL.TRANSFERS',
      expected: ['A', 'B', 50, 'A', 'C', 20],
      asks: () => figuresOf('TRANSFERS', [['A'], ['B'], ['C']], [[70], [-50], [-20]]),
    },
    {
      paragraph:
        'Exposure (Torbay, [a stated part of a whole deficit](https://www.hsj.co.uk/south-devon-healthcare-nhs-foundation-trust/pioneering-integrated-care-deal-threatens-councils-finances/7015219.article))',
      does: 'Shows what a partner would owe at +1%, +5% and +10% of budget before it agrees, its cap included.',
      worked:
        'Budget 1,000,000 at 40 : 60, the first capped at 30,000: at +1% it bears 4,000.00, at +5% 20,000.00, at +10% 30,000.00 of its 40,000.',
      through: 'POOL.RISKSHARE',
      expected: [4_000, 20_000, 30_000],
      asks: () =>
        [10_000, 50_000, 100_000].map((over) => figuresOf('RISKSHARE', over, [[40, 60]], [[30_000, 0]])[0] ?? ''),
    },
    {
      paragraph:
        'The same money in two totals ([CLG Committee 2015](https://www.parliament.uk/business/committees/committees-a-z/commons-select/communities-and-local-government-committee/news/better-care-fund-report/))',
      does: 'Takes what one partner pays another out of both, over all pools, and prints both sides.',
      worked:
        'The council spends 1,000.00 of which the ICB refunds 400.00: council 600.00 and ICB 400.00 by their ledgers, but 1,000.00 of own spending by the council and 0.00 by the ICB; both pools with the second’s 500.00 are 1,500.00, check 0.00.',
      through: 'workbook, `reconcile`',
      expected: [600, 400, 1_000, 0, 1_500, 0],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: PARTNERS,
            PoolLines: ['Care', 'Equipment'].map((Line) => ({ Line, Pool: `${Line} pool`, Scope: 'in' })),
          },
          ledgers: {
            [COUNCIL]: [
              ['30/04/2025', 'Care', 1_000],
              ['30/04/2025', 'Care', -400, ICB, 'A1'],
              ['30/04/2025', 'Equipment', 500],
            ],
            [ICB]: [['30/04/2025', 'Care', 400, COUNCIL, 'A1']],
          },
          months: ['2025-04'],
        });
        await runTask('reconcile', '2025-04');
        const ledgers = await shown(host, 'PoolStatement', { Line: 'Care' });
        const own = await cellsOf(host, 'PoolConsolidation', { Pool: 'Care pool', Figure: 'Own to date' }, [
          'Council',
          'ICB',
        ]);
        const all = await cellsOf(host, 'PoolConsolidation', { Row: 'all pools', Figure: 'Own to date' }, [
          'Total',
          'Check',
        ]);
        return [...ledgers.slice(0, 2).map((row) => figure(row, 'Actual to date')), ...own, ...all];
      },
    },
    {
      paragraph: 'Virement (a move of budget between lines)',
      does: 'Moves budget between lines without changing the year’s total.',
      worked:
        'Care 6,000.00 less 500.00 is 5,500.00; respite 1,000.00 and 500.00 is 1,500.00; together still 7,000.00.',
      through: 'workbook, `reconcile`',
      expected: [5_500, 1_500],
      asks: async () => {
        const host = await openWorkbook({
          tables: {
            PoolPartners: [PARTNERS[0] ?? {}],
            PoolLines: ['Care', 'Respite'].map((Line) => ({ Line, Pool: 'LD', Scope: 'in' })),
            PoolBudgets: [
              { Line: 'Care', Partner: COUNCIL, Year: '2025/26', Kind: 'original', Amount: 6_000 },
              { Line: 'Respite', Partner: COUNCIL, Year: '2025/26', Kind: 'original', Amount: 1_000 },
              { Line: 'Care', Partner: COUNCIL, Year: '2025/26', Kind: 'virement', Amount: -500 },
              { Line: 'Respite', Partner: COUNCIL, Year: '2025/26', Kind: 'virement', Amount: 500 },
            ],
          },
          ledgers: { [COUNCIL]: [['30/04/2025', 'Care', 450]] },
          months: ['2025-04'],
        });
        await runTask('reconcile', '2025-04');
        const of = (Line: string) => cellsOf(host, 'PoolStatement', { Line, Partner: 'Joint' }, ['Annual budget']);
        return [...(await of('Care')), ...(await of('Respite'))];
      },
    },
  ],
};
