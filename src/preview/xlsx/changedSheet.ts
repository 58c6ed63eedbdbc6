/*
 * A sheet of the file with what changed written into its part: cells by way of spliceSheet, and the sections beside them
 * whose meaning differs from when the file was read.
 */
import { type Hyperlink, type Sheet, type Validation } from '../book/sheet';
import { type SheetTraits, traitsOf } from './baseline';
import { type FunctionNames } from './decodeFormula';
import { prefixOf } from './dialect';
import { changedColumns } from './changedColumns';
import { readLink } from './readSheet';
import { type Relationship } from './package';
import { readValidation } from './readValidation';
import { linksXml, mergesXml, tablePartsXml, validationsXml } from './sheetSections';
import { type Section, SectionEditor } from './sectionEditor';
import { tabColour, viewEdits } from './viewEdits';
import { type SpliceContext, spliceCells } from './spliceSheet';
import { child, childrenOf } from './xmlTree';

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
