/*
 * The one exception of the .xlsx readers. Bad files are data (`XlsxProblem`), but a streaming parser can only be stopped
 * from inside its callback by a throw: it is caught at the edge, in `openXlsx`, and never leaves this folder.
 */
import { type XlsxProblem } from './problems';

/** Carries a problem out of a parser's callback. */
export class XlsxFault extends Error {
  constructor(readonly problem: XlsxProblem) {
    super(problem.kind);
  }
}

/** Stops reading with a problem. */
export function refuse(problem: XlsxProblem): never {
  throw new XlsxFault(problem);
}
