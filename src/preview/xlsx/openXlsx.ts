/*
 * Opens the bytes of an .xlsx as a workbook in memory, or says why it cannot. The package is kept beside the workbook, so
 * that a save changes only what was changed.
 */
import { Book } from '../book/book';
import { type Sheet } from '../book/sheet';
import { type Baseline, baselineOf } from './baseline';
import { readTheme } from './colours';
import { checkContainer, findWorkbookPart } from './container';
import { functionTable, type FunctionNames } from './decodeFormula';
import { refuse, XlsxFault } from './fault';
import { DEFAULT_LIMITS, type XlsxLimits } from './limits';
import { dynamicMarks } from './metadata';
import { openParts, type PackageParts } from './package';
import { type XlsxProblem } from './problems';
import { type CellContext } from './readCells';
import { readSheet } from './readSheet';
import { readStrings } from './readStrings';
import { type CellStyles, readStyles } from './readStyles';
import { readTable } from './readTable';
import { type ListedSheet, listedSheets, readWorkbook } from './readWorkbook';
import { type XmlNode } from './xmlTree';

/** What the caller may say about opening. */
export interface OpenOptions {
  /** The custom functions by their names in formulas, `POOL.SPLIT`: stored names are turned back into these. */
  readonly functionNames?: readonly string[];
  readonly limits?: Partial<XlsxLimits>;
}

/** The file a workbook came from: its parts as they were, and what the workbook looked like when it was read. */
export interface XlsxPackage {
  readonly bytes: Uint8Array;
  readonly parts: PackageParts;
  readonly workbookPart: string;
  readonly functionNames: FunctionNames;
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly dynamicMarks: ReadonlySet<string>;
  readonly uses1904Dates: boolean;
  readonly baseline: Baseline;
}

/** A workbook and the file it came from. */
export interface OpenedWorkbook {
  readonly book: Book;
  readonly package: XlsxPackage;
}

/** What opening gave. The same shape as the product's results, which the preview may not import. */
export type OpenResult =
  | { readonly ok: true; readonly value: OpenedWorkbook }
  | { readonly ok: false; readonly problem: XlsxProblem };

/**
 * Opens a workbook file.
 *
 * Formulas are given as Excel shows them: shared formulas written out, `_xlfn.` taken away, `_xldudf_POOL_SPLIT` as
 * `POOL.SPLIT`. Nothing is calculated: values are those the file holds.
 *
 * @param bytes - The whole file; must not change while the package is in use.
 * @returns The workbook and its package, or the first problem found (see xlsxProblemText).
 * @example openXlsx(bytes, { functionNames: ['POOL.SPLIT'] })
 * @source ECMA-376 parts 1 and 2; [MS-XLSX] for dynamic arrays.
 */
export function openXlsx(bytes: Uint8Array, options: OpenOptions = {}): OpenResult {
  try {
    return { ok: true, value: open(bytes, options) };
  } catch (error) {
    if (error instanceof XlsxFault) return { ok: false, problem: error.problem };
    throw error;
  }
}

function open(bytes: Uint8Array, options: OpenOptions): OpenedWorkbook {
  checkContainer(bytes);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parts = openParts(bytes, limits);
  const workbookPart = findWorkbookPart(parts);
  const root = parts.tree(workbookPart, 'the package');
  const relationships = parts.relationships(workbookPart);
  const listed = listedSheets(root, relationships);
  const functionNames = functionTable(options.functionNames ?? []);
  const target = (type: string): string | undefined => {
    return relationships.find((candidate) => candidate.type === type && !candidate.external)?.target;
  };

  const book = new Book();
  const sheets = addSheets(book, listed, parts, workbookPart);
  readWorkbook(root, listed, book, functionNames);
  const theme = readTheme(parts, target('theme'));
  const context = cellContext(parts, target, theme, book, functionNames, limits);
  for (const sheet of sheets) readWhole(parts, sheet, context, theme);
  const baseline = baselineOf(book);
  const { strings, styles, dynamicMarks: marks, uses1904Dates } = context;
  const known = { strings, styles, dynamicMarks: marks, uses1904Dates, functionNames };
  return { book, package: { bytes, parts, workbookPart, baseline, ...known } };
}

function addSheets(book: Book, listed: readonly ListedSheet[], parts: PackageParts, workbookPart: string): Sheet[] {
  const worksheets = listed.filter(({ isWorksheet }) => isWorksheet);
  if (worksheets.length === 0) refuse({ kind: 'no-sheets' });
  return worksheets.map(({ name, state, part }) => {
    if (part === undefined || !parts.has(part)) {
      refuse({ kind: 'missing-part', part: part ?? `the sheet "${name}"`, neededBy: workbookPart });
    }
    const sheet = book.addSheet(name);
    sheet.sourcePart = part;
    if (state === 'hidden') sheet.visibility = 'Hidden';
    else if (state === 'veryHidden') sheet.visibility = 'VeryHidden';
    return sheet;
  });
}

function cellContext(
  parts: PackageParts,
  target: (type: string) => string | undefined,
  theme: readonly string[],
  book: Book,
  functionNames: FunctionNames,
  limits: XlsxLimits,
): CellContext {
  const tree = (type: string): XmlNode | undefined => {
    const part = target(type);
    return part !== undefined && parts.has(part) ? parts.tree(part, 'the workbook') : undefined;
  };
  const strings = target('sharedStrings');
  return {
    strings: strings !== undefined && parts.has(strings) ? readStrings(parts, strings, 'the workbook') : [],
    styles: readStyles(tree('styles'), theme),
    uses1904Dates: book.uses1904Dates,
    dynamicMarks: dynamicMarks(tree('sheetMetadata')),
    functionNames,
    budget: { left: limits.cells, limit: limits.cells },
  };
}

function readWhole(parts: PackageParts, sheet: Sheet, context: CellContext, theme: readonly string[]): void {
  const part = sheet.sourcePart ?? '';
  const tableIds = readSheet(parts, part, sheet, context, theme);
  const relationships = parts.relationships(part);
  for (const id of tableIds) {
    const target = relationships.find((candidate) => candidate.id === id)?.target;
    if (target === undefined || !parts.has(target)) {
      refuse({ kind: 'missing-part', part: target ?? `the table ${id}`, neededBy: part });
    }
    readTable(parts, target, sheet.book, sheet, context.functionNames);
  }
}
