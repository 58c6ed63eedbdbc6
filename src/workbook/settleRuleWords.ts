/*
 * The column Rule of PoolSplit in the rows of a settlement: how each amount came to be shared, in words.
 */
import { SETTLE_ROWS, type SettleTables, chosen, ofSettlement } from './settleSplitRows';
import { inPool } from './splitFormulas';

/** How each row came about, in words. */
export function ruleFormula({ contributions, shares, waterfall }: SettleTables): string {
  const lists = `SUMPRODUCT(${inPool}*(PoolShares[Set]={Sharer}))`;
  const equally = '"equally: PoolShares has no Set of this name"';
  const within = shares ? `IF(${lists}=0,${equally},"by the Set of this name")` : equally;
  const hasPaid = `SUMPRODUCT(${ofSettlement},PoolSettlement[Contribution in money])`;
  const agreed = contributions
    ? `IF(${hasPaid}>0,"in proportion to contributions","each partner’s own budget")`
    : '"each partner’s own budget"';
  const after =
    'IF({Amount}>=0,"",IF({Underspend}="returned","; underspend returned",IF({Underspend}="carried forward","; underspend kept in the pool","")))';
  const first = waterfall === true ? '&IF({Offset}=0,"","; the waterfall first")' : '';
  const by =
    'IF({Risk rule}="named","all to "&{Bears risk},IF({Risk rule}="where it falls","where it falls","by the Set "&{Risk rule}))';
  return `=${chosen(
    [
      [SETTLE_ROWS.variance, `${by}${first}&${after}`],
      [SETTLE_ROWS.within, within],
      [SETTLE_ROWS.agreed, agreed],
      [SETTLE_ROWS.shadow, '"before the pool settled: stays in the ledger it is in"'],
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
