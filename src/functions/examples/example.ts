/*
 * What an example of a POOL function is: its arguments as cells, and the result or the refusal. Only the shape; the
 * examples themselves stand beside this file, one file for each file of functions.
 */

/** Every function, as its name stands after `POOL.`; final since the first release. */
export const FUNCTION_IDS = [
  'SPLIT',
  'SHARE',
  'EQUALSHARE',
  'PRORATA',
  'ROLLFORWARD',
  'SHARESON',
  'RISKSHARE',
  'WATERFALL',
  'BETTERMENT',
  'SETTLE',
  'TRANSFERS',
  'RECONCILE',
  'TRACE',
] as const;

/** The name of a function after `POOL.`. */
export type FunctionId = (typeof FUNCTION_IDS)[number];

/** A plain cell of an example; null is an empty one. */
export type ExampleCell = number | string | boolean | null;

/** An argument: one value, or a range as rows of cells. */
export type ExampleArgument = ExampleCell | readonly (readonly ExampleCell[])[];

/** One example, with what the cell shows. */
export interface Example {
  readonly functionId: FunctionId;
  /** What the example shows, as half a sentence. */
  readonly shows: string;
  readonly args: readonly ExampleArgument[];
  readonly expected:
    | { readonly result: ExampleCell | readonly (readonly ExampleCell[])[] }
    | { readonly error: '#VALUE!' | '#N/A'; readonly sentence: string };
}

type Result = ExampleCell | readonly (readonly ExampleCell[])[];

/** An example that gives a result. */
export function gives(
  functionId: FunctionId,
  shows: string,
  args: readonly ExampleArgument[],
  result: Result,
): Example {
  return { functionId, shows, args, expected: { result } };
}

/** An example that is refused. */
export function refuses(
  functionId: FunctionId,
  shows: string,
  args: readonly ExampleArgument[],
  error: '#VALUE!' | '#N/A',
  sentence: string,
): Example {
  return { functionId, shows, args, expected: { error, sentence } };
}

/**
 * The example as a formula with array constants; an empty cell inside a range becomes "".
 *
 * @example formulaOf(the split of 100 by 2, 3 and 1) -> '=POOL.SPLIT(100,{2,3,1})'
 */
export function formulaOf({ functionId, args }: Example): string {
  const written = args.map((arg) =>
    isRange(arg) ? `{${arg.map(rowText).join(';')}}` : arg === null ? '' : cellText(arg),
  );
  return `=POOL.${functionId}(${written.join(',')})`;
}

function isRange(arg: ExampleArgument): arg is readonly (readonly ExampleCell[])[] {
  return Array.isArray(arg);
}

function rowText(row: readonly ExampleCell[]): string {
  return row.map(cellText).join(',');
}

function cellText(cell: ExampleCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return `"${(cell ?? '').replaceAll('"', '""')}"`;
}
