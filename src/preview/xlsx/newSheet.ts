/*
 * A sheet that no file knows yet, as a part of its own.
 */
import { areaAddress } from '../book/address';
import { type Sheet } from '../book/sheet';
import { type Cell } from '../book/values';
import { type Dialect } from './dialect';
import {
  columnsXml,
  linksXml,
  mergesXml,
  tabColourXml,
  tablePartsXml,
  validationsXml,
  viewsXml,
} from './sheetSections';
import { type SheetWriting } from './sheetWriting';
import { cellXml } from './writeCell';
import { startTag } from './xmlTree';

/** The sheet's part; `relate` and `tableIds` give the relationships of its links and tables. */
export function newSheetXml(
  sheet: Sheet,
  writing: SheetWriting,
  isActive: boolean,
  dialect: Dialect,
  tableIds: readonly string[],
  relate: (address: string) => string,
): string {
  const used = sheet.usedArea();
  const tab = tabColourXml(sheet, '');
  const sections = [
    tab === '' ? '' : `<sheetPr>${tab}</sheetPr>`,
    `<dimension ref="${used ? areaAddress(used) : 'A1'}"/>`,
    viewsXml(sheet, isActive, ''),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet, ''),
    `<sheetData>${rowsXml(sheet, writing)}</sheetData>`,
    sheet.isProtected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    mergesXml(sheet, ''),
    validationsXml([], sheet.validations, ''),
    linksXml([], sheet.hyperlinks, relate, dialect.relationships, ''),
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    tablePartsXml(tableIds, dialect.relationships, ''),
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return `${head}${startTag('worksheet', { xmlns: dialect.main })}${sections.join('')}</worksheet>`;
}

function rowsXml(sheet: Sheet, writing: SheetWriting): string {
  const rows = new Map<number, (readonly [number, Readonly<Cell>])[]>();
  for (const row of sheet.hiddenRows) rows.set(row, []);
  for (const [row, column, cell] of sheet.cells()) {
    if (cell.value === null && cell.formula === undefined && cell.style === undefined) continue;
    const cells = rows.get(row);
    if (cells) cells.push([column, cell]);
    else rows.set(row, [[column, cell]]);
  }
  const ordered = [...rows].sort(([a], [b]) => a - b);
  return ordered.map(([row, cells]) => rowXml(sheet, row, cells, writing, '')).join('');
}

/** A whole row with the cells given, in any order. */
export function rowXml(
  sheet: Sheet,
  row: number,
  cells: readonly (readonly [number, Readonly<Cell>])[],
  writing: SheetWriting,
  prefix: string,
): string {
  const tag = { r: String(row + 1), hidden: sheet.hiddenRows.has(row) ? '1' : undefined };
  if (cells.length === 0) return startTag(`${prefix}row`, tag, true);
  const each = [...cells]
    .sort(([a], [b]) => a - b)
    .map(([column, cell]) => {
      return cellXml(row, column, cell, writing.styleIndex(cell.style), writing.setting(sheet, row, column, prefix));
    });
  return `${startTag(`${prefix}row`, tag)}${each.join('')}</${prefix}row>`;
}
