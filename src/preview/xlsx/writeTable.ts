/*
 * A table as its part in the file: written whole when it is new, changed in place when the file has it, so that filters,
 * sort orders and looks of single columns stay.
 */
import { areaAddress } from '../book/address';
import { type Table, type TableColumn } from '../book/book';
import { worksWithArrays } from './arrayFormula';
import { type Dialect, prefixOf } from './dialect';
import { storedFormula } from './writeCell';
import { encodeCharacters, escapeXml } from './xmlText';
import { child, childrenOf, parseTree, startTag, TextEdits, type XmlNode } from './xmlTree';

/** The part of a new table. */
export function newTableXml(table: Table, id: number, dialect: Dialect): string {
  const columns = table.columns.map((_column, index) => columnXml(table, index, index + 1, '', undefined));
  const tag = startTag('table', { xmlns: dialect.main, id: String(id), ...tableAttributes(table) });
  const filter = table.showHeaders ? startTag('autoFilter', { ref: filterAddress(table) }, true) : '';
  const list = `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return `${head}${tag}${filter}${list}${styleXml(table, '')}</table>`;
}

/** The text of a table's part with what changed. */
export function changedTableXml(text: string, table: Table, part: string): string {
  const root = parseTree(text, part);
  const prefix = prefixOf(root.name);
  const edits = new TextEdits();
  edits.setAttributes(root, tableAttributes(table));
  const filter = child(root, 'autoFilter');
  if (filter) {
    if (table.showHeaders) edits.setAttributes(filter, { ref: filterAddress(table) });
    else edits.remove(filter);
  }
  const list = child(root, 'tableColumns');
  if (list) {
    const olds = childrenOf(list, 'tableColumn');
    let nextId = Math.max(0, ...olds.map(({ attributes }) => Number(attributes['id'] ?? 0))) + 1;
    const columns = table.columns.map((column, index) => {
      const old = olds.find(({ attributes }) => Number(attributes['id']) === column.id);
      if (!old) return columnXml(table, index, nextId++, prefix, undefined);
      return columnXml(table, index, column.id, prefix, { node: old, text });
    });
    const tag = startTag(list.name, { ...list.attributes, count: String(columns.length) });
    edits.replace(list.start, list.end, `${tag}${columns.join('')}</${list.name}>`);
  }
  const style = child(root, 'tableStyleInfo');
  if (style && table.style !== '') edits.setAttributes(style, { name: table.style });
  else if (style) edits.remove(style);
  else if (list && table.style !== '') edits.replace(list.end, list.end, styleXml(table, prefix));
  return edits.apply(text);
}

function tableAttributes(table: Table): Record<string, string | undefined> {
  return {
    name: encodeCharacters(table.name),
    displayName: encodeCharacters(table.name),
    ref: areaAddress(table.area),
    headerRowCount: table.showHeaders ? undefined : '0',
    totalsRowCount: table.showTotals ? '1' : undefined,
    totalsRowShown: table.showTotals ? undefined : '0',
  };
}

/** Filters cover header and body, never the totals row. */
function filterAddress(table: Table): string {
  return areaAddress({ ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) });
}

function styleXml(table: Table, prefix: string): string {
  if (table.style === '') return '';
  const bands = { showFirstColumn: '0', showLastColumn: '0', showRowStripes: '1', showColumnStripes: '0' };
  return startTag(`${prefix}tableStyleInfo`, { name: table.style, ...bands }, true);
}

/** One `<tableColumn>`; from the old one, what the workbook does not know is kept. */
function columnXml(
  table: Table,
  index: number,
  id: number,
  prefix: string,
  old: { readonly node: XmlNode; readonly text: string } | undefined,
): string {
  const column = table.columns[index] ?? { id, name: '' };
  const totals = totalsOf(table, index);
  const attributes = {
    ...old?.node.attributes,
    id: String(id),
    name: headerText(table, column, index),
    ...(totals === undefined || hasSameTotals(old?.node) ? {} : totals.attributes),
  };
  const kept = (old?.node.children ?? [])
    .filter(({ local }) => local !== 'calculatedColumnFormula')
    .map((node) => old?.text.slice(node.start, node.end) ?? '');
  const totalsFormula = totals?.formula !== undefined && kept.length === 0 ? totals.formula : '';
  const formula = column.calculated === undefined ? '' : calculatedXml(table, column.calculated, prefix);
  const inner =
    formula +
    (totalsFormula === '' ? '' : `<${prefix}totalsRowFormula>${totalsFormula}</${prefix}totalsRowFormula>`) +
    kept.join('');
  const name = `${prefix}tableColumn`;
  return inner === '' ? startTag(name, attributes, true) : `${startTag(name, attributes)}${inner}</${name}>`;
}

function calculatedXml(table: Table, formula: string, prefix: string): string {
  const name = `${prefix}calculatedColumnFormula`;
  const isArray = worksWithArrays(formula);
  const stored = storedFormula(formula, table.name, isArray);
  return `${startTag(name, { array: isArray ? '1' : undefined })}${escapeXml(stored)}</${name}>`;
}

/** Excel calls a file damaged whose column names differ from the header cells: the cells win. Line feeds are escaped. */
function headerText(table: Table, column: TableColumn, index: number): string {
  const { row, column: left } = table.area;
  const shown = table.showHeaders ? table.sheet.value(row, left + index) : null;
  const text = typeof shown === 'string' && shown !== '' ? shown : column.name;
  return encodeCharacters(text).replace(/[\n\t]/g, (mark) => (mark === '\n' ? '_x000a_' : '_x0009_'));
}

/** What the totals row's cell means to the table: a label or a formula of its own. */
function totalsOf(
  table: Table,
  index: number,
): { readonly attributes: Record<string, string>; readonly formula?: string } | undefined {
  if (!table.showTotals) return undefined;
  const { row, rows, column } = table.area;
  const cell = table.sheet.cell(row + rows - 1, column + index);
  if (cell?.formula !== undefined) {
    return {
      attributes: { totalsRowFunction: 'custom' },
      formula: escapeXml(storedFormula(cell.formula, table.name, false)),
    };
  }
  return typeof cell?.value === 'string' ? { attributes: { totalsRowLabel: cell.value } } : undefined;
}

function hasSameTotals(node: XmlNode | undefined): boolean {
  return node?.attributes['totalsRowFunction'] !== undefined || node?.attributes['totalsRowLabel'] !== undefined;
}
