/*
 * What a user wrote in the output tables and a new run must keep: reasons beside differences, and words typed over Reason
 * in the statement. Read before a run, handed on by key.
 */
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { statementKey } from './statementModel';

/** Reasons by the key of the difference. Those of the period itself count before those of other periods. */
export function keptReasons(model: ModelReading, period: string): Map<string, string> {
  const reasons = new Map<string, string>();
  const rows = ['PoolMatches', 'PoolBridge'].flatMap((table) => rowsOf(model, table));
  const others = rows.filter((row) => textOf(row, 'Period') !== period);
  const own = rows.filter((row) => textOf(row, 'Period') === period);
  for (const row of [...others, ...own]) {
    const key = textOf(row, 'Key');
    const reason = textOf(row, 'Reason');
    if (key !== '' && reason !== '') reasons.set(key, reason);
  }
  return reasons;
}

/** Words typed over the formula in Reason of the statement, by `statementKey`. Needs the formulas of the table. */
export function typedReasons(model: ModelReading, period: string): Map<string, string> {
  const typed = new Map<string, string>();
  const cells = model.cells.get('PoolStatement');
  const formulas = cells?.formulas;
  if (cells === undefined || formulas === undefined) return typed;
  const at = (heading: string): number => cells.headings.indexOf(heading);
  cells.values.forEach((values, index) => {
    const text = (heading: string): string => String(values[at(heading)] ?? '');
    const formula = formulas[index]?.[at('Reason')];
    const isLive = String(formulas[index]?.[at('Actual to date')] ?? '').startsWith('=');
    if (text('Period') !== period || !isLive || typeof formula !== 'string') return;
    if (formula === '' || formula.startsWith('=')) return;
    typed.set(statementKey(text('Line'), text('Partner')), formula);
  });
  return typed;
}
