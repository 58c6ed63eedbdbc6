/*
 * Answers `load`: the properties asked for, by path, of an object, what hangs on it, or every item of a collection.
 */
import type { Host } from './host';
import { memberUnknown } from './hostError';
import { type HostObject, NOTHING, type NothingThere } from './kind';
import type { QueryInfo } from './protocol';

/** Paths as a tree: `format/fill/color` under `format` under `fill`. An empty tree asks for everything plain. */
type Wanted = ReadonlyMap<string, Wanted>;

function wantedOf(paths: readonly string[]): Wanted {
  const tree = new Map<string, Wanted>();
  for (const path of paths) {
    let level = tree;
    for (const part of path.split('/')) {
      if (part === '' || part === 'items' || part === '*') continue;
      const name = part.charAt(0).toUpperCase() + part.slice(1);
      let below = level.get(name) as Map<string, Wanted> | undefined;
      if (below === undefined) level.set(name, (below = new Map<string, Wanted>()));
      level = below;
    }
  }
  return tree;
}

/** Must formulas be calculated before this query is answered? Asked without looking at any cell. */
export function readsCalculated({ kind }: HostObject, query: QueryInfo | undefined): boolean {
  const wanted = wantedOf(query?.Select ?? []);
  if (kind.name !== 'Range') return kind.items !== undefined || hasBelow(wanted);
  if (wanted.size === 0) return true;
  for (const name of wanted.keys()) if (kind.properties?.[name]?.calculated) return true;
  return false;
}

function hasBelow(wanted: Wanted): boolean {
  for (const below of wanted.values()) if (below.size > 0) return true;
  return false;
}

/** The answer to a query: an object with PascalCase names, `_Items` for a collection, null for a null object. */
export function answerQuery(object: HostObject | NothingThere, query: QueryInfo | undefined, host: Host): unknown {
  if (object === NOTHING) return null;
  const wanted = wantedOf([...(query?.Select ?? []), ...(query?.Expand ?? [])]);
  return object.kind.items ? answerItems(object, wanted, host, query) : answerObject(object, wanted, host);
}

function answerItems(object: HostObject, wanted: Wanted, host: Host, query?: QueryInfo): Record<string, unknown> {
  const { kind, target } = object;
  const own = new Map([...wanted].filter(([name]) => kind.properties?.[name] !== undefined));
  const ofItems = new Map([...wanted].filter(([name]) => !own.has(name)));
  const answer: Record<string, unknown> = own.size > 0 ? answerObject(object, own, host) : {};
  const from = query?.Skip ?? 0;
  const items = (kind.items?.(target, host) ?? []).slice(
    from,
    typeof query?.Top !== 'number' ? undefined : from + query.Top,
  );
  answer['_Items'] = items.map((item) => {
    const id = item.kind.id?.(item.target);
    return { ...(id === undefined ? {} : { _Id: id, Id: id }), ...answerObject(item, ofItems, host) };
  });
  return answer;
}

function answerObject(object: HostObject, wanted: Wanted, host: Host): Record<string, unknown> {
  const { kind, target } = object;
  const answer: Record<string, unknown> = {};
  const names = wanted.size === 0 ? readable(kind) : wanted.keys();
  for (const name of names) {
    const property = kind.properties?.[name];
    const link = kind.links?.[name];
    if (property?.get) answer[name] = property.get(target, host);
    else if (link) answer[name] = answerLinked(link(target, host), wanted.get(name) ?? new Map<string, Wanted>(), host);
    else if (wanted.size > 0) throw memberUnknown(kind.name, name);
  }
  const reference = host.referenceOf(object);
  if (reference !== undefined) answer['_ReferenceId'] = reference;
  return answer;
}

function readable({ properties }: HostObject['kind']): string[] {
  return Object.entries(properties ?? {}).flatMap(([name, { get }]) => (get ? [name] : []));
}

function answerLinked(object: HostObject | NothingThere, wanted: Wanted, host: Host): unknown {
  if (object === NOTHING) return null;
  return object.kind.items ? answerItems(object, wanted, host) : answerObject(object, wanted, host);
}
