/* Who had a share in a list and is not in the next one of the same Set. */
import { serialOf } from '../../src/money/calendar';
import { leaverFindings } from '../../src/workbook/leaverRules';
import { listsOf } from '../../src/workbook/setRules';
import { describeFinding } from '../../src/words/findings';
import { type Row, readings, shareList } from './readings';

const APRIL = serialOf({ year: 2026, month: 4, day: 1 });
const JUNE = serialOf({ year: 2026, month: 6, day: 1 });
const PARTNERS: readonly Row[] = [
  { Partner: 'City', 'Short name': 'City' },
  { Partner: 'PCT', 'Short name': 'PCT', 'Part of': 'NHS side' },
  { Partner: 'Trust', 'Short name': 'Trust', 'Part of': 'nhs side' },
];
const list = (shares: Row, From = APRIL, more: Row = {}): readonly Row[] =>
  shareList(shares, { Set: 'Risk', From, ...more });

function found(...lists: readonly (readonly Row[])[]) {
  const tables = readings({ PoolPartners: PARTNERS, PoolShares: lists.flat() });
  return leaverFindings(listsOf(tables.get('PoolShares')?.rows ?? []), tables.get('PoolPartners')?.rows ?? []);
}
const names = (...lists: readonly (readonly Row[])[]) => found(...lists).map(({ partner }) => partner);

test('a group of which only one member is in the next list: the other is named, as part of it', () => {
  const [first, ...more] = found(list({ City: 0.6, 'NHS side': 0.4 }), list({ City: 0.6, PCT: 0.4 }, JUNE));
  expect(more).toEqual([]);
  expect(first).toMatchObject({ kind: 'sharer left out', partner: 'Trust', place: { row: 7 } });
  expect(describeFinding(first!).what).toBe(
    'Trust has a share as part of NHS side in the list of the Set “Risk” from 01/04/2026, and does not stand in the one from 01/06/2026: it bears nothing from then on.',
  );
});

test.each<[why: string, later: Row, expected: readonly string[]]>([
  ['the group itself', { City: 0.6, 'NHS side': 0.4 }, []],
  ['each of its members', { City: 0.6, PCT: 0.3, Trust: 0.1 }, []],
  ['a member that has left', { City: 0.6, PCT: 0.4, Trust: 0 }, []],
  ['nobody of the group, which is named once', { City: 1 }, ['NHS side']],
])('after a group the next list has %s', (_why, later, expected) => {
  expect(names(list({ City: 0.6, 'NHS side': 0.4 }), list(later, JUNE))).toEqual(expected);
});

describe('a member with 0 in the group’s own list bore nothing that it could leave', () => {
  const MAY = serialOf({ year: 2026, month: 5, day: 1 });
  const side = (PCT: number, From: number, Pool: string): readonly Row[] =>
    shareList({ PCT, Trust: 1 - PCT }, { Set: 'NHS side', From, Pool });
  const byContributions = shareList(
    { PCT: '', Trust: '' },
    { Set: 'NHS side', From: APRIL, Pool: 'Care', Basis: 'contributions' },
  );
  test.each<[why: string, ofGroup: readonly (readonly Row[])[], expected: readonly string[]]>([
    ['0 in the pool’s own list', [side(1, APRIL, 'Care')], []],
    ['0 in the list for all pools', [side(1, APRIL, '')], []],
    ['0 since May, when the next list begins in June', [side(0.5, APRIL, 'Care'), side(1, MAY, 'Care')], []],
    ['0 from the day of the next list: it is said to have left', [side(0.5, APRIL, 'Care'), side(1, JUNE, 'Care')], []],
    ['a part all the time', [side(0.5, APRIL, 'Care')], ['Trust']],
    ['0 until May', [side(1, APRIL, 'Care'), side(0.5, MAY, 'Care')], ['Trust']],
    ['0 for all pools from May, and half by the pool’s own', [side(1, MAY, ''), side(0.5, APRIL, 'Care')], ['Trust']],
    ['0 in another pool', [side(1, APRIL, 'North')], ['Trust']],
    ['a part by contributions, whose shares are blank', [byContributions], ['Trust']],
  ])('%s', (_why, ofGroup, expected) => {
    const lists = [list({ City: 0.6, 'NHS side': 0.4 }), list({ City: 0.6, PCT: 0.4 }, JUNE)];
    expect(names(...lists, ...ofGroup)).toEqual(expected);
  });
});

test('a member is in the next list through its group', () => {
  expect(names(list({ City: 0.6, PCT: 0.4 }), list({ City: 0.6, 'NHS side': 0.4 }, JUNE))).toEqual([]);
});

test('only lists of one pool and Set follow each other, by their days and not by their rows', () => {
  const july = serialOf({ year: 2026, month: 7, day: 1 });
  const all = list({ City: 0.5, Trust: 0.5 }, APRIL, { Pool: '' });
  expect(names(all, list({ City: 1 }, JUNE), list({ City: 1 }, JUNE, { Pool: 'North' }))).toEqual([]);
  expect(names(list({ City: 1 }, july), list({ City: 1 }), list({ City: 0.5, Trust: 0.5 }, JUNE))).toEqual(['Trust']);
});

test('8,000 lists are compared at once: each with the one before, and not with all of them', () => {
  const lists = [APRIL, JUNE].flatMap((from) =>
    Array.from({ length: 4_000 }, (_none, at) => list({ City: 0.6, PCT: 0.4 }, from, { Set: `Risk ${at}` })),
  );
  const tables = readings({ PoolPartners: PARTNERS, PoolShares: lists.flat() });
  const read = listsOf(tables.get('PoolShares')?.rows ?? []);
  const began = performance.now();
  expect(leaverFindings(read, tables.get('PoolPartners')?.rows ?? [])).toEqual([]);
  // In order it takes some 0.1 s; when each searched all lists before it, some 8.
  expect(performance.now() - began).toBeLessThan(1_500);
});
