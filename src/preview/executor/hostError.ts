/*
 * What the host refuses, in Excel's own codes and words. A `HostError` becomes the `Error` of a response: it is never
 * shown to a user as it stands.
 */

/** A refusal with Excel's error code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus: number = 400,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** Excel's sentence for each code, from its own strings and Microsoft's table of error messages. */
const MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ActivityLimitReached: 'Activity limit has been reached.',
  Conflict: 'Request could not be processed because of a conflict.',
  FormulaLengthExceedsLimit: 'The bytecode of the applied formula exceeds the maximum length limit.',
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  MemoryLimitReached: 'The memory limit has been reached. Your action could not be completed.',
  MergedRangeConflict:
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestAborted: 'The request was aborted during run time.',
  RequestPayloadSizeLimitExceeded:
    'The request payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
  ResponsePayloadSizeLimitExceeded:
    'The response payload size has exceeded the limit. Please refer to the documentation: "https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins".',
  ServiceNotAvailable: 'The service is unavailable.',
  UndoNotSupported: 'The operation cannot be undone and so cannot be part of an undo group.',
} as const;

/** The codes the host knows a sentence for. A test may inject any other with words of its own. */
export type HostErrorCode = keyof typeof MESSAGES;

/** Excel's sentence for a code, or the code itself where none is known. */
export function excelMessage(code: string): string {
  return (MESSAGES as Readonly<Partial<Record<string, string>>>)[code] ?? code;
}

/** HTTP status by code where it is not 400. */
const STATUS: Readonly<Partial<Record<string, number>>> = {
  AccessDenied: 403,
  GeneralException: 500,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  InsertDeleteConflict: 409,
  ApiNotFound: 404,
};

/** The status that goes with a code. */
export function statusOf(code: string): number {
  return STATUS[code] ?? 400;
}

/** A refusal with Excel's own sentence, or a more exact one. @example refusal('ItemNotFound') */
export function refusal(code: HostErrorCode, message = excelMessage(code)): HostError {
  return new HostError(code, message, statusOf(code));
}

/** A member the host does not have: said with its name, so that nobody takes it for an answer. */
export function memberUnknown(kind: string, member: string): HostError {
  return new HostError('ApiNotFound', `The preview host has no Excel member ${kind}.${member}.`, 404);
}

/** The refusal of a grid whose shape is not the range's. */
export function shapeMismatch(): HostError {
  return refusal(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}
