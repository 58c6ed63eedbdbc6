/*
 * Excel.RangeAreas: several rectangles of one sheet; here only as the answer to which areas are merged.
 */
import type { Sheet } from '../../book/sheet';
import type { Area } from '../../book/values';
import { defineKind, type Maker } from '../kind';
import { fullAddress } from '../rangeMath';
import { range } from './range';

interface RangeAreasTarget {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

const firstCell = (area: Area): Area => ({ ...area, rows: 1, columns: 1 });
const cellsOf = ({ areas }: RangeAreasTarget): number => areas.reduce((sum, area) => sum + area.rows * area.columns, 0);

/** Several ranges of one sheet. */
export const rangeAreas: Maker<RangeAreasTarget> = defineKind<RangeAreasTarget>({
  name: 'RangeAreas',
  properties: {
    // Of a merged area the address names the first cell alone (office-js #1590); `areas` has its size.
    Address: {
      get: ({ sheet, areas }) => areas.map((area) => fullAddress({ sheet, area: firstCell(area) })).join(','),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: cellsOf },
  },
  links: { Areas: (target) => areaCollection(target) },
});

const areaCollection: Maker<RangeAreasTarget> = defineKind<RangeAreasTarget>({
  name: 'RangeCollection',
  items: ({ sheet, areas }) => areas.map((area) => range({ sheet, area })),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, args) => {
      const area = areas[args.integer(0)];
      return area ? range({ sheet, area }) : undefined;
    },
  },
});
