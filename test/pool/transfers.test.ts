/* Worked cases of payments that clear balances; amounts in pence, partners counted from 0. */
import { transfers } from '../../src/pool/transfers';

test.each([
  // why, balances, host, payments as from, to, amount
  [
    'one pays two',
    [7000, -5000, -2000],
    undefined,
    [
      [0, 1, 5000],
      [0, 2, 2000],
    ],
  ],
  [
    'the largest payer meets the largest receiver',
    [1000, 3000, -3500, -500],
    undefined,
    [
      [1, 2, 3000],
      [0, 2, 500],
      [0, 3, 500],
    ],
  ],
  [
    'pairs that fit clear in one payment each',
    [100, 50, -50, -100],
    undefined,
    [
      [0, 3, 100],
      [1, 2, 50],
    ],
  ],
  [
    'of equal balances the earlier partner first',
    [50, 50, -50, -50],
    undefined,
    [
      [0, 2, 50],
      [1, 3, 50],
    ],
  ],
  [
    'a host pays and is paid',
    [7000, -5000, -2000],
    1,
    [
      [0, 1, 7000],
      [1, 2, 2000],
    ],
  ],
  [
    'a host with no balance still stands between',
    [7000, -7000, 0],
    2,
    [
      [0, 2, 7000],
      [2, 1, 7000],
    ],
  ],
  ['nothing to clear, nothing to pay', [0, 0], undefined, []],
  ['no partners, no payments', [], undefined, []],
])('%s', (_why, balances, host, payments) => {
  const expected = payments.map(([from, to, amountUnits]) => ({ from, to, amountUnits }));
  expect(transfers(balances, host)).toEqual({ ok: true, value: expected });
});

test.each([
  ['balances that leave a penny over', [100, -99], undefined, { kind: 'unbalanced', totalUnits: 1 }],
  ['balances that are all one way', [100, 100], 0, { kind: 'unbalanced', totalUnits: 200 }],
  ['a host that is no partner', [100, -100], 2, { kind: 'unknown-host', host: 2 }],
  ['a host before the first partner', [100, -100], -1, { kind: 'unknown-host', host: -1 }],
])('refused: %s', (_why, balances, host, problem) => {
  expect(transfers(balances, host)).toEqual({ ok: false, problem });
});
