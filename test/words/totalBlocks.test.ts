/*
 * A task's totals as blocks, each with amounts worked by hand: what a terminal shows is what the pane shows, and a figure that
 * the task does not have is left out, not 0.
 */
import { totalBlocks } from '../../src/words/totalBlocks';

test('a settlement: balances, what stays in the pool, payments, agreements, and variances that are not 0', () => {
  const partners = [
    {
      partner: 'City',
      agreed: 60,
      shareOfVariance: 6,
      carriedForward: 1,
      paidIn: -40,
      paidDirect: 110,
      inKind: 0,
      toSettle: -3,
    },
    {
      partner: 'Trust',
      agreed: 40,
      shareOfVariance: 4,
      carriedForward: 1,
      paidIn: 40,
      paidDirect: 0,
      inKind: 0,
      toSettle: 5,
    },
  ];
  const blocks = totalBlocks({
    agreements: [{ pool: 'LD', for: 'pool', host: 'City', partners, kept: 2, check: 0 }],
    settled: partners,
    payments: [{ pool: 'LD', host: 'City', from: 'Trust', to: 'City', amount: 5 }],
    variances: [
      {
        line: 'Homes',
        variance: 12,
        offset: -1,
        shares: [{ partner: 'City', share: 6 }],
        referredUpward: 5,
        kept: false,
      },
      { line: 'Day care', variance: 0, offset: 0, shares: [], referredUpward: 0, kept: false },
      { line: 'Beds', variance: -2, offset: 0, shares: [], referredUpward: 0, kept: true },
    ],
  });
  expect(blocks).toEqual([
    {
      title: 'What each partner pays or is paid',
      rows: [],
      notes: ['City is paid £3.00.', 'Trust pays £5.00.', '£2.00 stays in the pool, held by City.'],
    },
    { title: 'Payments that clear it', rows: [{ label: 'Trust pays City (LD)', amounts: [5] }], notes: [] },
    {
      title: 'LD (host City)',
      columns: [
        'Agreed',
        'Share of variance',
        'Stays in the pool',
        'Paid in',
        'Paid direct',
        'In kind',
        'Pays + / is paid −',
      ],
      rows: [
        { label: 'City', amounts: [60, 6, 1, -40, 110, 0, -3] },
        { label: 'Trust', amounts: [40, 4, 1, 40, 0, 0, 5] },
      ],
      notes: ['These balances and what stays in the pool total exactly nothing.'],
    },
    {
      title: 'Homes: £12.00 over',
      rows: [
        { label: 'Met by other lines’ underspends', amounts: [1] },
        { label: 'City', amounts: [6] },
        { label: 'Above the caps, referred upward', amounts: [5] },
      ],
      notes: [],
    },
    { title: 'Beds: £2.00 under', rows: [], notes: ['This underspend stays in the pool.'] },
  ]);
});

test('a month: revenue and capital apart, a ledger that was not received has no figures, and the joint one says so', () => {
  const blocks = totalBlocks({
    partners: [
      {
        partner: 'City',
        status: 'open',
        ledgerTotal: 100.02,
        inPool: 90.01,
        excluded: 10,
        betweenPartners: 0,
        unmapped: 0.01,
        adjustments: 0,
        controlTotal: 99.02,
        difference: 1,
      },
      { partner: 'Trust', status: 'not received', ledgerTotal: null, inPool: null },
    ],
    joint: {
      complete: false,
      missing: ['Trust'],
      byType: [
        {
          type: 'revenue',
          annualBudget: 400,
          budgetToDate: 100,
          actualToDate: 80.01,
          variance: -19.99,
          forecast: 380.01,
        },
        { type: 'capital', annualBudget: 40, budgetToDate: 10, actualToDate: 10, variance: 0, forecast: null },
      ],
    },
    unmapped: [{ partner: 'City', code: 'X1', amount: 0.01, rows: 1 }],
    bridges: [
      { bridge: 'charges', from: 'City', to: 'Trust', unexplained: -2 },
      { bridge: 'joint', from: '', to: '', unexplained: 0 },
    ],
    lines: [
      { line: 'Homes', partner: 'City', actualToDate: 1, variance: 1 },
      { line: 'Homes', partner: 'Joint', actualToDate: 80.01, variance: -19.99 },
    ],
  });
  expect(blocks.map(({ title }) => title)).toEqual([
    'All partners together, to date, revenue',
    'All partners together, to date, capital',
    'City',
    'Trust',
    expect.stringMatching(/no line|not mapped/i),
    'Unexplained between partners',
    'Line by line, all partners',
  ]);
  const [revenue, capital, city, trust, unmapped, unexplained, lines] = blocks;
  expect(revenue!.rows.map(({ amounts }) => amounts[0])).toEqual([400, 100, 80.01, -19.99, 380.01]);
  expect(revenue!.notes.join()).toContain('Trust');
  expect(capital!.rows.map(({ amounts }) => amounts[0])).toEqual([40, 10, 10, 0]);
  expect(city!.rows.map(({ amounts }) => amounts[0])).toEqual([90.01, 10, 0, 0.01, 0, 100.02]);
  expect(city!.notes).toEqual([
    'These add up to the ledger total exactly.',
    'Control total £99.02: a difference of £1.00.',
  ]);
  expect(trust).toMatchObject({ rows: [] });
  expect(trust!.notes).toHaveLength(1);
  expect(unmapped!.rows).toEqual([{ label: 'X1, City', amounts: [0.01] }]);
  expect(unexplained!.rows).toEqual([{ label: 'Charged by City to Trust', amounts: [-2] }]);
  expect(lines!.rows).toEqual([{ label: 'Homes', amounts: [80.01, -19.99] }]);
});

test('a task with counts alone has no blocks', () => {
  expect(totalBlocks({ poolFormulas: 1 })).toEqual([]);
});
