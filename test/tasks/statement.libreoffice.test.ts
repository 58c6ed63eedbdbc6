/*
 * The joint statement and the control totals a third time: LibreOffice recalculates our formulas, which are plain there, from
 * inputs that changed after the figures in the file were stored. Its figures are the model's, to the penny. Left out where
 * LibreOffice is not installed; rows of our own functions it cannot calculate.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reconcile } from '../../src/tasks/reconcile';
import { saveXlsx } from '../../src/preview/xlsx/saveXlsx';
import { readModel } from '../../src/workbook/readModel';
import { openPool, quiet, writeTask } from './fixture';

const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
const whereInstalled = soffice === undefined ? test.skip : test;
const folder = mkdtempSync(join(tmpdir(), 'poolbook-third-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without this LibreOffice shows the figures stored in the file. */
const RECALCULATES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Every sheet as LibreOffice recalculates it: rows of cells as text, amounts in full. */
function recalculated(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]> {
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), RECALCULATES);
  writeFileSync(join(folder, 'book.xlsx'), bytes);
  // Tab-separated, values as stored and not as formatted.
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const run = spawnSync(soffice ?? '', [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')], { timeout: 110_000 }); // prettier-ignore
  if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr.toString()}`);
  const files = readdirSync(folder).filter((file) => file.startsWith('book-') && file.endsWith('.csv'));
  return new Map(
    files.map((file) => [
      file.slice('book-'.length, -'.csv'.length),
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((row) => row.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1'))),
    ]),
  );
}

whereInstalled(
  'LibreOffice comes to the same statement and control totals after a budget and an actual were changed',
  async () => {
    const host = await openPool();
    await writeTask(await reconcile.plan({ period: '2026-06' }, quiet));
    // Straight into the workbook, so that the file still holds the figures of before.
    const put = async (table: string, heading: string, value: number): Promise<void> => {
      const cells = (await host.run((context) => readModel(context))).cells.get(table)!;
      const sheet = host.book.sheets.find(({ name }) => name === cells.sheet)!;
      sheet.setContent(cells.row, cells.column + cells.headings.indexOf(heading), value);
      sheet.tellChanged({
        row: cells.row,
        column: cells.column + cells.headings.indexOf(heading),
        rows: 1,
        columns: 1,
      });
    };
    await put('PoolBudgets', 'Amount', 61_234.56);
    await put('PoolActuals', 'Amount', 9_876.54);
    const stale = saveXlsx(host.book);
    const sheets = recalculated(stale);
    const { cells } = await host.run((context) => readModel(context));
    let compared = 0;
    let moved = 0;
    for (const table of ['PoolStatement', 'PoolControl']) {
      const ours = cells.get(table)!;
      const theirs = sheets.get(ours.sheet)!;
      ours.values.forEach((row, at) =>
        row.forEach((value, column) => {
          if (typeof value !== 'number') return;
          const cell = theirs[ours.row + at]?.[ours.column + column] ?? '';
          // A date is shown as one; every other figure in full.
          if (/^\d{2}\/\d{2}\/\d{4}$/.test(cell)) return;
          expect([table, ours.headings[column], at, Number(cell)]).toEqual([table, ours.headings[column], at, value]);
          compared++;
          if (value === 9_876.54 || Math.abs(value - 61_234.56) < 2_000) moved++;
        }),
      );
    }
    expect(compared).toBeGreaterThan(60);
    // The changed inputs are in the figures: they were not read from the file.
    expect(moved).toBeGreaterThan(0);
  },
  120_000,
);
