/*
 * A workbook file opened for a headless task: the workbook, its calculator, and saving it elsewhere. The add-in itself comes
 * in with `addin.ts`; what is done is the tasks' business.
 */
import { existsSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Book } from '../book/book';
import { BookCalculator } from '../engine/calculator';
import type { FunctionLibrary } from '../engine/functionLibrary';
import { loadFunctions } from '../engine/loadFunctions';
import { NODE_UNIVER } from '../engine/nodeUniver';
import { markPoolFormulas } from '../engine/poolFormulas';
import { UniverEngine } from '../engine/univerEngine';
import { openXlsx } from '../xlsx/openXlsx';
import { xlsxProblemText } from '../xlsx/problems';
import { saveXlsx } from '../xlsx/saveXlsx';
import { CannotRun } from './outcome';

const FROM_1904 =
  'The workbook counts its dates from 1904, so that they would be read four years early. In Excel take the tick from File, Options, Advanced, Use 1904 date system, check the dates, and save a copy.';

/** Where things are: the project's folder (for `dist/`), and the folder that file names are meant from. */
export interface Folders {
  readonly project: string;
  readonly working: string;
}

/** An open workbook. */
export interface Session {
  readonly book: Book;
  readonly calculator: BookCalculator;
  readonly library: FunctionLibrary;
  /** Writes the workbook to the output file. Nothing else is ever written. */
  save(): string;
}

/**
 * Opens the input file and makes sure that the output can be written.
 *
 * @param output - Undefined for a task that writes no file.
 * @throws {CannotRun} With the sentence to show, when anything is not as it must be.
 */
export function openSession(input: string, output: string | undefined, folders: Folders): Session {
  const from = resolve(folders.working, input);
  const to = output === undefined ? undefined : resolve(folders.working, output);
  if (to !== undefined) checkOutput(from, to);
  const library = builtFunctions(folders.project);
  const opened = openXlsx(readInput(from), { functionNames: [...library.keys()] });
  if (!opened.ok) throw new CannotRun(`${basename(from)}: ${xlsxProblemText(opened.problem)}`);
  // Excel itself hands such dates to the functions four years early, and nothing in a cell says so.
  if (opened.value.book.uses1904Dates) throw new CannotRun(`${basename(from)}: ${FROM_1904}`);
  const calculator = new BookCalculator(new UniverEngine(NODE_UNIVER, library));
  return {
    book: opened.value.book,
    calculator,
    library,
    save: () => {
      if (to === undefined) return '';
      markPoolFormulas(opened.value.book);
      writeOutput(to, saveXlsx(opened.value.book, opened.value.package));
      return to;
    },
  };
}

/** A file of the built add-in. */
export function builtFile(project: string, name: string): string {
  const file = join(project, 'dist', name);
  if (!existsSync(file))
    throw new CannotRun(
      `The add-in is not built: ${join('dist', name)} is missing. Run "npm run build" and try again.`,
    );
  return readFileSync(file, 'utf8');
}

function builtFunctions(project: string): FunctionLibrary {
  return loadFunctions(builtFile(project, 'functions.js'), builtFile(project, 'functions.json'));
}

/** The input file is never changed, by whatever name the output calls it. */
function checkOutput(from: string, to: string): void {
  const isSame = from === to || (existsSync(from) && existsSync(to) && realpathSync(from) === realpathSync(to));
  if (isSame)
    throw new CannotRun(`${basename(to)} is the input file, which is never changed. Give the output another name.`);
  checkEnding(from, to);
  if (!existsSync(dirname(to)))
    throw new CannotRun(`The folder ${dirname(to)} for the output does not exist. Make it, or give another name.`);
  if (existsSync(to) && statSync(to).isDirectory())
    throw new CannotRun(
      `${to} is a folder. Give the output a file name, such as ${join(basename(to), 'result.xlsx')}.`,
    );
}

/** Excel opens a workbook only under the ending of its kind; one with macros keeps them. */
function checkEnding(from: string, to: string): void {
  const wanted = extname(from).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';
  if (extname(to).toLowerCase() === wanted) return;
  throw new CannotRun(
    `${basename(to)} does not end in ${wanted}, and Excel would not open it. Give the output a name that does.`,
  );
}

function readInput(file: string): Uint8Array {
  if (!existsSync(file)) throw new CannotRun(`There is no file ${file}. Check its name and folder.`);
  if (statSync(file).isDirectory()) throw new CannotRun(`${file} is a folder. Give the name of a workbook (.xlsx).`);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CannotRun(`${file} cannot be read: ${reason(error)}. Check that you may open it.`);
  }
}

function writeOutput(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new CannotRun(
      `${file} cannot be written: ${reason(error)}. Close it if it is open elsewhere, or give another name.`,
    );
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
