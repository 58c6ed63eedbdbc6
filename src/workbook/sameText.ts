/*
 * Comparing a row's own texts with a table's, in formulas. Not `=`, which some engines read wildcards in, and not SUMIFS; a
 * number counts as its text and capitals do not count, as in `statementFormulas`.
 */

/** 1 for the rows of a table that hold the row's own text in each column. @example same('PoolLines', 'Pool', 'Line') */
export function same(table: string, ...columns: readonly string[]): string {
  return columns.map((column) => `EXACT(LOWER(${table}[${column}]),LOWER({${column}}))`).join('*');
}

/** The same for the cells above the row in its own table. @example sameAbove('Pool') */
export function sameAbove(...columns: readonly string[]): string {
  return columns.map((column) => `EXACT(LOWER({${column}^}),LOWER({${column}}))`).join('*');
}

/** 1 for the rows of a table whose column holds a name. @param name - A text in a formula, or a cell. */
export function isNamed(table: string, column: string, name: string): string {
  return `EXACT(LOWER(${table}[${column}]),LOWER(${name}))`;
}
