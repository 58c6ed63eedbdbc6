/*
 * One table part of a file into the workbook. Filters, sort orders and looks of single columns stay in the file only.
 */
import { parseArea } from '../book/address';
import { type Book, type Table } from '../book/book';
import { type Sheet } from '../book/sheet';
import { decodeFormula, type FunctionNames } from './decodeFormula';
import { type PackageParts } from './package';
import { decodeCharacters } from './xmlText';
import { child, childrenOf, flag } from './xmlTree';

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
      const calculated = child(column, 'calculatedColumnFormula')?.text;
      return {
        id: Number(column.attributes['id'] ?? 0),
        name: decodeCharacters(column.attributes['name'] ?? ''),
        ...(calculated === undefined || calculated === ''
          ? {}
          : { calculated: `=${decodeFormula(decodeCharacters(calculated), names)}` }),
      };
    }),
    showTotals: Number(totalsRowCount ?? 0) > 0,
    showHeaders: flag(headerRowCount, true),
    style: child(root, 'tableStyleInfo')?.attributes['name'] ?? '',
    sourcePart: part,
  };
  book.reserveId(table.id);
  book.tables.push(table);
}
