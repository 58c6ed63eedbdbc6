/* A settlement's totals as blocks: who pays what, the payments, each agreement with its partners, and each variance. */
import { paysWords } from './projectTotals';
import {
  agreementTitle,
  balancesAddUp,
  balanceWords,
  keptWords,
  SETTLEMENT_WORDS,
  varianceTitle,
} from './settlementTotals';
import { amount, nameOf, row, type TotalBlock } from './totalBlock';
import { type Figures, recordsOf } from './totalFigures';

/** The blocks of a settlement. @example settlementBlocks({ settled: [{ partner: 'Trust', toSettle: 12_630 }], … })[0].notes -> ['Trust pays £12,630.00.'] */
export function settlementBlocks(totals: Figures): TotalBlock[] {
  const agreements = recordsOf(totals['agreements']);
  const kept = agreements.filter((agreement) => amount(agreement, 'kept') !== 0);
  const payments = recordsOf(totals['payments']);
  return [
    {
      title: SETTLEMENT_WORDS.each,
      rows: [],
      notes: [
        ...recordsOf(totals['settled']).map((each) => balanceWords(nameOf(each, 'partner'), amount(each, 'toSettle'))),
        ...kept.map((agreement) => keptWords(amount(agreement, 'kept'), nameOf(agreement, 'host'))),
      ],
    },
    {
      title: SETTLEMENT_WORDS.payments,
      rows: payments.map((each) =>
        row(paysWords(nameOf(each, 'from'), nameOf(each, 'to'), nameOf(each, 'pool')), amount(each, 'amount')),
      ),
      notes: payments.length === 0 ? [SETTLEMENT_WORDS.noPayments] : [],
    },
    ...agreements.map(agreementBlock),
    ...recordsOf(totals['variances'])
      .filter((variance) => amount(variance, 'variance') !== 0)
      .map(varianceBlock),
  ];
}

const AGREEMENT_COLUMNS = {
  agreed: 'Agreed',
  shareOfVariance: 'Share of variance',
  carriedForward: 'Stays in the pool',
  paidIn: 'Paid in',
  paidDirect: 'Paid direct',
  inKind: 'In kind',
  toSettle: 'Pays + / is paid −',
} as const;

function agreementBlock(agreement: Figures): TotalBlock {
  const title = agreementTitle(nameOf(agreement, 'pool'), nameOf(agreement, 'for'), nameOf(agreement, 'host'));
  return {
    title,
    columns: Object.values(AGREEMENT_COLUMNS),
    rows: recordsOf(agreement['partners']).map((partner) =>
      row(nameOf(partner, 'partner'), ...Object.keys(AGREEMENT_COLUMNS).map((key) => amount(partner, key))),
    ),
    notes: [balancesAddUp(amount(agreement, 'check'), amount(agreement, 'kept'))],
  };
}

function varianceBlock(variance: Figures): TotalBlock {
  const [offset, referred] = [amount(variance, 'offset'), amount(variance, 'referredUpward')];
  return {
    title: varianceTitle(nameOf(variance, 'line'), amount(variance, 'variance')),
    rows: [
      ...(offset === 0 ? [] : [row(offset < 0 ? SETTLEMENT_WORDS.met : SETTLEMENT_WORDS.meets, Math.abs(offset))]),
      ...recordsOf(variance['shares']).map((share) => row(nameOf(share, 'partner'), amount(share, 'share'))),
      ...(referred === 0 ? [] : [row(SETTLEMENT_WORDS.referred, referred)]),
    ],
    notes: variance['kept'] === true ? [SETTLEMENT_WORDS.kept] : [],
  };
}
