/*
 * Every argument of every function, with a good value: what the tests of reading change one at a time.
 */
import type { FunctionId } from '../../src/functions/examples';

/** What an argument holds. */
export type Kind =
  | 'amount'
  | 'figure'
  | 'date'
  | 'word'
  | 'name'
  | 'truth'
  | 'count'
  | 'amounts'
  | 'names'
  | 'dates'
  | 'terms';
/** One argument of a function, as its refusals name it. */
export interface Argument {
  readonly label: string;
  readonly kind: Kind;
  readonly optional?: true;
  /** A good value, or for an optional argument the value it has when left out. */
  readonly good: unknown;
}
const of = (label: string, kind: Kind, good: unknown): Argument => ({ label, kind, good });
const left = (label: string, kind: Kind): Argument => ({ label, kind, optional: true, good: undefined });

/** The kinds that take one row or one column. */
export const LINES: readonly Kind[] = ['amounts', 'names', 'dates', 'terms'];
const AMOUNTS = [[600], [400]];
const NAMES = [['Council'], ['PCT']];
const DAYS = [[38078], [38078]];
const UNIT = left('Unit', 'figure');
const RULES = [left('Rule', 'word'), UNIT, left('Partner', 'count')];

/** Every argument of every function, with a good value. */
export const ARGUMENTS: Readonly<Record<FunctionId, readonly Argument[]>> = {
  SPLIT: [of('Amounts', 'amounts', AMOUNTS), of('Weights', 'amounts', [[2, 1]]), ...RULES],
  SHARE: [of('Amount', 'amount', 100), of('Weights', 'amounts', [[2], [1]]), of('Position', 'count', 2), ...RULES],
  EQUALSHARE: [
    of('Cost', 'amount', 100),
    of('Partners', 'names', NAMES),
    left('Terms', 'terms'),
    left('Cap', 'amount'),
    UNIT,
  ],
  PRORATA: [
    of('Amount', 'amount', 30_000),
    of('Start', 'date', 38_231),
    of('End', 'date', 38_442),
    left('Year start', 'date'),
    left('Basis', 'word'),
    UNIT,
  ],
  ROLLFORWARD: [
    of('Base', 'amount', 100),
    left('Recurrent', 'amount'),
    left('Uplift', 'figure'),
    left('Planned', 'amount'),
    left('Efficiency', 'amount'),
    UNIT,
  ],
  SHARESON: [
    of('Date', 'date', 38_442),
    of('Partners', 'names', NAMES),
    of('From', 'dates', DAYS),
    of('Shares', 'amounts', [[0.6], [0.4]]),
    left('Sets', 'names'),
    left('Set', 'name'),
  ],
  RISKSHARE: [
    of('Variance', 'amount', 1000),
    of('Weights', 'amounts', [[2], [1]]),
    left('Caps', 'amounts'),
    left('Redistribute', 'truth'),
    UNIT,
  ],
  WATERFALL: [of('Amount', 'amount', 900), of('Available', 'amounts', AMOUNTS), UNIT],
  BETTERMENT: [
    of('Before', 'amounts', AMOUNTS),
    of('After', 'amounts', [[500], [400]]),
    left('Weights', 'amounts'),
    UNIT,
  ],
  SETTLE: [of('Due', 'amounts', AMOUNTS), of('Paid', 'amounts', [[700], [250]]), UNIT],
  TRANSFERS: [of('Partners', 'names', NAMES), of('Balances', 'amounts', [[70], [-70]]), left('Host', 'name')],
  RECONCILE: [
    of('Left references', 'names', NAMES),
    of('Left amounts', 'amounts', AMOUNTS),
    of('Right references', 'names', NAMES),
    of('Right amounts', 'amounts', [[600], [350]]),
    left('Tolerance', 'amount'),
  ],
  TRACE: [of('Amount', 'amount', 100), of('Weights', 'amounts', [[2, 1]]), ...RULES],
};
