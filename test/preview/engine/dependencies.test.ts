/**
 * The index of who reads which cells holds each formula's ranges once, however often the workbook is calculated, and only
 * those of the workbook that is loaded. Univer added them all again at each calculation: the twentieth took three times as
 * long as the first.
 *
 * @jest-environment ./test/preview/engine/environment.cjs
 */
import { BookCalculator } from '../../../src/preview/engine/calculator';
import { NODE_UNIVER } from '../../../src/preview/engine/nodeUniver';
import { UniverEngine } from '../../../src/preview/engine/univerEngine';
import { bookOf, type } from './support';

interface Node {
  readonly children?: readonly Node[];
  readonly leaf?: boolean;
}

/** The ranges in the index of Univer, over all sheets of all workbooks it knows. */
function rangesIn(engine: UniverEngine): number {
  const { service } = engine as unknown as {
    readonly service: {
      readonly _formulaDependencyGenerator: {
        readonly _dependencyManagerService: {
          readonly _dependencyRTreeCache: { toJSON(): Readonly<Record<string, Readonly<Record<string, Node>>>> };
        };
      };
    };
  };
  const index = service._formulaDependencyGenerator._dependencyManagerService._dependencyRTreeCache.toJSON();
  const count = ({ children = [], leaf }: Node): number =>
    leaf === true ? children.length : children.reduce((total, child) => total + count(child), 0);
  return Object.values(index)
    .flatMap((sheets) => Object.values(sheets))
    .reduce((total, tree) => total + count(tree), 0);
}

test('the index does not grow with what is calculated, and every change is followed', async () => {
  const engine = new UniverEngine(NODE_UNIVER, new Map());
  const calculator = new BookCalculator(engine);
  const book = bookOf({
    Costs: [
      [1, '=SUM(A1:A3)', '=SUM(B1:B2)'],
      [2, '=SUM(A2:A4)'],
      [3, '=OFFSET(A1,A4,0)'],
      [0, '=SUM(A1:A2)*10'],
    ],
  });
  await calculator.calculate(book);
  const sheet = book.sheet('Costs')!;
  const shown = () => [sheet.value(0, 1), sheet.value(1, 1), sheet.value(0, 2), sheet.value(2, 1), sheet.value(3, 1)];
  expect(shown()).toEqual([6, 5, 11, 1, 30]);
  const ranges = rangesIn(engine);
  expect(ranges).toBeGreaterThan(0);
  for (const step of [1, 2, 1, 2]) {
    type(sheet, 'A1', step * 100);
    type(sheet, 'A4', step);
    await calculator.calculate(book);
    const first = step * 100;
    expect(shown()).toEqual([first + 5, 5 + step, first + 10 + step, step === 1 ? 2 : 3, (first + 2) * 10]);
  }
  expect(rangesIn(engine)).toBe(ranges);

  const other = bookOf({ Costs: [[4, '=SUM(A1:A2)']] });
  await calculator.calculate(other);
  expect(other.sheet('Costs')!.value(0, 1)).toBe(4);
  expect(rangesIn(engine)).toBe(1);
});
