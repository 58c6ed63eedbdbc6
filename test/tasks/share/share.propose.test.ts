/* A project's cost found on a user's sheet: the Leicester sample, other layouts, and sheets that are none. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { findProject } from '../../../src/tasks/share/findProject';
import { share } from '../../../src/tasks/share/share';
import { builtCalculator } from '../../preview/engine/built';
import { openHost } from '../../support/host';
import { quiet, writeTask } from '../fixture';

jest.setTimeout(60_000);

const SAMPLE = join(process.cwd(), 'assets/samples/leicester-learning-disability-2004-05.xlsx');

function openSample() {
  const opened = openXlsx(readFileSync(SAMPLE));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const host = openHost(opened.value.book);
  host.setCalculator(builtCalculator());
  return host;
}

test('the Leicester sample: its items, cap, sharers and Rutland are proposed with reasons, then shared', async () => {
  openSample();
  const plan = await share.plan({}, quiet);
  expect(plan.findings.map(({ kind }) => kind)).toEqual(['project found']);
  const cellsOf = (table: string) => plan.proposal!.tables.find((each) => each.table === table)!.rows;
  expect(
    cellsOf('PoolProjects').map(({ cells, keep }) => [cells['Item'], cells['Annual cost'], cells['Cap'], keep]),
  ).toEqual([
    ['Commissioning Officer', 28_000, null, false],
    ['Commissioning Officer', 30_000, 20_000, true],
    ['Clerk, half time', 8_500, null, true],
  ]);
  expect(cellsOf('PoolProjects')[0]!.cells).toMatchObject({ Project: 'Integration project', Year: '2004/05' });
  expect(
    cellsOf('PoolProjectShares').map(({ cells }) => [cells['Partner'], cells['Treatment'], cells['Amount']]),
  ).toEqual([
    ['Primary Care Trusts', 'equal', null],
    ['Leicestershire Partnership NHS Trust', 'equal', null],
    ['Leicestershire County Council', 'equal', null],
    ['Leicester City Council', 'equal', null],
    ['Rutland County Council', 'fixed', 1_000],
  ]);
  expect(plan.proposal!.tables.flatMap(({ rows }) => rows).every(({ why }) => why.endsWith('.'))).toBe(true);

  // As proposed, a whole year of 38,500.00, capped at 20,000.00: less 1,000.00, by four.
  await writeTask(plan);
  const shared = await share.plan({}, quiet);
  expect(shared.blockers).toEqual([]);
  expect(shared.totals).toMatchObject({
    cost: 38_500,
    shared: 20_000,
    shares: [{ share: 4_750 }, { share: 4_750 }, { share: 4_750 }, { share: 4_750 }, { share: 1_000 }],
  });
});

test('a proposal as the user corrected it is what is planned', async () => {
  openSample();
  const { proposal } = await share.plan({}, quiet);
  const tables = proposal!.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) =>
      row.cells['Item'] === 'Clerk, half time' ? { ...row, cells: { ...row.cells, 'Annual cost': 7_000 } } : row,
    ),
  }));
  const plan = await share.plan({ proposal: { tables } }, quiet);
  const items = plan.workbook!.tables.find(({ table }) => table === 'PoolProjects')!;
  expect(items.rows.map((row) => row[items.columns.indexOf('Annual cost')])).toEqual([
    { number: 30_000 },
    { number: 7_000 },
  ]);
  expect(plan.blockers).toEqual([]);
});

const sheet = (values: readonly (readonly (string | number | null)[])[], name = 'Costs'): SheetGrid => ({
  sheet: name,
  top: 0,
  left: 0,
  values,
  formats: [],
  merged: [],
  tables: [],
});

test('both lists side by side, the year in the title, and a sharer that takes no part', () => {
  const found = findProject([
    sheet([
      ['Cost of the Gorse Hill project 2003/04 (draft)'],
      ['Item', 'Cost', null, 'Partner', 'Treatment'],
      ['Manager', 40_000, null, 'City', 'Equal'],
      ['Saving on agency', -2_500, null, 'County', 'equal'],
      ['Maximum', 30_000, null, 'Rutland', 'none'],
    ]),
  ]);
  expect(found).toMatchObject({
    project: 'Gorse Hill project 2003/04',
    year: '2003/04',
    cap: 30_000,
    items: [
      { name: 'Manager', amount: 40_000 },
      { name: 'Saving on agency', amount: -2_500 },
    ],
    sharers: [{ treatment: 'equal' }, { treatment: 'equal' }, { name: 'Rutland', treatment: 'none' }],
  });
});

test.each([
  [
    'a sheet without the word Treatment',
    [
      ['Item', 'Cost'],
      ['Manager', 1],
    ],
  ],
  [
    'treatments that mean something else',
    [
      ['Item', 'Cost', null, 'Case', 'Treatment'],
      ['Bed', 1, null, 'A', 'surgery'],
      ['Bed', 1, null, 'B', 'equal'],
    ],
  ],
  [
    'sharers without costs',
    [
      ['Partner', 'Treatment'],
      ['A', 'equal'],
      ['B', 'equal'],
    ],
  ],
  [
    'one sharer only',
    [
      ['Item', 'Cost', null, 'Partner', 'Treatment'],
      ['Bed', 1, null, 'A', 'equal'],
    ],
  ],
])('%s is no project', (_why, values) => {
  expect(findProject([sheet(values)])).toBeUndefined();
});
