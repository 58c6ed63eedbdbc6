/* Worked cases of an equal share, with their sources; amounts in pence. */
import { equalShare, type Treatment } from '../../src/pool/equalShare';

const equal: Treatment = { kind: 'equal' };
const none: Treatment = { kind: 'none' };
const fixed = (amountUnits: number): Treatment => ({ kind: 'fixed', amountUnits });

test.each([
  // why, cost, treatments, cap, shares, above the cap
  [
    'Leicester 2004, 4.2: four share equally after £1,500 from Rutland, inside the £20,000',
    2_100_000,
    [equal, equal, equal, equal, fixed(150_000)],
    2_000_000,
    [462_500, 462_500, 462_500, 462_500, 150_000],
    100_000,
  ],
  ['a cost below the cap is shared whole', 100, [equal, equal, equal], 2_000, [34, 33, 33], 0],
  ['without a cap nothing is above it', 100, [equal, equal], undefined, [50, 50], 0],
  ['a partner that takes no part gets exactly 0', 100, [equal, none, equal], undefined, [50, 0, 50], 0],
  ['fixed amounts may take the whole sum', 100, [fixed(60), fixed(40)], undefined, [60, 40], 0],
  ['fixed amounts may leave the others nothing', 100, [fixed(100), equal], undefined, [100, 0], 0],
  ['an efficiency mirrors a cost, and no cap touches it', -100, [equal, equal, equal], 50, [-34, -33, -33], 0],
  ['no cost, no share, and no minus 0', 0, [equal, equal], 100, [0, 0], 0],
  ['nothing to bear needs nobody to bear it', 0, [none, none], undefined, [0, 0], 0],
])('%s', (_why, cost, treatments, cap, shareUnits, aboveCapUnits) => {
  expect(equalShare(cost, treatments, cap)).toEqual({ ok: true, value: { shareUnits, aboveCapUnits } });
});

test.each([
  ['nobody to share with', 100, [], undefined, { kind: 'no-partners' }],
  [
    'fixed amounts above the cost',
    100,
    [fixed(101), equal],
    undefined,
    { kind: 'fixed-above-sum', fixedUnits: 101, sumUnits: 100 },
  ],
  [
    'fixed amounts above the cap, though below the cost',
    500,
    [fixed(101), equal],
    100,
    { kind: 'fixed-above-sum', fixedUnits: 101, sumUnits: 100 },
  ],
  [
    'a fixed amount beside an efficiency',
    -100,
    [fixed(10), equal],
    undefined,
    { kind: 'fixed-above-sum', fixedUnits: 10, sumUnits: -100 },
  ],
  [
    'a rest that nobody bears',
    100,
    [fixed(60), none],
    undefined,
    { kind: 'nobody-equal', fixedUnits: 60, sumUnits: 100 },
  ],
  [
    'a fixed amount that rounds to nothing',
    100,
    [equal, fixed(0)],
    undefined,
    { kind: 'fixed-not-positive', partner: 1, amountUnits: 0 },
  ],
  [
    'a fixed amount below 0',
    100,
    [equal, fixed(-5)],
    undefined,
    { kind: 'fixed-not-positive', partner: 1, amountUnits: -5 },
  ],
])('refused: %s', (_why, cost, treatments, cap, problem) => {
  expect(equalShare(cost, treatments, cap)).toEqual({ ok: false, problem });
});
