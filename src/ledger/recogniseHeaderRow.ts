/*
 * Finds the heading rows of a sheet: rows of texts that are known headings, wherever they stand. It does not say which columns
 * belong together or how far the rows below reach (recogniseBlocks).
 */
import { headingMonth, recogniseHeading } from './recogniseHeading';
import { type CellLook, type SheetGrid, gridEnd, lookAt, textAt } from './recogniseGrid';

/** A row that can be a heading row: its columns with texts, and how many different things they promise. */
export interface Candidate {
  readonly row: number;
  readonly columns: readonly number[];
  readonly known: number;
  readonly concepts: number;
}

/** The rows that are headings: of rows that follow each other without data between, the one that says most. */
export function headerRows(grid: SheetGrid): readonly Candidate[] {
  const end = gridEnd(grid);
  const chosen: Candidate[] = [];
  for (let row = grid.top; row <= end.row; row++) {
    if (isPlainlyData(grid, row, chosen)) continue;
    const candidate = candidateAt(grid, row, end.column, chosen);
    if (!candidate || isInTable(grid, row, candidate)) continue;
    const at = chosen.findLastIndex((earlier) => overlaps(earlier, candidate));
    const previous = chosen[at];
    if (previous && !hasDataBetween(grid, previous, row)) {
      // A preamble of labels, or a heading over two rows: the row that says more is the heading.
      if (candidate.concepts >= previous.concepts) chosen[at] = candidate;
      continue;
    }
    if (previous && isRepeatOf(grid, previous, candidate)) continue;
    chosen.push(candidate);
  }
  return chosen.length > 0 || grid.tables.length > 0 ? chosen : structuralHeader(grid);
}

/** A row with a number under every block that it has anything under: most rows of a ledger, passed over at a glance. */
function isPlainlyData(grid: SheetGrid, row: number, found: readonly Candidate[]): boolean {
  if (found.length === 0) return false;
  const cells = grid.values[row - grid.top] ?? [];
  const spans = found.map(({ columns }) => [(columns[0] ?? 0) - grid.left, (columns.at(-1) ?? 0) - grid.left] as const);
  let hasNumber = false;
  for (let at = 0; at < cells.length; at++) {
    const value = cells[at];
    if (value === '' || value === null || value === undefined) continue;
    const span = spans.find(([first, last]) => at >= first && at <= last);
    if (!span) return false;
    if (typeof value === 'number') hasNumber = true;
  }
  return hasNumber && spans.length === 1;
}

function isInTable(grid: SheetGrid, row: number, { columns }: Candidate): boolean {
  const first = columns[0] ?? 0;
  return grid.tables.some(
    ({ area }) =>
      row >= area.row &&
      row < area.row + area.rows &&
      first < area.column + area.columns &&
      (columns.at(-1) ?? 0) >= area.column,
  );
}

/**
 * A row of texts of which at least two are known headings and half of them at least; months count as headings. Figures
 * beside a run of headings belong to another block; figures inside a block already found make the row one of its data.
 */
function candidateAt(
  grid: SheetGrid,
  row: number,
  lastColumn: number,
  found: readonly Candidate[],
): Candidate | undefined {
  let columns: number[] = [];
  let run: number[] = [];
  let isFigures = false;
  const endRun = () => {
    if (!isFigures) columns.push(...run);
    run = [];
    isFigures = false;
  };
  for (let column = grid.left; column <= lastColumn; column++) {
    const look = lookAt(grid, row, column);
    if (look === 'blank') endRun();
    else if (look === 'text' || isMonthOrYear(grid, row, column, look)) run.push(column);
    else isFigures = true;
  }
  endRun();
  if (columns.length < 2) return undefined;
  for (const { columns: taken } of found) {
    const [first, last] = [taken[0] ?? 0, taken.at(-1) ?? 0];
    if (isFigureWithin(grid, row, first, last)) columns = columns.filter((column) => column < first || column > last);
  }
  const concepts = new Set<string>();
  let known = 0;
  for (const column of columns) {
    const text = textAt(grid, row, column);
    const meaning = recogniseHeading(text);
    const month = meaning
      ? undefined
      : (headingMonth(text) ?? (lookAt(grid, row, column) === 'date' ? text : undefined));
    if (!meaning && month === undefined) continue;
    known++;
    concepts.add(
      month !== undefined ? `month ${month}` : meaning?.concept === 'other' ? text : (meaning?.concept ?? text),
    );
  }
  const enough = columns.length >= 2 && concepts.size >= 2 && known * 2 >= columns.length;
  return enough ? { row, columns, known, concepts: concepts.size } : undefined;
}

function isMonthOrYear(grid: SheetGrid, row: number, column: number, look: CellLook): boolean {
  const text = textAt(grid, row, column);
  return look === 'date' || /^20\d\d$/.test(text) || headingMonth(text) !== undefined;
}

function isFigureWithin(grid: SheetGrid, row: number, first: number, last: number): boolean {
  for (let column = first; column <= last; column++) {
    const look = lookAt(grid, row, column);
    if (look !== 'blank' && look !== 'text' && look !== 'error') return true;
  }
  return false;
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return (a.columns[0] ?? 0) <= (b.columns.at(-1) ?? 0) && (b.columns[0] ?? 0) <= (a.columns.at(-1) ?? 0);
}

/** Whether a row between holds a figure or a date, or fills most of the columns, as rows of data do. */
function hasDataBetween(grid: SheetGrid, header: Candidate, before: number): boolean {
  const first = header.columns[0] ?? 0;
  const last = header.columns.at(-1) ?? 0;
  for (let row = header.row + 1; row < before; row++) {
    let filled = 0;
    let figures = 0;
    for (let column = first; column <= last; column++) {
      const look = lookAt(grid, row, column);
      if (look === 'blank') continue;
      filled++;
      if (look !== 'text' && look !== 'error') figures++;
    }
    if (filled >= 2 && (figures > 0 || filled * 2 > header.columns.length)) return true;
  }
  return false;
}

/** Report writers print the heading again on each page: the same words in the same columns begin no new block. */
function isRepeatOf(grid: SheetGrid, first: Candidate, again: Candidate): boolean {
  return (
    first.columns.length === again.columns.length &&
    again.columns.every(
      (column) => textAt(grid, first.row, column).toLowerCase() === textAt(grid, again.row, column).toLowerCase(),
    ) &&
    titlesBetween(grid, first.row, again).every((text) => !/\b(?:council|nhs|icb|ccg|pct|trust|ledger)\b/i.test(text))
  );
}

function titlesBetween(grid: SheetGrid, from: number, { row, columns }: Candidate): readonly string[] {
  const titles: string[] = [];
  for (let above = row - 1; above > from && above >= row - 4; above--) {
    const texts = columns.map((column) => textAt(grid, above, column)).filter((text) => text !== '');
    if (texts.length > 2) break;
    titles.push(...texts);
  }
  return titles;
}

/** Where no heading is known: the row of texts right above the first rows that hold figures. */
function structuralHeader(grid: SheetGrid): readonly Candidate[] {
  const end = gridEnd(grid);
  for (let row = grid.top; row < end.row; row++) {
    const columns: number[] = [];
    for (let column = grid.left; column <= end.column; column++) {
      if (lookAt(grid, row, column) === 'text' && textAt(grid, row, column).length <= 40) columns.push(column);
      else if (lookAt(grid, row, column) !== 'blank') columns.push(-1);
    }
    if (columns.length < 3 || columns.includes(-1)) continue;
    const below = [1, 2, 3].map((step) => columns.filter((column) => lookAt(grid, row + step, column) !== 'blank'));
    const figures = [1, 2, 3].filter((step) => columns.some((c) => /number|amount/.test(lookAt(grid, row + step, c))));
    if (figures.length < 2 || below.filter((filled) => filled.length * 2 >= columns.length).length < 2) continue;
    return [{ row, columns, known: 0, concepts: 0 }];
  }
  return [];
}
