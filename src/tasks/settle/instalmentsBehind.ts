/*
 * Instalments that have fallen due and are not in the host's ledger, partner by partner. It moves no balance: what is still to
 * be paid is in the settlement whatever was agreed on when.
 *
 * Source: contribution clauses, "4 equal instalments", "quarterly" (https://lawinsider.com/clause/financial-contributions/_10).
 */
import { comparable } from '../../ledger/cells';
import { contributionsInForce } from '../../pool/contributions';
import { instalmentsDue } from '../../pool/contributionsToDate';
import type { Finding } from '../../workbook/finding';
import { placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import type { SettleInputs } from './settleInputs';

/**
 * A finding for each partner who has paid a host less than the instalments due to date of the host's pools.
 *
 * Only rows that say their Instalments count: a contribution without may be given in any way, as spending in the partner's own
 * ledger is. A host pays nothing to itself.
 *
 * @example £300,000.00 quarterly, to June; the host's ledger has £60,000.00 -> £75,000.00 due, £15,000.00 behind
 */
export function instalmentsBehind({
  period,
  partners,
  pools,
  received: cash,
  contributions,
}: Pick<SettleInputs, 'period' | 'partners' | 'pools' | 'received' | 'contributions'>): readonly Finding[] {
  const said = contributions.filter(({ row }) => textOf(row, 'Instalments') !== '');
  const names = partners.map(({ partner }) => partner);
  // What was paid back when a quarter was settled makes no instalment late.
  return [...cash].flatMap(([hostName, received]) => {
    const own = pools.filter((pool) => pool.settles && pool.hostName === hostName);
    const rows = own.flatMap(({ pool }) => contributionsInForce(said, { ...period, pool }));
    const due = own.map(({ pool }) => instalmentsDue(said, { ...period, pool }, names));
    return names.flatMap((partner, at): Finding[] => {
      const leftPence = due.reduce((sum, pence) => sum + (pence[at] ?? 0), 0);
      const rightPence = received[at] ?? 0;
      const first = rows.find((row) => comparable(row.partner) === comparable(partner));
      if (partner === hostName || first === undefined || leftPence <= rightPence) return [];
      const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
      const place = placeOf(first.row, 'Instalments');
      return [settleFinding('instalments behind', { partner, place, ...amounts, detail: { host: hostName } })];
    });
  });
}
