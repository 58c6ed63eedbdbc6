/*
 * The statements of a settled pool in its workbook: made by the run that settles, to the penny what PoolSettlement says, and
 * held to it by check. Figures are worked by hand from `fullPool`.
 */
import { check } from '../../../src/tasks/check';
import * as tasks from '../../../src/tasks/index';
import type { TestHost } from '../../support/host';
import { quiet } from '../fixture';
import { CITY, PCT, PERIOD, SETTLED, TRUST, openPool, runReconcileTask, runSettle, shown, typeIn } from './fixture';
import { FULL } from './fullPool';

jest.setTimeout(180_000);

const pence = (cell: unknown): number => Math.round(Number(cell) * 100);

let host: TestHost;
beforeAll(async () => {
  host = await openPool(FULL);
  await runReconcileTask();
  await runSettle();
});

/** What check says of the settlement: kind, column or partner, left and right in pounds. */
async function told(): Promise<unknown[]> {
  const { findings } = await check.plan({ period: PERIOD }, quiet);
  return (
    findings
      // What stands whether or not the settlement is right.
      .filter(({ kind }) => !['referred upward', 'caps for each line', 'costs beside line'].includes(kind))
      .map(({ kind, partner, detail, leftPence, rightPence }) => [
        kind,
        detail?.['column'] ?? detail?.['key'] ?? partner,
        ...(leftPence === undefined ? [] : [leftPence / 100, (rightPence ?? 0) / 100]),
      ])
  );
}

const pick = (rows: readonly Record<string, unknown>[], ...columns: string[]): unknown[][] =>
  rows.map((row) => columns.map((column) => row[column]));

describe('made by the run that settles', () => {
  test('what each partner pays or is paid, agreement by agreement', async () => {
    const rows = await shown(host, 'PoolSettlement');
    const balances = rows.map((row) => [
      row['For'],
      row['Partner'],
      (pence(row['To pay']) - pence(row['To receive'])) / 100,
    ]);
    expect(balances).toEqual([
      ['pool', CITY, 2_944.44],
      ['pool', PCT, 55.56],
      ['pool', TRUST, 0],
      ['pool', 'Pool balance', -3_000],
      ['pool capital', CITY, -4_444.44],
      ['pool capital', PCT, 4_444.44],
      ['pool capital', TRUST, 0],
      ['staff', CITY, -20_000],
      ['staff', PCT, 0],
      ['staff', TRUST, 20_000],
      ['placements', CITY, -6_066.67],
      ['placements', PCT, 6_066.67],
      ['placements', TRUST, 0],
    ]);
  });

  test('the grants, in their turn', async () => {
    const rows = (await shown(host, 'PoolGrantStatement')).filter((row) => row['Row'] === 'grant');
    expect(pick(rows, 'Grant', 'Available', 'Applied', 'Unspent', 'Minimum', 'Check')).toEqual([
      ['Discharge', 40_000, 40_000, 0, 30_000, 0],
      ['Carers', 20_000, 20_000, 0, '', 0],
    ]);
  });

  test('the memorandum account: 73,000.00 funded, 105,100.01 spent, and whose the difference is', async () => {
    const rows = await shown(host, 'PoolMemorandum');
    const of = (item: string, section?: string) =>
      pick(
        rows.filter((row) => row['Item'] === item && (section === undefined || row['Section'] === section)),
        'City',
        'PCT',
        'Trust',
        'Total',
      );
    expect(of('Total funding')).toEqual([[40_000, 32_000, 1_000, 73_000]]);
    expect(of('Share of expenditure')).toEqual([[45_733.34, 38_366.67, 21_000, 105_100.01]]);
    expect(of('Surplus + / deficit −')).toEqual([[-5_733.34, -6_366.67, -20_000, -32_100.01]]);
    expect(of('Carried forward in the pool')).toEqual([[1_800, 1_200, 0, 3_000]]);
    expect(rows.map((row) => row['Check'])).toEqual(rows.map(() => 0));
  });

  test('each partner’s statement, with what it is exposed to at +10%, revenue and capital apart', async () => {
    const rows = await shown(host, 'PoolPartnerStatement');
    const checks = rows.map((row) => row['Check']).filter((cell) => cell !== '');
    // Per partner a check of the variances in four agreements, and of what was agreed for staff and placements.
    expect(checks).toEqual(Array(18).fill(0));
    const exposed = rows.filter((row) => row['Percent'] === 0.1);
    expect(pick(exposed, 'Partner', 'Section', 'Row', 'Amount')).toEqual([
      [CITY, 'Exposure', 'exposure', 14_880],
      [CITY, 'Exposure', 'referred upward', 6_920],
      [CITY, 'Exposure, capital', 'exposure', 4_000],
      [PCT, 'Exposure', 'exposure', 3_000],
      [PCT, 'Exposure', 'referred upward', 6_920],
      [PCT, 'Exposure, capital', 'exposure', 0],
      [TRUST, 'Exposure', 'exposure', 0],
      [TRUST, 'Exposure', 'referred upward', 6_920],
      [TRUST, 'Exposure, capital', 'exposure', 0],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/"A"|Workers/);
  });

  test('every statement agrees with PoolSettlement to the penny', async () => {
    const settlement = await shown(host, 'PoolSettlement');
    const statement = await shown(host, 'PoolPartnerStatement');
    const account = await shown(host, 'PoolMemorandum');
    for (const [partner, short] of [
      [CITY, 'City'],
      [PCT, 'PCT'],
      [TRUST, 'Trust'],
    ] as const) {
      const own = settlement.filter((row) => row['Partner'] === partner);
      const sum = (column: string) => own.reduce((total, row) => total + pence(row[column]), 0);
      const mine = statement.filter((row) => row['Partner'] === partner);
      const stated = (row: string) =>
        mine.filter((each) => each['Row'] === row).reduce((total, each) => total + pence(each['Amount']), 0);
      expect([partner, stated('all agreements')]).toEqual([partner, sum('To pay') - sum('To receive')]);
      expect([partner, stated('share due')]).toEqual([partner, sum('Share due')]);
      const due = account.find((row) => row['Row'] === 'share of expenditure');
      expect([partner, pence(due?.[short])]).toEqual([partner, sum('Share due')]);
    }
  });

  test('all in one plan, with the totals of the settlement', async () => {
    const plan = await tasks.planTask('settle', { period: PERIOD }, quiet);
    expect(plan.workbook?.tables.map(({ table }) => table)).toEqual([...SETTLED, 'PoolRuns']);
    expect(plan.blockers).toEqual([]);
  });
});

describe('held to the model by check', () => {
  test('after a settlement check finds nothing', async () => {
    expect(await told()).toEqual([]);
  });

  test('another cap after the run: each balance as settled and now, and exposures to settle again', async () => {
    await typeIn(host, 'PoolShares', 2, 'Cap', 1_600);
    expect(await told()).toEqual([
      ['settled balance moved', CITY, -27_566.67, -27_666.67],
      ['settled balance moved', PCT, 10_566.67, 10_666.67],
      // Of each the first that moved: at +5% what is above all caps, and what the PCT bears of Homes.
      ['exposure out of date', CITY, 2_500, 2_400],
      ['exposure out of date', PCT, 2_460, 2_560],
      ['exposure out of date', TRUST, 2_500, 2_400],
    ]);
    await typeIn(host, 'PoolShares', 2, 'Cap', 1_500);
    expect(await told()).toEqual([]);
  });

  test('a grant for another line: its rows no longer fit, and show no figure', async () => {
    await typeIn(host, 'PoolGrants', 1, 'Lines', 'Day');
    const found = await told();
    expect(found).toContainEqual(['formula error', 'Granted']);
    expect(found).toContainEqual(['row missing', `LD, Discharge, ${PCT}, line, Day`]);
    await typeIn(host, 'PoolGrants', 1, 'Lines', 'Homes');
    expect(await told()).toEqual([]);
  });

  test('an error in PoolGrants stops its statement and nothing else', async () => {
    await typeIn(host, 'PoolGrants', 1, 'Amount', -1);
    const plan = await tasks.planTask('settle', { period: PERIOD }, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.workbook?.tables.map(({ table }) => table)).not.toContain('PoolGrantStatement');
    expect(plan.findings.map(({ kind, place }) => [kind, place?.sheet])).toEqual(
      expect.arrayContaining([
        ['grant below nought', 'Pool grants'],
        ['grants not stated', undefined],
      ]),
    );
    expect((await tasks.planTask('reconcile', { period: PERIOD }, quiet)).blockers).toEqual([]);
    await typeIn(host, 'PoolGrants', 1, 'Amount', 40_000);
  });

  test('a grant with a line misspelt: that alone, and nothing of a minimum that no statement shows', async () => {
    const aboutGrants = async () => {
      const { findings } = await tasks.planTask('settle', { period: PERIOD }, quiet);
      return findings.map(({ kind }) => kind).filter((kind) => kind.startsWith('grant'));
    };
    await typeIn(host, 'PoolGrants', 1, 'Amount', 10_000_000);
    await typeIn(host, 'PoolGrants', 1, 'Minimum', 10_000_000);
    expect(await aboutGrants()).toEqual(['grant minimum not yet met']);
    await typeIn(host, 'PoolGrants', 1, 'Lines', 'Homes; Homs');
    expect(await aboutGrants()).toEqual(['grant line not listed', 'grants not stated']);
    await typeIn(host, 'PoolGrants', 1, 'Lines', 'Homes');
    await typeIn(host, 'PoolGrants', 1, 'Amount', 40_000);
    await typeIn(host, 'PoolGrants', 1, 'Minimum', 30_000);
  });

  test('what a workbook cannot be settled by any more is told with its cell', async () => {
    await typeIn(host, 'PoolShares', 1, 'Partner', 'Nobody Ltd');
    const { findings } = await check.plan({ period: PERIOD }, quiet);
    const sharer = findings.find(({ kind }) => kind === 'risk sharer not listed');
    expect(sharer?.place).toMatchObject({ sheet: 'Pool shares', row: 5, column: 2 });
    await typeIn(host, 'PoolShares', 1, 'Partner', CITY);
  });

  test('a settlement cell typed over, and what it moves; settling again puts it right', async () => {
    await typeIn(host, 'PoolSettlement', 2, 'Agreed', 27_555.57);
    const found = await told();
    expect(found).toContainEqual(['formula overwritten', 'Agreed']);
    expect(found).toContainEqual(['figure differs', 'Agreed', 27_555.57, 27_555.56]);
    expect(found).toContainEqual(['figure differs', 'Share due', 27_855.57, 27_855.56]);
    const { findings } = await check.plan({ period: PERIOD }, quiet);
    const place = { sheet: 'Pool settlement', row: 6, column: 4 };
    expect(findings.find(({ kind }) => kind === 'formula overwritten')?.place).toEqual(place);
    await runSettle();
    expect(await told()).toEqual([]);
  });
});
