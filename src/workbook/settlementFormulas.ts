/*
 * The live formulas of PoolSettlement and PoolTransfers, over PoolSplit. The same figures are worked out in TypeScript by
 * `src/pool/settlement`, and a test compares the two cell by cell.
 *
 * Source: design section 4: share due = agreed + share of variance; to pay or to receive = share due + carried forward −
 * paid in − paid direct − in kind.
 */
import { broughtForwardOf, contributionOf, hasContributions, inKindOf } from './contributionFormulas';
import { quoted } from './formulaParts';
import { STATED } from './statedRows';
import type { FormulaColumns } from './statementFormulas';
import type { SplitPartner } from './splitFormulas';

/** The row of what an underspend leaves in the pool; no partner may be called so. */
export const POOL_BALANCE = 'Pool balance';

const isBalance = `({Partner}="${POOL_BALANCE}")`;
const ofRow = '(PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[For]={For})';

/** What the formulas may name beside PoolSplit, PoolStatement and PoolBridge: a missing table would be `#REF!`. */
export interface SettlementTables {
  readonly contributions: boolean;
  /** PoolStaff or PoolPlacements. */
  readonly costs: boolean;
  /** The hosts that hold a pool's money, where there is more than one: what they pay each other is no paying back. */
  readonly holders?: readonly string[];
}

/** A row of a pool's own figures, not of staff, a project or what stays in the pool. */
const isPool = '((({For}="pool")+({For}="pool capital"))*({Partner number}>0)>0)';
const ofPool = (formula: string): string => `=IF(${isPool},${formula},0)`;
const type = 'IF({For}="pool capital","capital","revenue")';

/** What the rows of PoolSplit need of each partner: what a pool's amounts are shared by, and its own part of each. */
function partnerFigures({ contributions, costs, holders = [] }: SettlementTables): FormulaColumns {
  const statement = (period: string, column: string): string =>
    `SUMPRODUCT(${period}*(PoolStatement[Pool]={Pool})*(PoolStatement[Type]=${type})` +
    `*EXACT(PoolStatement[Partner],{Partner}),PoolStatement[${column}])`;
  const lessApart = (column: string): string =>
    costs
      ? `-SUMPRODUCT((PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]=${type})` +
        `*(PoolSplit[Line]<>"")*(PoolSplit[Paid by]={Partner}),PoolSplit[${column}])`
      : '';
  // What the host received from a partner, less what it paid back; each as the host's own ledger says it.
  const notHolders = holders.map((host) => `*(1-EXACT(PoolBridge[To],${quoted(host)}))`).join('');
  const received = (isFrom: string, isTo: string): string =>
    'SUMPRODUCT((PoolBridge[Period]={Period})*(PoolBridge[Bridge]="contributions")' +
    `*((PoolBridge[Step]="Other side")*(PoolBridge[To]={Host})${isFrom}` +
    `-(PoolBridge[Step]="Says it")*(PoolBridge[From]={Host})${isTo}${notHolders}),PoolBridge[Running total])`;
  // Of a host of several pools it is not known for which of them cash came: it has rows of its own.
  const isPaidIn = `(({Partner number}>0)*SUMPRODUCT(${ofRow}*(PoolSplit[Row]="paid in"))>0)`;
  const held = '(PoolSettlement[Period]={Period})*(PoolSettlement[Pool]={Pool})*(PoolSettlement[For]={For})';
  // Several lines may have a part above their caps: their sum is rounded, or a binary remainder would show.
  const above = `ROUND(SUMPRODUCT(${ofRow},PoolSplit[Referred upward]),2)`;
  // ROW gives an array, if of one row only; SUM makes it the one number that a position is.
  const place = 'SUM(ROW({In ledger}))-MIN(ROW(PoolSettlement[In ledger]))+1';
  const sinceShadow = 'ROUND(PoolSettlement[In ledger]-PoolSettlement[In shadow months],2)';
  const spent = `POOL.SHARE(${above},${held}*(${sinceShadow}>0)*${sinceShadow},${place})`;
  const unless = (formula: string): string => (contributions ? ofPool(formula) : '=0');
  return {
    // What was agreed counts from the day the pool settles; what is in the ledgers is all there is, with its shadow months.
    'Budget to date': ofPool(`ROUND(${statement(STATED.since, 'Budget to date')},2)`),
    'In ledger': ofPool(`ROUND(${statement(STATED.month, 'Own to date')}${lessApart('Item cost')},2)`),
    'In shadow months': ofPool(`ROUND(${statement(STATED.shadow, 'Own to date')}${lessApart('Shadow cost')},2)`),
    Contribution: unless(contributionOf('{Partner}')),
    'Contribution in money': unless(contributionOf('{Partner}', true)),
    Weight: contributions
      ? ofPool(`IF(${hasContributions()}>0,{Contribution in money},{Budget to date})`)
      : '={Budget to date}',
    Received: `=IF(${isPaidIn},ROUND(IF({Host}={Partner},0-${received('', '')},${received('*(PoolBridge[From]={Partner})', '*(PoolBridge[To]={Partner})')}),2),0)`,
    'Brought forward': unless(
      `IF(({For}="pool")*({Host}<>"")>0,ROUND(${broughtForwardOf('{Partner}')}-IF({Host}={Partner},${broughtForwardOf()},0),2),0)`,
    ),
    'Given in kind': unless(`IF({For}="pool",${inKindOf('{Partner}')},0)`),
    // What no cap covers stays with the host; without one, with those whose ledgers the spending is in.
    'Above caps': ofPool(`IF(${above}=0,0,IF({Host}="",${spent},IF({Host}={Partner},${above},0)))`),
  };
}

/** The calculated columns of PoolSettlement. */
export function settlementFormulas(partners: readonly SplitPartner[], tables: SettlementTables): FormulaColumns {
  const own = `CHOOSE(MAX(1,{Partner number}),${partners.map(({ shortName }) => `PoolSplit[${shortName}]`).join(',')})`;
  // The pool's own row has no part of any split.
  const side = (test: string): string => `=IF(${isBalance},0,ROUND(SUMPRODUCT(${ofRow}*${test},${own}),2))`;
  const isSide = (name: string): string => `(PoolSplit[Side]="${name}")`;
  const kept = `${ofRow}*${isSide('variance')}*(PoolSplit[Kept]=1)`;
  const net = '({Share due}+{Carried forward}-{Paid in}-{Paid direct}-{In kind})';
  const total = (column: string): string =>
    `SUMPRODUCT((PoolSettlement[Period]={Period})*(PoolSettlement[Pool]={Pool})*(PoolSettlement[For]={For}),PoolSettlement[${column}])`;
  return {
    ...partnerFigures(tables),
    Agreed: side(`((${isSide('agreed')}+${isSide('in kind')})>0)`),
    'Share of variance': side(isSide('variance')),
    'Share due': '=ROUND({Agreed}+{Share of variance},2)',
    'Paid in': side(isSide('paid in')),
    'Paid direct': side(isSide('paid direct')),
    'In kind': side(isSide('in kind')),
    'Carried forward': `=ROUND(IF(${isBalance},SUMPRODUCT(${kept},PoolSplit[Amount]),0-SUMPRODUCT(${kept},${own})),2)`,
    'To pay': `=ROUND(MAX(0,${net}),2)`,
    'To receive': `=ROUND(MAX(0,0-${net}),2)`,
    Check: `=ROUND(${total('To pay')}-${total('To receive')},2)`,
  };
}

/**
 * The calculated columns of PoolTransfers: the payments, by number, of all agreements that one host holds, or of one pool
 * without a host. The host also holds what stays in the pool.
 */
export function transferFormulas(): FormulaColumns {
  const rows =
    '(PoolSettlement[Period]={Period})*(PoolSettlement[Host]={Host})*((({Host}<>"")+(PoolSettlement[Pool]={Pool}))>0)';
  const net = '(PoolSettlement[To pay]-PoolSettlement[To receive])';
  const kept = `SUMPRODUCT(${rows}*(PoolSettlement[Partner]="${POOL_BALANCE}"),${net})`;
  const balances =
    `MMULT(EXACT(PoolPartners[Partner],TRANSPOSE(PoolSettlement[Partner]))*1,${rows}*${net})` +
    `+(PoolPartners[Partner]={Host})*${kept}`;
  // A host that is a blank cell would be taken as a name; the text is not.
  const payments = `POOL.TRANSFERS(PoolPartners[Partner],ROUND(${balances},2),{Host}&"")`;
  const part = (column: number, otherwise: string): string =>
    `=IF({Number}>ROWS(${payments}),${otherwise},INDEX(${payments},{Number},${column}))`;
  return { From: part(1, '""'), To: part(2, '""'), Amount: part(3, '0') };
}
