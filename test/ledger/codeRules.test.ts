import { prepareCodeRules } from '../../src/ledger/codeRules';
import { partnerNames } from '../../src/ledger/partnerNames';
import type { CodeRule } from '../../src/ledger/reconcileInputs';
import { wildcardTest } from '../../src/ledger/wildcard';
import { describeFinding } from '../../src/words/findings';
import { COUNCIL, line, rule, TRUST } from './builders';

const APRIL = 46113;
const JUNE = 46174;
const names = partnerNames([COUNCIL, TRUST]);
const lines = [line('Homes'), line('Day services'), line('Estates', 'excluded')];
const prepare = (rules: readonly CodeRule[]) => prepareCodeRules(rules, lines, names);
const where = (rules: readonly CodeRule[], code: string, month = '2026-06') =>
  prepare(rules)
    .map('Council', code, month)
    .targets.map(({ target, line: to, weight }) => [target, to, weight]);

test.each([
  ['a star is any text', '41*', '4100', true],
  ['a star is also no text', '41*', '41', true],
  ['a question mark is one character', '41?0', '4110', true],
  ['and never none', '41?0', '410', false],
  ['a tilde makes it plain', 'A~*', 'a*', true],
  ['a tilde makes it plain, not a wildcard', 'A~*', 'ab', false],
  ['case does not count', 'ld-HOMES', 'LD-homes', true],
  ['a dot is a dot', '4.1', '4x1', false],
  ['brackets are brackets', 'LD (new)*', 'ld (new) homes', true],
  ['the whole code must fit', '410', '4100', false],
  ['padding counts', '123', '00123', false],
  ['both parts of a pair', 'CC1;5*', 'CC1;5200', true],
  ['spaces round the semicolon do not', 'CC1 ; 5*', 'CC1;5200', true],
])('%s', (_why, pattern, code, fits) => expect(wildcardTest(pattern)(code.toLowerCase())).toBe(fits));

test('a pattern of many stars fails quickly', () => {
  const started = Date.now();
  expect(wildcardTest('*a*a*a*a*b')('a'.repeat(200))).toBe(false);
  expect(Date.now() - started).toBeLessThan(2000);
});

test('the first rule that fits wins', () => {
  const rules = [rule('Council', '4100', 'Day services'), rule('Council', '4*', 'Homes')];
  expect(where(rules, '4100')).toEqual([['line', 'Day services', 1]]);
  expect(where([...rules].reverse(), '4100')).toEqual([['line', 'Homes', 1]]);
});

test('rules of another partner do not count', () => {
  expect(where([rule('Trust', '4*', 'Homes')], '4100')).toEqual([['unmapped', '', 1]]);
});

test('a partner may be named by its short name', () => {
  expect(where([rule('cc', '4*', 'Homes')], '4100')).toEqual([['line', 'Homes', 1]]);
});

test('the latest From in force counts, by month', () => {
  const rules = [
    rule('Council', '4*', 'Homes'),
    rule('Council', '4*', 'Day services', null, JUNE),
    rule('Council', '4*', 'Estates', null, APRIL),
  ];
  expect(where(rules, '4100', '2026-03')).toEqual([['line', 'Homes', 1]]);
  expect(where(rules, '4100', '2026-05')).toEqual([['excluded', 'Estates', 1]]);
  expect(where(rules, '4100', '2026-06')).toEqual([['line', 'Day services', 1]]);
});

test('of two Froms within a month the later day counts, for the whole month', () => {
  const rules = [rule('Council', '4*', 'Homes', null, JUNE + 14), rule('Council', '4*', 'Day services', null, JUNE)];
  expect(where(rules, '4100', '2026-06')).toEqual([['line', 'Homes', 1]]);
  expect(where(rules, '4100', '2026-05')).toEqual([['unmapped', '', 1]]);
});

test('a rule not yet in force lets the next one that fits win', () => {
  const rules = [rule('Council', '4100', 'Day services', null, JUNE), rule('Council', '4*', 'Homes')];
  expect(where(rules, '4100', '2026-05')).toEqual([['line', 'Homes', 1]]);
});

test.each([
  ['60 and 40', 60, 40],
  ['0.6 and 0.4', 0.6, 0.4],
  ['thirds', 1 / 3, 2 / 3],
])('rows with the same Code and From share it: %s', (_why, first, second) => {
  const rules = [rule('Council', '4*', 'Homes', first), rule('Council', '4*', 'Day services', second)];
  expect(where(rules, '4100')).toEqual([['line', 'Homes', first], ['line', 'Day services', second]]); // prettier-ignore
});

test.each([
  ['99%', 60, 39],
  ['a blank beside a percentage', 60, null],
  ['a negative part', 110, -10],
])('parts that do not total 100%% leave the code unmapped: %s', (_why, first, second) => {
  const ready = prepare([rule('Council', '4*', 'Homes', first), rule('Council', '4*', 'Day services', second)]);
  expect(ready.map('Council', '4100', '2026-06').targets).toEqual([{ target: 'unmapped', line: '', weight: 1 }]);
  expect(ready.findings.map(({ kind }) => kind)).toEqual(['percent not 100']);
});

test.each([
  ['fractions', 0.6, 0.3, 90],
  ['fractions that binary cannot hold', 0.1, 0.2, 30],
  ['percentages', 60, 39, 99],
  ['the whole twice', 1, 1, 200],
  ['a fraction and a blank', 0.6, null, 60],
])('what parts come to is told in per cent: %s', (_why, first, second, percent) => {
  const { findings } = prepare([rule('Council', '4*', 'Homes', first), rule('Council', '4*', 'Day services', second)]);
  expect(findings).toMatchObject([{ kind: 'percent not 100', detail: { code: '4*', percent } }]);
});

test('a code that stands twice without percentages is told as that, with both rows', () => {
  const at = (row: number) => ({ ...rule('Council', '41', 'Homes'), place: { sheet: 'Pool codes', row, column: 1 } });
  const ready = prepare([at(5), at(8)]);
  expect(ready.map('Council', '41', '2026-06').targets).toMatchObject([{ target: 'unmapped' }]);
  expect(ready.findings).toMatchObject([
    { kind: 'code twice', severity: 'error', place: { row: 8 }, detail: { code: '41', row: 6 } },
  ]);
  expect(describeFinding(ready.findings[0]!).what).toMatch(/the code “41” twice .* the other is row 6\./);
});

test.each(['excluded', 'Recharge', 'CONTRIBUTION'])('%s is a word, not a line', (word) => {
  expect(where([rule('Council', '9*', word)], '9000')).toEqual([[word.toLowerCase(), '', 1]]);
});

test('only recharge and contribution make a row one between partners', () => {
  const ready = prepare([
    rule('Council', '9', 'recharge'),
    rule('Council', '8', 'contribution'),
    rule('Council', '7', 'excluded'),
    rule('Council', '6', 'Homes'),
  ]);
  const between = ['9', '8', '7', '6', '5'].map((code) => ready.map('Council', code, '2026-06').isBetween);
  expect(between).toEqual([true, true, false, false, false]);
});

test('a line that PoolLines does not have is an error, and its rows stay unmapped', () => {
  const ready = prepare([rule('Council', '4*', 'Hmoes')]);
  expect(ready.findings).toEqual([
    expect.objectContaining({ kind: 'line unknown', detail: { code: '4*', target: 'Hmoes' } }),
  ]);
  expect(ready.map('Council', '4100', '2026-06').targets[0]?.target).toBe('unmapped');
});

test('an unknown partner in PoolCodes is an error', () => {
  expect(prepare([rule('Countil', '4*', 'Homes')]).findings.map(({ kind }) => kind)).toEqual(['partner unknown']);
});

test('a row without a code is never mapped, not even by a star', () => {
  expect(where([rule('Council', '*', 'Homes')], '')).toEqual([['unmapped', '', 1]]);
});

describe('names of partners', () => {
  test.each([
    ['its name', 'Council', 'Council'],
    ['its short name', 'nhst', 'Trust'],
    ['a spelling', 'City  Council', 'Council'],
    ['a supplier number', '90001', 'Council'],
    ['a part of a name is somebody else', 'Council Tax', undefined],
    ['nobody', '', undefined],
  ])('%s', (_why, name, partner) => expect(names.find(name)).toBe(partner));

  test('a spelling two partners claim is an error and stays with the first', () => {
    const twice = partnerNames([COUNCIL, { ...TRUST, knownAs: 'CC' }]);
    expect(twice.findings.map(({ kind }) => kind)).toEqual(['partner name twice']);
    expect(twice.find('CC')).toBe('Council');
  });

  test('a spelling with a comma in it is known as a whole', () => {
    const { find } = partnerNames([{ ...COUNCIL, knownAs: 'Derby City Council, Adults' }]);
    expect(find('Derby City Council, Adults')).toBe('Council');
  });
});
