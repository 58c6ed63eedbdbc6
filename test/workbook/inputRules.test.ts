/* Rows that stand twice and text that a formula would not find: each with its cell, and what is not wrong. */
import { serialOf } from '../../src/money/calendar';
import { comparedTextFindings, inputFindings } from '../../src/workbook/inputRules';
import { describeFinding } from '../../src/words/findings';
import { type Row, cellsOf, readings } from './readings';

const APRIL = serialOf({ year: 2026, month: 4, day: 1 });

describe('spaces that a formula would not pass over', () => {
  test.each([
    ['PoolLines', { Line: 'Homes', 'Risk rule': 'Half ' }, 'Risk rule', 6],
    ['PoolLines', { Line: 'Homes', 'Risk rule': 'named ' }, 'Risk rule', 6],
    ['PoolLines', { Line: 'Homes', 'Risk rule': 'named', 'Bears risk': 'Westmere  ICB' }, 'Bears risk', 9],
    ['PoolLines', { Line: 'Homes', Underspend: ' returned' }, 'Underspend', 10],
    ['PoolShares', { Set: 'Half', Partner: 'A', Excess: 'shared by the others\u00a0' }, 'Excess', 7],
  ])('%s %j', (table, row: Row, name, column) => {
    expect(comparedTextFindings(cellsOf(table, [row]))).toEqual([
      {
        kind: 'cell odd spaces',
        severity: 'error',
        place: { sheet: cellsOf(table, []).sheet, row: 5, column },
        detail: { table, column: name, text: row[name] },
      },
    ]);
  });

  test('text that no formula compares may have them', () => {
    expect(comparedTextFindings(cellsOf('PoolLines', [{ Line: 'Homes', Description: ' for all ' }]))).toEqual([]);
  });
});

describe('a year that is a number', () => {
  test('is told once, with what to type', () => {
    const rows = [{ Line: 'Homes', Partner: 'A', Year: 2026, Amount: 1 }];
    expect(comparedTextFindings(cellsOf('PoolBudgets', rows))).toEqual([]);
    const [found, ...more] = inputFindings(readings({ PoolBudgets: rows }));
    expect(more).toEqual([]);
    expect(describeFinding(found!).whatToDo).toBe("Type it with an apostrophe, for example '2026/27.");
  });
});

describe('a row that stands twice', () => {
  const budget: Row = { Line: 'Homes', Partner: 'A', Year: '2026/27', Kind: 'original', From: APRIL, Amount: 10 };
  const accrual: Row = { Period: '2026-06', Partner: 'A', Line: 'Homes', Kind: 'accrual', Amount: 5, By: 'Jo' };
  const twice = (table: string, rows: readonly Row[]) =>
    inputFindings(readings({ [table]: rows })).filter(({ kind }) => kind === 'row twice');

  test('a budget alike in every column, with its date in words and how to tell two apart', () => {
    const [found, ...more] = twice('PoolBudgets', [budget, { ...budget, Line: 'homes' }]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', place: { sheet: 'Pool budgets', row: 6, column: 0 } });
    expect(describeFinding(found!)).toMatchObject({
      what: 'PoolBudgets has this row twice (homes, A, 2026/27, original, 01/04/2026); the other is row 6.',
      whatToDo: 'Delete one of the two; if both are meant, tell them apart by Reason.',
    });
  });

  test('an adjustment alike in every column', () => {
    expect(twice('PoolAdjustments', [accrual, accrual])).toMatchObject([{ detail: { row: 6, apart: 'Reason' } }]);
  });

  test.each([
    ['another amount', 'PoolBudgets', budget, { ...budget, Amount: 10.01 }],
    ['another reason', 'PoolBudgets', budget, { ...budget, Reason: 'Second tranche' }],
    ['no amount', 'PoolBudgets', { ...budget, Amount: 0 }, { ...budget, Amount: 0 }],
    ['an amount that cannot be read', 'PoolBudgets', { ...budget, Amount: '1k' }, { ...budget, Amount: '1k' }],
    ['another month of reversal', 'PoolAdjustments', accrual, { ...accrual, 'Reverses in': '2026-07' }],
    ['another hand', 'PoolAdjustments', accrual, { ...accrual, By: 'Sam' }],
  ])('%s is another row', (_why, table, first, second) => expect(twice(table, [first, second])).toEqual([]));

  test('of a list of shares the key is enough, and there is nothing to tell two rows apart by', () => {
    const row: Row = { Pool: 'Care', Set: 'Half', Partner: 'A', From: APRIL, Share: 0.5 };
    const [found] = twice('PoolShares', [row, { ...row, Share: 0.4 }]);
    expect(describeFinding(found!)).toMatchObject({
      what: 'PoolShares has this row twice (Care, Half, A, 01/04/2026); the other is row 6.',
      whatToDo: 'Delete one of the two.',
    });
  });
});
