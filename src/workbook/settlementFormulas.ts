/*
 * The live formulas of PoolSettlement and PoolTransfers, over PoolSplit. The same figures are worked out in TypeScript by
 * `src/pool/settlement`, and a test compares the two cell by cell.
 *
 * Source: design section 4: share due = agreed + share of variance; to pay or to receive = share due + carried forward −
 * paid in − paid direct − in kind.
 */
import { contributionOf } from './contributionFormulas';
import type { FormulaColumns } from './statementFormulas';
import type { SplitPartner } from './splitFormulas';

/** The row of what an underspend leaves in the pool; no partner may be called so. */
export const POOL_BALANCE = 'Pool balance';

const isBalance = `({Partner}="${POOL_BALANCE}")`;
const ofRow = '(PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[For]={For})';

/**
 * The calculated columns of PoolSettlement.
 *
 * @param hasContributions - PoolContributions is in the workbook: a formula that names a missing table would be `#REF!`.
 */
export function settlementFormulas(partners: readonly SplitPartner[], hasContributions: boolean): FormulaColumns {
  const own = `CHOOSE(MAX(1,{Partner number}),${partners.map(({ shortName }) => `PoolSplit[${shortName}]`).join(',')})`;
  // The pool's own row has no part of any split.
  const side = (test: string): string => `=IF(${isBalance},0,ROUND(SUMPRODUCT(${ofRow}*${test},${own}),2))`;
  const isSide = (name: string): string => `(PoolSplit[Side]="${name}")`;
  const kept = `${ofRow}*${isSide('variance')}*(PoolSplit[Kept]=1)`;
  // The weights of what is agreed, of lists that follow contributions, and of underspends that go back.
  const isPool = `(LEFT({For},4)="pool")*({Partner number}>0)`;
  const contributed = (inMoney: boolean): string =>
    hasContributions ? `=IF(${isPool}>0,${contributionOf('{Partner}', inMoney)},0)` : '=0';
  const net = '({Share due}+{Carried forward}-{Paid in}-{Paid direct}-{In kind})';
  const total = (column: string): string =>
    `SUMPRODUCT((PoolSettlement[Period]={Period})*(PoolSettlement[Pool]={Pool})*(PoolSettlement[For]={For}),PoolSettlement[${column}])`;
  return {
    Contribution: contributed(false),
    'Contribution in money': contributed(true),
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
