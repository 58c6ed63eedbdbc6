/*
 * The figures of shared projects for the preview and for `--json`, in pounds, from the model alone. The form is a contract
 * with whoever checks it: `docs/json-output.md`.
 *
 * For every project: shared + above the cap = cost, and the partners' shares total what is shared, to the penny.
 */
import type { SplitPartner } from '../../workbook/splitFormulas';
import { pounds } from '../reconcile/cells';
import type { Totals } from '../task';
import type { SharedProject } from './splitRows';

/** The totals of a run. */
export function shareTotals(projects: readonly SharedProject[], partners: readonly SplitPartner[]): Totals {
  const costPence = projects.reduce((sum, { shares }) => sum + shares.costPence, 0);
  const sharedPence = projects.reduce((sum, { shares }) => sum + shares.sharedPence, 0);
  return {
    projects: projects.map((project) => projectTotals(project, partners)),
    cost: pounds(costPence),
    shared: pounds(sharedPence),
    aboveCap: pounds(costPence - sharedPence),
    shares: partners.map(({ partner }, at) => ({
      partner,
      share: pounds(projects.reduce((sum, { shares }) => sum + (shares.sharePence[at] ?? 0), 0)),
    })),
  };
}

function projectTotals(
  { input, shares }: SharedProject,
  partners: readonly SplitPartner[],
): Readonly<Record<string, unknown>> {
  const { payments } = shares;
  const nameOf = (at: number): string => partners[at]?.partner ?? '';
  return {
    project: input.project,
    year: input.year,
    pool: input.pool,
    period: input.period,
    items: input.given.items.map((item, at) => ({
      item: item.name,
      annualCost: pounds(item.annualCostPence),
      basis: shares.items[at]?.basis ?? '',
      cost: pounds(shares.items[at]?.amountPence ?? 0),
      paidBy: item.paidBy === undefined ? null : nameOf(item.paidBy),
    })),
    cost: pounds(shares.costPence),
    cap: pounds(input.given.capPence ?? null),
    shared: pounds(shares.sharedPence),
    aboveCap: pounds(shares.aboveCapPence),
    fixed: pounds(shares.fixedPence),
    sharers: input.sharers.map(({ name, isGroup }, at) => ({
      sharer: name,
      isGroup,
      treatment: input.given.sharers[at]?.treatment.kind ?? 'none',
      share: pounds(shares.sharerPence[at] ?? 0),
    })),
    partners: partners.map(({ partner }, at) => ({
      partner,
      share: pounds(shares.sharePence[at] ?? 0),
      paid: pounds(payments?.paidPence[at] ?? null),
      toSettle: pounds(payments?.balancePence[at] ?? null),
    })),
    check: pounds(shares.sharedPence - shares.sharePence.reduce((sum, pence) => sum + pence, 0)),
    payments:
      payments?.transfers.map(({ from, to, amountUnits }) => ({
        from: nameOf(from),
        to: nameOf(to),
        amount: pounds(amountUnits),
      })) ?? null,
  };
}
