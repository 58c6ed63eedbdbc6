import fc from 'fast-check';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { xlsxProblemText } from '../../../src/preview/xlsx/problems';
import { saveXlsx } from '../../../src/preview/xlsx/saveXlsx';
import { MAIN, opened, parts, REL, rels, unzip, zip } from './handmade';

const FILES = {
  ...parts(
    `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><dimension ref="A1:B3"/><cols><col min="1" max="2" width="9"/></cols><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1&amp;"x"</f><v>1</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
  ),
  'xl/worksheets/_rels/sheet1.xml.rels': rels(['table', '../tables/table1.xml']),
  'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" displayName="T" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>a</t></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="10"/></font></fonts><cellXfs count="2"><xf/><xf numFmtId="4" fontId="0"/></cellXfs></styleSheet>`,
};
const PARTS = Object.entries(FILES);
const anywhere = fc.record({
  part: fc.nat(PARTS.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  put: fc.constantFrom('', '', '<', '"', '-1', '99999999999', '&', '<x/>', 'A', ' '),
});

test('a workbook with a few characters of a part lost or put in is opened, or refused in words; what opens can be saved', () => {
  let openedOnes = 0;
  fc.assert(
    fc.property(anywhere, ({ part, at, length, put }) => {
      const [name, text] = PARTS[part] ?? ['', ''];
      const from = Math.floor(at * text.length);
      const result = openXlsx(zip({ ...FILES, [name]: text.slice(0, from) + put + text.slice(from + length) }));
      if (!result.ok) {
        expect(xlsxProblemText(result.problem)).toMatch(/\.$/);
        return;
      }
      openedOnes++;
      const { book, package: source } = result.value;
      const [sheet] = book.sheets;
      sheet?.setContent(0, 1, 'x');
      sheet?.setStyle(4, 4, { bold: true });
      sheet?.columnWidths.set(0, 33);
      expect(saveXlsx(book, source).length).toBeGreaterThan(0);
    }),
    { numRuns: 400 },
  );
  expect(openedOnes).toBeGreaterThan(20);
});

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const cells = fc.array(fc.record({ row: fc.nat(6), column: fc.nat(4), value }), { minLength: 1, maxLength: 20 });

test('whatever values are set in whatever order, they come back, and the cells beside them stay', () => {
  fc.assert(
    fc.property(cells, (sets) => {
      const { book, package: source } = opened(zip(FILES));
      const [sheet] = book.sheets;
      for (const each of sets) sheet?.setContent(each.row, each.column, each.value);
      const [back] = opened(saveXlsx(book, source)).book.sheets;
      for (let row = 0; row < 8; row++) {
        for (let column = 0; column < 6; column++) {
          expect(back?.value(row, column)).toEqual(sheet?.value(row, column));
          expect(back?.cell(row, column)?.formula).toEqual(sheet?.cell(row, column)?.formula);
        }
      }
    }),
  );
});

test('saving what was saved gives the same cells and no more parts', () => {
  fc.assert(
    fc.property(cells, (sets) => {
      const { book, package: source } = opened(zip(FILES));
      for (const each of sets) book.sheets[0]?.setContent(each.row, each.column, each.value);
      const once = saveXlsx(book, source);
      const second = opened(once);
      second.book.sheets[0]?.setContent(6, 4, 1);
      const twice = saveXlsx(second.book, second.package);
      expect(Object.keys(unzip(twice))).toEqual(Object.keys(unzip(once)));
    }),
    { numRuns: 30 },
  );
});
