/*
 * Excel.Range: the cells themselves. Ranges reached from it are in `rangeMethods.ts`, its look in `rangeFormat.ts`.
 */
import { MAX_COLUMNS, MAX_ROWS } from '../../book/values';
import { readFormulas, readNumberFormats, readValues, readValueTypes } from '../cells/readGrid';
import { writeContent, writeNumberFormats } from '../cells/writeGrid';
import type { RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type HostObject, isHostObject, type Maker } from '../kind';
import { fullAddress } from '../rangeMath';
import { dataValidation } from './dataValidation';
import { readHyperlink, writeHyperlink } from './hyperlink';
import { calculatedRangeMethods, rangeMethods } from './rangeMethods';
import { rangeFormat } from './rangeFormat';
import { hasSpill } from './spill';
import { worksheet } from './worksheet';

/** A range of the workbook. */
export const range: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'Range',
  properties: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    CellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    IsEntireColumn: { get: ({ area }) => area.rows === MAX_ROWS },
    IsEntireRow: { get: ({ area }) => area.columns === MAX_COLUMNS },
    Values: { get: readValues, set: writeContent, calculated: true },
    ValueTypes: { get: readValueTypes, calculated: true },
    Formulas: { get: readFormulas, set: writeContent, calculated: true },
    NumberFormat: { get: readNumberFormats, set: (target, formats) => writeNumberFormats(target, formats) },
    HasSpill: { get: hasSpill, calculated: true },
    Hyperlink: { get: readHyperlink, set: writeHyperlink },
    RowHidden: {
      get: ({ sheet, area }) => allOrNull(area.row, area.rows, (row) => sheet.hiddenRows.has(row)),
      set: ({ sheet, area }, hidden) => {
        for (let row = area.row; row < area.row + area.rows; row++) {
          if (hidden === true) sheet.hiddenRows.add(row);
          else sheet.hiddenRows.delete(row);
        }
        sheet.book.changed({ kind: 'structure', sheet, area });
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) => allOrNull(area.column, area.columns, (column) => sheet.hiddenColumns.has(column)),
      set: ({ sheet, area }, hidden) => {
        for (let column = area.column; column < area.column + area.columns; column++) {
          if (hidden === true) sheet.hiddenColumns.add(column);
          else sheet.hiddenColumns.delete(column);
        }
        sheet.book.changed({ kind: 'structure', sheet, area });
      },
    },
  },
  links: {
    Worksheet: ({ sheet }) => worksheet(sheet),
    Format: (target) => rangeFormat(target),
    DataValidation: (target) => dataValidation(target),
  },
  methods: rangeMethods,
  calculatedMethods: calculatedRangeMethods,
});

/** True or false when the same for all, null when mixed: Excel's way with several rows or columns. */
function allOrNull(first: number, count: number, is: (index: number) => boolean): boolean | null {
  const value = is(first);
  for (let index = first + 1; index < first + count; index++) if (is(index) !== value) return null;
  return value;
}

/** The range behind an argument that must be one. @throws InvalidArgument */
export function rangeTarget(object: unknown): RangeTarget {
  if (!isRange(object)) throw refusal('InvalidArgument');
  return object.target as RangeTarget;
}

/** Is this a range of the host? */
export function isRange(object: unknown): object is HostObject {
  return isHostObject(object) && object.kind.name === 'Range';
}
