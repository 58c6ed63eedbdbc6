/*
 * The live formulas of PoolPartnerStatement, over PoolSettlement and PoolSplit. The same figures are worked out in
 * TypeScript by `src/tasks/settle/partnerStatement`, and a test compares the two cell by cell.
 *
 * A line's rows stand above the sum they make up, so that Check proves it. What a partner is exposed to is no formula: it
 * follows each line's rule, list, caps and groups, and stands as a value in Exposure, which Amount shows.
 */
import { isNamed, same } from './sameText';
import type { SplitPartner } from './splitFormulas';
import type { FormulaColumns } from './statementFormulas';

/** What the rows are; the column `Row` holds one of these. Those with a column show PoolSettlement's. */
export const PARTNER_ROWS = {
  lineAgreed: 'line agreed',
  agreed: 'agreed',
  lineVariance: 'line variance',
  variance: 'share of variance',
  due: 'share due',
  paidIn: 'paid in',
  paidDirect: 'paid direct',
  inKind: 'in kind',
  kept: 'carried forward',
  toPay: 'to pay',
  toReceive: 'to receive',
  all: 'all agreements',
  exposure: 'exposure',
  referred: 'referred upward',
} as const;

/** One kind of row. */
export type PartnerRowKind = (typeof PARTNER_ROWS)[keyof typeof PARTNER_ROWS];

/** The column of PoolSettlement that a row shows. */
const SETTLEMENT_COLUMNS: readonly (readonly [PartnerRowKind, string])[] = [
  [PARTNER_ROWS.agreed, 'Agreed'],
  [PARTNER_ROWS.variance, 'Share of variance'],
  [PARTNER_ROWS.due, 'Share due'],
  [PARTNER_ROWS.paidIn, 'Paid in'],
  [PARTNER_ROWS.paidDirect, 'Paid direct'],
  [PARTNER_ROWS.inKind, 'In kind'],
  [PARTNER_ROWS.kept, 'Carried forward'],
  [PARTNER_ROWS.toPay, 'To pay'],
  [PARTNER_ROWS.toReceive, 'To receive'],
];

const isRow = (row: PartnerRowKind): string => `({Row}="${row}")`;

/** The calculated columns of PoolPartnerStatement. */
export function partnerStatementFormulas(partners: readonly SplitPartner[]): FormulaColumns {
  // MAX makes one number of the cell: not every engine takes a cell as the place of CHOOSE.
  const own = `CHOOSE(MAX(1,{Partner number}),${partners.map(({ shortName }) => `PoolSplit[${shortName}]`).join(',')})`;
  const ofLine =
    `(PoolSplit[Period]={Period})*${same('PoolSplit', 'Pool', 'For')}*(PoolSplit[Side]={Side})` +
    `*${isNamed('PoolSplit', 'Line', '{Line}&""')}`;
  const ofPartner = `(PoolSettlement[Period]={Period})*${same('PoolSettlement', 'Partner')}`;
  const settled = (column: string, test = `*${same('PoolSettlement', 'Pool', 'For')}`): string =>
    `SUMPRODUCT(${ofPartner}${test},PoolSettlement[${column}])`;
  // Tested as one sum of 0 and 1: IF takes a number as a truth.
  const isLine = `(${isRow(PARTNER_ROWS.lineAgreed)}+${isRow(PARTNER_ROWS.lineVariance)})>0`;
  const isExposure = `(${isRow(PARTNER_ROWS.exposure)}+${isRow(PARTNER_ROWS.referred)})>0`;
  const figure = SETTLEMENT_COLUMNS.reduceRight(
    (otherwise, [row, column]) => `IF(${isRow(row)},${settled(column)},${otherwise})`,
    `${settled('To pay', '')}-${settled('To receive', '')}`,
  );
  const above = (row: PartnerRowKind): string =>
    `SUMPRODUCT(({Period^}={Period})*({Partner number^}={Partner number})*EXACT(LOWER({Pool^}),LOWER({Pool}))` +
    `*EXACT(LOWER({For^}),LOWER({For}))*({Row^}="${row}"),{Amount^})`;
  const hasLines = '((LOWER({For})="staff")+(LOWER({For})="placements"))';
  return {
    Amount: `=ROUND(IF(${isExposure},{Exposure},IF(${isLine},SUMPRODUCT(${ofLine},${own}),${figure})),2)`,
    Check:
      `=IF(${isRow(PARTNER_ROWS.variance)},ROUND({Amount}-${above(PARTNER_ROWS.lineVariance)},2),` +
      `IF(${isRow(PARTNER_ROWS.agreed)}*${hasLines}>0,ROUND({Amount}-${above(PARTNER_ROWS.lineAgreed)},2),""))`,
  };
}
