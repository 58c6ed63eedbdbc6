/*
 * `promote` on a whole workbook: the rows that make a shadow pool a pool are proposed, corrected and written; what the shares
 * would have been is shown and settled nowhere.
 */
import { promote } from '../../../src/tasks/promote/promote';
import * as tasks from '../../../src/tasks/index';
import { reconcile } from '../../../src/tasks/reconcile';
import { describeFinding } from '../../../src/words/findings';
import type { TestHost } from '../../support/host';
import { COUNCIL, type Cells, PCT, day, openPool, quiet, writeTask } from '../fixture';
import { CODES, JUNE, rowsIn, type } from '../close/fixture';

const APRIL_2027 = day(4, 1) + 365;

const LINES: readonly Cells[] = [
  { Line: 'Residential care', Pool: 'LD', Scope: 'in', 'Risk rule': 'Joint', Accountable: COUNCIL },
  { Line: 'Day services', Pool: 'LD', Scope: 'in', Accountable: COUNCIL },
];
const SHARES: readonly Cells[] = [
  { Pool: 'LD', Set: 'Joint', Partner: COUNCIL, Share: 0.6, Basis: 'fixed' },
  { Pool: 'LD', Set: 'Joint', Partner: PCT, Share: 0.4, Basis: 'fixed' },
];

/** A shadow pool with June reconciled. */
async function openShadow(change: Parameters<typeof openPool>[0] = {}, isRun = true): Promise<TestHost> {
  const host = await openPool({
    PoolCodes: CODES,
    PoolLines: LINES,
    PoolShares: SHARES,
    PoolArrangements: [{ Pool: 'LD', Kind: 'shadow', Commissioning: 'joint' }],
    ...change,
  });
  if (isRun) await writeTask(await reconcile.plan({ period: JUNE }, quiet));
  return host;
}

const shown = async (host: TestHost, table: string) => (await rowsIn(host, table)).map(({ values }) => values);
const proposed = async (period = '2027-04') => (await promote.plan({ period }, quiet)).proposal!.tables[0]!.rows;

describe('a shadow pool from 1 April', () => {
  test('a row is proposed: pooled, settling, from the first day', async () => {
    await openShadow();
    const plan = await promote.plan({ period: '2027-04' }, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.proposal!.tables).toMatchObject([
      {
        table: 'PoolArrangements',
        rows: [
          {
            cells: { Pool: 'LD', From: APRIL_2027, Kind: 'pooled', Commissioning: 'joint', Host: null, Settles: 'yes' },
            keep: true,
          },
        ],
      },
    ]);
    const will = plan.findings.find(({ kind }) => kind === 'pool will settle')!;
    expect(describeFinding(will).what).toMatch(
      /^From 01\/04\/2027 LD is a pool without a host.*never settle; the first settlement is for 2027-04\.$/,
    );
    expect(plan.findings.map(({ kind }) => kind)).not.toContain('pool begins within year');
  });

  test('what the shares would have been, from April to June: by 60 : 40 on one line, where it falls on the other', async () => {
    await openShadow();
    const { totals, findings } = await promote.plan({ period: '2027-04' }, quiet);
    // Residential care: the council spent 13,250.75 of 15,250.00, the PCT 16,000.01 of 25,000.01: 10,999.25 under.
    expect(totals['comparison']).toMatchObject({
      month: JUNE,
      lines: [
        {
          line: 'Residential care',
          rule: 'Joint',
          variance: -10_999.25,
          referred: 0,
          partners: [
            { partner: COUNCIL, fell: -1_999.25, share: -6_599.55, more: -4_600.3 },
            { partner: PCT, fell: -9_000, share: -4_399.7, more: 4_600.3 },
          ],
        },
        {
          line: 'Day services',
          rule: 'where it falls',
          variance: -200,
          partners: [
            { fell: -200, share: -200 },
            { fell: 0, share: 0 },
          ],
        },
      ],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'pool without rule', severity: 'warning', line: 'Day services' }),
    );
  });

  test('what an underspend would have met first: 900.00 of day services, of 4,250.76 that residential care is over', async () => {
    await openShadow({
      PoolLines: [LINES[0]!, { ...LINES[1]!, 'Risk rule': 'named', 'Bears risk': COUNCIL }],
      PoolBudgets: [
        { Line: 'Residential care', Partner: COUNCIL, Year: '2026/27', Amount: 100_000 },
        { Line: 'Day services', Partner: COUNCIL, Year: '2026/27', Amount: 1_600 },
      ],
      PoolWaterfall: [{ Pool: 'LD', Step: 1, Line: 'Day services' }],
    });
    const { comparison } = (await promote.plan({ period: '2027-04' }, quiet)).totals as {
      comparison: { lines: Record<string, unknown>[] };
    };
    const [care, day_] = comparison.lines;
    // Both ledgers hold 29,250.76 of care against a quarter's 25,000.00, and −500.00 of day services against 400.00.
    // 3,350.76 at 60 : 40 is 2,010.456 and 1,340.304.
    expect(care).toMatchObject({
      variance: 4_250.76,
      offset: -900,
      partners: [{ share: 2_010.46 }, { share: 1_340.3 }],
    });
    expect(day_).toMatchObject({ variance: -900, offset: 900, partners: [{ share: 0 }, { share: 0 }] });
  });

  const RETURNED = [{ ...LINES[0]!, Underspend: 'returned' }, LINES[1]!];
  const FUNDS: Cells = { Pool: 'LD', Year: '2027/28', Funding: 'base', Amount: 60_000 };
  test.each([
    // Counts `no` is out of the proportion of the list alone: 60,000.00 beside 90,000.00 in money is 2 : 3, and 10,999.25 is
    // 4,399.70 and 6,599.55. By what counts it would be 6 : 4.
    [
      'in proportion to all that was put in in money',
      [
        { ...FUNDS, Partner: COUNCIL },
        { ...FUNDS, Partner: COUNCIL, Funding: 'in kind', Amount: 10_000 },
        { ...FUNDS, Partner: PCT, Amount: 40_000 },
        { ...FUNDS, Partner: PCT, Funding: 'grant', Amount: 50_000, Counts: 'no' },
      ],
      [-4_399.7, -6_599.55],
    ],
    // 15,250.00 of the council; 25,000.01 less 300.00 of day services of the PCT. Of 10,999.25 that is 4,198.7114 and 6,800.5386.
    [
      'without contributions, by the budgets to date of all lines of the type',
      [{ ...FUNDS, Year: '2026/27', Partner: COUNCIL }],
      [-4_198.71, -6_800.54],
    ],
  ])('an underspend that is returned goes back as a settlement returns it: %s', async (_why, funds, shares) => {
    await openShadow({ PoolLines: RETURNED, PoolContributions: funds });
    const { totals } = await promote.plan({ period: '2027-04' }, quiet);
    const [care] = (totals['comparison'] as { lines: { partners: { share: number }[] }[] }).lines;
    expect(care!.partners.map(({ share }) => share)).toEqual(shares);
  });

  test('written, the shadow row stays and the new one stands below; the run is recorded', async () => {
    const host = await openShadow();
    const plan = await tasks.planTask('promote', { period: '2027-04' }, quiet);
    const before = await shown(host, 'PoolArrangements');
    expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
    expect(await shown(host, 'PoolArrangements')).toMatchObject([
      { Pool: 'LD', From: '', Kind: 'shadow' },
      { Pool: 'LD', From: APRIL_2027, Kind: 'pooled', Settles: 'yes', Ends: '' },
    ]);
    const runs = (await shown(host, 'PoolRuns')).filter(({ Task }) => Task === 'promote');
    expect(runs).toMatchObject([
      { Partner: COUNCIL, Period: '2027-04', Before: '', After: '', Why: 'pooled from 01/04/2027: LD' },
      { Partner: PCT },
    ]);
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(await shown(host, 'PoolArrangements')).toEqual(before);
  });

  test('a second run says that the pool is pooled already', async () => {
    await openShadow();
    await writeTask(await promote.plan({ period: '2027-04' }, quiet));
    const again = await promote.plan({ period: '2027-04' }, quiet);
    expect(again.blockers).toMatchObject([
      { kind: 'pooled already', place: { sheet: 'Pool arrangements' }, detail: { pool: 'LD', date: '01/04/2027' } },
    ]);
    expect(again.workbook).toBeUndefined();
    // Before that day it is a shadow still, and could begin earlier.
    expect((await promote.plan({ period: '2027-03' }, quiet)).blockers).toEqual([]);
  });

  test('the row as the user corrected it is what is written', async () => {
    const host = await openShadow();
    const first = await promote.plan({ period: '2027-04' }, quiet);
    const [table] = first.proposal!.tables;
    const rows = table!.rows.map((row) => ({ ...row, cells: { ...row.cells, Host: PCT } }));
    const proposal = { tables: [{ table: 'PoolArrangements', rows }] };
    const plan = await promote.plan({ period: '2027-04', proposal }, quiet);
    expect(describeFinding(plan.findings[0]!).what).toContain(`hosted by ${PCT}`);
    await writeTask(plan);
    expect((await shown(host, 'PoolArrangements'))[1]).toMatchObject({ Host: PCT });
    const none = { tables: [{ table: 'PoolArrangements', rows: rows.map((row) => ({ ...row, keep: false })) }] };
    expect((await promote.plan({ period: '2026-10', proposal: none }, quiet)).workbook?.tables).toEqual([]);
  });

  test('a change between plan and write stops the writing', async () => {
    const host = await openShadow();
    const plan = await tasks.planTask('promote', { period: '2027-04' }, quiet);
    await type(host, 'Pool arrangements', 'E6', 'pooled');
    expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: false, workbook: 'unchanged' });
  });
});

describe('who is proposed as host', () => {
  test.each([
    ['the host that the shadow row names', { Host: PCT }, LINES, PCT, 'sure'],
    [
      'under lead commissioning, the one body accountable for all lines',
      { Commissioning: 'lead' },
      LINES,
      COUNCIL,
      'guess',
    ],
    [
      'under lead commissioning with nobody accountable, none',
      { Commissioning: 'lead' },
      LINES.map((line) => ({ ...line, Accountable: '' })),
      null,
      'likely',
    ],
    ['under parallel commissioning none', { Commissioning: 'parallel' }, LINES, null, 'likely'],
  ] as const)('%s', async (_why, arrangement, lines, host, confidence) => {
    await openShadow(
      { PoolArrangements: [{ Pool: 'LD', Kind: 'shadow', ...arrangement }], PoolLines: lines as readonly Cells[] },
      false,
    );
    const [row] = await proposed();
    expect(row).toMatchObject({ cells: { Host: host }, confidence });
    expect(row!.why).toMatch(/^A shadow pool until the day before\. /);
  });

  test('each service line and area has a row of its own; a pool that is no shadow has none', async () => {
    await openShadow(
      {
        PoolArrangements: [
          { Pool: 'LD', 'Service line': 'Residential', Area: 'City', Kind: 'shadow' },
          { Pool: 'LD', 'Service line': 'Day care', Area: 'City', Kind: 'shadow' },
          { Pool: 'MH', Kind: 'aligned' },
        ],
      },
      false,
    );
    expect((await proposed()).map(({ cells }) => cells['Service line'])).toEqual(['Residential', 'Day care']);
  });
});

describe('what is said or refused', () => {
  const kinds = async (period?: string) => {
    const plan = await promote.plan(period === undefined ? {} : { period }, quiet);
    return { blockers: plan.blockers.map(({ kind }) => kind), findings: plan.findings.map(({ kind }) => kind) };
  };

  test('within the year: the month before must be reconciled, because its figures are taken off', async () => {
    await openShadow();
    const plan = await promote.plan({ period: '2026-07' }, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.findings[0]).toMatchObject({
      kind: 'pool begins within year',
      severity: 'info',
      detail: { year: '2026/27', period: '2026-06', date: '01/07/2026' },
    });
  });

  test('no month', async () => {
    await openShadow({}, false);
    expect((await kinds()).blockers).toEqual(['period not given']);
    expect((await kinds('April')).blockers).toEqual(['period not given']);
  });

  test('no shadow pool, a shadow pool that ended before, and no arrangements at all', async () => {
    await openShadow({ PoolArrangements: [{ Pool: 'LD', Kind: 'aligned' }] }, false);
    expect((await kinds('2027-04')).blockers).toEqual(['no shadow pool']);
    await openShadow({ PoolArrangements: [{ Pool: 'LD', Kind: 'shadow', Ends: day(12, 31) }] }, false);
    expect((await kinds('2027-04')).blockers).toEqual(['no shadow pool']);
    expect((await kinds('2026-10')).blockers).toEqual([]);
    await openPool();
    expect((await kinds('2027-04')).blockers).toEqual(['table missing']);
  });

  test('a shadow row from the same day: two arrangements cannot begin together', async () => {
    await openShadow({ PoolArrangements: [{ Pool: 'LD', Kind: 'shadow', From: day(10, 1) }] }, false);
    expect((await kinds('2026-10')).blockers).toContain('row twice');
  });

  test('a table that is read here and cannot be', async () => {
    const host = await openShadow({}, false);
    await type(host, 'Pool arrangements', 'E6', 'shadowy');
    expect((await kinds('2027-04')).blockers).toEqual(['cell unknown word']);
  });

  test('before any month was reconciled there is nothing to compare', async () => {
    await openShadow({}, false);
    const plan = await promote.plan({ period: '2027-04' }, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.totals['comparison']).toBeNull();
    expect(plan.findings.map(({ kind }) => kind)).toContain('no shadow month');
  });

  test('a partner whose month was not received: its lines cannot be compared', async () => {
    const host = await openShadow({}, false);
    await type(host, 'Pool periods', 'C7', 'not received');
    await writeTask(await reconcile.plan({ period: JUNE }, quiet));
    expect((await kinds('2027-04')).findings.filter((kind) => kind === 'shadow line incomplete')).toHaveLength(2);
  });

  test('a Risk rule that names no Set is told with its cell', async () => {
    const host = await openShadow();
    await type(host, 'Pool lines', 'G6', 'Nobody’s');
    const plan = await promote.plan({ period: '2027-04' }, quiet);
    expect(plan.findings).toContainEqual(expect.objectContaining({ kind: 'risk set unknown' }));
    expect((plan.totals['comparison'] as { lines: unknown[] }).lines).toHaveLength(1);
  });
});
