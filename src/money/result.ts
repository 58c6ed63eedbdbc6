/*
 * The outcome of a sum or a reading: the answer, or the first problem found. Bad data is returned, never thrown;
 * a throw inside our code means a broken promise of our own.
 */

/** Either a value or a problem; test `ok` before reading either. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps an answer. @example succeed(7538) -> { ok: true, value: 7538 } */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a problem. @example fail({ kind: 'no-partners' }) -> { ok: false, problem: { kind: 'no-partners' } } */
export function fail<Problem>(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
