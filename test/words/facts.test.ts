/* A finding's fields as words. */
import { describeFinding } from '../../src/words/findings';
import { Facts } from '../../src/words/phrase';

test.each([
  ['a month is named, because 2008-09 reads as a year', '2008-09', 'September 2008'],
  ['what is no month stays as it is', '2008/09', '2008/09'],
])('%s', (_why, period, words) => {
  expect(new Facts({ kind: 'later rows', severity: 'info', period }).where).toBe(words);
});

test.each([
  ['only in left', 'Council has −£2,406.25 for RCH-0806, PCT has no entry: −£2,406.25 not explained.'],
  ['only in right', 'PCT has −£2,406.25 for RCH-0806, Council has no entry: −£2,406.25 not explained.'],
  ['amount difference', 'Council has −£2,406.25, PCT has −£2,406.25 for RCH-0806: −£2,406.25 not explained.'],
])('a difference between partners, %s: a side without an entry has none, which is not £0.00', (cause, words) => {
  const pence = { leftPence: -240_625, rightPence: -240_625, differencePence: -240_625 };
  const finding = { kind: 'pair difference', severity: 'warning', partner: 'Council', reference: 'RCH-0806' } as const;
  expect(describeFinding({ ...finding, ...pence, detail: { cause, other: 'PCT' } }).what).toBe(words);
});
