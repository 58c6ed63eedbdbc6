/*
 * One table part of a file into the workbook. Filters, sort orders and looks of single columns stay in the file only.
 */
import { parseArea } from '../book/address';
import { type Book, type Table } from '../book/book';
import { type Sheet } from '../book/sheet';
import { decodeFormula, type FunctionNames } from './decodeFormula';
import { showIntersections } from './intersections';
import { type PackageParts } from './package';
import { decodeCharacters } from './xmlText';
import { child, childrenOf, flag, type XmlNode } from './xmlTree';

/** Adds the table of a part to the workbook; a part without a usable range is left to the file. */
export function readTable(parts: PackageParts, part: string, book: Book, sheet: Sheet, names: FunctionNames): void {
  const root = parts.tree(part, sheet.sourcePart ?? sheet.name);
  const { id, name, displayName, ref, headerRowCount, totalsRowCount } = root.attributes;
  const area = parseArea(ref ?? '');
  if (!area) return;
  const table: Table = {
    id: Number(id ?? 0),
    name: decodeCharacters(displayName ?? name ?? ''),
    sheet,
    area,
    columns: childrenOf(child(root, 'tableColumns'), 'tableColumn').map((column) => {
      const formula = child(column, 'calculatedColumnFormula');
      const calculated = calculatedText(formula, names);
      return {
        id: Number(column.attributes['id'] ?? 0),
        name: decodeCharacters(column.attributes['name'] ?? ''),
        ...(calculated === '' ? {} : { calculated: `=${calculated}` }),
      };
    }),
    showTotals: Number(totalsRowCount ?? 0) > 0,
    showHeaders: flag(headerRowCount, true),
    style: child(root, 'tableStyleInfo')?.attributes['name'] ?? '',
    ...filterOf(root),
    sourcePart: part,
  };
  book.reserveId(table.id);
  book.tables.push(table);
}

/** A column that is only sorted, or whose button is hidden, filters nothing: it has no criteria inside. */
function filterOf(root: XmlNode): Pick<Table, 'filter'> {
  const filter = child(root, 'autoFilter');
  if (!filter) return { filter: 'off' };
  const isFiltering = childrenOf(filter, 'filterColumn').some(({ children }) => children.length > 0);
  return isFiltering ? { filter: 'filtering' } : {};
}

/** The formula of a column, read as the formulas of its cells are, so that the two can be told to be the same. */
function calculatedText(node: XmlNode | undefined, names: FunctionNames): string {
  const text = decodeFormula(decodeCharacters(node?.text ?? ''), names);
  return flag(node?.attributes['array']) ? text : showIntersections(text);
}
