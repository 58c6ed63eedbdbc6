/* Sheets for tests, put into a workbook that the real Office.js reads: values, date formats, merged cells and Excel tables. */
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import { Book } from '../../../src/preview/book/book';
import { type TestHost, openHost } from '../../support/host';
import { testCalculator } from '../../preview/engine/support';

let calculator: ReturnType<typeof testCalculator> | undefined;

/** Opens a host over the sheets. Text that begins with `=` is text. */
export async function openWorkbook(sheets: readonly SheetGrid[]): Promise<TestHost> {
  const book = new Book();
  for (const grid of sheets) {
    const target = book.addSheet(grid.sheet);
    grid.values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== '' && value !== null) target.setContent(grid.top + r, grid.left + c, value);
        const format = grid.formats[r]?.[c];
        if (format !== undefined && format !== 'General')
          target.setStyle(grid.top + r, grid.left + c, { numberFormat: format });
      }),
    );
    target.merges.push(...grid.merged);
  }
  const host = openHost(book);
  calculator ??= testCalculator();
  host.setCalculator(calculator);
  const tables = sheets.flatMap((grid) => grid.tables.map((table) => ({ grid, table })));
  if (tables.length > 0) {
    await host.run(async (context) => {
      for (const { grid, table } of tables) {
        const { row, column, rows, columns } = table.area;
        const range = context.workbook.worksheets.getItem(grid.sheet).getRangeByIndexes(row, column, rows, columns);
        context.workbook.tables.add(range, true).name = table.name;
      }
      await context.sync();
    });
  }
  return host;
}
