/*
 * Grants applied to the spending they may pay for, one after the other, so that no pound of spending is claimed twice. Not
 * what partners owe each other: a grant is money of the partner that holds it, and settlement follows the shares.
 *
 * Source: audit trails for specific grant conditions by each contributing agency (Leicester 2000, paper 5 and 24-26);
 * applied = the lesser of what is available and eligible spend not used by an earlier grant (design section 4).
 */
import { sumPence } from '../money/exact';
import { drawDown } from './waterfall';

/** A grant of one year, in whole pence. */
export interface Grant {
  /** The year's amount and what was brought forward. */
  readonly availablePence: number;
  /** The least that must be spent of it; null for no such condition. */
  readonly minimumPence: number | null;
  /** Its turn; null comes after the numbered ones. */
  readonly order: number | null;
  /** The lines it may pay for, each once, as positions in the list of spending; taken in this order. */
  readonly lines: readonly number[];
}

/** What a grant takes of one line. */
export interface GrantLine {
  readonly line: number;
  /** What earlier grants took of the line. */
  readonly usedPence: number;
  /** What is left of the line's spending to pay for. */
  readonly eligiblePence: number;
  /** What is left of the grant when the line's turn comes. */
  readonly availablePence: number;
  readonly appliedPence: number;
}

/** A grant applied: line by line, and in total. */
export interface AppliedGrant {
  /** Its position in the list of grants. */
  readonly grant: number;
  readonly lines: readonly GrantLine[];
  readonly eligiblePence: number;
  readonly appliedPence: number;
  readonly unspentPence: number;
  /** What is still short of the minimum, 0 where it is met. */
  readonly shortPence: number;
}

/**
 * The grants in their turn: numbered ones by number, then the others; a tie goes to the earlier row.
 *
 * @example turns of 2, none, 1, 2 -> the third, the first, the fourth, the second
 */
export function inTurn(orders: readonly (number | null)[]): readonly number[] {
  const turn = (at: number): number => orders[at] ?? Infinity;
  return [...orders.keys()].sort((a, b) => (turn(a) === turn(b) ? a - b : turn(a) < turn(b) ? -1 : 1));
}

/**
 * Applies the grants of a pool, in their turn, to the spending of its lines.
 *
 * Each grant takes from its lines in the order they are listed, never more than it has and never what an earlier grant
 * took. A line in credit gives nothing, and a line that is not named gives nothing: that is the ring-fence.
 *
 * @param grants - In the order of their table.
 * @param spendPence - Spending to date per line; below 0 where income is more.
 * @returns The grants in their turn.
 * @example £100.00 for line A, then £80.00 for A and B, spending £70.00 on A and £60.00 on B
 *   -> £70.00 of A with £30.00 unspent; then £60.00 of B with £20.00 unspent
 */
export function applyGrants(grants: readonly Grant[], spendPence: readonly number[]): readonly AppliedGrant[] {
  const usedPence = spendPence.map(() => 0);
  return inTurn(grants.map(({ order }) => order)).flatMap((at): AppliedGrant[] => {
    const grant = grants[at];
    if (grant === undefined) return [];
    const eligible = grant.lines.map((line) => Math.max(0, spendPence[line] ?? 0) - (usedPence[line] ?? 0));
    const { drawnUnits, leftUnits } = drawDown(grant.availablePence, eligible);
    let availablePence = grant.availablePence;
    const lines = grant.lines.map((line, step): GrantLine => {
      const appliedPence = drawnUnits[step] ?? 0;
      const taken = { line, usedPence: usedPence[line] ?? 0, eligiblePence: eligible[step] ?? 0, availablePence };
      availablePence -= appliedPence;
      usedPence[line] = (usedPence[line] ?? 0) + appliedPence;
      return { ...taken, appliedPence };
    });
    const appliedPence = grant.availablePence - leftUnits;
    return [
      {
        grant: at,
        lines,
        eligiblePence: totalOf(eligible),
        appliedPence,
        unspentPence: leftUnits,
        shortPence: Math.max(0, (grant.minimumPence ?? 0) - appliedPence),
      },
    ];
  });
}

/** Spending of lines of a statement, each of at most 15 digits: a total beyond that is no pool's. */
function totalOf(pence: readonly number[]): number {
  const total = sumPence(pence);
  if (!total.ok) throw new RangeError('The eligible spending of a grant has more than 15 digits.');
  return total.value;
}
