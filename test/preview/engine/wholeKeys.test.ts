/*
 * Long formulas are told apart, whatever number is made from their letters. Two are looked for here with the sum that Univer
 * makes of a key of more than 64 letters.
 */
import { bookOf, shown, testCalculator } from './support';

const calculator = testCalculator();

/** The number that Univer makes of a text. */
function shortNumber(text: string): number {
  let number = 0;
  for (let at = 0; at < text.length; at++)
    number = (text.charCodeAt(at) + (number << 6) + (number << 16) - number) >>> 0;
  return number;
}

/** Two texts that differ and have the same number. */
function pairOf(make: (at: number) => string): readonly [string, string] {
  const met = new Map<number, string>();
  for (let at = 0; at < 3_000_000; at++) {
    const text = make(at);
    const other = met.get(shortNumber(text));
    if (other !== undefined) return [other, text];
    met.set(shortNumber(text), text);
  }
  throw new Error('No two texts have the same number.');
}

/** A whole number without a pattern: the same at each run, of 15 digits, which a cell holds exactly. */
const digits = (at: number): string =>
  '1' + String((at * 2_654_435_761) % 4_294_967_296).padStart(10, '0') + String(at % 10_000).padStart(4, '0');

test('two long formulas with the same short number are each worked out', async () => {
  const [first, second] = pairOf((at) => `=SUM(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21)*0+${digits(at)}`);
  const book = bookOf({ Sheet1: [[first], [second]] });
  await calculator.calculate(book);
  const figure = (formula: string): number => Number(formula.split('+')[1]);
  expect(shown(book.sheets[0]!, 'A1:A2')).toEqual([[figure(first)], [figure(second)]]);
});
