/* Worked cases of contributions: gross, income and net; what counts; in kind and instalments to date; next year. */
import { serialOf } from '../../src/money/calendar';
import { type Contribution, countedContributions, netContributions } from '../../src/pool/contributions';
import { nextYearContributions, type YearChange } from '../../src/pool/contributionsNextYear';
import { dueToDate, inKindToDate, instalmentsDue } from '../../src/pool/contributionsToDate';

const CITY = 'Leicester City Council';
const NHS = 'Leicester City West PCT';
const BOTH = [CITY, NHS];
const day = (month: number, date = 1): number => serialOf({ year: month > 3 ? 2026 : 2027, month, day: date });

const row = (partner: string, pounds: number, change: Partial<Contribution> = {}): Contribution => ({
  pool: 'LD',
  partner,
  year: '2026/27',
  fromDate: 0,
  funding: 'base',
  source: '',
  isRecurrent: true,
  counts: true,
  amountPence: Math.round(pounds * 100),
  instalments: 'monthly',
  ...change,
});
const JUNE = { pool: 'LD', year: '2026/27', monthEnd: day(6, 30), months: 3 };
const MARCH = { ...JUNE, monthEnd: day(3, 31), months: 12 };

// The report gives 6.4m of income as one sum; how it falls on the three sources is illustrative.
const LEICESTER = [
  row(CITY, 15_500_000),
  row(CITY, 3_000_000, { funding: 'partner income', source: NHS }),
  row(CITY, 2_400_000, { funding: 'other income', source: 'Preserved Rights Grant' }),
  row(CITY, 1_000_000, { funding: 'client income' }),
];

describe('gross less income by source is net', () => {
  test('Leicester 2002/03: 15.5m less 6.4m is 9.1m, and the NHS part of the income is the NHS’s own contribution', () => {
    expect(netContributions(LEICESTER, MARCH, BOTH)).toEqual([
      { grossPence: 1_550_000_000, incomePence: 640_000_000, paysPence: 0, netPence: 910_000_000 },
      { grossPence: 0, incomePence: 0, paysPence: 300_000_000, netPence: 300_000_000 },
    ]);
  });

  test('partner income is eliminated in full: with it or without it, the partners’ nets total the same', () => {
    const total = (rows: readonly Contribution[]): number =>
      netContributions(rows, MARCH, BOTH).reduce((sum, { netPence }) => sum + netPence, 0);
    expect(total(LEICESTER)).toBe(1_210_000_000);
    expect(total(LEICESTER.filter(({ funding }) => funding !== 'partner income'))).toBe(1_210_000_000);
  });

  test.each([
    ['base', 100],
    ['grant', 100],
    ['in kind', 100],
    ['brought forward', 100],
    ['client income', -100],
    ['other income', -100],
    ['partner income', -100],
  ] as const)('%s changes its partner’s net by %d', (funding, effect) => {
    const rows = [row(CITY, 1_000), row(CITY, 100, { funding, source: NHS })];
    expect(netContributions(rows, MARCH, [CITY])[0]!.netPence).toBe(100_000 + effect * 100);
  });

  test.each([
    ['another pool', { pool: 'MH' }, 0],
    ['another year', { year: '2025/26' }, 0],
    ['a row from 1 July, at the end of June', { fromDate: day(7) }, 0],
    ['a row from 30 June, at the end of June', { fromDate: day(6, 30) }, 100],
    ['a pool in capitals and with spaces', { pool: ' ld ' }, 100],
  ])('%s', (_why, change, pence) => {
    expect(netContributions([row(CITY, 1, change)], JUNE, [CITY])[0]!.netPence).toBe(pence);
  });

  test('a partner that contributes nothing has exactly nought, in the order asked for', () => {
    expect(countedContributions(LEICESTER, MARCH, ['Rutland County Council', NHS, CITY])).toEqual([
      0, 300_000_000, 910_000_000,
    ]);
  });

  test('a row that does not count is in the net and in no weight, on both sides of partner income', () => {
    const rows = LEICESTER.map((each) => ({ ...each, counts: each.funding !== 'partner income' }));
    expect(countedContributions(rows, MARCH, BOTH)).toEqual([1_210_000_000, 0]);
    expect(netContributions(rows, MARCH, BOTH).map(({ netPence }) => netPence)).toEqual([910_000_000, 300_000_000]);
  });
});

describe('to date', () => {
  test('in kind: twelfths of each row, each rounded once; nothing else is in kind', () => {
    const rows = [
      row(CITY, 10_000, { funding: 'in kind' }),
      row(CITY, 0.06, { funding: 'in kind', source: 'desk' }),
      row(NHS, 0.06, { funding: 'in kind' }),
      row(NHS, 99),
    ];
    // 0.06 x 3 / 12 = 0.015, half away from zero.
    expect(inKindToDate(rows, JUNE, BOTH)).toEqual([250_002, 2]);
    expect(inKindToDate(rows, MARCH, BOTH)).toEqual([1_000_006, 6]);
  });

  test.each([
    // why, pence, instalments, months, due
    ['monthly in April', 120_000, 'monthly', 1, 10_000],
    ['quarterly in April: the first is due at once', 100_001, 'quarterly', 1, 25_001],
    ['quarterly in June: still the first', 100_001, 'quarterly', 3, 25_001],
    ['quarterly in July: the second', 100_001, 'quarterly', 4, 50_001],
    ['half-yearly in September', 100_001, 'half-yearly', 6, 50_001],
    ['half-yearly in October: all of it', 100_001, 'half-yearly', 7, 100_001],
    ['yearly in April: all of it', 100_001, 'yearly', 1, 100_001],
    ['a reduction mirrors it', -100_001, 'quarterly', 1, -25_001],
    ['ten pence in twelve: the first ten months have one', 10, 'monthly', 11, 10],
  ] as const)('%s', (_why, pence, instalments, months, due) => {
    expect(dueToDate(pence, instalments, months)).toBe(due);
  });

  test.each(['monthly', 'quarterly', 'half-yearly', 'yearly'] as const)(
    '%s: all of it is due in March, and never less than the month before',
    (instalments) => {
      const due = Array.from({ length: 12 }, (_each, month) => dueToDate(1_234_567, instalments, month + 1));
      expect(due.at(-1)).toBe(1_234_567);
      expect([...due].sort((a, b) => a - b)).toEqual(due);
    },
  );

  test('due in money: income reduces it, partner income is due from its payer, in kind and brought forward are not due', () => {
    const rows = [
      row(CITY, 1_200, { instalments: 'quarterly' }),
      row(CITY, 120, { funding: 'client income' }),
      row(CITY, 400, { funding: 'partner income', source: NHS, instalments: 'half-yearly' }),
      row(CITY, 999, { funding: 'in kind' }),
      row(CITY, 999, { funding: 'brought forward' }),
      row(CITY, 60, { fromDate: day(10) }),
    ];
    expect(instalmentsDue(rows, JUNE, BOTH)).toEqual([30_000 - 3_000 - 20_000, 20_000]);
    // From 1 October, 60.00 counts: seven of its twelve instalments are due in October at once.
    expect(instalmentsDue(rows, { ...JUNE, monthEnd: day(10, 31), months: 7 }, BOTH)).toEqual([
      90_000 - 7_000 - 40_000 + 3_500,
      40_000,
    ]);
  });
});

describe('next year', () => {
  const agreed: YearChange = { uplift: 0.0566, planned: 0, efficiency: 1_500 };

  test('100,000 and 2,000 recurrent, 5.66%, less 1,500: 106,273.20; what does not recur ends with the year', () => {
    const rows = [
      row(CITY, 100_000),
      row(CITY, 2_000, { fromDate: day(10) }),
      row(CITY, 5_000, { fromDate: day(11), isRecurrent: false }),
      row(CITY, 7_000, { funding: 'brought forward' }),
      row(CITY, 9_000, { year: '2025/26' }),
    ];
    expect(nextYearContributions(rows, MARCH, () => agreed)).toEqual({
      ok: true,
      value: [
        {
          partner: CITY,
          funding: 'base',
          source: '',
          basePence: 10_000_000,
          recurrentPence: 200_000,
          nextPence: 10_627_320,
        },
      ],
    });
  });

  test('a row from the year’s first day is base, and each partner, funding and source is rolled by its own change', () => {
    const rows = [
      row(CITY, 100, { fromDate: day(4) }),
      row(CITY, 10, { funding: 'grant', source: 'Carers' }),
      row(NHS, 50),
    ];
    const next = nextYearContributions(rows, MARCH, ({ partner, funding }) => ({
      uplift: partner === NHS ? 0.1 : 0,
      planned: funding === 'grant' ? 1 : 0,
      efficiency: 0,
    }));
    if (!next.ok) throw new Error(next.problem.kind);
    expect(next.value.map(({ nextPence, recurrentPence }) => [nextPence, recurrentPence])).toEqual([
      [10_000, 0],
      [1_100, 0],
      [5_500, 0],
    ]);
  });

  test('a sum that cannot be held exactly is refused', () => {
    const change = { ...agreed, planned: 1e14 };
    expect(nextYearContributions([row(CITY, 1)], MARCH, () => change)).toMatchObject({
      ok: false,
      problem: { kind: 'too-large' },
    });
  });
});
