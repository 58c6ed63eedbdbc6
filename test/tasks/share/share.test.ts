/* `share` on a whole workbook, through the real Office.js and the calculating engine with the add-in's own functions. */
import * as undo from '../../../src/tasks/undo';
import { check } from '../../../src/tasks/check';
import { describeFinding } from '../../../src/words/findings';
import { share } from '../../../src/tasks/share/share';
import { readModel } from '../../../src/workbook/readModel';
import { writePlan } from '../../../src/workbook/writer';
import type { TestHost } from '../../support/host';
import { type Cells, inputTable, quiet } from '../fixture';
import {
  CITY,
  COUNTY,
  ITEMS,
  LEICESTER,
  PCTS,
  PROJECT,
  RUTLAND,
  SHARERS,
  SIX,
  TRUST,
  type Tables,
  day,
  differences,
  openProjects,
  runShare,
  shownSplit,
} from './fixture';

const OTHERS = ['Trust', 'County', 'City', 'Rutland'];
const PCT_COLUMNS = ['PCT 1', 'PCT 2', 'PCT 3', 'PCT 4', 'PCT 5', 'PCT 6'];

/** The row of PoolSplit of a kind, as it shows. */
async function rowOf(host: TestHost, row: string, year = '2004/05') {
  const found = (await shownSplit(host)).find((each) => each['Row'] === row && each['Year'] === year);
  if (found === undefined) throw new Error(`no row ${row}`);
  return { ...found, of: (columns: readonly string[]) => columns.map((column) => found[column]) };
}

/** Types into a table of ours, by row from 1 and heading, as a user does. */
async function typeIn(host: TestHost, table: string, row: number, heading: string, value: string | number) {
  const cells = (await host.run((context) => readModel(context))).cells.get(table)!;
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cells.sheet);
    sheet.getCell(cells.row + row - 1, cells.column + cells.headings.indexOf(heading)).values = [[value]];
    await context.sync();
  });
}

const withTables = (change: Tables): Tables => ({ ...LEICESTER, ...change });

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

describe('a change in the sheet moves the figures without a run', () => {
  test.each([
    // why, table, row, heading, value, Trust after: by hand
    [
      'an annual cost of 28,000: 16,333.33 + 4,083.33 is still above the cap',
      'PoolProjects',
      1,
      'Annual cost',
      28_000,
      4_625,
    ],
    [
      'from 1 December: 9,666.67 + 4,083.33 = 13,750.00, less 1,500.00, by four',
      'PoolProjects',
      1,
      'Start',
      day(2004, 12, 1),
      3_062.5,
    ],
    [
      'from 15 September by days: 198 of 365 of 29,000 is 15,731.51; + 4,083.33',
      'PoolProjects',
      1,
      'Start',
      day(2004, 9, 15),
      4_578.71,
    ],
    ['a cap of 18,000', 'PoolProjects', 1, 'Cap', 18_000, 4_125],
    ['no cap', 'PoolProjects', 1, 'Cap', '', 4_875],
    ['Rutland 2,000.00', 'PoolProjectShares', 5, 'Amount', 2_000, 4_500],
    ['Rutland shares equally: 20,000.00 by five', 'PoolProjectShares', 5, 'Treatment', 'equal', 4_000],
    ['the Trust takes no part', 'PoolProjectShares', 2, 'Treatment', 'none', 0],
  ])('%s', async (_why, table, row, heading, value, trust) => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, table, row, heading, value);
    const shared = await rowOf(host, 'shared');
    expect(shared).toMatchObject({ Trust: trust, Check: 0 });
    expect(await rowOf(host, 'to settle')).toMatchObject({ Check: 0, Trust: trust });
    expect(await differences(host)).toEqual([]);
  });

  test('another payer: the county paid the clerk, and keeps its part of what is above the cap', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolProjects', 2, 'Paid by', COUNTY);
    expect(await rowOf(host, 'paid')).toMatchObject({ City: 16_916.67, County: 4_083.33, Check: 0 });
    // 1,000.00 by 16,916.67 : 4,083.33 is 805.56 and 194.44.
    expect(await rowOf(host, 'above the cap')).toMatchObject({ City: 805.56, County: 194.44, Check: 0 });
    expect(await differences(host)).toEqual([]);
  });

  test('fixed contributions above the sum show #N/A, never a rest shared as a credit', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolProjectShares', 5, 'Amount', 20_000.01);
    const shared = await rowOf(host, 'shared');
    expect(new Set(shared.of([...PCT_COLUMNS, ...OTHERS, 'Check']))).toEqual(new Set(['#N/A']));
    const again = await share.plan({}, quiet);
    expect(again.blockers).toMatchObject([
      {
        kind: 'fixed above sum',
        leftPence: 2_000_001,
        rightPence: 2_000_000,
        differencePence: 1,
        place: { row: 9, column: 3 },
      },
    ]);
  });

  test('an item added since the run shows #N/A until Share is run again', async () => {
    const host = await openProjects();
    await runShare();
    const added = { ...ITEMS[1]!, Item: 'Office', 'Annual cost': 1_200 };
    const columns = Object.keys(added);
    const written = await writePlan({
      tables: [
        {
          table: 'PoolProjects',
          action: 'update',
          columns,
          rows: [
            Object.values(added).map((value) => (typeof value === 'number' ? { number: value } : { text: value })),
          ],
        },
      ],
    });
    expect(written.ok).toBe(true);
    expect(await rowOf(host, 'shared')).toMatchObject({ Amount: '#N/A', Trust: '#N/A' });
    await runShare();
    expect(await rowOf(host, 'shared')).toMatchObject({ Cost: 21_700, Amount: 20_000, Trust: 4_625 });
    expect(await differences(host)).toEqual([]);
  });
});

describe('groups', () => {
  const SET = 'Leicestershire and Rutland';
  const two = (rows: readonly Cells[]): Tables => ({
    PoolPartners: [
      { Partner: COUNTY, 'Short name': 'County', 'Part of': SET },
      { Partner: RUTLAND, 'Short name': 'Rutland', 'Part of': SET },
      { Partner: CITY, 'Short name': 'City' },
    ],
    PoolProjects: [{ Project: 'P', Pool: 'LD', Year: '2004/05', Item: 'Post', 'Annual cost': 20_000.01 }],
    PoolProjectShares: [
      { Project: 'P', Partner: SET, Treatment: 'equal' },
      { Project: 'P', Partner: CITY, Treatment: 'equal' },
    ],
    PoolShares: rows,
  });
  const list = (from: number | '', county: number, rutland: number, more: Cells = {}): readonly Cells[] => [
    { Set: SET, Partner: COUNTY, ...(from === '' ? {} : { From: from }), Share: county, ...more },
    { Set: SET, Partner: RUTLAND, ...(from === '' ? {} : { From: from }), Share: rutland, ...more },
  ];
  // The group's share of 20,000.01 is 10,000.01.
  test.each([
    ['one list without a date', list('', 0.85, 0.15), [8_500.01, 1_500]],
    [
      'the latest list that has begun',
      [...list('', 0.5, 0.5), ...list(day(2004, 4, 1), 0.9, 0.1), ...list(day(2004, 4, 2), 0.6, 0.4)],
      [9_000.01, 1_000],
    ],
    ['a list of the pool', list('', 0.75, 0.25, { Pool: 'LD' }), [7_500.01, 2_500]],
    [
      'a list of another pool does not count',
      [...list('', 0.75, 0.25, { Pool: 'MH' }), ...list('', 0.5, 0.5)],
      [5_000.01, 5_000],
    ],
    [
      'an equal list in which one has left',
      [
        { Set: SET, Partner: COUNTY, Basis: 'equal' },
        { Set: SET, Partner: RUTLAND, Basis: 'equal', Share: 0 },
      ],
      [10_000.01, 0],
    ],
  ])('%s', async (_why, rows, shares) => {
    const host = await openProjects(two(rows));
    const plan = await runShare();
    expect(plan.findings.map(({ kind }) => kind)).toEqual(['payer not named']);
    const shared = await rowOf(host, 'shared');
    expect(shared.of(['County', 'Rutland', 'City'])).toEqual([...shares, 10_000]);
    expect(await rowOf(host, 'within a group')).toMatchObject({ Amount: 10_000.01, Check: 0 });
    expect(await differences(host)).toEqual([]);
  });

  test('a share changed in the sheet moves the group’s members and nobody else', async () => {
    const host = await openProjects(two(list('', 0.85, 0.15)));
    await runShare();
    await typeIn(host, 'PoolShares', 1, 'Share', 0.8);
    await typeIn(host, 'PoolShares', 2, 'Share', 0.2);
    expect((await rowOf(host, 'shared')).of(['County', 'Rutland', 'City'])).toEqual([8_000.01, 2_000, 10_000]);
    expect(await differences(host)).toEqual([]);
  });

  test.each([
    ['a list that does not total 100%', list('', 0.8, 0.15), 'set not whole', { percent: '95%', gap: '5% too little' }],
    ['a list that has not begun', list(day(2005, 1, 1), 0.5, 0.5), 'set not in force', { date: '01/04/2004' }],
    ['a list without a member', [{ Set: SET, Partner: COUNTY, Share: 1 }], 'set without member', { set: SET }],
    [
      'a list with somebody else',
      [...list('', 0.5, 0.5), { Set: SET, Partner: CITY, Share: 0 }],
      'set with other partner',
      { set: SET },
    ],
    [
      'a blank share in a fixed list',
      [
        { Set: SET, Partner: COUNTY, Share: 1 },
        { Set: SET, Partner: RUTLAND },
      ],
      'share not usable',
      { text: '' },
    ],
    ['a share below 0', list('', 1.1, -0.1), 'share not usable', { text: '110%' }],
    [
      'two bases in one list',
      [
        { Set: SET, Partner: COUNTY, Share: 1 },
        { Set: SET, Partner: RUTLAND, Basis: 'equal' },
      ],
      'basis differs',
      { set: SET },
    ],
    ['an equal list that all have left', list('', 0, 0, { Basis: 'equal' }), 'set not whole', { percent: '0%' }],
    [
      'two lists of one day',
      [...list('', 0.5, 0.5), ...list('', 0.5, 0.5, { Pool: 'LD' })],
      'set twice',
      { group: SET },
    ],
    ['a basis nobody knows', list('', 0.5, 0.5, { Basis: 'by heads' }), 'cell unknown word', {}],
  ])('%s stops it, with its cell', async (_why, rows, kind, detail) => {
    await openProjects(two(rows));
    const plan = await share.plan({}, quiet);
    expect(plan.blockers[0]).toMatchObject({
      kind,
      severity: 'error',
      detail,
      place: expect.objectContaining({ sheet: expect.stringMatching(/^Pool /) }),
    });
    expect(plan.workbook).toBeUndefined();
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
      host.book.sheet('Pool split')!.setContent(20, 60, 'a note');
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

describe('what stops it, with its cell', () => {
  const items = (change: Cells): Tables => ({ PoolProjects: [{ ...ITEMS[0]!, ...change }, ITEMS[1]!] });
  const sharers = (...rows: readonly Cells[]): Tables => ({ PoolProjectShares: rows });
  const equalCity: Cells = { Project: PROJECT, Partner: CITY, Treatment: 'equal' };
  test.each([
    // why, change, kind, cell (sheet row and column from 0), figures
    ['a cap below 0', items({ Cap: -1 }), 'cap not positive', 'Pool projects', 5, 8, { leftPence: -100 }],
    [
      'two caps',
      { PoolProjects: [ITEMS[0]!, { ...ITEMS[1]!, Cap: 19_000 }] },
      'cap differs',
      'Pool projects',
      6,
      8,
      { leftPence: 1_900_000, rightPence: 2_000_000, differencePence: -100_000 },
    ],
    ['an end before its start', items({ End: day(2004, 8, 31) }), 'project dates crossed', 'Pool projects', 5, 6, {}],
    ['a date of another year', items({ End: day(2005, 4, 1) }), 'date outside project year', 'Pool projects', 5, 6, {}],
    ['a year that cannot be read', items({ Year: '2004-5' }), 'year not readable', 'Pool projects', 5, 2, {}],
    ['a payer that is no partner', items({ 'Paid by': 'City' }), 'partner not listed', 'Pool projects', 5, 7, {}],
    ['a cost that is text', items({ 'Annual cost': 'about 29k' }), 'cell not money', 'Pool projects', 5, 4, {}],
    [
      'a project without shares',
      { ...items({}), ...sharers({ ...equalCity, Project: 'Other' }) },
      'project without shares',
      'Pool projects',
      5,
      0,
      {},
    ],
    [
      'shares of a project that has no costs',
      sharers(equalCity, { ...equalCity, Project: 'Other' }),
      'project without items',
      'Pool project shares',
      6,
      0,
      {},
    ],
    [
      'an unknown sharer',
      sharers({ ...equalCity, Partner: 'PCTs' }),
      'sharer not listed',
      'Pool project shares',
      5,
      1,
      {},
    ],
    [
      'a partner by itself and in its group',
      sharers({ ...equalCity, Partner: PCTS }, { ...equalCity, Partner: SIX[0]! }),
      'sharer in group too',
      'Pool project shares',
      6,
      1,
      { partner: SIX[0] },
    ],
    [
      'a fixed contribution left blank',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed' }),
      'fixed amount missing',
      'Pool project shares',
      6,
      3,
      {},
    ],
    [
      'a fixed contribution of 0',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 0 }),
      'fixed amount missing',
      'Pool project shares',
      6,
      3,
      { leftPence: 0 },
    ],
    [
      'nobody equal',
      sharers({ Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 1_500 }),
      'nobody equal',
      'Pool project shares',
      5,
      2,
      { leftPence: 2_000_000, rightPence: 150_000, differencePence: 1_850_000 },
    ],
    [
      'fixed above the cap',
      sharers(equalCity, { Project: PROJECT, Partner: RUTLAND, Treatment: 'fixed', Amount: 20_001 }),
      'fixed above sum',
      'Pool project shares',
      6,
      3,
      { leftPence: 2_000_100, rightPence: 2_000_000, differencePence: 100 },
    ],
    [
      'a group named like a partner',
      {
        PoolPartners: [
          { Partner: CITY, 'Short name': 'City' },
          { Partner: RUTLAND, 'Short name': 'Rutland', 'Part of': CITY },
        ],
        ...sharers(equalCity),
      },
      'group is partner',
      'Pool partners',
      6,
      4,
      {},
    ],
    [
      'a group within itself',
      { PoolPartners: [{ Partner: CITY, 'Short name': 'City', 'Part of': CITY }], ...sharers(equalCity) },
      'group is partner',
      'Pool partners',
      5,
      4,
      {},
    ],
    [
      'a short name that heads a column of PoolSplit',
      { PoolPartners: [{ Partner: CITY, 'Short name': 'Cost' }], ...sharers(equalCity) },
      'short name taken',
      'Pool partners',
      5,
      2,
      {},
    ],
  ] as const)('%s', async (_why, change, kind, sheet, row, column, figures) => {
    const host = await openProjects(withTables(change as Tables));
    const plan = await share.plan({}, quiet);
    expect(plan.blockers).toContainEqual(
      expect.objectContaining({
        kind,
        severity: 'error',
        place: expect.objectContaining({ sheet, row, column }),
        ...figures,
      }),
    );
    expect(plan.workbook).toBeUndefined();
    expect(host.book.sheet('Pool split')).toBeUndefined();
  });

  test.each([
    // The add-in merges rows with one key, so only a user's typing makes two of them.
    ['an item that stands twice', 'PoolProjects', 2, 'Item', ITEMS[0]!['Item']!],
    ['a sharer that stands twice', 'PoolProjectShares', 3, 'Partner', TRUST],
  ])('%s', async (_why, table, row, heading, value) => {
    const host = await openProjects();
    await typeIn(host, table, row, heading, value);
    const { blockers } = await share.plan({}, quiet);
    expect(blockers).toContainEqual(
      expect.objectContaining({ kind: 'row twice', place: expect.objectContaining({ row: 4 + row }) }),
    );
  });

  test('a month that is none', async () => {
    await openProjects();
    expect((await share.plan({ period: '6' }, quiet)).blockers).toMatchObject([{ kind: 'period not given' }]);
  });

  test('no project in the month’s year', async () => {
    await openProjects();
    expect((await share.plan({ period: '2009-06' }, quiet)).blockers).toMatchObject([
      { kind: 'no projects', detail: { text: '2009/10' } },
    ]);
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

describe('check', () => {
  test('a run that nobody touched has nothing to say but what the run said', async () => {
    await openProjects();
    const { findings } = await runShare();
    expect((await check.plan({}, quiet)).findings.map(({ kind }) => kind)).toEqual([
      ...findings.map(({ kind }) => kind),
      'not run',
    ]);
  });

  test('a formula typed over is named with its cell, and the check column shows the gap', async () => {
    const host = await openProjects();
    await runShare();
    await typeIn(host, 'PoolSplit', 3, 'Trust', 4_600);
    const { findings } = await check.plan({}, quiet);
    const about = findings.filter(({ detail }) => detail?.['table'] === 'PoolSplit');
    expect(about.map(({ kind, place, leftPence }) => [kind, place?.row, leftPence])).toEqual([
      ['figure differs', 7, 2_500],
      ['formula overwritten', 7, undefined],
      ['figure differs', 7, 460_000],
    ]);
    expect(describeFinding(about[2]!).sentence).toMatch(
      /'Pool split'!L8: Trust of PoolSplit shows £4,600.00; .* £4,625.00: −£25.00 apart.*run Share project costs again/,
    );
  });

  test('what is wrong in the projects does not stop the rest', async () => {
    await openProjects(withTables({ PoolProjects: [{ ...ITEMS[0]!, Cap: -5 }, ITEMS[1]!] }));
    expect((await check.plan({}, quiet)).findings).toContainEqual(
      expect.objectContaining({ kind: 'cap not positive' }),
    );
  });
});
