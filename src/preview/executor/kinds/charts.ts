/*
 * Excel.ChartCollection: charts are kept as the settings they were given, for the grid to draw and the file to hold.
 */
import type { Sheet } from '../../book/sheet';
import { defineKind, type Maker } from '../kind';

/** The charts of a sheet. */
export const charts: Maker<Sheet> = defineKind<Sheet>({
  name: 'ChartCollection',
  items: () => [],
});
