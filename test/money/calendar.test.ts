import { dayOf, daysInMonth, financialYearOf, isDay, serialOf } from '../../src/money/calendar';

describe('Excel day numbers', () => {
  // Serials as Excel's DATEVALUE gives them.
  test.each([
    ['the first day Excel has right', 61, 1900, 3, 1],
    ['the last day before the century turned', 36525, 1999, 12, 31],
    ['a leap day in a century year', 36585, 2000, 2, 29],
    ['the day after that leap day', 36586, 2000, 3, 1],
    ['the first day of 2004/05', 38078, 2004, 4, 1],
    ['the first day of 2026/27', 46113, 2026, 4, 1],
    ['the last day Excel has', 2958465, 9999, 12, 31],
  ])('%s', (_why, serial, year, month, day) => {
    expect(dayOf(serial)).toEqual({ year, month, day });
    expect(serialOf({ year, month, day })).toBe(serial);
  });

  test('every day from 1900 to 2500 is the day after the one before, as the platform calendar has it', () => {
    for (let serial = 61; serial < 220_000; serial++) {
      const date = new Date(Date.UTC(1899, 11, 30 + serial));
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const found = dayOf(serial);
      if (found.day !== expected.day || found.month !== expected.month || found.year !== expected.year) {
        expect({ serial, found }).toEqual({ serial, found: expected });
      }
      if (serialOf(found) !== serial) expect(serialOf(found)).toBe(serial);
    }
  });

  test.each([
    ['the 29 February 1900 that never was', 60],
    ['no day at all', 0],
    ['a time of day', 46113.5],
    ['a day after the last', 2958466],
    ['not a number', NaN],
  ])('%s is no day', (_why, serial) => expect(isDay(serial)).toBe(false));

  test.each([
    [2026, 2, 28],
    [2028, 2, 29],
    [2100, 2, 28],
    [2026, 12, 31],
    [2026, 9, 30],
  ])('%i-%i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));
});

describe('the financial year of a day', () => {
  const on = (year: number, month: number, day: number) => serialOf({ year, month, day });
  test.each([
    ['1 April begins a year', on(2026, 4, 1), 4, 1, on(2026, 4, 1), on(2027, 3, 31), 365],
    ['31 March ends it', on(2026, 3, 31), 4, 1, on(2025, 4, 1), on(2026, 3, 31), 365],
    ['a year with a leap day has 366 days', on(2027, 4, 1), 4, 1, on(2027, 4, 1), on(2028, 3, 31), 366],
    ['a calendar year', on(2028, 7, 4), 1, 1, on(2028, 1, 1), on(2028, 12, 31), 366],
    ['a tax year', on(2026, 4, 5), 4, 6, on(2025, 4, 6), on(2026, 4, 5), 365],
  ])('%s', (_why, serial, month, day, firstDay, lastDay, days) =>
    expect(financialYearOf(serial, month, day)).toEqual({ firstDay, lastDay, days }),
  );
});
