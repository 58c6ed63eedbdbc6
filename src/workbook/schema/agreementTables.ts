/*
 * The input tables of the agreement: who the partners are, which pool a service line is in, how it is shared, its lines, and
 * what meets an overspend before it is shared.
 *
 * Source: design section 4; what a cap leaves and the order before the shares, domain brief b3. The names are a contract with
 * every workbook already made.
 */
import { OPTIONAL, type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const AGREEMENT_TABLES: readonly TableDefinition[] = [
  define(
    'PoolPartners',
    'input',
    'Partners',
    ['Partner'],
    [
      ['Partner', 'text', true],
      ['Sector', 'choice', 'council', 'NHS', 'education', 'other'],
      ['Short name', 'text', true],
      ['Known as', 'text'],
      ['Part of', 'text'],
    ],
  ),
  define(
    'PoolArrangements',
    'input',
    'Arrangements',
    ['Pool', 'From', 'Service line', 'Area'],
    [
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
    ],
  ),
  define(
    'PoolShares',
    'input',
    'Lists of shares',
    ['Pool', 'Set', 'Partner', 'From'],
    [
      ['Pool', 'text'],
      ['Set', 'text', true],
      ['Partner', 'text', true],
      ['From', 'date'],
      ['Share', 'number'],
      ['Basis', 'choice', 'fixed', 'contributions', 'equal'],
      ['Cap', 'money'],
      ['Excess', 'choice', OPTIONAL, 'referred upward', 'shared by the others'],
    ],
  ),
  define(
    'PoolLines',
    'input',
    'Budget lines',
    ['Line', 'From'],
    [
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
    ],
  ),
  define(
    'PoolWaterfall',
    'input',
    'What meets an overspend first',
    ['Pool', 'From', 'Line'],
    [
      ['Pool', 'text', true],
      ['From', 'date'],
      ['Step', 'number', true],
      ['Line', 'text', true],
    ],
  ),
];
