/*
 * Every Excel member the host answers, by the names a program uses (`Range.values`): read from the tables themselves.
 */
import { definedKinds } from './kind';
import { workbook } from './kinds/workbook';

/** Members Office.js answers by itself, or that every object has. */
const OF_EVERY_OBJECT = ['load', 'toJSON', 'isNullObject', 'context', 'set', 'track', 'untrack'];
const OF_COLLECTIONS = ['items'];

/** Members by kind: `Worksheet` to `name`, `getRange`, `onChanged`… */
export function supportedMembers(): ReadonlyMap<string, ReadonlySet<string>> {
  // Naming the root makes sure that every kind reached from it is defined before the list is read.
  void workbook;
  const members = new Map<string, Set<string>>();
  for (const { name, properties, links, methods, items } of definedKinds()) {
    const names = [...Object.keys(properties ?? {}), ...Object.keys(links ?? {}), ...Object.keys(methods ?? {})];
    const own = names
      .filter((each) => !each.startsWith('_'))
      .map((each) => each.charAt(0).toLowerCase() + each.slice(1));
    if (methods?.['_RegisterDataChangedEvent']) own.push('onChanged');
    members.set(name, new Set([...own, ...OF_EVERY_OBJECT, ...(items ? [...OF_COLLECTIONS, 'getItem'] : [])]));
  }
  return members;
}
