/*
 * Every documented example of every POOL function, put into a workbook as a user would have it: its ranges in cells, the
 * formula on another sheet. The built bundle calculates it in the engine; the result is compared cell by cell.
 */
import { EXAMPLES, type Example, type ExampleArgument } from '../../../src/functions/examples';
import { areaAddress } from '../../../src/preview/book/address';
import { Book } from '../../../src/preview/book/book';
import { CellError, type CellValue } from '../../../src/preview/book/values';
import { builtCalculator } from './built';

const calculator = builtCalculator();

/** All examples in one workbook: `Inputs` holds the ranges side by side, `Results` one formula each, well apart. */
const APART = 40;
const book = new Book();
const inputs = book.addSheet('Inputs');
const results = book.addSheet('Results');

function argumentText(argument: ExampleArgument, column: { next: number }): string {
  if (!Array.isArray(argument)) return scalarText(argument as CellValue);
  const rows = argument as readonly (readonly CellValue[])[];
  const area = { row: 0, column: column.next, rows: rows.length, columns: rows[0]!.length };
  column.next += area.columns;
  rows.forEach((row, down) =>
    row.forEach((value, right) => {
      if (value !== null) inputs.setContent(down, area.column + right, value);
    }),
  );
  return `Inputs!${areaAddress(area)}`;
}

function scalarText(value: CellValue): string {
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value as number);
}

const column = { next: 0 };
EXAMPLES.forEach((example, index) => {
  const texts = example.args.map((argument) => argumentText(argument, column));
  results.setContent(index * APART, 0, null, `=POOL.${example.functionId}(${texts.join(',')})`);
});

beforeAll(() => calculator.calculate(book));

function shownAt(row: number, { expected }: Example): unknown {
  const first = results.value(row, 0);
  if ('error' in expected) return first instanceof CellError ? { error: first.code, sentence: first.message } : first;
  const spill = results.cell(row, 0)?.spill ?? { rows: 1, columns: 1 };
  return Array.from({ length: spill.rows }, (_, down) =>
    Array.from({ length: spill.columns }, (__, right) => results.value(row + down, right)),
  );
}

function expectedOf({ expected }: Example): unknown {
  if ('error' in expected) return expected;
  return Array.isArray(expected.result) ? expected.result : [[expected.result]];
}

test.each(EXAMPLES.map((example, index) => [example.functionId, example.shows, example, index] as const))(
  'POOL.%s: %s',
  (_id, _shows, example, index) => {
    expect(shownAt(index * APART, example)).toEqual(expectedOf(example));
  },
);

test('every function has an example', () => {
  expect(new Set(EXAMPLES.map(({ functionId }) => functionId)).size).toBe(13);
});
