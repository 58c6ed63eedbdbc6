/* Rows that stand twice and text that a formula would not find: each with its cell, and what is not wrong. */
import { serialOf } from '../../src/money/calendar';
import { comparedTextFindings } from '../../src/workbook/comparedText';
import { inputFindings } from '../../src/workbook/inputRules';
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

  test.each([
    ['PoolShares', { Set: 1 }, 'Set'],
    ['PoolLines', { 'Risk rule': 1 }, 'Risk rule'],
    ['PoolWaterfall', { Pool: 7 }, 'Pool'],
    ['PoolProjects', { Project: 1042 }, 'Project'],
    ['PoolPartners', { 'Part of': 1 }, 'Part of'],
    ['PoolPlacements', { 'Paid by': 12 }, 'Paid by'],
  ])('a number is no name: %s %j', (table, row: Row, column) => {
    const found = comparedTextFindings(cellsOf(table, [row]));
    expect(found).toMatchObject([{ kind: 'cell number as name', severity: 'error', detail: { table, column } }]);
    expect(describeFinding(found[0]!).whatToDo).toContain(`'${String(Object.values(row)[0])}`);
  });

  test.each<[table: string, row: Row, column: string, at: number]>([
    ['PoolBudgets', { Line: true, Partner: 'A', Year: '2026/27', Amount: 1 }, 'Line', 0],
    ['PoolBudgets', { Line: 'Homes', Partner: false, Year: '2026/27', Amount: 1 }, 'Partner', 1],
    ['PoolLines', { Line: 'Homes', Pool: true }, 'Pool', 1],
    ['PoolShares', { Set: true, Partner: 'A', Share: 1 }, 'Set', 1],
    ['PoolArrangements', { Pool: 'LD', Kind: 'pooled', Host: true }, 'Host', 6],
    ['PoolCodes', { Partner: 'A', Code: '4100', Line: false }, 'Line', 2],
  ])('TRUE and FALSE are no name: %s %j, told once and with the cell', (table, row, column, at) => {
    // A list of lines and partners: that the value is in none of them needs no saying.
    const tables = readings({
      PoolPartners: [{ Partner: 'A', 'Short name': 'A' }],
      PoolLines: [{ Line: 'Homes' }],
      [table]: [row],
    });
    const found = [
      ...(tables.get(table)?.findings ?? []),
      ...comparedTextFindings(cellsOf(table, [row])),
      ...inputFindings(tables),
    ];
    const detail = { table, column, text: String(row[column]).toUpperCase() };
    const place = { sheet: cellsOf(table, []).sheet, row: 5, column: at };
    expect(found).toEqual([{ kind: 'cell logical as name', severity: 'error', place, detail }]);
    expect(describeFinding(found[0]!).whatToDo).toContain(`'${detail.text}`);
  });

  test('TRUE typed as text is a name, and what is no name may be TRUE', () => {
    const rows: readonly Row[] = [{ Line: 'TRUE', Partner: 'A', Year: '2026/27', Amount: 1, Reason: true }];
    expect(readings({ PoolBudgets: rows }).get('PoolBudgets')?.findings).toEqual([]);
  });

  test('a year, a month or a choice has a finding of its own', () => {
    expect(comparedTextFindings(cellsOf('PoolBudgets', [{ Year: 2026 }]))).toEqual([]);
    expect(comparedTextFindings(cellsOf('PoolShares', [{ Basis: 1 }]))).toEqual([]);
    expect(comparedTextFindings(cellsOf('PoolBudgets', [{ Line: 123 }]))).toEqual([]);
    expect(comparedTextFindings(cellsOf('PoolPlacements', [{ Case: 1042 }]))).toEqual([]);
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

test('a date with a time of day is later than the day to a formula, so it is told', () => {
  const found = readings({
    PoolLines: [
      { Line: 'Homes', From: APRIL + 0.5 },
      { Line: 'Day', From: APRIL },
    ],
  });
  const findings = found.get('PoolLines')?.findings ?? [];
  expect(findings.map(({ kind, place }) => [kind, place?.row])).toEqual([['cell date with time', 5]]);
  expect(describeFinding(findings[0]!).what).toContain('a time of day beside 01/04/2026');
});
