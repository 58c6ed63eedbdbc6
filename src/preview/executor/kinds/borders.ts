/*
 * Excel.RangeBorderCollection: the lines around and between the cells of a range.
 */
import type { CellStyle } from '../../book/values';
import type { RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type HostObject, type Maker } from '../kind';
import { changeLooks } from './looks';
import { colourOf, wordOf } from './propertyValues';

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** Excel's border indexes: which cells of the range they touch, and on which side. */
const SIDES = {
  EdgeTop: { edge: 'top', part: 'firstRow' },
  EdgeBottom: { edge: 'bottom', part: 'lastRow' },
  EdgeLeft: { edge: 'left', part: 'firstColumn' },
  EdgeRight: { edge: 'right', part: 'lastColumn' },
  InsideHorizontal: { edge: 'bottom', part: 'butLastRow' },
  InsideVertical: { edge: 'right', part: 'butLastColumn' },
} as const satisfies Record<string, { edge: Edge; part: string }>;

type Side = keyof typeof SIDES;
interface BorderTarget {
  readonly range: RangeTarget;
  readonly side: Side;
}

const STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

function cellsOf({ range: { sheet, area }, side }: BorderTarget): RangeTarget | undefined {
  const { row, column, rows, columns } = area;
  const parts = {
    firstRow: { row, column, rows: 1, columns },
    lastRow: { row: row + rows - 1, column, rows: 1, columns },
    firstColumn: { row, column, rows, columns: 1 },
    lastColumn: { row, column: column + columns - 1, rows, columns: 1 },
    butLastRow: { row, column, rows: rows - 1, columns },
    butLastColumn: { row, column, rows, columns: columns - 1 },
  };
  const part = parts[SIDES[side].part];
  return part.rows < 1 || part.columns < 1 ? undefined : { sheet, area: part };
}

function borderOf(target: BorderTarget): { style: string; color?: string } | undefined {
  const cells = cellsOf(target);
  return cells?.sheet.cell(cells.area.row, cells.area.column)?.style?.borders?.[SIDES[target.side].edge];
}

function draw(
  target: BorderTarget,
  border: (before: { style: string; color?: string }) => { style: string; color?: string } | undefined,
): void {
  const cells = cellsOf(target);
  if (cells === undefined) return;
  const { edge } = SIDES[target.side];
  changeLooks(cells, (style): CellStyle => {
    const next = border(style.borders?.[edge] ?? { style: 'Continuous' });
    const others = Object.entries(style.borders ?? {}).filter(([name]) => name !== edge);
    return { ...style, borders: Object.fromEntries(next === undefined ? others : [...others, [edge, next]]) };
  });
}

const border: Maker<BorderTarget> = defineKind<BorderTarget>({
  name: 'RangeBorder',
  id: ({ side }) => side,
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (target) => borderOf(target)?.style ?? 'None',
      set: (target, value) => {
        const style = wordOf(value, STYLES);
        draw(target, (before) => (style === 'None' ? undefined : { ...before, style }));
      },
    },
    Color: {
      get: (target) => borderOf(target)?.color ?? '#000000',
      set: (target, value) => {
        const color = colourOf(value);
        draw(target, (before) => ({ ...before, color }));
      },
    },
    // The workbook keeps one weight of line; a weight is checked and then let go.
    Weight: { get: () => 'Thin', set: (_target, value) => void wordOf(value, WEIGHTS) },
  },
});

function side(range: RangeTarget, name: string): HostObject {
  const found = (Object.keys(SIDES) as Side[]).find((each) => each === name);
  if (found === undefined) throw refusal('InvalidArgument');
  return border({ range, side: found });
}

/** The borders of a range. */
export const borders: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => Object.keys(SIDES).length } },
  items: (target) => Object.keys(SIDES).map((name) => side(target, name)),
  item: (target, args) => side(target, args.text(0)),
  methods: { GetItem: (target, args) => side(target, args.text(0)) },
});
