/*
 * The formulas of a line's list of shares: which list is in force, what each entry weighs, what it bears within its cap, and
 * what no cap covers. The same figures are `shareList` of `src/pool/riskRule`.
 */
import { rowNumber, toPence } from './formulaParts';
import { type SettleTables, ofSettlement } from './settleSplitRows';
import { inPool } from './splitFormulas';

const CAP = toPence('PoolShares[Cap]');

/** The rows of PoolShares of the Set of the row's line, of its pool or of all pools. */
export const ofSet = `${inPool}*(PoolShares[Set]={Risk rule})`;
/** Those of the list that counts on the day. */
export const inForce = `${ofSet}*(PoolShares[From]={List from})`;

/** What each row of PoolShares weighs in the list in force; `held` is 1 for its rows. */
function listWeights({ contributions }: SettleTables): string {
  const takesPart = '(((PoolShares[Share]="")+(PoolShares[Share]>0))>0)';
  // A list has one basis. Where it follows contributions its shares are blank, which is 0 here.
  const shared = `(PoolShares[Basis]="equal")*${takesPart}+(PoolShares[Basis]<>"equal")*PoolShares[Share]`;
  const named = 'EXACT(PoolShares[Partner],TRANSPOSE(PoolSettlement[Partner]))*1';
  const paid = contributions
    ? `+(PoolShares[Basis]="contributions")*MMULT(${named},${ofSettlement}*PoolSettlement[Contribution])`
    : '';
  return `held*(${shared}${paid})`;
}

/** Whether what is above a cap goes first to those below theirs: a list says so in the rows with a cap. */
function redistributed({ excess }: SettleTables): string {
  return excess === true ? `,SUMPRODUCT(held*(${CAP}>0)*(PoolShares[Excess]="shared by the others"))>0` : '';
}

/** All shares of the list, and below them what no cap covers where there is a cap. */
export function listShares(tables: SettleTables): string {
  return `POOL.RISKSHARE({Line variance},${listWeights(tables)},held*${CAP}${redistributed(tables)})`;
}

/** The part of a name that stands in the list itself: a partner, or a group. */
export function listPart(name: string, tables: SettleTables): string {
  const place = rowNumber(`held*(PoolShares[Partner]=${name})`, 'PoolShares[Partner]');
  return `LET(held,${inForce},place,${place},IF(place=0,0,INDEX(${listShares(tables)},place)))`;
}

/** What no cap covers of an overspend that a list shares. */
export function listReferred(tables: SettleTables): string {
  if (!tables.shares) return '0';
  const isSet = '(({Risk rule}<>"where it falls")*({Risk rule}<>"named"))';
  const capped = `SUMPRODUCT(${inForce}*(${CAP}>0))`;
  const notCovered = `LET(held,${inForce},INDEX(${listShares(tables)},ROWS(PoolShares[Partner])+1))`;
  return `IF(({Line variance}<=0)+(${isSet}=0)>0,0,IF(${capped}=0,0,${notCovered}))`;
}
