/*
 * What a run changes, as it was before and as it was afterwards: enough to put it back. Kept in memory only, never in the
 * workbook; it knows nothing of tasks.
 */
import { type Area, type SheetArea, areaAddress } from './address';
import type { CellScalar, ReadRequest, WriteStep } from './requests';
import { type TableShape, type WorkbookShape, findSheet, findTable } from './shape';
import type { TableWrite } from './tableWrite';
import { type CellInput, cellAsRead } from './textCell';
import { cellSteps, resizeStep } from './writeTable';

/** One table's cells before a run; `made` when the run made the table, and perhaps its sheet. */
export interface BlockImage {
  readonly table: string;
  readonly area: SheetArea;
  /** What puts each cell back; null for a cell the run leaves alone. */
  readonly before: readonly (readonly CellInput[])[];
  readonly frameBefore: Area | undefined;
  readonly frameAfter: Area;
  /** The number formats of the rows that came in below; undefined for a table the run made. */
  readonly formatsBelow?: { readonly area: SheetArea; readonly formats: readonly (readonly CellScalar[])[] };
}

/** The cells to read for the image of a change: those that hold something before it. */
export function imageRequest(write: TableWrite): ReadRequest | undefined {
  if (write.before === undefined || write.area.rows === 0) return undefined;
  return { ...write.area, properties: ['values', 'formulas', 'numberFormat'] };
}

/** Makes the image of a change from what was read; a table that is made has no cells before. */
export function imageOf(
  write: TableWrite,
  read: { formulas?: CellScalar[][]; values?: CellScalar[][]; numberFormat?: CellScalar[][] } | undefined,
): BlockImage {
  const before = write.input.map((row, r) =>
    row.map((cell, c): CellInput => {
      if (cell === null) return null;
      return read === undefined ? '' : cellAsRead(read.formulas?.[r]?.[c], read.values?.[r]?.[c]);
    }),
  );
  const image = {
    table: write.definition.name,
    area: write.area,
    before,
    frameBefore: write.before,
    frameAfter: write.after,
  };
  const below = write.before === undefined ? undefined : rowsBelow(write.area, write.before);
  if (below === undefined || read?.numberFormat === undefined) return image;
  const formats = read.numberFormat.slice(below.row - write.area.row);
  return { ...image, formatsBelow: { area: below, formats } };
}

function rowsBelow(area: SheetArea, frame: Area): SheetArea | undefined {
  const first = Math.max(area.row, frame.row + frame.rows);
  const rows = area.row + area.rows - first;
  return rows > 0 ? { ...area, row: first, rows } : undefined;
}

/**
 * The steps that put one image back into the workbook as it stands now: after a failure a sheet or table may not have
 * been made at all. A sheet the run added is emptied, never deleted.
 */
export function restoreSteps(image: BlockImage, shape: WorkbookShape): WriteStep[] {
  const { area, before, frameBefore, formatsBelow } = image;
  const table = findTable(shape, image.table);
  if (frameBefore === undefined) return emptySteps(image, shape, table);
  const steps = cellSteps(area.sheet, area.row, area.column, before);
  if (formatsBelow !== undefined) {
    steps.push({
      bytes: formatsBelow.formats.length * formatsBelow.area.columns * 12 + 200,
      apply(context) {
        const range = context.workbook.worksheets.getItem(area.sheet).getRange(areaAddress(formatsBelow.area));
        range.numberFormat = formatsBelow.formats.map((row) => [...row]) as string[][];
      },
    });
  }
  if (table !== undefined && areaAddress(table.area) !== areaAddress(frameBefore)) {
    steps.push(resizeStep(image.table, area.sheet, areaAddress(frameBefore)));
  }
  return steps;
}

/**
 * Empties what a run made. Excel may keep an empty table where the cells of one were cleared; it is made as small as
 * Excel allows, and the next run fills it again.
 */
function emptySteps(image: BlockImage, shape: WorkbookShape, table: TableShape | undefined): WriteStep[] {
  const { area, frameAfter } = image;
  if (findSheet(shape, area.sheet) === undefined) return [];
  const steps: WriteStep[] = [];
  if (table !== undefined) {
    steps.push(resizeStep(image.table, area.sheet, areaAddress({ ...frameAfter, rows: 2, columns: 1 })));
  }
  steps.push({
    bytes: 400,
    apply(context) {
      const sheet = context.workbook.worksheets.getItem(area.sheet);
      sheet.getRangeByIndexes(0, 0, frameAfter.row + frameAfter.rows, frameAfter.columns).clear();
    },
  });
  return steps;
}
