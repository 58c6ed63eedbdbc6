/*
 * How long matching two ledgers takes, against a floor (hash every reference once) and the plain draft (row objects and a
 * Map of joined text). `node bench/reconcile.mjs` compiles and runs it; only ratios of one run are comparable.
 */
import { matchRows, PASS_NUMBER } from '../src/ledger/match/matchRows';
import { reconcilePeriod } from '../src/ledger/reconcilePeriod';
import { referenceHash, normalReference } from '../src/ledger/references';
import type { LedgerBlock } from '../src/ledger/ledgerLine';
import type { ReconcileInputs } from '../src/ledger/reconcileInputs';

interface Columns {
  readonly references: string[];
  readonly amountsPence: Float64Array;
}

/** A small generator with a fixed seed, so that every run has the same rows. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Two mirrored ledgers: 2% other references, 1% penny differences, 1% signs, 1% twice, 1% missing, 5% batch references. */
function mirrored(rows: number): { left: Columns; right: Columns } {
  const random = randomFrom(7);
  const left = { references: [] as string[], pence: [] as number[] };
  const right = { references: [] as string[], pence: [] as number[] };
  for (let row = 0; row < rows; row += 1) {
    const batch = random() < 0.05;
    const reference = batch ? `BATCH ${String(Math.floor(random() * (rows / 40)))}` : `INV${String(1_000_000 + row)}`;
    const pence = Math.floor(random() * 1_000_000) + 1;
    left.references.push(reference);
    left.pence.push(pence);
    const fate = random();
    if (fate < 0.01) continue;
    right.references.push(fate < 0.03 ? `X${reference}` : reference.replace('INV', 'inv 0'));
    right.pence.push(fate < 0.04 && fate >= 0.03 ? pence + 1 : fate < 0.05 && fate >= 0.04 ? -pence : pence);
    if (fate >= 0.99) {
      right.references.push(reference);
      right.pence.push(pence);
    }
  }
  // The other ledger is in another order.
  for (let row = right.references.length - 1; row > 0; row -= 1) {
    const other = Math.floor(random() * (row + 1));
    [right.references[row], right.references[other]] = [right.references[other] ?? '', right.references[row] ?? ''];
    [right.pence[row], right.pence[other]] = [right.pence[other] ?? 0, right.pence[row] ?? 0];
  }
  return {
    left: { references: left.references, amountsPence: Float64Array.from(left.pence) },
    right: { references: right.references, amountsPence: Float64Array.from(right.pence) },
  };
}

/** The first draft anyone would write: exact reference and amount, with multiplicity. */
function draft(left: Columns, right: Columns): number {
  const waiting = new Map<string, { row: number }[]>();
  left.references.forEach((reference, row) => {
    const key = `${normalReference(reference)}|${String(left.amountsPence[row])}`;
    const rows = waiting.get(key);
    if (rows) rows.push({ row });
    else waiting.set(key, [{ row }]);
  });
  let matched = 0;
  right.references.forEach((reference, row) => {
    if (waiting.get(`${normalReference(reference)}|${String(right.amountsPence[row])}`)?.pop()) matched += 1;
  });
  return matched;
}

function floor(left: Columns, right: Columns): number {
  let sum = 0;
  for (const reference of left.references) sum ^= referenceHash(reference);
  for (const reference of right.references) sum ^= referenceHash(reference);
  return sum;
}

/** The median processor time of some runs, in milliseconds, after one to warm up; other work on the machine does not count. */
function time(work: () => unknown, runs = 5): number {
  work();
  const took = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return took[Math.floor(runs / 2)] ?? 0;
}

/** Two whole ledgers as cells, one row in ten between the partners. */
function wholeInputs(rows: number): ReconcileInputs {
  const { left, right } = mirrored(rows);
  const headings = ['Period', 'Code', 'Supplier', 'Ref', 'Amount'];
  const block = (side: Columns, other: string, turn: number): LedgerBlock => ({
    sheet: other,
    row: 0,
    column: 0,
    values: [
      headings,
      ...side.references.map((reference, row) => [
        `2026-0${String(4 + (row % 3))}`,
        String(4000 + (row % 400)),
        reference.endsWith('7') ? other : `Supplier ${String(row % 500)}`,
        reference,
        ((side.amountsPence[row] ?? 0) * turn) / 100,
      ]),
    ],
  });
  const definition = { table: 'bench', holds: 'transactions', period: 'Period', date: '', code: 'Code', counterparty: 'Supplier', reference: 'Ref', amount: 'Amount', sign: 'as ledger', vat: '' } as const; // prettier-ignore
  return {
    period: '2026-06',
    partners: [
      { partner: 'Council', shortName: 'CC', knownAs: '' },
      { partner: 'Trust', shortName: 'T', knownAs: '' },
    ],
    sources: [
      { definition: { ...definition, partner: 'Council' }, block: block(left, 'Trust', -1) },
      { definition: { ...definition, partner: 'Trust' }, block: block(right, 'Council', 1) },
    ],
    codes: ['Council', 'Trust'].flatMap((partner) =>
      Array.from({ length: 40 }, (_unused, index) => ({
        partner,
        code: `4${String(index).padStart(2, '0')}*`.slice(0, 4),
        line: `Line ${String(index % 10)}`,
        percent: null,
        fromSerial: null,
      })),
    ),
    lines: Array.from({ length: 10 }, (_unused, index) => ({ line: `Line ${String(index)}`, scope: 'in', fromSerial: null }) as const), // prettier-ignore
    periods: [],
    adjustments: [],
  };
}

const show = (label: string, milliseconds: number, of: number): void =>
  console.log(
    `${label.padEnd(44)} ${milliseconds.toFixed(1).padStart(8)} ms  ${(milliseconds / of).toFixed(2)}x floor`,
  );

for (const rows of process.argv
  .slice(2)
  .map(Number)
  .concat(process.argv.length > 2 ? [] : [10_000, 100_000])) {
  const { left, right } = mirrored(rows);
  const runs = rows > 200_000 ? 3 : 5;
  const base = time(() => floor(left, right), runs);
  const found = matchRows(left, right, 0).leftPass.filter((pass) => pass === PASS_NUMBER.exact).length;
  console.log(`\n${String(rows)} + ${String(right.references.length)} rows, ${String(found)} exact`);
  if (found !== draft(left, right)) console.log(`  the draft finds ${String(draft(left, right))}`);
  show('floor: hash every reference once', base, base);
  show('all passes, no tolerance', time(() => matchRows(left, right, 0), runs), base); // prettier-ignore
  show('all passes, tolerance 1p', time(() => matchRows(left, right, 1), runs), base); // prettier-ignore
  show('draft: row objects and a Map, exact only', time(() => draft(left, right), runs), base); // prettier-ignore
  if (rows <= 200_000) {
    const inputs = wholeInputs(rows);
    show('reconcilePeriod, cells to bridges', time(() => reconcilePeriod(inputs), 3), base); // prettier-ignore
  }
}
