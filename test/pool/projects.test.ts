/* A project's cost from its items to who owes whom. Every expected figure is worked by hand from the source named. */
import { serialOf } from '../../src/money/calendar';
import { basisOf, itemCost, type ProjectItem } from '../../src/pool/projectItems';
import { shareProject, type ProjectSharer, type ProjectYear } from '../../src/pool/projects';

const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date });
const START = day(2004, 9, 1);
const YEAR_END = day(2005, 3, 31);
const item = (annual: number, more: Partial<ProjectItem> = {}): ProjectItem => ({
  name: 'item',
  annualCostPence: annual * 100,
  start: START,
  end: YEAR_END,
  ...more,
});
const equal = (...partners: number[]): ProjectSharer => ({
  treatment: { kind: 'equal' },
  members: partners.map((partner) => ({ partner, weight: 1 })),
});
const fixed = (partner: number, pounds: number): ProjectSharer => ({
  treatment: { kind: 'fixed', amountUnits: pounds * 100 },
  members: [{ partner, weight: 1 }],
});
const share = (project: Partial<ProjectYear>) => {
  const shared = shareProject({ items: [], sharers: [], partners: 0, ...project });
  if (!shared.ok) throw new Error(JSON.stringify(shared.problem));
  return shared.value;
};

/** Leicester 2004, 4.2: an officer at 29,000 and half a clerk at 7,000, September to March. */
const LEICESTER = [item(29_000, { paidBy: 3 }), item(7_000, { paidBy: 3 })];

describe('items and their part of the year', () => {
  test.each([
    // why, start, end, basis, pence of £29,000.00
    ['seven whole months are 7/12', START, YEAR_END, 'months', 1_691_667],
    ['a whole year is the whole sum', day(2004, 4, 1), YEAR_END, 'months', 2_900_000],
    ['from mid-month to mid-month are whole months', day(2004, 9, 15), day(2005, 3, 14), 'months', 1_450_000],
    ['198 of 365 days', day(2004, 9, 15), YEAR_END, 'days', 1_573_151],
    ['29 February counts in its year', day(2008, 2, 1), day(2008, 2, 29), 'months', 241_667],
    ['one day of a leap year is 1/366', day(2008, 2, 29), day(2008, 2, 29), 'days', 7_923],
  ] as const)('%s', (_why, start, end, basis, amountPence) => {
    expect(itemCost(item(29_000, { start, end }))).toEqual({ ok: true, value: { basis, amountPence } });
    expect(basisOf(start, end)).toBe(basis);
  });

  test('officer and half a clerk for seven months cost 16,916.67 + 4,083.33 = 21,000.00', () => {
    expect(share({ items: LEICESTER, sharers: [equal(0)], partners: 4 })).toMatchObject({
      items: [{ amountPence: 1_691_667 }, { amountPence: 408_333 }],
      costPence: 2_100_000,
    });
  });
});

describe('Leicester 2004, 4.2', () => {
  test('Rutland inside the cap of 20,000: four pay 4,625.00, Rutland 1,500.00, 1,000.00 is above', () => {
    const project = { items: LEICESTER, capPence: 2_000_000, partners: 5 };
    const shared = share({ ...project, sharers: [equal(0), equal(1), equal(2), equal(3), fixed(4, 1500)] });
    expect(shared).toMatchObject({
      sharedPence: 2_000_000,
      aboveCapPence: 100_000,
      fixedPence: 150_000,
      sharePence: [462_500, 462_500, 462_500, 462_500, 150_000],
    });
    // The city (3) paid 21,000.00 and keeps the 1,000.00 above the cap.
    expect(shared.payments).toEqual({
      paidPence: [0, 0, 0, 2_100_000, 0],
      aboveCapPence: [0, 0, 0, 100_000, 0],
      balancePence: [462_500, 462_500, 462_500, -1_537_500, 150_000],
      transfers: [
        { from: 0, to: 3, amountUnits: 462_500 },
        { from: 1, to: 3, amountUnits: 462_500 },
        { from: 2, to: 3, amountUnits: 462_500 },
        { from: 4, to: 3, amountUnits: 150_000 },
      ],
    });
  });

  test('Rutland on top of the cap: the cap is 21,500, nothing is above it, four pay 4,875.00', () => {
    const sharers = [equal(0), equal(1), equal(2), equal(3), fixed(4, 1500)];
    const shared = share({ items: LEICESTER, capPence: 2_150_000, sharers, partners: 5 });
    expect(shared).toMatchObject({ aboveCapPence: 0, sharePence: [487_500, 487_500, 487_500, 487_500, 150_000] });
  });

  // Partners 0 to 5 are the PCTs, 6 the Trust, 7 the county, 8 the city, 9 Rutland.
  test('the PCTs as one share: 4,625.00 between six is 770.84 twice and 770.83 four times', () => {
    const sharers = [equal(0, 1, 2, 3, 4, 5), equal(6), equal(7), equal(8), fixed(9, 1500)];
    const shared = share({ items: LEICESTER, capPence: 2_000_000, sharers, partners: 10 });
    expect(shared.sharerPence).toEqual([462_500, 462_500, 462_500, 462_500, 150_000]);
    expect(shared.sharePence).toEqual([
      77_084, 77_084, 77_083, 77_083, 77_083, 77_083, 462_500, 462_500, 462_500, 150_000,
    ]);
  });

  test('the PCTs as six shares: nine sharers of 18,500.00 pay 2,055.56 five times and 2,055.55 four times', () => {
    const sharers = [...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((partner) => equal(partner)), fixed(9, 1500)];
    const shared = share({ items: LEICESTER, capPence: 2_000_000, sharers, partners: 10 });
    expect(shared.sharePence).toEqual([
      205_556, 205_556, 205_556, 205_556, 205_556, 205_555, 205_555, 205_555, 205_555, 150_000,
    ]);
  });

  test('a group split by its own weights: Leicestershire 85% and Rutland 15% of one share of 5,000.00', () => {
    const together: ProjectSharer = {
      treatment: { kind: 'equal' },
      members: [
        { partner: 0, weight: 0.85 },
        { partner: 1, weight: 0.15 },
      ],
    };
    const items = [item(20_000, { start: day(2004, 4, 1) })];
    expect(share({ items, sharers: [together, equal(2), equal(3), equal(4)], partners: 5 }).sharePence).toEqual([
      425_000, 75_000, 500_000, 500_000, 500_000,
    ]);
  });
});

describe('Leeds 2012, 3.7', () => {
  test('an agreed efficiency of 25,000.01 is shared equally as its mirror: −12,500.01 and −12,500.00', () => {
    const items = [item(-25_000.01, { start: day(2004, 4, 1), paidBy: 0 })];
    const shared = share({ items, capPence: 100, sharers: [equal(0), equal(1)], partners: 2 });
    // The cap does not touch a saving.
    expect(shared).toMatchObject({ aboveCapPence: 0, sharePence: [-1_250_001, -1_250_000] });
    // The Trust has the whole saving in its ledger and passes the council's half on.
    expect(shared.payments?.transfers).toEqual([{ from: 0, to: 1, amountUnits: 1_250_000 }]);
  });

  test('a management post and a saving in one project: the net is shared', () => {
    const items = [item(46_000, { start: day(2004, 4, 1) }), item(-6_000, { start: day(2004, 4, 1) })];
    const shared = share({ items, sharers: [equal(0), equal(1)], partners: 2 });
    expect(shared).toMatchObject({ costPence: 4_000_000, sharePence: [2_000_000, 2_000_000] });
  });
});

test('two payers above the cap: each keeps its part, by what it paid, and nobody else is charged', () => {
  const whole = { start: day(2004, 4, 1) };
  const items = [item(15_000, { ...whole, paidBy: 0 }), item(9_000, { ...whole, paidBy: 1 })];
  const shared = share({ items, capPence: 2_000_000, sharers: [equal(0), equal(1), equal(2), equal(3)], partners: 4 });
  expect(shared.itemAbovePence).toEqual([250_000, 150_000]);
  expect(shared.payments?.balancePence).toEqual([-750_000, -250_000, 500_000, 500_000]);
});

test('an item that names no payer leaves who owes whom open', () => {
  const shared = share({ items: [item(100, { paidBy: 0 }), item(50)], sharers: [equal(0), equal(1)], partners: 2 });
  expect(shared.payments).toBeUndefined();
});

test('a partner that takes no part has exactly 0', () => {
  const none: ProjectSharer = { treatment: { kind: 'none' }, members: [{ partner: 1, weight: 1 }] };
  const shared = share({ items: [item(-100)], sharers: [equal(0), none], partners: 3 });
  expect(shared.sharePence.map((pence) => Object.is(pence, 0))).toEqual([false, true, true]);
});

describe('what cannot be shared', () => {
  const whole = [item(1_000, { start: day(2004, 4, 1) })];
  test.each([
    // why, project, problem
    [
      'fixed contributions above the sum',
      { items: whole, sharers: [fixed(0, 1_001), equal(1)] },
      { kind: 'shares', problem: { kind: 'fixed-above-sum', fixedUnits: 100_100, sumUnits: 100_000 } },
    ],
    [
      'fixed contributions above the cap',
      { items: whole, capPence: 50_000, sharers: [fixed(0, 501), equal(1)] },
      { kind: 'shares', problem: { kind: 'fixed-above-sum', fixedUnits: 50_100, sumUnits: 50_000 } },
    ],
    [
      'a fixed contribution of a saving',
      { items: [item(-1_000)], sharers: [fixed(0, 1), equal(1)] },
      { kind: 'shares', problem: { kind: 'fixed-above-sum' } },
    ],
    [
      'a rest and nobody to bear it',
      { items: whole, sharers: [fixed(0, 600)] },
      { kind: 'shares', problem: { kind: 'nobody-equal' } },
    ],
    [
      'a fixed contribution of 0',
      { items: whole, sharers: [fixed(0, 0), equal(1)] },
      { kind: 'shares', problem: { kind: 'fixed-not-positive', partner: 0 } },
    ],
    ['nobody at all', { items: whole, sharers: [] }, { kind: 'shares', problem: { kind: 'no-partners' } }],
    [
      'an end before its start',
      { items: [item(1, { start: YEAR_END, end: START })], sharers: [equal(0)] },
      { kind: 'item', item: 0, problem: { kind: 'start-after-end' } },
    ],
    [
      'dates of two financial years',
      { items: [item(1), item(1, { end: YEAR_END + 1 })], sharers: [equal(0)] },
      { kind: 'item', item: 1, problem: { kind: 'outside-financial-year' } },
    ],
    [
      'a group in which nobody has a weight',
      {
        items: whole,
        sharers: [equal(1), { treatment: { kind: 'equal' as const }, members: [{ partner: 0, weight: 0 }] }],
      },
      { kind: 'group-without-weight', sharer: 1 },
    ],
  ])('%s', (_why, project, problem) => {
    expect(shareProject({ partners: 3, ...project })).toMatchObject({ ok: false, problem });
  });
});
