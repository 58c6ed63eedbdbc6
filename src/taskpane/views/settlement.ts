/*
 * A settlement among the totals: what each partner pays or is paid, the payments, how each agreement comes to it, each
 * line's variance, and the statements made of it. It adds nothing up; the figures are the task's.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { paysWords } from '../../words/projectTotals';
import {
  agreementTitle,
  balancesAddUp,
  balanceWords,
  keptWords,
  notConcerned,
  nothingToPay,
  SETTLEMENT_STEPS,
  SETTLEMENT_WORDS,
} from '../../words/settlementTotals';
import { amountsTable, type LabelledAmount } from './amounts';
import { statementsView } from './statements';
import { amountOf, type Figures, recordsOf } from '../../words/totalFigures';
import { variancesView } from './variances';

/** More agreements than this stand closed, or the plan's end would be far away. */
const OPEN_UP_TO = 2;

/** The settlement; nothing where the task settled none. */
export function settlementView(totals: Figures): TemplateResult | typeof nothing {
  const agreements = recordsOf(totals['agreements']);
  if (agreements.length === 0) return nothing;
  const isShort = agreements.length <= OPEN_UP_TO;
  return html`
    <h2>${SETTLEMENT_WORDS.each}</h2>
    <ul class="plain">
      ${balanceLines(recordsOf(totals['settled']))} ${keptLines(agreements)}
    </ul>
    ${paymentsView(recordsOf(totals['payments']))}
    ${agreements.some((agreement) => (amountOf(agreement, 'kept') ?? 0) !== 0)
      ? html`<p class="quiet">${SETTLEMENT_WORDS.paymentsKeep}</p>`
      : nothing}
    <h2>${SETTLEMENT_WORDS.agreements}</h2>
    ${agreements.map((agreement) => agreementView(agreement, isShort))}
    ${variancesView(recordsOf(totals['variances']), agreements)} ${statementsView(totals)}
  `;
}

/** Who pays and who is paid, one below the other; the others in one line, however many they are. */
function balanceLines(settled: readonly Figures[]): TemplateResult[] {
  const balances = settled.map((each) => ({ partner: String(each['partner']), due: amountOf(each, 'toSettle') ?? 0 }));
  const clear = balances.filter(({ due }) => due === 0).map(({ partner }) => partner);
  const lines = balances.filter(({ due }) => due !== 0).map(({ partner, due }) => balanceWords(partner, due));
  return [...lines, ...(clear.length === 0 ? [] : [nothingToPay(clear)])].map((words) => html`<li>${words}</li>`);
}

/** Without them the lines above would not seem to total nothing. */
function keptLines(agreements: readonly Figures[]): TemplateResult[] {
  return agreements.flatMap((agreement) => {
    const kept = amountOf(agreement, 'kept') ?? 0;
    return kept === 0 ? [] : [html`<li>${keptWords(kept, String(agreement['host']))}</li>`];
  });
}

function paymentsView(payments: readonly Figures[]): TemplateResult {
  if (payments.length === 0) return html`<p class="quiet">${SETTLEMENT_WORDS.noPayments}</p>`;
  const isOfMany = new Set(payments.map((payment) => payment['pool'])).size > 1;
  const poolOf = ({ pool }: Figures): string => (isOfMany ? String(pool ?? '') : '');
  return html`${amountsTable(
    SETTLEMENT_WORDS.payments,
    payments.map((payment) => ({
      label: paysWords(String(payment['from']), String(payment['to']), poolOf(payment)),
      amount: amountOf(payment, 'amount') ?? 0,
    })),
  )}`;
}

function agreementView(agreement: Figures, isOpen: boolean): TemplateResult {
  const kept = amountOf(agreement, 'kept') ?? 0;
  const partners = recordsOf(agreement['partners']);
  const others = partners.filter((partner) => stepsOf(partner).length === 0);
  return html`
    <details ?open=${isOpen}>
      <summary>
        ${agreementTitle(String(agreement['pool']), String(agreement['for']), String(agreement['host']))}
      </summary>
      ${partners.filter((partner) => !others.includes(partner)).map(partnerTable)}
      ${others.length === 0
        ? nothing
        : html`<p class="quiet">${notConcerned(others.map((partner) => String(partner['partner'])))}</p>`}
      ${kept === 0 ? nothing : html`<p class="quiet">${keptWords(kept, String(agreement['host']))}</p>`}
      <p class="quiet">${balancesAddUp(amountOf(agreement, 'check') ?? 0, kept)}</p>
    </details>
  `;
}

/** A partner's figures below each other: side by side they would not fit a narrow pane. */
function partnerTable(partner: Figures): TemplateResult {
  const balance = amountOf(partner, 'toSettle') ?? 0;
  const label =
    balance === 0 ? SETTLEMENT_WORDS.settled : balance > 0 ? SETTLEMENT_WORDS.toPay : SETTLEMENT_WORDS.toReceive;
  const last: LabelledAmount = { label, amount: Math.abs(balance), isSum: true };
  return html`${amountsTable(String(partner['partner']), [...stepsOf(partner), last])}`;
}

/** What makes the balance, without what is nothing; the share due only where it is a sum of more than one. */
function stepsOf(partner: Figures): LabelledAmount[] {
  const hasVariance = (amountOf(partner, 'shareOfVariance') ?? 0) !== 0;
  return SETTLEMENT_STEPS.flatMap(({ key, sign, plus, minus }): LabelledAmount[] => {
    const amount = (amountOf(partner, key) ?? 0) * sign;
    if (amount === 0 || (key === 'shareDue' && !hasVariance)) return [];
    const isSum = key === 'shareDue';
    const isTaken = key !== 'agreed' && !isSum;
    return [{ label: amount > 0 ? plus : minus, amount: isTaken ? Math.abs(amount) : amount, isSum }];
  });
}
