/* The sentences of a settlement in the pane: who pays, what stays in the pool, and whether it adds up. */
import {
  agreementTitle,
  balancesAddUp,
  balanceWords,
  keptWords,
  nothingToPay,
  referredTo,
  varianceTitle,
} from '../../src/words/settlementTotals';

test.each([
  [2_500, 'PCT pays £2,500.00.'],
  [-1_000.45, 'PCT is paid £1,000.45.'],
  [0, 'PCT has nothing to pay or receive.'],
])('a balance of %p', (toSettle, words) => {
  expect(balanceWords('PCT', toSettle)).toBe(words);
});

test('those with nothing to pay or receive stand in one line', () => {
  expect(nothingToPay(['PCT', 'Trust'])).toBe('PCT, Trust have nothing to pay or receive.');
});

test.each([
  ['an underspend with its host', 1_499.55, 'City', '£1,499.55 stays in the pool, held by City.'],
  ['without a host', 1_499.55, '', '£1,499.55 stays in the pool.'],
  ['the pool is short', -0.01, 'City', 'The pool is owed £0.01, borne for now by City.'],
])('what is kept: %s', (_why, kept, host, words) => {
  expect(keptWords(kept, host)).toBe(words);
});

test.each([
  [0, 0, 'These balances total exactly nothing.'],
  [0, 1_499.55, 'These balances and what stays in the pool total exactly nothing.'],
  [0.01, 0, 'These balances are £0.01 away from nothing: nobody pays or is owed that.'],
])('a check of %p with %p kept', (check, kept, words) => {
  expect(balancesAddUp(check, kept)).toBe(words);
});

test.each([
  ['the pool’s own figures', 'LD', 'pool', 'City', 'LD (host City)'],
  ['capital, never added to revenue', 'LD', 'pool capital', 'City', 'LD: capital (host City)'],
  ['posts', 'LD', 'staff', '', 'LD: joint and seconded posts'],
  ['a project of no pool', '', 'Integration project', '', 'Integration project'],
  ['cash of a host with several pools', '', 'contributions to City', 'City', 'contributions to City'],
])('the title of %s', (_why, pool, settlesFor, host, title) => {
  expect(agreementTitle(pool, settlesFor, host)).toBe(title);
});

test('a variance says over or under, and what no cap covers says with whom it stays', () => {
  expect(varianceTitle('Homes', 5_000.55)).toBe('Homes: £5,000.55 over');
  expect(varianceTitle('Homes', -0.5)).toBe('Homes: £0.50 under');
  expect(referredTo('City')).toContain('stays with City.');
  expect(referredTo('')).toContain('those whose ledgers the spending is in');
});
