/*
 * A shared formula as another cell of its group has it: relative references moved by rows and columns. Names, strings,
 * structured references and sheet names stay.
 */
import { cellAddress, columnIndex, columnLetters } from '../book/address';
import { MAX_COLUMNS, MAX_ROWS } from '../book/values';
import { type FormulaToken, formulaTokens, joinTokens } from './formulaTokens';

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

/** The formula, without `=`, moved. @example shiftFormula("$A1+'B2'!C3", 1, 1) -> "$A2+'B2'!D4" */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return rows === 0 && columns === 0 ? formula : shiftTokens(formulaTokens(formula), rows, columns);
}

/** The same, for a formula that is cut into pieces once and moved for many cells. */
export function shiftTokens(tokens: readonly FormulaToken[], rows: number, columns: number): string {
  return joinTokens(
    tokens.map((token, index): FormulaToken => {
      if (token.kind !== 'word' && token.kind !== 'number') return token;
      const next = tokens[index + 1]?.text;
      if (next === '(' || next === '!' || tokens[index + 1]?.kind === 'bracket') return token;
      // `Jan:Dec!A1`: a span of sheets, whose first name is followed by a colon.
      if (next === ':' && tokens[index + 3]?.text === '!') return token;
      const inRange = next === ':' || tokens[index - 1]?.text === ':';
      const moved = shiftWord(token.text, rows, columns, inRange);
      return moved === undefined ? token : { kind: moved === '#REF!' ? 'error' : token.kind, text: moved };
    }),
  );
}

/** Whole rows and columns (`3:3`, `A:C`) are references only as ends of a range. */
function shiftWord(word: string, rows: number, columns: number, inRange: boolean): string | undefined {
  const cell = CELL.exec(word);
  if (cell) {
    const row = Number(cell[4]) - 1 + (cell[3] === '$' ? 0 : rows);
    const column = columnIndex(cell[2] ?? '') + (cell[1] === '$' ? 0 : columns);
    if (Number(cell[4]) > MAX_ROWS || columnIndex(cell[2] ?? '') >= MAX_COLUMNS) return undefined;
    if (!inside(row, MAX_ROWS) || !inside(column, MAX_COLUMNS)) return '#REF!';
    if (cell[1] === '' && cell[3] === '') return cellAddress(row, column);
    return `${cell[1] ?? ''}${columnLetters(column)}${cell[3] ?? ''}${row + 1}`;
  }
  if (!inRange) return undefined;
  const whole = COLUMN.exec(word);
  if (whole) {
    const column = columnIndex(whole[2] ?? '') + (whole[1] === '$' ? 0 : columns);
    return inside(column, MAX_COLUMNS) ? `${whole[1] ?? ''}${columnLetters(column)}` : '#REF!';
  }
  const line = ROW.exec(word);
  if (!line) return undefined;
  const row = Number(line[2]) - 1 + (line[1] === '$' ? 0 : rows);
  return inside(row, MAX_ROWS) ? `${line[1] ?? ''}${row + 1}` : '#REF!';
}

function inside(index: number, size: number): boolean {
  return index >= 0 && index < size;
}
