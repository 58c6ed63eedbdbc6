/* The edge: a refusal becomes an error of Excel's with its sentence, and so does what nobody foresaw. */
import { answer, orRefuse, refuse } from '../../src/functions/refuse';
import { fail, succeed } from '../../src/money/result';
import { amount, dateInWords, figure, inQuotes, where, wrong } from '../../src/words/refusal';
import { inCell, useCustomFunctionsStub } from './customFunctionsStub';

beforeAll(useCustomFunctionsStub);

test('a refusal is an error of Excel with its sentence', () => {
  expect(inCell(() => refuse({ error: '#N/A', sentence: 'Start: there is no date.' }))).toEqual({
    error: '#N/A',
    sentence: 'Start: there is no date.',
  });
});

test('an answer passes, a problem is put into words', () => {
  const inWords = (problem: string) => wrong({ argument: 'Cost' }, problem);
  expect(orRefuse(succeed(5), inWords)).toBe(5);
  expect(inCell(() => orRefuse(fail('it is odd.'), inWords))).toEqual({
    error: '#VALUE!',
    sentence: 'Cost: it is odd.',
  });
});

test('a refusal inside the work stays what it is', () => {
  const work = () => answer('SPLIT', () => refuse({ error: '#N/A', sentence: 'Partner: missing.' }));
  expect(inCell(work)).toEqual({ error: '#N/A', sentence: 'Partner: missing.' });
});

test.each([
  ['an Error', new TypeError('x is not a function')],
  ['anything else', 'x is not a function'],
])('%s that nobody foresaw never reaches Excel bare', (_why, thrown) => {
  const work = () =>
    answer('SPLIT', () => {
      throw thrown;
    });
  expect(inCell(work)).toEqual({
    error: '#VALUE!',
    sentence:
      'POOL.SPLIT stopped on something it did not expect (x is not a function). Nothing was worked out. Please report the formula and its inputs.',
  });
});

test('places, figures, amounts, dates and quotes as a reader expects them', () => {
  expect(where({ argument: 'Weights', row: 2, column: 3 })).toBe('Weights, row 2, column 3');
  expect(figure(0.1 + 0.2)).toBe('0.3');
  expect(figure(-1234567.125)).toBe('-1,234,567.125');
  expect(amount(1250.5)).toBe('1,250.50');
  expect(amount(20_000)).toBe('20,000');
  expect(dateInWords(38_078)).toBe('1 April 2004');
  expect(dateInWords(61)).toBe('1 March 1900');
  expect(inQuotes('x'.repeat(100))).toHaveLength(42);
});
