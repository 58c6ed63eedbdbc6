/* The comparison of a shadow pool in words: a line's heading, and the lines that stay where they fell. */
import { fallsWords, lineTitle } from '../../src/words/comparisonWords';

test.each([
  [1250, 'Homes (Joint 60:40): £1,250.00 over'],
  [-0.5, 'Homes (Joint 60:40): £0.50 under'],
  [0, 'Homes (Joint 60:40): on budget'],
])('a variance of %p', (variance, words) => {
  expect(lineTitle('Homes', 'Joint 60:40', variance)).toBe(words);
});

test('lines whose variance stays where it falls are one sentence, each with its variance', () => {
  const lines = [
    { line: 'Transport', variance: -553.03 },
    { line: 'Short breaks', variance: 0 },
  ];
  expect(fallsWords(lines)).toBe(
    'Stays where it falls by the rule, so each partner keeps its own: Transport, £553.03 under; Short breaks, on budget.',
  );
});
