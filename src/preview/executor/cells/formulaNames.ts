/*
 * The tables and columns that a formula names and the workbook does not have: Excel refuses such a formula when it is written,
 * whatever is made later. References inside a column's own table (`[@Net]`, `[#Totals]`) are the engine's business.
 */
import type { Book } from '../../book/book';

/** `Table[Column]`; inside the brackets an apostrophe protects the next sign. */
const REFERENCE = /([\p{L}_\\][\p{L}\p{N}_.\\]*)\[((?:[^[\]']|'.)+)\]/gu;

/**
 * Says what is missing, as the end of a sentence; undefined when nothing is.
 *
 * @param known - References that were found before, for a write of many formulas alike.
 * @example a workbook whose table T has the column Net: `=SUM(T[Gross])` -> 'the table T has no column Gross.'
 */
export function unknownName(book: Book, formula: string, known = new Set<string>()): string | undefined {
  const bare = withoutTexts(formula);
  for (const [reference, name = '', inside = ''] of bare.matchAll(REFERENCE)) {
    if (known.has(reference) || /^[@#]/.test(inside)) continue;
    const table = book.table(name);
    if (table === undefined) return `there is no table ${name}.`;
    const column = inside.replace(/'(.)/g, '$1').toLowerCase();
    if (!table.columns.some((each) => each.name.toLowerCase() === column)) {
      return `the table ${table.name} has no column ${inside}.`;
    }
    known.add(reference);
  }
  return undefined;
}

/** Texts and quoted sheet names; inside brackets a quotation mark is part of a column's name, so brackets are passed whole. */
const TEXT_OR_BRACKETS = /\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|"(?:[^"]|"")*"|'(?:[^']|'')*'!/gu;

/** @example withoutTexts('=IF(T[The "PCT"]="a [b]",1)') -> '=IF(T[The "PCT"]="",1)' */
function withoutTexts(formula: string): string {
  return formula.replace(TEXT_OR_BRACKETS, (found) =>
    found.startsWith('[') ? found : found.startsWith('"') ? '""' : '',
  );
}
