/*
 * The output tables of a reconciliation: what each ledger gives, its control total, matches between partners and bridges.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const RECONCILIATION_TABLES: readonly TableDefinition[] = [
  define(
    'PoolActuals',
    'output',
    'Actuals from the ledgers',
    ['Period', 'Partner', 'Line', 'Treatment'],
    [
      ['Period', 'period'],
      ['Partner', 'text'],
      ['Line', 'text'],
      ['Amount', 'money'],
      ['Rows', 'number'],
      ['Source total', 'money'],
      ['As at', 'date'],
      ['Treatment', 'text'],
    ],
  ),
  define(
    'PoolControl',
    'output',
    'Control totals',
    ['Period', 'Partner'],
    [
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
    ],
  ),
  define(
    'PoolMatches',
    'output',
    'Matches between partners',
    ['Period', 'Key', 'Left cell', 'Right cell'],
    [
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
    ],
  ),
  define(
    'PoolBridge',
    'output',
    'Bridges',
    ['Period', 'Bridge', 'From', 'To', 'Step', 'Key'],
    [
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
    ],
  ),
];
