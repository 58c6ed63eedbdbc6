/*
 * Excel.TableCollection, of the workbook or of one sheet.
 */
import type { Book, Table } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { splitSheet } from '../../book/address';
import type { Arguments } from '../arguments';
import type { Host, RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, NOTHING, type Maker } from '../kind';
import { rangeOf } from '../rangeMath';
import { addTable } from '../tableRules';
import { rangeTarget } from './range';
import { table } from './table';

interface TablesTarget {
  readonly book: Book;
  /** Undefined for the tables of the whole workbook. */
  readonly sheet: Sheet | undefined;
}

function all({ book, sheet }: TablesTarget): readonly Table[] {
  return sheet === undefined ? book.tables : book.tables.filter((each) => each.sheet === sheet);
}

function find(target: TablesTarget, args: Arguments): Table | undefined {
  const key = args.raw(0);
  if (typeof key !== 'string' && typeof key !== 'number') throw refusal('InvalidArgument');
  const wanted = String(key).toLowerCase();
  return all(target).find(({ id, name }) => name.toLowerCase() === wanted || String(id) === wanted);
}

function found(target: TablesTarget, args: Arguments): Table {
  const one = find(target, args);
  if (one === undefined) throw refusal('ItemNotFound');
  return one;
}

/** Where a new table is to be: a range, or an address (of the active sheet unless it names one). */
function place({ book, sheet }: TablesTarget, args: Arguments, host: Host): RangeTarget {
  const object = args.object(0);
  if (object !== undefined) return rangeTarget(object);
  const address = args.text(0);
  const named = splitSheet(address).sheet;
  const on = named === undefined ? (sheet ?? host.activeSheet) : book.sheet(named);
  if (on === undefined) throw refusal('ItemNotFound');
  return rangeOf(on, address, host);
}

/** The tables of a workbook or of a sheet. */
export const tables: Maker<TablesTarget> = defineKind<TablesTarget>({
  name: 'TableCollection',
  properties: { Count: { get: (target) => all(target).length } },
  items: (target) => all(target).map(table),
  item: (target, args) => table(found(target, args)),
  methods: {
    Add: (target, args, host) => {
      const range = place(target, args, host);
      if (target.sheet !== undefined && range.sheet !== target.sheet) throw refusal('InvalidArgument');
      return table(addTable(range, args.truth(1, false), host));
    },
    GetItem: (target, args) => table(found(target, args)),
    GetItemOrNullObject: (target, args) => {
      const one = find(target, args);
      return one ? table(one) : NOTHING;
    },
    GetItemAt: (target, args) => {
      const one = all(target)[args.integer(0)];
      if (one === undefined) throw refusal('InvalidArgument');
      return table(one);
    },
    GetCount: (target) => all(target).length,
  },
});
