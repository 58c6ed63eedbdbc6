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

test('a member that its group’s own list has at 0 by then leaves nothing behind', () => {
  const before = list({ City: 0.6, 'NHS side': 0.4 });
  const after = list({ City: 0.6, PCT: 0.4 }, JUNE);
  const inner = (Trust: number, from = APRIL): readonly Row[] =>
    list({ PCT: 1 - Trust, Trust }, from, { Set: 'NHS side', Pool: '' });
  expect(names(before, after, inner(0))).toEqual([]);
  expect(names(before, after, inner(0.5), inner(0, JUNE))).toEqual([]);
  expect(names(before, after, inner(0), inner(0.5, JUNE))).toEqual(['Trust']);
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
