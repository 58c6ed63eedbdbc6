/*
 * The figures of a settlement for the preview and for `--json`, in pounds, from the model alone. The form is a contract with
 * whoever checks it: `docs/json-output.md`. For every agreement the balances and what is kept total 0, and the shares of a
 * line and what is referred upward its variance and offset, to the penny.
 */
import { balanceOf } from '../../pool/settlement';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { pounds } from '../reconcile/cells';
import type { Totals } from '../task';
import type { SettledPeriod } from './settlePeriod';
import { settlementRows } from './settlementTables';

/** The totals of a run. */
export function settleTotals({ parts, groups, rows }: SettledPeriod, partners: readonly SplitPartner[]): Totals {
  const agreements = parts.map(({ agreement }) => agreement);
  const nameOf = (at: number): string => partners[at]?.partner ?? '';
  return {
    agreements: parts.map((part) => {
      const { agreement } = part;
      const balances = agreement.partners.reduce((sum, { balancePence }) => sum + balancePence, 0);
      return {
        pool: agreement.pool,
        for: agreement.settlesFor,
        host: part.hostName,
        partners: settlementRows([part], partners)
          .filter(({ partner }) => partner !== undefined)
          .map(({ name, figures }) => ({
            partner: name,
            agreed: pounds(figures.agreedPence),
            shareOfVariance: pounds(figures.variancePence),
            shareDue: pounds(figures.duePence),
            paidIn: pounds(figures.paidInPence),
            paidDirect: pounds(figures.paidDirectPence),
            inKind: pounds(figures.inKindPence),
            carriedForward: pounds(figures.carriedForwardPence),
            toSettle: pounds(figures.balancePence),
          })),
        kept: pounds(agreement.keptPence),
        check: pounds(balances - agreement.keptPence),
      };
    }),
    variances: rows
      .filter(({ rule }) => rule !== undefined)
      .map((row) => ({
        pool: row.pool,
        line: row.line,
        variance: pounds(row.offset?.ownPence ?? row.amountPence),
        offset: pounds(row.offset?.offsetPence ?? 0),
        shares: row.partsPence.map((pence, at) => ({ partner: nameOf(at), share: pounds(pence) })),
        referredUpward: pounds(row.referredPence),
        kept: row.isKept,
      })),
    payments: groups.flatMap(({ pool, hostName, payments }) =>
      payments.map(({ from, to, amountUnits }) => ({
        pool,
        host: hostName,
        from: nameOf(from),
        to: nameOf(to),
        amount: pounds(amountUnits),
      })),
    ),
    settled: partners.map(({ partner }, at) => ({
      partner,
      toSettle: pounds(balanceOf(agreements, at)),
    })),
  };
}
