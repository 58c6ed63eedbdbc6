/*
 * What each table that the user fills in is for, in a sentence, and the groups in which they are offered. Their headings are
 * the schema's.
 */
import { tableDefinition } from '../workbook/schema';

/** What a table is for, by its name. */
const DOES: Readonly<Record<string, string>> = {
  PoolPartners: 'The bodies in the pool, each with the short name that heads its column in other tables.',
  PoolArrangements:
    'What kind of pool each is and from when: in view, aligned, shadow or pooled; its host; whether it settles.',
  PoolShares: 'Who bears which part of an over- or underspend, and up to which cap.',
  PoolLines: 'What the pool spends on: each line with its pool and who bears its risk.',
  PoolWaterfall: 'Which lines’ underspends meet an overspend before it is shared, and in what order.',
  PoolBudgets: 'Each partner’s budget for a line and year, with virements and changes.',
  PoolProfiles: 'How a year’s budget falls on its months, where that is not in twelfths.',
  PoolContributions: 'What each partner puts in for the year: cash, in kind, income and grants.',
  PoolGrants: 'Money given for a purpose: its lines, and the least that must be spent on them.',
  PoolForecasts: 'What a budget-holder expects for the whole year, where it is not to be worked out.',
  PoolSources: 'Where each partner’s ledger stands, and what its columns hold.',
  PoolCodes: 'Which code of a ledger belongs to which budget line.',
  PoolPeriods: 'How far each partner’s month is, and its total from the trial balance.',
  PoolAdjustments: 'Accruals, prepayments and corrections that are in no ledger yet.',
  PoolProjects: 'Projects, management posts and agreed savings: what each costs in a year, and its cap.',
  PoolProjectShares: 'Each partner or group that shares a project: equally, with a fixed amount, or not at all.',
  PoolStaff: 'Posts that one partner employs and another pays for.',
  PoolPlacements: 'Care funded case by case: the rate of each case, and each partner’s weight in it.',
};

/** The tables as the pane offers them: each stands in one group. */
export const TABLE_GROUPS: readonly { readonly title: string; readonly tables: readonly string[] }[] = [
  {
    title: 'Costs with an agreement of their own',
    tables: ['PoolStaff', 'PoolPlacements', 'PoolProjects', 'PoolProjectShares'],
  },
  {
    title: 'Money planned and paid in',
    tables: ['PoolContributions', 'PoolGrants', 'PoolBudgets', 'PoolProfiles', 'PoolForecasts'],
  },
  { title: 'The agreement', tables: ['PoolPartners', 'PoolArrangements', 'PoolShares', 'PoolLines', 'PoolWaterfall'] },
  { title: 'Ledgers', tables: ['PoolAdjustments', 'PoolPeriods', 'PoolSources', 'PoolCodes'] },
];

/** What a table is for; '' for one that the user does not fill in. @example tableDoes('PoolStaff') -> 'Posts that one …' */
export function tableDoes(table: string): string {
  return DOES[table] ?? '';
}

/** What a table is called. @example titleOf('PoolStaff') -> 'Joint and seconded staff' */
export function titleOf(table: string): string {
  return tableDefinition(table)?.title ?? table;
}

/**
 * Why a table can be ticked, or cannot. `partners` are those without a column in it, by Short name; `optional` the columns it
 * may have and does not.
 */
export function stateWords(state: string, partners: readonly string[], optional: readonly string[] = []): string {
  switch (state) {
    case 'there':
      return 'Already in this workbook.';
    case 'lacks columns':
      return `Already in this workbook, without a column for ${partners.join(', ')}: tick it to add one.`;
    case 'may have columns':
      return `Already in this workbook, without the column ${optional.join(', ')}: tick it to add it.`;
    case 'needs partners':
      return 'It has a column for each partner: first build the model, or add Partners and fill it in.';
    default:
      return '';
  }
}
