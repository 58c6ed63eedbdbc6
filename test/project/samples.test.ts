// The sample workbooks: what the reports say is in them to the pound, the rest is marked, and the script makes the very
// files that are kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../src/preview/book/book';
import type { Sheet } from '../../src/preview/book/sheet';
import { CellError } from '../../src/preview/book/values';
import { openXlsx } from '../../src/preview/xlsx/openXlsx';
import { INPUT_TABLES } from '../../src/workbook/schema';

const root = join(__dirname, '../..');
const folder = join(root, 'assets/samples');
const files = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));

function open(file: string): Book {
  const result = openXlsx(readFileSync(join(folder, file)));
  if (!result.ok) throw new Error(`${file}: ${result.problem.kind}`);
  return result.value.book;
}

function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The rows of a sheet below the row whose first used cell is `heading`, as values by heading. */
function listBelow(sheet: Sheet, heading: string): Record<string, unknown>[] {
  const used = sheet.usedArea();
  if (!used) return [];
  const grid = Array.from({ length: used.row + used.rows }, (_r, row) =>
    Array.from({ length: used.column + used.columns }, (_c, column) => sheet.value(row, column)),
  );
  const at = grid.findIndex((row) => row.find((value) => value !== null) === heading);
  if (at < 0) throw new Error(`no heading ${heading}`);
  return grid
    .slice(at + 1)
    .map((row) => Object.fromEntries(row.map((value, column) => [String(grid[at]?.[column]), value])));
}

/** Pence of a number, or of text as some exports have it: `1,204.50`. */
const pence = (value: unknown): number => {
  const number = typeof value === 'string' ? Number(value.replaceAll(',', '')) : value;
  return typeof number === 'number' ? Math.round(number * 100) : 0;
};
const total = (rows: readonly Record<string, unknown>[], heading: string): number =>
  rows.reduce((sum, row) => sum + pence(row[heading]), 0);

test('the script makes the very files that are kept', () => {
  const made = mkdtempSync(join(tmpdir(), 'poolbook-samples-'));
  const run = spawnSync(process.execPath, [join(root, 'scripts/makeSamples.mjs'), made], {
    env: { ...process.env, TZ: 'Asia/Tokyo' },
  });
  expect(run.stderr.toString()).toBe('');
  expect(readdirSync(made)).toEqual(files);
  for (const file of files)
    expect([file, readFileSync(join(made, file)).equals(readFileSync(join(folder, file)))]).toEqual([file, true]);
  rmSync(made, { recursive: true });
});

describe.each(files)('%s', (file) => {
  const book = open(file);

  test('every sheet says what of it is illustrative, or cites the report', () => {
    for (const sheet of book.sheets) {
      const texts = [...sheet.cells()].map(([, , { value }]) => (typeof value === 'string' ? value : ''));
      expect([sheet.name, texts.some((text) => /illustrative|report,/i.test(text))]).toEqual([sheet.name, true]);
    }
    const notes = [...sheetOf(book, 'Read me').cells()].map(([, , { value }]) => String(value)).join('\n');
    expect(notes).toMatch(/What is from the report[\s\S]+What is illustrative/);
  });

  test('no formula shows an error, and every total is the sum of its rows', () => {
    for (const sheet of book.sheets) {
      for (const [row, column, { value, formula }] of sheet.cells()) {
        expect(value).not.toBeInstanceOf(CellError);
        const range = /^=SUBTOTAL\(9,[A-Z]+(\d+):[A-Z]+(\d+)\)$/.exec(formula ?? '');
        if (!range) continue;
        let sum = 0;
        for (let at = Number(range[1]) - 1; at < Number(range[2]); at++) {
          // SUBTOTAL passes over other subtotals.
          if (sheet.cell(at, column)?.formula === undefined) sum += pence(sheet.value(at, column));
        }
        expect([sheet.name, row + 1, pence(value)]).toEqual([sheet.name, row + 1, sum]);
      }
    }
  });

  test('nobody is named: posts have numbers and no names', () => {
    const texts = book.sheets.flatMap((sheet) => [...sheet.cells()].map(([, , { value }]) => String(value)));
    expect(texts.filter((text) => /\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b\.? [A-Z]/.test(text))).toEqual([]);
  });
});

const filledIn = files.filter((file) => open(file).tables.some(({ name }) => name.startsWith('Pool')));

test('three samples are as a finance lead has them; four have Poolbook’s input tables filled in', () => {
  expect(files.filter((file) => !filledIn.includes(file))).toEqual([
    'derby-shadow-pool-2008-09.xlsx',
    'leeds-mental-health-2012-13.xlsx',
    'leicester-learning-disability-2004-05.xlsx',
  ]);
  expect(filledIn).toEqual([
    'derby-shadow-pool-agreed-2008-09.xlsx',
    'equipment-consortium-2001-02.xlsx',
    'leeds-mental-health-agreed-2012-13.xlsx',
    'leicester-learning-disability-agreed-2004-05.xlsx',
  ]);
});

test('the data know the input tables as Poolbook does: sheet, title, columns and what they hold', () => {
  const known = JSON.parse(readFileSync(join(folder, 'data/model/tables.json'), 'utf8')) as Record<string, unknown>;
  const tables = INPUT_TABLES.map(({ name, sheet, title, columns, partnerColumns }) => [
    name,
    {
      sheet,
      title,
      columns: Object.fromEntries(columns.map((column) => [column.name, column.words ?? column.kind])),
      ...(partnerColumns === undefined ? {} : { partners: partnerColumns.kind }),
    },
  ]);
  expect(Object.entries(known)).toEqual(tables);
});

describe.each(filledIn)('%s', (file) => {
  const book = open(file);
  const tables = book.tables.filter(({ name }) => name.startsWith('Pool'));

  test('its tables of the model stand where Poolbook puts them, with its columns and nothing of the user’s below', () => {
    for (const { name, sheet, area } of tables) {
      const definition = INPUT_TABLES.find((table) => table.name === name);
      const used = sheet.usedArea();
      expect([name, sheet.name, area.row, area.column]).toEqual([name, definition?.sheet, 4, 0]);
      expect([name, (used?.row ?? 0) + (used?.rows ?? 0)]).toEqual([name, area.row + area.rows]);
      const headings = Array.from({ length: area.columns }, (_none, at) => sheet.value(area.row, at));
      const own = definition?.columns.map((column) => column.name) ?? [];
      expect(headings.slice(0, own.length)).toEqual(own);
    }
  });

  test('its months are open, each with the control total of a trial balance', () => {
    const periods = listBelow(sheetOf(book, 'Pool periods'), 'Period');
    expect(periods.length).toBeGreaterThan(0);
    expect(periods.filter((row) => row['Control total'] === null || row['Status'] !== 'open')).toEqual([]);
  });
});

test('Leicester, agreed: gross 15.5m less income of 6.4m is 9.1m (report 2004, 4.1), and the cap of 20,000 (4.2)', () => {
  const book = open('leicester-learning-disability-agreed-2004-05.xlsx');
  const rows = listBelow(sheetOf(book, 'Pool contributions'), 'Pool').filter(
    (row) => row['Partner'] === 'Leicester City Council',
  );
  const of = (funding: string): number => total(rows.filter((row) => row['Funding'] === funding), 'Amount'); // prettier-ignore
  expect([of('base'), of('other income'), of('base') - of('other income')]).toEqual([
    15_500_000_00, 6_400_000_00, 9_100_000_00,
  ]);
  const [officer] = listBelow(sheetOf(book, 'Pool projects'), 'Project');
  expect([officer?.['Annual cost'], officer?.['Cap']]).toEqual([29_000, 20_000]);
});

test('Leeds, agreed: 56 posts of social care, 14 of them at 12.4 WTE funded by the Trust, 496,000.00 a year (report 2012, 3.9)', () => {
  const rows = listBelow(sheetOf(open('leeds-mental-health-agreed-2012-13.xlsx'), 'Pool staff'), 'Line').filter(
    (row) => row['Employer'] === 'Leeds City Council',
  );
  expect(total(rows, 'Heads')).toBe(5600);
  const funded = rows.filter((row) => String(row['Funder']).startsWith('Leeds Partnerships'));
  expect(funded.map((row) => [row['Heads'], row['WTE'], row['Rate']])).toEqual([[14, 12.4, 40_000]]);
  expect(rows.filter((row) => row['Profession'] === 'social worker').map((row) => row['WTE'])).toEqual([30.2, 12.4]);
});

test('Leicester: gross 15.5m, income 6.4m and net 9.1m (report 2004, 4.1), and the project cost of 4.2', () => {
  const book = open('leicester-learning-disability-2004-05.xlsx');
  const rows = listBelow(sheetOf(book, 'Budget 2004-05'), 'Code');
  const services = rows.filter((row) => /^\d+$/.test(String(row['Code'])));
  expect(total(services, 'Gross expenditure')).toBe(15_500_000_00);
  expect(total(services, 'Income')).toBe(-6_400_000_00);
  expect(total(services, 'Net budget 2004/05')).toBe(9_100_000_00);
  const project = listBelow(sheetOf(book, 'Project cost'), 'Item');
  const cited = project.filter((row) => String(row['Where from']).startsWith('Report, 4.2'));
  expect(cited.slice(0, 3).map((row) => row['Named in the paper'])).toEqual([28000, 30000, 20000]);
  expect(cited.slice(3).map((row) => [row['Item'], row['Named in the paper']])).toEqual([
    ['Primary Care Trusts', 'equal'],
    ['Leicestershire Partnership NHS Trust', 'equal'],
    ['Leicestershire County Council', 'equal'],
    ['Leicester City Council', 'equal'],
    ['Rutland County Council', 1000],
  ]);
});

test('Leeds: 56 posts, one manager, 5 team managers at 4.5, 50 social workers at 42.6, 14 of them at 12.4 funded by the Trust (report 2012, 3.9)', () => {
  const posts = listBelow(sheetOf(open('leeds-mental-health-2012-13.xlsx'), 'Posts'), 'Post').filter((row) =>
    /^MH\d{3}$/.test(String(row['Post'])),
  );
  const count = (title: string): [number, number] => {
    const own = posts.filter((row) => row['Post title'] === title);
    return [own.length, total(own, 'WTE')];
  };
  expect(posts).toHaveLength(56);
  expect(count('Service Delivery Manager')).toEqual([1, 100]);
  expect(count('Team Manager')).toEqual([5, 450]);
  expect(count('Social Worker')).toEqual([50, 4260]);
  const funded = posts.filter((row) => row['Funded by'] === 'Leeds Partnerships NHS Foundation Trust');
  expect([funded.length, total(funded, 'WTE')]).toEqual([14, 1240]);
  expect(funded.every((row) => row['Post title'] === 'Social Worker')).toBe(true);
  expect(new Set(posts.map((row) => row['Employer']))).toEqual(new Set(['Leeds City Council']));
});

test('Derby: a recharge on one side only, one of the next month, one that differs by a penny', () => {
  const book = open('derby-shadow-pool-2008-09.xlsx');
  const council = listBelow(sheetOf(book, 'Council ledger'), 'Period').filter((row) =>
    String(row['Supplier or customer']).includes('Primary Care Trust'),
  );
  const pct = listBelow(sheetOf(book, 'PCT ledger'), 'Posting date').filter(
    (row) => row['Payee'] === 'Derby City Council',
  );
  const bare = (reference: unknown): string => String(reference).replace(/^(?:RCH-|SI )/, '');
  const pairs = council.map((row) => {
    const other = pct.find((each) => bare(each['Invoice no']) === bare(row['Doc ref']));
    return {
      reference: row['Doc ref'],
      gap: pence(row['Net amount']) + pence(other?.['Debit']),
      booked: other?.['Posting date'],
    };
  });
  expect(pairs.filter(({ gap, booked }) => gap !== 0 || String(booked).endsWith('10/2008'))).toEqual([
    { reference: 'SI 77031', gap: -1, booked: '30/06/2008' },
    { reference: 'SI 77094', gap: 0, booked: '02/10/2008' },
    { reference: 'RCH-0806', gap: -240625, booked: undefined },
  ]);
});
