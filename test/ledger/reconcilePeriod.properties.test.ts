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
      periods: base.periods.map((entry) => (entry.partner === 'Council' ? { ...entry, controlTotalPence } : entry)),
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

test('the order of the rows changes no total', () =>
  fc.assert(
    fc.property(anyInputs, fc.integer(), (given, seed) => {
      const ordered = (isShuffled: boolean): ReconcileInputs => ({
        ...given,
        sources: given.sources.map(({ definition, block }) => {
          // Totals depend on the order by their nature: rows without any key are left out here.
          const rows = block.values.slice(1).filter((row) => row[2] !== '');
          const rank = (index: number): number => (isShuffled ? (index * 7919 + Math.abs(seed)) % 101 : index);
          const order = rows.map((_row, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
          return {
            definition,
            block: { ...block, values: [block.values[0] ?? [], ...order.map((at) => rows[at] ?? [])] },
          };
        }),
      });
      const [before, after] = [reconcilePeriod(ordered(false)), reconcilePeriod(ordered(true))];
      expect(after.controls).toEqual(before.controls);
      expect(after.joint).toEqual(before.joint);
      expect(after.actuals).toEqual(before.actuals);
    }),
    { numRuns: 150 },
  ));

/** A ledger without traps, whose sums are taken here in the plainest way. */
const plainRow = fc.record({
  month: fc.constantFrom('2026-03', '2026-04', '2026-06', '2026-07'),
  code: fc.constantFrom('4100', '5100', '8000', '6000', '9000'),
  name: fc.constantFrom('Acorn Care Ltd', 'NHST'),
  pence: fc.integer({ min: -999_999_999, max: 999_999_999 }).filter((pence) => pence !== 0),
});

test('the figures are those of a plain sum over the rows', () =>
  fc.assert(
    fc.property(fc.array(plainRow, { maxLength: 40 }), (rows) => {
      const postings = rows.map(({ month, code, name, pence }, index): Posting => [month, code, name, `R${String(index)}x`, pence / 100]); // prettier-ignore
      const { controls, actuals } = reconcilePeriod(
        inputs({ sources: [source('Council', postings), source('Trust', [])] }),
      );
      const sum = (wanted: (row: (typeof rows)[number]) => boolean): number =>
        rows.filter(({ month }) => month === '2026-04' || month === '2026-06').filter(wanted).reduce((total, { pence }) => total + pence, 0); // prettier-ignore
      const isBetween = ({ code, name }: (typeof rows)[number]): boolean => name === 'NHST' || code === '9000';
      expect(controls[0]?.figures).toEqual({
        ledgerTotalPence: sum(() => true),
        inPoolPence: sum((row) => !isBetween(row) && (row.code === '4100' || row.code === '5100')),
        excludedPence: sum((row) => !isBetween(row) && row.code === '8000'),
        betweenPence: sum(isBetween),
        unmappedPence: sum((row) => !isBetween(row) && row.code === '6000'),
        adjustmentsPence: 0,
      });
      const homes = actuals.find((each) => each.line === 'Homes');
      expect(homes?.ownPence ?? 0).toBe(sum((row) => !isBetween(row) && row.code === '4100'));
      expect(homes?.betweenPence ?? 0).toBe(sum((row) => isBetween(row) && row.code === '4100'));
    }),
    { numRuns: 300 },
  ));

test('nothing of a partner not received counts', () =>
  fc.assert(
    fc.property(anyInputs, (given) => {
      const periods = given.periods.map((entry) =>
        entry.partner === 'Trust' ? { ...entry, partner: 'NHST', status: 'not received' as const } : entry,
      );
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
