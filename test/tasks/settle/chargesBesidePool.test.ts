/*
 * Charges between partners while a pool settles: left out of it on both sides, and said so by `settle` and by `check`, so that
 * a partner who paid by invoice is not asked again without a word. Figures are illustrative.
 */
import { check } from '../../../src/tasks/check';
import { settle } from '../../../src/tasks/settle/settle';
import { describeFinding } from '../../../src/words/findings';
import type { Finding } from '../../../src/workbook/finding';
import { type Cells, quiet, writeTask } from '../fixture';
import {
  CITY,
  PARTNERS,
  PCT,
  PERIOD,
  type PoolWorkbook,
  type Posting,
  budget,
  openPool,
  runReconcileTask,
  shown,
  tablesOf,
} from './fixture';

const told = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ kind }) => kind === 'charges beside pool');

/** A pool hosted by the City, all of whose spending is there; both partners' ledgers with these rows more. */
function pool(
  city: readonly Posting[],
  pct: readonly Posting[],
  arrangement: Cells = { Pool: 'LD', Kind: 'pooled', Host: CITY },
): PoolWorkbook {
  return {
    tables: tablesOf(
      [{ Line: 'Homes', 'Risk rule': 'Risk' }],
      [budget('Homes', CITY, 120_000), budget('Homes', PCT, 80_000)],
      {
        PoolArrangements: [arrangement],
        PoolShares: [
          { Pool: 'LD', Set: 'Risk', Partner: CITY, Share: 0.6, Basis: 'fixed' },
          { Pool: 'LD', Set: 'Risk', Partner: PCT, Share: 0.4, Basis: 'fixed' },
        ],
      },
    ),
    ledgers: { [CITY]: [['Homes', 'Willow Homes', 'I1', 50_000], ...city], [PCT]: pct },
  };
}

async function settled(workbook: PoolWorkbook) {
  const host = await openPool(workbook);
  await runReconcileTask();
  const plan = await settle.plan({ period: PERIOD }, quiet);
  return { host, plan };
}

test('15,000.00 the host has invoiced the PCT on a line is told with both figures and its cell, and is not credited', async () => {
  const { host, plan } = await settled(pool([['Homes', PCT, 'I9', -15_000]], [['Homes', CITY, 'I9', 15_000]]));
  const found = told(plan.findings);
  expect(found).toMatchObject([
    {
      severity: 'warning',
      period: PERIOD,
      partner: CITY,
      leftPence: 1_500_000,
      rightPence: 1_500_000,
      differencePence: 0,
      place: { sheet: `${CITY} ledger`, row: 2 },
      detail: { other: PCT, byHost: 1 },
    },
  ]);
  const { what, whatToDo } = describeFinding(found[0]!);
  expect(what).toMatch(/its ledger says £15,000\.00, that of .+ £15,000\.00\. .*credits nobody/);
  expect(whatToDo).toContain('contribution');
  await writeTask(plan);
  const pct = (await shown(host, 'PoolSettlement')).find((row) => row['Partner'] === PCT)!;
  expect(pct).toMatchObject({ 'Share due': 20_000, 'Paid in': 0, 'To pay': 20_000 });
  expect(told((await check.plan({ period: PERIOD }, quiet)).findings)).toEqual(found);
});

test('booked to a code for contributions it is credited, and nothing is told', async () => {
  const { host, plan } = await settled(pool([['CONTRIB', PCT, 'I9', -15_000]], [['CONTRIB', CITY, 'I9', 15_000]]));
  expect(told(plan.findings)).toEqual([]);
  await writeTask(plan);
  const pct = (await shown(host, 'PoolSettlement')).find((row) => row['Partner'] === PCT)!;
  expect(pct).toMatchObject({ 'Share due': 20_000, 'Paid in': 15_000, 'To pay': 5_000 });
});

test('what the PCT has charged the host is told with other advice; only one ledger need hold it', async () => {
  const { plan } = await settled(pool([], [['Homes', CITY, 'I9', -4_000]]));
  const [found] = told(plan.findings);
  expect(found).toMatchObject({ partner: PCT, leftPence: 400_000, rightPence: 0, detail: { other: CITY, byHost: 0 } });
  expect(describeFinding(found!).whatToDo).toMatch(/^If it is for what the pool spends/);
});

test('a shadow pool credits nothing, and nothing is told', async () => {
  const workbook = pool([['Homes', PCT, 'I9', -15_000]], [['Homes', CITY, 'I9', 15_000]], {
    Pool: 'LD',
    Kind: 'shadow',
  });
  const { plan } = await settled(workbook);
  expect(told([...plan.findings, ...plan.blockers])).toEqual([]);
});

const RISK: Cells = { Line: 'Homes', 'Risk rule': 'Risk' };
const share = (Partner: string, Share: number): Cells => ({ Pool: 'LD', Set: 'Risk', Partner, Share, Basis: 'fixed' });

test.each<[who: string, times: number, line: Cells, shares: readonly Cells[]]>([
  ['stands in the list of a line', 1, RISK, [share(CITY, 0.6), share(PCT, 0.4)]],
  ['is in a group of the list', 1, RISK, [share(CITY, 0.6), share('Health', 0.4)]],
  ['bears the line by name', 1, { ...RISK, 'Risk rule': 'named', 'Bears risk': PCT }, []],
  ['has left the list, with 0', 0, RISK, [share(CITY, 1), share(PCT, 0)]],
])('a partner without a figure in the pool that %s is told %i times', async (_who, times, line, shares) => {
  const { ledgers } = pool([['Homes', PCT, 'I9', -8_000]], [['Homes', CITY, 'I9', 8_000]]);
  const PoolPartners = PARTNERS.map((row) => (row['Partner'] === CITY ? row : { ...row, 'Part of': 'Health' }));
  const tables = tablesOf([{ ...line, Line: 'Homes' }], [budget('Homes', CITY, 120_000)], {
    PoolPartners,
    PoolShares: shares,
  });
  const { plan } = await settled({ tables, ledgers });
  expect(plan.blockers).toEqual([]);
  expect(told(plan.findings)).toHaveLength(times);
});
