/*
 * Instalments due beside what the host received: told with both figures and the gap, and no balance moves. A quarter of
 * 300,000.00 is 75,000.00.
 *
 * Source: "4 equal instalments" (https://lawinsider.com/clause/financial-contributions/_10).
 */
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import { type Cells, quiet } from '../fixture';
import { CITY, PCT, PERIOD, type Posting, YEAR, budget, openPool, runReconcileTask, tablesOf } from './fixture';

jest.setTimeout(120_000);

async function behind(contributions: readonly Cells[], received: readonly number[], pools: readonly string[] = ['LD']) {
  const lines = pools.map((Pool) => ({ Line: `${Pool} homes`, Pool, 'Risk rule': 'where it falls' }));
  await openPool({
    ledgers: {
      [CITY]: received.map((amount, at): Posting => ['CONTRIB', PCT, `C${String(at)}`, -amount]),
      [PCT]: received.map((amount, at): Posting => ['CONTRIB', CITY, `C${String(at)}`, amount]),
    },
    tables: tablesOf(
      lines,
      lines.map(({ Line }) => budget(Line, CITY, 400_000)),
      {
        PoolArrangements: pools.map((Pool) => ({ Pool, Kind: 'pooled', Host: CITY })),
        PoolContributions: contributions.map((row) => ({ Pool: 'LD', Year: YEAR, ...row })),
      },
    ),
  });
  await runReconcileTask();
  const { findings, blockers } = await settle.plan({ period: PERIOD }, quiet);
  expect(blockers).toEqual([]);
  return findings.filter(({ kind }) => kind === 'instalments behind');
}

const QUARTERLY = { Partner: PCT, Amount: 300_000, Instalments: 'quarterly' };

test('75,000.00 due, 60,000.00 received: 15,000.00 behind, at the cell that says quarterly', async () => {
  const [found, ...more] = await behind(
    [{ Partner: CITY, Amount: 100_000, Instalments: 'quarterly' }, QUARTERLY],
    [60_000],
  );
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    severity: 'warning',
    partner: PCT,
    leftPence: 7_500_000,
    rightPence: 6_000_000,
    differencePence: 1_500_000,
    place: { sheet: 'Pool contributions', row: 6 },
  });
  expect(describeFinding(found!).what).toContain(
    `Instalments of £75,000.00 have fallen due from ${PCT}, and the ledger of ${CITY} shows £60,000.00 received: £15,000.00 is behind.`,
  );
});

test.each<[why: string, contributions: readonly Cells[], received: readonly number[], expected: readonly number[]]>([
  ['all of it received, in two sums', [QUARTERLY], [40_000, 35_000], []],
  ['more than is due', [QUARTERLY], [80_000], []],
  ['nothing received', [QUARTERLY], [], [7_500_000]],
  ['no instalments agreed: it may be given in any way', [{ Partner: PCT, Amount: 300_000 }], [], []],
  [
    'of two rows the one that says so',
    [QUARTERLY, { Partner: PCT, Amount: 90_000, Source: 'Growth' }],
    [],
    [7_500_000],
  ],
  ['in kind never falls due', [QUARTERLY, { Partner: PCT, Amount: 90_000, Funding: 'in kind' }], [75_000], []],
])('%s', async (_why, contributions, received, expected) => {
  expect((await behind(contributions, received)).map(({ differencePence }) => differencePence)).toEqual(expected);
});

test('a host of two pools: what was received counts once, against both', async () => {
  const both = [QUARTERLY, { ...QUARTERLY, Pool: 'MH', Amount: 100_000 }];
  const found = await behind(both, [90_000], ['LD', 'MH']);
  expect(found.map(({ leftPence, rightPence }) => [leftPence, rightPence])).toEqual([[10_000_000, 9_000_000]]);
});
