/*
 * `Excel.run({ mergeUndoGroup: true }, …)`: the option is documented (ExcelApi 1.20) but @microsoft/office-js 1.1.110
 * drops it on the way. Here it is passed on to the host as a flag of the request, so that undo groups can be tried.
 */
import { UNDO_GROUP } from '../executor/wire';

interface FlaggedContext {
  _requestFlagModifier: number;
}

type Run = (...args: readonly unknown[]) => Promise<unknown>;

/** Makes `Excel.run` of a loaded Office.js mark the requests of an undo group. */
export function passOnUndoGroups(excel: { run: unknown }): void {
  const run = excel.run as Run;
  excel.run = (...args: readonly unknown[]): Promise<unknown> => {
    const [options, batch] = args;
    const wanted = typeof options === 'object' && options !== null && 'mergeUndoGroup' in options;
    if (!wanted || options.mergeUndoGroup !== true || typeof batch !== 'function') return run(...args);
    return run(options, (context: FlaggedContext) => {
      context._requestFlagModifier |= UNDO_GROUP;
      return (batch as (context: unknown) => unknown)(context);
    });
  };
}
