/*
 * References to table columns in the long form that a file stores: `[@Amount]` means this row only on the screen.
 */
import { type FormulaToken } from './formulaTokens';

/**
 * The bracket at `index` as stored; a bracket without a table's name gets the name of the table the cell is in.
 *
 * @example `[@Amount]` in table T -> `T[[#This Row],[Amount]]`; `T[@[a]:[b]]` -> `T[[#This Row],[a]:[b]]`
 */
export function longBracket(
  tokens: readonly FormulaToken[],
  index: number,
  tableName: string | undefined,
): FormulaToken {
  const text = tokens[index]?.text ?? '';
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  // `[1]Sheet!A1` and `[1]!Name` are other workbooks, not columns.
  const isWorkbook = after?.text === '!' || (after?.kind === 'word' && before?.kind !== 'word');
  if (isWorkbook) return { kind: 'bracket', text };
  const table = before?.kind === 'word' ? '' : (tableName ?? '');
  return { kind: 'bracket', text: table + thisRow(text) };
}

function thisRow(bracket: string): string {
  if (!bracket.startsWith('[@')) return bracket;
  const inner = bracket.slice(2, -1).trim();
  if (inner === '') return '[#This Row]';
  return inner.startsWith('[') ? `[[#This Row],${inner}]` : `[[#This Row],[${inner}]]`;
}
