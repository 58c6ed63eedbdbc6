/*
 * A workbook as a value, to be compared with the same workbook before or after: what a user sees of it, no engine's state.
 */
import type { Book } from '../../src/preview/book/book';
import { CellError } from '../../src/preview/book/values';

/** Everything a user would call the workbook: cells with contents and number formats, tables, links. */
export function picture(book: Book, withoutSheets: readonly string[] = []): unknown {
  return {
    sheets: book.sheets
      .filter(({ name }) => !withoutSheets.includes(name))
      .map((sheet) => ({
        name: sheet.name,
        isProtected: sheet.isProtected,
        links: sheet.hyperlinks.length,
        cells: [...sheet.cells()]
          .filter(([, , cell]) => cell.value !== null || cell.formula !== undefined)
          .map(([row, column, cell]) => {
            const value = cell.value instanceof CellError ? cell.value.code : cell.value;
            // A formula's value follows from the cells; the engine may not have come to it yet.
            const content = cell.formula ?? value;
            return [row, column, content, cell.style?.numberFormat ?? 'General'];
          })
          .sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number)),
      })),
    tables: book.tables
      .filter(({ sheet }) => !withoutSheets.includes(sheet.name))
      .map(({ name, area, columns }) => ({ name, area, columns: columns.map((column) => column.name) })),
  };
}
