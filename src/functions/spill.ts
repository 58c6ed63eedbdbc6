/*
 * How a result lies in the sheet: as the range it was worked out from lies. Nothing is worked out here.
 */
import { fromUnitsOf, type Unit } from '../money/exact';
import type { Line } from './readCells';

/** Amounts for cells, from whole units. @example inPounds([7538], penny) -> [75.38] */
export function inPounds(units: readonly number[], unit: Unit): number[] {
  return units.map((amount) => fromUnitsOf(amount, unit));
}

/** Values in a row where the line they belong to is a row, otherwise in a column. */
export function lieAs<Value>(line: Pick<Line, 'lies'>, values: readonly Value[]): Value[][] {
  return line.lies === 'row' ? [[...values]] : values.map((value) => [value]);
}
