/*
 * The classes that Univer calculates with beside its own: one for each function of the add-in, and
 * three helpers that imitate what Excel does with arrays in tables, in old array formulas and in array constants.
 */
import type { BaseFunction, BaseValueObject } from '@univerjs/preset-sheets-node-core';
import { CellError, type CellValue } from '../book/values';
import { corrections } from './corrections';
import type { FunctionLibrary, LibraryFunction } from './functionLibrary';
import type { UniverParts } from './univerParts';
import { isBlock, readArgument, writeError, writeResult } from './valueObjects';

/** A class and the name it is registered under, as Univer's configuration wants them. */
export type RegisteredClass = [new (name: string) => BaseFunction, string];

/** Where a function put its sentence: Univer's sheet id and the formula's cell. */
export type SentenceListener = (sheetId: string, row: number, column: number, error: CellError) => void;

/** Around a formula in a table: an array of more than one element is `#SPILL!` there. */
export const ONE_VALUE = 'POOLBOOK.ONEVALUE';

/** Around an old `{=…}` formula: its array is cut, or filled with `#N/A`, to the range it was entered in. */
export const FIXED_ARRAY = 'POOLBOOK.FIXEDARRAY';

/** An array constant with texts in it: the number of rows, then the elements row by row. */
export const ARRAY_OF = 'POOLBOOK.ARRAYOF';

/** All classes to register. `onSentence` hears of every error a function of the add-in gives. */
export function functionClasses(
  univer: UniverParts,
  library: FunctionLibrary,
  onSentence: SentenceListener,
): RegisteredClass[] {
  const classes: RegisteredClass[] = [...library.values()].map((each) => [
    adapterClass(univer, each, onSentence),
    each.name,
  ]);
  classes.push(
    [oneValueClass(univer), ONE_VALUE],
    [fixedArrayClass(univer), FIXED_ARRAY],
    [arrayOfClass(univer), ARRAY_OF],
  );
  classes.push(...corrections(univer));
  return classes;
}

function adapterClass(univer: UniverParts, called: LibraryFunction, onSentence: SentenceListener): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    /** Else Univer turns a text such as "01/09/2004" in the formula into a number before it gets here. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...parameters: BaseValueObject[]): BaseValueObject {
      const result = called.call(parameters.map(readArgument));
      const first = result[0]?.[0];
      if (first instanceof CellError && first.message !== '' && this.subUnitId !== undefined) {
        onSentence(this.subUnitId ?? '', this.row, this.column, first);
      }
      return writeResult(univer, result);
    }
  };
}

function oneValueClass(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override calculate(value: BaseValueObject): BaseValueObject {
      const read = readArgument(value);
      if (!isBlock(read)) return value;
      return read.length === 1 && read[0]?.length === 1 ? writeResult(univer, read) : writeError(univer, '#SPILL!');
    }
  };
}

function arrayOfClass(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(rows: BaseValueObject, ...elements: BaseValueObject[]): BaseValueObject {
      const height = Number(rows.getValue());
      const width = elements.length / height;
      const values = elements.map(readArgument).map((each): CellValue => (isBlock(each) ? null : (each ?? null)));
      return writeResult(
        univer,
        Array.from({ length: height }, (_, row) => values.slice(row * width, (row + 1) * width)),
      );
    }
  };
}

function fixedArrayClass(univer: UniverParts): RegisteredClass[0] {
  return class extends univer.BaseFunction {
    override calculate(value: BaseValueObject, rows: BaseValueObject, columns: BaseValueObject): BaseValueObject {
      const read = readArgument(value);
      const block = isBlock(read) ? read : [[read ?? null]];
      // Excel repeats a single row, column or value over the whole range, and fills what is left with #N/A.
      const pick = (row: number, column: number): CellValue => {
        const line = block[block.length === 1 ? 0 : row];
        const found = line?.[line.length === 1 ? 0 : column];
        return found === undefined ? new CellError('#N/A') : found;
      };
      const height = Number(rows.getValue());
      const width = Number(columns.getValue());
      return writeResult(
        univer,
        Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => pick(row, column))),
      );
    }
  };
}
