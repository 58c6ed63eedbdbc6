/*
 * Takes back the last run: the before-image goes back where every cell still holds what the run wrote. It keeps nothing
 * itself; the tasks keep the record in memory for as long as the add-in is loaded.
 */
import type { SheetArea } from './address';
import type { BlockImage } from './beforeImage';
import type { Place } from './finding';
import { type HostRefusal, runBatch } from './host';
import { bandMade, grownBeyond, needsTotalsHidden, roomMade } from './madeRoom';
import { type CellScalar, readAreas } from './requests';
import { putBack } from './restore';
import { tableDefinition } from './schema';
import { type WorkbookShape, findSheet, findTable, readShape } from './shape';
import { readBack } from './writer';
import type { RunRecord } from './writeResult';

/** What came of taking a run back. `changed` lists the cells that someone has changed since; nothing was touched. */
export type UndoResult =
  | { readonly ok: true; readonly tables: readonly string[]; readonly emptied: readonly string[] }
  | { readonly ok: false; readonly reason: 'changed'; readonly cells: readonly Place[] }
  | { readonly ok: false; readonly reason: 'not known' }
  /** A table hides rows by its filter: what went back would land in the wrong rows. Nothing was touched. */
  | { readonly ok: false; readonly reason: 'filtered'; readonly table: string }
  /** A table shows its total row, and Excel changes the size of no such table. Nothing was touched. */
  | { readonly ok: false; readonly reason: 'totals shown'; readonly table: string }
  | { readonly ok: false; readonly reason: 'refused'; readonly refusal: HostRefusal; readonly partly: boolean };

/** Takes back a run. All or nothing: one changed cell stops it. */
export async function undoRun({ images, after, room: left, band: above }: RunRecord): Promise<UndoResult> {
  if (after.length !== images.length) return { ok: false, reason: 'not known' };
  const outcome = await runBatch(async (context): Promise<UndoResult> => {
    const shape = await readShape(context);
    const gone = images.filter(({ area }) => findSheet(shape, area.sheet) === undefined);
    if (gone.length > 0) return { ok: false, reason: 'changed', cells: gone.map(({ area }) => ({ ...area })) };
    const filtered = images.find(({ table }) => findTable(shape, table)?.isFiltered === true);
    if (filtered) return { ok: false, reason: 'filtered', table: filtered.table };
    const now = await readBack(context, images);
    const cells = images.flatMap((image, index): Place[] => {
      const [room, band] = [roomMade(image), bandMade(image)];
      const isOurs = (r: number, c: number): boolean => image.before[r]?.[c] !== null;
      return [
        ...changedCells(image.area, after[index], now.after[index]).filter(([r, c]) => isOurs(r, c)),
        ...(room === undefined ? [] : changedCells(room, left[index], now.room[index])),
        ...(band === undefined ? [] : changedCells(band, above[index], now.band[index])),
      ].map(([, , place]) => place);
    });
    cells.push(...(await typedBeyond(context, images, shape)));
    if (cells.length > 0) return { ok: false, reason: 'changed', cells: eachOnce(cells) };
    const totalled = images.find((image) => needsTotalsHidden(image, findTable(shape, image.table)));
    return totalled ? { ok: false, reason: 'totals shown', table: totalled.table } : WAY_IS_CLEAR;
  });
  if (!outcome.ok) return { ok: false, reason: 'refused', refusal: outcome.problem, partly: false };
  if (!outcome.value.ok) return outcome.value;
  const back = await putBack(images);
  if (back.ok) return { ok: true, tables: images.map(({ table }) => table), emptied: back.standing };
  return { ok: false, reason: 'refused', refusal: back.refusal, partly: true };
}

/** A changed cell: its place in the grid and on its sheet. */
type Changed = readonly [r: number, c: number, place: Place];
type Grid = readonly (readonly CellScalar[])[] | undefined;

/** The cells of an area that do not hold what they held right after the run. */
function changedCells(area: SheetArea, then: Grid, now: Grid): readonly Changed[] {
  return (then ?? []).flatMap((row, r) =>
    row.flatMap((cell, c): Changed[] => {
      if (now?.[r]?.[c] === cell) return [];
      return [[r, c, { sheet: area.sheet, row: area.row + r, column: area.column + c }]];
    }),
  );
}

/** What stands in rows and columns that a table of the run's has got since. */
async function typedBeyond(
  context: Excel.RequestContext,
  images: readonly BlockImage[],
  shape: WorkbookShape,
): Promise<readonly Place[]> {
  const areas = images.flatMap((image) => {
    const { rows, columns } = grownBeyond(image, findTable(shape, image.table));
    // Excel fills a calculated column of ours down by itself: that is nothing anybody typed.
    const isFilled = (cell: CellScalar): boolean =>
      tableDefinition(image.table)?.holds === 'output' && String(cell).startsWith('=');
    return [
      ...(rows === undefined ? [] : [{ area: rows, isTyped: (cell: CellScalar) => !isFilled(cell) }]),
      ...(columns === undefined ? [] : [{ area: columns, isTyped: () => true }]),
    ];
  });
  const read = await readAreas(
    context,
    areas.map(({ area }) => ({ ...area, properties: ['formulas'] as const })),
  );
  return areas.flatMap(({ area, isTyped }, at) =>
    (read[at]?.formulas ?? []).flatMap((row, r) =>
      row.flatMap((cell, c): Place[] => {
        if (cell === '' || !isTyped(cell)) return [];
        return [{ sheet: area.sheet, row: area.row + r, column: area.column + c }];
      }),
    ),
  );
}

/** A cell may have been written and stand in a column that was added. */
function eachOnce(cells: readonly Place[]): readonly Place[] {
  const known = new Map(cells.map((place) => [`${place.sheet}\u0001${place.row}\u0001${place.column}`, place]));
  return [...known.values()];
}

const WAY_IS_CLEAR: UndoResult = { ok: true, tables: [], emptied: [] };
