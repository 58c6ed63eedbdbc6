/*
 * The titles above a list: the texts between it and what stands above. It does not say what they mean.
 */
import { type SheetGrid, cellAt, lookAt, textAt } from './recogniseGrid';

/** As many rows above a heading as titles are looked for in. */
const MAX_TITLE_ROWS = 25;

/** As many rows above the next list as its own titles can begin. */
const LOOK_AHEAD = 200;

/** A heading row and the columns it heads, before it is a block. */
export interface Part {
  readonly row: number;
  readonly columns: readonly number[];
}

/** Whether two lists share columns, so that one can stand under the other. */
export function overlapsPart(a: Part, b: Part): boolean {
  return (a.columns[0] ?? 0) <= (b.columns.at(-1) ?? 0) && (b.columns[0] ?? 0) <= (a.columns.at(-1) ?? 0);
}

/** The next block's own title lines stand above its heading: this block ends before them. */
export function titleStart(grid: SheetGrid, part: Part, nextRow: number): number {
  let row = nextRow;
  for (let above = nextRow - 1; above > part.row && above > nextRow - LOOK_AHEAD; above--) {
    const looks = part.columns.map((column) => lookAt(grid, above, column)).filter((look) => look !== 'blank');
    if (looks.length > 2 || looks.some((look) => look !== 'text')) break;
    row = above;
  }
  return row;
}

/** The texts above a heading row, in reading order, from row `from` on. */
export function titlesAbove(
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
