/*
 * Who bears a line's variance. Sources: domain brief b3 (where it falls; host bears; proportional with caps; retained and
 * returned underspends); Leicester 2004, 2.1 (Rutland with Leicestershire acts as one, then is split again).
 */
import { type LineToShare, type ListSharer, shareLine } from '../../src/pool/riskRule';

const alone = (partner: number, weight: number, capPence: number | null = null): ListSharer => ({
  weight,
  capPence,
  members: [{ partner, weight: 1 }],
});
const SET = { kind: 'set', sharers: [alone(0, 60), alone(1, 40)] } as const;
const line = (change: Partial<LineToShare>): LineToShare => ({
  budgetPence: [6_000, 4_000, 0],
  ownPence: [11_001, 0, 0],
  rule: SET,
  underspend: 'as overspend',
  returnWeights: [3, 1, 0],
  ...change,
});

test.each<[why: string, Partial<LineToShare>, parts: number[], referred: number, kept: boolean]>([
  ['by the list: 10.01 over is 6.01 and 4.00', {}, [601, 400, 0], 0, false],
  ['where it falls: each its own, above and below', { rule: { kind: 'where it falls' } }, [5_001, -4_000, 0], 0, false],
  [
    'named: the third bears all, though it spent nothing',
    { rule: { kind: 'named', partner: 2 } },
    [0, 0, 1_001],
    0,
    false,
  ],
  [
    'a cap of 3.00 on the second: 1.00 is referred upward',
    { rule: { kind: 'set', sharers: [alone(0, 60), alone(1, 40, 300)] } },
    [601, 300, 0],
    100,
    false,
  ],
  [
    'the same where the list redistributes: 7.01 and 3.00',
    { rule: { kind: 'set', sharers: [alone(0, 60), alone(1, 40, 300)], redistributes: true } },
    [701, 300, 0],
    0,
    false,
  ],
  ['of 10.01 an underspend meets 5.00: 5.01 is 3.01 and 2.00', { offsetPence: -500 }, [301, 200, 0], 0, false],
  [
    'what meets an overspend is not kept: of 50.00 under 20.00 is used',
    { ownPence: [5_000, 0, 0], underspend: 'carried forward', offsetPence: 2_000 },
    [-1_800, -1_200, 0],
    0,
    true,
  ],
  [
    'a cap does not bind an underspend',
    { ownPence: [0, 0, 0], rule: { kind: 'set', sharers: [alone(0, 60), alone(1, 40, 300)] } },
    [-6_000, -4_000, 0],
    0,
    false,
  ],
  [
    'an underspend returned to who contributed, 3 : 1',
    { ownPence: [0, 0, 0], underspend: 'returned' },
    [-7_500, -2_500, 0],
    0,
    false,
  ],
  ['an overspend is not returned: the list holds', { underspend: 'returned' }, [601, 400, 0], 0, false],
  [
    'an underspend kept: the shares say whose it is',
    { ownPence: [5_000, 0, 0], underspend: 'carried forward' },
    [-3_000, -2_000, 0],
    0,
    true,
  ],
  ['an overspend is never kept', { underspend: 'carried forward' }, [601, 400, 0], 0, false],
  [
    'a group of 40 split again 1 : 3',
    {
      rule: {
        kind: 'set',
        sharers: [
          alone(0, 60),
          {
            weight: 40,
            capPence: null,
            members: [
              { partner: 1, weight: 1 },
              { partner: 2, weight: 3 },
            ],
          },
        ],
      },
    },
    [601, 100, 300],
    0,
    false,
  ],
  ['no variance: nothing, and no minus nought', { ownPence: [10_000, 0, 0] }, [0, 0, 0], 0, false],
])('%s', (_why, change, partsPence, referredPence, isKept) => {
  const shared = shareLine(line(change));
  expect(shared).toMatchObject({ ok: true, value: { partsPence, referredPence, isKept } });
  if (!shared.ok) return;
  expect(shared.value.partsPence.some((pence) => Object.is(pence, -0))).toBe(false);
  expect(partsPence.reduce((sum, pence) => sum + pence, referredPence)).toBe(shared.value.variancePence);
});

test.each<[why: string, Partial<LineToShare>, problem: object]>([
  [
    'a list whose weights are all 0',
    { rule: { kind: 'set', sharers: [alone(0, 0), alone(1, 0)] } },
    { kind: 'weights', problem: { kind: 'all-weights-zero' } },
  ],
  [
    'a negative weight',
    { rule: { kind: 'set', sharers: [alone(0, -1), alone(1, 2)] } },
    { kind: 'weights', problem: { kind: 'negative-weight' } },
  ],
  [
    'nobody contributed, and an underspend is to go back',
    { ownPence: [0, 0, 0], underspend: 'returned', returnWeights: [0, 0, 0] },
    { kind: 'weights' },
  ],
  [
    'a group nobody is in force of',
    { rule: { kind: 'set', sharers: [{ weight: 1, capPence: null, members: [{ partner: 1, weight: 0 }] }] } },
    { kind: 'group', sharer: 0 },
  ],
])('refused: %s', (_why, change, problem) => {
  expect(shareLine(line(change))).toMatchObject({ ok: false, problem });
});
