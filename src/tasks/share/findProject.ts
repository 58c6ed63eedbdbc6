/*
 * A project's cost on a user's sheet: a list of items with amounts, and a list of who shares with how. Only lists that say so
 * are taken: a column headed Treatment, and one headed Item. It proposes nothing itself.
 */
import { type SheetGrid, cellAt, gridEnd, textAt } from '../../ledger/recogniseGrid';
import { comparable } from '../../ledger/cells';
import { yearIn } from '../model/years';

/** One item as it stands on the sheet. `isLower`: the lower of two figures for one item. */
export interface FoundItem {
  readonly name: string;
  readonly amount: number;
  readonly isLower: boolean;
}

/** One sharer as it stands on the sheet. */
export interface FoundSharer {
  readonly name: string;
  readonly treatment: 'equal' | 'fixed' | 'none';
  readonly amount: number | null;
}

/** A project as it stands on a sheet. */
export interface FoundProject {
  readonly sheet: string;
  readonly project: string;
  /** The year named on the sheet or, failing that, the only one named in the workbook; '' for none. */
  readonly year: string;
  readonly items: readonly FoundItem[];
  readonly cap: number | null;
  readonly sharers: readonly FoundSharer[];
}

/** The first sheet with both lists; undefined where there is none. */
export function findProject(grids: readonly SheetGrid[]): FoundProject | undefined {
  for (const grid of grids) {
    const sharers = sharersOn(grid);
    const items = sharers.length < 2 ? [] : itemsOn(grid);
    if (items.length === 0) continue;
    const isCap = ({ name }: FoundItem): boolean => /\b(cap|most|maximum|limit)\b/i.test(name);
    return {
      sheet: grid.sheet,
      project: projectName(grid),
      year: yearOn(grid) ?? onlyYear(grids),
      items: items.filter((item) => !isCap(item)),
      cap: items.find(isCap)?.amount ?? null,
      sharers,
    };
  }
  return undefined;
}

/** The first cell with such a heading. */
function headingOf(grid: SheetGrid, heading: RegExp): { readonly row: number; readonly column: number } | undefined {
  const end = gridEnd(grid);
  for (let row = grid.top; row <= end.row; row++)
    for (let column = grid.left; column <= end.column; column++)
      if (heading.test(textAt(grid, row, column))) return { row, column };
  return undefined;
}

/** The rows below a heading until its column is blank. */
function rowsBelow(grid: SheetGrid, { row, column }: { readonly row: number; readonly column: number }): number[] {
  const rows: number[] = [];
  for (let at = row + 1; textAt(grid, at, column) !== ''; at++) rows.push(at);
  return rows;
}

function sharersOn(grid: SheetGrid): readonly FoundSharer[] {
  const heading = headingOf(grid, /^treatment$/i);
  if (heading === undefined) return [];
  const names = leftmost(grid, heading);
  const sharers = rowsBelow(grid, { row: heading.row, column: names }).map((row): FoundSharer | undefined => {
    const name = textAt(grid, row, names);
    const value = cellAt(grid, row, heading.column);
    if (typeof value === 'number') return { name, treatment: 'fixed', amount: value };
    const word = comparable(String(value ?? ''));
    return word === 'equal' || word === 'none' ? { name, treatment: word, amount: null } : undefined;
  });
  // One row that says something else: this list means something else.
  return sharers.includes(undefined) ? [] : sharers.filter((sharer) => sharer !== undefined);
}

/** The first column of a list, by its headings. */
function leftmost(grid: SheetGrid, heading: { readonly row: number; readonly column: number }): number {
  let column = heading.column;
  while (column > grid.left && textAt(grid, heading.row, column - 1) !== '') column--;
  return column;
}

function itemsOn(grid: SheetGrid): readonly FoundItem[] {
  const heading = headingOf(grid, /^(item|post)s?$/i);
  if (heading === undefined) return [];
  return rowsBelow(grid, heading).flatMap((row): FoundItem[] => {
    const amount = cellAt(grid, row, heading.column + 1);
    if (typeof amount !== 'number') return [];
    const text = textAt(grid, row, heading.column);
    const figure = /,?\s*\b(lower|higher)( figure)?$/i.exec(text);
    return [
      { name: text.slice(0, figure?.index ?? text.length), amount, isLower: /^,?\s*lower/i.test(figure?.[0] ?? '') },
    ];
  });
}

/** The sheet's title without what stands in brackets, or the sheet's name. */
function projectName(grid: SheetGrid): string {
  const title = textAt(grid, grid.top, grid.left)
    .replace(/\([^)]*\)/g, '')
    .replace(/^costs? of (the )?/i, '')
    .trim();
  const name = title === '' ? grid.sheet : title;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function yearOn(grid: SheetGrid): string | undefined {
  const head = grid.values.slice(0, 5).flat();
  return [grid.sheet, ...head.map((value) => String(value ?? ''))]
    .map((text) => yearIn(text))
    .find((year) => year !== undefined);
}

function onlyYear(grids: readonly SheetGrid[]): string {
  const years = new Set(grids.flatMap((grid) => yearOn(grid) ?? []));
  return years.size === 1 ? ([...years][0] ?? '') : '';
}
