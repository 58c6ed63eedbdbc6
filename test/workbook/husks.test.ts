/* What a refused run may leave of a table of ours is made again; what a person may have typed never is. */
import { writePlan } from '../../src/workbook/writer';
import { type PlannedTable, textCell } from '../../src/workbook/plan';
import { definitionOf } from '../../src/workbook/schema';
import { fill, openHost, read } from '../support/host';

jest.setTimeout(60_000);

const COLUMNS = definitionOf('PoolShares').columns.map(({ name }) => name);
const SHEET = definitionOf('PoolShares').sheet;
const shares: PlannedTable = {
  table: 'PoolShares',
  action: 'update',
  columns: COLUMNS,
  rows: [COLUMNS.map((name) => textCell(name === 'Pool' ? 'LD' : ''))],
};

/** A sheet of ours with a table made by hand, by its headings and the rows below. */
async function withTable(headings: readonly string[], rows: readonly (readonly string[])[] = [], name = 'PoolShares') {
  const host = openHost();
  const sheet = host.book.addSheet(SHEET);
  fill(sheet, 'A5', [headings, ...rows]);
  await host.run(async (context) => {
    const area = context.workbook.worksheets.getItem(SHEET).getRangeByIndexes(4, 0, 1 + Math.max(1, rows.length), headings.length); // prettier-ignore
    context.workbook.tables.add(area, true).name = name;
    await context.sync();
  });
  return { sheet, result: await writePlan({ tables: [shares] }) };
}

test.each<[why: string, headings: readonly string[], name: string]>([
  ['one heading of ours', ['Pool'], 'PoolShares'],
  ['some headings of ours', COLUMNS.slice(0, 4), 'PoolShares'],
  ['the headings Excel gives', ['Column1', 'Column2', 'Column3'], 'PoolShares'],
  ['those of a German Excel', ['Spalte1', 'Spalte2'], 'PoolShares'],
  ['a table that did not get its name yet', ['Column1', 'Column2', 'Column3'], 'Table7'],
])('%s, without rows: the table is made again', async (_why, headings, name) => {
  const { sheet, result } = await withTable(headings, [], name);
  expect(result).toMatchObject({ ok: true });
  expect(read(sheet, 'A5:A6')).toEqual([['Pool'], ['LD']]);
  expect(read(sheet, 'A5:H5')[0]).toEqual(COLUMNS);
});

test.each<[why: string, headings: readonly string[], rows: readonly (readonly string[])[]]>([
  ['a row of somebody’s', ['Pool'], [['mine']]],
  ['a heading of somebody’s', ['Pool', 'Notes'], []],
  ['headings that are nobody’s of ours, with rows', ['Item', 'Price'], [['Chair', '5']]],
  ['Excel’s own headings, out of order', ['Column2', 'Column1'], []],
])('%s is left alone, and the missing column named', async (_why, headings, rows) => {
  const { sheet, result } = await withTable(headings, rows);
  expect(result).toMatchObject({ ok: false, workbook: 'unchanged', stop: { kind: 'blocked' } });
  expect(JSON.stringify(result)).toContain('column missing');
  expect(read(sheet, 'A5:B6')[0]?.[0]).toBe(headings[0]);
});
