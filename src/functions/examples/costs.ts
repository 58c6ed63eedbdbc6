/*
 * Examples of POOL.EQUALSHARE, POOL.PRORATA, POOL.ROLLFORWARD and POOL.SHARESON, worked by hand. Dates are Excel's day
 * numbers: 38078 is 1 April 2004, 38231 1 September 2004, 38442 31 March 2005, 38443 1 April 2005.
 */
import { gives, refuses, type Example } from './example';

const LEICESTER = [['PCTs'], ['Partnership Trust'], ['Leicestershire CC'], ['Leicester CC'], ['Rutland CC']];
const LISTS = [
  [['Council'], ['PCT'], ['Council'], ['PCT']],
  [[38078], [38078], [38443], [38443]],
  [[0.6], [0.4], [0.55], [0.45]],
];

/** Examples of the functions about costs and contributions. */
export const COSTS_EXAMPLES: readonly Example[] = [
  gives(
    'EQUALSHARE',
    'the Leicester project: Rutland pays 1,500 first, inside the cap of 20,000, and 1,000 is above it',
    [21000, LEICESTER, [['equal'], ['equal'], ['equal'], ['equal'], [1500]], 20000],
    [[4625], [4625], [4625], [4625], [1500], [1000]],
  ),
  gives(
    'EQUALSHARE',
    'the same contribution on top: the cap is raised by it',
    [21500, LEICESTER, [['equal'], ['equal'], ['equal'], ['equal'], [1500]], 21500],
    [[5000], [5000], [5000], [5000], [1500], [0]],
  ),
  gives('EQUALSHARE', 'a number of partners, the odd penny to the first', [100, 3], [[33.34], [33.33], [33.33]]),
  gives(
    'EQUALSHARE',
    'names in a row, one of which takes no part',
    [30000, [['PCT', 'Trust', 'Council']], [['equal', 'none', 'EQUAL']]],
    [[15000, 0, 15000]],
  ),
  gives('EQUALSHARE', 'an agreed efficiency is a cost below 0', [-100, 3], [[-33.34], [-33.33], [-33.33]]),
  refuses(
    'EQUALSHARE',
    'fixed amounts above the sum to share',
    [1000, [['Council'], ['PCT']], [['equal'], [1500]]],
    '#VALUE!',
    'Terms: the fixed amounts total 1,500 and the sum to share is 1,000: 500 too much. Lower a fixed amount, or raise the cost or the cap.',
  ),
  refuses(
    'EQUALSHARE',
    'a partner without a term',
    [1000, [['Council'], ['PCT']], [['equal'], [0]]],
    '#N/A',
    'Terms, row 2: a partner has no term. Type equal, none, or the amount it pays first.',
  ),

  gives('PRORATA', 'a post at 30,000 a year from 1 September: 212 of 365 days', [30000, 38231, 38442], 17424.66),
  gives('PRORATA', 'the same by whole months: 7 of 12', [30000, 38231, 38442, null, 'months'], 17500),
  gives(
    'PRORATA',
    'from 15 September: 16 of 30 days and 6 months',
    [30000, 38245, 38442, null, 'Month days'],
    16333.33,
  ),
  gives('PRORATA', 'a weekly rate for the 30 days of April', [350, 38078, 38107, null, 'weekly'], 1500),
  gives('PRORATA', 'a whole year is exactly the annual sum', [28000.01, 38078, 38442], 28000.01),
  gives('PRORATA', 'a calendar year of 366 days', [36600, 37987, 38077, 37987], 9100),
  refuses(
    'PRORATA',
    'no start',
    [30000, null, 38442],
    '#N/A',
    'Start: there is no date. Type a date, or use DATE(year, month, day).',
  ),
  refuses(
    'PRORATA',
    'a date stored as text',
    [30000, '01/09/2004', 38442],
    '#VALUE!',
    'Start: "01/09/2004" is text, not a date. Retype it as a date, or use DATE(year, month, day).',
  ),
  refuses(
    'PRORATA',
    'dates in two financial years',
    [30000, 38231, 38443],
    '#VALUE!',
    'End: 1 April 2005 is outside the financial year of the start, 1 April 2004 to 31 March 2005. Use one formula for each year.',
  ),

  gives('ROLLFORWARD', 'base, recurrent change, uplift and efficiency', [100000, 2000, 0.0566, 0, 1500], 106273.2),
  gives('ROLLFORWARD', 'only the base', [5000000], 5000000),
  gives('ROLLFORWARD', 'rounded once, at the end', [0.005, 0.004, 0, 0.001], 0.01),
  refuses(
    'ROLLFORWARD',
    'a per cent typed as a number',
    [100000, 0, 5.66],
    '#VALUE!',
    'Uplift: 5.66 would be 566%. Type a per cent between -100% and 100%, such as 2.5% or 0.025.',
  ),

  gives('SHARESON', 'the last day of the first list', [38442, ...LISTS], [[0.6], [0.4]]),
  gives('SHARESON', 'the first day of the second list', [38443, ...LISTS], [[0.55], [0.45]]),
  gives(
    'SHARESON',
    'a partner that leaves stands at 0, and one that joins later is 0 before',
    [
      38078,
      [['A'], ['B'], ['B'], ['C'], ['A']],
      [[38078], [38078], [38443], [38443], [38443]],
      [[0.5], [0.5], [0.5], [0.5], [0]],
    ],
    [[0.5], [0.5], [0]],
  ),
  gives(
    'SHARESON',
    'one of two sets',
    [
      38078,
      [['A'], ['B'], ['A'], ['B']],
      [[38078], [38078], [38078], [38078]],
      [[0.5], [0.5], [0.7], [0.3]],
      [['Staff'], ['Staff'], ['Risk'], ['Risk']],
      'risk',
    ],
    [[0.7], [0.3]],
  ),
  refuses(
    'SHARESON',
    'a list that does not total 100%',
    [38078, [['Council'], ['PCT']], [[38078], [38078]], [[0.6], [0.35]]],
    '#VALUE!',
    'Shares: the list from 1 April 2004 totals 95%, not 100%: 5% is missing. Give every partner its share as a per cent, such as 60% or 0.6, and 0 to one that has left.',
  ),
  refuses(
    'SHARESON',
    'a day before the first list',
    [38077, ...LISTS],
    '#N/A',
    'Date: no list of shares is in force on 31 March 2004: the first begins on 1 April 2004. Add a list, or use a later date.',
  ),
];
