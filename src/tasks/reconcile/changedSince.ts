/*
 * Whether what a month was run from reads differently now: per partner its own ledger, or anything else that counts. It
 * compares marks; it does not say which figure moves by how much in which row.
 */
import type { ModelReading } from '../../workbook/readModel';
import type { ReconcileRun } from './runReconcile';
import { lastRun, marksOf } from './runs';

/** A partner whose month would come out of other inputs now. */
export interface ChangedPartner {
  readonly partner: string;
  /** `ledger`: its own; `inputs`: a table, or another partner's ledger. */
  readonly what: 'ledger' | 'inputs';
  /** The ledger's name, for the sentence. */
  readonly table: string;
  /** In pool at the run. */
  readonly beforePence: number;
  /** In pool now. */
  readonly nowPence: number;
}

/** The partners with a run of the month whose inputs have changed since. */
export function changedSince(
  model: ModelReading,
  { result, tablesMark }: ReconcileRun,
  period: string,
): readonly ChangedPartner[] {
  return result.controls.flatMap(({ partner, figures }): ChangedPartner[] => {
    const last = lastRun(model, period, partner);
    if (last === undefined) return [];
    const now = marksOf(result, partner, tablesMark);
    const table = result.sources.find((source) => source.partner === partner)?.table ?? partner;
    const amounts = { beforePence: last.afterPence ?? 0, nowPence: figures?.inPoolPence ?? 0 };
    if (last.marks.ledger !== now.ledger) return [{ partner, what: 'ledger', table, ...amounts }];
    return last.marks.all === now.all ? [] : [{ partner, what: 'inputs', table, ...amounts }];
  });
}
