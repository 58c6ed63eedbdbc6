import { dayOf, serialOf } from '../../src/ledger/calendar';
import { readDate } from '../../src/ledger/readDate';

const third = serialOf({ year: 2026, month: 6, day: 3 });
const serial = (value: string | number | null) => {
  const read = readDate(value);
  return read.ok ? read.value.serial : read.problem.kind;
};

test('Excel shows 46176 as 3 June 2026', () => expect(third).toBe(46176));

test('the leap day of 2000 and the first day Excel counts truly', () => {
  expect(serialOf({ year: 2000, month: 2, day: 29 })).toBe(36585);
  expect(serialOf({ year: 1900, month: 3, day: 1 })).toBe(61);
  expect(dayOf(36585)).toEqual({ year: 2000, month: 2, day: 29 });
});

test.each([
  ['an Excel date', 46176],
  ['an Excel date with a time', 46176.999],
  ['day first', '03/06/2026'],
  ['day first, short', '3/6/26'],
  ['points', '3.6.26'],
  ['dashes', '03-06-2026'],
  ['spaces', '03 06 2026'],
  ['a named month', '03-Jun-2026'],
  ['a named month, short year', '03-Jun-26'],
  ['a named month close up', '03JUN2026'],
  ['in words', '3 June 2026'],
  ['with an ordinal', '3rd June 2026'],
  ['with the weekday', 'Wednesday, 3 June 2026'],
  ['month named first is beyond doubt', 'June 3, 2026'],
  ['ISO', '2026-06-03'],
  ['ISO with slashes', '2026/06/03'],
  ['ISO with a time and zone: the day as written', '2026-06-03T23:30:00Z'],
  ['a time after it', '03/06/2026 14:05:33'],
  ['a time with PM', '03/06/2026 2:05 PM'],
  ['digits', '20260603'],
  ['digits as a number', 20260603],
  ['odd spaces', '\u00a03/6/2026 '],
])('%s', (_why, cell) => expect(serial(cell)).toBe(third));

test.each([
  ['only possible with the month first', '06/25/2026', 'month first'],
  ['no such day', '31/06/2026', 'no such date'],
  ['no leap day', '29/02/2026', 'no such date'],
  ['no such month', '03-Jyn-2026', 'no such date'],
  ['a year no ledger has', '03/06/1026', 'no such date'],
  ['a number that is no date', 1234567, 'not a date'],
  ['a period', 'P03', 'not a date'],
  ['an error value', '#REF!', 'error value'],
  ['nothing', null, 'blank'],
])('refused: %s', (_why, cell, problem) => expect(serial(cell)).toBe(problem));

test('two-digit years from 50 are of the last century', () => {
  expect(serial('31/03/50')).toBe(serialOf({ year: 1950, month: 3, day: 31 }));
  expect(serial('31/03/49')).toBe(serialOf({ year: 2049, month: 3, day: 31 }));
});
