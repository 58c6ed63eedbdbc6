/* Rows that a run reads and that are in no figure, or in one that nobody typed: each is told with its cell. */
import { inputFindings } from '../../src/workbook/inputRules';
import { partPennyFindings } from '../../src/workbook/partPennies';
import { groupFindings } from '../../src/workbook/groupRules';
import { serialOf } from '../../src/money/calendar';
import { definitionOf } from '../../src/workbook/schema';
import { describeFinding } from '../../src/words/findings';
import { type Row, cellsOf, readings } from './readings';

const told = (kind: string, tables: Readonly<Record<string, readonly Row[]>>) =>
  inputFindings(readings(tables)).filter((finding) => finding.kind === kind);
const budget = (Year: string, more: Row = {}): Row => ({ Line: 'Homes', Partner: 'A', Year, Amount: 10, ...more });

describe('a year that stands apart', () => {
  test('digits that have changed places, told once in each table', () => {
    const rows = [budget('2026/27'), budget('2062/63'), budget('2062/63', { Amount: 20 }), budget('2026/27')];
    const [found, ...more] = told('year apart', { PoolBudgets: rows, PoolAdjustments: [{ Period: '2026-06' }] });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'warning', place: { sheet: 'Pool budgets', row: 6, column: 2 } });
    expect(describeFinding(found!).what).toBe(
      '“Year” in PoolBudgets holds 2062/63, and the other rows of the workbook are of 2026/27: it is in no figure of those.',
    );
  });

  test.each<[string, Readonly<Record<string, readonly Row[]>>]>([
    ['years that follow each other', { PoolBudgets: [budget('2025/26'), budget('2026/27'), budget('2027/28')] }],
    ['a month of the next year', { PoolBudgets: [budget('2026/27')], PoolPeriods: [{ Period: '2027-04' }] }],
    [
      'an agreement made for years ahead',
      { PoolBudgets: [budget('2026/27')], PoolShares: [{ From: serialOf({ year: 2031, month: 4, day: 1 }) }] },
    ],
    [
      'what began long ago',
      { PoolBudgets: [budget('2026/27')], PoolLines: [{ From: serialOf({ year: 1999, month: 4, day: 1 }) }] },
    ],
    ['no year at all', { PoolShares: [{ From: serialOf({ year: 2062, month: 4, day: 1 }) }] }],
  ])('%s is none', (_why, tables) => expect(told('year apart', tables)).toEqual([]));

  test.each<[string, Row, string]>([
    ['PoolAdjustments', { Period: '2026-06', 'Reverses in': '2062-07' }, '2062-07'],
    ['PoolShares', { From: serialOf({ year: 2062, month: 6, day: 1 }) }, '2062/63'],
    ['PoolPeriods', { Period: '2024-06' }, '2024-06'],
  ])('%s, %j', (table, row, text) => {
    const found = told('year apart', { PoolBudgets: [budget('2026/27'), budget('2026/27')], [table]: [row] });
    expect(found).toMatchObject([{ detail: { table, text, years: '2026/27' } }]);
  });

  test('of several years in a row both ends are said', () => {
    const rows = [budget('2025/26'), budget('2026/27'), budget('2026/27'), budget('2029/30')];
    expect(told('year apart', { PoolBudgets: rows })).toMatchObject([{ detail: { years: '2025/26 to 2026/27' } }]);
  });
});

describe('forecasts', () => {
  const forecast = (Basis: string, Forecast: number | ''): Row => ({
    Period: '2026-06',
    Line: 'Homes',
    Partner: 'A',
    Basis,
    Forecast,
  });
  test.each([
    ['own', 119_000, []],
    ['commitments', 0, []],
    ['straight line', '', []],
    ['own', '', ['forecast without figure']],
    ['commitments', '', ['forecast without figure']],
    ['', '', ['forecast without figure']],
    ['straight line', 119_000, ['forecast not used']],
    ['remaining budget', 0, ['forecast not used']],
  ] as const)('%s with “%s”', (basis, figure, kinds) => {
    const found = inputFindings(readings({ PoolForecasts: [forecast(basis, figure)] }));
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.every(({ place }) => place?.column === 4)).toBe(true);
  });

  test('a grid typed for the months to come is told of as each is received', () => {
    const PoolForecasts = ['2026-06', '2026-07', '2026-08'].map((Period) => ({ ...forecast('own', ''), Period }));
    const period = (Period: string, Partner: string, Status: string): Row => ({ Period, Partner, Status });
    const PoolPeriods = [
      period('2026-06', 'A', 'open'),
      period('2026-06', 'B', 'not received'),
      period('2026-07', 'A', 'not received'),
    ];
    expect(told('forecast without figure', { PoolForecasts, PoolPeriods })).toMatchObject([{ place: { row: 5 } }]);
  });

  test('a figure that cannot be read is told as that alone', () => {
    const cell = { ...forecast('own', ''), Forecast: 'about 100' };
    expect(inputFindings(readings({ PoolForecasts: [cell] }))).toEqual([]);
  });
});

describe('part of a penny', () => {
  const found = (amounts: readonly (number | string)[]) =>
    partPennyFindings(definitionOf('PoolBudgets'), cellsOf('PoolBudgets', amounts.map((Amount) => budget('2026/27', { Amount })))); // prettier-ignore

  test('a third of a sum, three times, is told once with what it is taken for', () => {
    const [first, ...more] = found([50, 100 / 3, 100 / 3, 100 / 3]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ severity: 'warning', leftPence: 3333, place: { row: 6, column: 5 } });
    expect(describeFinding(first!).what).toBe(
      '3 cells of “Amount” in PoolBudgets have part of a penny: 33.3333333333333 is taken as £33.33.',
    );
  });

  test('whole pence are not, however Excel keeps them', () => {
    expect(found([0.1 + 0.2, 2811.56, -0.01, 1e15, '', 'n/a', 19.99 * 3])).toEqual([]);
    // What is left of two large sums: 0.199999999953434 and 567.889999999898.
    expect(found([1_000_000.1 - 999_999.9, 1_234_567.89 - 1_234_000])).toEqual([]);
    expect(found([0.2001])).toMatchObject([{ leftPence: 20, detail: { text: '0.2001' } }]);
  });
});

describe('groups', () => {
  const partners = [
    { Partner: 'City' },
    { Partner: 'Trust', 'Part of': 'Countys' },
    { Partner: 'Borough', 'Part of': 'Counties' },
  ];
  const lists = { PoolShares: [{ Set: 'Risk', Partner: 'City' }, { Set: 'Risk', Partner: 'counties' }] }; // prettier-ignore
  test('one that no list names is told at its member', () => {
    const [found, ...more] = groupFindings(readings({ PoolPartners: partners, ...lists }));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'group in no list',
      place: { row: 6, column: 4 },
      detail: { members: 'Trust' },
    });
  });
  test('one that a project names is in use, and without lists nobody is left out of one', () => {
    const project = { PoolProjectShares: [{ Project: 'Officer', Partner: 'Countys' }] };
    expect(groupFindings(readings({ PoolPartners: partners, ...lists, ...project }))).toEqual([]);
    expect(groupFindings(readings({ PoolPartners: partners }))).toEqual([]);
  });
  test('one by whose own list a line is shared is in use', () => {
    const own = {
      PoolShares: [
        { Set: 'Countys', Partner: 'Trust' },
        { Set: 'Risk', Partner: 'Counties' },
      ],
    };
    const line = { PoolLines: [{ Line: 'Homes', 'Risk rule': 'countys' }] };
    expect(groupFindings(readings({ PoolPartners: partners, ...own }))).toHaveLength(1);
    expect(groupFindings(readings({ PoolPartners: partners, ...own, ...line }))).toEqual([]);
  });
  test('one called like a partner is told as that alone', () => {
    const rows = [{ Partner: 'City' }, { Partner: 'Trust', 'Part of': 'City' }];
    expect(groupFindings(readings({ PoolPartners: rows, ...lists })).map(({ kind }) => kind)).toEqual([
      'group is partner',
    ]);
  });
});

describe('who manages a line', () => {
  test.each(['Manages', 'Accountable'])('%s names a partner; anybody else is told and moves nothing', (column) => {
    const rows = (name: string) => ({ PoolPartners: [{ Partner: 'Leeds City Council' }], PoolLines: [{ Line: 'Homes', [column]: name }] }); // prettier-ignore
    expect(told('manager not listed', rows('Leeds city council'))).toEqual([]);
    expect(told('manager not listed', rows('Leeds Council'))).toMatchObject([
      { severity: 'warning', detail: { column } },
    ]);
  });

  test('a group of partners is known, and a board of many lines is told once', () => {
    const PoolPartners = [{ Partner: 'City' }, { Partner: 'Trust', 'Part of': 'NHS side' }];
    const line = (Line: string): Row => ({ Line, Manages: 'nhs side', Accountable: 'Joint Board' });
    const [found, ...more] = told('manager not listed', { PoolPartners, PoolLines: ['Homes', 'Beds'].map(line) });
    expect(more).toEqual([]);
    expect(describeFinding(found!).what).toBe(
      '“Accountable” in PoolLines holds “Joint Board”, which is no partner of PoolPartners and no group.',
    );
  });
});
