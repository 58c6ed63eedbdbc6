/*
 * Small parts of formulas that every table of ours builds with: a text, the number of a row, a sum of cells. They know no
 * table and no rule.
 */

/**
 * A text in a formula. Curly brackets would be read as a cell of the row, and Excel takes no text above 255 characters:
 * both are built from parts.
 */
export function quoted(text: string): string {
  const parts = text.match(/[{}]|[^{}]{1,255}/g) ?? [''];
  const built = parts.map((part) => {
    if (/^[{}]$/.test(part)) return `CHAR(${part === '{' ? 123 : 125})`;
    return `"${part.replaceAll('"', '""')}"`;
  });
  return built.length === 1 ? (built[0] ?? '""') : `(${built.join('&')})`;
}

/** The number of a row within its table, counted from 1. `test` is 1 for that row and 0 for every other. */
export function rowNumber(test: string, column: string): string {
  return `SUMPRODUCT(${test}*(ROW(${column})-MIN(ROW(${column}))+1))`;
}

/** Cells added up, texts passed over. Excel takes at most 255 arguments for a function. */
export function sumOf(cells: readonly string[]): string {
  const sums: string[] = [];
  for (let at = 0; at < cells.length; at += 255) sums.push(`SUM(${cells.slice(at, at + 255).join(',')})`);
  return sums.join('-');
}

/**
 * A column of amounts, each to the penny. A cell whose own formula shows an empty text has nothing: ROUND of it would be an
 * error in every row that reads the column. Without IF, which not every program works out cell by cell here.
 *
 * @example toPence('PoolBudgets[Amount]') of 33.333 and "" -> 33.33 and 0
 */
export function toPence(column: string): string {
  return `ROUND((REPT("0",(${column}="")*1)&${column})+0,2)`;
}
