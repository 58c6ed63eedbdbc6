/*
 * The one part of Microsoft's custom-function runtime that the functions use: an error with a code and a sentence. The
 * codes are those of excel-web-16.00.debug.js; `useCustomFunctionsStub` puts it where Excel's runtime puts the real one.
 */
enum ErrorCode {
  invalidValue = '#VALUE!',
  notAvailable = '#N/A',
  divisionByZero = '#DIV/0!',
  invalidNumber = '#NUM!',
  nullReference = '#NULL!',
  invalidName = '#NAME?',
  invalidReference = '#REF!',
}

/** As Microsoft's: not an Error of JavaScript by accident, but one by prototype. */
class StubError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message?: string) {
    super(message);
    this.code = code;
  }
}

/** Makes `CustomFunctions` known, as Excel does. */
export function useCustomFunctionsStub(): void {
  Object.assign(globalThis, { CustomFunctions: { Error: StubError, ErrorCode } });
}

/** What a cell would show: the value, or the error and its sentence. A bare throw is no cell and goes on. */
export function inCell(work: () => unknown): { result: unknown } | { error: string; sentence: string } {
  try {
    return { result: work() };
  } catch (thrown) {
    if (thrown instanceof StubError) return { error: thrown.code, sentence: thrown.message };
    throw thrown;
  }
}
