/*
 * What always holds when grants are applied: nothing is spent twice, nothing beyond the grant, nothing outside its lines.
 */
import fc from 'fast-check';
import { type Grant, applyGrants } from '../../src/pool/grants';

const LINES = 5;
const grants = fc.array(
  fc.record<Grant>({
    availablePence: fc.nat({ max: 200_000 }),
    minimumPence: fc.option(fc.nat({ max: 200_000 })),
    order: fc.option(fc.nat({ max: 3 })),
    lines: fc.shuffledSubarray([...Array(LINES).keys()]),
  }),
  { maxLength: 6 },
);
const spending = fc.array(fc.integer({ min: -50_000, max: 150_000 }), { minLength: LINES, maxLength: LINES });

test('no line is used twice, no grant beyond what it has or outside its lines, and nothing eligible is left while a grant has money', () => {
  fc.assert(
    fc.property(grants, spending, (given, spend) => {
      const applied = applyGrants(given, spend);
      expect(applied.map(({ grant }) => grant).sort()).toEqual([...given.keys()]);
      const used = spend.map(() => 0);
      for (const { grant, lines, eligiblePence, appliedPence, unspentPence, shortPence } of applied) {
        const { availablePence, minimumPence, lines: named } = given[grant]!;
        expect(lines.map(({ line }) => line)).toEqual(named);
        expect(appliedPence).toBe(Math.min(availablePence, eligiblePence));
        expect(appliedPence + unspentPence).toBe(availablePence);
        expect(lines.reduce((sum, line) => sum + line.appliedPence, 0)).toBe(appliedPence);
        expect(shortPence === 0).toBe(appliedPence >= (minimumPence ?? 0));
        for (const line of lines) {
          expect(line.usedPence).toBe(used[line.line]);
          expect(line.appliedPence).toBeGreaterThanOrEqual(0);
          used[line.line]! += line.appliedPence;
        }
      }
      used.forEach((pence, line) => expect(pence).toBeLessThanOrEqual(Math.max(0, spend[line]!)));
    }),
    { numRuns: 500 },
  );
});
