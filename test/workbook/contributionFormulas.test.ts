/*
 * The live formulas over PoolContributions, calculated on the preview host with the built functions, against the pure
 * rules: worked cases, then random rows.
 */
import fc from 'fast-check';
import { daysInMonth, serialOf } from '../../src/money/calendar';
import { splitByWeight } from '../../src/money/split';
import { type Contribution, countedContributions } from '../../src/pool/contributions';
import { inKindToDate } from '../../src/pool/contributionsToDate';
import { Book } from '../../src/preview/book/book';
import { countedWeights, hasContributions, inKindOf } from '../../src/workbook/contributionFormulas';
import { writePlan } from '../../src/workbook/writer';
import { builtCalculator } from '../preview/engine/built';
import { fill, openHost } from '../support/host';
import { type Cells, inputTable } from '../tasks/fixture';

const PARTNERS = ['Derby City Council', 'Derby*', '00123', 'Derby County Council'];
const [COUNCIL, PCT] = PARTNERS as [string, string];
const day = (month: number, date = 1): number => serialOf({ year: month > 3 ? 2026 : 2027, month, day: date });

const CELLS = { pool: '$A$1', year: '$B$1', monthEnd: '$C$1', months: '$D$1' };
const calculator = builtCalculator();

/** The formulas, calculated for a pool: weights, in kind of each partner, and shares of £1,000.01 by the weights. */
async function calculated(rows: readonly Cells[], months: number) {
  const book = new Book();
  const sheet = book.addSheet('Sums');
  const host = openHost(book);
  host.setCalculator(calculator);
  const written = await writePlan({
    tables: [
      inputTable(
        'PoolPartners',
        PARTNERS.map((Partner, at) => ({ Partner, 'Short name': `P${String(at)}` })),
      ),
      inputTable('PoolContributions', rows),
    ],
  });
  if (!written.ok) throw new Error(JSON.stringify(written));
  const month = ((months + 2) % 12) + 1;
  fill(sheet, 'A1', [['ld', '2026/27', day(month, daysInMonth(month > 3 ? 2026 : 2027, month)), months]]);
  const weights = countedWeights('PoolPartners[Partner]', CELLS);
  const formulas = PARTNERS.map((name, at) => [
    `=INDEX(${weights},${String(at + 1)})`,
    `=${inKindOf(`"${name}"`, CELLS)}`,
    `=IFERROR(POOL.SHARE(1000.01,${weights},${String(at + 1)}),"refused")`,
    `=${hasContributions(CELLS)}`,
  ]);
  return host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sums').getRange(`A3:D${String(2 + PARTNERS.length)}`);
    range.formulas = formulas;
    await context.sync();
    range.load('values');
    await context.sync();
    const values = range.values as (string | number)[][];
    const column = (at: number): (string | number)[] => values.map((row) => row[at] ?? '');
    return { weights: column(0), inKind: column(1), shares: column(2), rows: column(3)[0] };
  });
}

const base = { Pool: 'LD', Partner: COUNCIL, Year: '2026/27', Funding: 'base', Amount: 15_500_000 };

test('Leicester: 15.5m less 6.4m is 9.1m, and what the NHS pays is the NHS’s', async () => {
  const found = await calculated(
    [
      base,
      { ...base, Funding: 'partner income', Source: PCT.toUpperCase(), Amount: 3_000_000 },
      { ...base, Funding: 'other income', Source: 'Preserved Rights Grant', Amount: 2_400_000 },
      { ...base, Funding: 'client income', Amount: 1_000_000 },
      { ...base, Partner: PCT, Amount: 10_000, Funding: 'in kind' },
      { ...base, Partner: PCT, Amount: 500, Counts: 'no' },
    ],
    3,
  );
  expect(found).toEqual({
    weights: [9_100_000, 3_010_000, 0, 0],
    inKind: [0, 2_500, 0, 0],
    // 1,000.01 by 910 : 301.
    shares: [751.45, 248.56, 0, 0],
    rows: 6,
  });
});

test('without any row that counts the weights are nought, and a share is refused rather than guessed', async () => {
  const found = await calculated([{ ...base, Year: '2025/26' }], 3);
  expect(found).toEqual({
    weights: [0, 0, 0, 0],
    inKind: [0, 0, 0, 0],
    shares: ['refused', 'refused', 'refused', 'refused'],
    rows: 0,
  });
});

const pence = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }),
  fc.integer({ min: 0, max: 99_999_999_99 }),
  fc.constantFrom(1, 6, 30, 18),
);
const row = fc.record({
  pool: fc.constantFrom('LD', 'LD', 'LD', 'MH'),
  partner: fc.constantFrom(...PARTNERS),
  year: fc.constantFrom('2026/27', '2026/27', '2026/27', '2025/26'),
  fromDate: fc.constantFrom(0, 0, day(4), day(7), day(10, 15), day(3, 31)),
  funding: fc.constantFrom<Contribution['funding'][]>(
    'base',
    'grant',
    'in kind',
    'client income',
    'partner income',
    'other income',
    'brought forward',
  ),
  source: fc.constantFrom(...PARTNERS, 'Charges', ''),
  isRecurrent: fc.boolean(),
  counts: fc.boolean(),
  amountPence: pence,
  instalments: fc.constantFrom<Contribution['instalments'][]>('monthly', 'quarterly'),
});

const cellsOf = (each: Contribution, at: number): Cells => ({
  Pool: each.pool,
  Partner: each.partner,
  Year: each.year,
  ...(each.fromDate === 0 ? {} : { From: each.fromDate }),
  Funding: each.funding,
  Source: each.source,
  ...(each.counts ? (at % 2 === 0 ? { Counts: 'yes' } : {}) : { Counts: 'no' }),
  Amount: each.amountPence / 100,
});

test('random rows: weights, in kind and shares are those of the pure rules to the penny', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, {
        minLength: 1,
        maxLength: 14,
        selector: (each) => [each.pool, each.partner, each.year, each.fromDate, each.funding, each.source].join('|'),
      }),
      fc.integer({ min: 1, max: 12 }),
      async (rows, months) => {
        const month = ((months + 2) % 12) + 1;
        const monthEnd = day(month, daysInMonth(month > 3 ? 2026 : 2027, month));
        const at = { pool: 'LD', year: '2026/27', monthEnd, months };
        const found = await calculated(rows.map(cellsOf), months);
        const weights = countedContributions(rows, at, PARTNERS);
        expect(found.weights).toEqual(weights.map((each) => each / 100));
        expect(found.inKind).toEqual(inKindToDate(rows, at, PARTNERS).map((each) => each / 100));
        const shares = splitByWeight(100_001, weights);
        expect(found.shares).toEqual(
          shares.ok ? shares.value.map((each) => each / 100) : PARTNERS.map(() => 'refused'),
        );
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
