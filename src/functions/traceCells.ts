/*
 * The work behind POOL.TRACE: the working of a split as rows for the sheet. The shares are those of POOL.SPLIT; this file
 * only lays out how they came about.
 */
import { fromUnitsOf, readNumber, type Unit } from '../money/exact';
import type { SplitRule } from '../money/split';
import { traceSplit, type TraceRow } from '../money/trace';
import { splitRefusal } from '../words/ruleRefusals';
import { readLine } from './readCells';
import { readAmount, weightsIn } from './readValues';
import { orRefuse } from './refuse';
import { readNamed, type Sharing } from './splitCells';

const HEADING = ['Weight', 'Exact share', 'Whole units', 'Remainder', 'Rank', 'Extra unit', 'Share'];

/** A heading, a row for each partner, a total: exact share and share as amounts, the rest in units. */
export function traceCells(amount: unknown, weights: unknown, sharing: Sharing<SplitRule>): (string | number)[][] {
  const { unit, rule } = sharing;
  const units = readAmount('Amount', amount, unit);
  const line = readLine('Weights', weights);
  const named = readNamed(sharing, line.cells.length);
  const { rows, total } = orRefuse(traceSplit(units, weightsIn(line), rule, named), (problem) =>
    splitRefusal(problem, { weights: { argument: 'Weights' }, amount: { argument: 'Amount' } }),
  );
  return [HEADING, ...[...rows, { ...total, rank: null }].map((row) => traceRow(row, unit))];
}

function traceRow(row: TraceRow, unit: Unit): (string | number)[] {
  const { weight, wholeUnits, rank, extraUnits, share } = row;
  // Shown at Excel's 15 digits; the remainder is a fraction of a unit, the exact share an amount.
  const exactAmount = readNumber(row.exactShare).times(readNumber(unit.value)).toNumber() + 0;
  const remainder = readNumber(row.remainder).toNumber() + 0;
  return [weight, exactAmount, wholeUnits, remainder, rank ?? '', extraUnits, fromUnitsOf(share, unit)];
}
