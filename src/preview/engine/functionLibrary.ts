/*
 * The add-in's custom functions, callable: the built bundle's functions joined to their metadata, with Excel's way of giving
 * arguments and taking results. It knows nothing of Univer and nothing of what a function does.
 */
import { CellError, type CellValue, type ErrorCode } from '../book/values';
import { type CustomFunction, CustomFunctionError, type CustomFunctionsShim } from './customFunctionsShim';

/** A parameter as functions.json describes it. `matrix` gets a 2-D array, `scalar` the value itself. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: 'scalar' | 'matrix';
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

/** A function as functions.json describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly ParameterMetadata[];
}

/** An argument before coercion: one value, a block of values, or left out. */
export type Argument = CellValue | readonly (readonly CellValue[])[] | undefined;

/** One function of the add-in under its name in a formula, `POOL.SPLIT`. */
export interface LibraryFunction {
  readonly name: string;
  readonly metadata: FunctionMetadata;
  /** Calls it as Excel would; what it threw comes back as a `CellError` with its sentence. The answer is never NaN. */
  call(parameters: readonly Argument[]): readonly (readonly CellValue[])[];
}

/** All functions of the add-in by their names in formulas, in capitals. */
export type FunctionLibrary = ReadonlyMap<string, LibraryFunction>;

/**
 * Joins functions to their metadata.
 *
 * @param shim - After the bundle ran in it.
 * @param metadata - functions.json, parsed.
 * @param namespace - Stands before each name with a dot, as the manifest says.
 * @throws If functions.json names a function the bundle did not associate: the build is broken.
 */
export function functionLibrary(
  shim: CustomFunctionsShim,
  metadata: { readonly functions: readonly FunctionMetadata[] },
  namespace = 'POOL',
): FunctionLibrary {
  const library = new Map<string, LibraryFunction>();
  for (const each of metadata.functions) {
    const implementation = shim.associated.get(each.id.toUpperCase());
    if (!implementation)
      throw new Error(`functions.json names ${each.id}, and the functions bundle has no such function.`);
    const name = `${namespace}.${each.name}`.toUpperCase();
    library.set(name, { name, metadata: each, call: (parameters) => callFunction(implementation, each, parameters) });
  }
  return library;
}

function callFunction(
  implementation: CustomFunction,
  metadata: FunctionMetadata,
  parameters: readonly Argument[],
): readonly (readonly CellValue[])[] {
  // Excel does not call a function that is given an error: the cell shows that error.
  const error = parameters.map(firstError).find((each) => each !== undefined);
  if (error) return [[error]];
  if (parameters.length > metadata.parameters.length) return [[tooMany(metadata)]];
  const coerced = metadata.parameters.map((parameter, index) => coerce(parameters[index], parameter));
  try {
    return readResult(implementation(...coerced));
  } catch (thrown) {
    return [[thrownError(thrown)]];
  }
}

function firstError(parameter: Argument): CellError | undefined {
  if (!Array.isArray(parameter)) return parameter instanceof CellError ? parameter : undefined;
  for (const row of parameter as readonly (readonly CellValue[])[]) {
    for (const value of row) if (value instanceof CellError) return value;
  }
  return undefined;
}

function tooMany(metadata: FunctionMetadata): CellError {
  return new CellError('#VALUE!', `${metadata.name} takes at most ${metadata.parameters.length} arguments.`);
}

/** Left out and blank are both null, as on Excel for the web. A range given for one value stays a range: the function refuses it. */
function coerce(parameter: Argument, { dimensionality, type }: ParameterMetadata): unknown {
  if (parameter === undefined || parameter === null) return null;
  const isBlock = Array.isArray(parameter);
  if (dimensionality === 'matrix')
    return isBlock ? parameter.map((row: readonly CellValue[]) => [...row]) : [[parameter]];
  if (!isBlock) return type === 'string' ? textOf(parameter as CellValue) : parameter;
  const block = parameter as readonly (readonly CellValue[])[];
  if (block.length !== 1 || block[0]?.length !== 1) return block.map((row) => [...row]);
  const only = block[0][0] ?? null;
  return type === 'string' ? textOf(only) : only;
}

/** A parameter declared as text is given text, as Excel does it. */
function textOf(value: CellValue): CellValue {
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

function readResult(result: unknown): readonly (readonly CellValue[])[] {
  if (!Array.isArray(result)) return [[readValue(result)]];
  const rows = (result as readonly unknown[]).map((row) =>
    Array.isArray(row) ? (row as readonly unknown[]).map(readValue) : [readValue(row)],
  );
  const width = rows[0]?.length ?? 0;
  if (width === 0) return [[new CellError('#CALC!', 'The function gave an empty array.')]];
  return rows;
}

function readValue(value: unknown): CellValue {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return new CellError('#NUM!');
    return value === 0 ? 0 : value;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return '';
  if (value instanceof CustomFunctionError) return new CellError(value.code, value.message);
  return new CellError('#VALUE!', 'The function gave something that is not a cell value.');
}

function thrownError(thrown: unknown): CellError {
  if (thrown instanceof CustomFunctionError) return new CellError(thrown.code, thrown.message);
  // A plain throw is a fault of ours: Excel shows #VALUE! without a word, the preview says what it was.
  const message = thrown instanceof Error || isErrorLike(thrown) ? thrown.message : String(thrown);
  return new CellError('#VALUE!' satisfies ErrorCode, `The function stopped: ${message}`);
}

/** An error of another realm is no `instanceof Error` here. */
function isErrorLike(thrown: unknown): thrown is { readonly message: string } {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && typeof thrown.message === 'string';
}
