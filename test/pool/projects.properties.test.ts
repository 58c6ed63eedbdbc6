/* What always holds when a project is shared, over random projects, groups, caps and payers. */
import fc from 'fast-check';
import { serialOf } from '../../src/money/calendar';
import { shareProject, type ProjectShares, type ProjectYear } from '../../src/pool/projects';

const PARTNERS = 7;
const FIRST = serialOf({ year: 2026, month: 4, day: 1 });
const sum = (pence: readonly number[]): number => pence.reduce((total, each) => total + each, 0);

const item = fc
  .record({
    annualCostPence: fc.integer({ min: -2_000_000, max: 9_000_000 }),
    dates: fc.tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 364 })),
    paidBy: fc.integer({ min: 0, max: PARTNERS - 1 }),
  })
  .map(({ annualCostPence, dates, paidBy }) => {
    const [start, end] = [...dates].sort((a, b) => a - b) as [number, number];
    return { name: 'item', annualCostPence, start: FIRST + start, end: FIRST + end, paidBy };
  });

/** Sharers 0 to 3 are partners 0 to 3; sharer 4 is the group of partners 4 to 6. */
const weights = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 })).filter((each) => sum(each) > 0);
const treatment = fc.constantFrom('equal', 'equal', 'none', 'fixed');

const project: fc.Arbitrary<ProjectYear> = fc
  .record({
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    capPence: fc.option(fc.integer({ min: 1, max: 9_000_000 }), { nil: undefined }),
    treatments: fc.array(treatment, { minLength: 5, maxLength: 5 }),
    fixedPence: fc.integer({ min: 1, max: 5_000 }),
    weights,
  })
  .map(({ items, capPence, treatments, fixedPence, weights: inside }) => ({
    items,
    ...(capPence === undefined ? {} : { capPence }),
    partners: PARTNERS,
    sharers: treatments.map((kind, sharer) => ({
      treatment: kind === 'fixed' ? { kind: 'fixed' as const, amountUnits: fixedPence } : { kind: kind as 'equal' },
      members:
        sharer < 4 ? [{ partner: sharer, weight: 1 }] : inside.map((weight, at) => ({ partner: 4 + at, weight })),
    })),
  }));

/** Runs a check on every project that can be shared. */
function whenShared(check: (shared: ProjectShares, given: ProjectYear) => void): void {
  let shared = 0;
  fc.assert(
    fc.property(project, (given) => {
      const outcome = shareProject(given);
      if (!outcome.ok) {
        expect(['shares']).toContain(outcome.problem.kind);
        return;
      }
      shared++;
      check(outcome.value, given);
    }),
    { numRuns: 1_000 },
  );
  // A property that no project reaches proves nothing.
  expect(shared).toBeGreaterThan(500);
}

test('shares and the part above the cap total the cost, and the cap is kept', () => {
  whenShared(({ sharePence, sharerPence, sharedPence, aboveCapPence, costPence, items }, { capPence }) => {
    expect(sum(sharePence)).toBe(sharedPence);
    expect(sum(sharerPence)).toBe(sharedPence);
    expect(sharedPence + aboveCapPence).toBe(costPence);
    expect(sum(items.map(({ amountPence }) => amountPence))).toBe(costPence);
    expect(sharedPence).toBe(capPence === undefined ? costPence : Math.min(costPence, capPence));
  });
});

test('a group’s members total its share, and who takes no part or has no weight gets exactly 0', () => {
  whenShared(({ sharePence, sharerPence }, { sharers }) => {
    for (const [at, { members, treatment: terms }] of sharers.entries()) {
      expect(sum(members.map(({ partner }) => sharePence[partner]!))).toBe(sharerPence[at]);
      for (const { partner, weight } of members) {
        if (terms.kind === 'none' || weight === 0) expect(Object.is(sharePence[partner], 0)).toBe(true);
      }
    }
  });
});

test('equal sharers differ by at most a penny, the earlier having the more of a cost', () => {
  whenShared(({ sharerPence }, { sharers }) => {
    const equals = sharers.flatMap(({ treatment: terms }, at) => (terms.kind === 'equal' ? [sharerPence[at]!] : []));
    if (equals.length === 0) return;
    expect(Math.max(...equals) - Math.min(...equals)).toBeLessThanOrEqual(1);
    const sizes = equals.map(Math.abs);
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  });
});

test('who owes whom clears: balances total 0 and the payments clear every one of them', () => {
  whenShared(({ payments, aboveCapPence, costPence }) => {
    expect(payments).toBeDefined();
    if (payments === undefined) return;
    expect(sum(payments.balancePence)).toBe(0);
    expect(sum(payments.paidPence)).toBe(costPence);
    expect(sum(payments.aboveCapPence)).toBe(aboveCapPence);
    const left = [...payments.balancePence];
    for (const { from, to, amountUnits } of payments.transfers) {
      left[from]! -= amountUnits;
      left[to]! += amountUnits;
    }
    expect(left.every((pence) => pence === 0)).toBe(true);
  });
});

test('the order of the sharers moves odd pennies and nothing else', () => {
  whenShared(({ sharerPence }, given) => {
    const turned = shareProject({ ...given, sharers: [...given.sharers].reverse() });
    if (!turned.ok) throw new Error(turned.problem.kind);
    const back = [...turned.value.sharerPence].reverse();
    sharerPence.forEach((pence, at) => expect(Math.abs(pence - back[at]!)).toBeLessThanOrEqual(1));
    expect([...back].sort()).toEqual([...sharerPence].sort());
  });
});

test('a saving mirrors a cost of the same size', () => {
  fc.assert(
    fc.property(project, (given) => {
      const sharers = given.sharers.filter(({ treatment: { kind } }) => kind !== 'fixed');
      const uncapped = { items: given.items, partners: given.partners, sharers };
      const negative = given.items.map((each) => ({ ...each, annualCostPence: 0 - each.annualCostPence }));
      const plus = shareProject(uncapped);
      const minus = shareProject({ ...uncapped, items: negative });
      expect(minus.ok).toBe(plus.ok);
      if (plus.ok && minus.ok) expect(minus.value.sharePence).toEqual(plus.value.sharePence.map((pence) => 0 - pence));
    }),
  );
});
