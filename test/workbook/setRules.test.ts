/* Lists of shares: a group beside its own member, shares that cannot be read, names that are nobody's. */
import { serialOf } from '../../src/money/calendar';
import { inputFindings } from '../../src/workbook/inputRules';
import { listFindings } from '../../src/workbook/listRules';
import { setFindings } from '../../src/workbook/setRules';
import { describeFinding } from '../../src/words/findings';
import { type Row, readings, shareList } from './readings';

const APRIL = serialOf({ year: 2026, month: 4, day: 1 });
const JUNE = serialOf({ year: 2026, month: 6, day: 1 });
const PARTNERS: readonly Row[] = [
  { Partner: 'C', 'Short name': 'C' },
  { Partner: 'I', 'Short name': 'I', 'Part of': 'G' },
  { Partner: 'B', 'Short name': 'B', 'Part of': 'g' },
];
const list = (shares: Row, more: Row = {}): readonly Row[] => shareList(shares, { Set: 'Main', From: APRIL, ...more });
const found = (...lists: readonly (readonly Row[])[]) => {
  const tables = readings({ PoolPartners: PARTNERS, PoolShares: lists.flat() });
  const ofCells = tables.get('PoolShares')?.findings ?? [];
  return [...ofCells, ...inputFindings(tables), ...setFindings(tables), ...listFindings(tables)];
};

describe('a group and its own member in one list', () => {
  test('is told at the member, with both shares', () => {
    const [first, ...more] = found(list({ C: 0.5, G: 0.3, B: 0.2 }));
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      kind: 'set with group and member',
      severity: 'error',
      partner: 'B',
      place: { sheet: 'Pool shares', row: 7, column: 2 },
    });
    expect(describeFinding(first!).what).toBe(
      'B would bear its part twice by the list of the Set “Main” from 01/04/2026: by itself (20%), and as part of g (30%).',
    );
  });

  test('is told of a list that shares equally, without shares', () => {
    const [first, ...more] = found(list({ C: '', G: '', I: '' }, { Basis: 'equal' }));
    expect(more).toEqual([]);
    expect(describeFinding(first!).what).toMatch(/by itself, and as part of G\.$/);
  });

  test.each([
    ['a member that has left', [list({ C: 0.5, G: 0.5, B: 0 })]],
    ['a group that has left', [list({ C: 0.5, G: 0, B: 0.3, I: 0.2 })]],
    ['the members in a later list', [list({ C: 0.5, G: 0.5 }), list({ C: 0.5, I: 0.3, B: 0.2 }, { From: JUNE })]],
    ['the members in another Set', [list({ C: 0.5, G: 0.5 }), list({ I: 0.6, B: 0.4 }, { Set: 'Other' })]],
    ['the list of the group itself', [list({ C: 0.5, G: 0.5 }), list({ I: 0.6, B: 0.4 }, { Set: 'G', Pool: '' })]],
  ])('%s is no fault', (_why, lists) => expect(found(...lists)).toEqual([]));
});

test.each(['20%', '20 per cent'])('a share typed as the text %s is told once, and nothing of the total', (text) => {
  expect(found(list({ C: 0.5, I: 0.3, B: text }))).toMatchObject([
    { kind: 'cell not number', place: { row: 7, column: 4 } },
  ]);
});

test('a blank share beside one that cannot be read is told too', () => {
  const kinds = found(list({ C: 0.5, I: '', B: '20%' })).map(({ kind, place }) => [kind, place?.row]);
  expect(kinds).toEqual([
    ['cell not number', 7],
    ['share not usable', 6],
  ]);
});

describe('a partner that is misspelt', () => {
  test('is told once, and nobody is said to be left out of the next list', () => {
    const lists = [list({ C: 0.5, I: 0.5 }), list({ C: 0.5, Ii: 0.5 }, { From: JUNE })];
    expect(found(...lists)).toMatchObject([{ kind: 'partner not listed', place: { row: 8 } }]);
    const earlier = [list({ C: 0.5, Ii: 0.5 }), list({ C: 0.5, I: 0.5 }, { From: JUNE })];
    expect(found(...earlier)).toMatchObject([{ kind: 'partner not listed', place: { row: 6 } }]);
    // Without the slip a partner who is not there is still told.
    const without = [list({ C: 0.5, I: 0.5 }), list({ C: 1 }, { From: JUNE })];
    expect(found(...without).map(({ kind }) => kind)).toEqual(['sharer left out']);
  });

  test('in the list of a group is no member left out and no other partner', () => {
    expect(found(list({ I: 0.5, Bb: 0.5 }, { Set: 'G' }))).toMatchObject([{ kind: 'partner not listed' }]);
    const kinds = found(list({ I: 0.5, C: 0.5 }, { Set: 'G' })).map(({ kind }) => kind);
    expect(kinds).toEqual(['set without member', 'set with other partner']);
  });

  test('is not a contributor left out of a list by contributions', () => {
    const paid = ['C', 'I'].map((Partner) => ({ Pool: 'Care', Partner, Year: '2026/27', Amount: 100 }));
    const kinds = (Partner: string): readonly string[] => {
      const rows = ['C', Partner].map((name) => ({ Pool: 'Care', Set: 'Main', Partner: name, Basis: 'contributions' }));
      const tables = readings({ PoolPartners: PARTNERS, PoolShares: rows, PoolContributions: paid });
      return [...inputFindings(tables), ...setFindings(tables)].map(({ kind }) => kind);
    };
    expect(kinds('Ii')).toEqual(['partner not listed']);
    expect(kinds('B')).toEqual(['contributor not in set', 'sharer without contribution']);
    expect(kinds('I')).toEqual([]);
  });
});

describe('a cap of 0', () => {
  test('is refused at its cell, alone, whatever Excess says beside it', () => {
    const capped = list({ C: 0.5 }, { Cap: 0, Excess: 'referred upward' });
    const [first, ...more] = found([...capped, ...list({ I: 0.5 })]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      kind: 'cap of nought',
      severity: 'error',
      partner: 'C',
      place: { row: 5, column: 6 },
    });
    expect(describeFinding(first!).what).toContain('Cap of C in the Set “Main” is 0, which is no cap');
  });

  test('of a partner that has left is no fault: it bears nothing', () => {
    const rows = [...list({ C: 1 }), ...list({ I: 0 }, { Cap: 0 })];
    expect(found(rows)).toEqual([]);
  });

  test('a blank one is no cap and no fault', () => {
    expect(found(list({ C: 0.5, I: 0.5 }, { Cap: '' }))).toEqual([]);
  });
});

describe('a list for all pools and one of the pool’s own, of one Set', () => {
  test('is told once at the own list, with the row of the other, whichever begins first', () => {
    const kinds = found(list({ C: 0.5, B: 0.5 }, { Pool: '', From: JUNE }), list({ C: 0.6, I: 0.4 }));
    expect(kinds.map(({ kind, place }) => [kind, place?.row])).toEqual([['set for all and own', 7]]);
    expect(describeFinding(kinds[0]!).what).toContain('row 6 begins one of the same name for all pools');
  });

  test('another Set, or other pools, are no fault', () => {
    expect(found(list({ C: 0.5, B: 0.5 }, { Pool: '', Set: 'All' }), list({ C: 0.6, I: 0.4 }))).toEqual([]);
    expect(found(list({ C: 0.5, B: 0.5 }, { Pool: 'North' }), list({ C: 0.6, I: 0.4 }))).toEqual([]);
  });

  test('a group’s Set must have its name, so it is told only where a line shares by the Set itself', () => {
    const inside = { Set: 'G', From: JUNE };
    const shares = [...list({ I: 0.6, B: 0.4 }, { ...inside, Pool: '' }), ...list({ I: 0.5, B: 0.5 }, inside)];
    const kinds = (rule: string): readonly string[] =>
      setFindings(readings({ PoolPartners: PARTNERS, PoolShares: shares, PoolLines: [{ Line: 'Homes', 'Risk rule': rule }] })) // prettier-ignore
        .map(({ kind }) => kind);
    expect(kinds('Main')).toEqual([]);
    expect(kinds('g')).toEqual(['set for all and own']);
  });
});
