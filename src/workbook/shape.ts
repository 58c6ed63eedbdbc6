/*
 * What stands in the workbook: its sheets, tables and names with their places. It is read in two requests whatever the
 * size of the workbook, and says nothing about what the cells mean.
 */
import type { Area, SheetArea } from './address';

/** A sheet. `used` is the rectangle around its values, undefined when it is empty. */
export interface SheetShape {
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  readonly used: Area | undefined;
}

/** An Excel table. `area` holds header (where shown), body and totals row; `body` the body alone. */
export interface TableShape {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly body: Area;
  readonly showsHeader: boolean;
  /** Rows are hidden by its filter. Excel puts values into the wrong rows of such a table (office-js #224). */
  readonly isFiltered: boolean;
  readonly columns: readonly string[];
}

/** A defined name of the workbook, with what it stands for (`=Ledger!$A$10:$F$10`). */
export interface NameShape {
  readonly name: string;
  readonly refersTo: string;
}

/** The workbook as a whole. */
export interface WorkbookShape {
  readonly sheets: readonly SheetShape[];
  readonly tables: readonly TableShape[];
  readonly names: readonly NameShape[];
  /** False when Excel calculates only when asked. It is the user's setting and never changed. */
  readonly calculates: boolean;
  /** The workbook is protected against new sheets (Review, Protect Workbook). */
  readonly isStructureProtected: boolean;
}

/** Reads the shape of the workbook: two requests. */
export async function readShape(context: Excel.RequestContext): Promise<WorkbookShape> {
  const { worksheets, tables, names, application, protection: structure } = context.workbook;
  application.load('calculationMode');
  structure.load('protected');
  worksheets.load('items/name,items/visibility');
  tables.load('items/name,items/showFilterButton');
  names.load('items/name,items/value');
  await context.sync();

  const sheetParts = worksheets.items.map((sheet) => {
    const protection = sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheet, protection, used };
  });
  const tableParts = tables.items.map((table) => {
    const sheet = table.worksheet.load('name');
    const area = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
    const columns = table.columns.load('items/name');
    // Asked only where there is a filter to ask: without its buttons a table filters nothing.
    const filter = table.showFilterButton ? table.autoFilter.load('isDataFiltered') : undefined;
    return { table, sheet, area, body, columns, filter };
  });
  await context.sync();

  return {
    sheets: sheetParts.map(({ sheet, protection, used }) => ({
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      isProtected: protection.protected,
      used: used.isNullObject ? undefined : areaOf(used),
    })),
    tables: tableParts.map(({ table, sheet, area, body, columns, filter }) => ({
      name: table.name,
      sheet: sheet.name,
      area: areaOf(area),
      body: areaOf(body),
      showsHeader: body.rowIndex > area.rowIndex,
      isFiltered: filter?.isDataFiltered ?? false,
      columns: columns.items.map((column) => column.name),
    })),
    calculates: application.calculationMode !== 'Manual',
    isStructureProtected: structure.protected,
    names: names.items.map((name) => ({ name: name.name, refersTo: String(name.value) })),
  };
}

function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** A sheet by its name, in any case, as Excel compares them. */
export function findSheet(shape: WorkbookShape, name: string): SheetShape | undefined {
  return shape.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** A table by its name, in any case. */
export function findTable(shape: WorkbookShape, name: string): TableShape | undefined {
  return shape.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
}

/** A defined name, in any case. */
export function findName(shape: WorkbookShape, name: string): NameShape | undefined {
  return shape.names.find((defined) => defined.name.toLowerCase() === name.toLowerCase());
}

/** A table's body with its sheet. */
export function bodyArea(table: TableShape): SheetArea {
  return { sheet: table.sheet, ...table.body };
}
