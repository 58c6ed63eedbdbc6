/*
 * The input tables of the ledgers: where they stand, what their codes mean, how far each month is, and what is in no ledger yet.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const LEDGER_TABLES: readonly TableDefinition[] = [
  define(
    'PoolSources',
    'input',
    'Ledgers',
    ['Partner', 'Table', 'Period', 'Amount'],
    [
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
    ],
  ),
  define(
    'PoolCodes',
    'input',
    'Codes',
    ['Partner', 'Code', 'Line', 'From'],
    [
      ['Partner', 'text', true],
      ['Code', 'text', true],
      ['Line', 'text', true],
      ['Percent', 'number'],
      ['From', 'date'],
    ],
  ),
  define(
    'PoolPeriods',
    'input',
    'Periods',
    ['Period', 'Partner'],
    [
      ['Period', 'period', true],
      ['Partner', 'text', true],
      ['Status', 'choice', 'not received', 'open', 'provisional', 'closed'],
      ['Control total', 'money'],
      ['Taken from', 'text'],
      ['Agreed by', 'text'],
    ],
  ),
  define(
    'PoolAdjustments',
    'input',
    'Adjustments',
    ['Period', 'Partner', 'Line', 'Kind', 'Reason'],
    [
      ['Period', 'period', true],
      ['Partner', 'text', true],
      ['Line', 'text', true],
      ['Kind', 'choice', 'accrual', 'prepayment', 'correction'],
      ['Amount', 'money', true],
      ['Reverses in', 'period'],
      ['Reason', 'text'],
      ['By', 'text'],
    ],
  ),
];
