/*
 * The little of `CustomFunctions` that a functions bundle needs where there is no Office.js: it takes the functions and knows
 * the error class they throw. It calls nothing and checks nothing.
 */
import type { ErrorCode } from '../book/values';

/** A custom function as the bundle hands it over. */
export type CustomFunction = (...parameters: readonly unknown[]) => unknown;

/** Microsoft's error codes for custom functions, by their member names, with what a cell shows. */
export const CUSTOM_FUNCTION_ERRORS = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const satisfies Record<string, ErrorCode>;

/** What a custom function throws to put an error with a sentence into its cell. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: ErrorCode,
    message = '',
  ) {
    super(message);
  }
}

/** The object that the bundle finds as `CustomFunctions`, and the functions it has associated, by id in capitals. */
export interface CustomFunctionsShim {
  readonly CustomFunctions: {
    associate(id: string | Readonly<Record<string, CustomFunction>>, call?: CustomFunction): void;
    readonly Error: typeof CustomFunctionError;
    readonly ErrorCode: typeof CUSTOM_FUNCTION_ERRORS;
  };
  readonly associated: ReadonlyMap<string, CustomFunction>;
}

/** A fresh shim with nothing associated. @example const shim = customFunctionsShim(); run(bundle, { CustomFunctions: shim.CustomFunctions }) */
export function customFunctionsShim(): CustomFunctionsShim {
  const associated = new Map<string, CustomFunction>();
  return {
    associated,
    CustomFunctions: {
      associate(id, call): void {
        if (typeof id !== 'string')
          for (const [each, its] of Object.entries(id)) associated.set(each.toUpperCase(), its);
        else if (call) associated.set(id.toUpperCase(), call);
      },
      Error: CustomFunctionError,
      ErrorCode: CUSTOM_FUNCTION_ERRORS,
    },
  };
}
