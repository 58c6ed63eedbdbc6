/*
 * The live formulas of the rows that `settle` writes to PoolSplit: what was agreed, each line's variance by its risk rule,
 * what lies in the ledgers, what was paid in, staff and placements. The rows of projects are in `splitFormulas`; the same
 * figures are worked out in TypeScript by `src/pool/riskRule` and `src/tasks/settle`, and a test compares the two.
 *
 * Rows are found with `=` or EXACT, which know no wildcards. A column never names itself: what one row needs of another
 * (the cost of posts and cases, what is referred upward) stands in a column of its own.
 */
import { quoted, rowNumber, sumOf } from './formulaParts';
import type { FormulaColumns } from './statementFormulas';
import { BETWEEN, JOINT } from './statementFormulas';
import { type SplitPartner, inPool, memberPart } from './splitFormulas';

/** What the rows of a settlement are; the column `Row` holds one of these. */
export const SETTLE_ROWS = {
  agreed: 'agreed',
  variance: 'variance',
  referred: 'referred upward',
  inLedgers: 'in ledgers',
  paidIn: 'paid in',
  broughtForward: 'brought forward',
  inKind: 'in kind',
  post: 'post',
  case: 'case',
  costsPaid: 'costs paid',
} as const;

/** One kind of row. */
export type SettleRow = (typeof SETTLE_ROWS)[keyof typeof SETTLE_ROWS];

/** The texts of contributions, where PoolContributions is in the workbook; each is an expression of a row of PoolSplit. */
export interface FundingParts {
  /** Above 0 where the row's pool has contributions for its year. */
  readonly rows: string;
  /** What each name of a table's column contributes, as weights; and without what is in kind. */
  weights(column: string): string;
  moneyWeights(column: string): string;
  /** What one partner, or everyone, gave in kind to date, or has from the year before. */
  inKindOf(name?: string): string;
  broughtForwardOf(name?: string): string;
}

/** The texts of posts and cases, where PoolStaff or PoolPlacements is in the workbook. */
export interface CostParts {
  /** The number of the row in its table. */
  readonly row: string;
  readonly start: string;
  readonly end: string;
  readonly cost: string;
  readonly paidBy: string;
  readonly funder: string;
  /** The part of a case that the partner with this short name bears. */
  casePart(shortName: string): string;
}

/** What the formulas may name beside PoolStatement, PoolBridge, PoolLines and PoolPartners. */
export interface SettleTables {
  readonly shares: boolean;
  readonly funding?: FundingParts;
  readonly costs?: CostParts;
}

const isRow = (row: SettleRow): string => `({Row}="${row}")`;
const only = (row: SettleRow, formula: string): string => `=IF(${isRow(row)},${formula},"")`;

/** The rows of PoolStatement that a row is about: those of its line, or of all lines of its pool and type. */
const ofLines =
  '(PoolStatement[Period]={Period})*(PoolStatement[Pool]={Pool})*(PoolStatement[Type]={Type})' +
  '*((({Line}="")+EXACT(LOWER(PoolStatement[Line]),LOWER({Line})))>0)';
const statement = (name: string, column: string): string =>
  `SUMPRODUCT(${ofLines}*EXACT(PoolStatement[Partner],${name}),PoolStatement[${column}])`;
const joint = (column: string): string => statement(`"${JOINT}"`, column);

/** A figure of the statement for each partner, in the order of PoolPartners. */
const byPartner = (column: string): string =>
  `MMULT(EXACT(PoolPartners[Partner],TRANSPOSE(PoolStatement[Partner]))*1,${ofLines}*IF(ISNUMBER(PoolStatement[${column}]),PoolStatement[${column}],0))`;

/** The cost of posts and cases that lies on the row's lines, with a test of its own. */
const apart = (test: string): string =>
  'SUMPRODUCT((PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]={Type})*(PoolSplit[Line]<>"")' +
  `*((({Line}="")+(PoolSplit[Line]={Line}))>0)${test},PoolSplit[Item cost])`;
const lessApart = ({ costs }: SettleTables, test = ''): string => (costs === undefined ? '' : `-${apart(test)}`);

/** Cash that one partner's ledger says it received from another as a contribution: the bridge's far end. */
const received = (test: string): string =>
  '(PoolBridge[Period]={Period})*(PoolBridge[Bridge]="contributions")*(PoolBridge[Step]="Other side")*' + test;

// The list in force: the row's own Set, of its pool or of all, from the day that counts.
const ofSet = `${inPool}*(PoolShares[Set]={Risk rule})`;
const inForce = `${ofSet}*(PoolShares[From]={Set from})`;

/** What each row of PoolShares weighs in the list in force. */
function listWeights({ funding }: SettleTables): string {
  const takesPart = '(((PoolShares[Share]="")+(PoolShares[Share]>0))>0)';
  const fixed = '(PoolShares[Basis]<>"equal")*(PoolShares[Basis]<>"contributions")*PoolShares[Share]';
  const paid =
    funding === undefined ? '' : `+(PoolShares[Basis]="contributions")*${funding.weights('PoolShares[Partner]')}`;
  return `${inForce}*((PoolShares[Basis]="equal")*${takesPart}+${fixed}${paid})`;
}

/** All shares of the list, and below them what no cap covers where there is a cap. */
function listShares(tables: SettleTables): string {
  return `POOL.RISKSHARE({Line variance},${listWeights(tables)},${inForce}*PoolShares[Cap])`;
}

/** A partner's part by the list: its own entry, and its part of its group's. */
function listPart(partner: SplitPartner, tables: SettleTables): string {
  const at = (name: string): string => rowNumber(`${inForce}*(PoolShares[Partner]=${name})`, 'PoolShares[Partner]');
  const own = at(quoted(partner.partner));
  const alone = `IF(${own}=0,0,INDEX(${listShares(tables)},${own}))`;
  if (partner.group === '') return alone;
  const group = at(quoted(partner.group));
  const ownFrom = `SUMPRODUCT(MAX(${inPool}*(PoolShares[Set]=${quoted(partner.group)})*(PoolShares[From]<={Month end})*PoolShares[From]))`;
  const contributed = tables.funding?.weights('PoolShares[Partner]');
  const inside = memberPart(partner, true, `INDEX(${listShares(tables)},${group})`, ownFrom, contributed);
  return `${alone}+IF(${group}=0,0,${inside})`;
}

/** The number of a partner among PoolPartners, which is the order of weights by partner. */
const positionOf = (name: string): string => rowNumber(`(PoolPartners[Partner]=${name})`, 'PoolPartners[Partner]');

/** An underspend that goes back to who contributed; without contributions, by the line's annual budgets. */
function returnedPart(name: string, { funding }: SettleTables): string {
  const budgets = `POOL.SHARE({Amount},${byPartner('Annual budget')},${positionOf(name)})`;
  if (funding === undefined) return budgets;
  return `IF(${funding.rows}>0,POOL.SHARE({Amount},${funding.weights('PoolPartners[Partner]')},${positionOf(name)}),${budgets})`;
}

function variancePart(partner: SplitPartner, tables: SettleTables): string {
  const name = quoted(partner.partner);
  const own = `${statement(name, 'Own to date')}${lessApart(tables, `*(PoolSplit[Paid by]=${name})`)}-${statement(name, 'Budget to date')}`;
  const bySet = tables.shares ? listPart(partner, tables) : 'NA()';
  return (
    `IF(({Amount}<0)*({Underspend}="returned")>0,${returnedPart(name, tables)},IF({Risk rule}="where it falls",${own},` +
    `IF({Risk rule}="named",IF({Bears risk}=${name},{Amount},0),${bySet})))`
  );
}

function agreedPart(name: string, { funding }: SettleTables): string {
  const own = statement(name, 'Budget to date');
  if (funding === undefined) return own;
  const share = `POOL.SHARE({Amount},${funding.moneyWeights('PoolPartners[Partner]')},${positionOf(name)})`;
  return `IF(${funding.rows}>0,${share},${own})`;
}

/** What no cap covers stays with the host; without one, with those whose ledgers the spending is in. */
function referredPart(name: string): string {
  const spent = byPartner('Own to date');
  const shared = `POOL.SHARE({Amount},(${spent}>0)*${spent},${positionOf(name)})`;
  return `IF({Amount}=0,0,IF({Host}="",${shared},IF({Host}=${name},{Amount},0)))`;
}

function paidInPart(name: string): string {
  const from = `SUMPRODUCT(${received(`(PoolBridge[From]=${name})*(PoolBridge[To]={Host})`)},PoolBridge[Running total])`;
  const all = `SUMPRODUCT(${received('(PoolBridge[To]={Host})')},PoolBridge[Running total])`;
  return `IF({Host}=${name},0-${all},${from})`;
}

const ofCosts = '(PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[For]={For})';

/** A partner's column, kind of row by kind of row. */
function partnerFormula(partner: SplitPartner, tables: SettleTables): string {
  const name = quoted(partner.partner);
  const parts: [SettleRow, string][] = [
    [SETTLE_ROWS.variance, variancePart(partner, tables)],
    [SETTLE_ROWS.agreed, agreedPart(name, tables)],
    [SETTLE_ROWS.inLedgers, `${statement(name, 'Own to date')}${lessApart(tables, `*(PoolSplit[Paid by]=${name})`)}`],
    [SETTLE_ROWS.referred, referredPart(name)],
    [SETTLE_ROWS.paidIn, paidInPart(name)],
  ];
  const { funding } = tables;
  if (funding !== undefined) {
    const forward = `${funding.broughtForwardOf(name)}-IF({Host}=${name},${funding.broughtForwardOf()},0)`;
    parts.push([SETTLE_ROWS.inKind, funding.inKindOf(name)], [SETTLE_ROWS.broughtForward, forward]);
  }
  if (tables.costs !== undefined) {
    parts.push(
      [SETTLE_ROWS.post, `IF({Funder}=${name},{Item cost},0)`],
      [SETTLE_ROWS.case, tables.costs.casePart(partner.shortName)],
      [SETTLE_ROWS.costsPaid, `SUMPRODUCT(${ofCosts}*(PoolSplit[Paid by]=${name}),PoolSplit[Item cost])`],
    );
  }
  return `=ROUND(${chosen(parts, '0')},2)`;
}

/** One formula for a row of each kind. */
function chosen(parts: readonly (readonly [SettleRow, string])[], otherwise: string): string {
  return parts.reduceRight((rest, [row, formula]) => `IF(${isRow(row)},${formula},${rest})`, otherwise);
}

function amountFormula(tables: SettleTables): string {
  const parts: [SettleRow, string][] = [
    [SETTLE_ROWS.variance, '{Line variance}'],
    [SETTLE_ROWS.agreed, joint('Budget to date')],
    [SETTLE_ROWS.inLedgers, `${joint('Own to date')}${lessApart(tables)}`],
    [
      SETTLE_ROWS.referred,
      'SUMPRODUCT((PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]={Type}),PoolSplit[Referred upward])',
    ],
  ];
  if (tables.funding !== undefined) parts.push([SETTLE_ROWS.inKind, tables.funding.inKindOf()]);
  if (tables.costs !== undefined) {
    parts.push(
      [SETTLE_ROWS.post, '{Item cost}'],
      [SETTLE_ROWS.case, '{Item cost}'],
      [SETTLE_ROWS.costsPaid, `SUMPRODUCT(${ofCosts},PoolSplit[Item cost])`],
    );
  }
  return `=ROUND(${chosen(parts, '0')},2)`;
}

/** How each row came about, in words. */
function ruleFormula({ funding }: SettleTables): string {
  const agreed =
    funding === undefined
      ? '"each partner’s own budget"'
      : `IF(${funding.rows}>0,"in proportion to contributions","each partner’s own budget")`;
  const after =
    'IF({Amount}>=0,"",IF({Underspend}="returned","; underspend returned",IF({Underspend}="carried forward","; underspend kept in the pool","")))';
  const by =
    'IF({Risk rule}="named","all to "&{Bears risk},IF({Risk rule}="where it falls","where it falls","by the Set "&{Risk rule}))';
  return `=${chosen(
    [
      [SETTLE_ROWS.variance, `${by}&${after}`],
      [SETTLE_ROWS.agreed, agreed],
      [SETTLE_ROWS.inLedgers, '"as each ledger holds it"'],
      [SETTLE_ROWS.referred, 'IF({Host}="","not agreed: stays with who spent it","not agreed: stays with the host")'],
      [SETTLE_ROWS.paidIn, '"what the host received, from its ledger"'],
      [SETTLE_ROWS.broughtForward, '"held by the host from the year before"'],
      [SETTLE_ROWS.inKind, '"as each partner gives it"'],
      [SETTLE_ROWS.post, '"the funder owes the employer"'],
      [SETTLE_ROWS.case, '"by the weights of the case"'],
    ],
    '"as paid"',
  )}`;
}

/** What a column of PoolLines says of the row's line, on the day its row in force begins. */
function ofLine(column: string, otherwise: string): string {
  const at = rowNumber(
    '(EXACT(LOWER(PoolLines[Line]),LOWER({Line})))*(PoolLines[From]={Line from})',
    'PoolLines[Line]',
  );
  const found = `INDEX(PoolLines[${column}],MAX(1,${at}))&""`;
  return otherwise === '""' ? found : `IF(${found}="",${otherwise},${found})`;
}

/** The calculated columns of the rows of a settlement. */
export function settleSplitFormulas(partners: readonly SplitPartner[], tables: SettleTables): FormulaColumns {
  const named = sumOf(partners.map(({ shortName }) => `{${shortName}}`));
  const setFrom = tables.shares ? `SUMPRODUCT(MAX(${ofSet}*(PoolShares[From]<={Month end})*PoolShares[From]))` : '""';
  const isSet = '(({Risk rule}<>"where it falls")*({Risk rule}<>"named"))';
  const capped = `SUMPRODUCT(${inForce}*(PoolShares[Cap]>0))`;
  const referred = tables.shares
    ? `IF(({Line variance}<=0)+(${isSet}=0)>0,0,IF(${capped}=0,0,INDEX(${listShares(tables)},ROWS(PoolShares[Partner])+1)))`
    : '0';
  const isCost = `(${isRow(SETTLE_ROWS.post)}+${isRow(SETTLE_ROWS.case)}>0)`;
  const { costs } = tables;
  const ofCost = (formula: string, otherwise: string): string =>
    costs === undefined ? `=${otherwise}` : `=IF(${isCost},${formula},${otherwise})`;
  const columns: Record<string, string> = {
    Rule: ruleFormula(tables),
    Amount: amountFormula(tables),
    Check: `=ROUND({Amount}-${named}-{Referred upward},2)`,
    'Item row': ofCost(costs?.row ?? '', '""'),
    Start: ofCost(costs?.start ?? '', '""'),
    End: ofCost(costs?.end ?? '', '""'),
    'Item cost': ofCost(costs?.cost ?? '', '0'),
    'Paid by': ofCost(costs?.paidBy ?? '', '""'),
    Funder: ofCost(costs?.funder ?? '', '""'),
    'Line from': only(
      SETTLE_ROWS.variance,
      'SUMPRODUCT(MAX(EXACT(LOWER(PoolLines[Line]),LOWER({Line}))*(PoolLines[From]<={Month end})*PoolLines[From]))',
    ),
    'Risk rule': only(SETTLE_ROWS.variance, ofLine('Risk rule', '"where it falls"')),
    'Bears risk': only(SETTLE_ROWS.variance, ofLine('Bears risk', '""')),
    Underspend: only(SETTLE_ROWS.variance, ofLine('Underspend', '"as overspend"')),
    'Set from': only(SETTLE_ROWS.variance, setFrom),
    // A column of its own, so that what is referred upward does not lean on Amount, which adds it up.
    'Line variance': only(
      SETTLE_ROWS.variance,
      `ROUND(${joint('Own to date')}${lessApart(tables)}-${joint('Budget to date')},2)`,
    ),
    'Referred upward': `=IF(${isRow(SETTLE_ROWS.variance)},${referred},0)`,
    Kept: `=IF(${isRow(SETTLE_ROWS.variance)},({Line variance}<0)*({Underspend}="carried forward"),0)`,
  };
  for (const partner of partners) columns[partner.shortName] = partnerFormula(partner, tables);
  return columns;
}

/** The statement's own rows, which are no partners. */
export const NO_PARTNERS: readonly string[] = [JOINT, BETWEEN];
