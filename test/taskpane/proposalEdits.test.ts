/* The corrections of a proposal: what is asked for changes, everything else and the old proposal stay. */
import { rowCount, withCell, withKeep, withNewRow } from '../../src/taskpane/proposalEdits';
import { proposalOf, proposed } from './support';

const before = proposalOf('PoolCodes', proposed({ Code: '00123' }), proposed({ Code: 'LD*' }));

test('one cell of one row is replaced', () => {
  const after = withCell(before, 'PoolCodes', 1, 'Line', 'Day services');
  expect(after.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
    { Code: '00123' },
    { Code: 'LD*', Line: 'Day services' },
  ]);
});

test('several rows are left out together', () => {
  expect(withKeep(before, 'PoolCodes', [0, 1], false).tables[0]?.rows.map(({ keep }) => keep)).toEqual([false, false]);
});

test('a new row comes last, empty and kept', () => {
  const after = withNewRow(before, 'PoolCodes', 'Added by you.');
  expect(after.tables[0]?.rows[2]).toEqual(proposed({}, { why: 'Added by you.' }));
  expect(rowCount(after, 'PoolCodes')).toBe(3);
});

test('a table that is not in the proposal has no rows and gets none', () => {
  expect(rowCount(before, 'PoolLines')).toBe(0);
  expect(withNewRow(before, 'PoolLines', '')).toEqual(before);
});

test('the proposal it was made from is as it was', () => {
  withKeep(withCell(before, 'PoolCodes', 0, 'Code', 'x'), 'PoolCodes', [1], false);
  expect(before).toEqual(proposalOf('PoolCodes', proposed({ Code: '00123' }), proposed({ Code: 'LD*' })));
});
