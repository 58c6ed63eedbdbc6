/*
 * What a file says of filters and of a protected workbook, which decides what Excel would refuse or put in the wrong rows.
 */
import type { Table } from '../../../src/preview/book/book';
import { MAIN, opened, parts, rels, zip } from './handmade';

const ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Code</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>';

function table(autoFilter: string): Table {
  const sheet = `<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>${ROWS}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
  const part = `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:A2">${autoFilter}<tableColumns count="1"><tableColumn id="1" name="Code"/></tableColumns></table>`;
  const { book } = opened(
    zip(
      parts(sheet, {
        'xl/worksheets/_rels/sheet1.xml.rels': rels(['table', '../tables/table1.xml']),
        'xl/tables/table1.xml': part,
      }),
    ),
  );
  return book.table('T')!;
}

test.each([
  [
    'a column with criteria filters',
    '<filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn>',
    'filtering',
  ],
  ['a column whose button alone is hidden does not', '<filterColumn colId="0" hiddenButton="1"/>', undefined],
  ['buttons alone do not', '', undefined],
])('%s', (_why, columns, filter) => {
  expect(table(`<autoFilter ref="A1:A2">${columns}</autoFilter>`).filter).toBe(filter);
});

test('without buttons there is no filter', () => {
  expect(table('').filter).toBe('off');
});

test.each([
  ['<workbookProtection lockStructure="1"/>', true],
  ['<workbookProtection lockWindows="1"/>', false],
  ['', false],
])('%s', (protection, isProtected) => {
  const files = parts(ROWS);
  const workbook = files['xl/workbook.xml']!.replace('<sheets>', `${protection}<sheets>`);
  expect(opened(zip({ ...files, 'xl/workbook.xml': workbook })).book.isStructureProtected).toBe(isProtected);
});
