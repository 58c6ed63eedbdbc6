/* Worked cases of dated lists of shares. Dates are Excel's day numbers: 38078 is 1 April 2004, 38443 1 April 2005. */
import { sharesOn, type ShareRow } from '../../src/pool/sharesOn';

const APRIL_2004 = 38_078;
const APRIL_2005 = 38_443;
const row = (partner: string, fromDate: number, share: number): ShareRow => ({ partner, fromDate, share });
const lists = [
  row('Council', APRIL_2005, 0.55),
  row('PCT', APRIL_2005, 0.45),
  row('Council', APRIL_2004, 0.6),
  row('PCT', APRIL_2004, 0.4),
];

test.each([
  ['the first day of a list', APRIL_2004, [0.6, 0.4]],
  ['the day before the next', APRIL_2005 - 1, [0.6, 0.4]],
  ['the first day of the next', APRIL_2005, [0.55, 0.45]],
  ['long after', APRIL_2005 + 5000, [0.55, 0.45]],
])('%s, whatever the order of the rows', (_why, date, shares) => {
  const result = sharesOn(date, lists);
  expect(result.ok && result.value).toEqual([
    { partner: 'Council', share: shares[0] },
    { partner: 'PCT', share: shares[1] },
  ]);
});

test('each partner stands once, as first spelt, 0 when it is not in the list', () => {
  const rows = [row('Leeds  PCT', APRIL_2004, 1), row('Trust', APRIL_2005, 0.5), row('leeds pct ', APRIL_2005, 0.5)];
  expect(sharesOn(APRIL_2004, rows)).toEqual({
    ok: true,
    value: [
      { partner: 'Leeds  PCT', share: 1 },
      { partner: 'Trust', share: 0 },
    ],
  });
});

test('three thirds are a whole, because a cell holds 15 digits of a third', () => {
  const thirds = ['A', 'B', 'C'].map((name) => row(name, APRIL_2004, 1 / 3));
  expect(sharesOn(APRIL_2004, thirds).ok).toBe(true);
});

test.each([
  ['no rows', [], APRIL_2004, { kind: 'no-rows' }],
  ['a day before the first list', lists, APRIL_2004 - 1, { kind: 'none-in-force', firstDate: APRIL_2004 }],
  [
    'three printed thirds',
    ['A', 'B', 'C'].map((name) => row(name, APRIL_2004, 0.3333)),
    APRIL_2004,
    { kind: 'not-whole', fromDate: APRIL_2004, totalShare: 0.9999 },
  ],
  [
    'per cents typed as numbers',
    [row('A', APRIL_2004, 60), row('B', APRIL_2004, 40)],
    APRIL_2004,
    { kind: 'not-whole', fromDate: APRIL_2004, totalShare: 100 },
  ],
  [
    'a partner twice in one list',
    [row('A', APRIL_2004, 0.5), row('B', APRIL_2004, 0.25), row(' a', APRIL_2004, 0.25)],
    APRIL_2004,
    { kind: 'partner-twice', row: 2, earlierRow: 0 },
  ],
])('refused: %s', (_why, rows, date, problem) => {
  expect(sharesOn(date, rows)).toEqual({ ok: false, problem });
});

test('a wrong list that is not in force yet does no harm', () => {
  const rows = [...lists, row('Council', APRIL_2005 + 365, 0.1)];
  expect(sharesOn(APRIL_2005, rows).ok).toBe(true);
});
