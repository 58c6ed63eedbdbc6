/*
 * Input tables asked for by name, in whole workbooks through the real Office.js: what is made, what is left alone, what is
 * refused, and that a row typed into such a table settles.
 */
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import * as tasks from '../../../src/tasks/index';
import { describeFinding } from '../../../src/words/findings';
import { INPUT_TABLES, definitionOf } from '../../../src/workbook/schema';
import type { TaskPlan } from '../../../src/tasks/task';
import { type TestHost, read } from '../../support/host';
import { builtCalculator } from '../../preview/engine/built';
import { quiet, writeTask } from '../fixture';
import { shown, typeIn } from '../settle/fixture';
import { LAYOUTS } from './corpus/layouts';
import { sheet } from './grids';
import { openWorkbook } from './openWorkbook';
import { COUNCIL_CODES, COUNCIL_PAYEES, NHS_CODES, NHS_PAYEES, postings } from './postings';

jest.setTimeout(120_000);

const COUNCIL = 'Northshire County Council';
const NHS = 'NHS Northshire ICB';
const PERIOD = '2026-06';
const { preamble, excelTable } = LAYOUTS as Required<typeof LAYOUTS>;
const ledgers = (): readonly SheetGrid[] => [
  preamble!('Council GL', COUNCIL, postings({ seed: 11, rows: 40, codes: COUNCIL_CODES, payees: COUNCIL_PAYEES })),
  excelTable!('ICB extract', NHS, postings({ seed: 12, rows: 30, codes: NHS_CODES, payees: NHS_PAYEES })),
];

const add = (...names: string[]): Promise<TaskPlan> => tasks.planTask('model', { add: names }, quiet);
const kinds = (findings: TaskPlan['findings']): string[] => findings.map(({ kind }) => kind);

/** A workbook with both ledgers and the model written. */
async function openModel(): Promise<TestHost> {
  const host = await openWorkbook(ledgers());
  host.setCalculator(builtCalculator());
  await writeTask(await tasks.planTask('model', { period: PERIOD }, quiet));
  return host;
}

/** The partners' Short names, as `model` has written them. */
async function shortNames(host: TestHost): Promise<string[]> {
  return (await shown(host, 'PoolPartners')).map((row) => String(row['Short name']));
}

async function typeRow(host: TestHost, table: string, cells: Readonly<Record<string, string | number>>): Promise<void> {
  for (const [heading, value] of Object.entries(cells)) await typeIn(host, table, 1, heading, value);
}

/** Types a third partner below the two, as Excel does: the table grows over the row. */
async function addPartner(host: TestHost, cells: readonly string[]): Promise<void> {
  await host.run(async (context) => {
    const partners = context.workbook.worksheets.getItem('Pool partners');
    partners.getRange('A8:E8').values = [[...cells]];
    context.workbook.tables.getItem('PoolPartners').resize(partners.getRange('A5:E8'));
    await context.sync();
  });
}

/** Reconciles and settles the month, and gives what was split. */
async function settled(host: TestHost): Promise<Record<string, string | number | boolean>[]> {
  for (const name of ['reconcile', 'settle'] as const)
    await writeTask(await tasks.planTask(name, { period: PERIOD }, quiet));
  return shown(host, 'PoolSplit');
}

const picture = (host: TestHost, name: string): unknown => read(host.book.sheet(name)!, 'A1:AA60');
const stateOf = async (table: string): Promise<unknown> =>
  (await tasks.listTables()).find((offered) => offered.table === table);

describe('a table that is asked for', () => {
  test('is made empty, with its headings, one blank row and its place in the list of tables', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    const plan = await add('PoolStaff');
    expect(kinds(plan.findings)).toEqual(['table to fill in']);
    expect(plan.workbook?.tables).toMatchObject([{ table: 'PoolStaff', action: 'create', rows: [] }]);
    await writeTask(plan);
    expect(host.book.tables.map(({ name }) => name).sort()).toEqual(['Pool', 'PoolStaff']);
    expect(read(host.book.sheet('Pool staff')!, 'A5:J6')).toEqual([
      ['Line', 'Post', 'Heads', 'WTE', 'Rate', 'From', 'To', 'Employer', 'Funder', 'Profession'],
      Array.from({ length: 10 }, () => ''),
    ]);
    expect(read(host.book.sheet('Pool staff')!, 'A1')).toEqual([['Joint and seconded staff']]);
    expect(await shown(host, 'Pool')).toMatchObject([{ Table: 'PoolStaff', 'Filled by': 'you' }]);
    expect(read(host.book.sheet('Notes')!, 'A1:B2')).toEqual([
      ['Mine', ''],
      ['', ''],
    ]);
  });

  test('takes the formats of its columns for the first row already', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    await writeTask(await add('PoolStaff', 'PoolProjects'));
    const format = (name: string, column: number): unknown =>
      host.book.sheet(name)!.cell(5, column)?.style?.numberFormat;
    expect(format('Pool staff', 4)).toBe('#,##0.00');
    expect(format('Pool staff', 5)).toBe('dd/mm/yyyy');
    expect(format('Pool projects', 4)).toBe('#,##0.00');
  });

  test('may be named in any case and oftener than once', async () => {
    await openWorkbook([sheet('Notes', [['Mine']])]);
    const plan = await add('poolstaff', 'PoolStaff', ' POOLGRANTS ');
    expect(plan.blockers).toEqual([]);
    expect(plan.add).toEqual(['PoolGrants', 'PoolStaff']);
  });

  test('every input table but the one headed by partners can be added to a new workbook', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    const names = INPUT_TABLES.map(({ name }) => name).filter((name) => name !== 'PoolPlacements');
    await writeTask(await add(...names));
    for (const name of names) {
      const table = host.book.table(name)!;
      expect(table.columns.map((column) => column.name)).toEqual(
        definitionOf(name).columns.map((column) => column.name),
      );
      expect(table.area.row).toBe(4);
    }
  });
});

test('a post typed into an added PoolStaff settles: 12,500.00 for the quarter, owed by the funder', async () => {
  const host = await openModel();
  const before = ['Council GL', 'ICB extract', 'Pool partners', 'Pool codes'].map((name) => picture(host, name));
  await writeTask(await add('PoolStaff'));
  expect(['Council GL', 'ICB extract', 'Pool partners', 'Pool codes'].map((name) => picture(host, name))).toEqual(
    before,
  );
  const [line] = await shown(host, 'PoolLines');
  const Line = String(line?.['Line']);
  await typeRow(host, 'PoolStaff', {
    Line,
    Post: 'Commissioner',
    WTE: 1,
    Rate: 50_000,
    Employer: COUNCIL,
    Funder: NHS,
  });
  await settled(host);
  const owed = (await shown(host, 'PoolSettlement')).filter((row) => row['For'] === 'staff');
  expect(owed.find((row) => row['Partner'] === NHS)).toMatchObject({ 'To pay': 12_500, 'To receive': 0 });
  expect(owed.find((row) => row['Partner'] === COUNCIL)).toMatchObject({ 'To pay': 0, 'To receive': 12_500 });
});

test('a case typed into an added PoolPlacements is shared by the weights in the partners’ columns', async () => {
  const host = await openModel();
  await writeTask(await add('PoolPlacements'));
  const [council = '', icb = ''] = await shortNames(host);
  expect(
    host.book
      .table('PoolPlacements')!
      .columns.map(({ name }) => name)
      .slice(-3),
  ).toEqual(['Paid by', council, icb]);
  const [line] = await shown(host, 'PoolLines');
  // 36,500.00 a year for the 91 days from 1 April to 30 June: 9,100.00, of which the NHS bears a fifth.
  const row = {
    Case: 'P-1',
    Line: String(line?.['Line']),
    Rate: 36_500,
    Per: 'year',
    From: 46_113,
    'Paid by': COUNCIL,
  };
  await typeRow(host, 'PoolPlacements', { ...row, [council]: 4, [icb]: 1 });
  await settled(host);
  const owed = (await shown(host, 'PoolSettlement')).filter((each) => each['For'] === 'placements');
  expect(owed.find((each) => each['Partner'] === NHS)).toMatchObject({ 'To pay': 1_820, 'To receive': 0 });
});

describe('what is refused is a sentence, and nothing is written', () => {
  const refused = async (...names: string[]): Promise<string[]> => {
    const plan = await add(...names);
    expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: false, workbook: 'unchanged' });
    return plan.blockers.map((finding) => describeFinding(finding).sentence);
  };

  test('a name that is no input table lists those there are', async () => {
    await openWorkbook([sheet('Notes', [['Mine']])]);
    const [sentence] = await refused('PoolStuff');
    expect(sentence).toMatch(
      /There is no table PoolStuff to fill in\. Name one or more of PoolPartners, .*PoolPlacements/,
    );
    // What Poolbook writes itself is no table to fill in.
    expect(await refused('PoolSettlement')).toHaveLength(1);
    expect(await refused()).toEqual([expect.stringContaining('No table was named.')]);
  });

  test('one wrong name among right ones stops all of them', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    await refused('PoolStaff', 'PoolStuff');
    expect(host.book.tables).toEqual([]);
  });

  test('PoolPlacements before there are partners, with PoolPartners asked for beside it or not', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    expect(await refused('PoolPlacements')).toEqual([expect.stringContaining('PoolPartners names none yet')]);
    expect(await refused('PoolPartners', 'PoolPlacements')).toHaveLength(1);
    await writeTask(await add('PoolPartners'));
    expect(await refused('PoolPlacements')).toEqual([expect.stringContaining('PoolPartners names none yet')]);
    await typeRow(host, 'PoolPartners', { Partner: COUNCIL, 'Short name': 'Council' });
    expect((await add('PoolPlacements')).blockers).toEqual([]);
  });

  test('PoolPlacements while a Short name cannot head a column', async () => {
    const host = await openModel();
    await typeIn(host, 'PoolPartners', 1, 'Short name', 'Council [old]');
    expect(kinds((await add('PoolPlacements')).blockers)).toContain('short name not usable');
    // Other tables are made all the same.
    expect((await add('PoolStaff')).blockers).toEqual([]);
  });

  test.each<[why: string, mine: SheetGrid, kind: string]>([
    [
      'a table of the user’s has the name',
      sheet('Mine', [['Name'], ['Anne']], {
        tables: [{ name: 'PoolStaff', area: { row: 0, column: 0, rows: 2, columns: 1 } }],
      }),
      'table name taken',
    ],
    ['a sheet of the user’s has the name of ours', sheet('Pool staff', [['My own list']]), 'sheet in the way'],
  ])('%s', async (_why, mine, kind) => {
    const host = await openWorkbook([mine]);
    const before = picture(host, mine.sheet);
    await refused('PoolStaff', 'PoolGrants');
    expect(kinds((await add('PoolStaff', 'PoolGrants')).blockers)).toEqual([kind]);
    expect(host.book.sheets.map(({ name }) => name)).toEqual([mine.sheet]);
    expect(picture(host, mine.sheet)).toEqual(before);
  });
});

describe('a table that is there', () => {
  test('is left as it is, and said; the run before can still be taken back', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    await tasks.writePlan(await add('PoolStaff'), quiet);
    const before = picture(host, 'Pool staff');
    const again = await add('PoolStaff');
    expect(again.workbook).toBeUndefined();
    expect(kinds(again.findings)).toEqual(['table there already']);
    expect(await tasks.writePlan(again, quiet)).toMatchObject({ ok: true, written: [] });
    expect(picture(host, 'Pool staff')).toEqual(before);
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  });

  test('stays untouched while another is made beside it, with its rows and the user’s own column', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    await writeTask(await add('PoolGrants'));
    await typeRow(host, 'PoolGrants', { Pool: 'LD', Grant: 'Carers' });
    await host.run(async (context) => {
      context.workbook.tables.getItem('PoolGrants').columns.add(undefined, [['My note'], ['ask Anne']]);
      await context.sync();
    });
    const before = picture(host, 'Pool grants');
    const plan = await add('PoolGrants', 'PoolStaff');
    expect(plan.workbook?.tables.map(({ table }) => table)).toEqual(['PoolStaff']);
    await writeTask(plan);
    expect(picture(host, 'Pool grants')).toEqual(before);
  });
});

describe('taken back', () => {
  test('an added table is emptied, and can be added again', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    expect(await tasks.writePlan(await add('PoolStaff'), quiet)).toMatchObject({ ok: true });
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect((await tasks.listTables()).find(({ table }) => table === 'PoolStaff')?.state).toBe('absent');
    await writeTask(await add('PoolStaff'));
    expect(read(host.book.sheet('Pool staff')!, 'A5:B5')).toEqual([['Line', 'Post']]);
  });

  test('not once something was typed into it: the cell is named and stays', async () => {
    const host = await openWorkbook([sheet('Notes', [['Mine']])]);
    await tasks.writePlan(await add('PoolStaff'), quiet);
    await typeRow(host, 'PoolStaff', { Post: 'Commissioner' });
    const undone = await tasks.undoLastRun();
    expect(undone).toMatchObject({ ok: false, cells: [{ sheet: 'Pool staff', row: 5, column: 1 }] });
    expect(read(host.book.sheet('Pool staff')!, 'B6')).toEqual([['Commissioner']]);
  });
});

describe('a partner who joins after PoolPlacements was made', () => {
  const TRUST = 'Northshire Hospitals Trust';

  /** PoolPlacements with a case of 4 to 1, and a third partner typed below the two. */
  async function joined(): Promise<{ host: TestHost; names: string[] }> {
    const host = await openModel();
    const names = await shortNames(host);
    await writeTask(await add('PoolPlacements'));
    await typeRow(host, 'PoolPlacements', { Case: 'P-1', [names[0]!]: 4, [names[1]!]: 1 });
    await addPartner(host, [TRUST, 'NHS', 'Trust', '', '']);
    return { host, names };
  }
  const headings = (host: TestHost): string[] => host.book.table('PoolPlacements')!.columns.map(({ name }) => name);

  test('gets a column at its right end; the weights there stay, and undo takes only the column', async () => {
    const { host, names } = await joined();
    const before = picture(host, 'Pool placements');
    const plan = await add('PoolPlacements');
    expect(kinds(plan.findings)).toEqual(['partner columns added']);
    expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
    expect(headings(host).slice(-3)).toEqual([...names, 'Trust']);
    expect((await shown(host, 'PoolPlacements'))[0]).toMatchObject({ [names[0]!]: 4, [names[1]!]: 1, Trust: '' });
    expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
    expect(picture(host, 'Pool placements')).toEqual(before);
  });

  test('a weight typed into the new column is not lost by undo', async () => {
    const { host } = await joined();
    await tasks.writePlan(await add('PoolPlacements'), quiet);
    await typeIn(host, 'PoolPlacements', 1, 'Trust', 5);
    expect(await tasks.undoLastRun()).toMatchObject({ ok: false, cells: [{ sheet: 'Pool placements', row: 5 }] });
    expect((await shown(host, 'PoolPlacements'))[0]).toMatchObject({ Trust: 5 });
  });

  test('building the model again adds the column too', async () => {
    const { host, names } = await joined();
    const plan = await tasks.planTask('model', { period: PERIOD }, quiet);
    expect(plan.workbook?.tables.map(({ table }) => table)).toEqual(['PoolPlacements']);
    await writeTask(plan);
    expect(headings(host).slice(-3)).toEqual([...names, 'Trust']);
    expect((await tasks.planTask('model', { period: PERIOD }, quiet)).workbook?.tables).toEqual([]);
  });

  test('a partner whose ledger is found on a later look gets row and column in one run', async () => {
    const [council, icb] = ledgers();
    const host = await openWorkbook([council!]);
    await writeTask(await tasks.planTask('model', { period: PERIOD }, quiet));
    await writeTask(await add('PoolPlacements'));
    expect(headings(host)).toHaveLength(9);
    const later = host.book.addSheet(icb!.sheet);
    icb!.values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== '' && value !== null) later.setContent(icb!.top + r, icb!.left + c, value);
        const numberFormat = icb!.formats[r]?.[c];
        if (numberFormat !== undefined) later.setStyle(icb!.top + r, icb!.left + c, { numberFormat });
      }),
    );
    const plan = await tasks.planTask('model', { period: PERIOD }, quiet);
    expect(kinds(plan.findings)).toContain('partner columns added');
    await writeTask(plan);
    expect(headings(host).slice(-2)).toEqual(await shortNames(host));
  });

  test('a Short name that cannot head a column gets none, from a look either', async () => {
    const { host } = await joined();
    await typeIn(host, 'PoolPartners', 3, 'Short name', 'Trust #1');
    expect(kinds((await add('PoolPlacements')).blockers)).toContain('short name not usable');
    const plan = await tasks.planTask('model', { period: PERIOD }, quiet);
    expect(plan.workbook?.tables).toEqual([]);
  });

  test('where something stands beside the table, adding stops with the place, and the model does without', async () => {
    const { host } = await joined();
    host.book.sheet('Pool placements')!.setContent(8, 14, 'my sum');
    expect(kinds((await add('PoolPlacements')).blockers)).toEqual(['no room for columns']);
    const again = await tasks.planTask('model', { period: PERIOD }, quiet);
    expect(again.blockers).toEqual([]);
    expect(kinds(again.findings)).toContain('partner without column');
  });

  test('a Short name that was changed is told, and no second column is made beside its weights', async () => {
    const host = await openModel();
    const [council = '', icb = ''] = await shortNames(host);
    await writeTask(await add('PoolPlacements'));
    await typeRow(host, 'PoolPlacements', { Case: 'P-1', [council]: 4, [icb]: 1 });
    await typeIn(host, 'PoolPartners', 2, 'Short name', 'ICB new');
    const before = picture(host, 'Pool placements');
    const plan = await add('PoolPlacements');
    expect(plan.workbook).toBeUndefined();
    const told = plan.findings.find(({ kind }) => kind === 'partner column by hand');
    expect(describeFinding(told!).sentence).toContain(`give ${icb} the new Short name as its heading`);
    expect(kinds((await tasks.planTask('model', { period: PERIOD }, quiet)).findings)).toContain(
      'partner column by hand',
    );
    expect(picture(host, 'Pool placements')).toEqual(before);
  });
});

describe('the tables that are offered', () => {
  test('all of them, in a new workbook', async () => {
    await openWorkbook([sheet('Notes', [['Mine']])]);
    expect((await tasks.listTables()).map(({ table }) => table)).toEqual(INPUT_TABLES.map(({ name }) => name));
    expect(await stateOf('PoolStaff')).toEqual({ table: 'PoolStaff', state: 'absent', partners: [] });
    expect(await stateOf('PoolPlacements')).toMatchObject({ state: 'needs partners' });
  });

  test('with a model, those it has are there and the others can be added', async () => {
    const host = await openModel();
    expect(await stateOf('PoolPartners')).toMatchObject({ state: 'there' });
    expect(await stateOf('PoolPlacements')).toMatchObject({ state: 'absent' });
    await writeTask(await add('PoolPlacements'));
    expect(await stateOf('PoolPlacements')).toMatchObject({ state: 'there' });
    await addPartner(host, ['A third', 'NHS', 'Third', '', '']);
    expect(await stateOf('PoolPlacements')).toEqual({
      table: 'PoolPlacements',
      state: 'lacks columns',
      partners: ['Third'],
    });
  });
});

test('a table made before it could have a column is offered it, and gets it at its right end beside the user’s own', async () => {
  const host = await openModel();
  await writeTask(await add('PoolShares'));
  expect(await stateOf('PoolShares')).toMatchObject({ state: 'there' });
  const headings = (): string[] => host.book.table('PoolShares')!.columns.map(({ name }) => name);
  const at = headings().indexOf('Excess');
  const { row, column } = host.book.table('PoolShares')!.area;
  // As it was made earlier: with a column of the user's where Excess is now.
  await host.run(async (context) => {
    context.workbook.worksheets.getItem('Pool shares').getCell(row, column + at).values = [['My notes']];
    await context.sync();
  });
  expect(headings()).toContain('My notes');
  await typeRow(host, 'PoolShares', { Set: 'Risk', 'My notes': 'agreed in May' });
  expect(await stateOf('PoolShares')).toEqual({
    table: 'PoolShares',
    state: 'may have columns',
    partners: [],
    optional: ['Excess'],
  });
  const before = picture(host, 'Pool shares');
  const plan = await add('PoolShares');
  expect(kinds(plan.findings)).toEqual(['optional columns added']);
  expect(plan.blockers).toEqual([]);
  expect(await tasks.writePlan(plan, quiet)).toMatchObject({ ok: true });
  expect(headings().slice(-2)).toEqual(['My notes', 'Excess']);
  expect((await shown(host, 'PoolShares'))[0]).toMatchObject({ Set: 'Risk', 'My notes': 'agreed in May', Excess: '' });
  expect(await tasks.undoLastRun()).toMatchObject({ ok: true });
  expect(picture(host, 'Pool shares')).toEqual(before);
});

test('cancelling while the tables are looked up ends before anything is planned', async () => {
  await openWorkbook([sheet('Notes', [['Mine']])]);
  const cancelled = { report: () => undefined, isCancelled: () => true };
  await expect(tasks.planTask('model', { add: ['PoolStaff'] }, cancelled)).rejects.toMatchObject({
    reason: 'cancelled',
  });
});
