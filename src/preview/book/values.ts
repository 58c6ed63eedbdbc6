/*
 * What a cell of the preview host can hold. Office.js knows the same kinds: number, text, truth, error, nothing.
 */

/** The error codes a cell can show. */
export type ErrorCode =
  | '#N/A'
  | '#VALUE!'
  | '#REF!'
  | '#DIV/0!'
  | '#NUM!'
  | '#NAME?'
  | '#NULL!'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!';

/** An error in a cell, with the sentence a custom function gave for it, if any. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly message: string = '',
  ) {}
}

/** A cell's value; `null` is a blank cell. Dates are Excel serial numbers. */
export type CellValue = number | string | boolean | CellError | null;

/** How a cell looks. `sourceXf` is the style index in the file it was read from, kept so that a save loses nothing. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** `#RRGGBB`. */
  readonly fontColor?: string;
  /** `#RRGGBB`. */
  readonly fill?: string;
  readonly wrapText?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right' | 'General';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly indent?: number;
  readonly locked?: boolean;
  /** Typed with a leading apostrophe: the text is kept as text whatever it looks like. */
  readonly quotePrefix?: boolean;
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', { style: string; color?: string }>>>;
  readonly sourceXf?: number;
}

/** One cell. */
export interface Cell {
  value: CellValue;
  /** Excel's own text of the formula, with its `=`; structured references and `POOL.` names as the user wrote them. */
  formula?: string;
  style?: CellStyle;
  /** On the anchor of an array formula: how far its result reaches, and whether it is an old `{=…}` array. */
  spill?: { rows: number; columns: number; legacy?: boolean };
  /** On a cell filled by another cell's array: where that cell is. Such a cell has no formula of its own. */
  spilledFrom?: { row: number; column: number };
}

/** A rectangle of cells, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel's sheet size. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
