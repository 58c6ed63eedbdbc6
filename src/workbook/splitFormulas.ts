/*
 * The live formulas of PoolSplit: one text per column, over PoolProjects, PoolProjectShares, PoolShares, PoolPartners and
 * PoolContributions.
 * The same figures are worked out in TypeScript by `src/pool/projects`, and a test compares the two cell by cell.
 *
 * `{Item}` is that row's own cell. Rows of the input tables are found with `=`, which knows no wildcards; shares are
 * POOL.SHARE over the rows of the table that holds the weights, so that an odd penny goes to the earlier row there.
 * A column never names itself, or it would be circular: what one row needs of another stands in a column of its own.
 */
import { CONTRIBUTION_CELLS, countedWeights } from './contributionFormulas';
import { quoted, rowNumber, sumOf, toPence } from './formulaParts';
import type { FormulaColumns } from './statementFormulas';

/** What the rows of a project are; the column `Row` holds one of these. */
export const SPLIT_ROWS = {
  item: 'item',
  shared: 'shared',
  within: 'within a group',
  above: 'above the cap',
  paid: 'paid',
  settle: 'to settle',
} as const;

/** One kind of row. */
export type SplitRow = (typeof SPLIT_ROWS)[keyof typeof SPLIT_ROWS];

/** A partner with a column of its own. */
export interface SplitPartner {
  readonly partner: string;
  readonly shortName: string;
  /** The group it is part of, '' for none. */
  readonly group: string;
}

/** Which of the optional tables are in the workbook. */
export interface InputTables {
  readonly hasShares: boolean;
  readonly hasContributions: boolean;
}

/** Contributions as they stand on the project's first day, as its lists of shares do. */
const ON_FIRST_DAY = { ...CONTRIBUTION_CELLS, monthEnd: '{Shares on}' };

/** Day zero for finding the earliest date as the largest distance: a day after every project's. */
const FAR_DAY = 99_999;

const isRow = (row: SplitRow): string => `({Row}="${row}")`;
const ofInput = '(PoolProjects[Project]={Project})*(PoolProjects[Year]={Year})';
const ofItem = `${ofInput}*(PoolProjects[Item]={Item})`;
// One comparison instead of four: every row names its project and year, and an item's row again as what it is an item of.
const itemsOfSplit = '(PoolSplit[Item of]={Split key})*1';
const ofSharers = '(PoolProjectShares[Project]={Project})';
const yearBegins = 'DATE(VALUE(LEFT({Year},4)),4,1)';
const yearEnds = 'DATE(VALUE(LEFT({Year},4))+1,3,31)';
/** Rows of PoolShares that hold for the row's pool: its own, and those of all pools. */
export const inPool = '(((PoolShares[Pool]={Pool})+(PoolShares[Pool]=""))>0)';

/** Rows of PoolShares of the row's pool alone. */
const ofPool = '(PoolShares[Pool]={Pool})*(PoolShares[Pool]<>"")';
const hasBegun = '(PoolShares[From]<={Shares on})';

/**
 * The day on which a group's list in force begins: the pool's own, where one has begun, and else the one for all pools.
 *
 * @param group - The group, as an expression.
 */
export function groupSetFrom(group: string): string {
  const begun = `(PoolShares[Set]=${group})*${hasBegun}`;
  const latest = (rows: string): string => `SUMPRODUCT(MAX(${rows}*PoolShares[From]))`;
  const own = `${ofPool}*${begun}`;
  // Without LET: older programs than Excel's of today can work it out, too.
  return `IF(SUMPRODUCT(${own})>0,${latest(own)},${latest(`(PoolShares[Pool]="")*${begun}`)})`;
}

/** What a sharer, a partner or a group, bears as one: its fixed contribution, or its part of the rest. */
function sharerPart(name: string): string {
  const own = `${ofSharers}*(PoolProjectShares[Partner]=${name})`;
  const at = rowNumber(`${own}*(PoolProjectShares[Treatment]="equal")`, 'PoolProjectShares[Partner]');
  const equals = `${ofSharers}*(PoolProjectShares[Treatment]="equal")`;
  return (
    `SUMPRODUCT(${own}*(PoolProjectShares[Treatment]="fixed"),${toPence('PoolProjectShares[Amount]')})` +
    `+IF(${at}=0,0,POOL.SHARE({Rest},${equals},${at}))`
  );
}

/**
 * A member's part of its group's share: by the list in force, or equally where there is none.
 *
 * @param share - The group's share, as an expression. @param setFrom - The day its list in force begins, as one.
 * @param contributed - What each row of PoolShares weighs where its list follows contributions, as one; left out where the
 *   workbook has none.
 */
export function memberPart(
  { partner, group }: SplitPartner,
  hasShares: boolean,
  share: string,
  setFrom: string,
  contributed?: string,
): string {
  const name = quoted(partner);
  const set = quoted(group);
  const member = rowNumber(`(PoolPartners[Part of]=${set})*(PoolPartners[Partner]=${name})`, 'PoolPartners[Partner]');
  const equally = `(PoolPartners[Part of]=${set})*1,${member}`;
  if (!hasShares) return `POOL.SHARE(${share},${equally})`;
  const takesPart = '(((PoolShares[Share]="")+(PoolShares[Share]>0))>0)';
  // A list has one basis. Where it follows contributions its shares are blank, which is 0 here.
  const shared = `(PoolShares[Basis]="equal")*${takesPart}+(PoolShares[Basis]<>"equal")*PoolShares[Share]`;
  const byContributions = contributed === undefined ? '' : `+(PoolShares[Basis]="contributions")*${contributed}`;
  const place = rowNumber(`held*(PoolShares[Partner]=${name})`, 'PoolShares[Partner]');
  // What stands more than once has a name: Excel takes no formula above 8,192 characters.
  return (
    `LET(share,${share},lists,${inPool}*(PoolShares[Set]=${set}),own,SUMPRODUCT(lists*${ofPool}*${hasBegun})>0,` +
    `held,lists*((PoolShares[Pool]<>"")=own)*(PoolShares[From]=${setFrom}),place,${place},` +
    `IF(SUMPRODUCT(lists)=0,POOL.SHARE(share,${equally}),` +
    `IF(place=0,0,POOL.SHARE(share,held*(${shared}${byContributions}),place))))`
  );
}

/** Rows that show a group's share split again begin so, of projects and of a settlement's lines. */
const isWithin = `(LEFT({Row},${String(SPLIT_ROWS.within.length)})="${SPLIT_ROWS.within}")`;

/** Rows in which a member has a part of its group's share. */
const hasInside = `(${isWithin}+${isRow('shared')}+${isRow('to settle')}+({Row}="variance")>0)`;

/** A member's part of the share of its group, of a project or of a line: both have a row for the group with its share. */
function insidePart(partner: SplitPartner, { hasShares, hasContributions }: InputTables): string {
  const ofGroup = `(PoolSplit[Split key]={Split key})*(PoolSplit[Sharer]=${quoted(partner.group)})`;
  const share = `SUMPRODUCT(${ofGroup},PoolSplit[Group share])`;
  const from = `SUMPRODUCT(${ofGroup},PoolSplit[Set from])`;
  // A project without a pool has no contributions: nobody pays into a pool without a name.
  const contributed = `({Pool}<>"")*${countedWeights('PoolShares[Partner]', ON_FIRST_DAY)}`;
  return memberPart(partner, hasShares, share, from, hasContributions ? contributed : undefined);
}

/** A partner's part of a project by itself: its share, what stays with it, what it paid, and what it owes. */
function projectPart({ partner }: SplitPartner): string {
  const paidBy = `${itemsOfSplit}*(PoolSplit[Paid by]=${quoted(partner)})`;
  const above = `SUMPRODUCT(${paidBy},PoolSplit[Stays with payer])`;
  const paid = `SUMPRODUCT(${paidBy},PoolSplit[Item cost])`;
  // More fixed contributions than there is to share: no figure rather than a negative rest shared as a credit.
  const share = `${sharerPart(quoted(partner))}+IF(${isRow('to settle')},${above}-${paid},0)`;
  return (
    `IF(${isRow('paid')},${paid},IF(${isRow('above the cap')},${above},` +
    `IF({Fixed}>MAX({To share},0),NA(),${share})))`
  );
}

/**
 * A partner's column: its part by itself, of a project or of a row of a settlement, and its part of its group's share. The
 * part within a group is long, so it stands once for both: Excel takes no formula above 8,192 characters.
 *
 * @param settled - The part of a settlement's row, as an expression; left out where there are no such rows.
 * @param hasProjects - There are rows of projects.
 */
export function partnerFormula(
  partner: SplitPartner,
  tables: InputTables,
  settled?: string,
  hasProjects = true,
): string {
  const own = projectPart(partner);
  const alone = settled === undefined ? own : hasProjects ? `IF({Project}="",${settled},${own})` : settled;
  const isBlank = hasProjects ? `(${isRow('item')}+${isRow('above the cap')}*({Payers missing}>0)>0)` : '';
  const inside = partner.group === '' ? '' : `+IF(${hasInside},${insidePart(partner, tables)},0)`;
  const isOthers = partner.group === '' ? isWithin : `(${isWithin}*({Sharer}<>${quoted(partner.group)})>0)`;
  const part = `IF(${isOthers},0,ROUND(IF(${isWithin},0,${alone})${inside},2))`;
  return isBlank === '' ? `=${part}` : `=IF(${isBlank},"",${part})`;
}

/** How each row came about, in words. */
function ruleFormula(hasShares: boolean): string {
  const shared = '"equal shares"&IF({Fixed}<>0," after fixed contributions","")&IF({Cap}>0,", up to the cap","")';
  const lists = `SUMPRODUCT(${inPool}*(PoolShares[Set]={Sharer}))`;
  const equally = '"equally: PoolShares has no Set of this name"';
  const within = hasShares ? `IF(${lists}=0,${equally},"by the Set of this name")` : equally;
  return (
    `=IF(${isRow('item')},IF({Basis}="months","whole months of 12","days of the year"),IF(${isRow('shared')},${shared},` +
    `IF(${isRow('within a group')},${within},IF(${isRow('above the cap')},"not agreed: stays with who paid",` +
    `IF(${isRow('paid')},"as each item names it","share less paid: + pays, - is paid")))))`
  );
}

/**
 * The calculated columns of PoolSplit.
 *
 * @param hasShares - PoolShares is in the workbook: a formula that names a missing table would be `#REF!`.
 * @param hasContributions - PoolContributions is in the workbook.
 */
export function splitFormulas(
  partners: readonly SplitPartner[],
  hasShares: boolean,
  hasContributions = false,
): FormulaColumns {
  const onlyItems = (formula: string): string => `=IF({Row}<>"${SPLIT_ROWS.item}","",${formula})`;
  const onlyGroups = (formula: string): string => `=IF({Row}<>"${SPLIT_ROWS.within}","",${formula})`;
  const date = (column: string, otherwise: string): string => {
    const found = `SUMPRODUCT(${ofItem},PoolProjects[${column}])`;
    return onlyItems(`IF(${found}=0,${otherwise},INT(${found}))`);
  };
  const named = sumOf(partners.map(({ shortName }) => `{${shortName}}`));
  const columns: Record<string, string> = {
    Rule: ruleFormula(hasShares),
    Amount:
      `=IF(${isRow('item')},{Item cost},IF(${isRow('shared')},{To share},IF(${isRow('within a group')},{Group share},` +
      `IF(${isRow('above the cap')},{Above cap},IF(${isRow('paid')},{Cost},0)))))`,
    Check: `=IF(${isRow('item')}+${isRow('above the cap')}*({Payers missing}>0)>0,"",` + `ROUND({Amount}-${named},2))`,
    'Annual cost': onlyItems(
      `IF(SUMPRODUCT(${ofItem})<>1,NA(),ROUND(SUMPRODUCT(${ofItem},PoolProjects[Annual cost]),2))`,
    ),
    Start: date('Start', yearBegins),
    End: date('End', yearEnds),
    Basis: onlyItems('IF(DAY({End}+1)=DAY({Start}),"months","days")'),
    // 0 and not blank on the other rows: it is a weight below.
    'Item cost': `=IF({Row}<>"${SPLIT_ROWS.item}",0,POOL.PRORATA({Annual cost},{Start},{End},4,{Basis}))`,
    'Paid by': onlyItems(`INDEX(PoolProjects[Paid by],MAX(1,${rowNumber(ofItem, 'PoolProjects[Item]')}))&""`),
    // An item that came or went since the run: no figure, until Share is run again.
    Cost: `=IF(SUMPRODUCT(${ofInput})<>SUMPRODUCT(${itemsOfSplit}),NA(),ROUND(SUMPRODUCT(${itemsOfSplit},PoolSplit[Item cost]),2))`,
    Cap: `=ROUND(SUMPRODUCT(MAX(${ofInput}*${toPence('PoolProjects[Cap]')})),2)`,
    'To share': '=IF(({Cap}>0)*({Cost}>{Cap})>0,{Cap},{Cost})',
    'Above cap': '=ROUND({Cost}-{To share},2)',
    // ROW gives an array, if of one row only; SUM makes it the one number that a position is.
    'Stays with payer': onlyItems(
      `IF({Above cap}=0,0,POOL.SHARE({Above cap},${itemsOfSplit}*(PoolSplit[Item cost]>0)*PoolSplit[Item cost],` +
        'SUM(ROW({Item cost}))-MIN(ROW(PoolSplit[Item cost]))+1))',
    ),
    Fixed: `=ROUND(SUMPRODUCT(${ofSharers}*(PoolProjectShares[Treatment]="fixed"),${toPence('PoolProjectShares[Amount]')}),2)`,
    Rest: '=ROUND({To share}-{Fixed},2)',
    'Shares on':
      `=INT(${FAR_DAY}-SUMPRODUCT(MAX(${ofInput}*(${FAR_DAY}-PoolProjects[Start]` +
      `-(PoolProjects[Start]=0)*${yearBegins}))))`,
    'Set from': onlyGroups(hasShares ? groupSetFrom('{Sharer}') : '""'),
    'Group share': onlyGroups(`ROUND(${sharerPart('{Sharer}')},2)`),
    'Payers missing': `=SUMPRODUCT(${itemsOfSplit}*(PoolSplit[Paid by]=""))`,
  };
  for (const partner of partners) columns[partner.shortName] = partnerFormula(partner, { hasShares, hasContributions });
  return columns;
}
