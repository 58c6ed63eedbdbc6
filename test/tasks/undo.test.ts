/*
 * Writing, undo and going to a cell through the tasks' entry, as the pane and the headless runner use it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tasks from '../../src/tasks/index';
import { read } from '../support/host';
import { COUNCIL, openPool, quiet } from './fixture';
import { picture } from './picture';

const SHEETS = [
  'Pool actuals',
  'Pool control',
  'Pool statement',
  'Pool matches',
  'Pool bridge',
  'Pool findings',
  'Pool runs',
];

async function reconcile(period = '2026-06') {
  const plan = await tasks.planTask('reconcile', { period }, quiet);
  return tasks.writePlan(plan, quiet);
}

test('where there is no Excel the entry loads, and says so when called', async () => {
  const excel = (globalThis as { Excel?: unknown }).Excel;
  delete (globalThis as { Excel?: unknown }).Excel;
  await expect(tasks.planTask('check', {}, quiet)).rejects.toMatchObject({ name: 'TaskStopped', reason: 'no-excel' });
  (globalThis as { Excel?: unknown }).Excel = excel;
});

test('the version that runs record is the package’s', () => {
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string };
  expect(tasks.version).toBe(version);
});

test('nothing to take back', async () => {
  expect(tasks.canUndo()).toBe(false);
  expect(await tasks.undoLastRun()).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/no run to take back/),
  });
});

test('undo after a first run empties what it added; the run can be repeated', async () => {
  const host = await openPool();
  const written = await reconcile();
  expect(written).toMatchObject({
    ok: true,
    sentence: expect.stringMatching(/^8 tables written: the list of tables, Actuals from the ledgers/),
  });
  expect(tasks.canUndo()).toBe(true);
  const statement = read(host.book.sheet('Pool statement')!, 'A5:M13');
  const undone = await tasks.undoLastRun();
  expect(undone).toMatchObject({
    ok: true,
    sentence: expect.stringMatching(
      /taken back: the list of tables, Actuals from the ledgers.*stand empty: Pool actuals/,
    ),
  });
  for (const name of SHEETS) {
    const left = [...host.book.sheet(name)!.cells()].filter(([, , cell]) => cell.value !== null);
    expect(left.map(([, , cell]) => cell.value).filter((value) => value !== 'Column1')).toEqual([]);
  }
  expect(tasks.canUndo()).toBe(false);
  expect(await reconcile()).toMatchObject({ ok: true });
  expect(read(host.book.sheet('Pool statement')!, 'A5:M13')).toEqual(statement);
});

test('undo after a later run puts the earlier figures back', async () => {
  const host = await openPool();
  await reconcile();
  const pictures = () => SHEETS.map((name) => read(host.book.sheet(name)!, 'A5:X40'));
  const before = pictures();
  host.book.sheet('Council ledger')!.setContent(8, 1, 'A100');
  expect(await reconcile()).toMatchObject({ ok: true });
  expect(pictures()).not.toEqual(before);
  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  await tasks.planTask('check', {}, quiet);
  expect(pictures()).toEqual(before);
});

test('undo names the cells that changed since and touches nothing', async () => {
  const host = await openPool();
  await reconcile();
  host.book.sheet('Pool bridge')!.setContent(5, 7, 'A reason');
  const before = read(host.book.sheet('Pool bridge')!, 'A5:K12');
  const undone = await tasks.undoLastRun();
  expect(undone).toMatchObject({ ok: false, cells: [{ sheet: 'Pool bridge', row: 5, column: 7 }] });
  expect(undone.sentence).toContain("'Pool bridge'!H6");
  expect(read(host.book.sheet('Pool bridge')!, 'A5:K12')).toEqual(before);
});

test("a user's own change beside the run does not stop undo, and stays", async () => {
  const host = await openPool();
  await reconcile();
  const sheet = host.book.sheet('Pool partners')!;
  sheet.setContent(6, 3, 'PCT; Derby PCT');
  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  expect(read(sheet, 'D7')).toEqual([['PCT; Derby PCT']]);
});

describe('what someone has typed on a sheet that the run added stops undo, is listed and stays', () => {
  const NOTE = 'Agreed with the PCT on 3 July';

  test.each<[why: string, row: number, column: number]>([
    ['a note beside the title', 1, 2],
    ['a heading typed over', 4, 2],
  ])('%s', async (_why, row, column) => {
    const host = await openPool();
    await reconcile();
    const sheet = host.book.sheet('Pool control')!;
    sheet.setContent(row, column, NOTE);
    const before = picture(host.book);
    expect(await tasks.undoLastRun()).toMatchObject({ ok: false, cells: [{ sheet: 'Pool control', row, column }] });
    expect(picture(host.book)).toEqual(before);
  });

  test.each<
    [why: string, grow: { rows?: number; columns?: number }, at: (rows: number, columns: number) => [number, number]]
  >([
    ['a row of the user’s below', { rows: 1 }, (rows) => [rows, 2]],
    ['a column of the user’s', { columns: 1 }, (_rows, columns) => [0, columns]],
  ])('%s', async (_why, { rows = 0, columns = 0 }, at) => {
    const host = await openPool();
    await reconcile();
    const { area } = host.book.table('PoolControl')!;
    const [r, c] = at(area.rows, area.columns);
    const [row, column] = [area.row + r, area.column + c];
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Pool control');
      sheet.getCell(row, column).values = [[NOTE]];
      const to = sheet.getRangeByIndexes(area.row, area.column, area.rows + rows, area.columns + columns);
      context.workbook.tables.getItem('PoolControl').resize(to);
      await context.sync();
    });
    const before = picture(host.book);
    const undone = await tasks.undoLastRun();
    expect(undone).toMatchObject({ ok: false, cells: [{ sheet: 'Pool control', row, column }] });
    expect(picture(host.book)).toEqual(before);
  });

  test('a note apart from the table stays where it is, and stops nothing', async () => {
    const host = await openPool();
    await reconcile();
    const sheet = host.book.sheet('Pool control')!;
    sheet.setContent(40, 20, NOTE);
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(read(sheet, 'U41')).toEqual([[NOTE]]);
  });
});

test('a plan with blockers writes nothing and repeats them in words', async () => {
  const host = await openPool({ PoolCodes: [] });
  const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
  const outcome = await tasks.writePlan(plan, quiet);
  expect(outcome).toMatchObject({ ok: false, workbook: 'unchanged', findings: [{ kind: 'table missing' }] });
  expect(outcome.sentence).toMatch(/PoolCodes is needed/);
  expect(host.book.sheet('Pool statement')).toBeUndefined();
});

test('cancelling ends a task before anything is written', async () => {
  await openPool();
  const cancelled = { report: () => undefined, isCancelled: () => true };
  await expect(tasks.planTask('reconcile', { period: '2026-06' }, cancelled)).rejects.toMatchObject({
    reason: 'cancelled',
    message: 'Stopped. Nothing was written.',
  });
});

test('a cell being edited makes a task wait, not fail', async () => {
  const host = await openPool();
  host.startCellEdit();
  const planned = tasks.planTask('reconcile', { period: '2026-06' }, quiet);
  setTimeout(() => host.endCellEdit(), 20);
  expect((await planned).blockers).toEqual([]);
});

test('where Excel cannot undo a run in one step it asks, and writes without when told to', async () => {
  const host = await openPool();
  const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
  // The fifth request of a run is the one that writes.
  host.injectFailure(host.requests + 5, 'UndoNotSupported');
  const outcome = await tasks.writePlan(plan, quiet);
  expect(outcome).toMatchObject({ ok: false, workbook: 'restored', asksUngrouped: true });
  expect(await tasks.writePlan(plan, quiet, { grouped: false })).toMatchObject({ ok: true });
});

test('going to a finding selects its cell; a sheet that is gone gives a sentence', async () => {
  const host = await openPool();
  expect(await tasks.goTo({ sheet: 'Council ledger', row: 8, column: 4 })).toBeUndefined();
  const selected = await host.run(async (context) => {
    const range = context.workbook.getSelectedRange().load('address');
    await context.sync();
    return range.address;
  });
  expect(selected).toBe("'Council ledger'!E9");
  expect(await tasks.goTo({ sheet: 'Nowhere', row: 0, column: 0 })).toMatch(/^Nowhere!A1 cannot be shown/);
});

test('the totals that --json prints are pounds with two decimals', async () => {
  await openPool();
  const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
  const text = JSON.stringify(plan.totals);
  expect(text).not.toMatch(/\d\.\d{3}/);
  expect(JSON.parse(text)).toMatchObject({
    period: '2026-06',
    financialYear: '2026/27',
    partners: [{ partner: COUNCIL }, {}],
  });
});

describe('with the requirement sets of a host', () => {
  const realm = globalThis as { Office?: unknown };
  afterEach(() => {
    delete realm.Office;
  });

  test('an Excel that is too old is told so, and nothing is written', async () => {
    const host = await openPool();
    const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
    host.office.setExcelApi('1.12');
    realm.Office = host.office.Office;
    const outcome = await tasks.writePlan(plan, quiet);
    host.office.setExcelApi('1.20');
    expect(outcome).toMatchObject({ ok: false, workbook: 'unchanged', sentence: expect.stringMatching(/too old/) });
    expect(host.book.sheet('Pool statement')).toBeUndefined();
  });

  test('an Excel with undo groups takes a whole run as one', async () => {
    const host = await openPool();
    realm.Office = host.office.Office;
    const plan = await tasks.planTask('reconcile', { period: '2026-06' }, quiet);
    expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  });
});

test('a table with its total row shown: nothing is taken back half, what stands there is listed, and hidden it is', async () => {
  const host = await openPool();
  expect(await reconcile()).toMatchObject({ ok: true });
  expect(await reconcile()).toMatchObject({ ok: true });
  const totals = (isShown: boolean): Promise<void> =>
    host.run(async (context) => {
      context.workbook.tables.getItem('PoolStatement').showTotals = isShown;
      await context.sync();
    });
  await totals(true);
  const before = picture(host.book, []);
  const refused = await tasks.undoLastRun();
  expect(refused).toMatchObject({ ok: false, sentence: expect.stringMatching(/^Nothing was taken back/) });
  expect(picture(host.book, [])).toEqual(before);
  await totals(false);
  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
});

test('a total row without a text of its own stops it too: the table is named, and what to do', async () => {
  const host = await openPool();
  expect(await reconcile()).toMatchObject({ ok: true });
  expect(await reconcile()).toMatchObject({ ok: true });
  await host.run(async (context) => {
    const table = context.workbook.tables.getItem('PoolStatement');
    table.showTotals = true;
    await context.sync();
    table.getTotalRowRange().clear('Contents');
    await context.sync();
  });
  const before = picture(host.book, []);
  expect(await tasks.undoLastRun()).toMatchObject({
    ok: false,
    sentence: expect.stringMatching(/^Nothing was taken back, because PoolStatement shows its total row. Hide it/),
  });
  expect(picture(host.book, [])).toEqual(before);
});
