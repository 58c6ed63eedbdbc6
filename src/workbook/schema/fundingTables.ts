/*
 * The input tables of money planned: budgets and how they fall on the months, contributions, grants and forecasts.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const FUNDING_TABLES: readonly TableDefinition[] = [
  define(
    'PoolBudgets',
    'input',
    'Budgets',
    ['Line', 'Partner', 'Year', 'Kind', 'From', 'Reason'],
    [
      ['Line', 'text', true],
      ['Partner', 'text', true],
      ['Year', 'text', true],
      ['Kind', 'choice', 'original', 'virement', 'in-year change', 'brought forward'],
      ['From', 'date'],
      ['Amount', 'money', true],
      ['Profile', 'text'],
      ['Reason', 'text'],
    ],
  ),
  define(
    'PoolProfiles',
    'input',
    'Profiles of a year over its months',
    ['Profile'],
    [
      ['Profile', 'text', true],
      ['M1', 'number', true],
      ['M2', 'number', true],
      ['M3', 'number', true],
      ['M4', 'number', true],
      ['M5', 'number', true],
      ['M6', 'number', true],
      ['M7', 'number', true],
      ['M8', 'number', true],
      ['M9', 'number', true],
      ['M10', 'number', true],
      ['M11', 'number', true],
      ['M12', 'number', true],
    ],
  ),
  define(
    'PoolContributions',
    'input',
    'Contributions',
    ['Pool', 'Partner', 'Year', 'From', 'Funding', 'Source'],
    [
      ['Pool', 'text', true],
      ['Partner', 'text', true],
      ['Year', 'text', true],
      ['From', 'date'],
      [
        'Funding',
        'choice',
        'base',
        'grant',
        'in kind',
        'client income',
        'partner income',
        'other income',
        'brought forward',
      ],
      ['Source', 'text'],
      ['Recurrent', 'choice', 'yes', 'no'],
      ['Counts', 'choice', 'yes', 'no'],
      ['Amount', 'money', true],
      ['Instalments', 'choice', 'monthly', 'quarterly', 'half-yearly', 'yearly'],
    ],
  ),
  define(
    'PoolGrants',
    'input',
    'Grants and their conditions',
    ['Pool', 'Grant', 'Partner', 'Year'],
    [
      ['Pool', 'text', true],
      ['Grant', 'text', true],
      ['Partner', 'text', true],
      ['Year', 'text', true],
      ['Amount', 'money', true],
      ['Brought forward', 'money'],
      ['Lines', 'text'],
      ['Minimum', 'money'],
      ['Order', 'number'],
    ],
  ),
  define(
    'PoolForecasts',
    'input',
    'Forecasts',
    ['Period', 'Line', 'Partner', 'Basis'],
    [
      ['Period', 'period', true],
      ['Line', 'text', true],
      ['Partner', 'text', true],
      ['Basis', 'choice', 'own', 'straight line', 'remaining budget', 'commitments'],
      ['Forecast', 'money'],
      ['Reason', 'text'],
    ],
  ),
];
