/* Which months a workbook offers for reconciling, read from it through Office.js. */
import { listPeriods } from '../../src/tasks/index';
import { reconcile } from '../../src/tasks/reconcile';
import { newBook, openHost } from '../support/host';
import { COUNCIL, openPool, PCT, quiet, writeTask } from './fixture';

const row = (Period: string, Partner: string, Status: string) => ({ Period, Partner, Status });

test('a workbook without the model has none, and says that there is no model', async () => {
  openHost(newBook());
  await expect(listPeriods()).resolves.toEqual({ hasModel: false, periods: [] });
});

test('the months of PoolPeriods come newest first, with how each ledger stands; what is no month is left out', async () => {
  await openPool({
    PoolPeriods: [
      row('2026-05', COUNCIL, 'closed'),
      row('2026-06', COUNCIL, 'open'),
      row('2026-06', PCT, 'not received'),
      row('June', PCT, 'open'),
    ],
  });
  const { hasModel, periods } = await listPeriods();
  expect(hasModel).toBe(true);
  expect(periods).toEqual([
    {
      period: '2026-06',
      isReconciled: false,
      partners: [
        { partner: COUNCIL, status: 'open' },
        { partner: PCT, status: 'not received' },
      ],
    },
    { period: '2026-05', isReconciled: false, partners: [{ partner: COUNCIL, status: 'closed' }] },
  ]);
});

test('a month that was reconciled is marked', async () => {
  await openPool();
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  const { periods } = await listPeriods();
  expect(periods.find(({ period }) => period === '2026-06')?.isReconciled).toBe(true);
});

test('asking changes nothing, and takes three requests whatever the workbook holds', async () => {
  const host = await openPool();
  let changes = 0;
  host.book.onChange(() => changes++);
  const before = host.requests;
  await listPeriods();
  expect(changes).toBe(0);
  expect(host.requests - before).toBe(3);
});

test('when Excel refuses, the sentence says so and that nothing was written', async () => {
  const host = await openPool();
  host.injectFailure(host.requests + 1, 'AccessDenied');
  await expect(listPeriods()).rejects.toThrow(/^Nothing was written\. Excel does not allow/);
});
