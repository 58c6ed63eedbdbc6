/*
 * A sheet of the file with what changed written into its part: cells by way of spliceSheet, and the sections beside them
 * whose meaning differs from when the file was read.
 */
import { areaAddress, parseArea } from '../book/address';
import { type Hyperlink, type Sheet, type Validation } from '../book/sheet';
import { type SheetTraits, traitsOf } from './baseline';
import { type FunctionNames } from './decodeFormula';
import { prefixOf } from './dialect';
import { changedColumns } from './changedColumns';
import { readLink } from './readSheet';
import { type Relationship } from './package';
import { readValidation } from './readValidation';
import {
  linksXml,
  mergesXml,
  paneXml,
  SECTION_ORDER,
  tabColourXml,
  tablePartsXml,
  validationsXml,
} from './sheetSections';
import { type SpliceContext, spliceCells } from './spliceSheet';
import { child, childrenOf, parseTree, TextEdits, type XmlNode } from './xmlTree';

/** What the save of a sheet needs from its surroundings. */
export interface SheetSave {
  readonly part: string;
  readonly before: SheetTraits;
  readonly functionNames: FunctionNames;
  readonly relationships: readonly Relationship[];
  readonly relationshipsNs: string;
  readonly splice: Omit<SpliceContext, 'hiddenRowsChanged' | 'listener'>;
  /** Is the sheet on top now; undefined when that did not change for this sheet. */
  readonly selected: boolean | undefined;
  /** The relationships of its tables; undefined when they did not change. */
  readonly tableIds: readonly string[] | undefined;
  readonly relate: (address: string) => string;
}

interface Section {
  readonly local: string;
  readonly start: number;
  end: number;
}

/** The new text of the sheet's part. */
export function changedSheetXml(text: string, sheet: Sheet, save: SheetSave): string {
  const now = traitsOf(sheet);
  const changed = (trait: keyof SheetTraits): boolean => now[trait] !== save.before[trait];
  const sections: Section[] = [];
  const prefix = rootPrefix(text);
  const position = { of: (): number => 0 };
  const edits = spliceCells(text, save.part, sheet, prefix, {
    ...save.splice,
    hiddenRowsChanged: changed('hiddenRows'),
    listener: {
      section: (local) => sections.push({ local, start: text.lastIndexOf('<', position.of() - 1), end: 0 }),
      sectionEnd: () => {
        const last = sections.at(-1);
        if (last) last.end = position.of();
      },
    },
    watch: (of) => (position.of = of),
  });
  const editor = new SectionEditor(text, sections, edits, prefix);
  if (changed('tabColor')) editor.edit('sheetPr', (node) => tabColour(node, sheet, prefix));
  if (changed('view') || save.selected !== undefined) {
    editor.edit('sheetViews', (node) => viewEdits(node, sheet, prefix, changed('view'), save.selected));
  }
  if (changed('columns')) editor.put('cols', changedColumns(editor.node('cols'), sheet, prefix));
  if (changed('merges')) editor.put('mergeCells', mergesXml(sheet, prefix));
  if (changed('validations')) editor.put('dataValidations', validations(editor, sheet, save, prefix));
  if (changed('hyperlinks')) editor.put('hyperlinks', links(editor, sheet, save, prefix));
  if (save.tableIds) editor.put('tableParts', tablePartsXml(save.tableIds, save.relationshipsNs, prefix));
  if (sheet.changedCells.size > 0) editor.dimension(sheet);
  return edits.isEmpty ? text : edits.apply(text);
}

function rootPrefix(text: string): string {
  return prefixOf(/<((?:[\w.-]+:)?worksheet)\b/.exec(text)?.[1] ?? 'worksheet');
}

/** Replaces, changes or adds sections of a sheet. */
class SectionEditor {
  constructor(
    private readonly text: string,
    private readonly sections: readonly Section[],
    private readonly edits: TextEdits,
    private readonly prefix: string,
  ) {}

  /** A section as a tree; its positions count from the section's own start. */
  node(local: string): XmlNode | undefined {
    const section = this.sections.find((candidate) => candidate.local === local);
    return section && parseTree(this.text.slice(section.start, section.end), local);
  }

  /** The text of a node of such a tree. */
  slice(local: string, node: XmlNode): string {
    const start = this.sections.find((candidate) => candidate.local === local)?.start ?? 0;
    return this.text.slice(start + node.start, start + node.end);
  }

  /** Puts a section's text in place of the one there, or in its place in the order. */
  put(local: string, xml: string): void {
    const section = this.sections.find((candidate) => candidate.local === local);
    if (section) this.edits.replace(section.start, section.end, xml);
    else if (xml !== '') {
      const at = this.placeOf(local);
      this.edits.replace(at, at, xml);
    }
  }

  /** Edits inside a section, which is made empty first where there is none. */
  edit(local: string, change: (node: XmlNode) => TextEdits): void {
    const section = this.sections.find((candidate) => candidate.local === local);
    const text = section
      ? this.text.slice(section.start, section.end)
      : `<${this.prefix}${local}></${this.prefix}${local}>`;
    this.put(local, change(parseTree(text, local)).apply(text));
  }

  /** Makes the sheet's stated size wide enough for the cells that changed, where it states one. */
  dimension(sheet: Sheet): void {
    const node = this.node('dimension');
    const stated = parseArea(node?.attributes['ref'] ?? '');
    if (!node || !stated) return;
    const rows = [...sheet.changedCells.keys(), stated.row, stated.row + stated.rows - 1];
    const columns = [stated.column, stated.column + stated.columns - 1];
    for (const changed of sheet.changedCells.values()) columns.push(Math.max(...changed), Math.min(...changed));
    const [top, bottom] = extremes(rows);
    const [left, right] = extremes(columns);
    const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    if (areaAddress(area) === areaAddress(stated)) return;
    this.put('dimension', `<${this.prefix}dimension ref="${areaAddress(area)}"/>`);
  }

  private placeOf(local: string): number {
    const rank = SECTION_ORDER.indexOf(local);
    const before = this.sections.filter((section) => SECTION_ORDER.indexOf(section.local) < rank).at(-1);
    return before?.end ?? this.sections[0]?.start ?? this.text.lastIndexOf('</');
  }
}

/** The smallest and largest of some numbers; a loop, as a call takes no hundred thousand arguments. */
function extremes(numbers: readonly number[]): [smallest: number, largest: number] {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < smallest) smallest = number;
    if (number > largest) largest = number;
  }
  return [smallest, largest];
}

function tabColour(node: XmlNode, sheet: Sheet, prefix: string): TextEdits {
  const edits = new TextEdits();
  const before = child(node, 'tabColor');
  const xml = tabColourXml(sheet, prefix);
  if (before) edits.replace(before.start, before.end, xml);
  else if (node.openEnd === node.end) edits.append(node, xml);
  else edits.replace(node.openEnd, node.openEnd, xml); // tabColor comes first
  return edits;
}

function viewEdits(
  node: XmlNode,
  sheet: Sheet,
  prefix: string,
  isNewPane: boolean,
  selected: boolean | undefined,
): TextEdits {
  const edits = new TextEdits();
  const view = child(node, 'sheetView');
  const attributes = {
    ...(isNewPane ? { showGridLines: sheet.showGridlines ? undefined : '0' } : {}),
    ...(selected === undefined ? {} : { tabSelected: selected ? '1' : undefined }),
  };
  if (!view) {
    const own = Object.entries(attributes).map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`));
    const tag = `<${prefix}sheetView${own.join('')} workbookViewId="0">`;
    edits.append(node, `${tag}${paneXml(sheet, prefix)}</${prefix}sheetView>`);
    return edits;
  }
  if (!isNewPane) {
    edits.setAttributes(view, attributes);
    return edits;
  }
  for (const old of [...childrenOf(view, 'pane'), ...childrenOf(view, 'selection')]) edits.remove(old);
  if (view.openEnd === view.end) edits.append(view, paneXml(sheet, prefix), attributes);
  else {
    edits.setAttributes(view, attributes);
    edits.replace(view.openEnd, view.openEnd, paneXml(sheet, prefix)); // the pane comes first
  }
  return edits;
}

/** Elements of the file whose every area still has its rule stay as they are; the rest is written anew. */
function validations(editor: SectionEditor, sheet: Sheet, save: SheetSave, prefix: string): string {
  const left = new Map<string, Validation>(sheet.validations.map((each) => [JSON.stringify(each), each]));
  const kept: string[] = [];
  for (const node of childrenOf(editor.node('dataValidations'), 'dataValidation')) {
    const formulas = [child(node, 'formula1')?.text ?? '', child(node, 'formula2')?.text ?? ''] as const;
    const keys = readValidation(node.attributes, formulas, save.functionNames).map((each) => JSON.stringify(each));
    if (!keys.every((key) => left.has(key))) continue;
    for (const key of keys) left.delete(key);
    kept.push(editor.slice('dataValidations', node));
  }
  return validationsXml(kept, [...left.values()], prefix);
}

function links(editor: SectionEditor, sheet: Sheet, save: SheetSave, prefix: string): string {
  const left = new Map<string, Hyperlink>(sheet.hyperlinks.map((each) => [JSON.stringify(each), each]));
  const kept: string[] = [];
  for (const node of childrenOf(editor.node('hyperlinks'), 'hyperlink')) {
    const key = JSON.stringify(readLink(node.attributes, save.relationships));
    if (!left.delete(key)) continue;
    kept.push(editor.slice('hyperlinks', node));
  }
  return linksXml(kept, [...left.values()], save.relate, save.relationshipsNs, prefix);
}
