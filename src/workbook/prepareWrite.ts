/*
 * Everything that is read and decided before the first cell is written: where each table goes, whether anything has changed
 * since the plan or stands in the way, and the before-image. Writing is `writer`.
 */
import type { Result } from '../money/result';
import { type BlockImage, imageOf, imageRequest } from './beforeImage';
import { fingerprintOf } from './fingerprint';
import { hasMoved } from './hasMoved';
import { cellsInTheWay, roomInUse } from './inTheWay';
import type { WorkbookPlan } from './plan';
import { type ListedTable, linkSteps, planPoolList, tablesToList } from './poolList';
import { type CellScalar, type ReadRequest, readAreas } from './requests';
import { bodyArea, readShape } from './shape';
import { type TableWrite, type Target, findTargets, planWrite } from './tableWrite';
import type { WriteStop } from './writeResult';

/** What is written, with what puts it back. */
export interface Prepared {
  readonly writes: readonly TableWrite[];
  readonly links: ReturnType<typeof linkSteps>;
  readonly images: readonly BlockImage[];
}

/** Reads and decides it: three requests, more only where the cells exceed 5 MB. */
export async function prepare(context: Excel.RequestContext, plan: WorkbookPlan): Promise<Result<Prepared, WriteStop>> {
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
