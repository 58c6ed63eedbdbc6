/*
 * IF works out the branch it needs and no other, and gives what it gave before: as Excel does, and unlike Univer by itself.
 */
import { loadFunctions } from '../../../src/preview/engine/loadFunctions';
import { BookCalculator } from '../../../src/preview/engine/calculator';
import { NODE_UNIVER } from '../../../src/preview/engine/nodeUniver';
import { UniverEngine } from '../../../src/preview/engine/univerEngine';
import { bookOf, shown, type } from './support';

const calls: unknown[] = [];
const METADATA = JSON.stringify({
  functions: [{ id: 'SEEN', name: 'SEEN', parameters: [{ name: 'value', type: 'any', dimensionality: 'scalar' }] }],
});
const library = new Map(loadFunctions(`CustomFunctions.associate('SEEN', (value) => value);`, METADATA));
const seen = library.get('POOL.SEEN')!;
library.set('POOL.SEEN', {
  ...seen,
  call: (parameters) => {
    calls.push(...parameters);
    return seen.call(parameters);
  },
});
const calculator = new BookCalculator(new UniverEngine(NODE_UNIVER, library));

/** The argument of the branch that is taken: what it shows, or what SUM adds 1 to. */
function seenIn(formula: string, expected: number): number {
  return formula.startsWith('=SUM') ? expected - 1 : expected;
}

test.each([
  // why, formula, what it shows
  ['true takes the first branch', '=IF(A1=1,POOL.SEEN(1),POOL.SEEN(2))', 1],
  ['false takes the second', '=IF(A1=2,POOL.SEEN(1),POOL.SEEN(2))', 2],
  ['a number counts as true', '=IF(A1,POOL.SEEN(1),POOL.SEEN(2))', 1],
  ['a blank cell counts as false', '=IF(B1,POOL.SEEN(1),POOL.SEEN(2))', 2],
  ['without a second branch, false is FALSE', '=IF(A1=2,POOL.SEEN(1))', false],
  ['one in another', '=IF(A1=2,POOL.SEEN(1),IF(A1=1,POOL.SEEN(3),POOL.SEEN(4)))', 3],
  ['an error in the branch not taken does not show', '=IF(A1=1,POOL.SEEN(5),1/0)', 5],
  ['an error in the condition shows', '=IF(1/0,1,2)', '#DIV/0!'],
  ['inside another function', '=SUM(IF(A1=1,POOL.SEEN(6),POOL.SEEN(7)),1)', 7],
  ['an array of conditions takes both', '=SUM(IF(A1:A2=1,10,20))', 30],
])('%s', async (_why, formula, expected) => {
  calls.length = 0;
  const book = bookOf({ S: [[1, null, formula], [2]] });
  await calculator.calculate(book);
  const [[value]] = shown(book.sheets[0]!, 'C1:C1') as [[unknown]];
  expect(value).toEqual(expected);
  // The branch that is shown, and no other, was worked out.
  expect([...new Set(calls)]).toEqual(
    formula.includes('SEEN') && typeof expected === 'number' ? [seenIn(formula, expected)] : [],
  );
});

test('a cell that only the other branch reads counts as soon as that branch is taken', async () => {
  const book = bookOf({ S: [[1, 10, '=IF(A1=1,5,B1*2)']] });
  const sheet = book.sheets[0]!;
  await calculator.calculate(book);
  expect(shown(sheet, 'C1:C1')).toEqual([[5]]);
  type(sheet, 'B1', 11);
  await calculator.calculate(book);
  type(sheet, 'A1', 2);
  await calculator.calculate(book);
  expect(shown(sheet, 'C1:C1')).toEqual([[22]]);
  type(sheet, 'B1', 12);
  await calculator.calculate(book);
  expect(shown(sheet, 'C1:C1')).toEqual([[24]]);
});
