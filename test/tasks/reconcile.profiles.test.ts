/* Budgets that fall on the months by a profile: in the statement, after a change in the sheet, and what is refused. */
import { check } from '../../src/tasks/check';
import { reconcile } from '../../src/tasks/reconcile';
import { readModel } from '../../src/workbook/readModel';
import type { TestHost } from '../support/host';
import { type Cells, COUNCIL, PCT, day, openPool, quiet, writeTask } from './fixture';

const winter = [0.04, 0.04, 0.04, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.14, 0.12, 0.08];
const asCells = (Profile: string, fractions: readonly (number | string)[]): Cells => ({
  Profile,
  ...Object.fromEntries(fractions.map((fraction, at) => [`M${String(at + 1)}`, fraction])),
});
const budget = (Line: string, Partner: string, Amount: number, more: Cells = {}): Cells => ({
  Line,
  Partner,
  Year: '2026/27',
  Kind: 'original',
  Amount,
  ...more,
});
const BUDGETS: readonly Cells[] = [
  budget('Residential care', COUNCIL, 60_000, { Profile: 'Winter' }),
  budget('Residential care', COUNCIL, 1_000.01, { Kind: 'in-year change', From: day(6, 1), Profile: 'twelfths' }),
  budget('Residential care', PCT, 100_000.03, { Profile: 'WINTER' }),
  budget('Day services', PCT, -1_200),
];
const TABLES = { PoolBudgets: BUDGETS, PoolProfiles: [asCells('Winter', winter)] };

/** Budget to date of every row of the statement, as it shows. */
async function toDate(host: TestHost): Promise<unknown[]> {
  const { cells } = await host.run((context) => readModel(context));
  const table = cells.get('PoolStatement')!;
  const at = (heading: string): number => table.headings.indexOf(heading);
  return table.values.map((row) => [row[at('Line')], row[at('Partner')], row[at('Budget to date')]]);
}

async function typeIn(host: TestHost, sheet: string, cell: string, value: string | number): Promise<void> {
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
}

const ours = ['figure differs', 'formula error', 'formula overwritten', 'row missing', 'row unknown'];
async function wrong(period: string): Promise<unknown[]> {
  return (await check.plan({ period }, quiet)).findings.filter(({ kind }) => ours.includes(kind));
}

test('to June: 12% of each row with the profile, three twelfths of the others, each rounded once', async () => {
  const host = await openPool(TABLES);
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  expect(await toDate(host)).toEqual([
    ['Residential care', COUNCIL, 7_450],
    ['Residential care', PCT, 12_000],
    ['Residential care', 'Between partners', 0],
    ['Residential care', 'Joint', 19_450],
    ['Day services', COUNCIL, 0],
    ['Day services', PCT, -300],
    ['Day services', 'Between partners', 0],
    ['Day services', 'Joint', -300],
  ]);
  expect(await wrong('2026-06')).toEqual([]);

  // More of the year in April, less in March: the statement follows without a run.
  await typeIn(host, 'Pool profiles', 'B6', 0.08);
  await typeIn(host, 'Pool profiles', 'M6', 0.04);
  expect((await toDate(host)).slice(0, 2)).toEqual([
    ['Residential care', COUNCIL, 9_850],
    ['Residential care', PCT, 16_000],
  ]);
  expect(await wrong('2026-06')).toEqual([]);
});

test('to March it is exactly the year’s budget, for a profile worked out by division too', async () => {
  const thirteenths = [...Array<number>(11).fill(1 / 13), 2 / 13];
  const host = await openPool({
    ...TABLES,
    PoolBudgets: BUDGETS.map((row) => ({ ...row, Profile: 'By division' })),
    PoolProfiles: [asCells('By division', thirteenths)],
  });
  await writeTask(await reconcile.plan({ period: '2027-03' }, quiet));
  expect((await toDate(host)).map((row) => (row as unknown[])[2])).toEqual([
    61_000.01, 100_000.03, 0, 161_000.04, 0, -1_200, 0, -1_200,
  ]);
  expect(await wrong('2027-03')).toEqual([]);
});

test('a profile nobody knows, typed after the run, shows no figure on its line and stops the next run', async () => {
  const host = await openPool(TABLES);
  await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
  await typeIn(host, 'Pool budgets', 'G8', 'Summer');
  expect(await toDate(host)).toEqual([
    ['Residential care', COUNCIL, 7_450],
    ['Residential care', PCT, '#N/A'],
    ['Residential care', 'Between partners', 0],
    ['Residential care', 'Joint', '#N/A'],
    ['Day services', COUNCIL, 0],
    ['Day services', PCT, -300],
    ['Day services', 'Between partners', 0],
    ['Day services', 'Joint', -300],
  ]);
  const { blockers } = await reconcile.plan({ period: '2026-06' }, quiet);
  expect(blockers).toMatchObject([{ kind: 'profile unknown', place: { sheet: 'Pool budgets', row: 7, column: 6 } }]);
});

test.each([
  ['a profile without PoolProfiles', {}, 'profile unknown', 'Pool budgets', 5, 6, {}],
  [
    'months that total 99.99%',
    { PoolProfiles: [asCells('Winter', [0.0399, ...winter.slice(1)])] },
    'profile not whole',
    'Pool profiles',
    5,
    1,
    { total: 0.9999, gap: '0.0001 too little' },
  ],
  [
    'a month below 0',
    { PoolProfiles: [asCells('Winter', [0.09, -0.01, ...winter.slice(2)])] },
    'profile month negative',
    'Pool profiles',
    5,
    2,
    { column: 'M2', fraction: -0.01 },
  ],
  [
    'a month that is blank',
    { PoolProfiles: [asCells('Winter', winter.slice(0, 11))] },
    'cell missing',
    'Pool profiles',
    5,
    12,
    { column: 'M12' },
  ],
  [
    'a month that is text',
    { PoolProfiles: [asCells('Winter', ['a bit', ...winter.slice(1)])] },
    'cell not number',
    'Pool profiles',
    5,
    1,
    { text: 'a bit' },
  ],
  [
    'a profile called twelfths',
    { PoolProfiles: [asCells('Winter', winter), asCells('Twelfths', winter)] },
    'profile called twelfths',
    'Pool profiles',
    6,
    0,
    {},
  ],
])('%s is refused, with its cell', async (_why, change, kind, sheet, row, column, detail) => {
  await openPool({ PoolBudgets: BUDGETS, ...change });
  const { blockers } = await reconcile.plan({ period: '2026-06' }, quiet);
  const found = blockers.find((blocker) => blocker.kind === kind);
  expect(found).toMatchObject({ severity: 'error', place: { sheet, row, column } });
  expect(found?.detail ?? {}).toMatchObject(detail);
});

test('what is wrong with contributions does not stop a month', async () => {
  const paid = { Pool: 'LD', Partner: 'Nobody', Year: '2026/27', Funding: 'base', Amount: 'about 5' };
  await openPool({ PoolContributions: [paid] });
  const plan = await reconcile.plan({ period: '2026-06' }, quiet);
  expect(plan.blockers).toEqual([]);
  expect(plan.findings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['partner not listed', 'cell not money']),
  );
});
