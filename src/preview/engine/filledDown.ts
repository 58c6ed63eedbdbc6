/*
 * Formulas that were filled down a column: the first is translated and read by the engine, the others are it, moved along. Most
 * cells of a workbook of ours are such, and reading a formula's text costs the engine more than working it out.
 */
import { splitSheet } from '../book/address';
import { type FormulaToken, tokenizeFormula } from '../book/formulaTokens';
import type { Sheet } from '../book/sheet';
import type { Reach } from './references';
import type { FormulaPlace } from './structuredReference';

/** A formula that was filled down a column, translated once. */
interface ColumnFormula {
  readonly id: string;
  readonly sheets: ReadonlyMap<Sheet, Reach>;
}

/** The formulas met so far in a workbook, by sheet, column and text with rows counted from their own. */
export class FilledDown {
  private readonly met = new Map<string, ColumnFormula>();

  /** One text for a formula wherever it stands in its column; '' for one that cannot be cut into tokens. */
  key(formula: string, { sheet, row, column }: FormulaPlace, isHeld: boolean): string {
    const tokens = tokenizeFormula(formula);
    return tokens === undefined ? '' : [sheet.id, column, isHeld, relativeText(tokens, row + 1)].join('!');
  }

  /** The formula that this one is like, if there was one. */
  like(key: string): ColumnFormula | undefined {
    return this.met.get(key);
  }

  /** Keeps a formula for those below it. Returns the id that they name. */
  keep(key: string, sheets: ReadonlyMap<Sheet, Reach>): string {
    const id = `column${String(this.met.size)}`;
    this.met.set(key, { id, sheets });
    return id;
  }
}

/** @example relativeText of `A5*$B$2` in row 5 -> `!A[0]*!$B$2`, and the same for `A6*$B$2` in row 6 */
function relativeText(tokens: readonly FormulaToken[], ownRow: number): string {
  const relative = ({ kind, text }: FormulaToken): string => {
    if (kind !== 'reference') return text;
    const { sheet = '', address } = splitSheet(text);
    const moved = address.replace(/(\$?)(\d+)/g, (all, fixed: string, row: string) =>
      fixed === '' ? `[${String(Number(row) - ownRow)}]` : all,
    );
    return `${sheet}!${moved}`;
  };
  return tokens.map(relative).join('');
}
