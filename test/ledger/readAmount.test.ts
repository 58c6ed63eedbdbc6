import { readAmount } from '../../src/ledger/readAmount';

const pence = (value: string | number) => {
  const read = readAmount(value);
  return read.ok ? read.value.pence : read.problem.kind;
};

test.each([
  // why, cell, pence
  ['a number', 2811.56, 281156],
  ['binary dust does not move a penny', 0.1 + 0.2, 30],
  ['a penny short of a whole pound', 0.29, 29],
  ['a negative number', -1200, -120000],
  ['nought is never minus nought', -0, 0],
  ['the largest amount of fifteen digits', 9_999_999_999_999.99, 999_999_999_999_999],
  ['grouped by thousands', '2,811.56', 281156],
  ['thousands without pence are unambiguous here', '1,200', 120000],
  ['a pound sign', '£1,500.00', 150000],
  ['a pound sign apart', '£ 1,500', 150000],
  ['a sign before the pound sign', '-£1,500.00', -150000],
  ['a sign after the pound sign', '£-1,500.00', -150000],
  ['brackets', '(1,200.00)', -120000],
  ['brackets round a pound sign', '(£1,200.00)', -120000],
  ['a trailing minus, as mainframes print it', '1,200.00-', -120000],
  ['a credit', '1,200.00 CR', -120000],
  ['a credit close up', '1200.00CR', -120000],
  ['a debit', '1,200.00 DR', 120000],
  ['no-break spaces', '\u00a01\u00a0500.00\u00a0', 150000],
  ['a minus sign of typographers', '\u22121,200.00', -120000],
  ['pounds in letters', 'GBP 1,200.00', 120000],
  ['a lone dash is nil in the accounting format', ' £ -   ', 0],
  ['pence only', '.50', 50],
  ['one decimal can only be tenths', '1.5', 150],
  ['plain digits', '1234567', 123456700],
])('%s', (_why, cell, expected) => expect(pence(cell)).toBe(expected));

test.each([
  // why, cell, problem
  ['a comma for the decimal point', '1.234,56', 'ambiguous'],
  ['a comma and one digit', '1,5', 'ambiguous'],
  ['a comma and two digits', '1,50', 'ambiguous'],
  ['three decimals may be thousands written abroad', '1.234', 'ambiguous'],
  ['groups in the wrong place', '12,34,567', 'ambiguous'],
  ['two signs cancel or repeat, nobody knows', '(1,200.00-)', 'two signs'],
  ['a bracket and a credit', '(1,200.00) CR', 'two signs'],
  ['another currency', '€1,200.00', 'other currency'],
  ['an error value', '#N/A', 'error value'],
  ['a word', 'tbc', 'not an amount'],
  ['a code', '12A', 'not an amount'],
  ['scientific text', '1e5', 'not an amount'],
  ['a percentage', '12%', 'not an amount'],
  ['more than fifteen digits', '12345678901234.56', 'too large'],
  ['a number above fifteen digits of pence', 12_345_678_901_234, 'too large'],
  ['nothing', '', 'blank'],
  ['only spaces', ' \u00a0', 'blank'],
])('refused: %s', (_why, cell, problem) => expect(pence(cell)).toBe(problem));

test('TRUE is not an amount', () => expect(readAmount(true).ok).toBe(false));

test.each([
  // why, cell, pence, rounded less exact in millionths of a penny
  ['a half is rounded away from zero', 12.345, 1235, 500000],
  ['a negative half as well', -12.345, -1235, -500000],
  ['less than a half goes down', '1,234.561', 123456, -100000],
  ['a fraction of a penny only', 1e-7, 0, -10],
])('a part-penny hands back its effect: %s', (_why, cell, expected, millionths) => {
  const read = readAmount(cell);
  expect(read).toMatchObject({ ok: true, value: { pence: expected, roundedByMillionths: millionths } });
});

test('text that was read says so, and remembers CR', () => {
  expect(readAmount('5.00 cr')).toEqual({
    ok: true,
    value: { pence: -500, fromText: true, roundedByMillionths: 0, marked: 'CR' },
  });
});
