// Another program opens what was saved. It is left out where LibreOffice is not installed; it does not know our functions,
// so their cells are compared by the values stored in the file (see saving.test.ts).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { Book } from '../../../src/preview/book/book';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { type Files, isInstalled, libreOffice, type SheetTexts, whereInstalled } from '../../support/libreoffice';
import { opened } from './handmade';

const { shown, converted, close } = libreOffice();
afterAll(close);

const sampleBytes = (name: string): Uint8Array => readFileSync(join(__dirname, '../../../assets/samples', name));

/** A workbook of another program after a sheet, a table, a name, looks and values were added. */
async function changedWorkbook(): Promise<Uint8Array> {
  const made = new Workbook();
  const ledger = made.addWorksheet('Ledger');
  ledger.addTable({
    name: 'Spend',
    ref: 'A3',
    headerRow: true,
    columns: [{ name: 'Code' }, { name: 'Net' }],
    rows: [
      ['00123', 1500.5],
      ['00124', -0.1],
    ],
  });
  ledger.getCell('D1').value = { formula: 'SUM(Spend[Net])', result: 1500.4 };
  const { book, package: source } = opened(new Uint8Array(await made.xlsx.writeBuffer()));
  const [sheet] = book.sheets;
  sheet?.setContent(4, 1, 99.6);
  sheet?.setContent(6, 0, '=1+1');
  const pool = book.addSheet("Pool St John's");
  const rows: (readonly [string, number])[] = [
    ['Acre', 0.07],
    ['Brook', 1e-7],
    ['Coombe', 123456789.12],
  ];
  pool.setContent(4, 0, 'Line\nname');
  pool.setContent(4, 1, 'Net');
  pool.setContent(4, 2, 'Twice');
  for (const [index, [line, net]] of rows.entries()) {
    pool.setContent(5 + index, 0, line);
    pool.setContent(5 + index, 1, net);
    pool.setContent(5 + index, 2, null, '=[@Net]*2');
    pool.setStyle(5 + index, 1, { numberFormat: '#,##0.00', bold: true, fill: '#EEEEEE' });
  }
  pool.setContent(0, 4, null, '=SUM(PoolLines[Net])+Rate+SUM(Spend[Net])');
  pool.setContent(1, 4, 'x', '=POOL.SHARE(10,{1,2},1)');
  const area = { row: 4, column: 0, rows: 4, columns: 3 };
  const columns = [
    { id: 1, name: 'Line\nname' },
    { id: 2, name: 'Net' },
    { id: 3, name: 'Twice', calculated: '=[@Net]*2' },
  ];
  book.tables.push({
    id: book.freshId(),
    name: 'PoolLines',
    sheet: pool,
    area,
    columns,
    showTotals: false,
    showHeaders: true,
    style: 'TableStyleLight9',
  });
  book.names.push({ name: 'Rate', formula: '=0.25', visible: true });
  return saveXlsx(book, source);
}

/** A workbook made from nothing. */
function plainWorkbook(): Uint8Array {
  const book = new Book();
  const sheet = book.addSheet('Plain');
  sheet.setContent(0, 0, 'a "quoted" £ text');
  sheet.setContent(0, 1, 2, '=1+1');
  sheet.setContent(0, 2, 39721);
  sheet.setStyle(0, 2, { numberFormat: 'yyyy-mm-dd' });
  sheet.setContent(1, 0, false);
  return saveXlsx(book);
}

/** The derby sample as LibreOffice wrote it, changed. */
function changedSample(written: Uint8Array): Uint8Array {
  const { book, package: source } = opened(written);
  expect(book.tables.map(({ name }) => name)).toEqual(['CodeMap']);
  book.sheet('Control totals')?.setContent(9, 0, '=not a formula');
  book.addSheet('Pool').setContent(0, 0, null, "=SUM('Council ledger'!I10:I20)");
  return saveXlsx(book, source);
}

let changed: Uint8Array;
let before: SheetTexts;
let written: Files;
let after: SheetTexts;
beforeAll(async () => {
  if (!isInstalled) return;
  const sample = sampleBytes('derby-shadow-pool-2008-09.xlsx');
  const equipment = sampleBytes('equipment-consortium-2001-02.xlsx');
  changed = await changedWorkbook();
  before = shown({ changed, plain: plainWorkbook(), sample, equipment });
  written = converted({ sample, equipment });
  const again = opened(written['equipment']!);
  after = shown({ sample: changedSample(written['sample']!), equipment: saveXlsx(again.book, again.package) });
}, 240_000);

whereInstalled(
  'LibreOffice opens a workbook of another program after a sheet, a table, a name, looks and values were added',
  () => {
    const sheets = before['changed']!;
    // It shows the stored value of a formula that has one, and calculates those that have none.
    expect(sheets['Ledger']).toBe(',,,1500.4\n,,,\nCode,Net,,\n00123,1500.5,,\n00124,99.6,,\n,,,\n=1+1,,,\n');
    // 0.07 + 0.0000001 + 123456789.12 + 0.25 + 1600.1, as General shows it
    expect(sheets["Pool St John's"]?.split('\n')[0]).toBe(',,,,123458389.54');
    expect(sheets["Pool St John's"]).toContain('\nAcre,0.07,0.14,,\n');
    const formulas = shown({ changed }, true)['changed']!;
    expect(formulas["Pool St John's"]).toContain('=SUM(PoolLines[Net])+Rate+SUM(Spend[Net])');
  },
  120_000,
);

whereInstalled(
  'a workbook that LibreOffice wrote is opened, changed and opened by it again, with nothing else moved',
  () => {
    expect(after['sample']!['Pool']).toMatch(/^\d+\.\d+\n$/);
    expect(after['sample']!['Control totals']).toContain('=not a formula');
    for (const name of ['Read me', 'Council ledger', 'PCT ledger', 'Code map'])
      expect(after['sample']![name]).toBe(before['sample']![name]);
  },
);

whereInstalled(
  'a sample whose tables are filled in is opened by LibreOffice, and comes back from it with every table as it was',
  () => {
    expect(before['equipment']!['Pool grants']).toContain('Disabled Facilities Grant,Leicester City Council,2001/02,');
    const tablesOf = ({ book }: ReturnType<typeof opened>): unknown[] =>
      book.tables.map(({ name, sheet, area }) => [name, sheet.name, area]).sort();
    const own = sampleBytes('equipment-consortium-2001-02.xlsx');
    expect(tablesOf(opened(written['equipment']!))).toEqual(tablesOf(opened(own)));
    expect(after['equipment']).toEqual(before['equipment']);
  },
);

whereInstalled('LibreOffice opens a workbook made from nothing', () => {
  expect(before['plain']!['Plain']).toBe('"a ""quoted"" £ text",2,2008-09-30\nFALSE,,\n');
});
