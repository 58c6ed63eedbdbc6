/* Which rows of a long table are shown. */
import { rowsShown } from '../../src/taskpane/rowsShown';
import { proposed } from './support';

const rows = [
  proposed({ Code: 'LD100', Line: 'Day services' }),
  proposed({ Code: 'LD200', Line: 'Residential' }, { confidence: 'guess' }),
  proposed({ Code: 'MH100', Line: 'Day services' }, { keep: false, confidence: 'likely' }),
];

test.each([
  ['everything', '', 'all', [0, 1, 2]],
  ['a search finds any cell, in any case', ' day SERV', 'all', [0, 2]],
  ['only those that are not sure', '', 'to check', [1, 2]],
  ['only those left out', '', 'left out', [2]],
  ['search and choice together', 'LD', 'to check', [1]],
  ['nothing found', 'xyz', 'all', []],
] as const)('%s', (_why, search, choice, expected) => {
  expect(rowsShown(rows, { search, choice })).toEqual(expected);
});

test('a row that stops the plan comes first and no search hides it', () => {
  expect(rowsShown(rows, { search: 'LD', choice: 'all' }, new Set([2]))).toEqual([2, 0, 1]);
});
