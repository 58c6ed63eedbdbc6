/*
 * What columns of figures are to each other by arithmetic: a running total of another, or one the difference of two more.
 * It looks at cells and at no heading.
 */
import { roughPence } from './recogniseColumn';
import { type CellValue } from './cells';
import { type ReadColumn } from './recogniseMoney';

const SAMPLE = 2000;

/** Whether one column is the running total of the other: in nearly every row it grows by that row's amount. */
export function isRunningTotal(total: ReadColumn, amount: ReadColumn): boolean {
  let before: number | undefined;
  let steps = 0;
  let fits = 0;
  for (let index = 0; index < Math.min(total.values.length, SAMPLE); index++) {
    const now = filledPence(total.values[index]);
    const step = filledPence(amount.values[index]);
    if (now === undefined || step === undefined) continue;
    if (before !== undefined && step !== 0) {
      steps++;
      if (now - before === step) fits++;
    }
    before = now;
  }
  return steps >= 3 && fits >= steps * 0.9;
}

function filledPence(value: CellValue | undefined): number | undefined {
  return value === null || value === undefined || value === '' ? undefined : roughPence(value);
}

/** Whether result = first − second in nearly every row, blank counting as nought. */
export function isDifference(result: ReadColumn, first: ReadColumn, second: ReadColumn): boolean {
  let rows = 0;
  let fits = 0;
  for (let index = 0; index < Math.min(result.values.length, SAMPLE); index++) {
    const difference = filledPence(result.values[index]);
    if (difference === undefined) continue;
    const [one, two] = [roughPence(first.values[index] ?? null), roughPence(second.values[index] ?? null)];
    if (one === undefined || two === undefined) continue;
    rows++;
    // A penny either way: each column was rounded on its own.
    if (Math.abs(one - two - difference) <= 1) fits++;
  }
  return rows >= 2 && fits >= rows * 0.95;
}
