/*
 * Pence as cells and as figures for `--json`: the only way an amount of a task leaves it.
 */
import { penceToPounds } from '../../money/exact';
import { type PlannedCell, blankCell, numberCell } from '../../workbook/plan';

/** Whole pence as a cell in pounds; null is a blank cell. @example moneyCell(7538) -> { number: 75.38 } */
export function moneyCell(pence: number | null | undefined): PlannedCell {
  return pence === null || pence === undefined ? blankCell() : numberCell(penceToPounds(pence));
}

/** Whole pence as pounds for `--json`; null stays null. @example pounds(7538) -> 75.38 */
export function pounds(pence: number): number;
export function pounds(pence: number | null): number | null;
export function pounds(pence: number | null): number | null {
  return pence === null ? null : penceToPounds(pence);
}
