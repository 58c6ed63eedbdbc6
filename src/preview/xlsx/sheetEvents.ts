/*
 * The cells of a sheet's XML, one after the other, from the parser's events. It serves both the reader, which streams,
 * and the saver, which needs to know where in the text each row and cell stands.
 */
import { columnIndex } from '../book/address';
import { MAX_COLUMNS, MAX_ROWS } from '../book/values';
import { refuse } from './fault';
import { openParser } from './xmlParser';
import { localName } from './xmlText';

/** A cell as the file has it, before its meaning. Rows and columns count from 0. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** The attributes of `<f>`; undefined when there is none. */
  formulaAttributes: Readonly<Record<string, string>> | undefined;
  formula: string;
  /** The text of `<v>`, or of `<is>` without phonetic guides. */
  text: string;
}

/** What a reader of sheets wants to hear; positions come from `SheetParser.position`, after the tag. */
export interface SheetListener {
  /** An element right below the root: `sheetViews`, `cols`, `mergeCells`, `tableParts`. */
  section?(local: string, attributes: Readonly<Record<string, string>>): void;
  /** Its end. */
  sectionEnd?(local: string): void;
  /** An element deeper in a section other than the cells, with its names from the section down. */
  inside?(path: readonly string[], attributes: Readonly<Record<string, string>>): void;
  /** The text of such an element, at its end. */
  insideEnd?(path: readonly string[], text: string): void;
  rowStart?(row: number, attributes: Readonly<Record<string, string>>): void;
  rowEnd?(row: number): void;
  cellStart?(row: number, column: number): void;
  cell?(cell: RawCell): void;
  /** `<f>` begins or ends: where the saver cuts. */
  formulaEdge?(edge: 'start' | 'end'): void;
}

/** A running parser of one sheet. */
export interface SheetParser {
  write(text: string): void;
  close(): void;
  /** Characters read so far. */
  readonly position: number;
}

/** Nothing that is read stands deeper; extensions may, and are passed over. */
const DEEPEST = 6;

/** Starts a parser for a sheet's part. */
export function openSheetParser(part: string, listener: SheetListener): SheetParser {
  const parser = openParser(part);
  const path: string[] = [];
  let row = -1;
  let column = -1;
  let cell: RawCell | undefined;
  let text = '';
  let phonetic = 0;

  parser.on('opentag', (tag) => {
    const local = localName(tag.name);
    const attributes = tag.attributes as Record<string, string>;
    const depth = path.push(local);
    text = '';
    if (depth === 2) listener.section?.(local, attributes);
    else if (path[1] !== 'sheetData') {
      if (depth > 2 && depth <= DEEPEST) listener.inside?.(path.slice(1), attributes);
    } else if (depth === 3 && local === 'row') {
      row = rowNumber(attributes['r'], row, part);
      column = -1;
      listener.rowStart?.(row, attributes);
    } else if (depth === 4 && local === 'c') {
      column = columnNumber(attributes['r'], column, part);
      cell = { row, column, attributes, formulaAttributes: undefined, formula: '', text: '' };
      listener.cellStart?.(row, column);
    } else if (cell && depth === 5 && local === 'f') {
      cell.formulaAttributes = attributes;
      listener.formulaEdge?.('start');
    } else if (local === 'rPh') phonetic++;
  });
  const addText = (piece: string): void => {
    text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const local = localName(tag.name);
    const depth = path.length;
    if (path[1] !== 'sheetData') {
      if (depth === 2) listener.sectionEnd?.(local);
      else if (depth > 2 && depth <= DEEPEST) listener.insideEnd?.(path.slice(1), text);
    } else if (depth === 5 && cell) {
      if (local === 'v') cell.text = text;
      else if (local === 'f') {
        cell.formula = text;
        listener.formulaEdge?.('end');
      }
    } else if (depth > 5 && cell) {
      if (local === 'rPh') phonetic--;
      else if (local === 't' && phonetic === 0) cell.text += text;
    } else if (depth === 4 && cell) {
      listener.cell?.(cell);
      cell = undefined;
    } else if (depth === 3 && local === 'row') listener.rowEnd?.(row);
    else if (depth === 2) listener.sectionEnd?.(local);
    path.pop();
    text = '';
  });
  return {
    write: (piece) => void parser.write(piece),
    close: () => void parser.close(),
    get position() {
      return parser.position;
    },
  };
}

/** A row without a number follows the one before it. */
function rowNumber(written: string | undefined, before: number, part: string): number {
  const row = written === undefined ? before + 1 : Number(written) - 1;
  if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) {
    refuse({ kind: 'cell-outside', part, address: written ?? `row ${before + 2}` });
  }
  return row;
}

/** A cell's column; the row of its address is not read again, as the row element has said it. */
function columnNumber(written: string | undefined, before: number, part: string): number {
  if (written === undefined) return before + 1;
  let letters = 0;
  while (letters < written.length && written.charCodeAt(letters) > 57) letters++;
  const column = columnIndex(written.slice(0, letters));
  if (letters === 0 || letters > 3 || column >= MAX_COLUMNS || !/^[A-Za-z]+\d+$/.test(written)) {
    refuse({ kind: 'cell-outside', part, address: written });
  }
  return column;
}
