/*
 * Excel.ChartCollection: charts are kept as the settings they were given, for the grid to draw and the file to hold.
 */
import type { Chart } from '../../book/chart';
import type { Sheet } from '../../book/sheet';
import type { Arguments } from '../arguments';
import { refusal } from '../hostError';
import { defineKind, type Maker, NOTHING } from '../kind';
import { chart } from './chart';
import { tellCharts } from './chartSettings';
import { wordOf } from './propertyValues';
import { rangeTarget } from './range';

/** Which way the series lie. */
export const SERIES_BY = ['Auto', 'Columns', 'Rows'] as const;

/** The kinds of chart a budget sheet needs. The host draws none of the others and refuses them by name. */
const TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'Area',
  'AreaStacked',
  'Pie',
  'Doughnut',
  'XYScatter',
  'Waterfall',
] as const;

/** Excel puts a new chart at this size, in points. */
const NEW_PLACE = { left: 0, top: 0, width: 360, height: 216 };

const newAxis = (): Chart['axes']['value'] => ({ title: '', titleShown: false, visible: true });

function add(sheet: Sheet, args: Arguments): Chart {
  if (sheet.isProtected) throw refusal('AccessDenied');
  const type = wordOf(args.raw(0), TYPES);
  const source = rangeTarget(args.object(1));
  const made: Chart = {
    id: `{${sheet.book.freshId().toString(16).padStart(8, '0').toUpperCase()}}`,
    name: freshName(sheet),
    type,
    sourceSheetId: source.sheet.id,
    source: source.area,
    seriesBy: wordOf(args.raw(2) ?? 'Auto', SERIES_BY),
    place: { ...NEW_PLACE },
    title: { text: '', visible: false },
    legend: { visible: true, position: 'Bottom' },
    axes: { category: newAxis(), value: newAxis() },
  };
  sheet.charts.push(made);
  tellCharts(sheet);
  return made;
}

function freshName(sheet: Sheet): string {
  for (let number = 1; ; number++) {
    if (!sheet.charts.some(({ name }) => name === `Chart ${number}`)) return `Chart ${number}`;
  }
}

function find(sheet: Sheet, args: Arguments): Chart | undefined {
  const wanted = args.text(0);
  return sheet.charts.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
}

function found(sheet: Sheet, args: Arguments): Chart {
  const one = find(sheet, args);
  if (one === undefined) throw refusal('ItemNotFound');
  return one;
}

/** The charts of a sheet. */
export const charts: Maker<Sheet> = defineKind<Sheet>({
  name: 'ChartCollection',
  properties: { Count: { get: (sheet) => sheet.charts.length } },
  items: (sheet) => sheet.charts.map((each) => chart({ sheet, chart: each })),
  item: (sheet, args) => chart({ sheet, chart: found(sheet, args) }),
  methods: {
    Add: (sheet, args) => chart({ sheet, chart: add(sheet, args) }),
    GetItem: (sheet, args) => chart({ sheet, chart: found(sheet, args) }),
    GetItemOrNullObject: (sheet, args) => {
      const one = find(sheet, args);
      return one ? chart({ sheet, chart: one }) : NOTHING;
    },
    GetCount: (sheet) => sheet.charts.length,
  },
});
