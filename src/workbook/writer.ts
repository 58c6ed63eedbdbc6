/*
 * The one writer: carries out a plan, or leaves the workbook as it was and says so. It is the only file from which a
 * workbook is changed; what is to be written was decided by the task and worked out by `tableWrite`.
 *
 * Order: look at the workbook and stop at whatever is in the way; read the inputs again and stop if they changed; keep
 * the before-image of every cell; write in requests under 5 MB; read back what Excel made of it, for undo.
 */
import type { BlockImage } from './beforeImage';
import { type HostRefusal, capabilities, runBatch } from './host';
import { bandMade, roomMade } from './madeRoom';
import type { WorkbookPlan } from './plan';
import { prepare } from './prepareWrite';
import { type ReadRequest, type WriteStep, readAreas, writeSteps } from './requests';
import { putBack } from './restore';
import type { TableWrite } from './tableWrite';
import type { RunRecord, WriteResult, WriteStop } from './writeResult';
import { bodySteps, frameSteps } from './writeTable';

/** How a plan is to be written. */
export interface WriteOptions {
  /** One step in Excel's undo list, where Excel has groups. False after the user agreed to do without. */
  readonly grouped?: boolean;
  /** Whether headings stay in view while scrolling; false after Excel refused that. */
  readonly freezes?: boolean;
  readonly watch?: (done: number, total: number) => void;
}

/** Carries out a plan. Bad news comes back as data; only a fault of ours is thrown. */
export async function writePlan(plan: WorkbookPlan, options: WriteOptions = {}): Promise<WriteResult> {
  const able = capabilities();
  if (!able.isExcel) return unchanged({ kind: 'no-excel' });
  if (!able.meetsFloor) return unchanged({ kind: 'excel-too-old' });

  const prepared = await runBatch((context) => prepare(context, plan));
  if (!prepared.ok) return unchanged({ kind: 'refused', refusal: prepared.problem });
  if (!prepared.value.ok) return unchanged(prepared.value.problem);
  const { writes, links, images } = prepared.value.value;

  const grouped = (options.grouped ?? true) && able.groupsUndo;
  const freezes = options.freezes ?? true;
  const steps = stepsOf(writes, links, freezes);
  const written = await runBatch((context) => writeSteps(context, steps, options.watch), grouped).catch(
    async (fault: unknown) => {
      // A fault of ours: the workbook goes back first, then the fault goes on up.
      await takeBack(images, { code: 'GeneralException', message: '' });
      throw fault;
    },
  );
  if (!written.ok) {
    const stopped = await takeBack(images, written.problem, grouped);
    // Some Excels cannot freeze rows of a sheet that is not in front (office-js #2196): a run does without.
    const isFreezing = freezes && /freeze/i.test(written.problem.statement ?? '');
    if (!stopped.ok && stopped.workbook === 'restored' && isFreezing) {
      return writePlan(plan, { ...options, freezes: false });
    }
    return stopped;
  }

  const after = await runBatch((context) => readBack(context, images));
  // The run stands; without knowing what Excel made of it, undo would have to guess, so it will say it cannot.
  const record: RunRecord = { images, ...(after.ok ? after.value : { after: [], room: [], band: [] }) };
  return { ok: true, tables: writes.map(({ definition }) => definition.name), record };
}

/** The frames of all tables, then what fills them. What a run records of itself comes last: it is true only of a whole run. */
function stepsOf(writes: readonly TableWrite[], links: readonly WriteStep[], freezes: boolean): WriteStep[] {
  const isRecord = ({ planned }: TableWrite): boolean => planned.action === 'append';
  return [
    ...writes.flatMap((write) => frameSteps(write, freezes)),
    ...writes.filter((write) => !isRecord(write)).flatMap(bodySteps),
    ...links,
    ...writes.filter(isRecord).flatMap(bodySteps),
  ];
}

function unchanged(stop: WriteStop): WriteResult {
  return { ok: false, workbook: 'unchanged', stop, emptied: [] };
}

/** What a run's cells hold: those it wrote, those it made room for, and those above the rows of the tables it made. */
export async function readBack(
  context: Excel.RequestContext,
  images: readonly BlockImage[],
): Promise<Pick<RunRecord, 'after' | 'room' | 'band'>> {
  const areas = [
    ...images.map(({ area }) => area),
    ...images.map((image) => roomMade(image) ?? { ...image.area, rows: 0 }),
    ...images.map((image) => bandMade(image) ?? { ...image.area, rows: 0 }),
  ];
  const read = await readAreas(
    context,
    areas.map((area): ReadRequest => ({ ...area, properties: ['formulas'] })),
  );
  const grids = read.map((answer) => answer.formulas ?? []);
  const part = (at: number) => grids.slice(at * images.length, (at + 1) * images.length);
  return { after: part(0), room: part(1), band: part(2) };
}

/**
 * What Excel says when it cannot keep an undo group: for one of the calls in it, for some thousand formulas (office-js
 * #6491), or as an error of its own on the web (#6255, #6711). The same is then written without a group, if the user agrees.
 */
const NO_GROUP: ReadonlySet<string> = new Set(['UndoNotSupported', 'GeneralException']);

/** After a refusal: puts every block back and says what the workbook is now. */
async function takeBack(images: readonly BlockImage[], refusal: HostRefusal, grouped = false): Promise<WriteResult> {
  const isOfGroup = refusal.code === 'UndoNotSupported' || (grouped && NO_GROUP.has(refusal.code));
  const stop: WriteStop = { kind: isOfGroup ? 'undo-not-supported' : 'refused', refusal };
  const { ok, standing } = await putBack(images);
  return { ok: false, workbook: ok ? 'restored' : 'partly written', stop, emptied: standing };
}
