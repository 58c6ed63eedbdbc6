/*
 * The `<cols>` of a sheet with the widths and hidden columns that changed; a column that did not keeps its style and
 * outline.
 */
import { type Sheet } from '../book/sheet';
import { columnXml } from './sheetSections';
import { childrenOf, flag, startTag, type XmlNode } from './xmlTree';

interface Span {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The section's new text; '' for none. */
export function changedColumns(node: XmlNode | undefined, sheet: Sheet, prefix: string): string {
  const spans = childrenOf(node, 'col').map(({ attributes }): Span => {
    return { from: Number(attributes['min']) - 1, to: Number(attributes['max']) - 1, attributes };
  });
  const changed = columnsThatDiffer(spans, sheet);
  const pieces: { readonly from: number; readonly xml: string }[] = [];
  for (const span of spans) {
    const inside = changed.filter((column) => column >= span.from && column <= span.to);
    let from = span.from;
    for (const column of [...inside, span.to + 1]) {
      if (from < column) pieces.push({ from, xml: unchanged(span, from, column - 1, prefix) });
      from = column + 1;
    }
  }
  for (const column of changed) {
    const span = spans.find(({ from, to }) => column >= from && column <= to);
    const width = sheet.columnWidths.get(column);
    const hidden = sheet.hiddenColumns.has(column);
    pieces.push({ from: column, xml: columnXml(column, column, width, hidden, span?.attributes ?? {}, prefix) });
  }
  if (pieces.length === 0) return '';
  const ordered = pieces.sort((a, b) => a.from - b.from).map(({ xml }) => xml);
  return `<${prefix}cols>${ordered.join('')}</${prefix}cols>`;
}

/** Columns whose width or visibility is not what the file says, in order. */
function columnsThatDiffer(spans: readonly Span[], sheet: Sheet): number[] {
  const candidates = new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns]);
  for (const { from, to, attributes } of spans) {
    if (!flag(attributes['hidden'])) continue;
    for (let column = from; column <= to; column++) candidates.add(column);
  }
  return [...candidates]
    .filter((column) => {
      const attributes = spans.find(({ from, to }) => column >= from && column <= to)?.attributes;
      const width = sheet.columnWidths.get(column);
      const sameWidth = width === undefined || width === Number(attributes?.['width'] ?? NaN);
      return !sameWidth || flag(attributes?.['hidden']) !== sheet.hiddenColumns.has(column);
    })
    .sort((a, b) => a - b);
}

function unchanged(span: Span, from: number, to: number, prefix: string): string {
  return startTag(`${prefix}col`, { ...span.attributes, min: String(from + 1), max: String(to + 1) }, true);
}
