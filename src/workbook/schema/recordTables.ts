/*
 * The output tables that keep the record: findings and runs.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const RECORD_TABLES: readonly TableDefinition[] = [
  define(
    'PoolFindings',
    'output',
    'Findings',
    ['Period', 'Kind', 'Where', 'Partner', 'Line', 'Reference'],
    [
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
    ],
  ),
  define(
    'PoolRuns',
    'output',
    'Runs',
    ['Run', 'Partner'],
    [
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
    ],
  ),
];
