/*
 * Puts before-images back into the workbook, whatever stands there now. Tried twice: a refusal that was of the moment (a
 * cell being edited, a lost answer) must not leave a workbook half put back.
 */
import type { BlockImage } from './beforeImage';
import { type HostRefusal, runBatch } from './host';
import { writeSteps } from './requests';
import { restoreSteps } from './restoreSteps';
import { type WorkbookShape, findSheet, readShape } from './shape';

/** What came of it. `standing` are the sheets of tables that were made: emptied, and still there. */
export type PutBack =
  | { readonly ok: true; readonly standing: readonly string[] }
  | { readonly ok: false; readonly standing: readonly []; readonly refusal: HostRefusal };

/** Puts everything back as the images have it. */
export async function putBack(images: readonly BlockImage[]): Promise<PutBack> {
  const first = await putBackOnce(images);
  return first.ok ? first : putBackOnce(images);
}

async function putBackOnce(images: readonly BlockImage[]): Promise<PutBack> {
  const outcome = await runBatch(async (context) => {
    const shape = await readShape(context);
    await writeSteps(context, restoreSteps(images, shape));
    return standingSheets(images, shape);
  });
  return outcome.ok ? { ok: true, standing: outcome.value } : { ok: false, standing: [], refusal: outcome.problem };
}

function standingSheets(images: readonly BlockImage[], shape: WorkbookShape): string[] {
  return images
    .filter(({ frameBefore, area }) => frameBefore === undefined && findSheet(shape, area.sheet) !== undefined)
    .map(({ area }) => area.sheet);
}
