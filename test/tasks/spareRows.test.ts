/*
 * Rows that a user keeps ready below the others, with a formula in each amount that shows an empty text until the row is
 * filled in: nothing in the formulas as in the model, in every table whose amounts formulas add up.
 */
import { check } from '../../src/tasks/check';
import { share } from '../../src/tasks/share/share';
import { EVERYTHING } from './everyTable';
import { quiet, writeTask } from './fixture';
import { PERIOD, differences, openPool, runReconcileTask, runSettle } from './settle/fixture';

jest.setTimeout(180_000);

/** The amounts that formulas add up, by table. */
const AMOUNTS: Readonly<Record<string, readonly string[]>> = {
  PoolBudgets: ['Amount'],
  PoolAdjustments: ['Amount'],
  PoolContributions: ['Amount'],
  PoolGrants: ['Amount', 'Brought forward'],
  PoolProjectShares: ['Amount'],
  PoolProjects: ['Cap'],
  PoolShares: ['Cap'],
};
const SHOWS_NOTHING = '=IF(1=1,"","")';

test('spare rows, and blanks that are formulas, leave every figure as it is', async () => {
  const spare = Object.keys(AMOUNTS).map((table) => [table, [...(EVERYTHING.tables[table] ?? []), {}]] as const);
  const host = await openPool({ ...EVERYTHING, tables: { ...EVERYTHING.tables, ...Object.fromEntries(spare) } });
  await Excel.run(async (context) => {
    for (const [name, columns] of Object.entries(AMOUNTS)) {
      for (const column of columns) {
        const cells = context.workbook.tables.getItem(name).columns.getItem(column).getDataBodyRange().load('values');
        await context.sync();
        cells.values.forEach(([value], row) => {
          if (value === '') cells.getCell(row, 0).formulas = [[SHOWS_NOTHING]];
        });
      }
    }
    await context.sync();
  });
  await runReconcileTask();
  await runSettle();
  await writeTask(await share.plan({ period: PERIOD }, quiet));
  expect(await differences(host)).toEqual([]);
  const { findings } = await check.plan({ period: PERIOD }, quiet);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});
