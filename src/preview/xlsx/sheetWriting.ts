/*
 * What every sheet of one save shares: the numbers of styles, the mark of dynamic arrays, and which table a cell is in.
 */
import { type Book } from '../book/book';
import { type Sheet } from '../book/sheet';
import { type CellStyle } from '../book/values';
import { CONTENT_TYPES } from './dialect';
import { type PackageDraft } from './draft';
import { addDynamicMark, dynamicMarks, newMetadata } from './metadata';
import { type CellStyles } from './readStyles';
import { type CellSetting } from './writeCell';
import { StyleWriter } from './writeStyles';
import { parseTree } from './xmlTree';

/** The parts of the package that sheets refer to; each undefined where the package has none. */
export interface SharedParts {
  readonly workbook: string;
  readonly styles: string | undefined;
  readonly metadata: string | undefined;
}

const NO_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Writes styles and metadata as sheets ask for them. */
export class SheetWriting {
  private readonly stylesText: string;
  private readonly styles: StyleWriter;
  private mark: string | undefined;

  constructor(
    private readonly draft: PackageDraft,
    private readonly parts: SharedParts,
    private readonly book: Book,
    styles: CellStyles,
  ) {
    this.stylesText =
      parts.styles === undefined ? NO_STYLES.replace(TRANSITIONAL_MAIN, draft.dialect.main) : draft.text(parts.styles);
    this.styles = new StyleWriter(this.stylesText, parts.styles ?? 'xl/styles.xml', styles);
  }

  /** The number of a look in the styles part. */
  styleIndex(style: CellStyle | undefined): number {
    return this.styles.indexOf(style);
  }

  /** What a cell at a place needs to be written. */
  setting(sheet: Sheet, row: number, column: number, prefix: string): CellSetting {
    return { prefix, tableName: this.tableName(sheet, row, column), dynamicMark: () => this.dynamicMark() };
  }

  /** The name of the table a cell is in. */
  tableName(sheet: Sheet, row: number, column: number): string | undefined {
    return this.book.tableAt(sheet, row, column)?.name;
  }

  /** The value of `cm` for dynamic arrays, adding it to the workbook at the first use. */
  dynamicMark(): string {
    return (this.mark ??= this.findMark());
  }

  /** Writes the styles part if a look was added. */
  finish(): void {
    const text = this.styles.finish();
    if (this.parts.styles !== undefined) {
      if (text !== undefined) this.draft.setText(this.parts.styles, text);
      return;
    }
    const part = this.draft.addPart('xl/styles#.xml', CONTENT_TYPES.styles, text ?? this.stylesText);
    this.draft.addRelationship(this.parts.workbook, 'styles', part);
  }

  private findMark(): string {
    const { metadata } = this.parts;
    if (metadata === undefined) {
      const text = newMetadata().replace(TRANSITIONAL_MAIN, this.draft.dialect.main);
      const part = this.draft.addPart('xl/metadata#.xml', CONTENT_TYPES.sheetMetadata, text);
      this.draft.addRelationship(this.parts.workbook, 'sheetMetadata', part);
      return '1';
    }
    const text = this.draft.text(metadata);
    const [known] = dynamicMarks(parseTree(text, metadata));
    if (known !== undefined) return known;
    const added = addDynamicMark(text, metadata);
    this.draft.setText(metadata, added.text);
    return added.mark;
  }
}

const TRANSITIONAL_MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
