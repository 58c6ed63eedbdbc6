/*
 * Built-in functions of Univer that were seen to differ from Excel, put right. Each says what was wrong; nothing is here on
 * suspicion. The tests compare a list of functions with Excel's values (`test/preview/engine/builtins.test.ts`).
 */
import type { BaseFunction, BaseValueObject } from '@univerjs/preset-sheets-node-core';
import { CellError, type CellValue } from '../book/values';
import type { RegisteredClass } from './functionClasses';
import type { Argument } from './functionLibrary';
import type { UniverParts } from './univerParts';
import { isBlock, readArgument, writeResult } from './valueObjects';

/** The corrected classes, to be registered under the names they replace. */
export function corrections(univer: UniverParts): RegisteredClass[] {
  const sort = safeSort(univer);
  return [
    [edate(univer), 'EDATE'],
    [hyperlink(univer), 'HYPERLINK'],
    [unique(univer), 'UNIQUE'],
    ...(sort ? [sort] : []),
  ];
}

/** Univer's SORT sorts the shared range in place: other formulas of the pass then read it sorted. This one sorts a copy. */
function safeSort(univer: UniverParts): RegisteredClass | undefined {
  const found = univer.functionLookup.find(([, name]) => name === 'SORT');
  if (!found) return undefined;
  const Sort = found[0] as RegisteredClass[0];
  const Safe = class extends Sort {
    override calculate(...parameters: BaseValueObject[]): ReturnType<BaseFunction['calculate']> {
      const [source, ...rest] = parameters;
      if (!source?.isArray()) return super.calculate(...parameters);
      const copy = readArgument(source);
      return super.calculate(isBlock(copy) ? writeResult(univer, copy) : source, ...rest);
    }
  };
  return [Safe, 'SORT'];
}

/** Univer runs past the end of a short month: 31 January 2024 plus one month was 2 March. Excel stops at 29 February. */
function edate(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override minParams = 2;
    override maxParams = 2;

    override calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject {
      return writeResult(univer, eachPair(readArgument(start), readArgument(months), monthsLater));
    }
  };
}

/** Univer gives a link object and the cell shows 0. Excel shows the second argument, or the address. */
function hyperlink(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override minParams = 1;
    override maxParams = 2;

    override calculate(address: BaseValueObject, text?: BaseValueObject): BaseValueObject {
      return text === undefined || text.isNull() ? address : text;
    }
  };
}

/** Univer takes `00123` and `123` for one code and `Council` and `council` for two. Excel does the opposite. */
function unique(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override minParams = 1;
    override maxParams = 3;

    override calculate(source: BaseValueObject, byColumn?: BaseValueObject, once?: BaseValueObject): BaseValueObject {
      const cells = block(readArgument(source));
      const isByColumn = byColumn !== undefined && Boolean(byColumn.getValue());
      const lines = isByColumn ? turned(cells) : cells;
      const seen = new Map<string, { line: readonly CellValue[]; count: number }>();
      for (const line of lines) {
        const id = JSON.stringify(line.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
        const entry = seen.get(id) ?? { line, count: 0 };
        seen.set(id, { ...entry, count: entry.count + 1 });
      }
      const wantsOnce = once !== undefined && Boolean(once.getValue());
      const kept = [...seen.values()].filter(({ count }) => !wantsOnce || count === 1).map(({ line }) => line);
      if (kept.length === 0) return writeResult(univer, [[new CellError('#CALC!')]]);
      return writeResult(univer, isByColumn ? turned(kept) : kept);
    }
  };
}

function turned(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
}

/** Days from Excel's day 0 (30 December 1899, right from March 1900 on) to 1 January 1970. */
const UNIX_EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

function monthsLater(start: CellValue, months: CellValue): CellValue {
  const serial = whole(start);
  const count = whole(months);
  if (serial instanceof CellError) return serial;
  if (count instanceof CellError) return count;
  const date = new Date((serial - UNIX_EPOCH_SERIAL) * DAY_MS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const result = Date.UTC(year, month, Math.min(day, lastDay)) / DAY_MS + UNIX_EPOCH_SERIAL;
  return serial < 0 || result < 0 ? new CellError('#NUM!') : result;
}

function whole(value: CellValue): number | CellError {
  if (value instanceof CellError) return value;
  const number =
    value === null ? 0 : typeof value === 'boolean' ? Number.NaN : Number(value === '' ? Number.NaN : value);
  return Number.isNaN(number) ? new CellError('#VALUE!') : Math.trunc(number);
}

/** Pairs two arguments cell by cell; a single one goes with every cell of the other. */
function eachPair(
  left: Argument,
  right: Argument,
  pair: (left: CellValue, right: CellValue) => CellValue,
): CellValue[][] {
  const [one, other] = [block(left), block(right)];
  const rows = Math.max(one.length, other.length);
  const columns = Math.max(one[0]?.length ?? 1, other[0]?.length ?? 1);
  const at = (cells: readonly (readonly CellValue[])[], row: number, column: number): CellValue => {
    const line = cells[cells.length === 1 ? 0 : row];
    const found = line?.[line.length === 1 ? 0 : column];
    return found === undefined ? new CellError('#N/A') : found;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => pair(at(one, row, column), at(other, row, column))),
  );
}

function block(argument: Argument): readonly (readonly CellValue[])[] {
  return Array.isArray(argument)
    ? (argument as readonly (readonly CellValue[])[])
    : [[(argument ?? null) as CellValue]];
}
