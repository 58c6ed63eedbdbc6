/*
 * The payments that clear a settled period: through each host for everything it holds, or pool by pool where there is none.
 */
import { comparable } from '../../ledger/cells';
import { type PaymentProblem, paymentsOf } from '../../pool/settlement';
import type { Transfer } from '../../pool/transfers';
import type { Finding } from '../../workbook/finding';
import { type TypedRow, placeOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettleInputs } from './settleInputs';
import type { SettledPart } from './settlePeriod';

/** The payments through one host, or of one pool without a host. */
export interface PaymentGroup {
  /** '' where the host holds several pools. */
  readonly pool: string;
  readonly hostName: string;
  readonly payments: readonly Transfer[];
}

/** All agreements of one host together; those without a host pool by pool. */
export function paymentGroups(
  parts: readonly SettledPart[],
  inputs: SettleInputs,
): { readonly groups: readonly PaymentGroup[]; readonly problems: readonly Finding[] } {
  const { partners } = inputs;
  const byKey = new Map<string, SettledPart[]>();
  for (const part of parts) {
    const key = part.hostName === '' ? `pool ${comparable(part.agreement.pool)}` : `host ${comparable(part.hostName)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  const problems: Finding[] = [];
  const groups = [...byKey.values()].map((group): PaymentGroup => {
    const hostName = group[0]?.hostName ?? '';
    const pools = new Set(group.map(({ agreement }) => agreement.pool));
    const pool = pools.size === 1 ? ([...pools][0] ?? '') : '';
    const host = partners.findIndex(({ partner }) => partner === hostName);
    const payments = paymentsOf(
      group.map(({ agreement }) => agreement),
      host < 0 ? undefined : host,
    );
    if (!payments.ok) problems.push(paymentFinding(payments.problem, pool, rowOf(inputs, pool)));
    return { pool, hostName, payments: payments.ok ? payments.value : [] };
  });
  return { groups, problems };
}

function paymentFinding(problem: PaymentProblem, pool: string, row: TypedRow | undefined): Finding {
  if (problem.kind === 'kept-without-host') {
    const place = row === undefined ? {} : { place: placeOf(row, 'Host') };
    return settleFinding('kept without host', { leftPence: problem.keptPence, ...place, detail: { pool } });
  }
  // Every side of a pool totals what it must, so a rest can only be one of size.
  return settleFinding('settlement too large');
}

function rowOf({ pools }: SettleInputs, name: string): TypedRow | undefined {
  return pools.find(({ pool }) => comparable(pool) === comparable(name))?.row;
}
