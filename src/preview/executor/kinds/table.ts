/*
 * Excel.Table.
 */
import type { Table } from '../../book/book';
import type { Area } from '../../book/values';
import { bodyRows } from '../cells/tableCells';
import type { Host } from '../host';
import { refusal } from '../hostError';
import { defineKind, type Maker } from '../kind';
import { rangeOf } from '../rangeMath';
import { renameTable, resizeTable } from '../tableRules';
import { textOf, truthOf } from './propertyValues';
import { range, rangeTarget } from './range';
import { setTotals } from './tableTotals';
import { tableColumns } from './tableColumns';
import { worksheet } from './worksheet';

const STYLE = /^(TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01])))?$/;

function setStyle(table: Table, value: unknown, host: Host): void {
  const style = textOf(value);
  if (!STYLE.test(style)) throw refusal('InvalidArgument');
  table.style = style;
  host.book.changed({ kind: 'structure', sheet: table.sheet, area: table.area });
}

/** The body rows of some columns of a table; a table that has only its header shows one blank row, as in Excel. */
export function bodyArea(table: Table, columns: Pick<Area, 'column' | 'columns'>): Area {
  const { first, count } = bodyRows(table);
  return { ...columns, row: first, rows: Math.max(1, count) };
}

/** The header cells of some columns. @throws ItemNotFound when the header row is hidden */
export function headerArea(table: Table, columns: Pick<Area, 'column' | 'columns'>): Area {
  if (!table.showHeaders) throw refusal('ItemNotFound');
  return { ...columns, row: table.area.row, rows: 1 };
}

/** The totals cells of some columns. @throws ItemNotFound when there is no totals row */
export function totalsArea(table: Table, columns: Pick<Area, 'column' | 'columns'>): Area {
  if (!table.showTotals) throw refusal('ItemNotFound');
  return { ...columns, row: table.area.row + table.area.rows - 1, rows: 1 };
}

/** A table. */
export const table: Maker<Table> = defineKind<Table>({
  name: 'Table',
  id: ({ id }) => String(id),
  properties: {
    Id: { get: ({ id }) => String(id) },
    Name: { get: ({ name }) => name, set: (target, value, host) => renameTable(target, textOf(value), host) },
    ShowFilterButton: { get: ({ filter, showHeaders }) => showHeaders && filter !== 'off' },
    ShowHeaders: { get: ({ showHeaders }) => showHeaders },
    ShowTotals: {
      get: ({ showTotals }) => showTotals,
      set: (target, value, host) => setTotals(target, truthOf(value), host),
    },
    Style: { get: ({ style }) => style, set: setStyle },
  },
  links: {
    Worksheet: ({ sheet }) => worksheet(sheet),
    Columns: (target) => tableColumns(target),
    AutoFilter: (target) => autoFilter(target),
  },
  methods: {
    GetRange: ({ sheet, area }) => range({ sheet, area }),
    GetHeaderRowRange: (target) => range({ sheet: target.sheet, area: headerArea(target, target.area) }),
    GetDataBodyRange: (target) => range({ sheet: target.sheet, area: bodyArea(target, target.area) }),
    GetTotalRowRange: (target) => range({ sheet: target.sheet, area: totalsArea(target, target.area) }),
    Resize: (target, args, host) => {
      const object = args.object(0);
      resizeTable(target, object === undefined ? rangeOf(target.sheet, args.text(0), host) : rangeTarget(object), host);
    },
  },
});

const autoFilter: Maker<Table> = defineKind<Table>({
  name: 'AutoFilter',
  properties: {
    Enabled: { get: ({ filter }) => filter !== 'off' },
    IsDataFiltered: { get: ({ filter }) => filter === 'filtering' },
  },
});
