import * as fc from 'fast-check';
import { reconcilePeriod } from '../../src/ledger/reconcilePeriod';
import type { ReconcileInputs } from '../../src/ledger/reconcileInputs';
import type { ReconcileResult } from '../../src/ledger/reconcileResult';
import { COUNCIL, inputs, line, rule, source, THIRD, TRUST, type Posting } from './builders';

const MONTHS = ['2026-02', '2026-04', '2026-05', '2026-06', '2026-07', 'P03', 'June 2026', 'nonsense'];
const CODES = ['4100', '4200', '5100', '8000', '9000', '7000', '6000', '3000', ''];
const NAMES = ['', '', 'Acorn Care Ltd', 'Council', 'NHST', 'City Council', 'County', 'Trust'];
const REFERENCES = ['', 'INV 001', 'inv1', 'RCH-2', '0002', 'A3', 'ACC 4'];
const AMOUNTS = [
  100,
  -100,
  60,
  40,
  -60,
  -40,
  99.99,
  -99.99,
  0,
  12.345,
  '1,200.00 CR',
  '(50.00)',
  '1.234,56',
  250,
  null,
];

const posting: fc.Arbitrary<Posting> = fc.tuple(
  fc.constantFrom(...MONTHS),
  fc.constantFrom(...CODES),
  fc.constantFrom(...NAMES),
  fc.constantFrom(...REFERENCES),
  fc.constantFrom(...AMOUNTS),
);

const anyInputs: fc.Arbitrary<ReconcileInputs> = fc
  .record({
    council: fc.array(posting, { maxLength: 30 }),
    trust: fc.array(posting, { maxLength: 30 }),
    county: fc.array(posting, { maxLength: 12 }),
    three: fc.boolean(),
    accrual: fc.integer({ min: -5000, max: 5000 }),
    percent: fc.constantFrom(50, 33, 99, 1),
    tolerancePence: fc.constantFrom(0, 1, 100),
    controlTotalPence: fc.option(fc.integer({ min: -100000, max: 100000 })),
  })
  .map(({ council, trust, county, three, accrual, percent, tolerancePence, controlTotalPence }) => {
    const base = inputs({});
    const codes = ['Council', 'Trust', 'County'].flatMap((partner) => [
      rule(partner, '3*', 'Homes', percent),
      rule(partner, '3*', 'Day services', 100 - percent),
      rule(partner, '7*', 'contribution'),
      rule(partner, '5200', 'Estates'),
    ]);
    return inputs({
      partners: three ? [COUNCIL, TRUST, THIRD] : [COUNCIL, TRUST],
      sources: [source('Council', council), source('Trust', trust), ...(three ? [source('County', county)] : [])],
      codes: [...codes, ...base.codes],
      lines: [...base.lines, line('Estates', 'excluded')],
      periods: [{ period: '2026-06', partner: 'Council', status: 'open', controlTotalPence }],
      adjustments: [
        { period: '2026-05', partner: 'Trust', line: 'Homes', amountPence: accrual, reversesIn: '2026-07' },
      ],
      tolerancePence,
    });
  });

const holds = (check: (result: ReconcileResult, given: ReconcileInputs) => void): void =>
  fc.assert(
    fc.property(anyInputs, (given) => check(reconcilePeriod(given), given)),
    { numRuns: 300 },
  );

test('in pool, excluded, between partners, unmapped and adjustments total each ledger', () =>
  holds(({ controls }) => {
    for (const { figures } of controls) {
      if (!figures) continue;
      const { inPoolPence, excludedPence, betweenPence, unmappedPence, adjustmentsPence } = figures;
      expect(inPoolPence + excludedPence + betweenPence + unmappedPence + adjustmentsPence).toBe(
        figures.ledgerTotalPence,
      );
    }
  }));

test('every row of every ledger is read, left out by name, or listed apart', () =>
  holds(({ sources }, given) => {
    sources.forEach((each, index) => {
      expect(each.lines + each.leftOut.length + each.unreadable.length).toBe(
        (given.sources[index]?.block.values.length ?? 0) - 1,
      );
    });
  }));

test('ledger total, later, earlier and unplaced rows total the extract', () =>
  holds(({ controls }) => {
    for (const { figures, extract } of controls) {
      if (!figures || !extract) continue;
      const { laterPence, earlierPence, unplacedPence } = extract;
      expect(figures.ledgerTotalPence + laterPence + earlierPence + unplacedPence).toBe(extract.extractPence);
    }
  }));

test('every bridge goes from its From to its To by its steps', () =>
  holds(({ bridges }) => {
    for (const { fromPence, toPence, steps } of bridges) {
      let running = fromPence;
      for (const step of steps) {
        running += step.amountPence;
        expect(step.runningPence).toBe(running);
      }
      expect(running).toBe(toPence);
    }
  }));

test('what is unexplained is exactly the steps that nothing explains', () =>
  holds(({ bridges }) => {
    for (const { unexplainedPence, steps } of bridges) {
      const open = steps.filter(({ explained }) => !explained);
      expect(open.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(unexplainedPence);
    }
  }));

test('every row between partners to date is in exactly one item', () =>
  holds(({ items, controls }) => {
    const cells = items.flatMap((item) => [...item.left, ...item.right]).map(({ partner, row }) => `${partner} ${row}`);
    expect(new Set(cells).size).toBe(cells.length);
    for (const { partner, figures } of controls) {
      const rows = items.flatMap((item) => [...item.left, ...item.right]).filter((each) => each.partner === partner);
      expect(rows.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(figures?.betweenPence ?? 0);
    }
  }));

test('a difference is the sum of its two sides, and rows that agree total nought', () =>
  holds(({ items }) => {
    for (const { cause, leftPence, rightPence, differencePence, left, right } of items) {
      expect(left.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(leftPence);
      expect(right.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(rightPence);
      expect(differencePence).toBe(leftPence + rightPence);
      if (cause === 'agrees' || cause === 'reversal') expect(differencePence).toBe(0);
    }
  }));

test('keys are unique, so that a reason belongs to one difference', () =>
  holds(({ items }) => {
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  }));

test('the joint total is what all in pool come to', () =>
  holds(({ joint, controls }) => {
    expect(joint.totalPence).toBe(controls.reduce((sum, { figures }) => sum + (figures?.inPoolPence ?? 0), 0));
  }));

test('own, between and adjustments by line total the ledger and its adjustments', () =>
  holds(({ actuals, controls }) => {
    for (const { partner, figures } of controls) {
      const own = actuals.filter((each) => each.partner === partner);
      const total = own.reduce((sum, each) => sum + each.ownPence + each.betweenPence, 0);
      expect(total).toBe(figures?.ledgerTotalPence ?? 0);
    }
  }));

test('the order of the rows changes no total, no cause and no count', () =>
  fc.assert(
    fc.property(anyInputs, fc.integer(), (given, seed) => {
      const shuffled = {
        ...given,
        sources: given.sources.map(({ definition, block }) => {
          const [header, ...rows] = block.values;
          // Totals depend on the order by their nature: rows without any key stay where they are.
          const order = rows.map((_row, index) => index).sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101) || a - b); // prettier-ignore
          return {
            definition,
            block: { ...block, values: [header ?? [], ...order.map((index) => rows[index] ?? [])] },
          };
        }),
      };
      fc.pre(given.sources.every(({ block }) => block.values.slice(1).every((row) => row[2] !== '')));
      const [before, after] = [reconcilePeriod(given), reconcilePeriod(shuffled)];
      expect(after.controls).toEqual(before.controls);
      expect(after.joint).toEqual(before.joint);
      expect(after.actuals).toEqual(before.actuals);
    }),
    { numRuns: 150 },
  ));

test('nothing of a partner not received counts', () =>
  fc.assert(
    fc.property(anyInputs, (given) => {
      const periods = [
        { period: '2026-06', partner: 'NHST', status: 'not received', controlTotalPence: null },
      ] as const;
      const { controls, joint, actuals, items } = reconcilePeriod({ ...given, periods });
      expect(controls[1]).toMatchObject({ partner: 'Trust', figures: null, extract: null });
      expect(joint.complete).toBe(false);
      expect(joint.missing).toEqual(['Trust']);
      expect(actuals.some(({ partner }) => partner === 'Trust')).toBe(false);
      expect(items.some((item) => [...item.left, ...item.right].some(({ partner }) => partner === 'Trust'))).toBe(
        false,
      );
    }),
    { numRuns: 100 },
  ));
