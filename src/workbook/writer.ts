/*
 * The one writer: carries out a plan, or leaves the workbook as it was and says so. It is the only file from which a
 * workbook is changed; what is to be written was decided by the task and worked out by `tableWrite`.
 *
 * Order: look at the workbook and stop at whatever is in the way; read the inputs again and stop if they changed; keep
 * the before-image of every cell; write in requests under 5 MB; read back what Excel made of it, for undo.
 */
import type { Result } from '../money/result';
import { type BlockImage, imageOf, imageRequest, roomMade } from './beforeImage';
import type { Finding } from './finding';
import { fingerprintOf } from './fingerprint';
import { hasMoved } from './hasMoved';
import { type HostRefusal, capabilities, runBatch } from './host';
import type { InputBlock, WorkbookPlan } from './plan';
import { type ListedTable, linkSteps, planPoolList, tablesToList } from './poolList';
import { type CellScalar, type ReadRequest, type WriteStep, readAreas, writeSteps } from './requests';
import { bodyArea, readShape } from './shape';
import { type TableWrite, type Target, findTargets, planWrite } from './tableWrite';
import { putBack } from './restore';
import { frameSteps, bodySteps } from './writeTable';
import { cellsInTheWay, roomInUse } from './inTheWay';

/** Why nothing was written, or why what was written was taken back. */
export type WriteStop =
  | { readonly kind: 'no-excel' }
  | { readonly kind: 'excel-too-old' }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'inputs-changed'; readonly inputs: readonly InputBlock[] }
  | { readonly kind: 'undo-not-supported'; readonly refusal: HostRefusal }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** What a run left behind, for taking it back. */
export interface RunRecord {
  readonly images: readonly BlockImage[];
  /** What the cells held right after the run, per image, as `formulas` reads them. */
  readonly after: readonly (readonly (readonly CellScalar[])[])[];
  /** The room that each image's run made (`roomMade`), per image, as it was left; no rows where it made none. */
  readonly room: readonly (readonly (readonly CellScalar[])[])[];
}

/** What happened to the workbook. `restored`: something was written and put back as it was. */
export type WriteResult =
  | { readonly ok: true; readonly tables: readonly string[]; readonly record: RunRecord }
  | {
      readonly ok: false;
      readonly workbook: 'unchanged' | 'restored' | 'partly written';
      readonly stop: WriteStop;
      /** Sheets the run had added: emptied, and left standing. */
      readonly emptied: readonly string[];
    };

/** How a plan is to be written. */
export interface WriteOptions {
  /** One step in Excel's undo list, where Excel has groups. False after the user agreed to do without. */
  readonly grouped?: boolean;
  /** Whether headings stay in view while scrolling; false after Excel refused that. */
  readonly freezes?: boolean;
  readonly watch?: (done: number, total: number) => void;
}

interface Prepared {
  readonly writes: readonly TableWrite[];
  readonly links: ReturnType<typeof linkSteps>;
  readonly images: readonly BlockImage[];
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
  const record: RunRecord = { images, ...(after.ok ? after.value : { after: [], room: [] }) };
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

/** Everything that is read before the first cell is written: three requests, more only where the cells exceed 5 MB. */
async function prepare(context: Excel.RequestContext, plan: WorkbookPlan): Promise<Result<Prepared, WriteStop>> {
  const shape = await readShape(context);
  const listed = [...plan.tables, planPoolList([], plan.period, plan.when ?? new Date())];
  const { targets, blockers } = findTargets(shape, listed);
  if (blockers.length > 0) return { ok: false, problem: { kind: 'blocked', findings: blockers } };

  const inputs = plan.inputs ?? [];
  const moved = inputs.filter((input) => hasMoved(shape, input));
  if (moved.length > 0) return { ok: false, problem: { kind: 'inputs-changed', inputs: moved } };

  const bodies = targets.map((target) => (target.table === undefined ? undefined : bodyArea(target.table)));
  const rooms = targets.map((target) => roomInUse(shape, target));
  const requests: ReadRequest[] = [
    ...inputs.map(
      (input): ReadRequest => ({
        ...input.area,
        properties: ['values'],
        ...(input.bytesPerRow === undefined ? {} : { bytesPerRow: input.bytesPerRow }),
      }),
    ),
    ...bodies.flatMap((area): ReadRequest[] => (area ? [{ ...area, properties: ['values'] }] : [])),
    ...rooms.flatMap((area): ReadRequest[] => (area ? [{ ...area, properties: ['values'] }] : [])),
  ];
  const answers = (await readAreas(context, requests)).map((answer) => answer.values ?? []);

  const changed = inputs.filter((input, index) => fingerprintOf(answers[index] ?? []) !== input.fingerprint);
  if (changed.length > 0) return { ok: false, problem: { kind: 'inputs-changed', inputs: changed } };

  let at = inputs.length;
  const values = bodies.map((area) => (area === undefined ? [] : (answers[at++] ?? [])));
  const room = rooms.map((area) => (area === undefined ? undefined : (answers[at++] ?? [])));

  const writes = targets.slice(0, -1).map((target, index) => planWrite(target, values[index] ?? []));
  const toList = writes.length === 0 ? [] : tablesToList(writes, shape);
  const list = planList(targets.at(-1), values.at(-1) ?? [], toList, plan);
  const all = list === undefined ? writes : [list, ...writes];
  const inTheWay = targets.flatMap((target, index) =>
    cellsInTheWay(
      all.find(({ definition }) => definition === target.definition),
      rooms[index],
      room[index],
    ),
  );
  if (inTheWay.length > 0) return { ok: false, problem: { kind: 'blocked', findings: inTheWay } };

  const imageRequests = all.map((write) => imageRequest(write));
  const read = await readAreas(
    context,
    imageRequests.flatMap((request) => (request ? [request] : [])),
  );
  let next = 0;
  const images = all.map((write, index) => imageOf(write, imageRequests[index] ? read[next++] : undefined));
  return { ok: true, value: { writes: all, links: list === undefined ? [] : linkSteps(list, toList), images } };
}

function planList(
  target: Target | undefined,
  values: readonly (readonly CellScalar[])[],
  listed: readonly ListedTable[],
  plan: WorkbookPlan,
): TableWrite | undefined {
  if (target === undefined || listed.length === 0) return undefined;
  const planned = planPoolList(listed, plan.period, plan.when ?? new Date());
  return planWrite({ ...target, planned }, values);
}

/** What a run's cells hold: those it wrote, and those it made room for. */
export async function readBack(
  context: Excel.RequestContext,
  images: readonly BlockImage[],
): Promise<Pick<RunRecord, 'after' | 'room'>> {
  const areas = [
    ...images.map(({ area }) => area),
    ...images.map((image) => roomMade(image) ?? { ...image.area, rows: 0 }),
  ];
  const read = await readAreas(
    context,
    areas.map((area): ReadRequest => ({ ...area, properties: ['formulas'] })),
  );
  const grids = read.map((answer) => answer.formulas ?? []);
  return { after: grids.slice(0, images.length), room: grids.slice(images.length) };
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
