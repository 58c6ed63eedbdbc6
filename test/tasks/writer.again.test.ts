/*
 * Excel refuses the first run of a task in the middle, and may refuse to have it put back too: running again then makes the
 * same workbook as a run that was never refused, cell by cell. Nothing has to be cleared up by hand.
 */
import type { WorkbookPlan } from '../../src/workbook/plan';
import { reconcile } from '../../src/tasks/reconcile';
import { settle } from '../../src/tasks/settle/settle';
import { writePlan } from '../../src/workbook/writer';
import type { TestHost } from '../support/host';
import { quiet, writeTask } from './fixture';
import { picture } from './picture';
import { PERIOD, openPool } from './settle/fixture';
import { QUARTER } from './settle/quarter';

jest.setTimeout(240_000);

type Sheets = { readonly name: string; readonly cells: readonly (readonly unknown[])[] }[];

/** The workbook without the time it was written at, which is another each time. */
function timeless(host: TestHost): unknown {
  const times: Readonly<Record<string, number>> = { Pool: 5, 'Pool runs': 1 };
  const { sheets, tables } = picture(host.book) as { readonly sheets: Sheets; readonly tables: unknown };
  return {
    tables,
    sheets: sheets.map(({ name, cells, ...sheet }) => ({
      ...sheet,
      name,
      cells: cells.filter(([row, column]) => times[name] !== column || Number(row) <= 4),
    })),
  };
}

/** The workbook before a task, and the plan of its first run. */
interface FirstRun {
  readonly before: readonly WorkbookPlan[];
  readonly plan: WorkbookPlan;
}

const runs: Record<string, FirstRun> = {};

// The plans are made once; written to a workbook that calculates nothing, each try takes a fraction of a second.
beforeAll(async () => {
  await openPool(QUARTER);
  const plans: WorkbookPlan[] = [];
  for (const task of [reconcile, settle]) {
    const planned = await task.plan({ period: PERIOD }, quiet);
    const { tables, period, when } = planned.workbook!;
    const plan: WorkbookPlan = { tables, ...(period && { period }), ...(when && { when }) };
    runs[task.name] = { before: [...plans], plan };
    plans.push(plan);
    await writeTask(planned);
  }
});

async function open(before: readonly WorkbookPlan[]): Promise<TestHost> {
  const host = await openPool(QUARTER);
  host.setCalculator(undefined as never);
  for (const plan of before) expect(await writePlan(plan)).toMatchObject({ ok: true });
  return host;
}

/** Which request of a run writes, how many actions it has, and what the workbook is afterwards. */
async function neverRefused({ before, plan }: FirstRun) {
  const host = await open(before);
  const from = host.requests;
  await writePlan(plan);
  const log = host.log.filter(({ number }) => number > from);
  const heaviest = log.reduce((most, each) => (each.requestBytes > most.requestBytes ? each : most));
  return { workbook: timeless(host), request: heaviest.number - from, actions: heaviest.actions };
}

/** How many actions put a whole run back. */
async function actionsBack({ before, plan }: FirstRun, request: number, actions: number): Promise<number> {
  const host = await open(before);
  const from = host.requests;
  host.injectFailure(from + request, 'ServiceNotAvailable', undefined, actions - 1);
  expect(await writePlan(plan)).toMatchObject({ workbook: 'restored' });
  return host.log.find(({ number }) => number === from + request + 3)!.actions;
}

/** Above 1 for a long run: so many times as many actions are tried. */
const DENSER = Number(process.env['REFUSE_DENSER'] ?? 1);

/** Every so many actions, and the last ones: they are about what a run records of itself. */
function sample(actions: number, every: number): readonly number[] {
  const step = Math.max(1, Math.round(every / DENSER));
  return Array.from({ length: actions }, (_none, at) => at).filter(
    (at) => at % step === 0 || at > actions - 1 - 6 * DENSER,
  );
}

describe.each(['reconcile', 'settle'])('the first run of %s', (task) => {
  let good: Awaited<ReturnType<typeof neverRefused>>;
  beforeAll(async () => {
    good = await neverRefused(runs[task]!);
  });

  const tryAgain = async (refuse: (host: TestHost, request: number) => void, workbook: string): Promise<void> => {
    const { before, plan } = runs[task]!;
    const host = await open(before);
    refuse(host, host.requests + good.request);
    const first = await writePlan(plan);
    // Without the step that Excel cannot do (freezing rows) it is written at once.
    if (!first.ok) {
      expect(first).toMatchObject({ workbook });
      expect(await writePlan(plan)).toMatchObject({ ok: true });
    }
    expect(timeless(host)).toEqual(good.workbook);
  };

  test('refused at any step and put back', async () => {
    for (const action of sample(good.actions, 191)) {
      await tryAgain((host, request) => {
        host.injectFailure(request, 'ServiceNotAvailable', undefined, action);
      }, 'restored');
    }
  });

  test('refused at any step, and nothing can be put back', async () => {
    for (const action of sample(good.actions, 131)) {
      await tryAgain((host, request) => {
        host.injectFailure(request, 'ServiceNotAvailable', undefined, action);
        host.injectFailure(request + 1, 'AccessDenied');
        host.injectFailure(request + 2, 'AccessDenied');
      }, 'partly written');
    }
  });

  test('refused at its last step, and again at any step of putting it back', async () => {
    const back = await actionsBack(runs[task]!, good.request, good.actions);
    for (const action of sample(back, 41)) {
      await tryAgain((host, request) => {
        host.injectFailure(request, 'ServiceNotAvailable', undefined, good.actions - 1);
        host.injectFailure(request + 3, 'AccessDenied', undefined, action);
        host.injectFailure(request + 4, 'AccessDenied');
      }, 'partly written');
    }
  });

  test('the task itself, asked again, finds nothing in its way', async () => {
    for (const part of [0.1, 0.3, 0.9]) {
      const [first, ...others] = [reconcile, settle].filter(({ name }) => name === 'reconcile' || name === task);
      const host = await openPool(QUARTER);
      if (others.length > 0) await writeTask(await first!.plan({ period: PERIOD }, quiet));
      const refused = (await (others[0] ?? first!).plan({ period: PERIOD }, quiet)).workbook!;
      const request = host.requests + good.request;
      host.injectFailure(request, 'ServiceNotAvailable', undefined, Math.floor(good.actions * part));
      host.injectFailure(request + 1, 'AccessDenied');
      host.injectFailure(request + 2, 'AccessDenied');
      expect(await writePlan(refused)).toMatchObject({ workbook: 'partly written' });
      await writeTask(await (others[0] ?? first!).plan({ period: PERIOD }, quiet));
      expect(timeless(host)).toEqual(good.workbook);
    }
  });
});
