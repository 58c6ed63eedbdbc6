/*
 * Adds Poolbook's input tables, filled in, to a sample workbook, on sheets that look as Poolbook makes them. Which columns a
 * table has is in the data beside the samples, which a test compares with the product's own.
 */
const HEADER_ROW = 5;
const FORMATS = { money: '#,##0.00', date: 'dd/mm/yyyy' };
const WIDTHS = { text: 20, money: 16, number: 10, date: 13, period: 10 };
const NOTE = 'Filled in by you. Poolbook reads this table; columns and notes of your own may stand beside it.';

/**
 * Adds a sheet for each table that the layout fills in.
 *
 * @param definitions - Per table its sheet, its title and what each column holds.
 * @param layout - `tables`: per table its rows, each an object with the cells that are filled; `notes`: a line above a table.
 */
export function addPoolTables(workbook, definitions, { tables, notes = {} }) {
  for (const [name, rows] of Object.entries(tables)) {
    const definition = definitions[name];
    if (definition === undefined) throw new Error(`there is no table ${name}`);
    addPoolTable(workbook, { name, rows, note: notes[name] ?? notes.all, ...definition });
  }
}

function addPoolTable(workbook, { name, sheet: sheetName, title, columns, partners, rows, note }) {
  const sheet = workbook.addWorksheet(sheetName, { properties: { tabColor: { argb: 'FF2F6B5E' } } });
  sheet.views = [{ state: 'frozen', ySplit: HEADER_ROW }];
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = { bold: true, size: 14, name: 'Calibri' };
  [NOTE, note].forEach((text, index) => {
    sheet.getCell(2 + index, 1).value = text;
    sheet.getCell(2 + index, 1).font = { color: { argb: 'FF595959' }, name: 'Calibri', size: 11 };
  });
  const headings = [...Object.keys(columns), ...partnerHeadings(rows, columns, partners, name)];
  sheet.addTable({
    name,
    ref: `A${HEADER_ROW}`,
    headerRow: true,
    style: { theme: 'TableStyleLight12', showRowStripes: true },
    columns: headings.map((heading) => ({ name: heading, filterButton: true })),
    rows: rows.map(() => headings.map(() => null)),
  });
  headings.forEach((heading, index) => {
    const kind = columns[heading] ?? partners;
    rows.forEach((row, at) => fillCell(sheet.getCell(HEADER_ROW + 1 + at, index + 1), row[heading], kind));
    const longest = Math.max(...rows.map((row) => String(row[heading] ?? '').length));
    sheet.getColumn(index + 1).width = Math.max(WIDTHS[kind] ?? 14, heading.length + 4, Math.min(48, longest + 2));
  });
}

/** Of a table with a column for each partner, the headings that are not its own are theirs. */
function partnerHeadings(rows, columns, partners, name) {
  const others = [...new Set(rows.flatMap(Object.keys))].filter((heading) => columns[heading] === undefined);
  if (others.length > 0 && partners === undefined) throw new Error(`${name} has no column ${others[0]}`);
  return others;
}

/** A kind that is a list is the words to choose from. */
function fillCell(cell, value, kind) {
  if (FORMATS[kind]) cell.numFmt = FORMATS[kind];
  if (Array.isArray(kind)) {
    const list = { type: 'list', allowBlank: true, formulae: [`"${kind.join(',')}"`], showErrorMessage: false };
    cell.dataValidation = list;
  }
  if (value === undefined) return;
  cell.value = kind === 'date' ? new Date(`${value}T00:00:00Z`) : value;
}
