/*
 * Excel refuses, at every request of a task and in the middle of every writing request: the workbook is as it was.
 */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { ReadRefused } from '../../src/tasks/readOnly';
import { undoRun } from '../../src/workbook/undo';
import { writePlan } from '../../src/workbook/writer';
import type { TestHost } from '../support/host';
import { openPool, quiet, writeTask } from './fixture';
import { picture } from './picture';

/** Requests that a whole run sends: planning and writing. */
async function countRequests(
  prepare: () => Promise<TestHost>,
): Promise<{ plan: number; all: number; writing: number; actions: number }> {
  const host = await prepare();
  const before = host.requests;
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  const planned = host.requests;
  await writePlan(plan.workbook!);
  const log = host.log.filter(({ number }) => number > planned);
  // The request that writes is the heaviest one.
  const heaviest = log.reduce((most, each) => (each.requestBytes > most.requestBytes ? each : most));
  const writing = heaviest.number - planned;
  return { plan: planned - before, all: host.requests - before, writing, actions: heaviest.actions };
}

const secondRun = async (): Promise<TestHost> => {
  const host = await openPool();
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  host.book.sheet('Council ledger')!.setContent(4, 4, 12000);
  return host;
};
const firstRun = (): Promise<TestHost> => openPool();

const CODES = ['GeneralException', 'AccessDenied', 'InvalidOperationInCellEditMode', 'ItemNotFound', 'RequestAborted'];

test('while a task reads, any refusal ends it and nothing has changed', async () => {
  const { plan } = await countRequests(firstRun);
  expect(plan).toBeGreaterThanOrEqual(4);
  for (let nth = 1; nth <= plan; nth++) {
    for (const task of [reconcile, check]) {
      const host = await openPool();
      const before = picture(host.book);
      host.injectFailure(host.requests + nth, CODES[nth % CODES.length]!);
      const outcome = await task.plan({ period: '2026-06' }, quiet).then(
        () => 'planned',
        (error: unknown) => error,
      );
      expect(outcome).toBeInstanceOf(ReadRefused);
      expect(picture(host.book)).toEqual(before);
    }
  }
});

describe.each([
  ['the first run, which adds sheets', firstRun],
  ['a later run, which changes tables', secondRun],
])('while %s is written', (_name, prepare) => {
  test('a request that is refused whole leaves the workbook as it was', async () => {
    const counted = await countRequests(prepare);
    for (let nth = 1; nth <= counted.all - counted.plan; nth++) {
      const host = await prepare();
      const plan = await reconcile.plan({ period: '2026-06' }, quiet);
      const sheets = host.book.sheets.map(({ name }) => name);
      const before = picture(host.book);
      host.injectFailure(host.requests + nth, CODES[nth % CODES.length]!);
      const result = await writePlan(plan.workbook!);
      const added = host.book.sheets.map(({ name }) => name).filter((name) => !sheets.includes(name));
      if (result.ok) {
        // The last request only reads back for undo: the run stands, and undo will say that it does not know.
        expect(result.record.after).toEqual([]);
        continue;
      }
      expect(result.workbook).not.toBe('partly written');
      expect(picture(host.book, added)).toEqual(before);
    }
  });

  test('a request that is refused half way is put back, cell by cell', async () => {
    const counted = await countRequests(prepare);
    const { writing, actions } = counted;
    for (let action = 1; action < actions; action += Math.max(1, Math.floor(actions / 12))) {
      const host = await prepare();
      const plan = await reconcile.plan({ period: '2026-06' }, quiet);
      const sheets = host.book.sheets.map(({ name }) => name);
      const before = picture(host.book);
      host.injectFailure(host.requests + writing, 'ServiceNotAvailable', undefined, action);
      const result = await writePlan(plan.workbook!);
      expect(result).toMatchObject({ ok: false, workbook: 'restored', stop: { kind: 'refused' } });
      const added = host.book.sheets.filter(({ name }) => !sheets.includes(name));
      expect(
        picture(
          host.book,
          added.map(({ name }) => name),
        ),
      ).toEqual(before);
      // What stays of an added sheet is at most the one heading that Excel gives an emptied table.
      for (const sheet of added) {
        const left = [...sheet.cells()].filter(([, , cell]) => cell.value !== null).map(([, , cell]) => cell.value);
        expect(left.filter((value) => value !== 'Column1')).toEqual([]);
      }
      const again = await writePlan((await reconcile.plan({ period: '2026-06' }, quiet)).workbook!);
      expect(again.ok).toBe(true);
    }
  }, 60_000);
});

test('when putting back fails too, it says that the workbook is partly written', async () => {
  const host = await openPool();
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  const start = host.requests;
  // Requests 1–4 prepare; 5 writes; 6 and 7 look at what stands; 8 puts back.
  host.injectFailure(start + 5, 'GeneralException', undefined, 30);
  for (let nth = 6; nth <= 12; nth++) host.injectFailure(start + nth, 'AccessDenied');
  const result = await writePlan(plan.workbook!);
  expect(result).toMatchObject({ ok: false, workbook: 'partly written' });
});

test('a refusal while a run is taken back is tried again, and leaves no half', async () => {
  for (const nth of [1, 2, 3, 4, 5, 6]) {
    const host = await secondRun();
    const before = picture(host.book);
    const written = await writePlan((await reconcile.plan({ period: '2026-06' }, quiet)).workbook!);
    if (!written.ok) throw new Error(JSON.stringify(written));
    const after = picture(host.book);
    // The later requests also half way through: what puts back is sent after looking at what stands.
    host.injectFailure(host.requests + nth, 'GeneralException', undefined, nth > 5 ? 3 : undefined);
    const undone = await undoRun(written.record);
    expect(picture(host.book)).toEqual(undone.ok ? before : after);
    expect(undone.ok).toBe(nth > 3);
  }
});
