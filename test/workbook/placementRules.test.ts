/* A column of PoolPlacements that is nobody's, where a partner has none. */
import { placementFindings } from '../../src/workbook/placementRules';
import { describeFinding } from '../../src/words/findings';
import { type Row, readings } from './readings';

const PARTNERS: readonly Row[] = [
  { Partner: 'Ashford Council', 'Short name': 'Council' },
  { Partner: 'Westmere ICB', 'Short name': 'ICB' },
];
const CASE: Row = { Case: 'P1', Line: 'Homes', Rate: 1, Per: 'day', From: 46113, 'Paid by': 'Ashford Council' };
const found = (more: Row) =>
  placementFindings(readings({ PoolPartners: PARTNERS, PoolPlacements: [{ ...CASE, ...more }] }));

test('the column is named with the cell of its heading', () => {
  const [finding, ...others] = found({ Council: 50, Trust: 50 });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    kind: 'partner without column',
    severity: 'warning',
    partner: 'Westmere ICB',
    place: { sheet: 'Pool placements', row: 4, column: 9 },
  });
  expect(describeFinding(finding!)).toMatchObject({
    where: "'Pool placements'!J5",
    what: 'PoolPlacements has no column headed ICB, so Westmere ICB bears nothing of any case. The figures under Trust are nobody’s: no partner has that Short name.',
    whatToDo:
      'If they are its weights, give the column the heading ICB; else add a column ICB beside the other partners’, if it should bear something.',
  });
});

test.each([
  ['notes', { Council: 50, Notes: 'Review in May' }],
  ['an empty column', { Council: 50, Trust: '' }],
])('%s is the user’s own, and the partner is named alone', (_why, more: Row) => {
  const [finding] = found(more);
  expect(finding).toMatchObject({ kind: 'partner without column' });
  expect(finding?.place).toBeUndefined();
  expect(describeFinding(finding!).what).toBe(
    'PoolPlacements has no column headed ICB, so Westmere ICB bears nothing of any case.',
  );
});

test('where every partner has a column, figures of the user’s own are nothing to say', () => {
  expect(found({ Council: 50, ICB: 50, Review: 3 })).toEqual([]);
});
