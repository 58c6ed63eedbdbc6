/* Worked cases of the short rules: waterfall, settlement, betterment, roll-forward; amounts in pence. */
import fc from 'fast-check';
import { readUnit } from '../../src/money/exact';
import { betterment } from '../../src/pool/betterment';
import { rollForward } from '../../src/pool/rollForward';
import { settle } from '../../src/pool/settle';
import { drawDown } from '../../src/pool/waterfall';

const penny = unit(0.01);
function unit(value: number) {
  const read = readUnit(value);
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}

describe('waterfall', () => {
  test.each([
    // why, amount, available, drawn, left
    ['a source after the other', 900, [500, 300], [500, 300], 100],
    ['a source only partly used, and none after it', 600, [500, 300, 100], [500, 100, 0], 0],
    ['an empty source is passed over', 600, [0, 700], [0, 600], 0],
    ['no sources, all is left', 600, [], [], 600],
    ['nothing to meet', 0, [500], [0], 0],
    ['an underspend draws nothing', -200, [500], [0], -200],
  ])('%s', (_why, amount, available, drawnUnits, leftUnits) => {
    expect(drawDown(amount, available)).toEqual({ drawnUnits, leftUnits });
  });

  test('draws and what is left total the amount, no source gives more than it has, and each is used before the next', () => {
    const sources = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 5_000_000 }), sources, (amount, available) => {
        const { drawnUnits, leftUnits } = drawDown(amount, available);
        expect(drawnUnits.reduce((sum, one) => sum + one, leftUnits)).toBe(amount);
        drawnUnits.forEach((drawn, step) => {
          expect(drawn).toBeLessThanOrEqual(available[step]!);
          if (drawnUnits.slice(step + 1).some((later) => later > 0)) expect(drawn).toBe(available[step]);
        });
        if (leftUnits > 0) expect(drawnUnits).toEqual(available);
      }),
    );
  });
});

describe('settlement', () => {
  test('the pool balance is nobody’s: the partners’ figures do not change with it', () => {
    expect(settle([60_000, 40_000], [70_000, 25_000])).toEqual({
      ok: true,
      value: { balanceUnits: [-10_000, 15_000], poolBalanceUnits: 5000 },
    });
  });

  test('income is owed back', () => {
    expect(settle([-500], [0])).toEqual({ ok: true, value: { balanceUnits: [-500], poolBalanceUnits: -500 } });
  });

  test('lists of different length are refused', () => {
    expect(settle([1, 2], [1])).toEqual({ ok: false, problem: { kind: 'unequal-lists', due: 2, paid: 1 } });
  });

  test('a total beyond 15 digits is refused', () => {
    const most = 999_999_999_999_999;
    expect(settle([most, most], [0, 0])).toEqual({ ok: false, problem: { kind: 'total-too-large' } });
  });
});

describe('betterment', () => {
  test.each([
    [
      'Leeds: a saving that one partner keeps, shared equally',
      [60_000, 40_000],
      [50_000, 40_000],
      undefined,
      [5000, -5000],
    ],
    ['a cost of change that one partner bears', [100, 100], [120, 100], undefined, [-10, 10]],
    ['shared as agreed, nobody is bettered', [60_000, 40_000], [54_000, 36_000], [6, 4], [0, 0]],
    ['an odd penny of the gain goes to the earlier partner', [1, 0], [0, 0], undefined, [0, 0]],
    ['nothing changed', [5, 7], [5, 7], undefined, [0, 0]],
  ])('%s', (_why, before, after, weights, result) => {
    expect(betterment(before, after, weights)).toEqual({ ok: true, value: result });
  });

  test('results total 0 whatever the figures', () => {
    const cost = fc.record({ before: fc.integer(), after: fc.integer(), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1, maxLength: 6 }), (rows) => {
        const result = betterment(
          rows.map(({ before }) => before),
          rows.map(({ after }) => after),
          rows.map(({ weight }) => weight),
        );
        if (!result.ok) throw new Error(result.problem.kind);
        expect(result.value.reduce((sum, one) => sum + one, 0)).toBe(0);
      }),
    );
  });

  test.each([
    ['lists of different length', [1], [1, 2], undefined, { kind: 'unequal-lists', before: 1, after: 2 }],
    ['weights that are all 0', [1, 2], [1, 1], [0, 0], { kind: 'all-weights-zero' }],
  ])('refused: %s', (_why, before, after, weights, problem) => {
    expect(betterment(before, after, weights)).toEqual({ ok: false, problem });
  });
});

describe('next year’s contribution', () => {
  const none = { base: 0, recurrent: 0, uplift: 0, planned: 0, efficiency: 0 };
  test.each([
    ['every part', { base: 100_000, recurrent: 2000, uplift: 0.0566, planned: 250.5, efficiency: 1500 }, 10_652_370],
    ['a base held flat', { ...none, base: 9_100_000 }, 910_000_000],
    ['a cut', { ...none, base: 100, uplift: -0.1 }, 9000],
    ['rounded once, at the end: half a penny goes up', { ...none, base: 0.002, recurrent: 0.002, planned: 0.001 }, 1],
    ['the uplift is read as Excel shows it', { ...none, base: 1_000_000, uplift: 0.1 + 0.2 }, 130_000_000],
    ['income stays income', { ...none, base: -100.01, uplift: 0.5 }, -15_002],
  ])('%s', (_why, change, units) => {
    expect(rollForward(change, penny)).toEqual({ ok: true, value: units });
  });

  test('in thousands', () => {
    expect(rollForward({ ...none, base: 9_100_499, uplift: 0 }, unit(1000))).toEqual({ ok: true, value: 9100 });
  });

  test('an amount beyond 15 digits is refused', () => {
    expect(rollForward({ ...none, base: 9e14 }, penny)).toMatchObject({ ok: false, problem: { kind: 'too-large' } });
  });
});
