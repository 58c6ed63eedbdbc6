/*
 * How an Excel object is described: a table of its members, by the names on the wire. The dispatcher knows nothing of
 * Excel and these tables know nothing of the protocol.
 */
import type { Arguments } from './arguments';
import type { Host } from './host';

/** A property. One without `get` can only be set, one without `set` only be read. */
export interface Property<T> {
  get?(target: T, host: Host): unknown;
  set?(target: T, value: unknown, host: Host): void;
  /** Must open formulas be calculated before it is read? */
  readonly calculated?: boolean;
}

/** A method: gives another object, `NOTHING` for a null object, a plain value, or nothing. */
export interface Method<T> {
  (target: T, args: Arguments, host: Host): unknown;
}

/** The members of one Excel object. */
export interface Kind<T> {
  readonly name: string;
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly links?: Readonly<Record<string, (target: T, host: Host) => HostObject | NothingThere>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Members that change what Excel cannot undo: refused in an undo group (Microsoft's list of unsupported APIs). */
  readonly notUndoable?: readonly string[];
  /** Methods whose answer depends on calculated cells. */
  readonly calculatedMethods?: readonly string[];
  /** A collection's members, in order. */
  readonly items?: (target: T, host: Host) => readonly HostObject[];
  /** A collection's `getItem`. */
  readonly item?: (target: T, args: Arguments, host: Host) => HostObject;
  /** What finds the object again through its collection. */
  readonly id?: (target: T) => string | number;
}

/** An object of the host, whatever its kind. */
export interface HostObject {
  readonly kind: Kind<unknown>;
  readonly target: unknown;
}

/** What `…OrNullObject` gives when there is nothing there. */
export const NOTHING = Symbol('null object');
export type NothingThere = typeof NOTHING;

/** Makes an object of one kind. Kinds that reach each other are annotated with it. */
export type Maker<T> = (target: T) => HostObject;

const registered: Kind<unknown>[] = [];

/**
 * Describes one kind of object and gives the function that makes one.
 * @example const worksheet = defineKind<Sheet>({ name: 'Worksheet', properties: { … } }); worksheet(sheet)
 */
export function defineKind<T>(kind: Kind<T>): Maker<T> {
  // The one place where a kind's own type is forgotten: an object is only ever made with the kind it belongs to.
  const erased = kind as unknown as Kind<unknown>;
  registered.push(erased);
  return (target) => ({ kind: erased, target });
}

/** Every kind defined so far. */
export function definedKinds(): readonly Kind<unknown>[] {
  return registered;
}

/** Is this an object of the host? */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'target' in value;
}
