/*
 * Formulas that call the add-in's functions: which they are, and marking them to be written anew. How a formula is written
 * into a file is `src/preview/xlsx`.
 */
import type { Book } from '../book/book';

const CALLS_POOL = /(?<![\w.])POOL\.[A-Z]+\s*\(/i;

/** True for a formula that calls a function of the add-in. @example callsPool('=SUM(POOL.SPLIT(1,A1:C1))') -> true */
export function callsPool(formula: string): boolean {
  return CALLS_POOL.test(formula);
}

/**
 * Marks every formula that calls the add-in as changed. A program without the add-in writes `POOL.SPLIT(…)` plainly, and Excel
 * then shows #NAME? until the formula is entered again: a save writes marked cells as Excel itself stores them.
 */
export function markPoolFormulas(book: Book): void {
  for (const sheet of book.sheets) {
    for (const [row, column, { formula, value, spill }] of [...sheet.cells()]) {
      if (formula !== undefined && callsPool(formula)) sheet.setResult(row, column, value, spill);
    }
  }
}
