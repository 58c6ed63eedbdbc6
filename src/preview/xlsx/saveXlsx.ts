/*
 * Writes a workbook in memory as the bytes of an .xlsx. What came from a file and did not change goes out as it came in.
 */
import { type Book, type Table } from '../book/book';
import { type Sheet } from '../book/sheet';
import { activePart, sheetList, tableState, traitsOf } from './baseline';
import { blankPackage } from './blankPackage';
import { readValue } from './cellText';
import { changedSheetXml } from './changedSheet';
import { CONTENT_TYPES, type Dialect, dialectOf } from './dialect';
import { PackageDraft } from './draft';
import { FormulaReader } from './formulaReader';
import { newSheetXml } from './newSheet';
import { type XlsxPackage } from './openXlsx';
import { listedSheets } from './readWorkbook';
import { SheetWriting } from './sheetWriting';
import { TableSave } from './saveTables';
import { changedWorkbookXml } from './writeWorkbook';

/**
 * The workbook as a file.
 *
 * With the package it came from, only changed cells of changed sheets, new sheets, tables and names are written: every
 * other part keeps its bytes. An unchanged workbook gives the very file it came from. Neither argument is changed, so a
 * workbook can be saved again and again.
 *
 * @param book - The workbook.
 * @param source - What openXlsx gave beside the workbook; none for a workbook made from nothing.
 * @example saveXlsx(opened.book, opened.package)
 * @source ECMA-376 parts 1 and 2; [MS-XLSX] for dynamic arrays; office-js issue 2568 for the names of custom functions.
 */
export function saveXlsx(book: Book, source?: XlsxPackage): Uint8Array {
  if (source && !isChanged(book, source)) return source.bytes.slice();
  return new Save(book, source ?? blankPackage(book.uses1904Dates)).run();
}

function isChanged(book: Book, { baseline }: XlsxPackage): boolean {
  if (sheetList(book) !== baseline.sheetList || JSON.stringify(book.names) !== baseline.names) return true;
  if (book.calculationMode !== baseline.calculationMode || activePart(book) !== baseline.activeSheet) return true;
  if (book.tables.length !== baseline.tables.size) return true;
  return (
    book.tables.some((table) => baseline.tables.get(table.sourcePart ?? '') !== tableState(table)) ||
    book.sheets.some((sheet) => {
      const before = baseline.sheets.get(sheet.sourcePart ?? '');
      return sheet.changedCells.size > 0 || JSON.stringify(traitsOf(sheet)) !== JSON.stringify(before);
    })
  );
}

/** One save: parts are drafted, never written into the package that was read. */
class Save {
  private readonly draft: PackageDraft;
  private readonly dialect: Dialect;
  private readonly writing: SheetWriting;
  private readonly tables: TableSave;
  private readonly newIds = new Map<Sheet, string>();

  constructor(
    private readonly book: Book,
    private readonly source: XlsxPackage,
  ) {
    const { parts, workbookPart } = source;
    this.dialect = dialectOf(parts.tree(workbookPart, 'the package'));
    this.draft = new PackageDraft(parts, this.dialect);
    this.tables = new TableSave(book, source, this.draft);
    const shared = {
      workbook: workbookPart,
      styles: this.target('styles'),
      metadata: this.target('sheetMetadata'),
    };
    this.writing = new SheetWriting(this.draft, shared, book, source.styles);
  }

  run(): Uint8Array {
    this.dropLostSheets();
    const tables = this.tables.write();
    for (const sheet of this.book.sheets) {
      if (sheet.sourcePart !== undefined && this.source.baseline.sheets.has(sheet.sourcePart)) {
        this.changeSheet(sheet, sheet.sourcePart, tables.get(sheet));
      } else this.addSheet(sheet, tables.get(sheet) ?? []);
    }
    this.writing.finish();
    this.writeWorkbook();
    this.dropCalculationChain();
    return this.draft.toBytes();
  }

  private target(type: string): string | undefined {
    const { parts, workbookPart } = this.source;
    const found = parts.relationships(workbookPart).find((each) => each.type === type && !each.external)?.target;
    return found !== undefined && parts.has(found) ? found : undefined;
  }

  private changeSheet(sheet: Sheet, part: string, tables: readonly Table[] | undefined): void {
    const { baseline, functionNames, dynamicMarks, parts, strings, uses1904Dates } = this.source;
    const before = baseline.sheets.get(part);
    const selected = this.selection(sheet, part);
    const traits = JSON.stringify(traitsOf(sheet)) !== JSON.stringify(before);
    if (!before || (!traits && sheet.changedCells.size === 0 && !tables && selected === undefined)) return;
    const text = parts.text(part, 'the workbook');
    const after = changedSheetXml(text, sheet, {
      part,
      before,
      functionNames,
      relationships: parts.relationships(part),
      relationshipsNs: this.dialect.relationships,
      splice: {
        writing: this.writing,
        formulas: new FormulaReader(functionNames, dynamicMarks),
        valueOf: ({ attributes, text: value }) => readValue(attributes['t'] ?? 'n', value, strings, uses1904Dates),
      },
      selected,
      tableIds: tables && this.tables.idsFor(part, tables),
      relate: (address) => this.draft.addRelationship(part, 'hyperlink', address, true),
    });
    if (after !== text) this.draft.setText(part, after);
  }

  /** Two selected tabs would be edited as one: the old top sheet must lose its mark. */
  private selection(sheet: Sheet, part: string): boolean | undefined {
    const now = this.book.sheets[this.book.activeSheetIndex];
    if (now?.sourcePart === this.source.baseline.activeSheet) return undefined;
    if (sheet === now) return true;
    return part === this.source.baseline.activeSheet ? false : undefined;
  }

  private addSheet(sheet: Sheet, tables: readonly Table[]): void {
    const part = this.draft.addPart('xl/worksheets/sheet#.xml', CONTENT_TYPES.worksheet, '');
    this.newIds.set(sheet, this.draft.addRelationship(this.source.workbookPart, 'worksheet', part));
    const ids = this.tables.idsFor(part, tables);
    const isActive = this.book.sheets[this.book.activeSheetIndex] === sheet;
    const relate = (address: string): string => this.draft.addRelationship(part, 'hyperlink', address, true);
    this.draft.setText(part, newSheetXml(sheet, this.writing, isActive, this.dialect, ids, relate));
  }

  private dropLostSheets(): void {
    const kept = new Set(this.book.sheets.map(({ sourcePart }) => sourcePart));
    for (const part of this.source.baseline.sheets.keys()) {
      if (kept.has(part)) continue;
      this.draft.removePart(part);
      this.draft.removeRelationships(this.source.workbookPart, ({ target }) => target === part);
    }
  }

  private writeWorkbook(): void {
    const { parts, workbookPart, baseline, functionNames } = this.source;
    const root = parts.tree(workbookPart, 'the package');
    const listed = listedSheets(root, parts.relationships(workbookPart));
    const { book, newIds, dialect } = this;
    const save = { book, baseline, listed, newIds, dialect, functionNames };
    this.draft.setText(workbookPart, changedWorkbookXml(this.draft.text(workbookPart), workbookPart, save));
  }

  /** The order of the last calculation no longer fits; Excel makes a new one. */
  private dropCalculationChain(): void {
    const part = this.target('calcChain');
    if (part === undefined) return;
    this.draft.removePart(part);
    this.draft.removeRelationships(this.source.workbookPart, ({ type }) => type === 'calcChain');
  }
}
