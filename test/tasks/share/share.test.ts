/* `share` on a whole workbook, through the real Office.js and the calculating engine: the figures of the reports. */
import { share } from '../../../src/tasks/share/share';
import { readModel } from '../../../src/workbook/readModel';
import { type Cells, quiet } from '../fixture';
import {
  SHARERS,
  CITY,
  ITEMS,
  LEICESTER,
  OTHERS,
  PCT_COLUMNS,
  PROJECT,
  RUTLAND,
  SIX,
  TRUST,
  day,
  differences,
  openProjects,
  rowOf,
  runShare,
  shownSplit,
  withTables,
} from './fixture';

describe('Leicester 2004, 4.2', () => {
  test('four sharers bear 4,625.00, Rutland 1,500.00; 1,000.00 is above the cap and stays with the city', async () => {
    const host = await openProjects();
    const plan = await runShare();
    const items = (await shownSplit(host)).filter(({ Row }) => Row === 'item');
    expect(items.map(({ Amount, Basis }) => [Amount, Basis])).toEqual([
      [16_916.67, 'months'],
      [4_083.33, 'months'],
    ]);
    const shared = await rowOf(host, 'shared');
    expect(shared).toMatchObject({ What: 'Integration project 2004/05', Amount: 20_000, Cost: 21_000, Check: 0 });
    expect(shared.of(OTHERS)).toEqual([4_625, 4_625, 4_625, 1_500]);
    expect(await rowOf(host, 'within a group')).toMatchObject({ Amount: 4_625, Check: 0 });
    expect(shared.of(PCT_COLUMNS)).toEqual([770.84, 770.84, 770.83, 770.83, 770.83, 770.83]);
    expect(await rowOf(host, 'above the cap')).toMatchObject({ Amount: 1_000, City: 1_000, County: 0, Check: 0 });
    expect(await rowOf(host, 'to settle')).toMatchObject({
      Amount: 0,
      City: -15_375,
      County: 4_625,
      Rutland: 1_500,
      Check: 0,
    });
    expect(await differences(host)).toEqual([]);
    expect(plan.findings.map(({ kind, severity }) => `${kind}: ${severity}`)).toEqual([
      'group without set: warning',
      'cost above cap: warning',
    ]);
  });

  test('the totals that --json prints are the same figures, with the payments', async () => {
    await openProjects();
    const { totals } = await share.plan({}, quiet);
    expect(totals).toMatchObject({ cost: 21_000, shared: 20_000, aboveCap: 1_000 });
    expect(totals['projects']).toMatchObject([
      {
        project: PROJECT,
        year: '2004/05',
        cap: 20_000,
        fixed: 1_500,
        check: 0,
        sharers: [{ share: 4_625 }, {}, {}, {}, {}],
      },
    ]);
    const [project] = totals['projects'] as { payments: { from: string; to: string; amount: number }[] }[];
    expect(project!.payments).toContainEqual({ from: TRUST, to: CITY, amount: 4_625 });
    expect(project!.payments).toContainEqual({ from: RUTLAND, to: CITY, amount: 1_500 });
    expect(project!.payments.every(({ to }) => to === CITY)).toBe(true);
    expect(JSON.stringify(totals)).not.toMatch(/\d\.\d{3}/);
  });

  test('the PCTs as six shares: nine sharers bear 2,055.56 or 2,055.55', async () => {
    const six = SIX.map((Partner): Cells => ({ Project: PROJECT, Partner, Treatment: 'equal' }));
    const host = await openProjects(withTables({ PoolProjectShares: [...six, ...SHARERS.slice(1)] }));
    await runShare();
    const shared = await rowOf(host, 'shared');
    expect(shared.of([...PCT_COLUMNS, ...OTHERS])).toEqual([
      2_055.56, 2_055.56, 2_055.56, 2_055.56, 2_055.56, 2_055.55, 2_055.55, 2_055.55, 2_055.55, 1_500,
    ]);
    expect(await differences(host)).toEqual([]);
  });

  test('Rutland on top of the cap: the cap is raised to 21,500.00, and four bear 4,875.00', async () => {
    const host = await openProjects(withTables({ PoolProjects: [{ ...ITEMS[0]!, Cap: 21_500 }, ITEMS[1]!] }));
    await runShare();
    expect((await rowOf(host, 'shared')).of(OTHERS)).toEqual([4_875, 4_875, 4_875, 1_500]);
    expect(await rowOf(host, 'above the cap')).toMatchObject({ Amount: 0, City: 0 });
    expect(await differences(host)).toEqual([]);
  });
});

test('Leeds 2012, 3.7: an efficiency is shared as a saving, a management post as a cost, each in rows of its own', async () => {
  const host = await openProjects({
    PoolPartners: [
      { Partner: 'Leeds City Council', 'Short name': 'LCC' },
      { Partner: 'Leeds Partnerships NHS Foundation Trust', 'Short name': 'LPFT' },
    ],
    PoolProjects: [
      {
        Project: 'Agreed efficiencies',
        Year: '2012/13',
        Item: 'Duty rota',
        'Annual cost': -25_000.01,
        'Paid by': 'Leeds Partnerships NHS Foundation Trust',
      },
      {
        Project: 'Management posts',
        Year: '2012/13',
        Item: 'Service manager',
        'Annual cost': 46_000,
        'Paid by': 'Leeds Partnerships NHS Foundation Trust',
      },
    ],
    PoolProjectShares: ['Agreed efficiencies', 'Management posts'].flatMap((Project) =>
      ['Leeds City Council', 'Leeds Partnerships NHS Foundation Trust'].map((Partner) => ({
        Project,
        Partner,
        Treatment: 'equal',
      })),
    ),
  });
  const plan = await runShare();
  const rows = await shownSplit(host);
  const shown = (row: string) => rows.filter(({ Row }) => Row === row).map(({ LCC, LPFT }) => [LCC, LPFT]);
  expect(shown('shared')).toEqual([
    [-12_500.01, -12_500],
    [23_000, 23_000],
  ]);
  expect(shown('to settle')).toEqual([
    [-12_500.01, 12_500.01],
    [23_000, -23_000],
  ]);
  expect(plan.findings).toEqual([]);
  expect(await differences(host)).toEqual([]);
});

test('tables of one row each: a single member of a single group bears it all', async () => {
  const host = await openProjects({
    PoolPartners: [{ Partner: CITY, 'Short name': 'City', 'Part of': 'Group' }],
    PoolProjects: [{ Project: 'P', Year: '2004/05', Item: 'Post', 'Annual cost': 0.01, Cap: 5, 'Paid by': CITY }],
    PoolProjectShares: [{ Project: 'P', Partner: 'Group', Treatment: 'equal' }],
    PoolShares: [{ Set: 'Group', Partner: CITY, Share: 1 }],
  });
  await runShare();
  expect(await rowOf(host, 'shared')).toMatchObject({ City: 0.01, Check: 0 });
  expect(await differences(host)).toEqual([]);
});

describe('a project over two years', () => {
  const later = ITEMS.map(
    (item): Cells => ({ ...item, Year: '2005/06', Start: day(2005, 4, 1), End: day(2005, 9, 30) }),
  );
  const tables = withTables({
    PoolProjects: [...ITEMS, ...later.map((item) => ({ ...item, Cap: 17_000 }))],
  });

  test('each year has a cap of its own, and a fixed contribution counts in each', async () => {
    const host = await openProjects(tables);
    const plan = await runShare();
    // 14,500.00 + 3,500.00 is 18,000.00; the cap of the second year is 17,000.00.
    expect(await rowOf(host, 'shared', '2005/06')).toMatchObject({
      Period: '2006-03',
      Cost: 18_000,
      Amount: 17_000,
      Trust: 3_875,
    });
    expect(await rowOf(host, 'shared')).toMatchObject({
      Period: '2005-03',
      Cost: 21_000,
      Amount: 20_000,
      Trust: 4_625,
    });
    expect(plan.findings.filter(({ kind }) => kind === 'fixed in each year')).toHaveLength(1);
    expect(await differences(host)).toEqual([]);
  });

  test('a month runs its own financial year and leaves the rows of the other', async () => {
    const host = await openProjects(tables);
    await runShare('2004-12');
    expect(new Set((await shownSplit(host)).map(({ Year }) => Year))).toEqual(new Set(['2004/05']));
    await runShare('2005-04');
    const first = await shownSplit(host);
    expect(first.filter(({ Year }) => Year === '2004/05')).toHaveLength(7);
    await runShare('2005-06');
    expect(await shownSplit(host)).toEqual(first);
    expect(await differences(host)).toEqual([]);
  });
});

test('a workbook without projects gets the empty tables, and is told what to fill in', async () => {
  const host = await openProjects({ PoolPartners: LEICESTER['PoolPartners']! });
  const plan = await runShare();
  expect(plan.findings).toMatchObject([{ kind: 'project tables made', severity: 'info' }]);
  expect(plan.workbook?.tables.map(({ table }) => table)).toEqual(['PoolProjects', 'PoolProjectShares']);
  const { tables } = await host.run((context) => readModel(context));
  expect(tables.get('PoolProjects')?.rows).toEqual([]);
  const again = await share.plan({}, quiet);
  expect(again.blockers).toMatchObject([{ kind: 'no projects' }]);
});
