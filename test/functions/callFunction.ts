/*
 * Calls a POOL function by its name, as Excel does: the arguments in order, matrices as rows of cells.
 */
import * as functions from '../../src/functions/index';
import type { FunctionId } from '../../src/functions/examples';
import { inCell } from './customFunctionsStub';

const BY_ID: Readonly<Record<FunctionId, (...args: never[]) => unknown>> = {
  SPLIT: functions.split,
  SHARE: functions.share,
  EQUALSHARE: functions.equalShare,
  PRORATA: functions.proRata,
  ROLLFORWARD: functions.contribution,
  SHARESON: functions.sharesInForce,
  RISKSHARE: functions.riskShare,
  WATERFALL: functions.waterfall,
  BETTERMENT: functions.bettermentTest,
  SETTLE: functions.settlement,
  TRANSFERS: functions.payments,
  RECONCILE: functions.reconcile,
  TRACE: functions.trace,
};

/** What the cell shows for these arguments. */
export function call(id: FunctionId, ...args: readonly unknown[]): ReturnType<typeof inCell> {
  return inCell(() => BY_ID[id](...(args as never[])));
}
