import { strToU8, zipSync } from 'fflate';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { xlsxProblemText } from '../../../src/preview/xlsx/problems';
import { opened, parts, refused, rels, zip } from './handmade';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const good = zip(parts('<row r="1"><c r="A1"><v>1</v></c></row>'));

describe('files that are no .xlsx', () => {
  test.each([
    ['an empty file', new Uint8Array(), { kind: 'empty-file' }, 'The file is empty (0 bytes).'],
    ['a .csv', strToU8('Date,Ref,Amount\n1/4/08,a,1\n'), { kind: 'not-a-workbook', looksLike: 'text' }, 'plain text'],
    [
      'a web page named .xls',
      strToU8('<html><table></table></html>'),
      { kind: 'not-a-workbook', looksLike: 'web page' },
      'a web page',
    ],
    ['a PDF', strToU8('%PDF-1.7 ...'), { kind: 'not-a-workbook', looksLike: 'pdf' }, 'a PDF'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      { kind: 'not-a-workbook', looksLike: 'unknown' },
      'not an Excel workbook',
    ],
    ['a workbook of Excel 97', new Uint8Array([...OLE, ...utf16('Workbook')]), { kind: 'old-workbook' }, '(.xls)'],
    [
      'a locked workbook',
      new Uint8Array([...OLE, ...utf16('EncryptedPackage')]),
      { kind: 'encrypted' },
      'locked with a password',
    ],
    [
      'a Word document',
      zip({ '_rels/.rels': rels(['officeDocument', 'word/document.xml']), 'word/document.xml': '<w/>' }),
      { kind: 'not-a-workbook', looksLike: 'word' },
      'a Word document',
    ],
    [
      'an OpenDocument sheet',
      zip({ mimetype: 'x', 'content.xml': '<x/>' }),
      { kind: 'not-a-workbook', looksLike: 'opendocument' },
      'an OpenDocument file',
    ],
    ['some archive', zip({ 'a.txt': 'a' }), { kind: 'not-a-workbook', looksLike: 'zip' }, 'without a workbook'],
    [
      'a binary workbook',
      zip({ '_rels/.rels': rels(['officeDocument', 'xl/workbook.bin']), 'xl/workbook.bin': 'x' }),
      { kind: 'binary-workbook' },
      '(.xlsb)',
    ],
  ])('%s', (_why, bytes, problem, words) => {
    expect(refused(bytes)).toEqual(problem);
    expect(xlsxProblemText(refused(bytes))).toContain(words);
  });
});

describe('damaged archives', () => {
  test('one that ends too early has lost its list of contents', () => {
    expect(refused(good.slice(0, good.length - 30))).toEqual({ kind: 'broken-zip', detail: 'no directory' });
  });

  test('a changed byte inside a part is found by its checksum, and the part is named', () => {
    const stored = zipSync(
      {
        '[Content_Types].xml': strToU8('<T/>'),
        '_rels/.rels': strToU8(rels(['officeDocument', 'xl/workbook.xml'])),
        'xl/workbook.xml': strToU8('<workbook>    </workbook>'),
      },
      { level: 0 },
    );
    stored[Buffer.from(stored).indexOf('<workbook>    ') + 11] = 65;
    expect(refused(stored)).toEqual({ kind: 'broken-zip', detail: 'checksum', part: 'xl/workbook.xml' });
    expect(xlsxProblemText(refused(stored))).toMatch(
      /^The part "xl\/workbook.xml" of the file is damaged: the contents do not agree/,
    );
  });

  test('two parts of one name', () => {
    const bytes = zip({ ...parts(''), 'XL/Workbook.XML': '<workbook/>' });
    expect(refused(bytes)).toEqual({ kind: 'duplicate-part', part: 'XL/Workbook.XML' });
  });

  test.each([['../outside.xml'], ['xl/../../outside.xml'], ['C:/outside.xml'], ['xl\\..\\..\\outside.xml']])(
    'the name %s',
    (name) => {
      expect(refused(zip({ ...parts(''), [name]: 'x' }))).toEqual({ kind: 'unsafe-part-name', part: name });
    },
  );

  test('whatever byte is damaged, the answer is a workbook or a problem with a sentence, never a throw', () => {
    let refusals = 0;
    for (let at = 0; at < good.length; at++) {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const result = openXlsx(bytes);
      if (result.ok) continue;
      refusals++;
      expect(xlsxProblemText(result.problem)).toMatch(/^(The|Up to) .*\.$/);
    }
    for (let length = 0; length < good.length; length++) expect(openXlsx(good.slice(0, length)).ok).toBe(false);
    expect(refusals).toBeGreaterThan(good.length / 2);
  });
});

describe('too large', () => {
  const zeros = zip({
    ...parts(''),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${' '.repeat(3_000_000)}</sheetData></worksheet>`,
  });

  test('a part that unpacks to a multiple no workbook has', () => {
    expect(refused(zeros, { limits: { ratio: 100 } })).toMatchObject({
      kind: 'inflates-too-much',
      part: 'xl/worksheets/sheet1.xml',
      ratio: 100,
    });
    expect(xlsxProblemText(refused(zeros, { limits: { ratio: 100 } }))).toMatch(
      /unpacks to more than 100 times its [\d,]+ bytes/,
    );
    expect(opened(zeros, { limits: { ratio: 10_000 } }).book.sheets).toHaveLength(1);
  });

  test('all parts together, by what they say of themselves, before any is unpacked', () => {
    expect(refused(zeros, { limits: { totalBytes: 2_000_000 } })).toEqual({ kind: 'too-large', limitBytes: 2_000_000 });
    expect(xlsxProblemText({ kind: 'too-large', limitBytes: 2_000_000 })).toContain('more than 2 MB');
  });

  test('one part', () => {
    const problem = refused(zeros, { limits: { partBytes: 2_000_000, ratio: 10_000 } });
    expect(problem).toEqual({ kind: 'too-large', limitBytes: 2_000_000, part: 'xl/worksheets/sheet1.xml' });
  });

  test('a part that is longer than it says is stopped at what it said', () => {
    // The size stands in the archive's directory; it is made smaller there.
    const bytes = zeros.slice();
    const view = new DataView(bytes.buffer);
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml');
    view.setUint32(name - 46 + 24, 1_000, true);
    expect(refused(bytes, { limits: { ratio: 10_000 } })).toEqual({
      kind: 'broken-zip',
      detail: 'size',
      part: 'xl/worksheets/sheet1.xml',
    });
  });

  test('cells of all sheets together', () => {
    const row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>';
    expect(refused(zip(parts(row)), { limits: { cells: 2 } })).toEqual({
      kind: 'too-many-cells',
      sheet: 'Ledger',
      limit: 2,
    });
    expect(opened(zip(parts(row)), { limits: { cells: 3 } }).book.sheets).toHaveLength(1);
  });

  test('parts', () => {
    expect(refused(good, { limits: { parts: 3 } })).toEqual({ kind: 'too-many-parts', parts: 5, limit: 3 });
  });
});

describe('damaged contents', () => {
  const without = (name: string): Uint8Array => {
    return zip(Object.fromEntries(Object.entries(parts('')).filter(([part]) => part !== name)));
  };

  test.each([
    ['the workbook', without('xl/workbook.xml'), 'xl/workbook.xml', '_rels/.rels'],
    ['a sheet', without('xl/worksheets/sheet1.xml'), 'xl/worksheets/sheet1.xml', 'xl/workbook.xml'],
    ['the list of types', without('[Content_Types].xml'), '[Content_Types].xml', 'every workbook'],
  ])('%s is missing', (_why, bytes, part, neededBy) => {
    expect(refused(bytes)).toEqual({ kind: 'missing-part', part, neededBy });
    expect(xlsxProblemText(refused(bytes))).toContain(`${neededBy} names the part "${part}", which is not in the file`);
  });

  test.each([
    ['none', {}],
    ['too few', { 'xl/sharedStrings.xml': '<sst><si><t>one</t></si></sst>' }],
  ])('texts that the file does not hold: %s', (_why, more) => {
    const bytes = zip(parts('<row r="2"><c r="B2" t="s"><v>1</v></c></row>', more));
    expect(refused(bytes)).toEqual({ kind: 'missing-text', sheet: 'Ledger', address: 'B2' });
    expect(xlsxProblemText(refused(bytes))).toContain('the text of cell B2 on sheet "Ledger"');
  });

  test('no worksheet', () => {
    expect(refused(zip({ ...parts(''), 'xl/workbook.xml': '<workbook><sheets/></workbook>' }))).toEqual({
      kind: 'no-sheets',
    });
  });

  test('XML that does not close, with the place', () => {
    const problem = refused(zip(parts('<row r="1">\n<c r="A1"><v>1</w></c></row>')));
    expect(problem).toMatchObject({ kind: 'broken-xml', part: 'xl/worksheets/sheet1.xml', line: 2 });
    expect(xlsxProblemText(problem)).toMatch(/damaged at line 2, character 1\d: unexpected close tag/);
  });

  test.each([
    ['entities', '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'],
    ['an outside document type', '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>'],
  ])('%s are never followed', (_why, sheet) => {
    expect(refused(zip(parts(sheet)))).toEqual({ kind: 'entities', part: 'xl/worksheets/sheet1.xml' });
  });

  test.each([['XFE1'], ['A1048577'], ['1A'], ['$A$1'], ['AAAA1']])('a cell at %s', (address) => {
    const row = /(\d+)$/.exec(address)?.[1] ?? '1';
    expect(refused(zip(parts(`<row r="${row}"><c r="${address}"><v>1</v></c></row>`)))).toMatchObject({
      kind: 'cell-outside',
    });
  });

  test('an encoding that is not known', () => {
    const problem = refused(zip(parts('<?xml version="1.0" encoding="ebcdic-x"?><worksheet/>')));
    expect(problem).toEqual({ kind: 'unknown-encoding', part: 'xl/worksheets/sheet1.xml', encoding: 'ebcdic-x' });
  });
});

describe('files made to keep the machine busy', () => {
  const quick = (sheet: string): number => {
    const start = performance.now();
    openXlsx(zip(parts(sheet)), { limits: { ratio: 100_000 } });
    return performance.now() - start;
  };
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

  test('columns said to go on beyond the sheet, over and over', () => {
    const col = '<col min="1" max="99999999999" width="9" hidden="1"/>';
    expect(quick(`<worksheet ${main}><cols>${col.repeat(2_000)}</cols><sheetData/></worksheet>`)).toBeLessThan(3_000);
  });

  test('one array said to fill the whole sheet', () => {
    const array = '<c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>';
    expect(quick(`<row r="1">${array}</row><row r="500000"><c r="Z500000"><v>1</v></c></row>`)).toBeLessThan(3_000);
  });

  test('elements inside each other, hundreds of thousands deep', () => {
    const nested = '<a>'.repeat(300_000) + '</a>'.repeat(300_000);
    expect(quick(`<worksheet ${main}><sheetData/><extLst>${nested}</extLst></worksheet>`)).toBeLessThan(3_000);
    expect(quick(`<row r="1"><c r="A1">${'<a>'.repeat(300_000)}${'</a>'.repeat(300_000)}</c></row>`)).toBeLessThan(
      3_000,
    );
  });
});
