/*
 * A project's cost shared equally by the partners that take part, after fixed contributions and up to a cap. Not who
 * invoices whom, and not the split of a share inside a group of partners.
 *
 * Source: Leicester 2004, supporting information 4.2: the cost is shared equally between the partners "plus a
 * contribution from Rutland", with a part-year cost of at most £20,000.
 */
import { fail, succeed, type Result } from '../money/result';
import { splitByWeight } from '../money/split';
import { addUnits, type TotalTooLarge } from './total';

/** How one partner takes part: an equal share of the rest, nothing, or a fixed amount paid first, inside the cap. */
export type Treatment =
  | { readonly kind: 'equal' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly amountUnits: number };

/** What each partner pays, and the part of the cost above the cap, which nobody has agreed to pay. In whole units. */
export interface EqualShare {
  readonly shareUnits: readonly number[];
  readonly aboveCapUnits: number;
}

/** Why the cost cannot be shared; amounts in whole units, `partner` counted from 0. */
export type EqualShareProblem =
  | { readonly kind: 'no-partners' }
  | { readonly kind: 'fixed-not-positive'; readonly partner: number; readonly amountUnits: number }
  | { readonly kind: 'fixed-above-sum'; readonly fixedUnits: number; readonly sumUnits: number }
  | { readonly kind: 'nobody-equal'; readonly fixedUnits: number; readonly sumUnits: number }
  | TotalTooLarge;

/**
 * Shares a cost equally, after fixed amounts, up to a cap.
 *
 * Shares total the lesser of cost and cap. An odd unit goes to the earlier partner. A cost below 0 (an agreed efficiency)
 * is shared as its size with the sign put back.
 *
 * @param costUnits - Whole units; the cap does not touch a cost below 0.
 * @param treatments - One per partner.
 * @param capUnits - The most the partners pay together, above 0; leave it out where there is none.
 * @returns Shares in the order given and the part above the cap, or the first problem.
 * @example cost £21,000.00, cap £20,000.00, four equal, Rutland fixed £1,500.00
 *   -> £4,625.00 each, Rutland £1,500.00, above the cap £1,000.00
 */
export function equalShare(
  costUnits: number,
  treatments: readonly Treatment[],
  capUnits?: number,
): Result<EqualShare, EqualShareProblem> {
  if (treatments.length === 0) return fail({ kind: 'no-partners' });
  const sumUnits = capUnits === undefined ? costUnits : Math.min(costUnits, capUnits);
  const amounts = treatments.map((treatment) => (treatment.kind === 'fixed' ? treatment.amountUnits : 0));
  const bad = treatments.findIndex((treatment) => treatment.kind === 'fixed' && treatment.amountUnits <= 0);
  if (bad >= 0) return fail({ kind: 'fixed-not-positive', partner: bad, amountUnits: amounts[bad] ?? 0 });

  const fixed = addUnits(amounts);
  if (!fixed.ok) return fixed;
  const fixedUnits = fixed.value;
  if (fixedUnits > 0 && fixedUnits > sumUnits) return fail({ kind: 'fixed-above-sum', fixedUnits, sumUnits });

  const rest = shareRest(sumUnits - fixedUnits, treatments);
  if (!rest) return fail({ kind: 'nobody-equal', fixedUnits, sumUnits });
  const shareUnits = amounts.map((amount, partner) => amount + (rest[partner] ?? 0));
  return succeed({ shareUnits, aboveCapUnits: costUnits - sumUnits });
}

/** The rest by equal weights, nothing for the others; undefined when there is a rest and nobody to bear it. */
function shareRest(restUnits: number, treatments: readonly Treatment[]): readonly number[] | undefined {
  if (restUnits === 0) return treatments.map(() => 0);
  const weights = treatments.map((treatment) => (treatment.kind === 'equal' ? 1 : 0));
  const shares = splitByWeight(restUnits, weights);
  return shares.ok ? shares.value : undefined;
}
