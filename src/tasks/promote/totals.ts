/*
 * The comparison of a promotion for the preview and for `--json`, in pounds. The form is a contract with whoever checks it:
 * `docs/json-output.md`.
 *
 * For every line: the partners' shares and what is referred upward total the variance and its offset, to the penny.
 */
import { pounds } from '../reconcile/cells';
import type { Totals } from '../task';
import type { Comparison, ComparedLine } from './comparison';

/** The totals of a plan. @param begins - The first month of the pool. */
export function promoteTotals(begins: string, { month, partners, lines }: Comparison): Totals {
  return {
    begins,
    comparison: month === undefined ? null : { month, lines: lines.map((line) => lineTotals(line, partners)) },
  };
}

function lineTotals(
  { pool, line, type, ruleText, underspend, compared }: ComparedLine,
  partners: Comparison['partners'],
): Readonly<Record<string, unknown>> {
  return {
    pool,
    line,
    type,
    rule: ruleText,
    underspend,
    variance: pounds(compared.variancePence),
    offset: pounds(compared.offsetPence),
    referred: pounds(compared.referredPence),
    kept: compared.isKept,
    partners: compared.partners.map(({ fellPence, sharePence, morePence }, at) => ({
      partner: partners[at]?.partner ?? '',
      fell: pounds(fellPence),
      share: pounds(sharePence),
      more: pounds(morePence),
    })),
  };
}
