// Workbooks written by hand, part by part, the way different programs write them. Not a writer: every test says what
// its parts hold.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type OpenedWorkbook, openXlsx, type OpenOptions } from '../../../src/preview/xlsx/openXlsx';
import { type XlsxProblem } from '../../../src/preview/xlsx/problems';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts every workbook needs around `sheetData` (or a whole sheet), with one sheet named Ledger. */
export function parts(sheet: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const whole = sheet.includes('<worksheet') || sheet.includes(':worksheet');
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ['sheetMetadata', 'metadata.xml'],
    ),
    'xl/worksheets/sheet1.xml': whole
      ? sheet
      : `<worksheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
}

/** A relationships part: type and target, numbered rId1, rId2… */
export function rels(...each: readonly (readonly [type: string, target: string])[]): string {
  const lines = each.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${REL}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
}

export function unzip(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]));
}

export function opened(bytes: Uint8Array, options?: OpenOptions): OpenedWorkbook {
  const result = openXlsx(bytes, options);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

export function refused(bytes: Uint8Array, options?: OpenOptions): XlsxProblem {
  const result = openXlsx(bytes, options);
  if (result.ok) throw new Error('was opened');
  return result.problem;
}

/** Opens a workbook whose one sheet has this `sheetData`, and gives that sheet. */
export function ledger(
  sheet: string,
  more: Readonly<Record<string, string>> = {},
): OpenedWorkbook['book']['sheets'][number] {
  const [first] = opened(zip(parts(sheet, more))).book.sheets;
  if (!first) throw new Error('no sheet');
  return first;
}
