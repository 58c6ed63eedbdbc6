/*
 * The work behind POOL.SPLIT and POOL.SHARE: amounts and weights from cells, shares to cells. The rules for the odd
 * units are in src/money, and which result goes where in a sheet is decided here alone.
 */
import { columnToRows } from '../money/column';
import { fromUnitsOf, type Unit } from '../money/exact';
import { splitColumnByRule, type ColumnRule } from '../money/running';
import { prepareWeights, splitPrepared, type SplitProblem, type SplitRule } from '../money/split';
import type { Refusal } from '../words/refusal';
import { missingValue, notAColumn, notOneLine, rowsDiffer, tooMany } from '../words/refusals';
import { runningNeedsColumn, runningNeedsOneLine, splitRefusal } from '../words/ruleRefusals';
import { asLine, placeIn, readBlock, readLine, type Block, type Line } from './readCells';
import { readAmount, readPosition, readUnitOr, readWord, unitsIn, weightIn, weightsIn } from './readValues';
import { orRefuse, refuse } from './refuse';
import { lieAs } from './spill';

/** The rules a formula can name. */
export const RULE_WORDS: readonly ColumnRule[] = [
  'largest-remainder',
  'named-partner',
  'in-order',
  'largest-share',
  'running',
];

/** The most cells one formula fills. */
const MOST_CELLS = 50_000;

/** How a formula wants the odd units shared; the named partner is read once their number is known. */
export interface Sharing<Rule extends ColumnRule = ColumnRule> {
  readonly rule: Rule;
  readonly unit: Unit;
  readonly partner: unknown;
}

/** Reads the three optional arguments that SPLIT, SHARE and TRACE have in common. */
export function readSharing(rule: unknown, unit: unknown, partner: unknown): Sharing {
  return { rule: readWord('Rule', rule, RULE_WORDS) ?? 'largest-remainder', unit: readUnitOr(unit), partner };
}

/** The same for one amount, which has no rows above it to carry odd units from: `running` is refused. */
export function readSharingOfOne(rule: unknown, unit: unknown, partner: unknown): Sharing<SplitRule> {
  const sharing = readSharing(rule, unit, partner);
  if (sharing.rule === 'running') return refuse(runningNeedsColumn({ argument: 'Rule' }));
  return { ...sharing, rule: sharing.rule };
}

/** The number of the named partner, from 0; read under every rule, so that a wrong one never lies in wait. */
export function readNamed({ partner }: Sharing, partners: number): number | undefined {
  const position = readPosition('Partner', partner, partners);
  return position === undefined ? undefined : position - 1;
}

/** Shares one amount or a column of them; see POOL.SPLIT for the shapes. */
export function splitCells(amounts: unknown, weights: unknown, sharing: Sharing): number[][] {
  const column = readColumn(amounts);
  const block = readBlock('Weights', weights);
  // The range as given decides: rows of weights that are still blank must not pass for one row for all.
  if (block.given > 1 && block.columns > 1) return splitByOwnWeights(column, block, sharing);

  const line = asLine(block);
  checkSize(column.cells.length, line.cells.length);
  const rows = splitByOneLine(column, line, sharing);
  return column.lies === 'column' ? rows : lieAs(line, rows[0] ?? []);
}

/** The amounts: one cell, or one column without the blank cells at its foot. */
function readColumn(amounts: unknown): Line {
  const block = readBlock('Amounts', amounts);
  if (block.columns > 1) refuse(notAColumn({ argument: 'Amounts' }, block.given, block.columns));
  const column = asLine(block);
  if (column.lies === 'column' && column.cells.every((cell) => cell === null)) {
    refuse(
      missingValue(
        { argument: 'Amounts' },
        'Every cell of the range is blank. Point to the cells that hold the amounts.',
      ),
    );
  }
  return column;
}

function checkSize(rows: number, partners: number): void {
  if (rows * partners <= MOST_CELLS) return;
  refuse(
    tooMany(
      { argument: 'Amounts' },
      rows * partners,
      MOST_CELLS,
      'shares (rows × partners)',
      'Split the rows between two formulas.',
    ),
  );
}

/** The same weights for every amount: the fast way, on typed arrays. */
function splitByOneLine(column: Line, weights: Line, sharing: Sharing): number[][] {
  const { rule, unit } = sharing;
  const units = Float64Array.from(column.cells, (cell, row) => unitsIn(cell, placeIn(column, row), unit));
  const places = { weights: { argument: 'Weights' }, amount: { argument: 'Amounts' } };
  const prepared = orRefuse(prepareWeights(weightsIn(weights)), (problem) => splitRefusal(problem, places));
  const named = readNamed(sharing, weights.cells.length);
  const shares = orRefuse(splitColumnByRule(units, prepared, rule, named), ({ row, problem }) =>
    splitRefusal(problem, { ...places, amount: placeIn(column, row) }),
  );
  return columnToRows(shares, weights.cells.length, unit);
}

/** Each amount by the weights beside it. */
function splitByOwnWeights(column: Line, block: Block, sharing: Sharing): number[][] {
  if (column.lies !== 'column') refuse(notOneLine({ argument: 'Weights' }, block.given, block.columns));
  const rows = Math.max(column.cells.length, block.rows.length);
  if (column.given < rows) {
    refuse(rowsDiffer({ argument: 'Weights' }, block.rows.length, 'Amounts', column.cells.length));
  }
  checkSize(rows, block.columns);
  const { rule } = sharing;
  if (rule === 'running') return refuse(runningNeedsOneLine({ argument: 'Weights' }, block.rows.length));
  return Array.from({ length: rows }, (_row, row) => splitRow(column, block, row, { ...sharing, rule }));
}

function splitRow(column: Line, block: Block, row: number, sharing: Sharing<SplitRule>): number[] {
  const { unit, rule } = sharing;
  const weights = Array.from({ length: block.columns }, (_cell, partner) =>
    weightIn(block.rows[row]?.[partner] ?? null, { argument: 'Weights', row: row + 1, column: partner + 1 }),
  );
  const amount = placeIn(column, row);
  const inWords = (problem: SplitProblem): Refusal =>
    splitRefusal(problem, { weights: { argument: 'Weights', row: row + 1 }, amount });
  const prepared = orRefuse(prepareWeights(weights), inWords);
  const units = unitsIn(column.cells[row] ?? null, amount, unit);
  const named = readNamed(sharing, block.columns);
  return orRefuse(splitPrepared(units, prepared, rule, named), inWords).map((share) => fromUnitsOf(share, unit));
}

/** One element of the split of one amount; the position counts from 1 along the weights. */
export function shareOf(amount: unknown, weights: unknown, position: unknown, sharing: Sharing<SplitRule>): number {
  const units = readAmount('Amount', amount, sharing.unit);
  const line = readLine('Weights', weights);
  const at = readPosition('Position', position, line.given);
  if (at === undefined) {
    return refuse(
      missingValue({ argument: 'Position' }, 'Type the number of the partner along the weights, 1 for the first.'),
    );
  }
  const places = { weights: { argument: 'Weights' }, amount: { argument: 'Amount' } };
  const prepared = orRefuse(prepareWeights(weightsIn(line)), (problem) => splitRefusal(problem, places));
  const named = readNamed(sharing, line.cells.length);
  const shares = orRefuse(splitPrepared(units, prepared, sharing.rule, named), (problem) =>
    splitRefusal(problem, places),
  );
  return fromUnitsOf(shares[at - 1] ?? 0, sharing.unit);
}
