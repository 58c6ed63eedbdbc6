/*
 * The live formulas of PoolStatement and PoolControl: one text per column, over PoolActuals and the input tables in use.
 * The same figures are worked out in TypeScript by `src/tasks/reconcile/statementModel`, and a test compares the two.
 *
 * `{Line}` is that row's own cell. Tables are named by whole columns. Names of lines and partners are compared with EXACT,
 * which knows no wildcards and tells the text 00123 from 123; SUMIFS does neither. A condition is true or false, so conditions are
 * multiplied and the amounts stand after a comma, where SUMPRODUCT passes over text.
 *
 * Source: design section 4 (values at the ledger's edge, formulas from there on).
 */
import { PROFILE_PLACES } from '../pool/profiles';
import { MONTH_COLUMNS, TWELFTHS } from './profileRules';
import { toPence } from './formulaParts';

/** What PoolActuals calls the part of a ledger that counts in the pool, and the parts that do not. */
export const TREATMENTS = {
  inPool: 'in pool',
  between: 'between partners',
  excluded: 'excluded',
  unmapped: 'unmapped',
} as const;

/** The statement's own rows. */
export const JOINT = 'Joint';
export const BETWEEN = 'Between partners';

/** Which of the optional tables are in the workbook: a formula that names a missing table would be `#REF!`. */
export interface TablesForFormulas {
  readonly budgets: boolean;
  readonly forecasts: boolean;
  readonly adjustments: boolean;
  readonly profiles: boolean;
}

/** Column name → formula text with `{Column}` for the row's own cells. */
export type FormulaColumns = Readonly<Record<string, string>>;

const isJoint = `({Partner}="${JOINT}")`;
const isBetween = `({Partner}="${BETWEEN}")`;

/**
 * Whether a table's column holds the row's own text, whatever its case. Not `=`: some engines read `*` and `?` in it as
 * wildcards, and a line may be called so. A number counts as its text.
 */
function same(table: string, column: 'Line' | 'Partner'): string {
  return `EXACT(LOWER(${table}[${column}]),LOWER({${column}}))`;
}

/** Adjustments of April to the period, less those it takes back: `column` is the row's partner test. */
function adjustments(partner: string, line: string): string {
  const counts =
    '((PoolAdjustments[Period]>={First month})*(PoolAdjustments[Period]<={Period})' +
    '-(PoolAdjustments[Reverses in]>={First month})*(PoolAdjustments[Reverses in]<={Period}))';
  return `SUMPRODUCT(${line}${partner}*${counts},${toPence('PoolAdjustments[Amount]')})`;
}

/** Each budget to the penny, as the model takes it: a third of a sum is no whole penny, and three of them are not the sum. */
const BUDGET = toPence('PoolBudgets[Amount]');

const BUDGET_ROWS =
  `${same('PoolBudgets', 'Line')}*(PoolBudgets[Year]={Year})*(PoolBudgets[From]<={Month end})` +
  `*((${same('PoolBudgets', 'Partner')}+${isJoint})>0)`;

// A year without any budget row is blank, so that no actual shows as an overspend in full.
function budget(amount: string, isMissing = ''): string {
  const sum = `ROUND(SUMPRODUCT(${BUDGET_ROWS},${amount}),2)`;
  const found = isMissing === '' ? sum : `IF(SUMPRODUCT(${BUDGET_ROWS}*${isMissing})>0,NA(),${sum})`;
  return `=IF(SUMPRODUCT((PoolBudgets[Year]={Year})*1)=0,"",${found})`;
}

/**
 * The budget to date: twelfths of each row or, where it names a profile, the profile's months so far. Each row is rounded
 * once. A profile that is not in PoolProfiles shows no figure, and only on the lines that use it.
 */
function budgetToDate(profiles: boolean): string {
  const twelfths = `ROUND(${BUDGET}*{Months}/12,2)`;
  if (!profiles) return budget(twelfths);
  const isTwelfths = `((PoolBudgets[Profile]="")+(PoolBudgets[Profile]="${TWELFTHS}")>0)`;
  const named = 'EXACT(LOWER(PoolBudgets[Profile]),LOWER(TRANSPOSE(PoolProfiles[Profile])))*1';
  const soFar = MONTH_COLUMNS.map((column, at) => `PoolProfiles[${column}]*({Months}>${String(at)})`).join('+');
  const part = `ROUND(MMULT(${named},${soFar}),${String(PROFILE_PLACES)})`;
  const isUnknown = `(1-${isTwelfths})*(MMULT(${named},(PoolProfiles[Profile]<>"")*1)=0)`;
  return budget(`${isTwelfths}*${twelfths}+(1-${isTwelfths})*ROUND(${BUDGET}*${part},2)`, isUnknown);
}

function forecastRows(test: string): string {
  return (
    `(PoolForecasts[Period]={Period})*${same('PoolForecasts', 'Line')}*${same('PoolForecasts', 'Partner')}` + `*${test}`
  );
}

// A figure of the budget-holder's own: any basis but the two that are calculated here.
const OWN_FORECAST = forecastRows(
  '(PoolForecasts[Basis]<>"straight line")*(PoolForecasts[Basis]<>"remaining budget")*(PoolForecasts[Forecast]<>"")',
);
const STRAIGHT_LINE = forecastRows('(PoolForecasts[Basis]="straight line")');

/** A cell that may be blank, handed on as it is: not every engine hands on an empty text as one. */
function orBlank(cell: string): string {
  return `IF(${cell}="","",${cell})`;
}

/** What lies between partners is forecast as it stands; the joint row takes the sum of the rows above it. */
function partnerForecast({ forecasts }: TablesForFormulas): string {
  const calculated = orBlank('{Calculated forecast}');
  const chosen = forecasts
    ? `IF(SUMPRODUCT(${OWN_FORECAST})>0,ROUND(SUMPRODUCT(${OWN_FORECAST},PoolForecasts[Forecast]),2),` +
      `IF(SUMPRODUCT(${STRAIGHT_LINE})>0,ROUND({Actual to date}*12/{Months},2),${calculated}))`
    : calculated;
  return `=IF(({Not received}>0)+${isJoint}>0,"",IF(${isBetween},${orBlank('{Actual to date}')},${chosen}))`;
}

/** The words in Reason. They are compared nowhere; they tell a calculated figure from the budget-holder's. */
export const REASONS = {
  notReceived: 'not received',
  incomplete: 'incomplete: partners not received',
  own: 'own forecast',
  straightLine: 'forecast calculated: actual to date over the year',
  remaining: 'forecast calculated: actual to date + remaining budget',
  noBudget: 'no budget for the year',
} as const;

function reason({ forecasts }: TablesForFormulas): string {
  const calculated = `IF({Budget to date}="","${REASONS.noBudget}","${REASONS.remaining}")`;
  const basis = forecasts
    ? `IF(SUMPRODUCT(${OWN_FORECAST})>0,"${REASONS.own}",` +
      `IF(SUMPRODUCT(${STRAIGHT_LINE})>0,"${REASONS.straightLine}",${calculated}))`
    : calculated;
  const missing = `IF((${isJoint}+${isBetween})>0,"${REASONS.incomplete}","${REASONS.notReceived}")`;
  return `=IF({Not received}>0,${missing},IF((${isJoint}+${isBetween})>0,"",${basis}))`;
}

/** Prevents a minus zero, and keeps a missing partner's figure blank: missing is not zero. */
function unlessMissing(sum: string): string {
  return `=IF({Not received}>0,"",ROUND(${sum},2))`;
}

/** The calculated columns of PoolStatement. */
export function statementFormulas(tables: TablesForFormulas): FormulaColumns {
  const ledger =
    `SUMPRODUCT((PoolActuals[Period]={Period})*${same('PoolActuals', 'Line')}*(` +
    `${same('PoolActuals', 'Partner')}*((PoolActuals[Treatment]="${TREATMENTS.inPool}")+(PoolActuals[Treatment]="${TREATMENTS.between}"))` +
    `+${isJoint}*(PoolActuals[Treatment]="${TREATMENTS.inPool}")-${isBetween}*(PoolActuals[Treatment]="${TREATMENTS.between}"))` +
    ',PoolActuals[Amount])';
  const adjusted = adjustments(
    `((${same('PoolAdjustments', 'Partner')}+${isJoint})>0)`,
    `${same('PoolAdjustments', 'Line')}*`,
  );
  // What is in the pool from the row's own ledger, without what lies between partners: this is what settles.
  const own =
    `SUMPRODUCT((PoolActuals[Period]={Period})*${same('PoolActuals', 'Line')}*(PoolActuals[Treatment]="${TREATMENTS.inPool}")` +
    `*((${same('PoolActuals', 'Partner')}+${isJoint})>0),PoolActuals[Amount])`;
  const ofLine = `(PoolStatement[Period]={Period})*${same('PoolStatement', 'Line')}`;
  const previous = `(PoolStatement[Period]={Previous period})*${same('PoolStatement', 'Line')}*${same('PoolStatement', 'Partner')}*(PoolStatement[Forecast]<>"")`;
  return {
    'Annual budget': tables.budgets ? budget(BUDGET) : '=""',
    'Budget to date': tables.budgets ? budgetToDate(tables.profiles) : '=""',
    'Actual to date': unlessMissing(tables.adjustments ? `${ledger}+${adjusted}` : ledger),
    'Variance to date':
      '=IF(({Actual to date}="")+({Budget to date}="")>0,"",ROUND({Actual to date}-{Budget to date},2))',
    Forecast:
      `=IF(${isJoint},IF(SUMPRODUCT(${ofLine}*(PoolStatement[Partner]<>"${JOINT}")*(PoolStatement[Partner forecast]=""))>0,"",` +
      `ROUND(SUMPRODUCT(${ofLine},PoolStatement[Partner forecast]),2)),${orBlank('{Partner forecast}')})`,
    'Forecast variance': '=IF(({Forecast}="")+({Annual budget}="")>0,"",ROUND({Forecast}-{Annual budget},2))',
    'Previous forecast': `=IF(SUMPRODUCT(${previous})=0,"",ROUND(SUMPRODUCT(${previous},PoolStatement[Forecast]),2))`,
    Movement: '=IF(({Forecast}="")+({Previous forecast}="")>0,"",ROUND({Forecast}-{Previous forecast},2))',
    Reason: reason(tables),
    'Calculated forecast':
      '=IF(({Actual to date}="")+({Budget to date}="")>0,"",ROUND({Actual to date}+{Annual budget}-{Budget to date},2))',
    'Partner forecast': partnerForecast(tables),
    'Not received':
      '=SUMPRODUCT((PoolPeriods[Period]={Period})*(PoolPeriods[Status]="not received")' +
      `*((${same('PoolPeriods', 'Partner')}+${isJoint}+${isBetween})>0))`,
    'Own to date': unlessMissing(tables.adjustments ? `${own}+${adjusted}` : own),
  };
}

/** The calculated columns of PoolControl. In pool + excluded + between + unmapped + adjustments = ledger total. */
export function controlFormulas(tables: TablesForFormulas): FormulaColumns {
  const row = `(PoolActuals[Period]={Period})*${same('PoolActuals', 'Partner')}`;
  const part = (treatment: string): string =>
    `SUMPRODUCT(${row}*(PoolActuals[Treatment]="${treatment}"),PoolActuals[Amount])`;
  const period = `(PoolPeriods[Period]={Period})*${same('PoolPeriods', 'Partner')}`;
  const adjusted = tables.adjustments ? adjustments(same('PoolAdjustments', 'Partner'), '') : '0';
  return {
    'Ledger total': unlessMissing(`SUMPRODUCT(${row},PoolActuals[Amount])`),
    'In pool': unlessMissing(`${part(TREATMENTS.inPool)}+${adjusted}`),
    Excluded: unlessMissing(part(TREATMENTS.excluded)),
    'Between partners': unlessMissing(part(TREATMENTS.between)),
    Unmapped: unlessMissing(part(TREATMENTS.unmapped)),
    Adjustments: unlessMissing(`0-${adjusted}`),
    'Control total':
      `=IF(SUMPRODUCT(${period}*(PoolPeriods[Control total]<>""))=0,"",` +
      `ROUND(SUMPRODUCT(${period},PoolPeriods[Control total]),2))`,
    Difference: '=IF(({Ledger total}="")+({Control total}="")>0,"",ROUND({Ledger total}-{Control total},2))',
    'Not received': `=SUMPRODUCT(${period}*(PoolPeriods[Status]="not received"))`,
  };
}
