/*
 * The workbook part with its list of sheets, names and calculation settings brought up to date.
 */
import { type Book, type DefinedName } from '../book/book';
import { type Sheet } from '../book/sheet';
import { type Baseline, activePart, sheetList } from './baseline';
import { type FunctionNames } from './decodeFormula';
import { type Dialect, prefixOf } from './dialect';
import { encodeFormula } from './encodeFormula';
import { definedName, type ListedSheet } from './readWorkbook';
import { escapeXml } from './xmlText';
import { child, childrenOf, parseTree, startTag, TextEdits, type XmlNode } from './xmlTree';

/** What the workbook part is brought in line with. */
export interface WorkbookSave {
  readonly book: Book;
  readonly baseline: Baseline;
  /** The sheets of the file, in its order. */
  readonly listed: readonly ListedSheet[];
  /** The relationship of each sheet that is new. */
  readonly newIds: ReadonlyMap<Sheet, string>;
  readonly dialect: Dialect;
  readonly functionNames: FunctionNames;
}

/** A place in the list of tabs: a sheet of the workbook, or one of the file that has no cells. */
type Tab = { readonly sheet: Sheet } | { readonly kept: number };

/** The order Excel insists on (CT_Workbook), as far as it matters here. */
const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
];

/** The part's new text. Names and order of sheets are left alone when they did not change. */
export function changedWorkbookXml(text: string, part: string, save: WorkbookSave): string {
  const { book, baseline } = save;
  const root = parseTree(text, part);
  const edits = new TextEdits();
  const tabs = tabOrder(save);
  const sheetsChanged = sheetList(book) !== baseline.sheetList;
  if (sheetsChanged) writeSheets(edits, text, root, tabs, save);
  if (sheetsChanged || JSON.stringify(book.names) !== baseline.names) writeNames(edits, text, root, tabs, save);
  if (sheetsChanged || activePart(book) !== baseline.activeSheet) {
    const view = child(root, 'bookViews', 'workbookView');
    const active = tabs.findIndex((tab) => 'sheet' in tab && tab.sheet === book.sheets[book.activeSheetIndex]);
    if (view) edits.setAttributes(view, { activeTab: active > 0 ? String(active) : undefined });
  }
  writeCalculation(edits, root, save);
  return edits.apply(text);
}

/** The tabs as they will stand: charts and dialogs keep their distance from the front. */
function tabOrder({ book, listed }: WorkbookSave): Tab[] {
  const tabs: Tab[] = book.sheets.map((sheet) => ({ sheet }));
  for (const [index, { isWorksheet }] of listed.entries()) {
    if (!isWorksheet) tabs.splice(Math.min(index, tabs.length), 0, { kept: index });
  }
  return tabs;
}

function writeSheets(edits: TextEdits, text: string, root: XmlNode, tabs: readonly Tab[], save: WorkbookSave): void {
  const list = child(root, 'sheets');
  if (!list) return;
  const olds = childrenOf(list, 'sheet');
  let nextId = Math.max(0, ...olds.map(({ attributes }) => Number(attributes['sheetId'] ?? 0))) + 1;
  const each = tabs.map((tab) => {
    if ('kept' in tab) return sliceOf(text, olds[tab.kept]);
    const { name, visibility, sourcePart } = tab.sheet;
    const state = visibility === 'Visible' ? undefined : visibility === 'Hidden' ? 'hidden' : 'veryHidden';
    const index = save.listed.findIndex(({ part, isWorksheet }) => isWorksheet && part === sourcePart);
    const old = olds[index];
    if (sourcePart !== undefined && old) {
      const was = save.listed[index];
      if (was?.name === name && (was.state === 'visible' ? undefined : was.state) === state) return sliceOf(text, old);
      return startTag(old.name, { ...old.attributes, name, state }, true);
    }
    const attributes = {
      name,
      sheetId: String(nextId++),
      state,
      'xmlns:r': save.dialect.relationships,
      'r:id': save.newIds.get(tab.sheet),
    };
    return startTag(`${prefixOf(list.name)}sheet`, attributes, true);
  });
  edits.replace(list.start, list.end, `<${list.name}>${each.join('')}</${list.name}>`);
}

function writeNames(edits: TextEdits, text: string, root: XmlNode, tabs: readonly Tab[], save: WorkbookSave): void {
  const left = [...save.book.names];
  const list = child(root, 'definedNames');
  const prefix = prefixOf(root.name);
  const each = childrenOf(list, 'definedName').flatMap((node) => {
    const localSheetId = movedIndex(node.attributes['localSheetId'], tabs, save);
    if (localSheetId === null) return [];
    const was = definedName(node, save.listed, save.functionNames);
    if (!was) return [rewritten(text, node, { localSheetId })];
    const now = takeName(left, was);
    if (!now) return [];
    const hidden = now.visible ? undefined : '1';
    if (now.formula === was.formula && now.visible === was.visible) return [rewritten(text, node, { localSheetId })];
    return [nameXml(node.name, { ...node.attributes, localSheetId, hidden }, now.formula)];
  });
  for (const name of left) {
    const scope = tabs.findIndex((tab) => 'sheet' in tab && tab.sheet.name === name.scope);
    if (name.scope !== undefined && scope < 0) continue; // its sheet is gone
    const localSheetId = name.scope === undefined ? undefined : String(scope);
    const attributes = { name: name.name, localSheetId, hidden: name.visible ? undefined : '1' };
    each.push(nameXml(`${prefix}definedName`, attributes, name.formula));
  }
  const xml = each.length === 0 ? '' : `<${prefix}definedNames>${each.join('')}</${prefix}definedNames>`;
  if (list) edits.replace(list.start, list.end, xml);
  else if (xml !== '') edits.replace(placeOf(root, 'definedNames'), placeOf(root, 'definedNames'), xml);
}

/** Takes the name of the same text and scope out of a list. */
function takeName(names: DefinedName[], wanted: DefinedName): DefinedName | undefined {
  const index = names.findIndex(({ name, scope }) => {
    return name.toLowerCase() === wanted.name.toLowerCase() && scope === wanted.scope;
  });
  return index < 0 ? undefined : names.splice(index, 1)[0];
}

/** Where a sheet's own name belongs now; null when its sheet is gone. */
function movedIndex(written: string | undefined, tabs: readonly Tab[], save: WorkbookSave): string | undefined | null {
  if (written === undefined) return undefined;
  const was = save.listed[Number(written)];
  const index = tabs.findIndex((tab) => {
    return 'kept' in tab
      ? tab.kept === Number(written)
      : tab.sheet.sourcePart !== undefined && tab.sheet.sourcePart === was?.part;
  });
  return index < 0 ? null : String(index);
}

function rewritten(text: string, node: XmlNode, changes: Record<string, string | undefined>): string {
  if (node.attributes['localSheetId'] === changes['localSheetId']) return sliceOf(text, node);
  return startTag(node.name, { ...node.attributes, ...changes }) + text.slice(node.openEnd, node.end);
}

function nameXml(tag: string, attributes: Record<string, string | undefined>, formula: string): string {
  return `${startTag(tag, attributes)}${escapeXml(encodeFormula(formula.replace(/^=/, '')))}</${tag}>`;
}

/** Asks Excel to calculate everything on opening, as cached values may come from another program. */
function writeCalculation(edits: TextEdits, root: XmlNode, { book, baseline }: WorkbookSave): void {
  const modes = { Automatic: undefined, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;
  const mode = book.calculationMode === baseline.calculationMode ? {} : { calcMode: modes[book.calculationMode] };
  const settings = child(root, 'calcPr');
  if (settings) {
    edits.setAttributes(settings, { ...mode, fullCalcOnLoad: '1' });
    return;
  }
  const tag = startTag(`${prefixOf(root.name)}calcPr`, { calcId: '191029', ...mode, fullCalcOnLoad: '1' }, true);
  edits.replace(placeOf(root, 'calcPr'), placeOf(root, 'calcPr'), tag);
}

/** Where an element of the workbook part goes that is not there yet: after the last of those before it. */
function placeOf(root: XmlNode, local: string): number {
  const rank = ORDER.indexOf(local);
  const before = root.children.filter((node) => ORDER.indexOf(node.local) >= 0 && ORDER.indexOf(node.local) < rank);
  return before.at(-1)?.end ?? root.openEnd;
}

function sliceOf(text: string, node: XmlNode | undefined): string {
  return node === undefined ? '' : text.slice(node.start, node.end);
}
