/*
 * Reads the workbook for recognition: the cells of every visible sheet that is not ours, the number formats of its first
 * rows, merged headings and tables. It changes nothing and decides nothing; the requests grow only by 5 MB of cells.
 */
import type { SheetGrid } from '../ledger/recogniseGrid';
import type { Area } from './address';
import { type MergedAsked, askMerged, mergedAreas } from './merged';
import { ALL_TABLES } from './schema';
import { type ReadWatcher, readAreas } from './requests';
import type { SheetShape, WorkbookShape } from './shape';

/** A sheet as scanned. */
export interface ScannedSheet extends SheetGrid {
  readonly isProtected: boolean;
}

/** The workbook as scanned. `hidden` and `ours` are sheets that were not looked into. */
export interface ScannedWorkbook {
  readonly shape: WorkbookShape;
  readonly sheets: readonly ScannedSheet[];
  readonly hidden: readonly string[];
  readonly ours: readonly string[];
}

/** Formats and merged cells are read this far down: headings and the first rows under them. */
const FORMAT_ROWS = 150;

/** Whether a sheet is one of ours: it holds a table of the model, or has the name of such a table's sheet. */
export function isOurSheet(shape: WorkbookShape, sheet: string): boolean {
  const ours = new Set(ALL_TABLES.map(({ name }) => name.toLowerCase()));
  const named = ALL_TABLES.some((definition) => definition.sheet.toLowerCase() === sheet.toLowerCase());
  return named || shape.tables.some((table) => table.sheet === sheet && ours.has(table.name.toLowerCase()));
}

/**
 * Scans the workbook: all cells, formats and merged areas together, so one request, more only above 5 MB.
 *
 * @param shape - the workbook's shape as already read (`readShape`)
 */
export async function scanWorkbook(
  context: Excel.RequestContext,
  shape: WorkbookShape,
  watch?: ReadWatcher,
): Promise<ScannedWorkbook> {
  const ours = shape.sheets.filter(({ name }) => isOurSheet(shape, name)).map(({ name }) => name);
  const hidden = shape.sheets.filter(({ visible, name }) => !visible && !ours.includes(name)).map(({ name }) => name);
  const wanted = shape.sheets.filter(({ name }) => !ours.includes(name) && !hidden.includes(name));
  const used = wanted.flatMap((sheet) => (sheet.used ? [{ sheet, area: sheet.used }] : []));
  const merged = used.map(({ sheet, area }) => loadMerged(context, sheet, area));
  const answers = await readAreas(
    context,
    [
      ...used.map(({ sheet, area }) => ({ sheet: sheet.name, ...area, properties: ['values'] as const })),
      ...used.map(({ sheet, area }) => ({ sheet: sheet.name, ...headOf(area), properties: ['numberFormat'] as const })),
    ],
    watch,
  );
  const sheets = used.map(
    ({ sheet, area }, index): ScannedSheet => ({
      sheet: sheet.name,
      isProtected: sheet.isProtected,
      top: area.row,
      left: area.column,
      values: answers[index]?.values ?? [],
      formats: (answers[used.length + index]?.numberFormat ?? []).map((row) => row.map(String)),
      merged: mergedAreas(merged[index] as MergedAsked),
      tables: shape.tables
        .filter((table) => table.sheet === sheet.name && table.showsHeader)
        .map((table) => ({ name: table.name, area: table.area })),
    }),
  );
  return { shape, sheets, hidden, ours };
}

function headOf(area: Area): Area {
  return { ...area, rows: Math.min(area.rows, FORMAT_ROWS) };
}

function loadMerged(context: Excel.RequestContext, sheet: SheetShape, area: Area): MergedAsked {
  const head = headOf(area);
  const range = context.workbook.worksheets
    .getItem(sheet.name)
    .getRangeByIndexes(head.row, head.column, head.rows, head.columns);
  return askMerged(range);
}
