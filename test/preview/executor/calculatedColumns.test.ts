/*
 * Formulas moved down a column: taken apart once, and the same as moved one by one.
 */
import fc from 'fast-check';
import { byRow, movedDown } from '../../../src/preview/executor/cells/calculatedColumns';

test.each([
  ['=$A6*2', 3, '=$A9*2'],
  ['=A6+$B$1', 4, '=A10+$B$1'],
  ['=A9', 1, '=A10'],
  ['=ROUND(A6,2)&"A6"', 1, '=ROUND(A7,2)&"A6"'],
  ["='Sheet 6'!A6", 2, "='Sheet 6'!A8"],
  ['=PoolLines[[#This Row],[H1 2026]]+C6', 1, '=PoolLines[[#This Row],[H1 2026]]+C7'],
  ['=SUM(A$6:A6)', 3, '=SUM(A$6:A9)'],
  ['=SUMPRODUCT(($L$5:$L5=$L6)*1,$F$5:$F5)', 3, '=SUMPRODUCT(($L$5:$L8=$L9)*1,$F$5:$F8)'],
  ['=LOG10(A6)', 1, '=LOG10(A7)'],
  ['=A1048576', 1, '=#REF!'],
  ['=1+1', 5, '=1+1'],
])('%s, %i rows below, is %s', (formula, rows, expected) => {
  expect(movedDown(formula, rows)).toBe(expected);
  expect(byRow(formula)(rows)).toBe(expected);
});

test('taken apart once or moved each time, a formula is the same', () => {
  const reference = fc
    .record({
      column: fc.constantFrom('A', '$B', 'XFD'),
      lock: fc.constantFrom('', '$'),
      row: fc.integer({ min: 1, max: 1_048_576 }),
    })
    .map(({ column, lock, row }) => `${column}${lock}${row}`);
  const formula = fc
    .array(fc.oneof(reference, fc.constantFrom('"A1"', "'Q1 2026'!A7", 'T[H1 2]', '12.5', 'LOG10(3)')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => `=${parts.join('+')}`);
  fc.assert(
    fc.property(formula, fc.integer({ min: -50, max: 50 }), (text, rows) =>
      expect(byRow(text)(rows)).toBe(movedDown(text, rows)),
    ),
  );
});
