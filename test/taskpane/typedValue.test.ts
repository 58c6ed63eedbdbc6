/* What is typed into a field, as the cell's value: text stays text, and only a plain figure becomes a number. */
import { shownValue, typedValue } from '../../src/taskpane/typedValue';

test.each([
  ['pounds as they are written', 'money', '£1,234.50', 1234.5],
  ['a credit', 'money', '-£0.01', -0.01],
  ['a percentage as a number', 'number', '33.3', 33.3],
  ['a figure that could mean two things stays text for the rules to refuse', 'money', '1.234,56', '1.234,56'],
  ['a code keeps its zeros', 'text', '00123', '00123'],
  ['a formula is text', 'text', '=1+1', '=1+1'],
  ['a month is text', 'period', '2008-09', '2008-09'],
  ['spaces around are dropped', 'text', '  Derby PCT ', 'Derby PCT'],
  ['a day is Excel’s number of it', 'date', '01/04/2026', 46113],
  ['a day that is none stays text for the rules to refuse', 'date', '31/02/2026', '31/02/2026'],
  ['a day the American way is another day, or none', 'date', '04/13/2026', '04/13/2026'],
  ['nothing is a blank cell', 'money', '   ', null],
] as const)('%s', (_why, kind, text, value) => {
  expect(typedValue(text, { kind })).toBe(value);
});

test('a day comes back as it was typed', () => {
  expect(shownValue(46113, { kind: 'date' })).toBe('01/04/2026');
  expect(shownValue('31/02/2026', { kind: 'date' })).toBe('31/02/2026');
  expect(shownValue(46113, { kind: 'money' })).toBe('46113');
});
