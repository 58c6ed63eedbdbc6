/* Running `share` again: its own rows only, the user's cells kept, a partner that joins, runs recorded, and undo. */
import * as undo from '../../../src/tasks/undo';
import { share } from '../../../src/tasks/share/share';
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import type { TestHost } from '../../support/host';
import { inputTable, quiet } from '../fixture';
import {
  ITEMS,
  SHARERS,
  CITY,
  PROJECT,
  TRUST,
  differences,
  openProjects,
  rowOf,
  runShare,
  shownSplit,
  typeIn,
  withTables,
} from './fixture';

describe('running again, the user’s own cells, and undo', () => {
  test('a run after a change replaces its rows only; a row of another task and the user’s notes stay', async () => {
    const host = await openProjects();
    await runShare();
    const { cells } = await host.run((context) => readModel(context));
    const { row, values, headings, sheet } = cells.get('PoolSplit')!;
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('PoolSplit');
      const page = context.workbook.worksheets.getItem(sheet);
      page.getRangeByIndexes(row + values.length, 0, 1, 3).values = [["'2005-03", 'LD', 'Overspend']];
      table.resize(page.getRangeByIndexes(row - 1, 0, values.length + 2, headings.length));
      table.columns.add(undefined, [
        ['Note'],
        ...values.map((_each, at) => [at === 2 ? 'agreed 12 May' : '']),
        ['keep'],
      ]);
      await context.sync();
    });
    await typeIn(host, 'PoolProjects', 1, 'Cap', 18_000);
    await runShare();
    const rows = await shownSplit(host);
    expect(rows.find(({ What }) => What === 'Overspend')).toMatchObject({ Note: 'keep' });
    expect(rows.find(({ Row }) => Row === 'shared')).toMatchObject({ Amount: 18_000, Note: 'agreed 12 May' });
    expect(rows.filter(({ Row }) => Row === 'shared')).toHaveLength(1);
  });

  test('a project that is gone leaves no row behind', async () => {
    const second = { ...ITEMS[0]!, Project: 'Other' };
    const host = await openProjects(
      withTables({
        PoolProjects: [...ITEMS, second],
        PoolProjectShares: [...SHARERS, { Project: 'Other', Partner: CITY, Treatment: 'equal' }],
      }),
    );
    await runShare();
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Pool projects').getRange('A8:I8').clear('Contents');
      context.workbook.worksheets.getItem('Pool project shares').getRange('A11:D11').clear('Contents');
      await context.sync();
    });
    await runShare();
    expect(new Set((await shownSplit(host)).map(({ Project }) => Project))).toEqual(new Set([PROJECT]));
    expect(await differences(host)).toEqual([]);
  });

  describe('a partner that joins later', () => {
    const HEALTH = 'Leicestershire Health Authority';

    async function join(host: TestHost): Promise<void> {
      const written = await writePlan({
        tables: [
          { ...inputTable('PoolPartners', [{ Partner: HEALTH, 'Short name': 'Health' }]), action: 'update' },
          {
            ...inputTable('PoolProjectShares', [{ Project: PROJECT, Partner: HEALTH, Treatment: 'equal' }]),
            action: 'update',
          },
        ],
      });
      if (!written.ok) throw new Error(written.stop.kind);
      expect(host.book.sheet('Pool split')).toBeDefined();
    }

    test('gets a column at the right end of the table, and undo takes it away again', async () => {
      const host = await openProjects();
      await runShare();
      const before = await shownSplit(host);
      await join(host);
      const plan = await share.plan({}, quiet);
      const written = await writePlan(plan.workbook!);
      if (!written.ok) throw new Error(JSON.stringify(written));
      const shared = await rowOf(host, 'shared');
      expect(shared).toMatchObject({ Trust: 3_700, Health: 3_700, Check: 0 });
      expect(Object.keys((await shownSplit(host))[0]!).at(-1)).toBe('Health');
      expect(await differences(host)).toEqual([]);

      undo.rememberRun(written.record);
      expect(await undo.undoLastRun()).toMatchObject({ ok: true });
      expect(Object.keys((await shownSplit(host))[0]!)).toEqual(Object.keys(before[0]!));
      await runShare();
      await runShare();
      expect(await differences(host)).toEqual([]);
    });

    test('is told of what stands to the right of the table, and nothing is written', async () => {
      const host = await openProjects();
      await runShare();
      const { area } = host.book.table('PoolSplit')!;
      host.book.sheet('Pool split')!.setContent(20, area.column + area.columns + 1, 'a note');
      await join(host);
      expect((await share.plan({}, quiet)).blockers).toMatchObject([
        { kind: 'no room for columns', detail: { names: 'Health' } },
      ]);
    });
  });

  test('each run is recorded per partner with before, after and difference', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolProjects', 1, 'Cap', 18_000);
    await runShare();
    const { tables } = await host.run((context) => readModel(context));
    const runs = tables.get('PoolRuns')!.rows.map(({ values }) => values);
    expect(runs.filter(({ Partner }) => Partner === TRUST)).toMatchObject([
      { Run: 1, Task: 'share', Period: '2005-03', Before: null, After: 462_500, Delta: null },
      {
        Run: 2,
        Task: 'share',
        Period: '2005-03',
        Before: 462_500,
        After: 412_500,
        Delta: -50_000,
        Why: 'projects changed',
      },
    ]);
  });

  test('undo puts the earlier figures back, formulas and all', async () => {
    const host = await openProjects();
    await runShare();
    const before = await shownSplit(host);
    await typeIn(host, 'PoolProjectShares', 5, 'Amount', 2_000);
    const plan = await share.plan({}, quiet);
    const written = await writePlan(plan.workbook!);
    if (!written.ok) throw new Error(written.stop.kind);
    undo.rememberRun(written.record);
    expect(await undo.undoLastRun()).toMatchObject({ ok: true });
    await typeIn(host, 'PoolProjectShares', 5, 'Amount', 1_500);
    expect(await shownSplit(host)).toEqual(before);
    expect(await differences(host)).toEqual([]);
  });

  test('a change in the projects between plan and write stops the writing', async () => {
    const host = await openProjects();
    const plan = await share.plan({}, quiet);
    await typeIn(host, 'PoolProjects', 1, 'Cap', 18_000);
    expect(await writePlan(plan.workbook!)).toMatchObject({
      ok: false,
      workbook: 'unchanged',
      stop: { kind: 'inputs-changed' },
    });
  });

  test('a year that is closed for a partner keeps its issued rows', async () => {
    await openProjects(withTables({ PoolPeriods: [{ Period: '2005-03', Partner: CITY, Status: 'closed' }] }));
    await runShare();
    const again = await share.plan({}, quiet);
    expect(again.blockers).toMatchObject([{ kind: 'period closed', partner: CITY, period: '2005-03' }]);
  });
});
