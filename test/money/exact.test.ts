import {
  exactToUnits,
  fromUnits,
  parseDecimal,
  partToUnits,
  penceToPounds,
  poundsToPence,
  readDigits,
  readNumber,
  readUnit,
  sumPence,
  toUnits,
} from '../../src/money/exact';

const valueOr = <V, P>(result: { ok: true; value: V } | { ok: false; problem: P }): V | P =>
  result.ok ? result.value : result.problem;

describe('a number of a cell in whole units', () => {
  test.each([
    // Excel: =ROUND(x, 2) and the number shown at 15 digits.
    ['£1.005 is a half penny, rounded away from zero', 1.005, 0.01, 101],
    ['-£1.005 mirrors it', -1.005, 0.01, -101],
    ['0.1+0.2 is 30p, whatever its seventeenth digit', 0.1 + 0.2, 0.01, 30],
    ['1.1*1.1 is £1.21', 1.1 * 1.1, 0.01, 121],
    ['£2.675 is a half penny', 2.675, 0.01, 268],
    ['£1.0049999 is not', 1.0049999, 0.01, 100],
    ['£1.00499999999999 (15 digits) is not', 1.00499999999999, 0.01, 100],
    ['a half penny less binary dust is a half penny', 1.005 - 2.2e-16, 0.01, 101],
    ['a half penny less what the fifteenth digit does not show', 1.005 - 4.8e-15, 0.01, 101],
    ['a half penny less what it does show', 1.005 - 5.2e-15, 0.01, 100],
    ['half a pound at a unit of £1', 2.5, 1, 3],
    ['minus half a pound at a unit of £1', -2.5, 1, -3],
    ['£0.075 at a unit of 5p is one and a half units', 0.075, 0.05, 2],
    ['£1,500 at a unit of £1,000', 1500, 1000, 2],
    ['£1,499.99 at a unit of £1,000', 1499.99, 1000, 1],
    ['£0.15 at a unit of 0.1+0.2, read as 0.3', 0.15, 0.1 + 0.2, 1],
    ['the largest amount', 9999999999999.99, 0.01, 999999999999999],
    ['nothing', 0, 0.01, 0],
    ['minus nothing', -0, 0.01, 0],
    ['less than half a penny', -0.004, 0.01, 0],
    ['the smallest number there is', -5e-324, 0.01, 0],
  ])('%s', (_why, amount, unit, units) => expect(valueOr(toUnits(amount, unit))).toBe(units));

  test.each([
    ['one penny over the limit', 10000000000000, 0.01, { kind: 'too-large', amount: 10000000000000 }],
    ['an amount far over it', -1e300, 0.01, { kind: 'too-large', amount: -1e300 }],
    ['more than 15 digits of pounds at a unit of 5p', 49999999999999.95, 0.05, { kind: 'too-large' }],
    ['not a number', NaN, 0.01, { kind: 'not-a-number', amount: NaN }],
    ['infinity', Infinity, 0.01, { kind: 'not-a-number', amount: Infinity }],
    ['a unit of nothing', 1, 0, { kind: 'bad-unit', unit: 0 }],
    ['a unit below nothing', 1, -0.01, { kind: 'bad-unit', unit: -0.01 }],
    ['a unit that is no number', 1, NaN, { kind: 'bad-unit', unit: NaN }],
    ['an endless unit', 1, Infinity, { kind: 'bad-unit', unit: Infinity }],
  ])('%s is refused', (_why, amount, unit, problem) => expect(valueOr(toUnits(amount, unit))).toMatchObject(problem));
});

describe('the number to write to a cell', () => {
  test.each([
    ['pence', 7538, 0.01, 75.38],
    ['the largest amount', 999999999999999, 0.01, 9999999999999.99],
    ['three units of 5p are 0.15, though 3 x 0.05 in binary is not', 3, 0.05, 0.15],
    ['thousands', -2, 1000, -2000],
    ['nothing is never -0', -0, 0.01, 0],
    ['a very small unit', 3, 1e-30, 3e-30],
  ])('%s', (_why, units, unit, amount) => expect(fromUnits(units, unit)).toBe(amount));

  test('a unit that was refused before is a broken promise', () => expect(() => fromUnits(1, 0)).toThrow(RangeError));

  test('pounds and pence go there and back', () => {
    expect(valueOr(poundsToPence(75.38))).toBe(7538);
    expect(penceToPounds(7538)).toBe(75.38);
    expect(penceToPounds(-0)).toBe(0);
  });
});

describe('reading', () => {
  test.each([
    ['dust', 0.1 + 0.2, '0.3'],
    ['a third', 1 / 3, '0.333333333333333'],
    ['sixteen digits are not shown', 1234567890123456, '1234567890123460'],
    ['a large power', 1e21, '1000000000000000000000'],
  ])('%s', (_why, value, text) => expect(readNumber(value).toFixed()).toBe(text));

  test('digits without trailing zeros', () => {
    expect(readDigits(1500)).toEqual({ digits: 15, power: 2 });
    expect(readDigits(-0.05)).toEqual({ digits: -5, power: -2 });
    expect(readDigits(0)).toEqual({ digits: 0, power: 0 });
  });

  test('what is no number of a cell is a broken promise', () => expect(() => readNumber(NaN)).toThrow(RangeError));

  test.each(['-2811.56', '0', '00.10', '123456789012345678901234567890.12'])('plain digits %s', (text) => {
    const read = parseDecimal(text);
    expect(read.ok && read.value.eq(text)).toBe(true);
  });

  test.each(['2,811.56', '', ' 1', '1.', '.5', '1e5', '+1', '--1', '£1', '0x10', 'Infinity', '1.2.3', '١'])(
    'text %j is not plain digits',
    (text) => expect(valueOr(parseDecimal(text))).toEqual({ kind: 'not-decimal-text', text }),
  );
});

describe('text to whole units', () => {
  const penny = { value: 0.01, digits: 1, power: -2, maxUnits: 999999999999999 };
  const units = (text: string) => {
    const read = parseDecimal(text);
    if (!read.ok) throw new Error(text);
    return valueOr(exactToUnits(read.value, penny));
  };

  test('the unit in use is the penny', () => expect(valueOr(readUnit(0.01))).toEqual(penny));
  test('a ledger amount', () => expect(units('-2811.56')).toBe(-281156));
  test('every digit of a long text counts', () => expect(units('1.0049999999999999999999999')).toBe(100));
  test('-0.00 is 0', () => expect(units('-0.00')).toBe(0));
  test('sixteen digits of pence are refused', () =>
    expect(units('10000000000000.00')).toMatchObject({ kind: 'too-large' }));
  test('a half penny above the largest amount is refused, not rounded', () =>
    expect(units('9999999999999.995')).toMatchObject({ kind: 'too-large' }));
  test('a third of £100 is rounded once', () => expect(valueOr(partToUnits(readNumber(100), 1, 3, penny))).toBe(3333));
});

describe('adding pence', () => {
  const limit = 999_999_999_999_999;
  test.each([
    ['nothing', [], 0],
    ['shares', [7538, 7538, 7538, 7536], 30150],
    ['minus nothing', [-0], 0],
    [
      'amounts whose sum leaves the safe integers on the way',
      [...Array(20).fill(limit), ...Array(19).fill(-limit)],
      limit,
    ],
  ])('%s', (_why, pence, total) => expect(valueOr(sumPence(pence))).toBe(total));

  test.each([
    ['a total of 16 digits', [limit, 1], { kind: 'too-large' }],
    ['an amount of 16 digits', [limit + 1, -limit], { kind: 'too-large', amount: limit + 1 }],
    ['a part-penny', [0.5, 0.5], { kind: 'part-unit', amount: 0.5 }],
    ['not a number', [1, NaN], { kind: 'not-a-number', amount: NaN }],
  ])('%s is refused', (_why, pence, problem) => expect(valueOr(sumPence(pence))).toMatchObject(problem));
});
