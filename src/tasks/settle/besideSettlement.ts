/*
 * What stands in the ledgers beside a settlement and changes none of its figures: cash nobody is credited with, instalments
 * that are behind, recharges of what is settled, charges between partners. `settle` and `check` say the
 * same; nothing is worked out here.
 */
import type { ReconcileResult } from '../../ledger/reconcileResult';
import type { SettledAgreement } from '../../pool/settlement';
import type { Finding } from '../../workbook/finding';
import type { ModelReading } from '../../workbook/readModel';
import { chargesBesidePool, pairKey } from './chargesBesidePool';
import { costsNotInLedger } from './costsInLedger';
import { instalmentsBehind } from './instalmentsBehind';
import { lastYearPaid } from './lastYearPaid';
import { paidBackBeyond, paidToOtherHosts } from './paidBackBeyond';
import { rechargeBesideCosts } from './rechargeBesideCosts';
import type { SettleInputs } from './settleInputs';
import { signOfContributions } from './signOfContributions';
import { storedBridges } from './storedBridges';
import { unnamedPayers } from './unnamedPayers';

/**
 * Everything to say of a month's ledgers beside its settlement; none of it stops anything.
 *
 * @param agreements - What the period settles.
 * @param result - The month as its ledgers are now.
 * @example contributions of £20,000.00 that name no partner in the host's ledger -> one `contribution without payer`
 */
export function besideSettlement(
  model: Pick<ModelReading, 'tables'>,
  inputs: SettleInputs,
  agreements: readonly SettledAgreement[],
  { items, bridges }: Pick<ReconcileResult, 'items' | 'bridges'>,
): readonly Finding[] {
  const { partners, pools, costs } = inputs;
  const names = partners.map(({ partner }) => partner);
  const recharges = rechargeBesideCosts(costs, names, bridges);
  const told = new Set(recharges.map(({ partner, detail }) => pairKey(partner ?? '', String(detail?.['other']))));
  const lastYear = lastYearPaid(model, inputs.period, items);
  // What was last year's is told once.
  const ofLastYear = new Set(lastYear.map(({ partner, detail }) => pairKey(partner ?? '', String(detail?.['other']))));
  const beyond = paidBackBeyond(inputs, agreements, { items, bridges });
  // What was charged while a pool was a shadow, which it could credit nobody with.
  const shadow = new Map(
    pools.flatMap(({ shadowUntil }) =>
      shadowUntil === undefined ? [] : [[shadowUntil.period, storedBridges(model, shadowUntil.period, 'charges')]],
    ),
  );
  return [
    ...unnamedPayers(pools, items),
    ...instalmentsBehind(inputs),
    ...lastYear,
    ...beyond.filter(({ partner, detail }) => !ofLastYear.has(pairKey(String(detail?.['host']), partner ?? ''))),
    ...paidToOtherHosts(inputs, { items, bridges }),
    ...signOfContributions(pools, items),
    ...costsNotInLedger(inputs),
    ...recharges,
    ...chargesBesidePool(pools, names, { items, bridges, shadow }, told),
  ];
}
