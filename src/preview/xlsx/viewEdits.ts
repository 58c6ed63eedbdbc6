/*
 * Edits inside a sheet's view and properties: frozen rows, gridlines, the selected tab, the tab's colour. Zoom, selection
 * and whatever else stands there stays.
 */
import { type Sheet } from '../book/sheet';
import { paneXml, tabColourXml } from './sheetSections';
import { child, childrenOf, TextEdits, type XmlNode } from './xmlTree';

/** The tab's colour in `sheetPr`. */
export function tabColour(node: XmlNode, sheet: Sheet, prefix: string): TextEdits {
  const edits = new TextEdits();
  const before = child(node, 'tabColor');
  const xml = tabColourXml(sheet, prefix);
  if (before) edits.replace(before.start, before.end, xml);
  else if (node.openEnd === node.end) edits.append(node, xml);
  else edits.replace(node.openEnd, node.openEnd, xml); // tabColor comes first
  return edits;
}

/** View settings in `sheetViews`; `isNewPane` when frozen rows or gridlines changed. */
export function viewEdits(
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
