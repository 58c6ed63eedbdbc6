/*
 * Splits a column of amounts at once, on typed arrays: the same shares as split.ts row by row, many times faster. Weights
 * are constant down the column; the running rule, which looks back up the column, is running.ts.
 */

import { toUnitsOf } from './exact';
import { FEW_PARTNERS, splitRowsByLargestRemainder } from './largestRemainder';
import { splitSize } from './leftOver';
import { fail, succeed, type Result } from './result';
import { checkAmount, checkNamed, type PreparedWeights, type SplitProblem, type SplitRule } from './split';
import { MAX_UNITS, fromUnitsOf, type MoneyProblem, type Unit } from './unit';
import { commonDivisor } from './weights';

/** A problem and the row it is in, from 0. */
export interface RowProblem<Problem> {
  readonly row: number;
  readonly problem: Problem;
}

// A table of the shares of every residue is worth building up to this many numbers (4 MB), if the column is long enough.
const MAX_TABLE = 1 << 19;

/**
 * Splits every amount of a column between the same partners.
 *
 * @param amountUnits - Whole units, n of them, each of at most 15 digits.
 * @param prepared - The p partners' weights.
 * @param rule - As for one amount.
 * @param named - For `named-partner`, from 0.
 * @param out - Where to write n x p numbers; a new array unless given.
 * @returns n x p shares, row after row, each row totalling its amount; or the first problem. Problems with the named
 * partner are reported at row 0.
 * @example splitColumn([100, -100], prepared(2, 3, 1)) -> 33, 50, 17, -33, -50, -17
 */
export function splitColumn(
  amountUnits: Float64Array,
  prepared: PreparedWeights,
  rule: SplitRule = 'largest-remainder',
  named?: number,
  out: Float64Array = new Float64Array(amountUnits.length * prepared.weights.length),
): Result<Float64Array, RowProblem<SplitProblem>> {
  const namedProblem = rule === 'named-partner' ? checkNamed(prepared, named) : null;
  if (namedProblem) return fail({ row: 0, problem: namedProblem });
  const bad = firstBadRow(amountUnits);
  if (bad) return fail(bad);

  const reduced = reduce(prepared);
  if (reduced.big === null && isWorthATable(amountUnits.length, reduced)) {
    splitByTable(amountUnits, reduced, residueTable(reduced, rule, named ?? 0), out);
  } else {
    splitRowByRow(amountUnits, reduced, rule, named ?? 0, out);
  }
  return succeed(out);
}

function firstBadRow(amountUnits: Float64Array): RowProblem<SplitProblem> | null {
  for (let row = 0; row < amountUnits.length; row++) {
    const amount = amountUnits[row] ?? NaN;
    if (amount <= MAX_UNITS && amount >= -MAX_UNITS && Math.floor(amount) === amount) continue;
    const problem = checkAmount(amount);
    if (problem) return { row, problem };
  }
  return null;
}

/** 35/25/20/15/5 as 7/5/4/3/1: a smaller total makes a smaller table. */
function reduce(prepared: PreparedWeights): PreparedWeights {
  if (prepared.big !== null) return prepared;
  const divisor = prepared.weights.reduce(commonDivisor, 0);
  const weights = prepared.weights.map((weight) => weight / divisor);
  return { ...prepared, weights, total: prepared.total / divisor };
}

function isWorthATable(rows: number, { weights, total }: PreparedWeights): boolean {
  return total * weights.length <= MAX_TABLE && total <= rows / 4;
}

/** The shares of every residue 0 to W - 1: all that a rule decides about, since an amount's whole W's split evenly. */
function residueTable(prepared: PreparedWeights, rule: SplitRule, named: number): Float64Array {
  const residues = Float64Array.from({ length: prepared.total }, (_, residue) => residue);
  const table = new Float64Array(prepared.total * prepared.weights.length);
  splitRowByRow(residues, prepared, rule, named, table);
  return table;
}

function splitByTable(amounts: Float64Array, prepared: PreparedWeights, table: Float64Array, out: Float64Array): void {
  const weights = Float64Array.from(prepared.weights);
  const partners = weights.length;
  const { total } = prepared;
  let at = 0;
  for (let row = 0; row < amounts.length; row++) {
    const amount = amounts[row] ?? 0;
    const size = amount < 0 ? -amount : amount;
    const quotient = Math.floor(size / total);
    let from = (size - quotient * total) * partners;
    if (amount < 0) {
      for (let i = 0; i < partners; i++) out[at++] = 0 - (quotient * (weights[i] ?? 0) + (table[from++] ?? 0));
    } else {
      for (let i = 0; i < partners; i++) out[at++] = quotient * (weights[i] ?? 0) + (table[from++] ?? 0);
    }
  }
}

/** Row by row: by the one loop for largest remainder where it serves, else by the rule's own long way. */
function splitRowByRow(
  amounts: Float64Array,
  prepared: PreparedWeights,
  rule: SplitRule,
  named: number,
  out: Float64Array,
): void {
  const partners = prepared.weights.length;
  if (rule === 'largest-remainder' && prepared.big === null && partners <= FEW_PARTNERS) {
    splitRowsByLargestRemainder(amounts, Float64Array.from(prepared.weights), partners, prepared.total, out);
    return;
  }
  for (let row = 0; row < amounts.length; row++) {
    const amount = amounts[row] ?? 0;
    const shares = splitSize(Math.abs(amount), prepared, rule, named);
    for (let i = 0; i < partners; i++) out[row * partners + i] = amount < 0 ? 0 - (shares[i] ?? 0) : (shares[i] ?? 0);
  }
}

/**
 * Whole units of a column of cells' numbers.
 *
 * @param values - Numbers in pounds.
 * @param unit - A unit made ready by `readUnit`.
 * @returns As many whole units, or the first problem with its row.
 * @example toUnitsColumn([0.1 + 0.2, 1.005], penny) -> 30, 101
 */
export function toUnitsColumn(values: ArrayLike<number>, unit: Unit): Result<Float64Array, RowProblem<MoneyProblem>> {
  const units = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const read = toUnitsOf(values[row] ?? NaN, unit);
    if (!read.ok) return fail({ row, problem: read.problem });
    units[row] = read.value;
  }
  return succeed(units);
}

/**
 * Rows of numbers to hand to Excel, from shares that lie row after row.
 *
 * @example columnToRows([33, 50, 17], 3, penny) -> [[0.33, 0.5, 0.17]]
 */
export function columnToRows(shares: Float64Array, partners: number, unit: Unit): number[][] {
  const rows = new Array<number[]>(shares.length / partners);
  // Pence and other decimal units divide once; what would not be exact takes fromUnitsOf's long way.
  const divisor = unit.power < 0 && unit.power >= -22 ? 10 ** -unit.power : NaN;
  const safe = divisor === divisor ? Number.MAX_SAFE_INTEGER / unit.digits : -1;
  let at = 0;
  for (let row = 0; row < rows.length; row++) {
    const cells = new Array<number>(partners);
    for (let i = 0; i < partners; i++) {
      const units = shares[at++] ?? 0;
      cells[i] = units <= safe && units >= -safe ? (units * unit.digits) / divisor + 0 : fromUnitsOf(units, unit);
    }
    rows[row] = cells;
  }
  return rows;
}
