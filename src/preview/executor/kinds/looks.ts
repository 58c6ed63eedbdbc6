/*
 * Reading and changing the look of every cell of a range at once.
 */
import type { CellStyle } from '../../book/values';
import { requireCells, requireFormattable } from '../cells/writable';
import type { RangeTarget } from '../host';
import type { Property } from '../kind';
import { intersection } from '../rangeMath';

const PLAIN: CellStyle = {};

/** One look's value when all cells share it, else null, as Excel answers for a mixed range. */
export function sharedLook<V>({ sheet, area }: RangeTarget, look: (style: CellStyle) => V): V | null {
  const value = look(sheet.cell(area.row, area.column)?.style ?? PLAIN);
  const used = sheet.usedArea(true);
  const part = used && intersection(used, area);
  if (part === undefined) return value;
  const covers = part.rows === area.rows && part.columns === area.columns;
  if (!covers && look(PLAIN) !== value) return null;
  for (let row = part.row; row < part.row + part.rows; row++) {
    for (let column = part.column; column < part.column + part.columns; column++) {
      if (look(sheet.cell(row, column)?.style ?? PLAIN) !== value) return null;
    }
  }
  return value;
}

/** Changes the look of every cell. @throws AccessDenied on a protected sheet */
export function changeLooks(range: RangeTarget, change: (style: CellStyle) => CellStyle): void {
  requireCells(range, 'format');
  requireFormattable(range);
  const { sheet, area } = range;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      sheet.setStyle(row, column, change(sheet.cell(row, column)?.style ?? PLAIN));
    }
  }
  sheet.tellChanged(area);
}

/** A property that is one look of the cells. `otherwise` is what an unset look reads as. */
export function lookProperty<K extends keyof CellStyle>(
  key: K,
  otherwise: NonNullable<CellStyle[K]>,
  read: (value: unknown) => NonNullable<CellStyle[K]>,
): Property<RangeTarget> {
  return {
    get: (target) => sharedLook(target, (style) => style[key] ?? otherwise),
    set: (target, value) => {
      const look = read(value);
      changeLooks(target, (style) => ({ ...style, [key]: look }));
    },
  };
}
