/*
 * The tables of the model: their names, sheets, columns and what a column holds. One place, because readers, writers,
 * formulas and the pane must all mean the same column. Not the rules about their contents: those are in pool and ledger.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */

/**
 * What a column holds: `text` is kept as text whatever it looks like, `money` is pounds and pence, `number` is any other
 * figure, `date` is an Excel date, `period` is text such as 2026-06, `choice` is one of `words`.
 */
export type ColumnKind = 'text' | 'money' | 'number' | 'date' | 'period' | 'choice';

/** One column of a table. */
export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly words?: readonly string[];
  /** A row without it is a finding. */
  readonly required?: boolean;
}

/** One table of the model. The sheet has the table's name with a space: `PoolPartners` stands on `Pool partners`. */
export interface TableDefinition {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly holds: 'input' | 'output';
  readonly columns: readonly ColumnDefinition[];
  /** The columns that tell one row from another; two rows alike in all of them are duplicates. */
  readonly key: readonly string[];
  /**
   * Where the table has a column for each partner, headed by its Short name: after which column they stand, and what they
   * hold. They are not among `columns`, because each workbook has its own.
   */
  readonly partnerColumns?: PartnerColumns;
}

/** The place and kind of the columns a table has for each partner. */
export interface PartnerColumns {
  readonly after: string;
  readonly kind: ColumnKind;
}

type Spec = readonly [name: string, kind: ColumnKind, ...rest: (string | true)[]];

const KEYS: Readonly<Record<string, readonly string[]>> = {
  PoolPartners: ['Partner'],
  PoolArrangements: ['Pool', 'From', 'Service line', 'Area'],
  PoolShares: ['Pool', 'Set', 'Partner', 'From'],
  PoolLines: ['Line', 'From'],
  PoolBudgets: ['Line', 'Partner', 'Year', 'Kind', 'From', 'Reason'],
  PoolForecasts: ['Period', 'Line', 'Partner', 'Basis'],
  PoolSources: ['Partner', 'Table', 'Period', 'Amount'],
  PoolCodes: ['Partner', 'Code', 'Line', 'From'],
  PoolPeriods: ['Period', 'Partner'],
  PoolAdjustments: ['Period', 'Partner', 'Line', 'Kind', 'Reason'],
  PoolProjects: ['Project', 'Year', 'Item'],
  PoolProjectShares: ['Project', 'Partner'],
  PoolActuals: ['Period', 'Partner', 'Line', 'Treatment'],
  PoolControl: ['Period', 'Partner'],
  PoolStatement: ['Period', 'Pool', 'Line', 'Partner'],
  PoolSplit: ['Period', 'Project', 'Year', 'Row', 'Item', 'Sharer'],
  PoolMatches: ['Period', 'Key', 'Left cell', 'Right cell'],
  PoolBridge: ['Period', 'Bridge', 'From', 'To', 'Step', 'Key'],
  PoolFindings: ['Period', 'Kind', 'Where', 'Partner', 'Line', 'Reference'],
  PoolRuns: ['Run', 'Partner'],
  Pool: ['Table'],
};

function define(name: string, holds: 'input' | 'output', title: string, specs: readonly Spec[]): TableDefinition {
  const sheet = name.replace(
    /([a-z])([A-Z])/g,
    (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  const columns = specs.map(([columnName, kind, ...rest]): ColumnDefinition => {
    const words = rest.filter((word): word is string => typeof word === 'string');
    return {
      name: columnName,
      kind,
      ...(words.length > 0 ? { words } : {}),
      ...(rest.includes(true) ? { required: true } : {}),
    };
  });
  return { name, sheet, title, holds, columns, key: KEYS[name] ?? [] };
}

/** A row of every table's heading stands here (row 5 of the sheet), counted from 0. */
export const HEADER_ROW = 4;

/** The tables the user fills in, in the order the `Pool` sheet lists them. */
export const INPUT_TABLES: readonly TableDefinition[] = [
  define('PoolPartners', 'input', 'Partners', [
    ['Partner', 'text', true],
    ['Sector', 'choice', 'council', 'NHS', 'education', 'other'],
    ['Short name', 'text', true],
    ['Known as', 'text'],
    ['Part of', 'text'],
  ]),
  define('PoolArrangements', 'input', 'Arrangements', [
    ['Pool', 'text', true],
    ['From', 'date'],
    ['Service line', 'text'],
    ['Area', 'text'],
    ['Kind', 'choice', true, 'none', 'in view', 'aligned', 'shadow', 'pooled'],
    ['Commissioning', 'choice', 'parallel', 'joint', 'lead'],
    ['Host', 'text'],
    ['Settles', 'choice', 'yes', 'no'],
    ['Ends', 'date'],
    ['Phase', 'text'],
  ]),
  define('PoolShares', 'input', 'Lists of shares', [
    ['Pool', 'text'],
    ['Set', 'text', true],
    ['Partner', 'text', true],
    ['From', 'date'],
    ['Share', 'number'],
    ['Basis', 'choice', 'fixed', 'equal'],
    ['Cap', 'money'],
  ]),
  define('PoolLines', 'input', 'Budget lines', [
    ['Line', 'text', true],
    ['Pool', 'text'],
    ['From', 'date'],
    ['Description', 'text'],
    ['Scope', 'choice', 'in', 'excluded'],
    ['Type', 'choice', 'revenue', 'capital'],
    ['Risk rule', 'text'],
    ['Manages', 'text'],
    ['Accountable', 'text'],
    ['Bears risk', 'text'],
    ['Underspend', 'choice', 'as overspend', 'returned', 'carried forward'],
  ]),
  define('PoolBudgets', 'input', 'Budgets', [
    ['Line', 'text', true],
    ['Partner', 'text', true],
    ['Year', 'text', true],
    ['Kind', 'choice', 'original', 'virement', 'in-year change', 'brought forward'],
    ['From', 'date'],
    ['Amount', 'money', true],
    ['Profile', 'text'],
    ['Reason', 'text'],
  ]),
  define('PoolForecasts', 'input', 'Forecasts', [
    ['Period', 'period', true],
    ['Line', 'text', true],
    ['Partner', 'text', true],
    ['Basis', 'choice', 'own', 'straight line', 'remaining budget', 'commitments'],
    ['Forecast', 'money'],
    ['Reason', 'text'],
  ]),
  define('PoolSources', 'input', 'Ledgers', [
    ['Partner', 'text', true],
    ['Table', 'text', true],
    ['Holds', 'choice', 'transactions', 'balances to date'],
    ['Period', 'text'],
    ['Date', 'text'],
    ['Code', 'text', true],
    ['Counterparty', 'text'],
    ['Reference', 'text'],
    ['Amount', 'text', true],
    ['Sign', 'choice', 'as ledger', 'reversed'],
    ['VAT', 'text'],
  ]),
  define('PoolCodes', 'input', 'Codes', [
    ['Partner', 'text', true],
    ['Code', 'text', true],
    ['Line', 'text', true],
    ['Percent', 'number'],
    ['From', 'date'],
  ]),
  define('PoolPeriods', 'input', 'Periods', [
    ['Period', 'period', true],
    ['Partner', 'text', true],
    ['Status', 'choice', 'not received', 'open', 'provisional', 'closed'],
    ['Control total', 'money'],
    ['Taken from', 'text'],
    ['Agreed by', 'text'],
  ]),
  define('PoolAdjustments', 'input', 'Adjustments', [
    ['Period', 'period', true],
    ['Partner', 'text', true],
    ['Line', 'text', true],
    ['Kind', 'choice', 'accrual', 'prepayment', 'correction'],
    ['Amount', 'money', true],
    ['Reverses in', 'period'],
    ['Reason', 'text'],
    ['By', 'text'],
  ]),
  define('PoolProjects', 'input', 'Projects and their costs', [
    ['Project', 'text', true],
    ['Pool', 'text'],
    ['Year', 'text', true],
    ['Item', 'text', true],
    ['Annual cost', 'money', true],
    ['Start', 'date'],
    ['End', 'date'],
    ['Paid by', 'text'],
    ['Cap', 'money'],
  ]),
  define('PoolProjectShares', 'input', 'Who shares each project', [
    ['Project', 'text', true],
    ['Partner', 'text', true],
    ['Treatment', 'choice', true, 'equal', 'fixed', 'none'],
    ['Amount', 'money'],
  ]),
];

/** The tables the add-in writes. `Period` comes first, so that a run replaces only its own period's rows. */
export const OUTPUT_TABLES: readonly TableDefinition[] = [
  define('PoolActuals', 'output', 'Actuals from the ledgers', [
    ['Period', 'period'],
    ['Partner', 'text'],
    ['Line', 'text'],
    ['Amount', 'money'],
    ['Rows', 'number'],
    ['Source total', 'money'],
    ['As at', 'date'],
    ['Treatment', 'text'],
  ]),
  define('PoolControl', 'output', 'Control totals', [
    ['Period', 'period'],
    ['Partner', 'text'],
    ['Ledger total', 'money'],
    ['In pool', 'money'],
    ['Excluded', 'money'],
    ['Between partners', 'money'],
    ['Unmapped', 'money'],
    ['Adjustments', 'money'],
    ['Control total', 'money'],
    ['Difference', 'money'],
    ['Not received', 'number'],
    ['First month', 'period'],
    ['Whole extract', 'money'],
    ['Later months', 'money'],
    ['Earlier years', 'money'],
    ['No month', 'money'],
    ['Rows', 'number'],
    ['Rows not read', 'number'],
  ]),
  define('PoolStatement', 'output', 'Joint monthly statement', [
    ['Period', 'period'],
    ['Pool', 'text'],
    ['Line', 'text'],
    ['Partner', 'text'],
    ['Annual budget', 'money'],
    ['Budget to date', 'money'],
    ['Actual to date', 'money'],
    ['Variance to date', 'money'],
    ['Forecast', 'money'],
    ['Forecast variance', 'money'],
    ['Previous forecast', 'money'],
    ['Movement', 'money'],
    ['Reason', 'text'],
    ['Calculated forecast', 'money'],
    ['Partner forecast', 'money'],
    ['Not received', 'number'],
    ['Year', 'text'],
    ['Months', 'number'],
    ['First month', 'period'],
    ['Month end', 'date'],
    ['Previous period', 'period'],
  ]),
  {
    ...define('PoolSplit', 'output', 'Project costs shared', [
      ['Period', 'period'],
      ['Pool', 'text'],
      ['What', 'text'],
      ['Rule', 'text'],
      ['Amount', 'money'],
      ['Check', 'money'],
      ['Project', 'text'],
      ['Year', 'text'],
      ['Row', 'text'],
      ['Item', 'text'],
      ['Sharer', 'text'],
      ['Project year', 'text'],
      ['Item of', 'text'],
      ['Annual cost', 'money'],
      ['Start', 'date'],
      ['End', 'date'],
      ['Basis', 'text'],
      ['Item cost', 'money'],
      ['Paid by', 'text'],
      ['Cost', 'money'],
      ['Cap', 'money'],
      ['To share', 'money'],
      ['Above cap', 'money'],
      ['Stays with payer', 'money'],
      ['Fixed', 'money'],
      ['Rest', 'money'],
      ['Shares on', 'date'],
      ['Set from', 'date'],
      ['Group share', 'money'],
      ['Payers missing', 'number'],
    ]),
    partnerColumns: { after: 'Amount', kind: 'money' },
  },
  define('PoolMatches', 'output', 'Matches between partners', [
    ['Period', 'period'],
    ['Pass', 'text'],
    ['Status', 'text'],
    ['Left partner', 'text'],
    ['Left cell', 'text'],
    ['Right partner', 'text'],
    ['Right cell', 'text'],
    ['Reference', 'text'],
    ['Left', 'money'],
    ['Right', 'money'],
    ['Difference', 'money'],
    ['Cause', 'text'],
    ['Reason', 'text'],
    ['Key', 'text'],
  ]),
  define('PoolBridge', 'output', 'Bridges', [
    ['Period', 'period'],
    ['Bridge', 'text'],
    ['From', 'text'],
    ['To', 'text'],
    ['Step', 'text'],
    ['Amount', 'money'],
    ['Running total', 'money'],
    ['Reason', 'text'],
    ['Explained', 'text'],
    ['Reference', 'text'],
    ['Key', 'text'],
  ]),
  define('PoolFindings', 'output', 'Findings', [
    ['Period', 'period'],
    ['Kind', 'text'],
    ['Severity', 'choice', 'error', 'warning', 'info'],
    ['Where', 'text'],
    ['Partner', 'text'],
    ['Line', 'text'],
    ['Reference', 'text'],
    ['Left', 'money'],
    ['Right', 'money'],
    ['Difference', 'money'],
    ['What to do', 'text'],
  ]),
  define('PoolRuns', 'output', 'Runs', [
    ['Run', 'number'],
    ['When', 'date'],
    ['By', 'text'],
    ['Task', 'text'],
    ['Period', 'period'],
    ['Partner', 'text'],
    ['Version', 'text'],
    ['Inputs', 'text'],
    ['Before', 'money'],
    ['After', 'money'],
    ['Delta', 'money'],
    ['Why', 'text'],
  ]),
];

/** The first sheet of ours: every table of the model in use, with a link and its state. */
export const POOL_TABLE: TableDefinition = define('Pool', 'output', 'Poolbook: the tables in this workbook', [
  ['Table', 'text'],
  ['What it holds', 'text'],
  ['Filled by', 'text'],
  ['Rows', 'number'],
  ['Period', 'period'],
  ['Last written', 'date'],
]);

/** Every table of the model, the list itself first. */
export const ALL_TABLES: readonly TableDefinition[] = [POOL_TABLE, ...INPUT_TABLES, ...OUTPUT_TABLES];

/** A table's definition by its name. */
export function tableDefinition(name: string): TableDefinition | undefined {
  return ALL_TABLES.find((table) => table.name === name);
}

/** A table's definition by a name that is known to be ours; a wrong name is a fault of the code. */
export function definitionOf(name: string): TableDefinition {
  const definition = tableDefinition(name);
  if (definition === undefined) throw new Error(`${name} is not a table of the model`);
  return definition;
}

/**
 * What a column of a table holds, a partner's own column included; undefined for a column of the user's.
 *
 * @param planned - The columns of the plan: of the headings unknown to the definition, those in it are partners'.
 */
export function columnOf(
  { columns, partnerColumns }: TableDefinition,
  heading: string,
  planned: readonly string[],
): ColumnDefinition | undefined {
  const known = columns.find(({ name }) => name === heading);
  if (known !== undefined || partnerColumns === undefined || !planned.includes(heading)) return known;
  return { name: heading, kind: partnerColumns.kind };
}
