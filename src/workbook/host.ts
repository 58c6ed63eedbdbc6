/*
 * How we talk to Excel: one way to run a batch, and what Excel says when it refuses. No other file calls `Excel.run`;
 * no file outside this folder uses an Excel object. Needs ExcelApi 1.13; undo groups (1.20) are used where present.
 */
import { type Result, fail, succeed } from '../money/result';

/** Excel refused a request: its code, its own words, and the call that failed where it says so. */
export interface HostRefusal {
  readonly code: string;
  readonly message: string;
  readonly statement?: string;
}

/** The lowest ExcelApi level the tasks work on (table resize). */
export const EXCEL_API_FLOOR = '1.13';

/** What this Excel can do, asked once per run because a workbook may be opened elsewhere later. */
export interface Capabilities {
  readonly isExcel: boolean;
  readonly meetsFloor: boolean;
  readonly groupsUndo: boolean;
}

/** Asks the host what it supports; all false where there is no Excel at all. */
export function capabilities(): Capabilities {
  if (typeof Excel === 'undefined') return { isExcel: false, meetsFloor: false, groupsUndo: false };
  return { isExcel: true, meetsFloor: supports(EXCEL_API_FLOOR, true), groupsUndo: supports('1.20', false) };
}

/** `otherwise` is for a host that answers Office.js without the part of it that can be asked (the headless runner). */
function supports(level: string, otherwise: boolean): boolean {
  const office = (globalThis as { Office?: { context?: { requirements?: Office.RequirementSetSupport } } }).Office;
  return office?.context?.requirements?.isSetSupported('ExcelApi', level) ?? otherwise;
}

/**
 * Runs one batch against Excel and gives its answer, or Excel's refusal as data. Anything else that is thrown is a fault
 * of ours and goes on up.
 *
 * The batch waits while the user is editing a cell (`InvalidOperationInCellEditMode`, office-js #625).
 *
 * @param grouped - Ask for one step in Excel's undo list for all of it; only where `groupsUndo` is true.
 */
export async function runBatch<Answer>(
  batch: (context: Excel.RequestContext) => Promise<Answer>,
  grouped = false,
): Promise<Result<Answer, HostRefusal>> {
  const options: Excel.RunOptions = { delayForCellEdit: true };
  if (grouped) options.mergeUndoGroup = true;
  try {
    return succeed(await Excel.run(options, batch));
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === undefined) throw error;
    return fail(refusal);
  }
}

/** Thrown inside a batch to end it with a refusal of our own, in the same form as Excel's. */
export class BatchRefused extends Error {
  constructor(readonly refusal: HostRefusal) {
    super(refusal.message);
    this.name = 'BatchRefused';
  }
}

/** The refusal inside something caught, or undefined for a fault of ours. */
export function asRefusal(error: unknown): HostRefusal | undefined {
  if (error instanceof BatchRefused) return error.refusal;
  // Not `instanceof OfficeExtension.Error`: office.js may live in another realm than this bundle.
  if (typeof error !== 'object' || error === null || !('code' in error) || !('debugInfo' in error)) return undefined;
  const { code, message, debugInfo } = error as { code: unknown; message?: unknown; debugInfo?: unknown };
  if (typeof code !== 'string') return undefined;
  const statement = (debugInfo as { statement?: unknown } | null | undefined)?.statement;
  return {
    code,
    message: typeof message === 'string' ? message : '',
    ...(typeof statement === 'string' && statement !== '' ? { statement } : {}),
  };
}
