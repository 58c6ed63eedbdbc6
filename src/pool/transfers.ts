/*
 * Who pays whom so that every partner's balance is cleared. Not how the balances arise: those come from a settlement and
 * total nothing before they get here.
 *
 * Source: instalments and settlement run through the host (domain brief b4); where there is no host, the fewest plain
 * payments keep money from going round in circles (Audit Wales on the North Wales pool, domain brief b8).
 */
import { fail, succeed, type Result } from '../money/result';
import { addUnits, type TotalTooLarge } from './total';

/** One payment, by partner number counted from 0; the amount is above 0, in whole units. */
export interface Transfer {
  readonly from: number;
  readonly to: number;
  readonly amountUnits: number;
}

/** The balances leave something over, or the host is not one of the partners. */
export type TransferProblem =
  | { readonly kind: 'unbalanced'; readonly totalUnits: number }
  | { readonly kind: 'unknown-host'; readonly host: number }
  | TotalTooLarge;

/**
 * Lists the payments that clear every balance.
 *
 * With a host, each other partner pays the host or is paid by it, in the order given. Without one, the largest payer pays
 * the largest receiver until both are cleared, a tie going to the earlier partner: each payment clears at least one of
 * the two and the last clears both, so there is at most one payment fewer than partners.
 *
 * @param balanceUnits - Per partner, whole units; + pays, - is paid. They must total 0.
 * @param host - The partner number of the host, counted from 0, where there is one.
 * @returns The payments, none of nothing, or the first problem.
 * @example transfers([£70.00, -£50.00, -£20.00]) -> first pays second £50.00, first pays third £20.00
 */
export function transfers(
  balanceUnits: readonly number[],
  host?: number,
): Result<readonly Transfer[], TransferProblem> {
  const total = addUnits(balanceUnits);
  if (!total.ok) return total;
  if (total.value !== 0) return fail({ kind: 'unbalanced', totalUnits: total.value });
  if (host === undefined) return succeed(throughLargest(balanceUnits));
  if (balanceUnits[host] === undefined) return fail({ kind: 'unknown-host', host });
  return succeed(throughHost(balanceUnits, host));
}

function throughHost(balanceUnits: readonly number[], host: number): Transfer[] {
  return balanceUnits.flatMap((balance, partner): Transfer[] => {
    if (partner === host || balance === 0) return [];
    return balance > 0
      ? [{ from: partner, to: host, amountUnits: balance }]
      : [{ from: host, to: partner, amountUnits: -balance }];
  });
}

function throughLargest(balanceUnits: readonly number[]): Transfer[] {
  const left = [...balanceUnits];
  const payments: Transfer[] = [];
  for (;;) {
    const from = positionOfLargest(left, 1);
    const to = positionOfLargest(left, -1);
    if (from === undefined || to === undefined) return payments;
    const amountUnits = Math.min(left[from] ?? 0, -(left[to] ?? 0));
    left[from] = (left[from] ?? 0) - amountUnits;
    left[to] = (left[to] ?? 0) + amountUnits;
    payments.push({ from, to, amountUnits });
  }
}

/** The first of the partners with the largest balance on one side: 1 for those who pay, -1 for those who are paid. */
function positionOfLargest(balanceUnits: readonly number[], side: 1 | -1): number | undefined {
  let position: number | undefined;
  let largest = 0;
  for (const [partner, balance] of balanceUnits.entries()) {
    if (balance * side <= largest) continue;
    largest = balance * side;
    position = partner;
  }
  return position;
}
