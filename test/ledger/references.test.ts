import { normalReference, referenceHash, sameReference } from '../../src/ledger/references';

test.each([
  // why, one ledger, the other
  ['leading zeros', '00123', '123'],
  ['a prefix', 'INV00123', '123'],
  ['a prefix, a space and punctuation', 'Inv. no: 123', '123'],
  ['case', 'rch/2026/7a', 'RCH 2026-7A'],
  ['two prefixes', 'REF INV 123', '123'],
  ['a prefix in words', 'Credit note 45', 'CN45'],
  ['odd spaces', '12\u00a03', '123'],
  ['a typographic dash', '2026–07', '2026-07'],
  ['a hash sign', '#991', '991'],
  ['the number of zeros of number 0', 'INV-0000', 'inv0'],
])('%s does not count', (_why, left, right) => {
  expect(sameReference(left, right)).toBe(true);
  expect(referenceHash(left)).toBe(referenceHash(right));
  expect(normalReference(left)).toBe(normalReference(right));
});

test.each([
  ['another number', 'INV 123', 'INV 124'],
  ['number 1 after number 0', 'INV-0000', 'INV-0001'],
  ['letters that are no prefix', 'AB123', '123'],
  ['a zero in the middle', '10203', '1203'],
  ['a letter at the end', '123A', '123'],
  ['a word that begins like a prefix', 'INVICTA12', '12'],
])('%s is another document', (_why, left, right) => expect(sameReference(left, right)).toBe(false));

test.each(['', '  ', '-', '000', 'N/A', 'n/a', 'none', 'INV', 'TBC', 'various'])('%p is no reference', (text) => {
  expect(referenceHash(text)).toBe(0);
  expect(normalReference(text)).toBe('');
});
