/* What the tables to fill in are for: each has its sentence and stands in one group. */
import { stateWords, TABLE_GROUPS, tableDoes } from '../../src/words/inputTables';
import { tableAction } from '../../src/words/pane';
import { INPUT_TABLES, OUTPUT_TABLES } from '../../src/workbook/schema';

const NAMES = INPUT_TABLES.map(({ name }) => name);

test('every input table stands in one group, and nothing else does', () => {
  expect(TABLE_GROUPS.flatMap(({ tables }) => tables).sort()).toEqual([...NAMES].sort());
});

test.each(NAMES)('%s says what it is for, in one sentence', (name) => {
  expect(tableDoes(name)).toMatch(/^[A-Z].*[a-z]\.$/);
  expect(tableDoes(name)).not.toContain('Pool');
});

test('a table that Poolbook writes has no such sentence', () => {
  expect(OUTPUT_TABLES.map(({ name }) => tableDoes(name)).join('')).toBe('');
});

test.each([
  ['absent', [], ''],
  ['there', [], 'Already in this workbook.'],
  ['lacks columns', ['Trust', 'ICB'], 'Already in this workbook, without a column for Trust, ICB: tick it to add one.'],
])('a table that is %s', (state, partners, words) => {
  expect(stateWords(state, partners)).toBe(words);
});

test('a table without a column that it may have says which', () => {
  expect(stateWords('may have columns', [], ['Excess'])).toBe(
    'Already in this workbook, without the column Excess: tick it to add it.',
  );
});

test.each<[why: string, args: Parameters<typeof tableAction>, words: string]>([
  ['one with rows', ['create', 'Codes', 42], 'Codes: a new table, 42 rows'],
  ['one made empty', ['create', 'Posts', 0, ['Trust']], 'Posts: a new table, empty, for you to fill in'],
  ['one of Poolbook’s without rows', ['create', 'Matches', 0], 'Matches: a new table, empty'],
  ['a column more', ['update', 'Cases', 0, ['Trust']], 'Cases: a column for Trust, your rows are kept'],
  ['a column that it may do without', ['update', 'Shares', 0, []], 'Shares: one more column, your rows are kept'],
  ['rows and columns', ['update', 'Split', 2, ['Trust']], 'Split: 2 rows added or brought up to date'],
])('what will happen to %s', (_why, args, words) => {
  expect(tableAction(...args)).toBe(words);
});
