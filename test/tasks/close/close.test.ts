/*
 * `close` on a whole workbook: a month's formulas become the values they show, other months stay live, and what was issued
 * stays whatever changes afterwards.
 */
import { check } from '../../../src/tasks/check';
import { close } from '../../../src/tasks/close/close';
import * as tasks from '../../../src/tasks/index';
import { reconcile } from '../../../src/tasks/reconcile';
import { describeFinding } from '../../../src/words/findings';
import type { TestHost } from '../../support/host';
import { COUNCIL, PCT, quiet, writeTask } from '../fixture';
import { JUNE, liveByMonth, openClosed, openReconciled, rowsIn, type } from './fixture';

const LIVE = ['PoolStatement', 'PoolControl'] as const;

/** What a table shows, row by row: a cell that shows nothing is blank, whether by a formula or not. */
async function shown(host: TestHost, table: string) {
  return (await rowsIn(host, table)).map(({ values }) => values);
}

describe('closing June', () => {
  test('every formula of the month is the value it showed, and the periods say closed', async () => {
    const host = await openReconciled();
    const before = await Promise.all(LIVE.map((table) => shown(host, table)));
    const plan = await close.plan({ period: JUNE }, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.totals['toValues']).toEqual([
      { table: 'PoolControl', title: 'Control totals', rows: 2, cells: 18 },
      { table: 'PoolStatement', title: 'Joint monthly statement', rows: 8, cells: 104 },
    ]);
    await writeTask(plan);
    expect(await Promise.all(LIVE.map((table) => shown(host, table)))).toEqual(before);
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 0 });
    expect(await liveByMonth(host, 'PoolControl')).toEqual({ [JUNE]: 0 });
    const periods = await shown(host, 'PoolPeriods');
    expect(periods).toMatchObject([
      { Partner: COUNCIL, Status: 'closed', 'Control total': 8060.85 },
      { Partner: PCT, Status: 'closed', 'Control total': '' },
    ]);
  });

  test('the run is recorded for each partner: nothing moved', async () => {
    const host = await openClosed();
    const runs = (await shown(host, 'PoolRuns')).filter(({ Task }) => Task === 'close');
    expect(runs).toMatchObject([
      { Run: 2, Period: JUNE, Partner: COUNCIL, Before: 13050.75, After: 13050.75, Delta: 0 },
      { Run: 2, Period: JUNE, Partner: PCT, Before: 15700.01, After: 15700.01, Delta: 0 },
    ]);
    expect(runs.every(({ Why }) => Why === 'closed: its rows are values')).toBe(true);
  });

  test('the next month is written live beneath it, and closing it leaves June alone', async () => {
    const host = await openClosed();
    const june = await shown(host, 'PoolStatement');
    await writeTask(await reconcile.plan({ period: '2026-07' }, quiet));
    const live = await liveByMonth(host, 'PoolStatement');
    expect(live[JUNE]).toBe(0);
    expect(live['2026-07']).toBe(104);
    expect((await shown(host, 'PoolStatement')).slice(0, june.length)).toEqual(june);
    const rows = await shown(host, 'PoolStatement');
    const joint = rows.find(({ Period, Partner }) => Period === '2026-07' && Partner === 'Joint');
    // The forecast that June was issued with is July's previous forecast, though it is a value now.
    expect(joint!['Previous forecast']).toBe(june.find(({ Partner }) => Partner === 'Joint')!['Forecast']);
    expect((await check.plan({ period: JUNE }, quiet)).findings.filter(({ severity }) => severity !== 'info')).toEqual(
      [],
    );
    await writeTask(await close.plan({ period: '2026-07' }, quiet));
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 0, '2026-07': 0 });
    expect((await shown(host, 'PoolStatement')).slice(0, june.length)).toEqual(june);
  });

  test('a closed month is replaced by no run, and closing it again says that it is closed', async () => {
    await openClosed();
    const run = await reconcile.plan({ period: JUNE }, quiet);
    expect(run.blockers).toMatchObject([
      { kind: 'period closed', partner: COUNCIL, place: { sheet: 'Pool periods', row: 5, column: 2 } },
      { kind: 'period closed', partner: PCT },
    ]);
    const again = await close.plan({ period: JUNE }, quiet);
    expect(again.blockers).toMatchObject([{ kind: 'already closed', period: JUNE }]);
    expect(again.workbook).toBeUndefined();
  });

  test('a Status typed as closed before is left, and its rows become values all the same', async () => {
    const host = await openReconciled();
    await type(host, 'Pool periods', 'C6', 'closed');
    const plan = await close.plan({ period: JUNE }, quiet);
    const status = plan.workbook!.tables.find(({ table }) => table === 'PoolPeriods')!;
    expect(status.rows).toHaveLength(1);
    await writeTask(plan);
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 0 });
    const runs = (await shown(host, 'PoolRuns')).filter(({ Task }) => Task === 'close');
    expect(runs.map(({ Why }) => Why)).toEqual([
      'was closed already: its rows are values now',
      'closed: its rows are values',
    ]);
  });

  test('taken back, the formulas stand again and the month is open', async () => {
    const host = await openReconciled();
    const before = await Promise.all(['PoolStatement', 'PoolControl', 'PoolPeriods'].map((t) => rowsIn(host, t)));
    const written = await tasks.writePlan(await tasks.planTask('close', { period: JUNE }, quiet), quiet);
    expect(written).toMatchObject({ ok: true });
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    const after = await Promise.all(['PoolStatement', 'PoolControl', 'PoolPeriods'].map((t) => rowsIn(host, t)));
    expect(after).toEqual(before);
    await type(host, 'Pool budgets', 'F6', 1);
    expect((await check.plan({}, quiet)).findings.map(({ kind }) => kind)).not.toContain('figure differs');
  });

  test('a column of the user’s own in the statement keeps its formula', async () => {
    const host = await openReconciled();
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('PoolStatement');
      table.columns.add(undefined, [['Half'], ...Array.from({ length: 8 }, (_, at) => [`=G${6 + at}/2`])]);
      await context.sync();
    });
    await writeTask(await close.plan({ period: JUNE }, quiet));
    const rows = await rowsIn(host, 'PoolStatement');
    expect(rows.map(({ formulas }) => formulas)).toEqual(rows.map(() => ['Half']));
  });
});

describe('after closing, something changes', () => {
  /** Without the trial balance's figure, which would be a finding of its own. */
  const AGREED = { PoolPeriods: [COUNCIL, PCT].map((Partner) => ({ Period: JUNE, Partner, Status: 'open' })) };

  async function moved() {
    const { findings } = await check.plan({ period: JUNE }, quiet);
    return findings.filter(({ severity }) => severity !== 'info');
  }

  test('nothing has changed: check finds nothing, and no formula counts as typed over', async () => {
    await openClosed();
    expect(await moved()).toEqual([]);
  });

  test('a ledger: issued, now and the gap, for the partner and for the line, each with its cell', async () => {
    const host = await openClosed(AGREED);
    await type(host, 'Council ledger', 'E5', 12100.5);
    const findings = await moved();
    expect(findings).toMatchObject([
      {
        kind: 'closed figure moved',
        severity: 'warning',
        partner: COUNCIL,
        line: 'Residential care',
        leftPence: 1325075,
        rightPence: 1335075,
        differencePence: -10000,
        place: { sheet: 'Pool statement', row: 5, column: 6 },
      },
      {
        kind: 'closed figure moved',
        partner: COUNCIL,
        leftPence: 1305075,
        rightPence: 1315075,
        differencePence: -10000,
        place: { sheet: 'Pool control', row: 5, column: 3 },
      },
    ]);
    expect(describeFinding(findings[0]!).what).toBe(
      'Derby City Council, Residential care: Actual to date was issued as £13,250.75 and would now be £13,350.75: £100.00 apart.',
    );
  });

  test('a budget: the budget to date that was issued, and no figure of the ledgers', async () => {
    const host = await openClosed();
    await type(host, 'Pool budgets', 'F6', 72000);
    expect(await moved()).toMatchObject([
      {
        kind: 'closed figure moved',
        line: 'Residential care',
        leftPence: 1525000,
        rightPence: 1825000,
        detail: { column: 'Budget to date' },
      },
    ]);
  });

  test('a line that leaves the pool: what was issued for it, and nothing now', async () => {
    const host = await openClosed();
    await type(host, 'Pool lines', 'E7', 'excluded');
    const findings = await moved();
    expect(findings).toContainEqual(
      expect.objectContaining({ partner: PCT, line: 'Day services', leftPence: -30000, rightPence: 0 }),
    );
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['closed figure moved']));
  });

  test('a value typed over in a closed row is found', async () => {
    const host = await openClosed();
    await type(host, 'Pool statement', 'G6', 1);
    expect(await moved()).toMatchObject([{ kind: 'closed figure moved', leftPence: 100, rightPence: 1325075 }]);
  });

  test('a formula that comes back into a closed row is found, and closing again makes it a value', async () => {
    const host = await openClosed();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Pool statement').getRange('L6').formulas = [['=1+1']];
      await context.sync();
    });
    // The column was blank, so Excel gives every cell of it the formula.
    const live = await moved();
    expect(live).toHaveLength(8);
    expect(live[0]).toMatchObject({
      kind: 'closed cell live',
      place: { sheet: 'Pool statement', row: 5, column: 11 },
    });
    await writeTask(await close.plan({ period: JUNE }, quiet));
    expect((await moved()).filter(({ kind }) => kind === 'closed cell live')).toEqual([]);
  });

  test('set back to provisional it is run again, and the record says restated with before, after and the gap', async () => {
    const host = await openClosed(AGREED);
    await type(host, 'Council ledger', 'E5', 12100.5);
    await type(host, 'Pool periods', 'C6', 'provisional');
    await type(host, 'Pool periods', 'C7', 'provisional');
    await writeTask(await reconcile.plan({ period: JUNE }, quiet));
    const runs = (await shown(host, 'PoolRuns')).filter(({ Run }) => Run === 3);
    expect(runs).toMatchObject([
      {
        Partner: COUNCIL,
        Before: 13050.75,
        After: 13150.75,
        Delta: 100,
        Why: 'restated after closing: ledger changed',
      },
      { Partner: PCT, Delta: 0, Why: 'restated after closing: input tables or another ledger changed' },
    ]);
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 104 });
    await writeTask(await close.plan({ period: JUNE }, quiet));
    expect(await moved()).toEqual([]);
  });
});
