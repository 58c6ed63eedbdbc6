/* Each line's variance among the totals of a settlement: who bears it, what is referred upward, what stays in the pool. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { onBudget, referredTo, SETTLEMENT_WORDS, varianceTitle } from '../../words/settlementTotals';
import { amountsTable } from './amounts';
import { amountOf, type Figures, recordsOf } from '../../words/totalFigures';

/** The variances, line by line; nothing where no line was shared. @param agreements - Who hosts which pool. */
export function variancesView(
  variances: readonly Figures[],
  agreements: readonly Figures[],
): TemplateResult | typeof nothing {
  if (variances.length === 0) return nothing;
  const isOff = (variance: Figures): boolean => (amountOf(variance, 'variance') ?? 0) !== 0;
  // Lines of two pools may have one name.
  const isOfMany = new Set(variances.map((variance) => variance['pool'])).size > 1;
  const nameOf = ({ pool, line }: Figures): string => (isOfMany ? `${String(pool)}, ${String(line)}` : String(line));
  const exact = variances.filter((variance) => !isOff(variance)).map(nameOf);
  return html`
    <h2>${SETTLEMENT_WORDS.variances}</h2>
    ${variances.filter(isOff).map((variance) => varianceView(variance, nameOf(variance), hostOf(variance, agreements)))}
    ${exact.length === 0 ? nothing : html`<p class="quiet">${onBudget(exact)}</p>`}
  `;
}

function varianceView(variance: Figures, name: string, host: string): TemplateResult {
  const referred = amountOf(variance, 'referredUpward') ?? 0;
  const shares = recordsOf(variance['shares']).map((share) => ({
    label: String(share['partner']),
    amount: amountOf(share, 'share') ?? 0,
  }));
  const offset = amountOf(variance, 'offset') ?? 0;
  const first = { label: offset < 0 ? SETTLEMENT_WORDS.met : SETTLEMENT_WORDS.meets, amount: 0 - offset };
  const above = { label: SETTLEMENT_WORDS.referred, amount: referred };
  const rows = [first, ...shares, above].filter(({ amount }) => amount !== 0);
  return html`
    ${amountsTable(varianceTitle(name, amountOf(variance, 'variance') ?? 0), rows)}
    ${referred === 0 ? nothing : html`<p class="quiet">${referredTo(host)}</p>`}
    ${variance['kept'] === true ? html`<p class="quiet">${SETTLEMENT_WORDS.kept}</p>` : nothing}
  `;
}

function hostOf(variance: Figures, agreements: readonly Figures[]): string {
  return String(agreements.find((agreement) => agreement['pool'] === variance['pool'])?.['host'] ?? '');
}
