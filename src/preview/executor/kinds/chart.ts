/*
 * Excel.Chart with its title, legend and axes: settings only.
 */
import type { Chart, ChartAxis } from '../../book/chart';
import type { Sheet } from '../../book/sheet';
import type { Arguments } from '../arguments';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type Maker, type Property } from '../kind';
import { bounding, rangeOf } from '../rangeMath';
import { SERIES_BY } from './charts';
import { numberOf, textOf, truthOf, wordOf } from './propertyValues';
import { rangeTarget } from './range';
import { worksheet } from './worksheet';

interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

interface AxisTarget extends ChartTarget {
  readonly axis: ChartAxis;
}

const LEGEND_PLACES = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;

/** Tells that the charts of a sheet changed. */
export function tellCharts(sheet: Sheet): void {
  sheet.book.changed({ kind: 'structure', sheet, area: undefined });
}

/** A setting of the chart, checked before it is kept. */
function setting<T extends ChartTarget, V>(
  read: (target: T) => V,
  keep: (target: T, value: V) => void,
  check: (value: unknown) => V,
): Property<T> {
  return {
    get: (target) => read(target) ?? null,
    set: (target, value) => {
      if (target.sheet.isProtected) throw refusal('AccessDenied');
      keep(target, check(value));
      tellCharts(target.sheet);
    },
  };
}

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

const chartTitle: Maker<ChartTarget> = defineKind<ChartTarget>({
  name: 'ChartTitle',
  properties: {
    Text: setting(
      ({ chart: { title } }) => title.text,
      ({ chart: it }, text) => void (it.title = { text, visible: true }),
      textOf,
    ),
    Visible: setting(
      ({ chart: { title } }) => title.visible,
      ({ chart: { title } }, visible) => void (title.visible = visible),
      truthOf,
    ),
  },
});

const chartLegend: Maker<ChartTarget> = defineKind<ChartTarget>({
  name: 'ChartLegend',
  properties: {
    Visible: setting(
      ({ chart: { legend } }) => legend.visible,
      ({ chart: { legend } }, visible) => void (legend.visible = visible),
      truthOf,
    ),
    Position: setting<ChartTarget, string>(
      ({ chart: { legend } }) => legend.position,
      ({ chart: { legend } }, position) => void (legend.position = position),
      (value) => wordOf(value, LEGEND_PLACES),
    ),
  },
});

const chartAxes: Maker<ChartTarget> = defineKind<ChartTarget>({
  name: 'ChartAxes',
  links: {
    CategoryAxis: (target) => chartAxis({ ...target, axis: target.chart.axes.category }),
    ValueAxis: (target) => chartAxis({ ...target, axis: target.chart.axes.value }),
  },
});

const chartAxis: Maker<AxisTarget> = defineKind<AxisTarget>({
  name: 'ChartAxis',
  properties: {
    Visible: setting(
      ({ axis }) => axis.visible,
      ({ axis }, visible) => void (axis.visible = visible),
      truthOf,
    ),
    NumberFormat: setting<AxisTarget, string>(
      ({ axis }) => axis.numberFormat ?? 'General',
      ({ axis }, format) => void (axis.numberFormat = format),
      textOf,
    ),
  },
  links: { Title: (target) => chartAxisTitle(target) },
});

const chartAxisTitle: Maker<AxisTarget> = defineKind<AxisTarget>({
  name: 'ChartAxisTitle',
  properties: {
    Text: setting(
      ({ axis }) => axis.title,
      ({ axis }, text) => {
        axis.title = text;
        axis.titleShown = true;
      },
      textOf,
    ),
    Visible: setting(
      ({ axis }) => axis.titleShown,
      ({ axis }, visible) => void (axis.titleShown = visible),
      truthOf,
    ),
  },
});
