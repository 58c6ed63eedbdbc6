import { unzipSync } from 'fflate';
import { Book } from '../../../src/preview/book/book';
import { CellError } from '../../../src/preview/book/values';
import { type OpenedWorkbook } from '../../../src/preview/xlsx/openXlsx';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { parseTree } from '../../../src/preview/xlsx/xmlTree';
import { MAIN, opened, parts, REL, rels, unzip, zip } from './handmade';

// A workbook of a finance office with things the preview knows nothing of: none of them may be lost.
const SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="urn:x14ac"><sheetPr codeName="Sheet1"><outlinePr summaryBelow="0"/></sheetPr><dimension ref="A1:D5"/><sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.4"/><cols><col min="1" max="3" width="12" style="2" customWidth="1" outlineLevel="1"/><col min="4" max="16384" width="9.1"/></cols><sheetData><row r="1" spans="1:4" ht="30" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c></row>
 <row r="2" spans="1:2"><c r="A2"><v>1</v></c><c r="B2" s="1"><f t="shared" ref="B2:B4" si="0">A2*2</f><v>2</v></c></row><row r="3" spans="1:2"><c r="A3"><v>2</v></c><c r="B3" s="1"><f t="shared" si="0"/><v>4</v></c></row><row r="4"><c r="A4"><v>3</v></c><c r="B4"><f t="shared" si="0"/><v>6</v></c><c r="D4" vm="1" t="e"><v>#VALUE!</v></c></row></sheetData><autoFilter ref="A1:B4"/><conditionalFormatting sqref="A2:A4"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="whole" allowBlank="1" sqref="A2"><formula1>1</formula1><formula2>9</formula2></dataValidation><dataValidation type="list" sqref="C2:C9" xr:uid="{1}" xmlns:xr="urn:xr"><formula1>"a,b"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup orientation="landscape"/><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/><extLst><ext uri="{x}"><x14:y xmlns:x14="urn:x14">keep</x14:y></ext></extLst></worksheet>`;

const FILES: Record<string, string> = {
  ...parts(SHEET),
  'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView xWindow="1" firstSheet="0"/></bookViews><sheets><sheet name="Ledger" sheetId="4" r:id="rId1"/><sheet name="Notes" sheetId="9" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Ledger!$1:$1</definedName><definedName name="Own" localSheetId="1" comment="kept">Notes!$A$1</definedName><definedName name="Rate" hidden="1">0.175</definedName></definedNames><calcPr calcId="1" iterate="1"/><extLst/></workbook>`,
  'xl/_rels/workbook.xml.rels': rels(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
    ['calcChain', 'calcChain.xml'],
    ['vbaProject', 'vbaProject.bin'],
  ),
  'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/hyperlink" Target="mailto:finance@example.org" TargetMode="External"/><Relationship Id="rId2" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId3" Type="${REL}/vmlDrawing" Target="../drawings/vml.vml"/></Relationships>`,
  'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t>Rich</t></r></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/><charset val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border diagonalUp="1"><left style="thick"><color theme="3"/></left><diagonal style="thin"/></border></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="1" applyBorder="1"><alignment textRotation="90"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0"/></cellXfs><dxfs count="1"><dxf/></dxfs></styleSheet>`,
  'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="B2" i="4"/></calcChain>`,
  'xl/vbaProject.bin': 'macros',
  'xl/drawings/drawing1.xml': '<drawing/>',
  'xl/drawings/vml.vml': '<xml>comments</xml>',
  'xl/pivotCache/pivotCacheDefinition1.xml': '<pivot/>',
  'customXml/item1.xml': '<own/>',
  'docProps/app.xml': '<Properties/>',
};
const BYTES = zip(FILES);

function changed(change: (opened: OpenedWorkbook) => void, bytes = BYTES): Record<string, string> {
  const workbook = opened(bytes);
  change(workbook);
  const saved = saveXlsx(workbook.book, workbook.package);
  for (const [name, text] of Object.entries(unzip(saved))) if (/\.(xml|rels)$/.test(name)) parseTree(text, name);
  return unzip(saved);
}

const first = ({ book }: OpenedWorkbook): OpenedWorkbook['book']['sheets'][number] => {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

test('a workbook that did not change is the very file', () => {
  const workbook = opened(BYTES);
  expect(saveXlsx(workbook.book, workbook.package)).toEqual(BYTES);
});

test('one changed value changes one cell: every other part keeps its bytes, every other row its characters', () => {
  const after = changed((workbook) => first(workbook).setContent(2, 0, 20));
  expect(after['xl/worksheets/sheet1.xml']).toBe(SHEET.replace('<c r="A3"><v>2</v></c>', '<c r="A3"><v>20</v></c>'));
  const touched = [
    'xl/worksheets/sheet1.xml',
    'xl/workbook.xml',
    'xl/calcChain.xml',
    'xl/_rels/workbook.xml.rels',
    '[Content_Types].xml',
  ];
  for (const [name, text] of Object.entries(FILES))
    if (!touched.includes(name)) expect([name, after[name]]).toEqual([name, text]);
  expect(Object.keys(after)).toEqual(Object.keys(FILES).filter((name) => name !== 'xl/calcChain.xml'));
  expect(after['xl/workbook.xml']).toBe(
    FILES['xl/workbook.xml']?.replace('iterate="1"/>', 'iterate="1" fullCalcOnLoad="1"/>'),
  );
});

test('parts that did not change keep even their packed bytes', () => {
  const workbook = opened(BYTES);
  first(workbook).setContent(2, 0, 20);
  const before = unzipSync(BYTES, { filter: ({ name }) => name.startsWith('customXml') });
  const after = unzipSync(saveXlsx(workbook.book, workbook.package), {
    filter: ({ name }) => name.startsWith('customXml'),
  });
  expect(after).toEqual(before);
});

test('saving twice gives the same bytes, and the second save builds on the first change', () => {
  const workbook = opened(BYTES);
  first(workbook).setContent(2, 0, 20);
  const once = saveXlsx(workbook.book, workbook.package);
  expect(saveXlsx(workbook.book, workbook.package)).toEqual(once);
  first(workbook).setContent(3, 0, 30);
  const sheet = unzip(saveXlsx(workbook.book, workbook.package))['xl/worksheets/sheet1.xml'];
  expect(sheet).toContain('<c r="A3"><v>20</v></c>');
  expect(sheet).toContain('<c r="A4"><v>30</v></c>');
});

describe('cells', () => {
  const sheetAfter = (change: (sheet: OpenedWorkbook['book']['sheets'][number]) => void): string => {
    return changed((workbook) => change(first(workbook)))['xl/worksheets/sheet1.xml'] ?? '';
  };

  test('a new result leaves the formula element of the file as it is', () => {
    const xml = sheetAfter((sheet) => sheet.setResult(1, 1, 22));
    expect(xml).toContain('<c r="B2" s="1"><f t="shared" ref="B2:B4" si="0">A2*2</f><v>22</v></c>');
    expect(xml).toContain('<c r="B3" s="1"><f t="shared" si="0"/><v>4</v></c>');
  });

  test('when the first cell of a shared formula goes, the others get its text', () => {
    const xml = sheetAfter((sheet) => sheet.setContent(1, 1, 5));
    expect(xml).toContain('<c r="B2" s="1"><v>5</v></c>');
    expect(xml).toContain('<c r="B3" s="1"><f>A3*2</f><v>4</v></c>');
    expect(xml).toContain('<c r="B4"><f>A4*2</f><v>6</v></c>');
  });

  test('new cells and rows come in their order; a row that grows loses its hint of columns', () => {
    const xml = sheetAfter((sheet) => {
      sheet.setContent(9, 5, 'last');
      sheet.setContent(7, 0, 8);
      sheet.setContent(1, 3, true);
      sheet.setContent(3, 2, 'between');
    });
    expect(xml).toContain('<row r="2"><c r="A2"><v>1</v></c>');
    expect(xml).toContain('</c><c r="D2" t="b"><v>1</v></c></row><row r="3" spans="1:2">');
    expect(xml).toContain('<c r="C4" s="2" t="inlineStr"><is><t>between</t></is></c><c r="D4" vm="1"');
    expect(xml).toContain(
      '</row><row r="8"><c r="A8"><v>8</v></c></row><row r="10"><c r="F10" t="inlineStr"><is><t>last</t></is></c></row></sheetData>',
    );
    expect(xml).toContain('<dimension ref="A1:F10"/>');
  });

  test('a cleared cell keeps its look', () => {
    expect(sheetAfter((sheet) => sheet.setContent(1, 1, null))).toContain('<c r="B2" s="1"/>');
  });

  test.each([
    ['text that looks like a number', '00123', undefined, '<c r="A3" t="inlineStr"><is><t>00123</t></is></c>'],
    ['text that looks like a formula', '=1+1', undefined, '<c r="A3" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ['spaces at an end', ' a ', undefined, '<c r="A3" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>'],
    ['markup', '<b>&"', undefined, '<c r="A3" t="inlineStr"><is><t>&lt;b&gt;&amp;"</t></is></c>'],
    [
      'a line break and a control character',
      'a\nb\u0001\r',
      undefined,
      '<is><t xml:space="preserve">a\nb_x0001__x000D_</t></is>',
    ],
    ['text of a formula', 'x', '=A1&"x"', '<c r="A3" t="str"><f>A1&amp;"x"</f><v>x</v></c>'],
    [
      'an error of a formula',
      new CellError('#N/A', 'a sentence'),
      '=NA()',
      '<c r="A3" t="e"><f>NA()</f><v>#N/A</v></c>',
    ],
    ['a small number', 1e-7, undefined, '<c r="A3"><v>1e-7</v></c>'],
    ['minus nothing', -0, undefined, '<c r="A3"><v>0</v></c>'],
    [
      'one value of ours',
      25.13,
      '=POOL.SHARE(A1,B1:C1,1)',
      '<c r="A3" cm="1"><f t="array" ref="A3">_xldudf_POOL_SHARE(A1,B1:C1,1)</f><v>25.13</v></c>',
    ],
  ])('%s', (_why, value, formula, xml) => {
    expect(sheetAfter((sheet) => sheet.setContent(2, 0, value, formula))).toContain(xml);
  });

  test('a spill: the mark, its reach, and the values it fills', () => {
    const after = changed((workbook) => {
      const sheet = first(workbook);
      sheet.setContent(4, 0, 0.34, '=POOL.SPLIT(1,A2:A4)');
      sheet.setResult(4, 0, 0.34, { rows: 3, columns: 1 });
      sheet.setSpilled(5, 0, 0.33, { row: 4, column: 0 });
      sheet.setSpilled(6, 0, 'text', { row: 4, column: 0 });
    });
    expect(after['xl/worksheets/sheet1.xml']).toContain(
      '<row r="5"><c r="A5" cm="1"><f t="array" ref="A5:A7">_xldudf_POOL_SPLIT(1,A2:A4)</f><v>0.34</v></c></row><row r="6"><c r="A6"><v>0.33</v></c></row><row r="7"><c r="A7" t="str"><v>text</v></c></row>',
    );
    expect(after['xl/metadata.xml']).toContain('fDynamic="1"');
    expect(after['[Content_Types].xml']).toContain('PartName="/xl/metadata.xml"');
    expect(after['xl/_rels/workbook.xml.rels']).toMatch(/sheetMetadata" Target="metadata.xml"/);
  });

  test('our function written plainly by another program is stored as Excel stores it', () => {
    const bytes = zip(parts('<row r="1"><c r="A1"><f>SUM(pool.split(10,{1,2}))</f><v>10</v></c></row>'));
    const after = changed((workbook) => first(workbook).setResult(0, 0, 10), bytes);
    expect(after['xl/worksheets/sheet1.xml']).toContain(
      '<c r="A1" cm="1"><f t="array" ref="A1">SUM(_xldudf_POOL_SPLIT(10,{1,2}))</f><v>10</v></c>',
    );
  });

  test('an entry for dynamic arrays is added to metadata that has others, and found again', () => {
    const metadata = `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`;
    const bytes = zip(parts('<row r="1"><c r="B1" vm="1"><v>1</v></c></row>', { 'xl/metadata.xml': metadata }));
    const workbook = opened(bytes);
    first(workbook).setContent(0, 0, 1, '=POOL.SPLIT(1,{1})');
    const once = saveXlsx(workbook.book, workbook.package);
    const text = unzip(once)['xl/metadata.xml'] ?? '';
    expect(unzip(once)['xl/worksheets/sheet1.xml']).toContain('<c r="A1" cm="2">');
    expect(text).toMatch(/<metadataTypes count="2">.*name="XLRICHVALUE".*name="XLDAPR"/);
    expect(text).toContain(
      '<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata',
    );
    const again = opened(once);
    first(again).setContent(1, 0, 1, '=POOL.SPLIT(2,{1})');
    const twice = unzip(saveXlsx(again.book, again.package));
    expect(twice['xl/metadata.xml']).toBe(text);
    expect(twice['xl/worksheets/sheet1.xml']).toContain('<c r="A2" cm="2">');
  });
});

describe('looks', () => {
  test('a changed look is appended, built on the one the cell had', () => {
    const after = changed((workbook) => {
      const sheet = first(workbook);
      const before = sheet.cell(1, 1)?.style;
      sheet.setStyle(1, 1, {
        ...before,
        bold: true,
        fontColor: '#c00000',
        numberFormat: '"£"0',
        fill: '#EEEEEE',
        locked: false,
      });
      sheet.setStyle(2, 1, {
        ...before,
        bold: true,
        fontColor: '#c00000',
        numberFormat: '"£"0',
        fill: '#EEEEEE',
        locked: false,
      });
    });
    expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="B2" s="3"><f t="shared"');
    expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="B3" s="3"><f t="shared"');
    const styles = after['xl/styles.xml'] ?? '';
    expect(styles).toContain('<numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;£&quot;0"/></numFmts>');
    expect(styles).toContain(
      '<font><b/><sz val="10"/><color rgb="FFC00000"/><name val="Arial"/><charset val="1"/></font></fonts>',
    );
    expect(styles).toContain(
      '<xf numFmtId="164" fontId="1" fillId="2" borderId="1" applyBorder="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyProtection="1"><alignment textRotation="90"/><protection locked="0"/></xf></cellXfs>',
    );
    expect(styles).toContain('<cellXfs count="4">');
  });

  test('a changed side of a border leaves the weight of the others', () => {
    const after = changed((workbook) => {
      const sheet = first(workbook);
      const before = sheet.cell(1, 1)?.style ?? {};
      sheet.setStyle(1, 1, { ...before, borders: { ...before.borders, top: { style: 'Double', color: '#000000' } } });
    });
    expect(after['xl/styles.xml']).toContain(
      '<border diagonalUp="1"><left style="thick"><color theme="3"/></left><right/><top style="double"><color rgb="FF000000"/></top><bottom/><diagonal style="thin"/></border></borders>',
    );
  });

  test('lists that a file does not have begin with the items that Excel reserves', () => {
    const styles = `<s:styleSheet xmlns:s="${MAIN}"><s:fonts count="1"><s:font/></s:fonts><s:cellXfs count="1"><s:xf/></s:cellXfs></s:styleSheet>`;
    const bytes = zip(parts('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/styles.xml': styles }));
    const after = changed((workbook) => {
      first(workbook).setStyle(0, 0, {
        fill: '#ABCDEF',
        borders: { top: { style: 'Continuous' } },
        numberFormat: '0.000',
      });
    }, bytes);
    expect(after['xl/styles.xml']).toBe(
      `<s:styleSheet xmlns:s="${MAIN}"><s:numFmts count="1"><s:numFmt numFmtId="164" formatCode="0.000"/></s:numFmts><s:fonts count="1"><s:font/></s:fonts>` +
        '<s:fills count="3"><s:fill><s:patternFill patternType="none"/></s:fill><s:fill><s:patternFill patternType="gray125"/></s:fill><s:fill><s:patternFill patternType="solid"><s:fgColor rgb="FFABCDEF"/><s:bgColor indexed="64"/></s:patternFill></s:fill></s:fills>' +
        '<s:borders count="2"><s:border/><s:border><s:left/><s:right/><s:top style="thin"><s:color auto="1"/></s:top><s:bottom/><s:diagonal/></s:border></s:borders>' +
        '<s:cellXfs count="2"><s:xf/><s:xf numFmtId="164" applyNumberFormat="1" fillId="2" applyFill="1" borderId="1" applyBorder="1"/></s:cellXfs></s:styleSheet>',
    );
  });

  test('a new look leaves what the cell holds: rich text, linked data, a what-if table', () => {
    const bytes = zip(
      parts(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr" r=\'B1\'><is><r><rPr><b/></rPr><t>b</t></r></is></c><c r="C1" vm="1" t="e"><v>#FIELD!</v></c><c r="D1"><f t="dataTable" ref="D1:D2" r1="A1"/><v>5</v></c><c r="E1"/></row>',
        { 'xl/sharedStrings.xml': FILES['xl/sharedStrings.xml'] ?? '', 'xl/styles.xml': FILES['xl/styles.xml'] ?? '' },
      ),
    );
    const after = changed((workbook) => {
      for (const column of [0, 1, 2, 3, 4]) first(workbook).setStyle(0, column, { bold: true });
    }, bytes);
    expect(after['xl/worksheets/sheet1.xml']).toContain(
      '<row r="1"><c r="A1" t="s" s="3"><v>0</v></c><c t="inlineStr" r=\'B1\' s="3"><is><r><rPr><b/></rPr><t>b</t></r></is></c><c r="C1" vm="1" t="e" s="3"><v>#FIELD!</v></c><c r="D1" s="3"><f t="dataTable" ref="D1:D2" r1="A1"/><v>5</v></c><c r="E1" s="3"/></row>',
    );
  });

  test('a look that an earlier run added is used again, so that runs do not pile up looks', () => {
    const mark = (bytes: Uint8Array, row: number): Uint8Array => {
      const workbook = opened(bytes);
      first(workbook).setStyle(row, 4, { bold: true, fill: '#EEEEEE', numberFormat: '0.000' });
      return saveXlsx(workbook.book, workbook.package);
    };
    const once = mark(BYTES, 1);
    const twice = mark(once, 2);
    expect(unzip(twice)['xl/styles.xml']).toBe(unzip(once)['xl/styles.xml']);
  });

  test('a look given back is the one the file had', () => {
    const after = changed((workbook) => {
      const sheet = first(workbook);
      const before = sheet.cell(1, 1)?.style;
      sheet.setStyle(1, 1, { ...before, bold: true });
      sheet.setStyle(1, 1, { ...before });
    });
    expect(after['xl/styles.xml']).toBe(FILES['xl/styles.xml']);
    expect(after['xl/worksheets/sheet1.xml']).toBe(SHEET);
  });
});

describe('what belongs to a sheet as a whole', () => {
  const sheetAfter = (change: (sheet: OpenedWorkbook['book']['sheets'][number]) => void): string => {
    return changed((workbook) => change(first(workbook)))['xl/worksheets/sheet1.xml'] ?? '';
  };

  test('a column made wider is cut out of its group; the others keep style and outline', () => {
    expect(sheetAfter((sheet) => sheet.columnWidths.set(1, 40))).toContain(
      '<cols><col min="1" max="1" width="12" style="2" customWidth="1" outlineLevel="1"/><col min="2" max="2" width="40" style="2" customWidth="1" outlineLevel="1"/><col min="3" max="3" width="12" style="2" customWidth="1" outlineLevel="1"/><col min="4" max="16384" width="9.1"/></cols>',
    );
  });

  test('frozen rows, gridlines and the colour of the tab', () => {
    const xml = sheetAfter((sheet) => {
      sheet.frozenRows = 5;
      sheet.showGridlines = false;
      sheet.tabColor = '#00aa11';
    });
    expect(xml).toContain(
      '<sheetPr codeName="Sheet1"><tabColor rgb="FF00AA11"/><outlinePr summaryBelow="0"/></sheetPr>',
    );
    expect(xml).toContain(
      '<sheetView tabSelected="1" zoomScale="85" workbookViewId="0" showGridLines="0"><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>',
    );
  });

  test('merges go to their place before the conditional formats', () => {
    expect(sheetAfter((sheet) => sheet.merges.push({ row: 0, column: 0, rows: 1, columns: 3 }))).toContain(
      '<autoFilter ref="A1:B4"/><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting',
    );
  });

  test('a validation removed and one added; the one that stays keeps what the preview does not know', () => {
    const xml = sheetAfter((sheet) => {
      sheet.validations.shift();
      const rule = {
        rule: { decimal: { formula1: 0, operator: 'GreaterThan' } },
        errorAlert: { message: 'Type a share', title: 'Shares', style: 'Warning', showAlert: true },
      };
      sheet.validations.push({ area: { row: 0, column: 4, rows: 2, columns: 1 }, rule });
    });
    expect(xml).toContain(
      '<dataValidations count="2"><dataValidation type="list" sqref="C2:C9" xr:uid="{1}" xmlns:xr="urn:xr"><formula1>"a,b"</formula1></dataValidation><dataValidation type="decimal" errorStyle="warning" operator="greaterThan" allowBlank="1" showErrorMessage="1" errorTitle="Shares" error="Type a share" sqref="E1:E2"><formula1>0</formula1></dataValidation></dataValidations>',
    );
  });

  test('a link added beside one of the file', () => {
    const after = changed((workbook) => {
      first(workbook).hyperlinks.push(
        { row: 1, column: 0, documentReference: "'St John''s'!A1" },
        { row: 2, column: 0, address: 'https://example.org/?a=1&b=2' },
      );
    });
    expect(after['xl/worksheets/sheet1.xml']).toContain(
      `<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" location="'St John''s'!A1"/><hyperlink ref="A3" xmlns:r="${REL}" r:id="rId4"/></hyperlinks>`,
    );
    expect(after['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Id="rId4"');
    expect(after['xl/worksheets/_rels/sheet1.xml.rels']).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    );
  });

  test('a hidden row', () => {
    expect(sheetAfter((sheet) => void sheet.hiddenRows.add(0).add(20))).toMatch(
      /<row r="1" spans="1:4" ht="30" customHeight="1" hidden="1">.*<\/row><row r="21" hidden="1"\/><\/sheetData>/s,
    );
  });
});

describe('sheets, names and tables', () => {
  test('a sheet added on top: part, type, relationship; the old one is no longer selected', () => {
    const after = changed(({ book }) => {
      book.addSheet('Pool').setContent(0, 0, 'x');
      book.activeSheetIndex = 2;
    });
    expect(after['xl/workbook.xml']).toContain(
      `<sheet name="Notes" sheetId="9" r:id="rId2"/><sheet name="Pool" sheetId="10" xmlns:r="${REL}" r:id="rId7"/></sheets>`,
    );
    expect(after['xl/workbook.xml']).toContain('activeTab="2"');
    expect(after['xl/worksheets/sheet3.xml']).toContain('tabSelected="1"');
    expect(after['xl/worksheets/sheet1.xml']).not.toContain('tabSelected');
    expect(after['[Content_Types].xml']).toContain('PartName="/xl/worksheets/sheet3.xml"');
    expect(after['xl/_rels/workbook.xml.rels']).toContain('Id="rId7"');
  });

  test('a sheet renamed, hidden and taken away', () => {
    const after = changed(({ book }) => {
      const [one, two] = book.sheets;
      if (one) one.name = 'Ledger & more';
      if (two) two.visibility = 'VeryHidden';
    });
    expect(after['xl/workbook.xml']).toContain(
      '<sheets><sheet name="Ledger &amp; more" sheetId="4" r:id="rId1"/><sheet name="Notes" sheetId="9" r:id="rId2" state="veryHidden"/></sheets>',
    );
    const fewer = changed(({ book }) => void book.sheets.splice(0, 1));
    expect(fewer['xl/workbook.xml']).toContain(
      '<sheets><sheet name="Notes" sheetId="9" r:id="rId2"/></sheets><definedNames><definedName name="Own" localSheetId="0" comment="kept">Notes!$A$1</definedName><definedName name="Rate" hidden="1">0.175</definedName></definedNames>',
    );
    expect(fewer['xl/worksheets/sheet1.xml']).toBeUndefined();
    expect(fewer['xl/_rels/workbook.xml.rels']).not.toContain('worksheets/sheet1.xml');
  });

  test('a name changed, one added, one taken away; those of Excel stay', () => {
    const after = changed(({ book }) => {
      const [own, rate] = book.names;
      if (own) own.formula = '=Notes!$B$2';
      if (rate) book.names.splice(book.names.indexOf(rate), 1);
      book.names.push({ name: 'Weights', formula: '=Ledger!$A$2:$A$4', visible: true });
    });
    expect(after['xl/workbook.xml']).toContain(
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Ledger!$1:$1</definedName><definedName name="Own" localSheetId="1" comment="kept">Notes!$B$2</definedName><definedName name="Weights">Ledger!$A$2:$A$4</definedName></definedNames>',
    );
  });

  const TABLE = `<table xmlns="${MAIN}" id="3" name="Lines" displayName="Lines" ref="A1:B3" totalsRowShown="0" headerRowDxfId="5"><autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="a"/></filters></filterColumn></autoFilter><tableColumns count="2"><tableColumn id="1" name="Line" dataDxfId="4"/><tableColumn id="2" name="Net"/></tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="1"/><extLst><ext uri="{t}"/></extLst></table>`;
  const withTable = zip({
    ...parts(
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData><row r="1"><c r="A1" t="str"><v>Line</v></c><c r="B1" t="str"><v>Net</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
      {
        'xl/worksheets/_rels/sheet1.xml.rels': rels(['table', '/xl/tables/table1.xml']),
        'xl/tables/table1.xml': TABLE,
      },
    ),
  });

  test('a table made longer and wider keeps its filter and looks', () => {
    const after = changed((workbook) => {
      const [table] = workbook.book.tables;
      if (!table) throw new Error('no table');
      table.area = { ...table.area, rows: 9, columns: 3 };
      table.columns.push({ id: 8, name: 'Share', calculated: '=POOL.SHARE([@Net],Weights,1)' });
      first(workbook).setContent(0, 2, 'Share\nof net');
    }, withTable);
    expect(after['xl/tables/table1.xml']).toBe(
      TABLE.replace('ref="A1:B3" totals', 'ref="A1:C9" totals')
        .replace('<autoFilter ref="A1:B3">', '<autoFilter ref="A1:C9">')
        .replace('<tableColumns count="2">', '<tableColumns count="3">')
        .replace(
          '</tableColumns>',
          '<tableColumn id="3" name="Share_x000a_of net"><calculatedColumnFormula array="1">_xldudf_POOL_SHARE(Lines[[#This Row],[Net]],Weights,1)</calculatedColumnFormula></tableColumn></tableColumns>',
        ),
    );
  });

  test('a second table, then the first taken away', () => {
    const after = changed((workbook) => {
      const sheet = first(workbook);
      sheet.setContent(0, 4, 'A');
      sheet.setContent(1, 4, 1);
      const area = { row: 0, column: 4, rows: 2, columns: 1 };
      workbook.book.tables.push({
        id: workbook.book.freshId(),
        name: 'Second',
        sheet,
        area,
        columns: [{ id: 1, name: 'A' }],
        showTotals: false,
        showHeaders: true,
        style: '',
      });
      workbook.book.tables.splice(0, 1);
    }, withTable);
    expect(after['xl/tables/table1.xml']).toBeUndefined();
    expect(after['xl/tables/table2.xml']).toContain('displayName="Second" ref="E1:E2"');
    expect(after['xl/worksheets/_rels/sheet1.xml.rels']).not.toContain('table1.xml');
    const id =
      /Id="(\w+)"[^>]*Target="..\/tables\/table2.xml"/.exec(after['xl/worksheets/_rels/sheet1.xml.rels'] ?? '')?.[1] ??
      '?';
    expect(after['xl/worksheets/sheet1.xml']).toContain(
      `<tableParts count="1"><tablePart xmlns:r="${REL}" r:id="${id}"/></tableParts>`,
    );
  });
});

test('a file whose elements carry a prefix gets new elements with it', () => {
  const bytes = zip(
    parts(
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ),
  );
  const after = changed((workbook) => {
    first(workbook).setContent(0, 1, 'a');
    first(workbook).setContent(1, 0, 2, '=A1*2');
    first(workbook).merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
  }, bytes);
  expect(after['xl/worksheets/sheet1.xml']).toContain(
    '<x:c r="B1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:f>A1*2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A5:B5"/></x:mergeCells></x:worksheet>',
  );
});

test('a changed part that was in UTF-16 goes out in UTF-8 and says so', () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>£ é</v></c></row></sheetData></worksheet>`;
  const units = new Uint16Array([...text].map((character) => character.charCodeAt(0)));
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(units.buffer)]);
  const workbook = opened(zip({ ...parts(''), 'xl/worksheets/sheet1.xml': utf16 }));
  first(workbook).setContent(0, 1, 1);
  const after = unzip(saveXlsx(workbook.book, workbook.package))['xl/worksheets/sheet1.xml'] ?? '';
  expect(after).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>.*<v>£ é<\/v><\/c><c r="B1"><v>1<\/v>/);
});

test('a workbook made from nothing comes back with everything it had', () => {
  const book = new Book();
  const sheet = book.addSheet("St John's");
  sheet.setContent(0, 0, 'a\u0001');
  sheet.setContent(0, 1, 1.1, '=POOL.SHARE(2.2,{1,1},1)');
  sheet.setStyle(0, 1, {
    numberFormat: '#,##0.00',
    bold: true,
    fontName: 'Arial',
    quotePrefix: true,
    borders: { top: { style: 'Continuous' } },
  });
  sheet.setContent(1, 0, true);
  sheet.frozenRows = 1;
  sheet.columnWidths.set(0, 20);
  sheet.hiddenRows.add(4);
  sheet.isProtected = true;
  book.calculationMode = 'Manual';
  book.names.push({ name: 'Here', formula: "='St John''s'!$A$1", scope: "St John's", visible: false });
  const again = opened(saveXlsx(book)).book;
  const [back] = again.sheets;
  expect(back?.cell(0, 0)?.value).toBe('a\u0001');
  expect(back?.cell(0, 1)).toMatchObject({
    value: 1.1,
    formula: '=POOL.SHARE(2.2,{1,1},1)',
    style: {
      numberFormat: '#,##0.00',
      bold: true,
      fontName: 'Arial',
      quotePrefix: true,
      borders: { top: { style: 'Continuous' } },
    },
  });
  expect(back).toMatchObject({ name: "St John's", frozenRows: 1, isProtected: true });
  expect([back?.value(1, 0), back?.columnWidths.get(0), back?.hiddenRows.has(4)]).toEqual([true, 20, true]);
  expect(again.names).toEqual(book.names);
  expect(again.calculationMode).toBe('Manual');
});
