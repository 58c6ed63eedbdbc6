// Another program opens what was saved. It is left out where LibreOffice is not installed; it does not know our functions,
// so their cells are compared by the values stored in the file (see saving.test.ts).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { Book } from '../../../src/preview/book/book';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { opened } from './handmade';

const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const whereInstalled = soffice === undefined ? test.skip : test;
const folder = mkdtempSync(join(tmpdir(), 'poolbook-lo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sheets of a workbook as LibreOffice shows them, by name; formulas as text when asked. */
function shown(name: string, bytes: Uint8Array, formulas = false): Record<string, string> {
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,${String(formulas)},false,-1`;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const run = spawnSync(
    soffice ?? '',
    [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, `${name}.xlsx`)],
    { timeout: 110_000 },
  );
  if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr.toString()}`);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'));
  const sheetName = (file: string): string => file.slice(name.length + 1, -4);
  return Object.fromEntries(files.map((file) => [sheetName(file), readFileSync(join(folder, file), 'utf8')]));
}

/** The workbook `name` as LibreOffice saves it as .xlsx. */
function converted(name: string): Uint8Array {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'written');
  const run = spawnSync(
    soffice ?? '',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, join(folder, `${name}.xlsx`)],
    { timeout: 110_000 },
  );
  if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr.toString()}`);
  return readFileSync(join(out, `${name}.xlsx`));
}

whereInstalled(
  'LibreOffice opens a workbook of another program after a sheet, a table, a name, looks and values were added',
  async () => {
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
    const saved = saveXlsx(book, source);

    const sheets = shown('changed', saved);
    // It shows the stored value of a formula that has one, and calculates those that have none.
    expect(sheets['Ledger']).toBe(',,,1500.4\n,,,\nCode,Net,,\n00123,1500.5,,\n00124,99.6,,\n,,,\n=1+1,,,\n');
    // 0.07 + 0.0000001 + 123456789.12 + 0.25 + 1600.1, as General shows it
    expect(sheets["Pool St John's"]?.split('\n')[0]).toBe(',,,,123458389.54');
    expect(sheets["Pool St John's"]).toContain('\nAcre,0.07,0.14,,\n');
    const formulas = shown('formulas', saved, true);
    expect(formulas["Pool St John's"]).toContain('=SUM(PoolLines[Net])+Rate+SUM(Spend[Net])');
  },
  240_000,
);

whereInstalled(
  'a workbook that LibreOffice wrote is opened, changed and opened by it again, with nothing else moved',
  () => {
    const sample = readFileSync(join(__dirname, '../../../assets/samples/derby-shadow-pool-2008-09.xlsx'));
    const before = shown('sample', sample);
    const written = converted('sample');
    const { book, package: source } = opened(written);
    expect(book.tables.map(({ name }) => name)).toEqual(['CodeMap']);
    book.sheet('Control totals')?.setContent(9, 0, '=not a formula');
    book.addSheet('Pool').setContent(0, 0, null, "=SUM('Council ledger'!I10:I20)");
    const after = shown('again', saveXlsx(book, source));
    expect(after['Pool']).toMatch(/^\d+\.\d+\n$/);
    expect(after['Control totals']).toContain('=not a formula');
    for (const name of ['Read me', 'Council ledger', 'PCT ledger', 'Code map']) expect(after[name]).toBe(before[name]);
  },
  240_000,
);

whereInstalled(
  'a sample whose tables are filled in is opened by LibreOffice, and comes back from it with every table as it was',
  () => {
    const sample = readFileSync(join(__dirname, '../../../assets/samples/equipment-consortium-2001-02.xlsx'));
    const before = shown('equipment', sample);
    expect(before['Pool grants']).toContain('Disabled Facilities Grant,Leicester City Council,2001/02,');
    const tablesOf = ({ book }: ReturnType<typeof opened>): unknown[] =>
      book.tables.map(({ name, sheet, area }) => [name, sheet.name, area]).sort();
    const written = opened(converted('equipment'));
    expect(tablesOf(written)).toEqual(tablesOf(opened(sample)));
    const after = shown('equipment again', saveXlsx(written.book, written.package));
    expect(after).toEqual(before);
  },
  240_000,
);

whereInstalled(
  'LibreOffice opens a workbook made from nothing',
  () => {
    const book = new Book();
    const sheet = book.addSheet('Plain');
    sheet.setContent(0, 0, 'a "quoted" £ text');
    sheet.setContent(0, 1, 2, '=1+1');
    sheet.setContent(0, 2, 39721);
    sheet.setStyle(0, 2, { numberFormat: 'yyyy-mm-dd' });
    sheet.setContent(1, 0, false);
    expect(shown('plain', saveXlsx(book))['Plain']).toBe('"a ""quoted"" £ text",2,2008-09-30\nFALSE,,\n');
  },
  240_000,
);
