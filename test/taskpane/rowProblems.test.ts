/* A blocker names the cell as it would stand in the workbook; the pane shows it beside the proposed row it came from. */
import { problemsOf } from '../../src/taskpane/rowProblems';
import { finding, planOf, proposalOf, proposed } from './support';

const proposal = proposalOf(
  'PoolPartners',
  proposed({ Partner: 'Derby City Council' }),
  proposed({ Partner: 'Nobody' }, { keep: false }),
  proposed({ Partner: 'Derby PCT' }),
);
/** A new table's first row stands in row 6, which is 5 counted from 0. */
const cell = (row: number, column: number) => ({ sheet: 'Pool partners', row, column });

test.each([
  ['the first row', 5, 2, 0, 'Short name'],
  ['a row left out is not written, so the second cell down is the third row', 6, 0, 2, 'Partner'],
])('%s', (_why, row, column, expected, heading) => {
  const blocker = finding('cell missing', { place: cell(row, column) });
  const { ofRows, others } = problemsOf(planOf({ blockers: [blocker] }), proposal);
  expect(ofRows).toEqual([{ table: 'PoolPartners', row: expected, column: heading, finding: blocker }]);
  expect(others).toEqual([]);
});

test('new rows stand below those that are in the table already', () => {
  const area = { sheet: 'Pool partners', row: 5, column: 0, rows: 4, columns: 5 };
  const workbook = { tables: [], inputs: [{ what: 'PoolPartners', table: 'PoolPartners', area, fingerprint: '' }] };
  const blockers = [finding('cell missing', { place: cell(9, 0) })];
  expect(problemsOf(planOf({ blockers, workbook }), proposal).ofRows[0]?.row).toBe(0);
});

test.each([
  ['a finding without a cell', undefined],
  ['a cell of a sheet that is not proposed', { sheet: 'Council ledger', row: 5, column: 0 }],
  ['the heading row of the table', cell(4, 0)],
  ['a row below those proposed', cell(40, 0)],
])('%s is told apart from the rows', (_why, place) => {
  const blocker = finding('table name taken', place ? { place } : {});
  expect(problemsOf(planOf({ blockers: [blocker] }), proposal)).toEqual({ ofRows: [], others: [blocker] });
});
