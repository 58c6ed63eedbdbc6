/*
 * The elements of a sheet beside its cells, written from the workbook in memory: view, columns, merges, validations,
 * links, table parts. Each gives '' when there is nothing to say.
 */
import { areaAddress, cellAddress } from '../book/address';
import { type Hyperlink, type Sheet, type Validation } from '../book/sheet';
import { validationXml } from './writeValidation';
import { startTag } from './xmlTree';

/** The order Excel insists on (CT_Worksheet); a section that is added goes to its place in it. */
export const SECTION_ORDER: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The colour of a sheet's tab. */
export function tabColourXml(sheet: Sheet, prefix: string): string {
  const rgb = /^#([0-9a-fA-F]{6})$/.exec(sheet.tabColor)?.[1];
  return rgb === undefined ? '' : startTag(`${prefix}tabColor`, { rgb: `FF${rgb.toUpperCase()}` }, true);
}

/** The frozen rows and columns of a sheet, and the selection that goes with them. */
export function paneXml(sheet: Sheet, prefix: string): string {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const active = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  const pane = startTag(
    `${prefix}pane`,
    {
      xSplit: frozenColumns > 0 ? String(frozenColumns) : undefined,
      ySplit: frozenRows > 0 ? String(frozenRows) : undefined,
      topLeftCell: cellAddress(frozenRows, frozenColumns),
      activePane: active,
      state: 'frozen',
    },
    true,
  );
  return pane + startTag(`${prefix}selection`, { pane: active }, true);
}

/** The view of a sheet that is new. */
export function viewsXml(sheet: Sheet, isActive: boolean, prefix: string): string {
  const tag = startTag(`${prefix}sheetView`, {
    showGridLines: sheet.showGridlines ? undefined : '0',
    tabSelected: isActive ? '1' : undefined,
    workbookViewId: '0',
  });
  return `<${prefix}sheetViews>${tag}${paneXml(sheet, prefix)}</${prefix}sheetView></${prefix}sheetViews>`;
}

/** One `<col>` for the columns `from` to `to`, counted from 0. */
export function columnXml(
  from: number,
  to: number,
  width: number | undefined,
  hidden: boolean,
  others: Readonly<Record<string, string>>,
  prefix: string,
): string {
  return startTag(
    `${prefix}col`,
    {
      ...others,
      min: String(from + 1),
      max: String(to + 1),
      // Excel wants a width wherever it is told of a column; 9.14 is its usual one.
      width: String(width ?? Number(others['width'] ?? 9.140625)),
      customWidth: width === undefined ? others['customWidth'] : '1',
      hidden: hidden ? '1' : undefined,
    },
    true,
  );
}

/** Every column of a new sheet that has a width or is hidden. */
export function columnsXml(sheet: Sheet, prefix: string): string {
  const columns = [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b);
  if (columns.length === 0) return '';
  const each = columns.map((column) => {
    return columnXml(column, column, sheet.columnWidths.get(column), sheet.hiddenColumns.has(column), {}, prefix);
  });
  return `<${prefix}cols>${each.join('')}</${prefix}cols>`;
}

/** The merged areas of a sheet. */
export function mergesXml(sheet: Sheet, prefix: string): string {
  if (sheet.merges.length === 0) return '';
  const each = sheet.merges.map((area) => startTag(`${prefix}mergeCell`, { ref: areaAddress(area) }, true));
  return `<${prefix}mergeCells count="${each.length}">${each.join('')}</${prefix}mergeCells>`;
}

/** Validations, after those of the file that stay as they are. */
export function validationsXml(kept: readonly string[], added: readonly Validation[], prefix: string): string {
  const all = [...kept, ...added.map((validation) => validationXml(validation, prefix)).filter((xml) => xml !== '')];
  if (all.length === 0) return '';
  return `<${prefix}dataValidations count="${all.length}">${all.join('')}</${prefix}dataValidations>`;
}

/** Links, after those of the file that stay as they are; `relate` gives the relationship of an address outside. */
export function linksXml(
  kept: readonly string[],
  added: readonly Hyperlink[],
  relate: (address: string) => string,
  relationships: string,
  prefix: string,
): string {
  const each = added.map((link) => {
    const attributes = {
      ref: cellAddress(link.row, link.column),
      'xmlns:r': link.address ? relationships : undefined,
      'r:id': link.address ? relate(link.address) : undefined,
      location: link.documentReference,
      tooltip: link.screenTip,
    };
    return startTag(`${prefix}hyperlink`, attributes, true);
  });
  const all = [...kept, ...each];
  return all.length === 0 ? '' : `<${prefix}hyperlinks>${all.join('')}</${prefix}hyperlinks>`;
}

/** The list of a sheet's tables by their relationships. */
export function tablePartsXml(ids: readonly string[], relationships: string, prefix: string): string {
  if (ids.length === 0) return '';
  const each = ids.map((id) => `<${prefix}tablePart xmlns:r="${relationships}" r:id="${id}"/>`);
  return `<${prefix}tableParts count="${ids.length}">${each.join('')}</${prefix}tableParts>`;
}
