/*
 * Takes back the last run: the before-image goes back where every cell still holds what the run wrote. It keeps nothing
 * itself; the tasks keep the record in memory for as long as the add-in is loaded.
 */
import type { Place } from './finding';
import { type HostRefusal, runBatch } from './host';
import { type ReadRequest, readAreas } from './requests';
import { putBack } from './restore';
import { findSheet, findTable, readShape } from './shape';
import type { RunRecord } from './writer';

/** What came of taking a run back. `changed` lists the cells that someone has changed since; nothing was touched. */
export type UndoResult =
  | { readonly ok: true; readonly tables: readonly string[]; readonly emptied: readonly string[] }
  | { readonly ok: false; readonly reason: 'changed'; readonly cells: readonly Place[] }
  | { readonly ok: false; readonly reason: 'not known' }
  /** A table hides rows by its filter: what went back would land in the wrong rows. Nothing was touched. */
  | { readonly ok: false; readonly reason: 'filtered'; readonly table: string }
  | { readonly ok: false; readonly reason: 'refused'; readonly refusal: HostRefusal; readonly partly: boolean };

/** Takes back a run. All or nothing: one changed cell stops it. */
export async function undoRun({ images, after }: RunRecord): Promise<UndoResult> {
  if (after.length !== images.length) return { ok: false, reason: 'not known' };
  const outcome = await runBatch(async (context): Promise<UndoResult> => {
    const shape = await readShape(context);
    const gone = images.filter(({ area }) => findSheet(shape, area.sheet) === undefined);
    if (gone.length > 0) return { ok: false, reason: 'changed', cells: gone.map(({ area }) => ({ ...area })) };
    const filtered = images.find(({ table }) => findTable(shape, table)?.isFiltered === true);
    if (filtered) return { ok: false, reason: 'filtered', table: filtered.table };
    const requests = images.map(({ area }): ReadRequest => ({ ...area, properties: ['formulas'] }));
    const now = await readAreas(context, requests);
    const cells = images.flatMap(({ area, before }, index) =>
      (after[index] ?? []).flatMap((row, r) =>
        row.flatMap((cell, c): Place[] => {
          const isOurs = before[r]?.[c] !== null;
          if (!isOurs || now[index]?.formulas?.[r]?.[c] === cell) return [];
          return [{ sheet: area.sheet, row: area.row + r, column: area.column + c }];
        }),
      ),
    );
    return cells.length > 0 ? { ok: false, reason: 'changed', cells } : WAY_IS_CLEAR;
  });
  if (!outcome.ok) return { ok: false, reason: 'refused', refusal: outcome.problem, partly: false };
  if (!outcome.value.ok) return outcome.value;
  const back = await putBack(images);
  if (back.ok) return { ok: true, tables: images.map(({ table }) => table), emptied: back.standing };
  return { ok: false, reason: 'refused', refusal: back.refusal, partly: true };
}

const WAY_IS_CLEAR: UndoResult = { ok: true, tables: [], emptied: [] };
