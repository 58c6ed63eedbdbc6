/* `close` refuses whatever is not as it was run, with the cell and what to do; nothing is written then. */
import { close } from '../../../src/tasks/close/close';
import { reconcile } from '../../../src/tasks/reconcile';
import { describeFinding } from '../../../src/words/findings';
import { COUNCIL, PCT, openPool, quiet, writeTask } from '../fixture';
import { JUNE, openReconciled, type } from './fixture';

/** The reasons, each with its place in words; the plan must not be writable. */
async function reasons(period: string | undefined = JUNE) {
  const plan = await close.plan(period === undefined ? {} : { period }, quiet);
  expect(plan.workbook).toBeUndefined();
  expect(plan.blockers).not.toEqual([]);
  return plan.blockers.map((finding) => {
    const { where, whatToDo } = describeFinding(finding);
    expect(whatToDo).not.toBe('');
    return [finding.kind, where];
  });
}

test('without a month, or with something that is none', async () => {
  await openReconciled();
  expect((await close.plan({}, quiet)).blockers).toMatchObject([{ kind: 'period not given' }]);
  expect(await reasons('June')).toEqual([['period not given', 'The workbook']]);
});

test('a month that was never run', async () => {
  await openReconciled();
  expect(await reasons('2026-05')).toEqual([
    ['close without row', 'PoolPeriods'],
    ['close without row', 'PoolPeriods'],
  ]);
  const host = await openPool();
  expect((await reasons()).slice(0, 2)).toEqual([
    ['close not reconciled', "'Pool periods'!C6"],
    ['close not reconciled', "'Pool periods'!C7"],
  ]);
  expect(host.book.sheet('Pool runs')).toBeUndefined();
});

test('a partner whose month is not received', async () => {
  const host = await openReconciled();
  await type(host, 'Pool periods', 'C7', 'not received');
  await writeTask(await reconcile.plan({ period: JUNE }, quiet));
  expect(await reasons()).toEqual([['close not received', "'Pool periods'!C7"]]);
});

test('a ledger that changed since the run, with both figures', async () => {
  const host = await openReconciled({
    PoolPeriods: [
      { Period: JUNE, Partner: COUNCIL },
      { Period: JUNE, Partner: PCT },
    ],
  });
  await type(host, 'Council ledger', 'E5', 12000);
  const { blockers } = await close.plan({ period: JUNE }, quiet);
  expect(blockers).toMatchObject([
    { kind: 'close ledger changed', partner: COUNCIL, leftPence: 1305075, rightPence: 1305025, differencePence: -50 },
    { kind: 'close inputs changed', partner: PCT },
  ]);
});

test('a budget that changed since the run', async () => {
  const host = await openReconciled();
  await type(host, 'Pool budgets', 'F6', 1);
  expect((await reasons()).map(([kind]) => kind)).toEqual(['close inputs changed', 'close inputs changed']);
});

test('the next month, or a Status that is still received, changes nothing of this one', async () => {
  const host = await openReconciled();
  await type(host, 'Pool periods', 'C7', 'provisional');
  await writeTask(await reconcile.plan({ period: '2026-07' }, quiet));
  expect((await close.plan({ period: JUNE }, quiet)).blockers).toEqual([]);
});

test.each([
  ['#BUSY!', '#BUSY!'],
  ['#NAME?', '#NAME?'],
  ['an error', '=1/0'],
])('a cell of the month that shows %s is named once', async (_why, text) => {
  const host = await openReconciled();
  const sheet = host.book.sheet('Pool statement')!;
  const formula = sheet.cell(5, 6)!.formula!;
  if (text.startsWith('=')) {
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Pool statement').getRange('G6').formulas = [[text]];
      await context.sync();
    });
  } else sheet.setContent(5, 6, text, formula);
  const found = await reasons();
  expect(found.filter(([, where]) => where === "'Pool statement'!G6")).toEqual([
    ['figure not ready', "'Pool statement'!G6"],
  ]);
});

test('an error of the month, a typed-over figure and a code that leads nowhere stop it', async () => {
  const host = await openReconciled();
  await type(host, 'Pool statement', 'G6', 5);
  const found = await reasons();
  expect(found.slice(0, 2)).toEqual([
    ['formula overwritten', "'Pool statement'!G6"],
    ['figure differs', "'Pool statement'!G6"],
  ]);
  // What follows from the figure differs too.
  expect(new Set(found.slice(2).map(([kind]) => kind))).toEqual(new Set(['figure differs']));
  await openPool();
  await writeTask(await reconcile.plan({ period: JUNE }, quiet));
  expect(await reasons()).toEqual([['code unmapped', "'Council ledger'!E9"]]);
});

test('a table that cannot be read', async () => {
  const host = await openReconciled();
  await type(host, 'Pool budgets', 'F6', 'sixty');
  expect(await reasons()).toEqual([['cell not money', "'Pool budgets'!F6"]]);
});

test('a filtered statement', async () => {
  const host = await openReconciled();
  host.book.table('PoolStatement')!.filter = 'filtering';
  expect((await close.plan({ period: JUNE }, quiet)).blockers).toMatchObject([{ kind: 'table filtered' }]);
});
