/*
 * A request to its response: every action in order, stopping at the first that fails. What the earlier ones did stays
 * done, as in Excel.
 */
import { settleCalculatedColumns } from './cells/calculatedColumns';
import type { Host } from './host';
import { HostError, memberUnknown, refusal } from './hostError';
import { type HostObject, NOTHING } from './kind';
import { type Action, ActionType, PathType, type RequestBody, type ResponseBody } from './protocol';
import { answerQuery, readsCalculated } from './query';
import { ObjectPaths } from './resolve';

/**
 * Runs a request against the host's workbook. A refusal is in the response; only a fault of the host itself rejects.
 * @param grouped - Is the request part of an undo group? What Excel cannot undo is then refused.
 */
export async function execute(body: RequestBody, host: Host, grouped: boolean): Promise<ResponseBody> {
  const paths = new ObjectPaths(body.ObjectPaths, host);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (needsCalculation(action, paths)) {
        settleCalculatedColumns(host);
        await host.calculateIfStale();
      }
      if (grouped) requireUndoable(action, paths);
      results.push({ ActionId: action.Id, Value: perform(action, paths, host) ?? null });
    } catch (problem) {
      settleCalculatedColumns(host);
      return { Results: results, Error: { ...described(problem, action, paths), ActionIndex: index } };
    }
  }
  settleCalculatedColumns(host);
  return { Results: results };
}

function needsCalculation(action: Action, paths: ObjectPaths): boolean {
  if (action.ActionType === ActionType.trace) return false;
  if (!paths.isKnown(action.ObjectPathId) && followsCalculated(action.ObjectPathId, paths)) return true;
  if (action.ActionType !== ActionType.query) return false;
  const object = paths.object(action.ObjectPathId);
  return object !== NOTHING && readsCalculated(object, action.QueryInfo);
}

/** Does a path not yet followed go through a method whose answer depends on formulas? */
function followsCalculated(id: number, paths: ObjectPaths): boolean {
  const path = paths.path(id);
  const parentId = path.ParentObjectPathId;
  if (parentId === undefined) return false;
  if (!paths.isKnown(parentId) && followsCalculated(parentId, paths)) return true;
  if (path.ObjectPathType !== PathType.method) return false;
  const parent = paths.object(parentId);
  return parent !== NOTHING && (parent.kind.calculatedMethods?.includes(path.Name) ?? false);
}

function requireUndoable(action: Action, paths: ObjectPaths): void {
  if (action.ActionType !== ActionType.method && action.ActionType !== ActionType.setProperty) return;
  const object = paths.object(action.ObjectPathId);
  if (object !== NOTHING && object.kind.notUndoable?.includes(action.Name)) throw refusal('UndoNotSupported');
}

function perform(action: Action, paths: ObjectPaths, host: Host): unknown {
  if (action.ActionType === ActionType.trace) return null;
  const object = paths.object(action.ObjectPathId);
  if (action.ActionType === ActionType.query) {
    const answer = answerQuery(object, action.QueryInfo, host);
    if (host.busyReads > 0 && object !== NOTHING && readsCalculated(object, action.QueryInfo)) host.busyReads--;
    return answer;
  }
  if (object === NOTHING) return null;
  switch (action.ActionType) {
    case ActionType.instantiate:
      return identity(object, host);
    case ActionType.method:
      return callMethod(object, action, paths, host);
    case ActionType.setProperty:
      return setProperty(object, action.Name, paths.arguments(action.ArgumentInfo).raw(0) ?? null, host);
    case ActionType.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        setProperty(object, name.charAt(0).toUpperCase() + name.slice(1), value, host);
      }
      return null;
    default:
      throw new HostError('NotImplemented', `The preview host has no action of type ${action.ActionType}.`);
  }
}

function identity(object: HostObject, host: Host): Record<string, unknown> {
  const id = object.kind.id?.(object.target);
  const reference = host.referenceOf(object);
  return {
    ...(id === undefined ? {} : { Id: id }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

function callMethod(object: HostObject, action: Action, paths: ObjectPaths, host: Host): unknown {
  if (action.Name === '_KeepReference') return host.keep(object);
  const method = object.kind.methods?.[action.Name];
  if (method === undefined) throw memberUnknown(object.kind.name, action.Name);
  return method(object.target, paths.arguments(action.ArgumentInfo), host);
}

function setProperty(object: HostObject, name: string, value: unknown, host: Host): void {
  const property = object.kind.properties?.[name];
  if (property?.set === undefined) throw memberUnknown(object.kind.name, name);
  property.set(object.target, value, host);
}

/** An error of the host's own making is a fault in it and passes on as it is: nothing must look like Excel's answer. */
function described(
  problem: unknown,
  action: Action,
  paths: ObjectPaths,
): { Code: string; Message: string; Location: string; HttpStatusCode: number } {
  if (!(problem instanceof HostError)) throw problem;
  return {
    Code: problem.code,
    Message: problem.message,
    Location: locationOf(action, paths),
    HttpStatusCode: problem.httpStatus,
  };
}

/** `Range.values`, `WorksheetCollection.getItem`: which member refused, as `debugInfo.errorLocation` shows it. */
function locationOf(action: Action, paths: ObjectPaths): string {
  const member = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
  try {
    if (paths.isKnown(action.ObjectPathId)) {
      const object = paths.object(action.ObjectPathId);
      return object === NOTHING ? '' : [object.kind.name, member(action.Name)].filter((part) => part !== '').join('.');
    }
    const path = paths.path(action.ObjectPathId);
    const parent = path.ParentObjectPathId === undefined ? NOTHING : paths.object(path.ParentObjectPathId);
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : member(path.Name);
    return parent === NOTHING ? '' : `${parent.kind.name}.${name}`;
  } catch {
    // The parent itself is what was refused: Excel then leaves the location empty as well.
    return '';
  }
}
