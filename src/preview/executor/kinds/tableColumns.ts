/*
 * Excel.TableColumnCollection and TableColumn.
 */
import type { Table, TableColumn } from '../../book/book';
import type { Area } from '../../book/values';
import type { Arguments } from '../arguments';
import { writeContent } from '../cells/writeGrid';
import { refusal } from '../hostError';
import { defineKind, type HostObject, NOTHING, type Maker } from '../kind';
import { addTableColumn } from '../tableColumnRules';
import { textOf } from './propertyValues';
import { range } from './range';
import { bodyArea, headerArea, totalsArea } from './table';

interface ColumnTarget {
  readonly table: Table;
  readonly column: TableColumn;
}

function place({ table, column }: ColumnTarget): Pick<Area, 'column' | 'columns'> {
  return { column: table.area.column + table.columns.indexOf(column), columns: 1 };
}

/** One column of a table. */
const tableColumn: Maker<ColumnTarget> = defineKind<ColumnTarget>({
  name: 'TableColumn',
  id: ({ column }) => column.id,
  properties: {
    Id: { get: ({ column }) => column.id },
    Index: { get: ({ table, column }) => table.columns.indexOf(column) },
    Name: {
      get: ({ column }) => column.name,
      set: (target, value, host) => {
        const area = headerArea(target.table, place(target));
        writeContent({ sheet: target.table.sheet, area }, `'${textOf(value)}`, host);
      },
    },
  },
  methods: {
    GetRange: (target) => range({ sheet: target.table.sheet, area: { ...target.table.area, ...place(target) } }),
    GetHeaderRowRange: (target) => range({ sheet: target.table.sheet, area: headerArea(target.table, place(target)) }),
    GetDataBodyRange: (target) => range({ sheet: target.table.sheet, area: bodyArea(target.table, place(target)) }),
    GetTotalRowRange: (target) => range({ sheet: target.table.sheet, area: totalsArea(target.table, place(target)) }),
  },
});

function find(table: Table, args: Arguments): HostObject | undefined {
  const key = args.raw(0);
  const column =
    typeof key === 'number'
      ? table.columns.find(({ id }) => id === key)
      : table.columns.find(({ name }) => name.toLowerCase() === args.text(0).toLowerCase());
  return column && tableColumn({ table, column });
}

function found(table: Table, args: Arguments): HostObject {
  const column = find(table, args);
  if (column === undefined) throw refusal('ItemNotFound');
  return column;
}

/** The columns of a table, in their order. */
export const tableColumns: Maker<Table> = defineKind<Table>({
  name: 'TableColumnCollection',
  properties: { Count: { get: ({ columns }) => columns.length } },
  items: (table) => table.columns.map((column) => tableColumn({ table, column })),
  item: found,
  methods: {
    Add: (table, args, host) => {
      const at = addTableColumn(table, args.optionalInteger(0), host);
      const area = { ...table.area, column: table.area.column + at, columns: 1 };
      const values = args.raw(1);
      if (values !== undefined) writeContent({ sheet: table.sheet, area }, values, host);
      const name = args.optionalText(2);
      if (name !== undefined) writeContent({ sheet: table.sheet, area: { ...area, rows: 1 } }, `'${name}`, host);
      const column = table.columns[at];
      if (column === undefined) throw refusal('GeneralException');
      return tableColumn({ table, column });
    },
    GetItem: found,
    GetItemOrNullObject: (table, args) => find(table, args) ?? NOTHING,
    GetItemAt: (table, args) => {
      const column = table.columns[args.integer(0)];
      if (column === undefined) throw refusal('InvalidArgument');
      return tableColumn({ table, column });
    },
    GetCount: ({ columns }) => columns.length,
  },
});
