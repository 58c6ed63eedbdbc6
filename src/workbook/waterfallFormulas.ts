/*
 * The formulas of what meets a pool's overspends before they are shared, over PoolWaterfall: a line's variance before, its
 * step, what is to be met of it or can meet others, and what comes of it. The same figures are `src/pool/offsets`.
 *
 * They stand in columns of PoolSplit of their own, which a workbook without PoolWaterfall does not have.
 */
import { SETTLE_ROWS, isRow } from './settleSplitRows';
import type { FormulaColumns } from './statementFormulas';

/** The columns, each 0 in a row that is no line's: the formulas add whole columns up. */
export const WATERFALL_COLUMNS = ['Own variance', 'Waterfall from', 'Step', 'To meet', 'Can meet', 'Offset'] as const;

const ofList = '(PoolWaterfall[Pool]={Pool})*(PoolWaterfall[From]={Waterfall from})';
const isLine = 'EXACT(LOWER(PoolWaterfall[Line]),LOWER({Line}))';
const onLine = (formula: string): string => `=IF(${isRow(SETTLE_ROWS.variance)},${formula},0)`;

/** The columns' formulas. @param ownVariance - What a line was over before anything meets it, as an expression. */
export function waterfallFormulas(ownVariance: string): FormulaColumns {
  const isSet = '({Risk rule}<>"where it falls")*({Risk rule}<>"named")';
  const isApart = `SUMPRODUCT(${ofList}*${isLine}*(PoolWaterfall[Step]=0))`;
  return {
    'Own variance': onLine(ownVariance),
    'Waterfall from': onLine(
      'SUMPRODUCT(MAX((PoolWaterfall[Pool]={Pool})*(PoolWaterfall[From]<={Month end})*PoolWaterfall[From]))',
    ),
    Step: onLine(`SUMPRODUCT(${ofList}*${isLine},PoolWaterfall[Step])`),
    // What one partner bears by name, or where it falls, is nobody else's to meet.
    'To meet': onLine(`IF(${isSet}*(SUMPRODUCT(${ofList})>0)*(${isApart}=0)>0,MAX(0,{Own variance}),0)`),
    'Can meet': onLine('IF(({Step}>0)*({Risk rule}<>"where it falls")>0,MAX(0,0-{Own variance}),0)'),
    Offset: onLine(offset()),
  };
}

/** Overspends are met in proportion as far as underspends reach; a step gives what earlier ones leave to be met. */
function offset(): string {
  const total = (test: string, column: string): string => `ROUND(SUMPRODUCT(${test},PoolSplit[${column}]),2)`;
  const inStep = 'held*(PoolSplit[Step]={Step})';
  // ROW gives an array, if of one row only; SUM makes it the one number that a position is.
  const place = 'SUM(ROW({To meet}))-MIN(ROW(PoolSplit[To meet]))+1';
  const met = `MIN(${total('held', 'To meet')},${total('held', 'Can meet')})`;
  const left = `ROUND(${total('held', 'To meet')}-${total('held*(PoolSplit[Step]<{Step})', 'Can meet')},2)`;
  const used = `MAX(0,MIN(${left},${total(inStep, 'Can meet')}))`;
  return (
    'LET(held,(PoolSplit[Period]={Period})*(PoolSplit[Pool]={Pool})*(PoolSplit[Type]={Type}),' +
    `IF({To meet}>0,0-POOL.SHARE(${met},held*PoolSplit[To meet],${place}),` +
    `IF({Can meet}>0,POOL.SHARE(${used},${inStep}*PoolSplit[Can meet],${place}),0)))`
  );
}

/** A line's variance after what meets it; a group's row has that of its line. */
export const OFFSET_VARIANCE =
  `ROUND(IF(${isRow(SETTLE_ROWS.variance)},{Own variance}+{Offset},` +
  `SUMPRODUCT((PoolSplit[Split key]={Split key})*(PoolSplit[Row]="${SETTLE_ROWS.variance}"),` +
  'PoolSplit[Own variance]+PoolSplit[Offset])),2)';
