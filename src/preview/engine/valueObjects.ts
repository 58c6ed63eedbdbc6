/*
 * Univer's value objects to the preview's cell values and back. Blank, text, truth and error are kept apart in both
 * directions; no value passes through text, so that no digit is lost (Univer's display text is cut).
 */
import type { ArrayValueObject, BaseValueObject } from '@univerjs/preset-sheets-node-core';
import { CellError, type CellValue, type ErrorCode } from '../book/values';
import type { Argument } from './functionLibrary';
import type { UniverParts } from './univerParts';

const CODES: ReadonlySet<string> = new Set<ErrorCode>([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
]);

/** True for a text that is an error's code. */
export function isErrorCode(text: string): text is ErrorCode {
  return CODES.has(text);
}

/** True for an argument that is a block of cells. `Array.isArray` does not narrow read-only arrays. */
export function isBlock(argument: Argument): argument is readonly (readonly CellValue[])[] {
  return Array.isArray(argument);
}

/** An argument of a Univer function as a cell value or a block of them. The block is a copy: Univer shares its own. */
export function readArgument(value: BaseValueObject): Argument {
  if (!value.isArray()) return readScalar(value);
  const array = value as ArrayValueObject;
  const rows: CellValue[][] = [];
  for (let row = 0; row < array.getRowCount(); row++) {
    const cells: CellValue[] = [];
    for (let column = 0; column < array.getColumnCount(); column++)
      cells.push(readScalar(array.get(row, column) ?? null));
    rows.push(cells);
  }
  return rows;
}

function readScalar(value: BaseValueObject | null | undefined): CellValue {
  if (value === null || value === undefined || value.isNull()) return null;
  if (value.isError()) {
    const code = String(value.getValue());
    return new CellError(isErrorCode(code) ? code : '#VALUE!');
  }
  const raw = value.getValue();
  if (value.isNumber()) return Number(raw);
  if (value.isBoolean()) return Boolean(raw);
  return String(raw);
}

/** Writes a block as a value object; one element becomes a plain value, so that it does not count as an array. */
export function writeResult(univer: UniverParts, rows: readonly (readonly CellValue[])[]): BaseValueObject {
  const width = rows[0]?.length ?? 0;
  if (rows.length === 1 && width === 1) return writeScalar(univer, rows[0]?.[0] ?? null);
  return univer.ArrayValueObject.create({
    calculateValueList: rows.map((row) =>
      Array.from({ length: width }, (_, column) => writeScalar(univer, row[column] ?? '')),
    ),
    rowCount: rows.length,
    columnCount: width,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function writeScalar(univer: UniverParts, value: CellValue): BaseValueObject {
  if (value instanceof CellError) return writeError(univer, value.code);
  if (typeof value === 'number') return univer.NumberValueObject.create(value);
  if (typeof value === 'boolean') return univer.BooleanValueObject.create(value);
  return univer.StringValueObject.create(value ?? '');
}

/** An error value. `#BUSY!` is unknown to Univer and stands as `#N/A`. */
export function writeError(univer: UniverParts, code: ErrorCode): BaseValueObject {
  const known = Object.values(univer.ErrorType).find((type) => type === code);
  return univer.ErrorValueObject.create(known ?? univer.ErrorType.NA);
}
