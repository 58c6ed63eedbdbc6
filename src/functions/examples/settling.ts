/*
 * Examples of the POOL functions about variances, settlement and payments, and of POOL.RECONCILE, worked by hand.
 */
import { gives, refuses, type Example } from './example';

/** Examples of the functions about variances, settlement and payments. */
export const SETTLING_EXAMPLES: readonly Example[] = [
  gives('RISKSHARE', 'an overspend by weight', [1000, [[50, 30, 20]]], [[500, 300, 200]]),
  gives(
    'RISKSHARE',
    'a cap on the first partner: the part above it is referred upward',
    [1000, [[50, 30, 20]], [[300, 0, 0]]],
    [[300, 300, 200, 200]],
  ),
  gives(
    'RISKSHARE',
    'the part above a cap goes to those below theirs, until they too are full',
    [1000, [[50], [30], [20]], [[300], [400], [0]], true],
    [[300], [400], [300], [0]],
  ),
  gives(
    'RISKSHARE',
    'when every partner is at its cap the rest is referred',
    [1000, [[50, 30, 20]], [[300, 200, 100]], true],
    [[300, 200, 100, 400]],
  ),
  gives('RISKSHARE', 'caps do not bind an underspend', [-1000, [[50, 30, 20]], [[300, 0, 0]]], [[-500, -300, -200, 0]]),
  refuses(
    'RISKSHARE',
    'caps for fewer partners than weights',
    [1000, [[50, 30, 20]], [[300, 400]]],
    '#VALUE!',
    'Caps: it has 2 cells and Weights has 3. Select the same number of cells in both.',
  ),
  refuses(
    'RISKSHARE',
    'a negative cap',
    [1000, [[50, 50]], [[-1, 0]]],
    '#VALUE!',
    'Caps, column 1: -1 is negative. A cap is the most a partner bears of an overspend: type an amount, or 0 for no cap.',
  ),

  gives('WATERFALL', 'what three sources meet, in order', [900, [[500], [300]]], [[500], [300], [100]]),
  gives('WATERFALL', 'the second source is only partly used', [600, [[500, 300]]], [[500, 100, 0]]),
  gives('WATERFALL', 'an underspend draws nothing', [-200, [[500], [300]]], [[0], [0], [-200]]),
  refuses(
    'WATERFALL',
    'a source below nothing',
    [900, [[500], [-300]]],
    '#VALUE!',
    'Available, row 2: -300 is negative. A step cannot hold less than nothing. Type what is available there, or 0.',
  ),

  gives(
    'BETTERMENT',
    'one partner keeps the whole gain',
    [
      [[600], [400]],
      [[500], [400]],
    ],
    [[50], [-50]],
  ),
  gives(
    'BETTERMENT',
    'nobody bettered: the gain is shared as agreed',
    [
      [[600], [400]],
      [[540], [360]],
      [[6], [4]],
    ],
    [[0], [0]],
  ),
  gives(
    'BETTERMENT',
    'a cost of the change shared equally, the odd penny to the first',
    [[[10, 10]], [[10.01, 10]]],
    [[0, 0]],
  ),
  refuses(
    'BETTERMENT',
    'more partners before than after',
    [
      [[600], [400], [100]],
      [[500], [400]],
    ],
    '#VALUE!',
    'After: it has 2 cells and Before has 3. Select the same number of cells in both.',
  ),

  gives(
    'SETTLE',
    'who pays, who gets back, and the balance of the pool',
    [
      [[600], [400]],
      [[700], [250]],
    ],
    [[-100], [150], [50]],
  ),
  gives(
    'SETTLE',
    'a partner that has paid nothing yet',
    [
      [[600], [400]],
      [[600], [null]],
    ],
    [[0], [400], [400]],
  ),
  gives('SETTLE', 'binary dust moves no penny', [[[0.3]], [[0.1 + 0.2]]], [[0], [0]]),
  refuses(
    'SETTLE',
    'text among the payments',
    [
      [[600], [400]],
      [[600], ['n/a']],
    ],
    '#VALUE!',
    'Paid, row 2: "n/a" is text, not a number. Retype it as a number.',
  ),

  gives(
    'TRANSFERS',
    'the fewest plain payments',
    [
      [['Council'], ['PCT'], ['Trust']],
      [[70], [-50], [-20]],
    ],
    [
      ['Council', 'PCT', 50],
      ['Council', 'Trust', 20],
    ],
  ),
  gives(
    'TRANSFERS',
    'every payment through the host, whatever its own balance',
    [[['Council'], ['PCT'], ['Trust']], [[70], [-50], [-20]], 'pct'],
    [
      ['Council', 'PCT', 70],
      ['PCT', 'Trust', 20],
    ],
  ),
  gives(
    'TRANSFERS',
    'nothing to pay',
    [
      [['Council'], ['PCT']],
      [[0], [0]],
    ],
    [['', '', 0]],
  ),
  refuses(
    'TRANSFERS',
    'balances that leave a penny over',
    [
      [['Council'], ['PCT']],
      [[70], [-69.99]],
    ],
    '#VALUE!',
    "Balances: the balances total 0.01, not 0, so payments cannot clear them. Include the pool's own balance as a row, or correct a balance.",
  ),
  refuses(
    'TRANSFERS',
    'a host that is no partner',
    [[['Council'], ['PCT']], [[70], [-70]], 'ICB'],
    '#VALUE!',
    'Host: "ICB" is not one of the partners. Type the name as it stands in the list of partners.',
  ),

  gives(
    'RECONCILE',
    'one reference with two amounts, and one that only the right list has',
    [
      [['A1'], ['A2']],
      [[500], [80]],
      [['a-1'], ['A2'], ['B7']],
      [[450], [80], [12.5]],
    ],
    [
      ['Kind', 'Left row', 'Right row', 'Reference', 'Left', 'Right', 'Difference'],
      ['amount difference', 1, 1, 'A1', 500, 450, 50],
      ['only in right', '', 3, 'B7', '', 12.5, -12.5],
    ],
  ),
  gives(
    'RECONCILE',
    'one amount against two that total it, under one reference, agree',
    [[['INV 7']], [[100]], [['0007'], ['7']], [[60], [40]]],
    [['Kind', 'Left row', 'Right row', 'Reference', 'Left', 'Right', 'Difference']],
  ),
  gives(
    'RECONCILE',
    'a penny within the tolerance, and a sign the wrong way round',
    [[['R1'], ['R2']], [[10.01], [25]], [['R1'], ['R2']], [[10], [-25]], 0.01],
    [
      ['Kind', 'Left row', 'Right row', 'Reference', 'Left', 'Right', 'Difference'],
      ['within tolerance', 1, 1, 'R1', 10.01, 10, 0.01],
      ['sign error', 2, 2, 'R2', 25, -25, 50],
    ],
  ),
  refuses(
    'RECONCILE',
    'a negative tolerance',
    [[['A1']], [[500]], [['A1']], [[450]], -1],
    '#VALUE!',
    'Tolerance: -1 is negative. Type a tolerance of 0 or more.',
  ),
];
