/*
 * What is handed to Excel for a text, a number, a formula and a cell that was read.
 */
import { asText, cellAsRead, cellInput } from '../../src/workbook/textCell';

test.each([
  ['00123', "'00123"],
  ['=1+1', "'=1+1"],
  ["'x", "''x"],
  ['Day care', "'Day care"],
  ['', ''],
])('text %s is handed over as %s', (text, input) => {
  expect(asText(text)).toBe(input);
});

test('a formula and a number are handed over as they are, a blank as an empty text', () => {
  expect(cellInput({ formula: '=A1' })).toBe('=A1');
  expect(cellInput({ number: -0.5 })).toBe(-0.5);
  expect(cellInput({ blank: true })).toBe('');
});

test.each([
  ['a formula', '=SUM(A1:A2)', 3, '=SUM(A1:A2)'],
  ['a formula that gives text', '=A1', 'x', '=A1'],
  ['text that begins with =', '=1+1', '=1+1', "'=1+1"],
  ['text that looks like a number', '00123', '00123', "'00123"],
  ['text that begins with an apostrophe', "'x", "'x", "''x"],
  ['a number', 5, 5, 5],
  ['a truth', true, true, true],
  ['a blank', '', '', ''],
])('%s is put back as it was', (_name, formula, value, input) => {
  expect(cellAsRead(formula, value)).toBe(input);
});
