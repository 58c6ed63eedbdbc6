/* What is wrong in PoolContributions, each with its cell and both figures; and what is not wrong. */
import { serialOf } from '../../src/money/calendar';
import { contributionFindings } from '../../src/workbook/contributionRules';
import { comparedTextFindings } from '../../src/workbook/comparedText';
import { inputFindings } from '../../src/workbook/inputRules';
import { type Row, cellsOf, readings } from './readings';

const COUNCIL = 'Derby City Council';
const PCT = 'Derby City PCT';
const day = (month: number, date = 1): number => serialOf({ year: month > 3 ? 2026 : 2027, month, day: date });

const PARTNERS: readonly Row[] = [
  { Partner: COUNCIL, 'Short name': 'Council' },
  { Partner: PCT, 'Short name': 'PCT' },
];
const base = (change: Row = {}): Row => ({
  Pool: 'LD',
  Partner: COUNCIL,
  Year: '2026/27',
  Funding: 'base',
  Amount: 1_000,
  ...change,
});
const BY_CONTRIBUTIONS = [COUNCIL, PCT].map((Partner) => ({ Set: 'Risk', Partner, Basis: 'contributions' }));
const found = (rows: readonly Row[], more: Readonly<Record<string, readonly Row[]>> = {}) =>
  contributionFindings(readings({ PoolPartners: PARTNERS, PoolContributions: rows, ...more }));

test('a year of contributions as it should be has nothing to say', () => {
  const rows = [
    base({ Instalments: 'quarterly' }),
    base({ From: day(10), Amount: -50 }),
    base({ Funding: 'brought forward', Amount: -20 }),
    base({ Funding: 'partner income', Source: PCT.toLowerCase(), Amount: 300 }),
    base({ Partner: PCT, Funding: 'in kind', Amount: 10, Counts: 'no' }),
  ];
  expect(found(rows)).toEqual([]);
});

test.each([
  // why, row, kind, column (from 0), more
  ['a year that is none', { Year: '2026-27' }, 'year not readable', 2, { detail: { text: '2026-27' } }],
  ['a From before its year', { From: day(4) - 1 }, 'date outside year', 3, { detail: { table: 'PoolContributions' } }],
  ['an amount below 0 for the whole year', { Amount: -0.01 }, 'contribution negative', 8, { leftPence: -1 }],
  [
    'income below 0',
    { Funding: 'client income', Amount: -5 },
    'contribution negative',
    8,
    { detail: { words: 'client income' } },
  ],
  ['partner income without a payer', { Funding: 'partner income' }, 'payer not known', 5, { detail: { text: '' } }],
  [
    'partner income from somebody unknown',
    { Funding: 'partner income', Source: 'The NHS' },
    'payer not known',
    5,
    { detail: { text: 'The NHS' } },
  ],
  [
    'partner income from itself',
    { Funding: 'partner income', Source: COUNCIL },
    'payer is receiver',
    5,
    { partner: COUNCIL },
  ],
  [
    'instalments of premises',
    { Funding: 'in kind', Instalments: 'yearly' },
    'instalments not used',
    9,
    { detail: { words: 'in kind' } },
  ],
])('%s', (_why, change, kind, column, more) => {
  const findings = found([base({ Amount: 5_000, Source: 'core' }), base(change)]);
  expect(findings).toMatchObject([{ kind, place: { sheet: 'Pool contributions', row: 6, column }, ...more }]);
});

describe('a pool’s year as a whole', () => {
  const income = base({ Funding: 'client income', Amount: 1_000.01 });

  test('income above the contribution, with both figures and the gap', () => {
    expect(found([base(), income])).toMatchObject([
      {
        kind: 'contribution net negative',
        severity: 'error',
        partner: COUNCIL,
        place: { row: 5, column: 8 },
        leftPence: 100_000,
        rightPence: 100_001,
        differencePence: -1,
        detail: { pool: 'LD', year: '2026/27', counted: '', date: '2026-04' },
      },
    ]);
  });

  test('only from the day on which a reduction begins', () => {
    const rows = [base(), base({ From: day(7), Amount: -600 }), base({ Funding: 'client income', Amount: 500 })];
    expect(found(rows)).toMatchObject([
      { kind: 'contribution net negative', leftPence: 40_000, rightPence: 50_000, detail: { date: '2026-07' } },
    ]);
  });

  test('what a partner pays as another’s income lifts its net', () => {
    const rows = [
      base({ Partner: PCT, Amount: 5_000 }),
      base({ Partner: PCT, Funding: 'partner income', Source: COUNCIL, Amount: 0.01 }),
      base(),
      income,
    ];
    expect(found(rows)).toEqual([]);
  });

  test('a net that is fine and a part that counts that is not', () => {
    const rows = [base({ Counts: 'no' }), base({ Funding: 'client income', Amount: 10 })];
    expect(found(rows, { PoolShares: BY_CONTRIBUTIONS })).toMatchObject([
      { kind: 'contribution net negative', leftPence: 0, rightPence: 1_000, detail: { counted: 'counted' } },
    ]);
  });

  test('nobody counts', () => {
    const rows = [base({ Counts: 'no' }), base({ Partner: PCT, Counts: 'no' }), base({ Year: '2027/28' })];
    expect(found(rows, { PoolShares: BY_CONTRIBUTIONS })).toMatchObject([
      { kind: 'no contribution counts', severity: 'error', place: { row: 5 }, detail: { pool: 'LD', year: '2026/27' } },
    ]);
  });

  test('what counts says nothing where no list of the pool follows contributions', () => {
    const rows = [base({ Counts: 'no' }), base({ Funding: 'client income', Amount: 10 })];
    const ofOther = BY_CONTRIBUTIONS.map((row) => ({ ...row, Pool: 'Older people' }));
    const fixed = BY_CONTRIBUTIONS.map((row) => ({ ...row, Basis: 'fixed', Share: 0.5 }));
    expect(found([base({ Counts: 'no' })], { PoolShares: fixed })).toEqual([]);
    expect(found(rows, { PoolShares: [...fixed, ...ofOther] })).toEqual([]);
  });

  test('the payer’s own row of the same sum is most likely the same money', () => {
    const rows = [
      base(),
      base({ Funding: 'partner income', Source: PCT, Amount: 300 }),
      base({ Partner: PCT, Amount: 300 }),
      base({ Pool: 'MH', Partner: PCT, Amount: 300 }),
    ];
    expect(found(rows)).toMatchObject([
      { kind: 'partner income twice', severity: 'warning', partner: PCT, leftPence: 30_000, detail: { row: 8 } },
    ]);
  });
});

describe('sources are uses', () => {
  const LINES: readonly Row[] = [
    { Line: 'Day services', Pool: 'LD' },
    { Line: 'Unit', Pool: 'LD', Scope: 'excluded' },
    { Line: 'Homes', Pool: 'LD' },
    { Line: 'Homes', Pool: 'MH', From: day(7) },
  ];
  const budget = (Amount: number, change: Row = {}): Row => ({
    Line: 'Day services',
    Partner: COUNCIL,
    Year: '2026/27',
    Amount,
    ...change,
  });
  const rows = [base({ Amount: 900 }), base({ Partner: PCT, Funding: 'in kind', Amount: 100 })];
  const others = [budget(7, { Line: 'Unit' }), budget(7, { Year: '2025/26' }), budget(7, { Line: 'Homes' })];

  test.each([
    ['the same sum', [budget(600), budget(400, { Partner: PCT }), ...others]],
    ['the same without what is in kind', [budget(900), ...others]],
    ['no budget for the pool’s lines', others],
  ])('%s: nothing to say', (_why, PoolBudgets) => {
    expect(found(rows, { PoolLines: LINES, PoolBudgets })).toEqual([]);
  });

  test('a gap of a penny, with both figures', () => {
    expect(found(rows, { PoolLines: LINES, PoolBudgets: [budget(999.99), ...others] })).toMatchObject([
      {
        kind: 'contributions differ from budgets',
        severity: 'warning',
        place: { row: 5, column: 8 },
        leftPence: 100_000,
        rightPence: 99_999,
        differencePence: 1,
      },
    ]);
  });
});

describe('what every input table is checked for', () => {
  const checked = (rows: readonly Row[]) =>
    inputFindings(
      readings({ PoolPartners: PARTNERS, PoolArrangements: [{ Pool: 'LD', Kind: 'pooled' }], PoolContributions: rows }),
    );

  test.each([
    ['a partner that is not listed', [base({ Partner: 'PCT' })], 'partner not listed'],
    ['a pool that is not listed', [base({ Pool: 'MH' })], 'pool not listed'],
    ['one contribution twice', [base(), base({ Amount: 5 })], 'row twice'],
  ])('%s', (_why, rows, kind) => {
    expect(checked(rows).map((finding) => finding.kind)).toEqual([kind]);
  });

  test('text that a formula would not find', () => {
    const cells = cellsOf('PoolContributions', [base({ Source: ' Derby City PCT', Counts: 'no ' })]);
    expect(comparedTextFindings(cells).map(({ kind, place }) => [kind, place?.column])).toEqual([
      ['cell odd spaces', 5],
      ['cell odd spaces', 7],
    ]);
  });
});
