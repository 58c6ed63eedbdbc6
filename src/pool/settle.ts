/*
 * What each partner still pays or gets back, and the balance that stays in the pool. Not the payments between partners:
 * those are in transfers.ts.
 *
 * Source: settlement = share due less what was contributed, domain brief b4 (HFMA/CIPFA memorandum of a pooled budget).
 */
import { fail, succeed, type Result } from '../money/result';
import { addUnits, type TotalTooLarge } from './total';

/** One figure per partner (+ pays, - gets back) and the pool's own balance. In whole units. */
export interface Settlement {
  readonly balanceUnits: readonly number[];
  readonly poolBalanceUnits: number;
}

/** Due and paid do not list the same partners. */
export type SettleProblem =
  | { readonly kind: 'unequal-lists'; readonly due: number; readonly paid: number }
  | TotalTooLarge;

/**
 * Compares what each partner is due to pay with what it has paid.
 *
 * The pool balance is total due less total paid: it is nobody's share, so no partner's figure absorbs it.
 *
 * @param dueUnits - Per partner, whole units; + the partner owes, - it is owed.
 * @param paidUnits - Per partner, in the same order.
 * @returns The balances in the order given, or the first problem.
 * @example settle([£600.00, £400.00], [£700.00, £250.00]) -> -£100.00 and £150.00, pool balance £50.00
 */
export function settle(dueUnits: readonly number[], paidUnits: readonly number[]): Result<Settlement, SettleProblem> {
  if (dueUnits.length !== paidUnits.length) {
    return fail({ kind: 'unequal-lists', due: dueUnits.length, paid: paidUnits.length });
  }
  const balanceUnits = dueUnits.map((due, partner) => due - (paidUnits[partner] ?? 0));
  const poolBalance = addUnits(balanceUnits);
  if (!poolBalance.ok) return poolBalance;
  return succeed({ balanceUnits, poolBalanceUnits: poolBalance.value });
}
