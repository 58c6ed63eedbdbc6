/*
 * The POOL functions about variances, settlement and payments. Each only reads, calls the rule and returns; the doc block
 * of each is the help that the user reads.
 */
import { answer } from './refuse';
import { bettermentCells, riskShareCells, settleCells, transferCells, waterfallCells } from './settlingCells';

/**
 * Shares an over- or underspend by agreed weights, with caps on what a partner bears of an overspend. Example: 1000 over, weights 50, 30 and 20, a cap of 300 on the first: 300.00, 300.00, 200.00, and 200.00 referred upward.
 * @customfunction RISKSHARE
 * @param variance Actual or forecast less budget: + an overspend, - an underspend.
 * @param weights One row or column with a weight for each partner. A partner that bears nothing has 0.
 * @param [caps] Beside the weights: the most a partner bears of an overspend. Blank or 0: no cap.
 * @param [redistribute] TRUE: the part above a cap goes first to the partners below theirs. Left out: FALSE.
 * @param [unit] What the shares are whole numbers of. Left out: 0.01.
 * @returns A share for each partner; with any cap above 0, one more at the end: what no cap covers, referred upward.
 */
export function riskShare(
  variance: unknown,
  weights: unknown[][],
  caps?: unknown[][],
  redistribute?: unknown,
  unit?: unknown,
): number[][] {
  return answer('RISKSHARE', () => riskShareCells(variance, weights, caps, redistribute, unit));
}

/**
 * Meets an amount from several sources in order. Example: 900 from 500 and then 300 draws 500.00 and 300.00 and leaves 100.00.
 * @customfunction WATERFALL
 * @param amount The amount to meet. An underspend draws nothing.
 * @param available One row or column with what each source holds, in the order in which they are used.
 * @param [unit] What the draws are whole numbers of. Left out: 0.01.
 * @returns What is drawn from each source, and at the end what is left.
 */
export function waterfall(amount: unknown, available: unknown[][], unit?: unknown): number[][] {
  return answer('WATERFALL', () => waterfallCells(amount, available, unit));
}

/**
 * Tests non-betterment: each partner's gain less its agreed share of the total gain; all 0 means that nobody was bettered. Reported, never settled: the agreement's own definition governs. Example: 600 and 400 before, 500 and 400 after: 50.00 and -50.00.
 * @customfunction BETTERMENT
 * @param before Each partner's net cost before the change.
 * @param after Each partner's net cost after it, like for like and net of settlement.
 * @param [weights] The agreed shares of the gain. Left out: equal.
 * @param [unit] What the results are whole numbers of. Left out: 0.01.
 * @returns For each partner + bettered, - worse off than agreed; together 0.
 */
export function bettermentTest(
  before: unknown[][],
  after: unknown[][],
  weights?: unknown[][],
  unit?: unknown,
): number[][] {
  return answer('BETTERMENT', () => bettermentCells(before, after, weights, unit));
}

/**
 * What each partner still pays (+) or gets back (-), and the balance of the pool, which no partner absorbs. Example: due 600 and 400, paid 700 and 250: -100.00, 150.00 and a pool balance of 50.00.
 * @customfunction SETTLE
 * @param due What each partner is due to pay.
 * @param paid What each partner has paid, in the same order.
 * @param [unit] What the results are whole numbers of. Left out: 0.01.
 * @returns Due less paid for each partner, and at the end total due less total paid.
 */
export function settlement(due: unknown[][], paid: unknown[][], unit?: unknown): number[][] {
  return answer('SETTLE', () => settleCells(due, paid, unit));
}

/**
 * Who pays whom to clear the partners' balances. Example: balances of 70, -50 and -20 give two payments by the first partner, 50.00 to the second and 20.00 to the third.
 * @customfunction TRANSFERS
 * @param partners One row or column of names.
 * @param balances Beside the names: + pays, - is paid. They must total 0.
 * @param [host] The partner through which every payment runs. Left out: the fewest plain payments, at most one fewer than partners.
 * @returns A row for each payment: from, to, amount.
 */
export function payments(partners: unknown[][], balances: unknown[][], host?: unknown): unknown[][] {
  return answer('TRANSFERS', () => transferCells(partners, balances, host));
}
