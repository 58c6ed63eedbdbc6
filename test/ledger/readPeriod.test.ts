import { financialPeriodOf, financialYearOf, monthsToDate, placeInYear } from '../../src/ledger/financialYear';
import { detectPeriodStyle } from '../../src/ledger/periodStyle';
import { readPeriod } from '../../src/ledger/readPeriod';
import type { PeriodReading } from '../../src/ledger/periodStyle';

const month = (value: string | number, reading: PeriodReading = 'calendar', period = '2026-06') => {
  const read = readPeriod(value, reading, period);
  return read.ok ? read.value.month : read.problem.kind;
};

test.each([
  ['year and month', '2026-06', '2026-06'],
  ['close up', '202606', '2026-06'],
  ['a number', 202606, '2026-06'],
  ['with a slash', '2026/06', '2026-06'],
  ['month first', '06/2026', '2026-06'],
  ['a short name', 'Jun-26', '2026-06'],
  ['a long name', 'June 2026', '2026-06'],
  ['capitals as NHS ledgers have them', 'JUN-26', '2026-06'],
  ['a year before the name', '2026 Jun', '2026-06'],
  ['an Excel date', 46176, '2026-06'],
  ['a written date', '30/06/2026', '2026-06'],
  ['a financial year and period', '2026/27 P3', '2026-06'],
  ['period first', 'P03 2026/27', '2026-06'],
  ['a long label', '2026/2027 Period 3', '2026-06'],
  ['a short label', '26/27 M03', '2026-06'],
  ['dashes throughout', '2026-27-03', '2026-06'],
  ['a label with a month, before the new year', '2026/27 Jun', '2026-06'],
  ['a label with a month, after the new year', '2026/27 Jan', '2027-01'],
  ['period 12', '2026/27 P12', '2027-03'],
  ['period 13 is March', '2026/27 P13', '2027-03'],
  ['period 16 is March', '2026/27 P16', '2027-03'],
  ['a bare period takes the year asked for', 'P03', '2026-06'],
  ['a bare number', 3, '2026-06'],
  ['a padded number', '03', '2026-06'],
  ['a month of the NHS', 'M10', '2027-01'],
  ['a name alone', 'January', '2027-01'],
  ['a period and a name that agree', 'P03 Jun-26', '2026-06'],
  ['a period and a name in brackets', '03 (June)', '2026-06'],
  ['period 10 and January', 'M10 - January', '2027-01'],
  ['a date is a date', '03-Jun-2025', '2025-06'],
])('%s', (_why, cell, expected) => expect(month(cell)).toBe(expected));

test.each([
  ['period 3 of the year that starts', 202603, 'year start', '2026-06'],
  ['period 3 of the year that ends', 202703, 'year end', '2026-06'],
  ['period 10 of the year that starts', 202610, 'year start', '2027-01'],
  ['three digits', '003.2026', 'year start', '2026-06'],
  ['three digits joined', 2026003, 'year start', '2026-06'],
  ['period 14', 202614, 'year start', '2027-03'],
] as const)('%s', (_why, cell, reading, expected) => expect(month(cell, reading)).toBe(expected));

test.each([
  ['an opening balance has no month', 'P00', 'period zero'],
  ['no ledger has 17 periods', 'P17', 'no such period'],
  ['13 is no calendar month', '2026-13', 'no such period'],
  ['a word', 'closing', 'not a period'],
  ['a period and a name that differ', 'P04 June', 'not a period'],
  ['a day without a year', '25-Jun', 'not a period'],
  ['a year alone', '2026/27', 'no such period'],
])('refused: %s', (_why, cell, problem) => expect(month(cell)).toBe(problem));

test('a code without a year says that the year was assumed', () => {
  expect(readPeriod('3', 'calendar', '2027-02')).toEqual({ ok: true, value: { month: '2026-06', yearAssumed: true } });
});

describe('what a column of years and numbers means', () => {
  const style = (values: (string | number)[], dates: (number | null)[] = [], period = '2026-06') =>
    detectPeriodStyle(values, dates, period);

  test.each([
    ['a number above 12 is a period', [202601, 202613], [], 'year start', true],
    ['three digits are a period', ['001.2026'], [], 'year start', true],
    ['the dates say calendar months', [202604, 202605], [46113, 46143], 'calendar', true],
    ['the dates say periods from April', [202601, 202602], [46113, 46143], 'year start', true],
    ['the dates say periods of the year that ends', [202701, 202702], [46113, 46143], 'year end', true],
    [
      'one date out of step does not outvote the rest',
      [202604, 202605, 202605],
      [46113, 46143, 46175],
      'calendar',
      true,
    ],
    ['April to June asked for June', [202604, 202605, 202606], [], 'calendar', true],
    ['periods 1 to 3 asked for June are likely', [202601, 202602, 202603], [], 'year start', false],
    ['a sign in between means calendar months', ['2026-03'], [], 'calendar', true],
    ['unless the dates say otherwise', ['2026-03'], [46176], 'year start', true],
  ] as const)('%s', (_why, values, dates, reading, certain) => {
    expect(style([...values], [...dates])).toMatchObject({ reading, certain });
  });

  test('nothing decides: calendar months, and not certain', () => {
    expect(style([202610], [], '2026-06')).toEqual({ reading: 'calendar', certain: false, cells: 1 });
  });

  test('codes that need no decision leave it certain', () => {
    expect(style(['Jun-26', 'P03'])).toEqual({ reading: 'calendar', certain: true, cells: 0 });
  });
});

describe('the financial year', () => {
  test('March belongs to the year that began the April before', () => {
    expect(financialYearOf('2027-03')).toBe('2026/27');
    expect(financialYearOf('2027-04')).toBe('2027/28');
    expect(financialYearOf('1999-12')).toBe('1999/00');
  });
  test('the months to date run from April', () => {
    expect(monthsToDate('2027-01')).toHaveLength(10);
    expect(monthsToDate('2026-04')).toEqual(['2026-04']);
    expect(financialPeriodOf('2026-09')).toBe(6);
  });
  test('a month is earlier, to date or later', () => {
    expect(['2026-03', '2026-04', '2026-06', '2026-07'].map((each) => placeInYear(each, '2026-06'))).toEqual([
      'earlier',
      'to date',
      'to date',
      'later',
    ]);
  });
});
