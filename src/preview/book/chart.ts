/*
 * A chart as the workbook keeps it: what it shows and how it was set up. Nothing here draws it.
 */
import type { Area } from './values';

/** An axis as it was set up; `numberFormat` undefined follows the cells. */
export interface ChartAxis {
  title: string;
  titleShown: boolean;
  visible: boolean;
  numberFormat?: string;
}

/** A chart on a sheet. */
export interface Chart {
  readonly id: string;
  name: string;
  /** Excel's name of the kind (`ColumnStacked`, `Line`). */
  type: string;
  /** The cells shown, on the chart's own sheet or another. */
  sourceSheetId: string;
  source: Area;
  seriesBy: 'Auto' | 'Columns' | 'Rows';
  /** Points from the sheet's corner. */
  place: { left: number; top: number; width: number; height: number };
  /** The cells it was put over, where it was placed by cells. */
  over?: Area;
  title: { text: string; visible: boolean };
  legend: { visible: boolean; position: string };
  readonly axes: { readonly category: ChartAxis; readonly value: ChartAxis };
}
