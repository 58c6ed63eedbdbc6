/*
 * Object paths to objects: each path is followed once a request, its parents before it.
 */
import { Arguments } from './arguments';
import type { Host } from './host';
import { HostError, memberUnknown, refusal } from './hostError';
import { type HostObject, isHostObject, NOTHING, type NothingThere } from './kind';
import { workbook } from './kinds/workbook';
import { type ArgumentInfo, type ObjectPath, PathType, type RequestBody } from './protocol';

/** The objects of one request. */
export class ObjectPaths {
  private readonly known = new Map<number, HostObject | NothingThere>();

  constructor(
    private readonly paths: RequestBody['ObjectPaths'],
    private readonly host: Host,
  ) {}

  /** The path of an id. */
  path(id: number): ObjectPath {
    const path = this.paths[String(id)];
    if (path === undefined) throw refusal('InvalidReference');
    return path;
  }

  /** Is the path's object already made? */
  isKnown(id: number): boolean {
    return this.known.has(id);
  }

  /** The object of a path id. What follows from a null object is one itself. */
  object(id: number): HostObject | NothingThere {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const object = this.follow(this.path(id));
    this.known.set(id, object);
    return object;
  }

  /** The arguments of a call, objects in place of their path ids. */
  arguments(info: ArgumentInfo | undefined): Arguments {
    const values = info?.Arguments ?? [];
    const paths = info?.ReferencedObjectPathIds;
    if (!Array.isArray(paths)) return new Arguments(values);
    return new Arguments(values.map((value, index) => this.argument(value, (paths as readonly unknown[])[index])));
  }

  private argument(value: unknown, path: unknown): unknown {
    if (Array.isArray(path) && Array.isArray(value)) {
      return (value as readonly unknown[]).map((each, index) =>
        this.argument(each, (path as readonly unknown[])[index]),
      );
    }
    return typeof path === 'number' && path !== 0 ? this.object(path) : value;
  }

  private follow(path: ObjectPath): HostObject | NothingThere {
    if (path.ObjectPathType === PathType.global) return workbook(this.host.book);
    if (path.ObjectPathType === PathType.nullObject) return NOTHING;
    if (path.ObjectPathType === PathType.reference) return this.referenced(path);
    if (path.ObjectPathType === PathType.newObject) throw memberUnknown('Excel', path.Name);
    const parent = path.ParentObjectPathId === undefined ? NOTHING : this.object(path.ParentObjectPathId);
    return parent === NOTHING ? NOTHING : this.child(parent, path);
  }

  private referenced(path: ObjectPath): HostObject {
    const kept = this.host.references.get(path.Name);
    if (kept === undefined) throw refusal('InvalidReference');
    return kept;
  }

  private child({ kind, target }: HostObject, path: ObjectPath): HostObject | NothingThere {
    switch (path.ObjectPathType) {
      case PathType.property: {
        const link = kind.links?.[path.Name];
        if (link === undefined) throw memberUnknown(kind.name, path.Name);
        return link(target, this.host);
      }
      case PathType.indexer: {
        if (kind.item === undefined) throw memberUnknown(kind.name, 'getItem');
        return kind.item(target, this.arguments(path.ArgumentInfo), this.host);
      }
      case PathType.method: {
        const method = kind.methods?.[path.Name];
        if (method === undefined) throw memberUnknown(kind.name, path.Name);
        const made = method(target, this.arguments(path.ArgumentInfo), this.host);
        if (made !== NOTHING && !isHostObject(made)) throw refusal('ItemNotFound');
        return made;
      }
      default:
        throw new HostError('NotImplemented', `The preview host has no object path of type ${path.ObjectPathType}.`);
    }
  }
}
