/*
 * Excel.Worksheet, its protection and its frozen panes.
 */
import type { Sheet } from '../../book/sheet';
import { MAX_COLUMNS, MAX_ROWS } from '../../book/values';
import type { Host } from '../host';
import { refusal } from '../hostError';
import { defineKind, type HostObject, type Maker, NOTHING } from '../kind';
import { requireNewSheetName, requireOpenStructure, requireUnmentioned } from '../nameRules';
import { fullAddress, onSheet, rangeOf, wholeSheet } from '../rangeMath';
import { charts } from './charts';
import { names } from './names';
import { colourOf, textOf, truthOf, wordOf } from './propertyValues';
import { range, rangeTarget } from './range';
import { tables } from './tables';

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;

const tell = (sheet: Sheet): void => sheet.book.changed({ kind: 'structure', sheet, area: undefined });

function rename(sheet: Sheet, value: unknown, host: Host): void {
  const name = textOf(value);
  if (name === sheet.name) return;
  requireOpenStructure(sheet.book);
  if (name.toLowerCase() !== sheet.name.toLowerCase()) requireNewSheetName(sheet.book, name);
  requireUnmentioned(sheet.book, sheet.name, 'Worksheet.name');
  for (const defined of sheet.book.names) if (defined.scope === sheet.name) defined.scope = name;
  sheet.name = name;
  host.markWritten();
  tell(sheet);
}

function setVisibility(sheet: Sheet, value: unknown): void {
  const visibility = wordOf(value, VISIBILITIES);
  requireOpenStructure(sheet.book);
  const others = sheet.book.sheets.some((other) => other !== sheet && other.visibility === 'Visible');
  if (visibility !== 'Visible' && !others) throw refusal('InvalidOperation');
  sheet.visibility = visibility;
  tell(sheet);
}

function usedRange(sheet: Sheet, valuesOnly: boolean): HostObject | undefined {
  const area = sheet.usedArea(!valuesOnly);
  return area && range({ sheet, area });
}

/** A worksheet. */
export const worksheet: Maker<Sheet> = defineKind<Sheet>({
  name: 'Worksheet',
  id: ({ id }) => id,
  notUndoable: ['Name', 'Visibility', 'Position', 'Copy', 'Delete'],
  properties: {
    Id: { get: ({ id }) => id },
    Name: { get: ({ name }) => name, set: rename },
    Position: { get: (sheet) => sheet.book.sheets.indexOf(sheet) },
    Visibility: { get: ({ visibility }) => visibility, set: setVisibility },
    TabColor: {
      get: ({ tabColor }) => tabColor,
      set: (sheet, value) => {
        sheet.tabColor = value === '' ? '' : colourOf(value);
        tell(sheet);
      },
    },
    ShowGridlines: { get: ({ showGridlines }) => showGridlines },
    // What Office.js sends when `showGridlines` is set.
    Gridlines: {
      set: (sheet, value) => {
        sheet.showGridlines = truthOf(value);
        tell(sheet);
      },
    },
  },
  links: {
    Tables: (sheet) => tables({ book: sheet.book, sheet }),
    Names: (sheet) => names({ book: sheet.book, sheet }),
    Charts: (sheet) => charts(sheet),
    Protection: (sheet) => protection(sheet),
    FreezePanes: (sheet) => freezePanes(sheet),
  },
  methods: {
    Activate: (sheet, _args, host) => {
      if (sheet.visibility !== 'Visible') throw refusal('InvalidOperation');
      host.show(sheet);
    },
    GetRange: (sheet, args, host) => {
      const address = args.optionalText(0);
      return range(address === undefined ? { sheet, area: wholeSheet() } : rangeOf(sheet, address, host));
    },
    GetRangeByIndexes: (sheet, args) => {
      const area = { row: args.integer(0), column: args.integer(1), rows: args.integer(2), columns: args.integer(3) };
      return range({ sheet, area: onSheet(area) });
    },
    GetCell: (sheet, args) =>
      range({ sheet, area: onSheet({ row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 }) }),
    GetUsedRange: (sheet, args) =>
      usedRange(sheet, args.truth(0, false)) ?? range({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } }),
    GetUsedRangeOrNullObject: (sheet, args) => usedRange(sheet, args.truth(0, false)) ?? NOTHING,
    _RegisterDataChangedEvent: (sheet, _args, host) => void host.watchedSheets.add(sheet.id),
    _UnregisterDataChangedEvent: (sheet, _args, host) => void host.watchedSheets.delete(sheet.id),
  },
  calculatedMethods: ['GetUsedRange', 'GetUsedRangeOrNullObject'],
});

const protection: Maker<Sheet> = defineKind<Sheet>({
  name: 'WorksheetProtection',
  properties: { Protected: { get: ({ isProtected }) => isProtected } },
});

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows >= MAX_ROWS || columns >= MAX_COLUMNS) throw refusal('InvalidArgument');
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  tell(sheet);
}

const freezePanes: Maker<Sheet> = defineKind<Sheet>({
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (sheet, args) => freeze(sheet, args.optionalInteger(0) ?? 0, 0),
    FreezeColumns: (sheet, args) => freeze(sheet, 0, args.optionalInteger(0) ?? 0),
    FreezeAt: (sheet, args, host) => {
      const object = args.object(0);
      const { area } = object === undefined ? rangeOf(sheet, args.text(0), host) : rangeTarget(object);
      freeze(
        sheet,
        area.rows === MAX_ROWS ? 0 : area.row + area.rows,
        area.columns === MAX_COLUMNS ? 0 : area.column + area.columns,
      );
    },
    Unfreeze: (sheet) => freeze(sheet, 0, 0),
    GetLocationOrNullObject: (sheet) => {
      const { frozenRows, frozenColumns } = sheet;
      if (frozenRows === 0 && frozenColumns === 0) return NOTHING;
      const whole = wholeSheet();
      return range({
        sheet,
        area: { ...whole, rows: frozenRows || whole.rows, columns: frozenColumns || whole.columns },
      });
    },
  },
});

/** The address of a sheet's changed cells, as `onChanged` gives it: without the sheet's name. */
export function localChangeAddress(sheet: Sheet, area: Parameters<typeof onSheet>[0]): string {
  return fullAddress({ sheet, area }).split('!').slice(-1)[0] ?? '';
}
