/* The line under a partner's totals: do they make the ledger total, to the penny. */
import { gapPence, recordsOf } from '../../src/words/totalFigures';
import { addsUpWords, controlWords, poundsWords } from '../../src/words/pane';

const figures = { inPool: 0.1, excluded: 0.2, betweenPartners: -5, unmapped: 0, adjustments: 0 };

test.each([
  ['0.10 + 0.20 − 5.00 is −4.70, whatever doubles say', -4.7, 0],
  ['a penny short', -4.69, 1],
  ['a penny over', -4.71, -1],
])('%s', (_why, ledgerTotal, gap) => {
  expect(gapPence({ ...figures, ledgerTotal })).toBe(gap);
});

test('both answers are said', () => {
  expect(addsUpWords(0)).toBe('These add up to the ledger total exactly.');
  expect(addsUpWords(1)).toContain('£0.01');
});

test.each([
  [undefined, undefined, 'No control total yet'],
  [10, 0, 'Agrees with the control total £10.00'],
  [10, -0.5, 'a difference of −£0.50'],
])('control total %p, difference %p', (total, difference, words) => {
  expect(controlWords(total, difference)).toContain(words);
});

test('amounts have thousands and a real minus', () => {
  expect(poundsWords(-1234.5)).toBe('−£1,234.50');
});

test('what is no list of objects is no figures', () => {
  expect(recordsOf(undefined)).toEqual([]);
  expect(recordsOf([null, 3, { partner: 'PCT' }])).toEqual([{ partner: 'PCT' }]);
});
