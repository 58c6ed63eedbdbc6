/* Counts and amounts as sentences write them. */
import { countOf } from '../../src/words/count';
import { poundsOf, poundsWords } from '../../src/words/money';

test.each([
  [123456, '£1,234.56'],
  [-5, '−£0.05'],
  [0, '£0.00'],
  [-0, '£0.00'],
  [100, '£1.00'],
  [99999, '£999.99'],
  [-123456789012345, '−£1,234,567,890,123.45'],
])('%i pence are %s', (pence, text) => expect(poundsOf(pence)).toBe(text));

test.each([
  [1234.5, '£1,234.50'],
  [-0.05, '−£0.05'],
  [0, '£0.00'],
])('%d pounds are %s', (pounds, text) => expect(poundsWords(pounds)).toBe(text));

test.each([
  ['1 row', countOf(1, 'row')],
  ['0 rows', countOf(0, 'row')],
  ['20,000 rows', countOf(20_000, 'row')],
  ['1 entry', countOf(1, 'entry', 'entries')],
  ['2 entries', countOf(2, 'entry', 'entries')],
])('a count of %s', (text, said) => expect(said).toBe(text));
