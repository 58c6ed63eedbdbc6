/*
 * What chart settings have in common: whose they are, how one is read, checked and kept, and that somebody is told.
 */
import type { Chart, ChartAxis } from '../../book/chart';
import type { Sheet } from '../../book/sheet';
import { refusal } from '../hostError';
import type { Property } from '../kind';

/** A chart and its sheet. */
export interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

/** One axis of a chart. */
export interface AxisTarget extends ChartTarget {
  readonly axis: ChartAxis;
}

/** Tells that the charts of a sheet changed. */
export function tellCharts(sheet: Sheet): void {
  sheet.book.changed({ kind: 'structure', sheet, area: undefined });
}

/** A setting of the chart, checked before it is kept. */
export function setting<T extends ChartTarget, V>(
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
