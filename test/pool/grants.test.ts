/*
 * Grants applied in turn. Leicester 2000, paper 5 (audit trails for the conditions of grants) and paper 24-26 (an equipment
 * pool of health, social care and education): the bodies are the report's, the amounts are illustrative.
 */
import { type Grant, applyGrants, inTurn } from '../../src/pool/grants';

const grant = (availablePence: number, lines: readonly number[], more: Partial<Grant> = {}): Grant => ({
  availablePence,
  lines,
  minimumPence: null,
  order: null,
  ...more,
});

/** Per grant: what it took of each of its lines, and what is unspent. */
const taken = (grants: readonly Grant[], spend: readonly number[]) =>
  applyGrants(grants, spend).map(({ lines, unspentPence }) => [
    lines.map(({ appliedPence }) => appliedPence),
    unspentPence,
  ]);

describe('a grant takes from its lines in the order listed', () => {
  test.each([
    // why, grants, spend per line, per grant: what each line gave and what is unspent
    ['less spent than granted', [grant(100_00, [0])], [70_00], [[[70_00], 30_00]]],
    ['more spent than granted', [grant(100_00, [0])], [130_00], [[[100_00], 0]]],
    ['the first line first, whichever it is', [grant(100_00, [1, 0])], [80_00, 60_00], [[[60_00, 40_00], 0]]],
    ['a line that is not named gives nothing', [grant(100_00, [1])], [500_00, 20_00], [[[20_00], 80_00]]],
    [
      'a line in credit gives nothing, and takes nothing',
      [grant(50_00, [0, 1])],
      [-30_00, 20_00],
      [[[0, 20_00], 30_00]],
    ],
    ['a grant without lines is unspent', [grant(50_00, [])], [20_00], [[[], 50_00]]],
    ['a grant of nothing takes nothing', [grant(0, [0])], [20_00], [[[0], 0]]],
    [
      'a second grant has what the first left of the line',
      [grant(70_00, [0]), grant(80_00, [0, 1])],
      [100_00, 60_00],
      [
        [[70_00], 0],
        [[30_00, 50_00], 0],
      ],
    ],
    [
      'a line in credit is not made worse by an earlier grant',
      [grant(70_00, [0]), grant(10_00, [0])],
      [-5_00],
      [
        [[0], 70_00],
        [[0], 10_00],
      ],
    ],
    [
      'the penny at the end of a line goes to one grant only',
      [grant(33_33, [0]), grant(33_33, [0]), grant(33_35, [0])],
      [100_00],
      [
        [[33_33], 0],
        [[33_33], 0],
        [[33_34], 1],
      ],
    ],
  ])('%s', (_why, grants, spend, expected) => expect(taken(grants, spend)).toEqual(expected));
});

test('the numbered grants come first, by number; the others follow, and ties keep the order of the table', () => {
  expect(inTurn([2, null, 1, 2, null, 0.5])).toEqual([5, 2, 0, 3, 1, 4]);
  expect(inTurn([null, null])).toEqual([0, 1]);
  expect(inTurn([])).toEqual([]);
});

test('each line of the working says what stood before it', () => {
  const [first, second] = applyGrants([grant(80_00, [0, 1]), grant(70_00, [0], { order: 1 })], [100_00, 60_00]);
  expect(first).toMatchObject({ grant: 1, eligiblePence: 100_00, appliedPence: 70_00, unspentPence: 0 });
  expect(second).toEqual({
    grant: 0,
    lines: [
      { line: 0, usedPence: 70_00, eligiblePence: 30_00, availablePence: 80_00, appliedPence: 30_00 },
      { line: 1, usedPence: 0, eligiblePence: 60_00, availablePence: 50_00, appliedPence: 50_00 },
    ],
    eligiblePence: 90_00,
    appliedPence: 80_00,
    unspentPence: 0,
    shortPence: 0,
  });
});

test.each([
  // why, minimum, spend, short
  ['no minimum', null, 10_00, 0],
  ['a minimum that is met to the penny', 60_00, 60_00, 0],
  ['a minimum that is passed', 60_00, 90_00, 0],
  ['a penny short', 60_00, 59_99, 1],
  ['nothing spent', 60_00, -10_00, 60_00],
])('%s', (_why, minimumPence, spend, short) => {
  expect(applyGrants([grant(100_00, [0], { minimumPence })], [spend])[0]?.shortPence).toBe(short);
});
