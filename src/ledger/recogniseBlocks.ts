/*
 * Finds the blocks of a sheet: a heading row with the rows under it, wherever it stands, however much stands above it,
 * several beside or below each other. It does not say what a block is for (recogniseKind).
 */
import { type HeadingMeaning, recogniseHeading } from './recogniseHeading';
import { type CellArea, type SheetGrid, gridEnd, lookAt, textAt } from './recogniseGrid';
import { headerRows } from './recogniseHeaderRow';
import { splitSideBySide } from './recogniseSideBySide';
import { type Part, overlapsPart, titleStart, titlesAbove } from './recogniseTitles';

import { headingAbove, lastFilledRow } from './recogniseExtent';

/** A column of a block with its heading; `text` is '' where the heading cell is blank. */
export interface BlockColumn {
  readonly column: number;
  readonly text: string;
  readonly meaning: HeadingMeaning | undefined;
  /** Another column of the block has the same heading, so that this one cannot be named by it. */
  readonly isDuplicate: boolean;
  /** A heading in the row above, where this heading cell is blank. */
  readonly above: string;
}

/** A heading row and the rows under it. Rows and columns count from 0 on the sheet. */
export interface Block {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The last row with anything in the block's columns; `headerRow` when there is none. */
  readonly lastRow: number;
  /** Another block follows below in the same columns, so the rows do not run to the last used one. */
  readonly isFollowed: boolean;
  readonly columns: readonly BlockColumn[];
  /** Headings of amounts a row below the heading row, under or beside a blank heading: the heading takes two rows. */
  readonly below: readonly { readonly column: number; readonly text: string }[];
  /** Texts above the heading row, top to bottom: title, "Report run", filters. */
  readonly titles: readonly string[];
  /** The Excel table it is, if it is one. */
  readonly table?: string;
}

/** The blocks of a sheet, in reading order. A sheet of notes has none. */
export function findBlocks(grid: SheetGrid): readonly Block[] {
  const tables = grid.tables.map((table) => tableBlock(grid, table.name, table.area));
  const headers = headerRows(grid);
  const parts = headers.flatMap((header) =>
    splitSideBySide(grid, header).map((columns) => ({ row: header.row, columns })),
  );
  const plain = parts.map((part) => plainBlock(grid, part, parts));
  return [...tables, ...plain].sort((a, b) => a.headerRow - b.headerRow || a.firstColumn - b.firstColumn);
}

function tableBlock(grid: SheetGrid, table: string, area: CellArea): Block {
  const columns = Array.from({ length: area.columns }, (_unused, index) => area.column + index);
  return {
    ...frame(grid, area.row, columns),
    lastRow: area.row + area.rows - 1,
    isFollowed: false,
    titles: titlesAbove(grid, area.row, area.column, area.column + area.columns - 1),
    table,
  };
}

function frame(grid: SheetGrid, row: number, columns: readonly number[]) {
  const texts = columns.map((column) => textAt(grid, row, column));
  const named = texts.map((text) => text.toLowerCase());
  return {
    sheet: grid.sheet,
    headerRow: row,
    firstColumn: columns[0] ?? grid.left,
    lastColumn: columns.at(-1) ?? grid.left,
    below: amountsBelow(grid, row, columns),
    columns: columns.map((column, index): BlockColumn => {
      const text = texts[index] ?? '';
      const above = text === '' ? headingAbove(grid, row, column) : '';
      const isDuplicate = text !== '' && named.filter((other) => other === named[index]).length > 1;
      return { column, text, meaning: recogniseHeading(text === '' ? above : text), isDuplicate, above };
    }),
  };
}

const AMOUNT_HEADINGS: readonly string[] = ['amount', 'debit', 'credit', 'net', 'gross', 'vat'];

/** `Amount` merged over two columns, with `Debit` and `Credit` under it: the second has no heading in the heading row. */
function amountsBelow(grid: SheetGrid, row: number, columns: readonly number[]): Block['below'] {
  const last = columns.at(-1) ?? grid.left;
  const wide = [...columns, last + 1, last + 2, last + 3];
  const under = wide.map((column) => ({
    column,
    text: textAt(grid, row + 1, column),
    look: lookAt(grid, row + 1, column),
  }));
  if (under.some(({ look }) => look !== 'text' && look !== 'blank')) return [];
  return under
    .filter(
      ({ column, text }) =>
        textAt(grid, row, column) === '' && AMOUNT_HEADINGS.includes(recogniseHeading(text)?.concept ?? ''),
    )
    .map(({ column, text }) => ({ column, text }));
}

function plainBlock(grid: SheetGrid, part: Part, all: readonly Part[]): Block {
  const first = part.columns[0] ?? 0;
  const last = part.columns.at(-1) ?? 0;
  const next = all
    .filter((other) => other.row > part.row && (other.columns[0] ?? 0) <= last && (other.columns.at(-1) ?? 0) >= first)
    .reduce<number | undefined>((least, { row }) => Math.min(least ?? row, row), undefined);
  const stop = next === undefined ? undefined : titleStart(grid, part, next);
  const beside = all.some((other) => other.row === part.row && other !== part);
  const above = all.findLast((other) => other.row < part.row && overlapsPart(other, part));
  // Under another block the title begins where that block's rows end: its last rows are no title.
  const from = above ? titleStart(grid, above, part.row) : grid.top;
  return {
    ...frame(grid, part.row, part.columns),
    lastRow: lastFilledRow(grid, part.row, part.columns, stop),
    isFollowed: next !== undefined,
    titles: titlesAbove(grid, part.row, beside ? first : grid.left, beside ? last : gridEnd(grid).column, from),
  };
}
