/*
 * The steps that put before-images back: which cells are emptied, written and resized, in what order. Sending them, and what
 * is done when Excel refuses, is `restore`.
 */
import { type SheetArea, areaAddress } from './address';
import type { BlockImage } from './beforeImage';
import { defaultHeadings, unnamedHusk } from './husks';
import type { WriteStep } from './requests';
import { type TableShape, type WorkbookShape, findSheet, findTable } from './shape';
import { headingInput } from './tableWrite';
import { cellSteps, resizeStep } from './writeTable';

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
