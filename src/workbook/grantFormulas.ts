/*
 * The live formulas of PoolGrantStatement: one text per column, over PoolGrants, PoolStatement and the rows above. The same
 * figures are worked out in TypeScript by `src/pool/grants`, and a test compares the two cell by cell.
 *
 * A grant has a row for each of its lines, and below them a row for the grant; earlier grants stand above later ones. So
 * what was taken before stands above, and `{Applied^}` adds it up. Texts are compared as in `statementFormulas`.
 *
 * Source: design section 4 (applied = the lesser of what is available and eligible spend not used by an earlier grant).
 */
import { toPence } from './formulaParts';
import { same, sameAbove } from './sameText';
import { type FormulaColumns, JOINT } from './statementFormulas';

/** What the rows are; the column `Row` holds one of these. */
export const GRANT_ROWS = { line: 'line', grant: 'grant' } as const;

const isLine = `({Row}="${GRANT_ROWS.line}")`;

const ofGrant = `${same('PoolGrants', 'Pool', 'Grant', 'Partner')}*(PoolGrants[Year]={Year})`;
const linesAbove = `({Period^}={Period})*({Row^}="${GRANT_ROWS.line}")`;
const linesOfGrant = `${linesAbove}*${sameAbove('Pool', 'Grant', 'Partner')}`;
const jointOfLine = `(PoolStatement[Period]={Period})*${same('PoolStatement', 'Line')}*(PoolStatement[Partner]="${JOINT}")`;

/**
 * More than nothing when the rows no longer fit PoolGrants: the grant has gone, its lines or its turn are others, or the
 * pool has a grant more or less. Then no figure, until the task is run again.
 */
const changed =
  // Joined to a text: a blank cell must equal a blank cell in every engine.
  `(SUMPRODUCT(${ofGrant}*EXACT(PoolGrants[Lines]&"",{Lines}&"")*(PoolGrants[Order]&""={Order}&""))<>1)` +
  `+(SUMPRODUCT(${same('PoolGrants', 'Pool')}*(PoolGrants[Year]={Year}))` +
  `<>SUMPRODUCT((PoolGrantStatement[Period]={Period})*${same('PoolGrantStatement', 'Pool')}*(PoolGrantStatement[Row]="${GRANT_ROWS.grant}")))`;

/** No figure while a line's spending is not known: missing is not zero. */
function ifKnown(forLine: string, forGrant: string): string {
  return `=IF({Not known}>0,"",IF(${isLine},${forLine},${forGrant}))`;
}

/** The calculated columns of PoolGrantStatement. */
export function grantFormulas(): FormulaColumns {
  const total = (column: string): string => `ROUND(SUMPRODUCT(${linesOfGrant},{${column}^}),2)`;
  return {
    Available: `=IF(${isLine},IF({Not known}>0,"",ROUND({Granted}-SUMPRODUCT(${linesOfGrant},{Applied^}),2)),{Granted})`,
    'Eligible spend': ifKnown('ROUND(MAX(0,{Spend to date})-{Used before},2)', total('Eligible spend')),
    Applied: ifKnown('MAX(0,MIN({Available},{Eligible spend}))', total('Applied')),
    Unspent: '=IF({Not known}>0,"",ROUND({Available}-{Applied},2))',
    Minimum:
      `=IF(${isLine}+(SUMPRODUCT(${ofGrant}*(PoolGrants[Minimum]<>""))=0)>0,"",` +
      `ROUND(SUMPRODUCT(${ofGrant},PoolGrants[Minimum]),2))`,
    // + is what must still be spent.
    Check: ifKnown('""', 'IF({Minimum}="",0,MAX(0,ROUND({Minimum}-{Applied},2)))'),
    'Spend to date':
      `=IF(${isLine},IF(SUMPRODUCT(${jointOfLine}*(PoolStatement[Own to date]<>""))=0,"",` +
      `ROUND(SUMPRODUCT(${jointOfLine},PoolStatement[Own to date]),2)),"")`,
    'Used before': ifKnown(`ROUND(SUMPRODUCT(${linesAbove}*${sameAbove('Line')},{Applied^}),2)`, '""'),
    Granted:
      `=IF(${changed}>0,NA(),SUMPRODUCT(${ofGrant},${toPence('PoolGrants[Amount]')})` +
      `+SUMPRODUCT(${ofGrant},${toPence('PoolGrants[Brought forward]')}))`,
    'Not known':
      `=SUMPRODUCT((PoolGrantStatement[Period]={Period})*${same('PoolGrantStatement', 'Pool')}` +
      `*(PoolGrantStatement[Row]="${GRANT_ROWS.line}")*(PoolGrantStatement[Spend to date]=""))`,
  };
}
