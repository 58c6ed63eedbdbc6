/*
 * Excel.Chart: what it shows, where it stands and what it is called. Title, legend and axes are in `chartParts.ts`.
 */
import type { Chart } from '../../book/chart';
import type { Sheet } from '../../book/sheet';
import type { Arguments } from '../arguments';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type Maker, type Property } from '../kind';
import { bounding, rangeOf } from '../rangeMath';
import { chartAxes, chartLegend, chartTitle } from './chartParts';
import { SERIES_BY } from './charts';
import { type ChartTarget, setting, tellCharts } from './chartSettings';
import { numberOf, textOf, wordOf } from './propertyValues';
import { rangeTarget } from './range';
import { worksheet } from './worksheet';

function placing(side: keyof Chart['place']): Property<ChartTarget> {
  return setting(
    ({ chart: { place } }) => place[side],
    ({ chart: { place } }, points) => {
      place[side] = points;
    },
    length,
  );
}

function cells(sheet: Sheet, args: Arguments, position: number, host: Host): RangeTarget {
  const object = args.object(position);
  return object === undefined ? rangeOf(sheet, args.text(position), host) : rangeTarget(object);
}

function length(value: unknown): number {
  const points = numberOf(value);
  if (points < 0) throw refusal('InvalidArgument');
  return points;
}

/** A chart. */
export const chart: Maker<ChartTarget> = defineKind<ChartTarget>({
  name: 'Chart',
  id: ({ chart: { id } }) => id,
  properties: {
    Id: { get: ({ chart: { id } }) => id },
    Name: setting(
      ({ chart: it }) => it.name,
      ({ chart: it }, name) => void (it.name = name),
      textOf,
    ),
    ChartType: { get: ({ chart: { type } }) => type },
    Left: placing('left'),
    Top: placing('top'),
    Width: placing('width'),
    Height: placing('height'),
  },
  links: {
    Title: (target) => chartTitle(target),
    Legend: (target) => chartLegend(target),
    Axes: (target) => chartAxes(target),
    Worksheet: ({ sheet }) => worksheet(sheet),
  },
  methods: {
    SetData: ({ sheet, chart: it }, args) => {
      const source = rangeTarget(args.object(0));
      it.sourceSheetId = source.sheet.id;
      it.source = source.area;
      it.seriesBy = wordOf(args.raw(1) ?? 'Auto', SERIES_BY);
      tellCharts(sheet);
    },
    SetPosition: ({ sheet, chart: it }, args, host) => {
      const start = cells(sheet, args, 0, host);
      const end = args.raw(1) === undefined ? start : cells(sheet, args, 1, host);
      it.over = bounding(start.area, end.area);
      tellCharts(sheet);
    },
    Delete: ({ sheet, chart: it }) => {
      sheet.charts.splice(sheet.charts.indexOf(it), 1);
      tellCharts(sheet);
    },
  },
});
