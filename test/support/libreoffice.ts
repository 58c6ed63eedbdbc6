/*
 * LibreOffice for tests, where it is installed: it opens what was saved, and works out formulas by itself. A start of it takes
 * longer than a workbook, so all files of one kind go through one start.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const soffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Whether LibreOffice is there. */
export const isInstalled = soffice !== undefined;

/** A test that is left out where LibreOffice is not installed. */
export const whereInstalled = isInstalled ? test : test.skip;

/** Workbooks by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Each sheet's text by workbook and sheet. */
export type SheetTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Without this LibreOffice shows the figures stored in the file. */
const RECALCULATES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** LibreOffice with a profile and a folder of its own. */
export interface LibreOffice {
  /** The sheets of workbooks as LibreOffice shows them; formulas as text when asked. */
  shown(files: Files, formulas?: boolean): SheetTexts;
  /** Workbooks as LibreOffice saves them as .xlsx. */
  converted(files: Files): Files;
  /** Every sheet as LibreOffice recalculates it: rows of cells as text, amounts in full. */
  recalculated(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Takes its folder away. */
  close(): void;
}

/** Opens one for a test file. */
export function libreOffice(): LibreOffice {
  const folder = mkdtempSync(join(tmpdir(), 'poolbook-lo-'));
  const convert = (files: Files, to: string, out: string, profile: string): void => {
    const names = Object.entries(files).map(([name, bytes]) => {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const own = `-env:UserInstallation=file://${join(folder, profile)}`;
    const run = spawnSync(soffice ?? '', [own, '--headless', '--convert-to', to, '--outdir', out, ...names], {
      timeout: 110_000,
    });
    if (run.status !== 0) throw new Error(`LibreOffice: ${run.stderr.toString()}`);
  };
  const textsIn = (out: string, name: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(out)
        .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.csv'))
        .map((file) => [file.slice(name.length + 1, -4), readFileSync(join(out, file), 'utf8')]),
    );
  return {
    shown(files, formulas = false) {
      const out = mkdtempSync(join(folder, 'csv-'));
      const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,${String(formulas)},false,-1`;
      convert(files, filter, out, 'profile');
      return Object.fromEntries(Object.keys(files).map((name) => [name, textsIn(out, name)]));
    },
    converted(files) {
      const out = mkdtempSync(join(folder, 'xlsx-'));
      convert(files, 'xlsx', out, 'profile');
      return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(out, `${name}.xlsx`))]));
    },
    recalculated(bytes) {
      const user = join(folder, 'recalculating', 'user');
      mkdirSync(user, { recursive: true });
      writeFileSync(join(user, 'registrymodifications.xcu'), RECALCULATES);
      const out = mkdtempSync(join(folder, 'csv-'));
      // Tab-separated, values as stored and not as formatted.
      convert({ book: bytes }, 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1', out, 'recalculating'); // prettier-ignore
      const rowsOf = (text: string): string[][] =>
        text.split('\n').map((row) => row.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
      return new Map(Object.entries(textsIn(out, 'book')).map(([sheet, text]) => [sheet, rowsOf(text)]));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
