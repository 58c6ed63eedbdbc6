/*
 * Which cells an array fills, and from where.
 */
import type { Area } from '../../book/values';
import type { RangeTarget } from '../host';
import { intersection } from '../rangeMath';

function dynamicArrays({ sheet, area }: RangeTarget): Area[] {
  const found: Area[] = [];
  for (const array of sheet.arrays()) {
    if (!array.legacy && intersection(array.area, area) !== undefined) found.push(array.area);
  }
  return found;
}

/** True when every cell belongs to a spill, false when none does, null when some do. */
export function hasSpill(target: RangeTarget): boolean | null {
  let cells = 0;
  for (const array of dynamicArrays(target)) {
    const part = intersection(array, target.area);
    if (part) cells += part.rows * part.columns;
  }
  if (cells === 0) return false;
  return cells === target.area.rows * target.area.columns ? true : null;
}

/** The cell whose array fills this one cell. */
export function spillParent(target: RangeTarget): RangeTarget | undefined {
  const [array] = dynamicArrays({ ...target, area: { ...target.area, rows: 1, columns: 1 } });
  return array && { sheet: target.sheet, area: { ...array, rows: 1, columns: 1 } };
}

/** The cells this anchor's array fills, itself included. */
export function spillingTo({ sheet, area }: RangeTarget): RangeTarget | undefined {
  const spill = sheet.cell(area.row, area.column)?.spill;
  if (spill === undefined || spill.legacy) return undefined;
  return { sheet, area: { row: area.row, column: area.column, rows: spill.rows, columns: spill.columns } };
}
