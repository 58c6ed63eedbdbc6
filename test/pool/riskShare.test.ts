/* Worked cases of a shared variance with caps; amounts in pence. */
import { shareRisk } from '../../src/pool/riskShare';

/** Caps in pence, one for each partner; - is none. */
type Cap = number | '-';
const caps = (given: readonly Cap[]) => given.map((cap) => (cap === '-' ? null : cap));
const plain = (...given: Cap[]) => ({ capUnits: caps(given), redistribute: false });
const refill = (...given: Cap[]) => ({ capUnits: caps(given), redistribute: true });

test.each([
  // why, variance, weights, caps, shares, referred
  ['Oxfordshire 51/49 without caps', 100_001, [51, 49], undefined, [51_001, 49_000], 0],
  ['an underspend mirrors an overspend', -100_001, [51, 49], undefined, [-51_001, -49_000], 0],
  ['a cap that does not bind changes nothing', 1000, [50, 30, 20], plain(500, '-', '-'), [500, 300, 200], 0],
  ['the part above a cap is referred, not shared', 1000, [50, 30, 20], plain(300, '-', '-'), [300, 300, 200], 200],
  ['two caps refer both parts', 1000, [50, 30, 20], plain(300, 100, '-'), [300, 100, 200], 400],
  ['caps do not bind an underspend', -1000, [50, 30, 20], plain(300, 100, 1), [-500, -300, -200], 0],
  ['no variance, no shares', 0, [50, 50], refill(1, 1), [0, 0], 0],
  ['redistributed to those without a cap', 1000, [50, 30, 20], refill(300, '-', '-'), [300, 420, 280], 0],
  ['a second round, when the first fills another cap', 1000, [50, 30, 20], refill(300, 400, '-'), [300, 400, 300], 0],
  ['a partner over its cap only after the first round', 1000, [50, 30, 20], refill(300, '-', 250), [300, 450, 250], 0],
  ['all at their caps: the rest is referred', 1000, [50, 30, 20], refill(300, 200, 100), [300, 200, 100], 400],
  ['a partner without a weight is never drawn in', 1000, [1, 0], refill(300, 900), [300, 0], 700],
  ['redistributing without a cap is a plain split', 100, [1, 1, 1], refill('-', '-', '-'), [34, 33, 33], 0],
  ['a cap of 0 is a cap: the partner bears nothing of an overspend', 100, [1, 1], refill(0, '-'), [0, 100], 0],
  ['a share rounded up to its cap is not above it', 100, [1, 1, 1], refill(34, '-', '-'), [34, 33, 33], 0],
])('%s', (_why, variance, weights, limits, shareUnits, referredUnits) => {
  expect(shareRisk(variance, weights, limits)).toEqual({ ok: true, value: { shareUnits, referredUnits } });
});

test('weights that are all 0 cannot share', () => {
  expect(shareRisk(100, [0, 0], plain(10, 10))).toEqual({ ok: false, problem: { kind: 'all-weights-zero' } });
});
