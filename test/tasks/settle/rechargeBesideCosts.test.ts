/*
 * A post that settles while its recharge is in the ledgers: told with both figures and the gap, by `settle` and by `check`,
 * and only where there is such a recharge. The figures of the workbook are those of `quarter`.
 */
import { check } from '../../../src/tasks/check';
import { type ChargesOfPair, rechargeBesideCosts } from '../../../src/tasks/settle/rechargeBesideCosts';
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import type { Finding } from '../../../src/workbook/finding';
import type { TypedRow } from '../../../src/workbook/readTable';
import { quiet, writeTask } from '../fixture';
import { CITY, PCT, PERIOD, type PoolWorkbook, type Posting, TRUST, openPool, runReconcileTask } from './fixture';
import { QUARTER } from './quarter';

const KIND = 'recharge beside costs';
const told = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ kind }) => kind === KIND);

/** QUARTER with more rows in its ledgers; RECHARGE is mapped as the word says. */
function withRows(more: Readonly<Record<string, readonly Posting[]>>): PoolWorkbook {
  const ledgers = Object.fromEntries(
    [CITY, PCT, TRUST].map((partner) => [partner, [...(QUARTER.ledgers[partner] ?? []), ...(more[partner] ?? [])]]),
  );
  const codes = [CITY, PCT, TRUST].map((Partner) => ({ Partner, Code: 'RECHARGE', Line: 'recharge' }));
  return {
    tables: { ...QUARTER.tables, PoolCodes: [...(QUARTER.tables['PoolCodes'] ?? []), ...codes] },
    ledgers,
  };
}

const INVOICED = {
  [TRUST]: [['RECHARGE', PCT, 'INV 7', -3_800]],
  [PCT]: [['RECHARGE', TRUST, 'INV 7', 3_800]],
} as const;

test('a post of £3,867.50 whose £3,800.00 was invoiced too is told with both figures, the gap and its cell', async () => {
  await openPool(withRows(INVOICED));
  await runReconcileTask();
  const plan = await settle.plan({ period: PERIOD }, quiet);
  expect(plan.blockers).toEqual([]);
  const found = told(plan.findings);
  expect(found).toMatchObject([
    {
      severity: 'warning',
      period: PERIOD,
      partner: TRUST,
      leftPence: 386_750,
      rightPence: 380_000,
      differencePence: 6_750,
      place: { sheet: 'Pool staff', row: 5, column: 1 },
      detail: { other: PCT, posts: 1, cases: 0 },
    },
  ]);
  const { sentence } = describeFinding(found[0]!);
  expect(sentence).toContain(`'Pool staff'!B6: ${PCT} owes ${TRUST} £3,867.50 for 1 post`);
  expect(sentence).toContain('both their ledgers hold recharges of £3,800.00 for it to pay: a gap of £67.50.');
  expect(sentence).not.toMatch(/RECHARGE|undefined/);

  await writeTask(plan);
  const { findings } = await check.plan({ period: PERIOD }, quiet);
  expect(told(findings)).toEqual(found);
});

test.each<[why: string, more: Readonly<Record<string, readonly Posting[]>>]>([
  ['nothing is recharged', {}],
  ['the recharge is between two others', { [CITY]: [['RECHARGE', PCT, 'INV 8', -500]], [PCT]: [['RECHARGE', CITY, 'INV 8', 500]] }], // prettier-ignore
  ['the recharge goes the other way', { [PCT]: [['RECHARGE', TRUST, 'INV 9', -500]], [TRUST]: [['RECHARGE', PCT, 'INV 9', 500]] }], // prettier-ignore
  ['what was paid is a contribution', { [PCT]: [['CONTRIB', TRUST, 'C9', 500]], [TRUST]: [['CONTRIB', PCT, 'C9', -500]] }], // prettier-ignore
])('nothing is told where %s', async (_why, more) => {
  await openPool(withRows(more));
  await runReconcileTask();
  const plan = await settle.plan({ period: PERIOD }, quiet);
  expect(plan.blockers).toEqual([]);
  expect(told(plan.findings)).toEqual([]);
});

test('a row on a line’s own code is a recharge where its counterparty is the partner that owes', async () => {
  await openPool(withRows({ [TRUST]: [['Outreach', PCT, 'INV 7', -3_867.5]] }));
  await runReconcileTask();
  const plan = await settle.plan({ period: PERIOD }, quiet);
  expect(told(plan.findings)).toMatchObject([{ leftPence: 386_750, rightPence: 386_750, differencePence: 0 }]);
  expect(describeFinding(told(plan.findings)[0]!).sentence).toContain(
    `the ledger of ${TRUST} holds recharges of £3,867.50 to ${PCT} (that of ${PCT} none)`,
  );
});

describe('per pair of partners', () => {
  const NAMES = ['A', 'B', 'C'];
  const rowOf = (table: string, row: number): TypedRow => ({ table, sheet: table, row, columns: { Post: 1, Case: 0 }, values: {} }); // prettier-ignore
  const post = (paidBy: number, ...partsPence: number[]) => ({ row: rowOf('PoolStaff', 5), paidBy, partsPence });
  const oneCase = (paidBy: number, ...partsPence: number[]) => ({
    row: rowOf('PoolPlacements', 7),
    paidBy,
    partsPence,
  });
  const charges = (from: string, to: string, fromPence: number, toPence: number): ChargesOfPair => ({ bridge: 'charges', from, to, fromPence, toPence }); // prettier-ignore

  test('posts and cases add up, each pair by itself, at its first row', () => {
    const costs = [post(0, 100, 250, 0), oneCase(0, 1, 50, 7), post(1, 40, 0, 0)];
    const found = rechargeBesideCosts(costs, NAMES, [charges('A', 'B', 290, 300), charges('B', 'A', 40, 40)]);
    expect(found).toMatchObject([
      {
        partner: 'A',
        leftPence: 300,
        rightPence: 290,
        differencePence: 10,
        detail: { other: 'B', posts: 1, cases: 1 },
      },
      { partner: 'B', leftPence: 40, rightPence: 40, differencePence: 0, detail: { other: 'A', posts: 1, cases: 0 } },
    ]);
  });

  test('where only the funder’s ledger holds the charge, its figure is the one', () => {
    const found = rechargeBesideCosts([oneCase(2, 90, 0, 10)], NAMES, [charges('C', 'A', 0, 60)]);
    expect(found).toMatchObject([{ partner: 'C', rightPence: 60, place: { row: 7, column: 0 } }]);
    expect(describeFinding(found[0]!).what).toContain('the ledger of A holds recharges of £0.60 from C');
  });

  test.each<[why: string, Parameters<typeof rechargeBesideCosts>[0], readonly ChargesOfPair[]]>([
    ['a post its own employer funds', [post(0, 100, 0, 0)], [charges('A', 'B', 100, 100)]],
    ['credits that exceed the charges', [post(0, 0, 100, 0)], [charges('A', 'B', -5, -5)]],
    ['a case whose client paid more than its rate', [oneCase(0, 0, -100, 0)], [charges('A', 'B', 100, 100)]],
  ])('%s is not told', (_why, costs, bridges) => {
    expect(rechargeBesideCosts(costs, NAMES, bridges)).toEqual([]);
  });
});
