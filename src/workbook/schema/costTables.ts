/*
 * The input tables of costs with an agreement of their own: projects and who shares them, staff, placements.
 *
 * Source: design section 4. The names are a contract with every workbook already made.
 */
import { type TableDefinition, define } from './define';

/** The tables, in the order they are listed. */
export const COST_TABLES: readonly TableDefinition[] = [
  define(
    'PoolProjects',
    'input',
    'Projects and their costs',
    ['Project', 'Year', 'Item'],
    [
      ['Project', 'text', true],
      ['Pool', 'text'],
      ['Year', 'text', true],
      ['Item', 'text', true],
      ['Annual cost', 'money', true],
      ['Start', 'date'],
      ['End', 'date'],
      ['Paid by', 'text'],
      ['Cap', 'money'],
    ],
  ),
  define(
    'PoolProjectShares',
    'input',
    'Who shares each project',
    ['Project', 'Partner'],
    [
      ['Project', 'text', true],
      ['Partner', 'text', true],
      ['Treatment', 'choice', true, 'equal', 'fixed', 'none'],
      ['Amount', 'money'],
    ],
  ),
  define(
    'PoolStaff',
    'input',
    'Joint and seconded staff',
    // Not who employs or funds it: a formula finds a post's row by these three, whatever is typed over the others.
    ['Line', 'Post', 'From'],
    [
      ['Line', 'text', true],
      ['Post', 'text', true],
      ['Heads', 'number'],
      ['WTE', 'number', true],
      ['Rate', 'money', true],
      ['From', 'date'],
      ['To', 'date'],
      ['Employer', 'text', true],
      ['Funder', 'text', true],
      ['Profession', 'text'],
    ],
  ),
  define(
    'PoolPlacements',
    'input',
    'Placements, case by case',
    ['Case', 'Line', 'From'],
    [
      ['Case', 'text', true],
      ['Line', 'text', true],
      ['Rate', 'money', true],
      ['Per', 'choice', true, 'day', 'week', 'year', 'total'],
      ['From', 'date', true],
      ['To', 'date'],
      ['Client income', 'money'],
      ['Paid by', 'text', true],
    ],
    { after: 'Paid by', kind: 'number' },
  ),
];
