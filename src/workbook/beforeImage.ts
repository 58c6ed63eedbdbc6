/*
 * What a run changes, as it was before and as it was afterwards: enough to put it back. Kept in memory only, never in the
 * workbook; it knows nothing of tasks.
 */
import { type Area, type SheetArea, areaAddress } from './address';
import { defaultHeadings, unnamedHusk } from './husks';
import type { CellScalar, ReadRequest, WriteStep } from './requests';
import { type TableShape, type WorkbookShape, findSheet, findTable } from './shape';
import { type TableWrite, headingInput } from './tableWrite';
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

/**
 * Room a run made and may have left empty: the body of a table made without rows, or the columns that a standing one got.
 * What is typed there since is the user's, and would be lost with the frame.
 *
 * @returns undefined where the run made none; cells of `area` may be in it as well
 */
export function roomMade({ area, frameBefore, frameAfter }: BlockImage): SheetArea | undefined {
  const { sheet } = area;
  const body = { sheet, row: frameAfter.row + 1, column: frameAfter.column, rows: frameAfter.rows - 1 };
  if (frameBefore === undefined) return area.rows > 0 ? undefined : { ...body, columns: frameAfter.columns };
  const columns = frameAfter.columns - frameBefore.columns;
  return columns > 0 ? { ...body, column: frameAfter.column + frameBefore.columns, columns } : undefined;
}

function rowsBelow(area: SheetArea, frame: Area): SheetArea | undefined {
  const first = Math.max(area.row, frame.row + frame.rows);
  const rows = area.row + area.rows - first;
  return rows > 0 ? { ...area, row: first, rows } : undefined;
}

/**
 * The steps that put images back into the workbook as it stands now: after a failure a sheet or table may not have been
 * made at all. A sheet the run added is emptied, never deleted.
 *
 * Rows that the run made go first and headings last, so that no formula is left naming a column that is gone.
 */
export function restoreSteps(images: readonly BlockImage[], shape: WorkbookShape): WriteStep[] {
  const made = images.filter(({ frameBefore, area }) => frameBefore === undefined && findSheet(shape, area.sheet));
  const changed = images.filter(({ frameBefore }) => frameBefore !== undefined);
  return [
    ...made.map(emptyStep),
    ...changed.flatMap((image) => changedSteps(image, shape)),
    ...made.flatMap((image) => [...shrinkSteps(image, tableOf(image, shape)), clearStep(image)]),
  ];
}

function changedSteps(image: BlockImage, shape: WorkbookShape): WriteStep[] {
  const { area, before, frameBefore, formatsBelow } = image;
  const table = findTable(shape, image.table);
  const steps = cellSteps(area.sheet, area.row, area.column, before);
  if (formatsBelow !== undefined) {
    steps.push(unlinkStep(formatsBelow.area));
    steps.push({
      bytes: formatsBelow.formats.length * formatsBelow.area.columns * 12 + 200,
      apply(context) {
        const range = context.workbook.worksheets.getItem(area.sheet).getRange(areaAddress(formatsBelow.area));
        range.numberFormat = formatsBelow.formats.map((row) => [...row]) as string[][];
      },
    });
  }
  if (table !== undefined && frameBefore !== undefined && areaAddress(table.area) !== areaAddress(frameBefore)) {
    steps.push(resizeStep(image.table, area.sheet, areaAddress(frameBefore)));
  }
  return [...steps, ...clearAddedColumns(image)];
}

/** Empties what stood in the columns a table had been given at its right end, headings included. */
function clearAddedColumns({ area, frameBefore, frameAfter }: BlockImage): WriteStep[] {
  if (frameBefore === undefined || frameAfter.columns <= frameBefore.columns) return [];
  const first = frameAfter.column + frameBefore.columns;
  const columns = frameAfter.columns - frameBefore.columns;
  return [
    {
      bytes: 300,
      apply(context) {
        const sheet = context.workbook.worksheets.getItem(area.sheet);
        sheet.getRangeByIndexes(frameAfter.row, first, frameAfter.rows, columns).clear();
      },
    },
  ];
}

/** Takes the links off rows that came in: an emptied cell would keep its own. */
function unlinkStep(area: SheetArea): WriteStep {
  return {
    bytes: 300,
    apply(context) {
      context.workbook.worksheets.getItem(area.sheet).getRange(areaAddress(area)).clear('RemoveHyperlinks');
    },
  };
}

/** The table that was made; Excel may have refused to give it its name. */
function tableOf({ table, area }: BlockImage, shape: WorkbookShape): TableShape | undefined {
  return findTable(shape, table) ?? unnamedHusk(shape, area.sheet);
}

/**
 * Excel may keep an empty table where one was cleared: it is made as small as Excel allows, and filled by the next run. Its
 * headings go first: refused after that, it is a table of none of our headings, which the next run makes again (`husks`).
 */
function shrinkSteps({ area, frameAfter }: BlockImage, standing: TableShape | undefined): WriteStep[] {
  if (standing === undefined) return [];
  const { row, column, columns } = standing.area;
  return [
    ...cellSteps(area.sheet, row, column, headingInput(defaultHeadings(columns))),
    resizeStep(standing.name, area.sheet, areaAddress({ ...frameAfter, rows: 2, columns: 1 })),
  ];
}

/** Empties the rows of a table that was made; it keeps its looks for as long as it keeps its headings. */
function emptyStep({ area, frameAfter: { row, column, rows, columns } }: BlockImage): WriteStep {
  return {
    bytes: 300,
    apply(context) {
      const sheet = context.workbook.worksheets.getItem(area.sheet);
      sheet.getRangeByIndexes(row + 1, column, rows - 1, columns).clear('Contents');
    },
  };
}

/** Empties the sheet of a table that was made, looks and all, down to the end of the table. */
function clearStep({ area, frameAfter }: BlockImage): WriteStep {
  return {
    bytes: 400,
    apply(context) {
      const sheet = context.workbook.worksheets.getItem(area.sheet);
      const range = sheet.getRangeByIndexes(0, 0, frameAfter.row + frameAfter.rows, frameAfter.columns);
      range.clear();
      range.dataValidation.clear();
    },
  };
}
