/*
 * The arguments of a call, read one by one with the type the member wants. A wrong type is refused as Excel refuses it.
 */
import { refusal } from './hostError';
import { type HostObject, isHostObject } from './kind';

/** Arguments by position; objects are already resolved. */
export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  /** The argument as sent; undefined when it was left out. */
  raw(position: number): unknown {
    return this.values[position] ?? undefined;
  }

  text(position: number): string {
    const value = this.optionalText(position);
    if (value === undefined) throw refusal('InvalidArgument');
    return value;
  }

  optionalText(position: number): string | undefined {
    const value = this.raw(position);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw refusal('InvalidArgument');
    return value;
  }

  integer(position: number): number {
    const value = this.optionalInteger(position);
    if (value === undefined) throw refusal('InvalidArgument');
    return value;
  }

  optionalInteger(position: number): number | undefined {
    const value = this.raw(position);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw refusal('InvalidArgument');
    return value;
  }

  truth(position: number, otherwise: boolean): boolean {
    const value = this.raw(position);
    if (value === undefined) return otherwise;
    if (typeof value !== 'boolean') throw refusal('InvalidArgument');
    return value;
  }

  /** An object of the host, or undefined when the argument is something else. */
  object(position: number): HostObject | undefined {
    const value = this.raw(position);
    return isHostObject(value) ? value : undefined;
  }
}
