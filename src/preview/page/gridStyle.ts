/*
 * How a cell looks: the workbook's style as Univer writes it, and Univer's change of a style as the workbook keeps it. Looks
 * only; contents are `gridSnapshot.ts`.
 */
import type { IStyleData, Nullable } from '@univerjs/core';
import type { CellStyle } from '../book/values';

const HORIZONTAL: readonly CellStyle['horizontal'][] = ['General', 'Left', 'Center', 'Right'];
const VERTICAL: readonly CellStyle['vertical'][] = [undefined, 'Top', 'Center', 'Bottom'];
const WRAP = 3;
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;

/** A style for the grid; undefined for a plain cell. */
export function gridStyle(style: CellStyle | undefined): IStyleData | undefined {
  if (!style) return undefined;
  const pattern = style.numberFormat;
  const borders = Object.entries(style.borders ?? {}).map(([side, { color }]) => [
    SIDES[side as keyof typeof SIDES],
    { s: 1, cl: { rgb: color ?? '#808080' } },
  ]);
  const result: IStyleData = {
    ...(style.fontName === undefined ? {} : { ff: style.fontName }),
    ...(style.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.italic ? { it: 1 } : {}),
    ...(style.underline ? { ul: { s: 1 } } : {}),
    ...(style.fontColor === undefined ? {} : { cl: { rgb: style.fontColor } }),
    ...(style.fill === undefined ? {} : { bg: { rgb: style.fill } }),
    ...(style.horizontal === undefined ? {} : { ht: HORIZONTAL.indexOf(style.horizontal) }),
    ...(style.vertical === undefined ? {} : { vt: VERTICAL.indexOf(style.vertical) }),
    ...(style.wrapText ? { tb: WRAP } : {}),
    ...(style.indent ? { pd: { l: style.indent * 9 } } : {}),
    ...(pattern === undefined || pattern === 'General' ? {} : { n: { pattern } }),
    ...(borders.length === 0 ? {} : { bd: Object.fromEntries(borders) as NonNullable<IStyleData['bd']> }),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}

/** A style of the workbook with the user's change from the grid; what the change does not name stays. */
export function changedStyle(old: CellStyle | undefined, change: IStyleData): CellStyle {
  return {
    ...old,
    ...('bl' in change ? { bold: change.bl === 1 } : {}),
    ...('it' in change ? { italic: change.it === 1 } : {}),
    ...('ul' in change ? { underline: change.ul?.s === 1 } : {}),
    ...(typeof change.ff === 'string' ? { fontName: change.ff } : {}),
    ...(typeof change.fs === 'number' ? { fontSize: change.fs } : {}),
    ...colour('fontColor', change.cl?.rgb),
    ...colour('fill', change.bg?.rgb),
    ...('n' in change ? { numberFormat: change.n?.pattern ?? 'General' } : {}),
    ...(typeof change.tb === 'number' ? { wrapText: (change.tb as number) === WRAP } : {}),
    ...alignment(change),
  };
}

function colour(name: 'fontColor' | 'fill', rgb: Nullable<string>): Partial<CellStyle> {
  if (typeof rgb !== 'string') return {};
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  const hex = parts
    ? `#${parts
        .slice(1, 4)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')}`
    : rgb;
  return /^#[0-9a-f]{6}$/i.test(hex) ? { [name]: hex.toUpperCase() } : {};
}

function alignment({ ht, vt }: IStyleData): Partial<CellStyle> {
  const horizontal = typeof ht === 'number' ? HORIZONTAL[ht] : undefined;
  const vertical = typeof vt === 'number' ? VERTICAL[vt] : undefined;
  return { ...(horizontal ? { horizontal } : {}), ...(vertical ? { vertical } : {}) };
}
