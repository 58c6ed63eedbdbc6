import { CellError } from '../../../src/preview/book/values';
import { ledger, MAIN, opened, parts, REL, rels, zip } from './handmade';

describe('files of other programs are read alike', () => {
  test('absolute targets, and the prefix of relationships declared on each sheet (openpyxl)', () => {
    const { book } = opened(
      zip({
        ...parts('<row r="1"><c r="A1"><v>1</v></c></row>'),
        '_rels/.rels': rels(['officeDocument', '/xl/workbook.xml']),
        'xl/_rels/workbook.xml.rels': rels(['worksheet', '/xl/worksheets/sheet1.xml']),
        'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets><sheet xmlns:r="${REL}" name="Ledger" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>`,
      }),
    );
    expect(book.sheets[0]?.value(0, 0)).toBe(1);
    expect(book.sheets[0]?.visibility).toBe('Hidden');
  });

  test('a prefix on every element, as some writers for .NET have it', () => {
    const sheet = ledger(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>net</x:t></x:is></x:c><x:c r="C2"><x:f>B2&amp;"x"</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    expect(sheet.value(1, 1)).toBe('net');
    expect(sheet.cell(1, 2)?.formula).toBe('=B2&"x"');
  });

  test('rows and cells without addresses follow each other', () => {
    const sheet = ledger(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect([sheet.value(0, 0), sheet.value(0, 1), sheet.value(4, 2), sheet.value(4, 3), sheet.value(5, 0)]).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  test('folders written with backslashes, names in other case, a space as %20', () => {
    const files = parts('<row r="1"><c r="A1"><v>7</v></c></row>');
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/workbook.xml': workbook = '', ...rest } = files;
    const { book } = opened(
      zip({
        ...rest,
        'xl\\Workbook.xml': workbook,
        'xl/worksheets/my sheet.xml': sheet,
        'xl/_rels/workbook.xml.rels': rels(['worksheet', 'worksheets/my%20sheet.xml']),
      }),
    );
    expect(book.sheets[0]?.value(0, 0)).toBe(7);
  });

  test('the strict form of the format', () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const { book } = opened(
      zip({
        ...parts(
          `<worksheet xmlns="${strict}"><sheetData><row r="1"><c r="A1" t="d"><v>2008-09-30</v></c></row></sheetData></worksheet>`,
        ),
        'xl/workbook.xml': `<workbook xmlns="${strict}" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      }),
    );
    expect(book.sheets[0]?.value(0, 0)).toBe(39721);
  });

  test('a part in UTF-16', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>£ é</v></c></row></sheetData></worksheet>`;
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer),
    ]);
    expect(opened(zip({ ...parts(''), 'xl/worksheets/sheet1.xml': bytes })).book.sheets[0]?.value(0, 0)).toBe('£ é');
  });

  test('chart sheets hold no cells and are passed over', () => {
    const { book } = opened(
      zip({
        ...parts('<row r="1"><c r="A1"><v>1</v></c></row>'),
        'xl/_rels/workbook.xml.rels': rels(
          ['chartsheet', 'chartsheets/sheet1.xml'],
          ['worksheet', 'worksheets/sheet1.xml'],
        ),
        'xl/chartsheets/sheet1.xml': '<chartsheet/>',
        'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><bookViews><workbookView activeTab="1"/></bookViews><sheets><sheet name="Chart" sheetId="1" r:id="rId1"/><sheet name="Ledger" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="Own" localSheetId="1">Ledger!$A$1</definedName></definedNames></workbook>`,
      }),
    );
    expect(book.sheets.map(({ name }) => name)).toEqual(['Ledger']);
    expect(book.activeSheetIndex).toBe(0);
    expect(book.names).toEqual([{ name: 'Own', formula: '=Ledger!$A$1', scope: 'Ledger', visible: true }]);
  });
});

describe('values', () => {
  const strings = `<sst xmlns="${MAIN}"><si><t>plain</t></si><si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb="0" eb="1"><t>ricchi</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si><si><t/></si></sst>`;
  test.each([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', 'plain'],
    ['a rich string without its phonetic guide', '<c r="A1" t="s"><v>1</v></c>', 'rich text'],
    ['escaped characters', '<c r="A1" t="s"><v>2</v></c>', 'a\rb_x0041_'],
    ['an empty string', '<c r="A1" t="s"><v>3</v></c>', ''],
    ['rich text in the cell', '<c r="A1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', 'inline'],
    ['text of a formula', '<c r="A1" t="str"><f>B1</f><v>a&amp;b</v></c>', 'a&b'],
    ['a section of plain characters', '<c r="A1" t="str"><v><![CDATA[a<b]]></v></c>', 'a<b'],
    ['truth', '<c r="A1" t="b"><v>1</v></c>', true],
    ['untruth', '<c r="A1" t="b"><v>0</v></c>', false],
    ['a small number', '<c r="A1"><v>-1.5E-3</v></c>', -0.0015],
    ['a number without a type', '<c r="A1" t="n"><v>39721</v></c>', 39721],
    ['a moment', '<c r="A1" t="d"><v>2008-09-30T18:00:00Z</v></c>', 39721.75],
    ['1 January 1900 is day 1', '<c r="A1" t="d"><v>1900-01-01</v></c>', 1],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', new CellError('#N/A')],
    ['an error of a newer kind', '<c r="A1" t="e"><v>#FIELD!</v></c>', new CellError('#VALUE!')],
  ])('%s', (_why, cell, value) => {
    expect(ledger(`<row r="1">${cell}</row>`, { 'xl/sharedStrings.xml': strings }).value(0, 0)).toEqual(value);
  });

  test('dates of a workbook that counts from 1904', () => {
    const workbook = parts('')['xl/workbook.xml']?.replace('<sheets>', '<workbookPr date1904="1"/><sheets>') ?? '';
    const { book } = opened(
      zip(parts('<row r="1"><c r="A1" t="d"><v>2008-09-30</v></c></row>', { 'xl/workbook.xml': workbook })),
    );
    expect(book.uses1904Dates).toBe(true);
    expect(book.sheets[0]?.value(0, 0)).toBe(39721 - 1462);
  });
});

describe('formulas', () => {
  test('a shared formula is written out for each cell of its group', () => {
    const sheet = ledger(
      `<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+'A1'!A1</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"></f><v>3</v></c></row>`,
    );
    expect([0, 1, 2].map((row) => sheet.cell(row, 1)?.formula)).toEqual([
      "=A1*$C$1+'A1'!A1",
      "=A2*$C$1+'A1'!A2",
      "=A3*$C$1+'A1'!A3",
    ]);
  });

  test('a member that stands before the first cell of its group gets its formula too', () => {
    const sheet = ledger(
      '<row r="1"><c r="A1"><f t="shared" si="4"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:B1" si="4">D9</f><v>1</v></c></row>',
    );
    expect(sheet.cell(0, 0)?.formula).toBe('=C9');
  });

  const metadata = `<metadata xmlns="${MAIN}"><metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><x:dynamicArrayProperties xmlns:x="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata></metadata>`;
  const array = (cm: string): string =>
    `<row r="1"><c r="A1" ${cm}><f t="array" ref="A1:A2">_xldudf_POOL_SPLIT(C1,D1:D2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`;

  test('a dynamic array knows how far it reaches, and its cells where it begins', () => {
    const sheet = ledger(array('cm="2"'), { 'xl/metadata.xml': metadata });
    expect(sheet.cell(0, 0)).toEqual({ value: 1, formula: '=POOL.SPLIT(C1,D1:D2)', spill: { rows: 2, columns: 1 } });
    expect(sheet.cell(1, 0)).toEqual({ value: 2, spilledFrom: { row: 0, column: 0 } });
  });

  test.each([
    ['no mark', ''],
    ['a mark that means a linked data type', 'cm="1"'],
  ])('an array with %s is an old one', (_why, mark) => {
    const sheet = ledger(array(mark), { 'xl/metadata.xml': metadata });
    expect(sheet.cell(0, 0)?.spill).toEqual({ rows: 2, columns: 1, legacy: true });
  });

  test('a what-if table shows its values and no formula', () => {
    const sheet = ledger('<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" r1="B1"/><v>5</v></c></row>');
    expect(sheet.cell(0, 0)).toEqual({ value: 5 });
  });
});

test('what belongs to the sheet as a whole', () => {
  const sheet = ledger(
    `<worksheet xmlns="${MAIN}" xmlns:q="${REL}"><sheetPr><tabColor rgb="FF00AA11"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="5" topLeftCell="B6" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="3" width="12.5" customWidth="1"/><col min="4" max="16384" width="9" hidden="1"/></cols><sheetData><row r="3" hidden="1"/></sheetData><sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="A6:A9 C6"><formula1>"in,excluded"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A4" location="'St John''s'!B7" tooltip="Go"/><hyperlink ref="A5" q:id="rId1"/></hyperlinks></worksheet>`,
    {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/hyperlink" Target="https://example.org/a?b#c" TargetMode="External"/></Relationships>`,
    },
  );
  expect(sheet).toMatchObject({
    tabColor: '#00AA11',
    showGridlines: false,
    frozenRows: 5,
    frozenColumns: 1,
    isProtected: true,
  });
  expect([sheet.columnWidths.get(0), sheet.columnWidths.get(1), sheet.columnWidths.get(2)]).toEqual([
    undefined,
    12.5,
    12.5,
  ]);
  expect([sheet.hiddenColumns.has(2), sheet.hiddenColumns.has(3), sheet.hiddenColumns.has(16383)]).toEqual([
    false,
    true,
    true,
  ]);
  expect([...sheet.hiddenRows]).toEqual([2]);
  expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 3 }]);
  const rule = { rule: { list: { inCellDropDown: true, source: 'in,excluded' } }, ignoreBlanks: true };
  expect(sheet.validations).toEqual([
    { area: { row: 5, column: 0, rows: 4, columns: 1 }, rule },
    { area: { row: 5, column: 2, rows: 1, columns: 1 }, rule },
  ]);
  expect(sheet.hyperlinks).toEqual([
    { row: 3, column: 0, documentReference: "'St John''s'!B7", screenTip: 'Go' },
    { row: 4, column: 0, address: 'https://example.org/a?b#c' },
  ]);
});

test('a table: its name, range, columns with line feeds, formula of a column, totals', () => {
  const { book } = opened(
    zip(
      parts(
        `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData><row r="1"><c r="A1" t="str"><v>Net</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
        {
          'xl/worksheets/_rels/sheet1.xml.rels': rels(['table', '../tables/table1.xml']),
          'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="7" name="ignored" displayName="Lines" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Net_x000a_£"/><tableColumn id="2" name="Share"><calculatedColumnFormula>_xldudf_POOL_SHARE(Lines[[#This Row],[Net]],Weights,1)</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1"/></table>`,
        },
      ),
    ),
  );
  expect(book.tables).toMatchObject([
    {
      id: 7,
      name: 'Lines',
      area: { row: 0, column: 0, rows: 4, columns: 2 },
      columns: [
        { id: 1, name: 'Net\n£' },
        { id: 2, name: 'Share', calculated: '=POOL.SHARE(Lines[[#This Row],[Net]],Weights,1)' },
      ],
      showTotals: true,
      showHeaders: true,
      style: 'TableStyleLight1',
      sourcePart: 'xl/tables/table1.xml',
    },
  ]);
  expect(book.freshId()).toBeGreaterThan(7);
});

test('looks: built-in and own formats, theme colours with a tint, borders, alignment, protection', () => {
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="&quot;£&quot;#,##0"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font><font><b/><i val="0"/><u/><sz val="14"/><color theme="4" tint="-0.25"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.15"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"><color rgb="FF112233"/></left><bottom style="double"/></border></borders><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" quotePrefix="1"/><xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2"/><protection locked="0"/></xf><xf numFmtId="4" fontId="0"/></cellXfs></styleSheet>`;
  const sheet = ledger(
    '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="2"/><c r="D1" s="3"/></row>',
    { 'xl/styles.xml': styles },
  );
  expect(sheet.cell(0, 0)?.style).toBeUndefined();
  expect(sheet.cell(0, 1)?.style).toEqual({ sourceXf: 1, numberFormat: 'dd/mm/yyyy', quotePrefix: true });
  expect(sheet.cell(0, 2)?.style).toEqual({
    sourceXf: 2,
    numberFormat: '"£"#,##0',
    fontName: 'Arial',
    fontSize: 14,
    fontColor: '#2F5597',
    bold: true,
    underline: true,
    fill: '#D9D9D9',
    borders: { left: { style: 'Continuous', color: '#112233' }, bottom: { style: 'Double' } },
    horizontal: 'Center',
    vertical: 'Top',
    wrapText: true,
    indent: 2,
    locked: false,
  });
  expect(sheet.cell(0, 3)?.style?.numberFormat).toBe('#,##0.00');
});
