/* Which month is offered first. */
import { monthBefore, usualPeriod } from '../../src/taskpane/periodTasks';
import { monthWords, periodWords } from '../../src/words/pane';

const month = (period: string, ...partners: string[]) => ({
  period,
  isReconciled: false,
  partners: partners.map((partner) => ({ partner, status: 'open' })),
});

test('the newest month that all partners have: one ledger often runs on into the next', () => {
  const periods = [month('2008-10', 'PCT'), month('2008-09', 'Council', 'PCT'), month('2008-08', 'Council', 'PCT')];
  expect(usualPeriod({ hasModel: true, periods })).toBe('2008-09');
});

test('without months in the workbook there is none to offer', () => {
  expect(usualPeriod({ hasModel: true, periods: [] })).toBeUndefined();
});

test.each([
  ['in July it is June', new Date(2026, 6, 3), '2026-06'],
  ['in January it is December of the year before', new Date(2026, 0, 31), '2025-12'],
])('without any, %s', (_why, day, expected) => {
  expect(monthBefore(day)).toBe(expected);
});

test('a month is written in words, with how each ledger stands', () => {
  expect(monthWords('2008-09')).toBe('September 2008');
  expect(periodWords(month('2008-09', 'Council'))).toBe('Council: open. Not reconciled yet.');
  expect(periodWords({ ...month('2008-09'), isReconciled: true })).toBe('Reconciled before: its rows are replaced.');
});
