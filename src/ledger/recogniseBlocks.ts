/*
 * Finds the blocks of a sheet: a heading row with the rows under it, wherever it stands, however much stands above it,
 * several beside or below each other. It does not say what a block is for (recogniseKind).
 */
import { type HeadingMeaning, recogniseHeading } from './recogniseHeading';
import { type CellArea, type SheetGrid, cellAt, gridEnd, lookAt, textAt } from './recogniseGrid';
import { type Candidate, headerRows } from './recogniseHeaderRow';

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

const LOOK_AHEAD = 200;

const MAX_TITLE_ROWS = 25;

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

function headingAbove(grid: SheetGrid, row: number, column: number): string {
  const text = row > grid.top && lookAt(grid, row - 1, column) === 'text' ? textAt(grid, row - 1, column) : '';
  return recogniseHeading(text) ? text : '';
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

/**
 * The columns of a heading row, in parts when two blocks stand side by side.
 *
 * A blank heading alone does not part them: report writers leave narrow columns between. Two parts need the headings of
 * two lists (the same words again, or two amounts each with a code, date or reference), or rows of different lengths.
 */
function splitSideBySide(grid: SheetGrid, header: Candidate): readonly (readonly number[])[] {
  const parts: number[][] = [];
  for (const column of header.columns) {
    const current = parts.at(-1);
    const previous = current?.at(-1);
    if (!current || previous === undefined) parts.push([column]);
    else if (isNewList(grid, header, current, column)) parts.push([column]);
    else {
      for (let between = previous + 1; between <= column; between++) current.push(between);
    }
  }
  return parts.map((columns) => withUnnamed(grid, header.row, columns));
}

function isNewList(grid: SheetGrid, header: Candidate, current: readonly number[], column: number): boolean {
  const rest = header.columns.filter((other) => other >= column);
  if (rest.length < 2 || current.length < 2) return false;
  const texts = (columns: readonly number[]) => columns.map((c) => textAt(grid, header.row, c).toLowerCase());
  const [before, after] = [texts(current.filter((c) => header.columns.includes(c))), texts(rest)];
  if (before[0] === after[0] && before[1] === after[1]) return true;
  if (column - (current.at(-1) ?? column) <= 1 || isSpacedOut(header)) return false;
  const shared = sharedRoles(before, after);
  // One ledger may have a blank column in the middle; two have the same kinds of columns on either side of it.
  if (shared.has('money') && shared.size >= 3) return true;
  const [left, right] = [lastFilledRow(grid, header.row, current), lastFilledRow(grid, header.row, rest)];
  const [fewer, more] = [Math.min(left, right) - header.row, Math.max(left, right) - header.row];
  return fewer * 10 < more * 7 && after.every((text) => recogniseHeading(text) !== undefined || text === '');
}

/** Report writers leave a narrow blank column after each heading: such gaps part nothing. */
function isSpacedOut({ columns }: Candidate): boolean {
  const gaps = columns.filter((column, index) => index > 0 && column - (columns[index - 1] ?? column) > 1).length;
  return gaps >= 3 && gaps * 5 >= columns.length * 2;
}

const ROLES: readonly (readonly [string, readonly string[]])[] = [
  ['money', ['amount', 'net', 'gross', 'debit', 'credit', 'to date', 'payments', 'receipts']],
  ['when', ['date', 'period']],
  ['reference', ['reference']],
  ['whom', ['counterparty', 'organisation']],
  ['code', ['code', 'cost centre', 'account', 'service']],
];

/** The roles that headings on both sides have. */
function sharedRoles(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const rolesOf = (texts: readonly string[]) => {
    const concepts = texts.map((text) => recogniseHeading(text)?.concept ?? '');
    return ROLES.filter(([, members]) => concepts.some((concept) => members.includes(concept))).map(([role]) => role);
  };
  const others = new Set(rolesOf(after));
  return new Set(rolesOf(before).filter((role) => others.has(role)));
}

/** Columns beside the headings that hold data without a heading of their own (the heading may stand a row above). */
function withUnnamed(grid: SheetGrid, row: number, columns: readonly number[]): readonly number[] {
  const first = columns[0] ?? 0;
  const last = columns.at(-1) ?? 0;
  const wider = [...columns];
  for (let column = first - 1; column >= grid.left && headingAbove(grid, row, column) !== ''; column--)
    wider.unshift(column);
  const end = gridEnd(grid).column;
  for (let column = last + 1; column <= end && headingAbove(grid, row, column) !== ''; column++) wider.push(column);
  return wider;
}

function lastFilledRow(grid: SheetGrid, headerRow: number, columns: readonly number[], before?: number): number {
  for (let row = (before ?? gridEnd(grid).row + 1) - 1; row > headerRow; row--) {
    if (columns.some((column) => lookAt(grid, row, column) !== 'blank')) return row;
  }
  return headerRow;
}

interface Part {
  readonly row: number;
  readonly columns: readonly number[];
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

function overlapsPart(a: Part, b: Part): boolean {
  return (a.columns[0] ?? 0) <= (b.columns.at(-1) ?? 0) && (b.columns[0] ?? 0) <= (a.columns.at(-1) ?? 0);
}

/** The next block's own title lines stand above its heading: this block ends before them. */
function titleStart(grid: SheetGrid, part: Part, nextRow: number): number {
  let row = nextRow;
  for (let above = nextRow - 1; above > part.row && above > nextRow - LOOK_AHEAD; above--) {
    const looks = part.columns.map((column) => lookAt(grid, above, column)).filter((look) => look !== 'blank');
    if (looks.length > 2 || looks.some((look) => look !== 'text')) break;
    row = above;
  }
  return row;
}

function titlesAbove(
  grid: SheetGrid,
  headerRow: number,
  firstColumn: number,
  lastColumn: number,
  from = grid.top,
): readonly string[] {
  const titles: string[] = [];
  const top = Math.max(from, headerRow - MAX_TITLE_ROWS);
  for (let row = top; row < headerRow; row++) {
    const texts: string[] = [];
    for (let column = firstColumn; column <= lastColumn; column++) {
      const value = cellAt(grid, row, column);
      if (value !== null && value !== '') texts.push(textAt(grid, row, column));
    }
    // A row as full as data belongs to a block above, not to this one's title.
    if (texts.length > 4 && texts.some((text) => /^-?[\d,.]+$/.test(text))) titles.length = 0;
    else titles.push(...texts.filter((text) => text.length <= 200));
  }
  return titles;
}
