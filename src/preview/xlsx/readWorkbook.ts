/*
 * The workbook part: its sheets in order, names, calculation settings and the sheet on top. The sheets' contents are read
 * by readSheet.
 */
import { type Book, type DefinedName } from '../book/book';
import { decodeFormula, type FunctionNames } from './decodeFormula';
import { type Relationship } from './package';
import { child, childrenOf, flag, relationId, type XmlNode } from './xmlTree';

/** A sheet as the workbook part lists it. Chart and dialog sheets have a place in the order but no cells. */
export interface ListedSheet {
  readonly name: string;
  readonly state: string;
  readonly part: string | undefined;
  readonly isWorksheet: boolean;
}

/** The sheets in the order of their tabs. */
export function listedSheets(root: XmlNode, relationships: readonly Relationship[]): ListedSheet[] {
  return childrenOf(child(root, 'sheets'), 'sheet').map(({ attributes }) => {
    const id = relationId(attributes);
    const relationship = relationships.find((candidate) => candidate.id === id);
    return {
      name: attributes['name'] ?? '',
      state: attributes['state'] ?? 'visible',
      part: relationship?.target,
      isWorksheet: relationship?.type === 'worksheet',
    };
  });
}

/** Sets the workbook's names, dates, calculation mode and active sheet; its sheets must have been added. */
export function readWorkbook(root: XmlNode, listed: readonly ListedSheet[], book: Book, names: FunctionNames): void {
  book.uses1904Dates = flag(child(root, 'workbookPr')?.attributes['date1904']);
  book.isStructureProtected = flag(child(root, 'workbookProtection')?.attributes['lockStructure']);
  const mode = child(root, 'calcPr')?.attributes['calcMode'];
  if (mode === 'manual') book.calculationMode = 'Manual';
  else if (mode === 'autoNoTable') book.calculationMode = 'AutomaticExceptTables';
  const top = listed[Number(child(root, 'bookViews', 'workbookView')?.attributes['activeTab'] ?? 0)];
  book.activeSheetIndex = Math.max(
    0,
    book.sheets.findIndex(({ name }) => name === top?.name),
  );
  for (const node of childrenOf(child(root, 'definedNames'), 'definedName')) {
    const name = definedName(node, listed, names);
    if (name) book.names.push(name);
  }
}

/** A name, or undefined for Excel's own (`_xlnm.Print_Area`), which the file keeps. */
export function definedName(
  node: XmlNode,
  listed: readonly ListedSheet[],
  names: FunctionNames,
): DefinedName | undefined {
  const { name = '', localSheetId, hidden } = node.attributes;
  if (name === '' || name.startsWith('_xlnm.')) return undefined;
  const scope = localSheetId === undefined ? undefined : listed[Number(localSheetId)]?.name;
  return {
    name,
    formula: `=${decodeFormula(node.text, names)}`,
    ...(scope === undefined ? {} : { scope }),
    visible: !flag(hidden),
  };
}
