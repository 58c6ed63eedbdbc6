/*
 * How a task reads: one batch, and a refusal of Excel's as an error that carries its code. What the user is told about it
 * is made from that in `src/words/outcome`.
 */
import { type HostRefusal, runBatch } from '../workbook/host';

/** Excel refused while a task was reading. Nothing was written. */
export class ReadRefused extends Error {
  constructor(readonly refusal: HostRefusal) {
    super(refusal.message);
    this.name = 'ReadRefused';
  }
}

/** Runs one reading batch. @throws ReadRefused */
export async function readOnly<Answer>(batch: (context: Excel.RequestContext) => Promise<Answer>): Promise<Answer> {
  const outcome = await runBatch(batch);
  if (!outcome.ok) throw new ReadRefused(outcome.problem);
  return outcome.value;
}
