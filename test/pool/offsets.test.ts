/* What meets an overspend before it is shared, step by step. */
import fc from 'fast-check';
import { type OffsetLine, offsetLines } from '../../src/pool/offsets';

/** + over, − under, in pence; a step of 0 for none. */
const line = (variancePence: number, step = 0, isMet = true): OffsetLine => ({ variancePence, step, isMet });

function offsets(lines: readonly OffsetLine[]): readonly number[] {
  const found = offsetLines(lines);
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value.map(({ offsetPence }) => offsetPence);
}

test.each<[why: string, lines: OffsetLine[], expected: number[]]>([
  // https://www.markettransfer.info/clause/over-and-underspends/_1: underspends, the risk pool, schemes not committed.
  [
    '900.00 over: 500.00, 300.00 and 50.00 meet it',
    [line(90_000), line(-50_000, 1), line(-30_000, 2), line(-5_000, 3)],
    [-85_000, 50_000, 30_000, 5_000],
  ],
  [
    'the order of the rows does not matter',
    [line(-5_000, 3), line(90_000), line(-50_000, 1)],
    [5_000, -55_000, 50_000],
  ],
  ['a later step is not reached', [line(40_000), line(-50_000, 1), line(-30_000, 2)], [-40_000, 40_000, 0]],
  ['a step that is just enough', [line(50_000), line(-50_000, 1), line(-30_000, 2)], [-50_000, 50_000, 0]],
  [
    'two lines of a step give in proportion: 1.00 by 2.00 : 1.00',
    [line(100), line(-200, 1), line(-100, 1)],
    [-100, 67, 33],
  ],
  [
    'two overspends are met in proportion: 1.00 of 2.00 and 1.00',
    [line(200), line(100), line(-100, 1)],
    [-67, -33, 100],
  ],
  ['a tie goes to the earlier line', [line(1), line(1), line(-1, 1)], [-1, 0, 1]],
  ['an underspend without a step meets nothing', [line(90_000), line(-50_000)], [0, 0]],
  ['an overspend that is not met', [line(90_000, 0, false), line(-50_000, 1)], [0, 0]],
  ['an overspent line in a step gives nothing, and is met', [line(90_000, 1), line(-50_000, 2)], [-50_000, 50_000]],
  ['nothing over', [line(0), line(-50_000, 1)], [0, 0]],
  ['no lines', [], []],
])('%s', (_why, lines, expected) => {
  expect(offsets(lines)).toEqual(expected);
});

test('nothing is made or lost, nobody is met or drawn beyond what there is, and steps are used in order', () => {
  const any = fc.record({
    variancePence: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    step: fc.nat({ max: 4 }),
    isMet: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (lines) => {
      const found = offsets(lines);
      expect(found.reduce((sum, each) => sum + each, 0)).toBe(0);
      let openSteps = Infinity;
      lines.forEach(({ variancePence, step, isMet }, at) => {
        const offset = found[at] ?? 0;
        const left = variancePence + offset;
        // What is left lies between nothing and what there was.
        if (variancePence >= 0) expect(left >= 0 && left <= variancePence).toBe(true);
        else expect(left <= 0 && left >= variancePence).toBe(true);
        if (offset < 0) expect(isMet).toBe(true);
        if (offset > 0) expect(step).toBeGreaterThan(0);
        if (step > 0 && variancePence < 0 && left < 0) openSteps = Math.min(openSteps, step);
      });
      // A step with something left is the last that is used; and nothing is left over while anything is to be met.
      lines.forEach(({ step }, at) => {
        if ((found[at] ?? 0) > 0) expect(step).toBeLessThanOrEqual(openSteps);
      });
      const unmet = lines.some(({ variancePence, isMet }, at) => isMet && variancePence + (found[at] ?? 0) > 0);
      if (unmet) expect(openSteps).toBe(Infinity);
    }),
    { numRuns: 2_000 },
  );
});
