/*
 * The live formulas of PoolMemorandum: one text per column, over PoolStatement, PoolSettlement and PoolContributions. The
 * same figures are worked out in TypeScript by `src/pool/memorandum`, and a test compares the two cell by cell.
 *
 * Items stand above their totals, and everything above the surplus, so that `{Council^}` adds them up. The joint figure in
 * Total comes from a source of its own wherever there is one: Check is then a proof and not a repetition.
 *
 * Source: domain brief b4; what a contribution adds or takes is `src/pool/contributions`.
 */
import { MEMORANDUM_ROWS as ROWS, MEMORANDUM_SECTIONS as SECTIONS, type MemorandumRowKind } from '../pool/memorandum';
import { quoted, sumOf, toPence } from './formulaParts';
import { isNamed, same, sameAbove } from './sameText';
import { POOL_BALANCE } from './settlementFormulas';
import type { SplitPartner } from './splitFormulas';
import { type FormulaColumns, JOINT } from './statementFormulas';

const isRow = (row: MemorandumRowKind): string => `({Row}="${row}")`;
const above = `({Period^}={Period})*${sameAbove('Pool')}`;
const sectionAbove = `${above}*({Section^}={Section})`;

/** What stands above in a section's total, or in a row of a kind. */
function totalAbove(column: string, ...sections: readonly string[]): string {
  const isOne = sections.map((section) => `({Section^}="${section}")`).join('+');
  return `SUMPRODUCT(${above}*({Row^}="${ROWS.total}")*(${isOne}),{${column}^})`;
}
const rowAbove = (column: string, row: MemorandumRowKind): string =>
  `SUMPRODUCT(${above}*({Row^}="${row}"),{${column}^})`;

/** The rows of a partner, or for the joint figure of all of them. */
interface Whose {
  readonly column: string;
  /** A test on a table's column of partners. */
  of(table: string): string;
  /** The rows of PoolStatement. */
  readonly statement: string;
  readonly contribution: string;
}

function settled({ of }: Whose, column: string, test = ''): string {
  const rows = `(PoolSettlement[Period]={Period})*${same('PoolSettlement', 'Pool')}*${of('PoolSettlement')}${test}`;
  return `SUMPRODUCT(${rows},PoolSettlement[${column}])`;
}

/** A blank Funding is base money. */
const isFunding = '((PoolContributions[Funding]={Funding})+(PoolContributions[Funding]="")*({Funding}="base"))';
const contributions =
  `${same('PoolContributions', 'Pool')}*(PoolContributions[Year]={Year})*(PoolContributions[From]<={Month end})` +
  `*${isFunding}`;
// What was brought forward is there from the first day; everything else comes by twelfths, each to the penny.
const contributed = `ROUND(${toPence('PoolContributions[Amount]')}*IF({Funding}="brought forward",12,{Months})/12,2)`;
const isPartnerIncome = '({Funding}="partner income")';
const sign = `(1-2*(({Funding}="client income")+${isPartnerIncome}+({Funding}="other income")))`;

function ofPartner({ partner, shortName }: SplitPartner): Whose {
  const name = quoted(partner);
  const own = isNamed('PoolContributions', 'Partner', name);
  const pays = isNamed('PoolContributions', 'Source', name);
  return {
    column: shortName,
    of: (table) => isNamed(table, 'Partner', name),
    statement: isNamed('PoolStatement', 'Partner', name),
    contribution: `SUMPRODUCT(${contributions}*(${own}*${sign}+${pays}*${isPartnerIncome}),${contributed})`,
  };
}

/** Income of one partner from another is eliminated in full, so all of it together is nothing. */
const ofAll: Whose = {
  column: 'Total',
  of: (table) => `(${table}[Partner]<>"${POOL_BALANCE}")`,
  statement: `(PoolStatement[Partner]="${JOINT}")`,
  contribution: `SUMPRODUCT(${contributions}*(1-${isPartnerIncome})*${sign},${contributed})`,
};

/** The figure of each kind of row for one partner, or for all. */
function figure(whose: Whose, hasContributions: boolean): string {
  const { column, statement, contribution } = whose;
  const ofPool = `(PoolStatement[Period]={Period})*${same('PoolStatement', 'Pool')}*${statement}`;
  const given = `(${settled(whose, 'Paid in')}+${settled(whose, 'Paid direct')}+${settled(whose, 'In kind')})`;
  const funded = totalAbove(column, SECTIONS.funding);
  const spent = totalAbove(column, SECTIONS.expenditure, SECTIONS.capital);
  const isAll = whose === ofAll;
  const byRow: readonly (readonly [MemorandumRowKind, string])[] = [
    [ROWS.contribution, hasContributions ? contribution : '0'],
    [ROWS.budgets, `SUMPRODUCT(${ofPool},PoolStatement[Budget to date])`],
    [ROWS.line, `SUMPRODUCT(${ofPool}*${same('PoolStatement', 'Line')},PoolStatement[Own to date])`],
    [ROWS.project, settled(whose, 'Paid direct', `*${same('PoolSettlement', 'For')}`)],
    [ROWS.inKind, settled(whose, 'In kind')],
    [ROWS.total, `SUMPRODUCT(${sectionAbove},{${column}^})`],
    [ROWS.due, isAll ? spent : settled(whose, 'Share due')],
    [ROWS.surplus, `${funded}-${rowAbove(column, ROWS.due)}`],
    [ROWS.kept, settled(whose, 'Carried forward')],
    [ROWS.toSettle, `${settled(whose, 'To receive')}-${settled(whose, 'To pay')}`],
    [ROWS.held, `${funded}-${given}`],
  ];
  const last = isAll ? rowAbove(column, ROWS.surplus) : `SUMPRODUCT(${sectionAbove},{${column}^})`;
  const chosen = byRow.reduceRight((otherwise, [row, text]) => `IF(${isRow(row)},${text},${otherwise})`, last);
  return `=IF({Not known}>0,"",ROUND(${chosen},2))`;
}

/**
 * The calculated columns of PoolMemorandum.
 *
 * @param hasContributions - PoolContributions is in the workbook: a formula that names a missing table would be `#REF!`.
 */
export function memorandumFormulas(partners: readonly SplitPartner[], hasContributions: boolean): FormulaColumns {
  const prior = `(PoolMemorandum[Period]={Prior period})*${same('PoolMemorandum', 'Pool', 'Section', 'Item')}`;
  return {
    ...Object.fromEntries(partners.map((partner) => [partner.shortName, figure(ofPartner(partner), hasContributions)])),
    Total: figure(ofAll, hasContributions),
    'Prior year': `=IF(SUMPRODUCT(${prior}*(PoolMemorandum[Total]<>""))=0,"",ROUND(SUMPRODUCT(${prior},PoolMemorandum[Total]),2))`,
    Check: `=IF({Not known}>0,"",ROUND({Total}-${sumOf(partners.map(({ shortName }) => `{${shortName}}`))},2))`,
    'Not known':
      `=SUMPRODUCT((PoolStatement[Period]={Period})*${same('PoolStatement', 'Pool')}*(PoolStatement[Partner]="${JOINT}")` +
      '*(PoolStatement[Own to date]=""))',
  };
}
