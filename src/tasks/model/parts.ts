/*
 * The parts of a workbook that the model is made from: ledgers, budgets, lists of codes and of partners, and the words that
 * stand around them. It proposes nothing yet.
 */
import { type CellValue, isBlank, tidyText } from '../../ledger/cells';
import { findBlocks } from '../../ledger/recogniseBlocks';
import { type BlockKind, type KnownBlock, knowBlock } from '../../ledger/recogniseKind';
import { type SheetGrid } from '../../ledger/recogniseGrid';
import { readBlockRoles } from '../../ledger/recogniseRoles';

/** A block with the sheet it stands on. */
export interface Part extends KnownBlock {
  readonly grid: SheetGrid;
  /** Its place in the workbook's reading order. */
  readonly order: number;
}

/** Everything of the workbook that matters, sorted by kind. */
export interface Parts {
  readonly ledgers: readonly Part[];
  readonly balances: readonly Part[];
  readonly budgets: readonly Part[];
  readonly codeLists: readonly Part[];
  readonly partnerLists: readonly Part[];
  readonly controls: readonly Part[];
  /** Blocks that look like a ledger and cannot be read as one. */
  readonly troubled: readonly Part[];
  /** Texts outside rows of data: titles, notes, names of sheets. */
  readonly words: readonly string[];
  /** Sheets without any block: notes. */
  readonly notes: readonly string[];
  /** Rows of figures on a sheet without any heading: the first row of each such sheet. */
  readonly headless: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
  }[];
}

const MAX_NOTE_TEXTS = 400;

/** Finds the parts of a workbook from its sheets. */
export function findParts(sheets: readonly SheetGrid[]): Parts {
  const all: Part[] = [];
  const words: string[] = [];
  const notes: string[] = [];
  const headless: Parts['headless'][number][] = [];
  for (const grid of sheets) {
    const parts = findBlocks(grid).map((block, index): Part => {
      return { ...knowBlock(readBlockRoles(grid, block)), grid, order: all.length + index };
    });
    all.push(...parts);
    words.push(grid.sheet);
    if (parts.some(({ kind }) => kind !== 'other')) words.push(...parts.flatMap(({ block }) => block.titles));
    else {
      const rows = parts.length === 0 ? rowsWithoutHeading(grid) : undefined;
      if (rows) headless.push(rows);
      else notes.push(grid.sheet);
      words.push(...textsOf(grid));
    }
  }
  const ofKind = (kind: BlockKind) => all.filter((part) => part.kind === kind);
  return {
    ledgers: ofKind('transactions'),
    balances: ofKind('balances'),
    budgets: ofKind('budget'),
    codeLists: ofKind('codes'),
    partnerLists: ofKind('partners'),
    controls: ofKind('control totals'),
    troubled: all.filter(({ kind, problem }) => kind === 'other' && problem !== undefined),
    words: [...new Set(words)],
    notes,
    headless,
  };
}

const FEWEST_ROWS = 5;

/** Rows that look like postings on a sheet where no heading was found: three cells or more, a figure and a text among them. */
function rowsWithoutHeading(grid: SheetGrid): Parts['headless'][number] | undefined {
  const isPosting = (row: readonly CellValue[]) =>
    row.filter((value) => !isBlank(value)).length >= 3 &&
    row.some((value) => typeof value === 'number') &&
    row.some((value) => typeof value === 'string' && !isBlank(value));
  const rows = grid.values.filter(isPosting);
  // Money has pence somewhere; a table of counts or years has not.
  const hasPence = rows.some((row) => row.some((value) => typeof value === 'number' && !Number.isInteger(value)));
  if (rows.length < FEWEST_ROWS || !hasPence) return undefined;
  return { sheet: grid.sheet, row: grid.top + grid.values.findIndex(isPosting), column: grid.left, rows: rows.length };
}

function textsOf(grid: SheetGrid): readonly string[] {
  const texts: string[] = [];
  for (const row of grid.values) {
    for (const value of row) {
      if (typeof value === 'string' && !isBlank(value) && texts.length < MAX_NOTE_TEXTS) texts.push(tidyText(value));
    }
  }
  return texts;
}

/** The distinct texts of some cells with how often each occurs, in order of first appearance. */
export function countTexts(values: readonly CellValue[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = tidyText(String(value));
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
