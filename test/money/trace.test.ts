import { traceSplit } from '../../src/money/trace';
import { splitByWeight } from '../../src/money/split';

function trace(...args: Parameters<typeof traceSplit>) {
  const result = traceSplit(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

test('£1.00 by 2:3:1, line by line', () => {
  expect(trace(100, [2, 3, 1])).toEqual({
    rows: [
      { weight: 2, exactShare: 100 / 3, wholeUnits: 33, remainder: 1 / 3, rank: 2, extraUnits: 0, share: 33 },
      { weight: 3, exactShare: 50, wholeUnits: 50, remainder: 0, rank: 3, extraUnits: 0, share: 50 },
      { weight: 1, exactShare: 50 / 3, wholeUnits: 16, remainder: 2 / 3, rank: 1, extraUnits: 1, share: 17 },
    ],
    total: { weight: 6, exactShare: 100, wholeUnits: 99, remainder: 1, extraUnits: 1, share: 100 },
  });
});

test('a credit, and a partner that has no weight and no rank', () => {
  expect(trace(-101, [0, 1, 1])).toEqual({
    rows: [
      { weight: 0, exactShare: 0, wholeUnits: 0, remainder: 0, rank: null, extraUnits: 0, share: 0 },
      { weight: 1, exactShare: -50.5, wholeUnits: -50, remainder: -0.5, rank: 1, extraUnits: -1, share: -51 },
      { weight: 1, exactShare: -50.5, wholeUnits: -50, remainder: -0.5, rank: 2, extraUnits: 0, share: -50 },
    ],
    total: { weight: 2, exactShare: -101, wholeUnits: -100, remainder: -1, extraUnits: -1, share: -101 },
  });
});

test('Oracle: £301.50 over four, the fourth named, takes what rounding the others leaves', () => {
  const { rows, total } = trace(30150, [1, 1, 1, 1], 'named-partner', 3);
  expect(rows.map((row) => row.rank)).toEqual([null, null, null, 1]);
  expect(rows.map((row) => row.extraUnits)).toEqual([1, 1, 1, -1]);
  expect(rows.map((row) => row.share)).toEqual([7538, 7538, 7538, 7536]);
  expect(total.share).toBe(30150);
});

test.each([
  ['in-order' as const, [1, null, 2, 3], [1, 0, 1, 0]],
  ['largest-share' as const, [null, null, 1, null], [0, 0, 2, 0]],
])('%s: who is in the queue, and who gets the units', (rule, ranks, extra) => {
  const { rows } = trace(8, [3, 0, 4, 2], rule);
  expect(rows.map((row) => row.rank)).toEqual(ranks);
  expect(rows.map((row) => row.extraUnits)).toEqual(extra);
});

test('weights beyond doubles are shown as read, and shared exactly', () => {
  const { rows, total } = trace(999_999_999_999_999, [0.1 + 0.2, 1e-9, 123456789.123456]);
  expect(rows.map((row) => row.weight)).toEqual([0.3, 1e-9, 123456789.123456]);
  const split = splitByWeight(999_999_999_999_999, [0.3, 1e-9, 123456789.123456]);
  expect({ ok: true, value: rows.map((row) => row.share) }).toEqual(split);
  expect(total.share).toBe(999_999_999_999_999);
});

test('what cannot be split cannot be traced', () => {
  expect(traceSplit(1, [])).toEqual({ ok: false, problem: { kind: 'no-partners' } });
  expect(traceSplit(0.5, [1])).toEqual({ ok: false, problem: { kind: 'part-unit', amount: 0.5 } });
});
