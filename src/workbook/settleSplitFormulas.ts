/*
 * The live formulas of the rows that `settle` writes to PoolSplit: what was agreed, each line's variance by its risk rule,
 * what lies in the ledgers, what was paid in, staff and placements. The rows of projects are in `splitFormulas`; the same
 * figures are worked out in TypeScript by `src/pool/riskRule` and `src/tasks/settle`, and a test compares the two.
 *
 * Rows are found with `=` or EXACT, which know no wildcards. A column never names itself: what one row needs of another
 * (the cost of posts and cases, what is referred upward) stands in a column of its own.
 */
import { quoted, rowNumber, sumOf } from './formulaParts';
import { listPart, listReferred, ofSet } from './riskListFormulas';
import { ruleFormula } from './settleRuleWords';
import {
  SETTLE_ROWS,
  type SettleRow,
  type SettleTables,
  chosen,
  isRow,
  ofSettlement,
  onLines,
  only,
} from './settleSplitRows';
import { STATED } from './statedRows';
import type { FormulaColumns } from './statementFormulas';
import { JOINT } from './statementFormulas';
import { type SplitPartner, groupSetFrom } from './splitFormulas';
import { OFFSET_VARIANCE, waterfallFormulas } from './waterfallFormulas';

/** The rows of PoolStatement of the row's own line. Both tables have it from PoolLines, so it is the same to the letter. */
const ofLine = `${STATED.since}*(PoolStatement[Pool]={Pool})*EXACT(PoolStatement[Line],{Line})`;
/** Those of all lines of its pool and type. */
const ofPool = (period: string): string => `${period}*(PoolStatement[Pool]={Pool})*(PoolStatement[Type]={Type})`;
const statement = (rows: string, name: string, column: string): string =>
  `SUMPRODUCT(${rows}*EXACT(PoolStatement[Partner],${name}),PoolStatement[${column}])`;
const joint = (rows: string, column: string): string => statement(rows, `"${JOINT}"`, column);

/** The cost of posts and cases that lies on the row's lines, with a test of its own: `Item cost`, `Shadow cost` or both. */
const apart = (cost: string, test = ''): string =>
  'SUMPRODUCT((PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]={Type})*(PoolSplit[Line]<>"")' +
  `*((({Line}="")+(PoolSplit[Line]={Line}))>0)${test},${cost})`;
const TO_DATE = 'PoolSplit[Item cost]';
const BEFORE = 'PoolSplit[Shadow cost]';
const SINCE = `${TO_DATE}-${BEFORE}`;
const lessApart = ({ costs }: SettleTables, cost: string, test = ''): string =>
  costs === undefined ? '' : `-${apart(cost, test)}`;

/**
 * What was agreed, and an underspend that goes back: by the weights of PoolSettlement, contributions or else budgets. Where
 * they are the budgets, each partner's own is what was agreed: it may be 0 or below, which no weight can be.
 */
function byWeight(name: string): string {
  const place = rowNumber(`held*(PoolSettlement[Partner]=${name})`, 'PoolSettlement[Partner]');
  const own = `SUMPRODUCT(held*(PoolSettlement[Partner]=${name}),PoolSettlement[Budget to date])`;
  const isOwn = `${isRow(SETTLE_ROWS.agreed)}*(SUMPRODUCT(held*(PoolSettlement[Weight]<>PoolSettlement[Budget to date]))=0)`;
  const shared = `POOL.SHARE({Amount},held*PoolSettlement[Weight],${place})`;
  return `LET(held,${ofSettlement},IF(${isOwn},${own},${shared}))`;
}

function variancePart(name: string, tables: SettleTables): string {
  const own = `${ownToDate(name, tables)}-${statement(ofLine, name, 'Budget to date')}`;
  const bySet = tables.shares ? listPart(name, tables) : 'NA()';
  return (
    `IF({Risk rule}="where it falls",${own},` + `IF({Risk rule}="named",IF({Bears risk}=${name},{Amount},0),${bySet}))`
  );
}

/** What is in a partner's own ledger since the pool settles, without the posts and cases that settle by themselves. */
function ownToDate(name: string, tables: SettleTables): string {
  return `${statement(ofLine, name, 'Own to date')}${lessApart(tables, SINCE, `*(PoolSplit[Paid by]=${name})`)}`;
}

/** The rows of a whole pool, each with the column of PoolSettlement that holds a partner's part. */
const OF_POOL: readonly (readonly [SettleRow, column: string])[] = [
  [SETTLE_ROWS.inLedgers, 'In ledger'],
  [SETTLE_ROWS.shadow, 'In shadow months'],
  [SETTLE_ROWS.referred, 'Above caps'],
  [SETTLE_ROWS.paidIn, 'Received'],
  [SETTLE_ROWS.broughtForward, 'Brought forward'],
  [SETTLE_ROWS.inKind, 'Given in kind'],
];

/** A partner's part of a row of a whole pool. */
function poolPart(name: string): string {
  const number = OF_POOL.map(([row], at) => `${String(at + 1)}*${isRow(row)}`).join('+');
  const columns = OF_POOL.map(([, column]) => `PoolSettlement[${column}]`).join(',');
  return `SUMPRODUCT(${ofSettlement}*(PoolSettlement[Partner]=${name}),CHOOSE(MAX(1,${number}),${columns}))`;
}

const ofCosts = '(PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[For]={For})';

/** A partner's part of a row by itself, kind of row by kind of row; its part of its group's share comes on top. */
export function settlePart({ partner, shortName }: SplitPartner, tables: SettleTables): string {
  const name = quoted(partner);
  const { costs } = tables;
  const isReturned = `${isRow(SETTLE_ROWS.variance)}*({Amount}<0)*({Underspend}="returned")`;
  const parts: [SettleRow, string][] = [[SETTLE_ROWS.variance, variancePart(name, tables)]];
  if (costs !== undefined) {
    parts.push(
      [SETTLE_ROWS.post, `IF({Funder}=${name},{Item cost},0)`],
      [SETTLE_ROWS.case, costs.casePart(shortName)],
      [SETTLE_ROWS.costsPaid, `SUMPRODUCT(${ofCosts}*(PoolSplit[Paid by]=${name}),PoolSplit[Item cost])`],
    );
  }
  return `IF(${isRow(SETTLE_ROWS.agreed)}+${isReturned}>0,${byWeight(name)},${chosen(parts, poolPart(name))})`;
}

function amountFormula(tables: SettleTables): string {
  const parts: [SettleRow, string][] = [
    [SETTLE_ROWS.variance, '{Line variance}'],
    [SETTLE_ROWS.within, '{Group share}'],
    [SETTLE_ROWS.agreed, joint(ofPool(STATED.since), 'Budget to date')],
    [SETTLE_ROWS.shadow, `${joint(ofPool(STATED.shadow), 'Own to date')}${lessApart(tables, BEFORE)}`],
    [SETTLE_ROWS.inLedgers, `${joint(ofPool(STATED.month), 'Own to date')}${lessApart(tables, TO_DATE)}`],
    [
      SETTLE_ROWS.referred,
      'SUMPRODUCT((PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]={Type}),PoolSplit[Referred upward])',
    ],
  ];
  parts.push([SETTLE_ROWS.inKind, `SUMPRODUCT(${ofSettlement},PoolSettlement[Given in kind])`]);
  if (tables.costs !== undefined) {
    parts.push(
      [SETTLE_ROWS.post, '{Item cost}'],
      [SETTLE_ROWS.case, '{Item cost}'],
      [SETTLE_ROWS.costsPaid, `SUMPRODUCT(${ofCosts},PoolSplit[Item cost])`],
    );
  }
  return `=ROUND(${chosen(parts, '0')},2)`;
}

/** What a column of PoolLines says of the row's line, on the day its row in force begins. */
function inPoolLines(column: string, otherwise: string): string {
  const at = rowNumber(
    '(EXACT(LOWER(PoolLines[Line]),LOWER({Line})))*(PoolLines[From]={Line from})',
    'PoolLines[Line]',
  );
  const found = `INDEX(PoolLines[${column}],MAX(1,${at}))&""`;
  return otherwise === '""' ? found : `IF(${found}="",${otherwise},${found})`;
}

/** The calculated columns of the rows of a settlement, but for the partners' own: those are `settlePart`. */
export function settleSplitFormulas(partners: readonly SplitPartner[], tables: SettleTables): FormulaColumns {
  const named = sumOf(partners.map(({ shortName }) => `{${shortName}}`));
  const begins = (set: string): string =>
    tables.shares ? `SUMPRODUCT(MAX(${set}*(PoolShares[From]<={Month end})*PoolShares[From]))` : '""';
  const isCost = `(${isRow(SETTLE_ROWS.post)}+${isRow(SETTLE_ROWS.case)}>0)`;
  const { costs } = tables;
  const ofCost = (formula: string, otherwise: string): string =>
    costs === undefined ? `=${otherwise}` : `=IF(${isCost},${formula},${otherwise})`;
  const ownVariance = `ROUND(${joint(ofLine, 'Own to date')}${lessApart(tables, SINCE)}-${joint(ofLine, 'Budget to date')},2)`;
  return {
    Rule: ruleFormula(tables),
    Amount: amountFormula(tables),
    Check: `=ROUND({Amount}-${named}-{Referred upward},2)`,
    'Item row': ofCost(costs?.row ?? '', '""'),
    Start: ofCost(costs?.start ?? '', '""'),
    End: ofCost(costs?.end ?? '', '""'),
    'Item cost': ofCost(costs?.cost ?? '', '0'),
    'Shadow cost': ofCost(costs?.shadowCost ?? '', '0'),
    'Paid by': ofCost(costs?.paidBy ?? '', '""'),
    Funder: ofCost(costs?.funder ?? '', '""'),
    'Line from': onLines(
      'SUMPRODUCT(MAX(EXACT(LOWER(PoolLines[Line]),LOWER({Line}))*(PoolLines[From]<={Month end})*PoolLines[From]))',
    ),
    'Risk rule': onLines(inPoolLines('Risk rule', '"where it falls"')),
    'Bears risk': only(SETTLE_ROWS.variance, inPoolLines('Bears risk', '""')),
    Underspend: onLines(inPoolLines('Underspend', '"as overspend"')),
    'List from': onLines(begins(ofSet)),
    'Set from': only(SETTLE_ROWS.within, tables.shares ? groupSetFrom('{Sharer}') : '""'),
    // An underspend that is returned goes by contributions, so no list and no group takes part in it.
    'Group share': only(
      SETTLE_ROWS.within,
      tables.shares
        ? `IF(({Line variance}<0)*({Underspend}="returned")>0,0,ROUND(${listPart('{Sharer}', tables)},2))`
        : '0',
    ),
    'Shares on': '={Month end}',
    // A column of its own, so that what is referred upward does not lean on Amount, which adds it up.
    'Line variance': onLines(tables.waterfall === true ? OFFSET_VARIANCE : ownVariance),
    'Referred upward': `=IF(${isRow(SETTLE_ROWS.variance)},${listReferred(tables)},0)`,
    Kept: `=IF(${isRow(SETTLE_ROWS.variance)},({Line variance}<0)*({Underspend}="carried forward"),0)`,
    ...(tables.waterfall === true ? waterfallFormulas(ownVariance) : {}),
  };
}
