/*
 * The live formulas of PoolConsolidation: one text per column, over PoolStatement. The same figures are worked out in
 * TypeScript by `src/pool/consolidation`, and a test compares the two cell by cell.
 *
 * `{Pool}` is that row's own cell. The total is taken from the statement's joint rows, never from the partners' columns, so
 * that the check can fail. Pools of a service line and area are found among the table's own rows by their keys, which are
 * values: a column that named itself would be circular.
 */
import { quoted, sumOf } from './formulaParts';
import { type FormulaColumns, JOINT } from './statementFormulas';

/** A partner with a column of its own. */
export interface ConsolidationPartner {
  readonly partner: string;
  readonly shortName: string;
}

const is = (figure: string): string => `({Figure}="${figure}")`;

// How often each column of the statement counts in the row's figure: a variance is spending less budget.
const ANNUAL = is('Annual budget');
const BUDGET = `(${is('Budget to date')}-${is('Variance to date')})`;
const ACTUAL = is('Between partners');
const OWN = `(${is('Own to date')}+${is('Variance to date')}-${is('Between partners')})`;

/** Whether a row of the statement belongs to the row's pool, to a pool of its service line and area, or to any pool. */
function inRow(): string {
  const ownPool = 'EXACT(LOWER(PoolStatement[Pool]),LOWER({Pool}))';
  const ofPart =
    '(PoolConsolidation[Period]={Period})*(PoolConsolidation[Row]="pool")*(PoolConsolidation[Type]={Type})' +
    '*(PoolConsolidation[Figure]={Figure})*EXACT(LOWER(PoolConsolidation[Service line]),LOWER({Service line}))' +
    '*EXACT(LOWER(PoolConsolidation[Area]),LOWER({Area}))';
  const members = `MMULT(EXACT(LOWER(PoolStatement[Pool]),LOWER(TRANSPOSE(PoolConsolidation[Pool])))*1,${ofPart})`;
  return `IF({Row}="pool",${ownPool}*1,IF({Row}="all pools",(PoolStatement[Period]={Period})*1,${members}))`;
}

function figureOf(partner: string): string {
  const rows = `(PoolStatement[Period]={Period})*(PoolStatement[Type]={Type})*EXACT(LOWER(PoolStatement[Partner]),LOWER(${partner}))*${inRow()}`;
  const column = (times: string, name: string): string => `${times}*SUMPRODUCT(${rows},PoolStatement[${name}])`;
  const missing = [
    `${ANNUAL}*(PoolStatement[Annual budget]="")`,
    `(${BUDGET}<>0)*(PoolStatement[Budget to date]="")`,
    `(${OWN}<>0)*(PoolStatement[Own to date]="")`,
  ].join('+');
  const sum = [
    column(ANNUAL, 'Annual budget'),
    column(BUDGET, 'Budget to date'),
    column(ACTUAL, 'Actual to date'),
    column(OWN, 'Own to date'),
  ].join('+');
  return `=IF(SUMPRODUCT(${rows}*((${missing})>0))>0,"",ROUND(${sum},2))`;
}

/** The calculated columns of PoolConsolidation. */
export function consolidationFormulas(partners: readonly ConsolidationPartner[]): FormulaColumns {
  const cells = partners.map(({ shortName }) => `{${shortName}}`);
  const isMissing = cells.map((cell) => `(${cell}="")`);
  return {
    ...Object.fromEntries(partners.map(({ partner, shortName }) => [shortName, figureOf(quoted(partner))])),
    Total: figureOf(`"${JOINT}"`),
    Check: `=IF(({Total}="")+${isMissing.join('+')}>0,"",ROUND({Total}-${sumOf(cells)},2))`,
  };
}
