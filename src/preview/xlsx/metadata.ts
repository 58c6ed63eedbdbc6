/*
 * The metadata part that tells a dynamic array from an old `{=…}` one: which values of a cell's `cm` mean it, and adding
 * the entry where a workbook has none. Other metadata (linked data types, rich errors) is left as it is.
 */
import { child, childrenOf, flag, parseTree, TextEdits, type XmlNode } from './xmlTree';

const DYNAMIC = '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}';
const DYNAMIC_NS = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const BLOCK = `<bk><extLst><ext uri="${DYNAMIC}"><xda:dynamicArrayProperties xmlns:xda="${DYNAMIC_NS}" fDynamic="1" fCollapsed="0"/></ext></extLst></bk>`;

/** The values of `cm`, as text, that mark a dynamic array. */
export function dynamicMarks(root: XmlNode | undefined): Set<string> {
  const type = typeIndex(root);
  const blocks = childrenOf(futureMetadata(root), 'bk').map(isDynamic);
  const marks = new Set<string>();
  for (const [index, bk] of childrenOf(child(root, 'cellMetadata'), 'bk').entries()) {
    const records = childrenOf(bk, 'rc').map(({ attributes }) => attributes);
    if (records.some(({ t, v }) => Number(t) === type && blocks[Number(v)] === true)) marks.add(String(index + 1));
  }
  return marks;
}

/** A new metadata part with the dynamic array entry, whose mark is 1. */
export function newMetadata(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    `<metadataTypes count="1">${TYPE}</metadataTypes>` +
    `<futureMetadata name="XLDAPR" count="1">${BLOCK}</futureMetadata>` +
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>'
  );
}

/** The part's text with a dynamic array entry added, and that entry's mark. */
export function addDynamicMark(text: string, part: string): { readonly text: string; readonly mark: string } {
  const root = parseTree(text, part);
  const prefix = root.name.includes(':') ? root.name.slice(0, root.name.indexOf(':') + 1) : '';
  // In a part whose elements carry a prefix, ours take it too; the extension has a prefix of its own.
  const own = (xml: string): string => xml.replace(/<(\/?)(?!xda:|\/)/g, `<$1${prefix}`);
  const edits = new TextEdits();
  const types = child(root, 'metadataTypes');
  const cells = child(root, 'cellMetadata');
  const future = futureMetadata(root);
  const typeCount = childrenOf(types, 'metadataType').length;
  const type = typeIndex(root) ?? typeCount + 1;
  const block = childrenOf(future, 'bk').length;
  const mark = childrenOf(cells, 'bk').length + 1;

  if (typeIndex(root) === undefined) {
    if (types) edits.append(types, own(TYPE), { count: String(typeCount + 1) });
    else edits.replace(root.openEnd, root.openEnd, own(`<metadataTypes count="1">${TYPE}</metadataTypes>`));
  }
  if (future) edits.append(future, own(BLOCK), { count: String(block + 1) });
  else {
    const after = ['mdxMetadata', 'metadataStrings', 'metadataTypes'].map((name) => child(root, name)).find(Boolean);
    const at = after?.end ?? root.openEnd;
    edits.replace(at, at, own(`<futureMetadata name="XLDAPR" count="1">${BLOCK}</futureMetadata>`));
  }
  const record = own(`<bk><rc t="${type}" v="${block}"/></bk>`);
  if (cells) edits.append(cells, record, { count: String(mark) });
  else {
    const before = child(root, 'valueMetadata') ?? child(root, 'extLst');
    const at = before?.start ?? root.closeStart;
    edits.replace(at, at, own(`<cellMetadata count="1">`) + record + own('</cellMetadata>'));
  }
  return { text: edits.apply(text), mark: String(mark) };
}

/** The 1-based number of the XLDAPR type. */
function typeIndex(root: XmlNode | undefined): number | undefined {
  const index = childrenOf(child(root, 'metadataTypes'), 'metadataType').findIndex(
    ({ attributes }) => attributes['name'] === 'XLDAPR',
  );
  return index < 0 ? undefined : index + 1;
}

function futureMetadata(root: XmlNode | undefined): XmlNode | undefined {
  return childrenOf(root, 'futureMetadata').find(({ attributes }) => attributes['name'] === 'XLDAPR');
}

function isDynamic(block: XmlNode): boolean {
  const ext = childrenOf(child(block, 'extLst'), 'ext')[0];
  return flag(child(ext, 'dynamicArrayProperties')?.attributes['fDynamic']);
}
