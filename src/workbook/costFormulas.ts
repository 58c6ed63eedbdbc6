/*
 * Parts of live formulas over PoolStaff and PoolPlacements: the row that a row of PoolSplit is about, its days in the year
 * to date, its cost and a partner's part. The same figures come from `src/pool/staff` and `src/pool/placements`, and a
 * test compares them; which column they stand in is the business of whoever builds the columns.
 *
 * The row's own cells are {Line}, {Item} (the post or case), {Item from} (From as it stands, a date or blank), {Year}
 * (2026/27) and {Month end}. `row`, `start`, `end` and `cost` are cells that hold what the function of that name gives.
 */
import { rowNumber } from './formulaParts';
import type { PartnerColumn } from './partnerColumns';

/** The tables, each with the column that {Item} is of. */
const NAMES = { PoolStaff: 'Post', PoolPlacements: 'Case' } as const;

/** A table of costs that settle in rows of their own. */
export type CostTable = keyof typeof NAMES;

const YEAR_BEGINS = 'DATE(VALUE(LEFT({Year},4)),4,1)';

/** Text compared whole, in any case: EXACT knows no wildcards and tells 00123 from 123. */
function same(table: CostTable, column: string, cell: string): string {
  return `EXACT(LOWER(${table}[${column}]),LOWER({${cell}}))`;
}

/** A cell of the row. Blank is 0 to a sum and '' to a text: add &"" where text is wanted. */
export function costCell(table: CostTable, column: string, row: string): string {
  return `INDEX(${table}[${column}],${row})`;
}

/**
 * The number of the row, counted from 1: the one with this line, post or case, and From. A row that was deleted, or that
 * stands twice, is `#N/A` until the task is run again.
 */
export function costRow(table: CostTable): string {
  const isRow =
    `${same(table, 'Line', 'Line')}*${same(table, NAMES[table], 'Item')}` +
    `*(INT(${table}[From]+0)=INT({Item from}+0))`;
  return `IF(SUMPRODUCT(${isRow})<>1,NA(),${rowNumber(isRow, `${table}[Line]`)})`;
}

/** The first day that counts: From, or 1 April where that is later. */
export function costStart(table: CostTable, row: string): string {
  return `MAX(INT(${costCell(table, 'From', row)}+0),${YEAR_BEGINS})`;
}

/** The last day that counts: To, or the month's end where that is earlier. Before the start where no day counts. */
export function costEnd(table: CostTable, row: string): string {
  const to = costCell(table, 'To', row);
  return `IF(${to}+0=0,{Month end},MIN(INT(${to}+0),{Month end}))`;
}

function unlessNoDay(start: string, end: string, cost: string): string {
  return `IF(${end}<${start},0,${cost})`;
}

/** The basis of a post: whole months, or days of the year. '' where no day counts. */
export function staffBasis(start: string, end: string): string {
  return `IF(${end}<${start},"",IF(DAY(${end}+1)=DAY(${start}),"months","days"))`;
}

/** A post's cost to date: WTE x Rate for the part of the year, rounded once. */
export function staffCost(row: string, start: string, end: string): string {
  const yearly = `${costCell('PoolStaff', 'WTE', row)}*ROUND(${costCell('PoolStaff', 'Rate', row)},2)`;
  const basis = `IF(DAY(${end}+1)=DAY(${start}),"months","days")`;
  return unlessNoDay(start, end, `POOL.PRORATA(${yearly},${start},${end},4,${basis})`);
}

/**
 * A case's cost to date. A daily rate is a weekly one of seven days, so that POOL.PRORATA does the days, weeks and years;
 * a total is its part by days, in whole pence so that a half penny is exactly one.
 */
export function placementCost(row: string, start: string, end: string): string {
  const cell = (column: string): string => costCell('PoolPlacements', column, row);
  const net = `ROUND(ROUND(${cell('Rate')},2)-ROUND(${cell('Client income')}+0,2),2)`;
  const per = cell('Per');
  const ofTotal =
    `IF(${cell('To')}+0=0,NA(),ROUND(ROUND(${net}*100,0)*(${end}-${start}+1)` +
    `/(INT(${cell('To')}+0)-INT(${cell('From')}+0)+1),0)/100)`;
  const ofRate = `POOL.PRORATA(${net}*IF(${per}="day",7,1),${start},${end},4,IF(${per}="year","days","weekly"))`;
  const isRate = `((${per}="day")+(${per}="week")+(${per}="year")>0)`;
  return unlessNoDay(start, end, `IF(${per}="total",${ofTotal},IF(${isRate},${ofRate},NA()))`);
}

/** In whose ledger the cost is: a post's employer, or who pays the case. */
export function costPaidBy(table: CostTable, row: string): string {
  return `${costCell(table, table === 'PoolStaff' ? 'Employer' : 'Paid by', row)}&""`;
}

/** Who owes a post. */
export function staffFunder(row: string): string {
  return `${costCell('PoolStaff', 'Funder', row)}&""`;
}

/**
 * A partner's part of a case: by the weights of its row, an odd penny of equal remainders to the earlier column.
 *
 * @param columns - The partners' columns as they stand next to each other in PoolPlacements.
 * @returns '0' for a partner without a column.
 */
export function placementPart(cost: string, row: string, columns: readonly PartnerColumn[], shortName: string): string {
  const at = columns.findIndex((column) => column.shortName === shortName);
  const [first, last] = [columns[0]?.heading, columns.at(-1)?.heading];
  if (at < 0 || first === undefined || last === undefined) return '0';
  return `POOL.SHARE(${cost},INDEX(PoolPlacements[[${first}]:[${last}]],${row},0),${String(at + 1)})`;
}
