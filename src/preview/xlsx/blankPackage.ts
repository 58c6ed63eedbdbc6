/*
 * The package of a workbook that comes from no file: only what every .xlsx must hold.
 */
import { Book } from '../book/book';
import { baselineOf } from './baseline';
import { functionTable } from './decodeFormula';
import { DEFAULT_LIMITS } from './limits';
import { type XlsxPackage } from './openXlsx';
import { PackageParts } from './package';
import { packEntry } from './zipWrite';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORKBOOK_PART = 'xl/workbook.xml';

const PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/${WORKBOOK_PART}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="${WORKBOOK_PART}"/></Relationships>`,
  ],
  [
    WORKBOOK_PART,
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><workbookPr/><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  ],
];

/** A package without sheets. */
export function blankPackage(uses1904Dates: boolean): XlsxPackage {
  const entries = PARTS.map(([name, xml]) => {
    const own = uses1904Dates ? xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>') : xml;
    return packEntry(name, new TextEncoder().encode(HEAD + own));
  });
  return {
    bytes: new Uint8Array(),
    parts: new PackageParts(entries, DEFAULT_LIMITS),
    workbookPart: WORKBOOK_PART,
    functionNames: functionTable([]),
    strings: [],
    styles: [],
    dynamicMarks: new Set(),
    uses1904Dates,
    baseline: baselineOf(new Book()),
  };
}
