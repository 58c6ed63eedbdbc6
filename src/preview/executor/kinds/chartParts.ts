/*
 * Excel.ChartTitle, ChartLegend, ChartAxes and ChartAxis: settings only.
 */
import { defineKind, type Maker } from '../kind';
import { type AxisTarget, type ChartTarget, setting } from './chartSettings';
import { textOf, truthOf, wordOf } from './propertyValues';

const LEGEND_PLACES = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;

/** The title of a chart. */
export const chartTitle: Maker<ChartTarget> = defineKind<ChartTarget>({
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

/** The legend of a chart. */
export const chartLegend: Maker<ChartTarget> = defineKind<ChartTarget>({
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

/** The axes of a chart. */
export const chartAxes: Maker<ChartTarget> = defineKind<ChartTarget>({
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
