/*
 * `freeze` on whole workbooks: the output tables' formulas become the values they show, the user's own cells are listed and
 * left alone, and undo puts the formulas back.
 */
import { check } from '../../../src/tasks/check';
import { freeze } from '../../../src/tasks/freeze/freeze';
import * as tasks from '../../../src/tasks/index';
import { reconcile } from '../../../src/tasks/reconcile';
import { describeFinding } from '../../../src/words/findings';
import { fill, read } from '../../support/host';
import { COUNCIL, PCT, quiet, writeTask } from '../fixture';
import { JUNE, liveByMonth, openReconciled, rowsIn, type } from '../close/fixture';
import { openProjects, runShare, shownSplit, typeIn } from '../share/fixture';

describe('a reconciled workbook', () => {
  test('every live cell becomes what it showed; the plan lists how many per table', async () => {
    const host = await openReconciled();
    await writeTask(await reconcile.plan({ period: '2026-07' }, quiet));
    const before = (await rowsIn(host, 'PoolStatement')).map(({ values }) => values);
    const plan = await freeze.plan({}, quiet);
    expect(plan.totals['toValues']).toEqual([
      { table: 'PoolControl', title: 'Control totals', rows: 4, cells: 36 },
      { table: 'PoolStatement', title: 'Joint monthly statement', rows: 16, cells: 208 },
    ]);
    expect(plan.findings).toEqual([]);
    await writeTask(plan);
    expect((await rowsIn(host, 'PoolStatement')).map(({ values }) => values)).toEqual(before);
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 0, '2026-07': 0 });
    expect(await liveByMonth(host, 'PoolControl')).toEqual({ [JUNE]: 0, '2026-07': 0 });
  });

  test('the run is recorded per month and partner, and moves nothing', async () => {
    const host = await openReconciled();
    await writeTask(await freeze.plan({}, quiet));
    const runs = (await rowsIn(host, 'PoolRuns')).map(({ values }) => values).filter(({ Task }) => Task === 'freeze');
    expect(runs).toMatchObject([
      { Run: 2, Period: JUNE, Partner: COUNCIL, Before: 13050.75, After: 13050.75, Delta: 0 },
      { Run: 2, Period: JUNE, Partner: PCT, Before: 15700.01, After: 15700.01, Delta: 0 },
    ]);
  });

  test('one month alone: the other stays live', async () => {
    const host = await openReconciled();
    await writeTask(await reconcile.plan({ period: '2026-07' }, quiet));
    await writeTask(await freeze.plan({ period: JUNE }, quiet));
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 0, '2026-07': 104 });
  });

  test('frozen again there is nothing to do; run again the month is live', async () => {
    const host = await openReconciled();
    await writeTask(await freeze.plan({}, quiet));
    expect((await freeze.plan({}, quiet)).blockers).toMatchObject([{ kind: 'nothing to freeze' }]);
    expect((await freeze.plan({ period: '2026-05' }, quiet)).blockers).toMatchObject([
      { kind: 'nothing to freeze', period: '2026-05' },
    ]);
    expect((await check.plan({}, quiet)).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    await writeTask(await reconcile.plan({ period: JUNE }, quiet));
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 104 });
  });

  test('taken back, every formula stands where it stood', async () => {
    const host = await openReconciled();
    const before = await rowsIn(host, 'PoolStatement');
    const written = await tasks.writePlan(await tasks.planTask('freeze', {}, quiet), quiet);
    expect(written).toMatchObject({ ok: true });
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(await rowsIn(host, 'PoolStatement')).toEqual(before);
  });

  test.each(['#BUSY!', '#NAME?', '#VALUE!'])('refused while a cell shows %s, with the cell', async (text) => {
    const host = await openReconciled();
    const sheet = host.book.sheet('Pool control')!;
    sheet.setContent(6, 3, text, sheet.cell(6, 3)!.formula!);
    const plan = await freeze.plan({}, quiet);
    expect(plan.workbook).toBeUndefined();
    expect(plan.blockers).toMatchObject([
      { kind: 'figure not ready', place: { sheet: 'Pool control', row: 6, column: 3 }, detail: { text } },
    ]);
    expect((await freeze.plan({ period: '2026-05' }, quiet)).blockers).toMatchObject([{ kind: 'nothing to freeze' }]);
  });

  test('a month that is none', async () => {
    await openReconciled();
    expect((await freeze.plan({ period: 'P3' }, quiet)).blockers).toMatchObject([{ kind: 'period not given' }]);
  });

  test('a figure that moves between plan and write stops the writing', async () => {
    const host = await openReconciled();
    const plan = await tasks.planTask('freeze', {}, quiet);
    await type(host, 'Pool budgets', 'F6', 1);
    const written = await tasks.writePlan(plan, quiet);
    expect(written).toMatchObject({ ok: false, workbook: 'unchanged' });
    expect(await liveByMonth(host, 'PoolStatement')).toEqual({ [JUNE]: 104 });
  });
});

describe('a workbook with POOL formulas', () => {
  test('the shares of a project become amounts; formulas of the user’s own are listed and left', async () => {
    const host = await openProjects();
    await runShare();
    const notes = host.book.sheet('Notes')!;
    fill(notes, 'A1', [
      ['Our own split', '=POOL.SHARE(100,{2,3},1)'],
      ['Not one of ours', '=1+1'],
    ]);
    notes.setContent(2, 0, 'a text that says POOL.SPLIT(');
    await host.run((context) => context.sync());
    const before = await shownSplit(host);
    const plan = await freeze.plan({}, quiet);
    expect(plan.blockers).toEqual([]);
    expect(plan.findings).toMatchObject([
      {
        kind: 'formulas of yours',
        severity: 'info',
        place: { sheet: 'Notes', row: 0, column: 1 },
        detail: { cells: 1 },
      },
    ]);
    expect(describeFinding(plan.findings[0]!).what).toMatch(
      /^1 cell of yours on Notes uses .* left as it is: Notes!B1\.$/,
    );
    await writeTask(plan);
    expect(await shownSplit(host)).toEqual(before);
    const live = (await rowsIn(host, 'PoolSplit')).flatMap(({ formulas }) => formulas);
    expect(live).toEqual([]);
    expect(notes.cell(0, 1)?.formula).toBe('=POOL.SHARE(100,{2,3},1)');
    expect(read(notes, 'B2')).toEqual([[2]]);
    // A value no longer follows its input: that is what was asked for, and check says so.
    await typeIn(host, 'PoolProjects', 1, 'Cap', 18_000);
    expect(await shownSplit(host)).toEqual(before);
    expect((await check.plan({}, quiet)).findings.map(({ kind }) => kind)).toContain('figure differs');
  });
});
