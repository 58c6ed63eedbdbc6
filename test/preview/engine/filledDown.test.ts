/*
 * A formula that was filled down is given to the engine once and moved along. Each case is calculated twice: filled down, and
 * beside it with a term of 0 that differs from row to row, so that the engine takes every cell by itself. The two must agree,
 * when the workbook is opened and after a cell is typed over.
 */
import { addTable, bookOf, shown, testCalculator, type } from './support';

const calculator = testCalculator();
const AMOUNTS = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
const FIRST = 2;
const LAST = FIRST + AMOUNTS.length - 1;

// {r} is the row, {p} the row above, {c} the column of the formula itself.
const FORMULAS = [
  '=A{r}*2',
  '=$A{r}+$A$2',
  '=SUM($A$2:$A{r})',
  '=SUM(A$2:A{r})-SUM(A{r}:$A$13)',
  '=N({c}{p})+A{r}',
  '=IF(B{r}="odd",A{r},N({c}{p})+1)',
  '=SUMPRODUCT((B$2:B$13=B{r})*$A$2:$A$13)',
  '=LET(held,$A$2:$A$13*1,own,A{r},SUM(held)*own)',
  '=LET(held,(B$2:B$13=B{r})*1,place,SUMPRODUCT(MAX(held*ROW($A$2:$A$13))),INDEX($A$1:$A$13,place))',
  '=LAMBDA(x,x+A{r})(1)',
  '=INDEX($A$2:$A$13,A{r})',
  '=SUM(INDEX($A$2:$A$13,A{r}):$A$13)',
  '=SUM(OFFSET($A$2,A{r}-1,0,2,1))',
  '=N(INDIRECT("A{r}"))',
  '=IF("A{r}"="A5",100,A{r})',
  '=[@Amount]*2',
  '=SUM(Given[Amount])-Given[[#This Row],[Amount]]',
  '=COUNTIF(B:B,B{r})+SUM({r}:{r})*0',
  '=@$A$2:$A$13',
  '=IF(POOL.KINDS(A{r})="number",POOL.REFUSE(A{r}),0)',
  '=SUM(A{r}:B{r})+SUM(Total)',
];

const HEADINGS = [
  'Amount',
  'Kind',
  ...FORMULAS.flatMap((_formula, at) => [`Together ${String(at)}`, `Alone ${String(at)}`]),
];
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
const filled = (formula: string, row: number, column: number): string =>
  formula
    .replaceAll('{r}', String(row))
    .replaceAll('{p}', String(row - 1))
    .replaceAll('{c}', letters(column));

function workbook() {
  const rows = AMOUNTS.map((amount, at) => {
    const row = FIRST + at;
    const cells = FORMULAS.flatMap((formula, index) => {
      const column = 2 + index * 2;
      // The formula of its own column leans on its own column: the chain beside it has one of its own.
      return [filled(formula, row, column), `${filled(formula, row, column + 1)}+0*${String(row)}`];
    });
    return [amount, amount % 2 === 1 ? 'odd' : 'even', ...cells];
  });
  const book = bookOf({ Given: [HEADINGS, ...rows] });
  const sheet = book.sheets[0]!;
  book.names.push({ name: 'Total', formula: '=Given!$A$2:$A$13', visible: true });
  addTable(book, sheet, 'Given', `A1:${letters(HEADINGS.length - 1)}${String(LAST)}`);
  return { book, sheet };
}

test('what was filled down comes to what each cell by itself comes to, also after typing', async () => {
  const { book, sheet } = workbook();
  const compare = () => {
    const rows = shown(sheet, `A${String(FIRST)}:${letters(HEADINGS.length - 1)}${String(LAST)}`);
    FORMULAS.forEach((formula, at) => {
      const together = rows.map((row) => row[2 + at * 2]);
      const alone = rows.map((row) => row[3 + at * 2]);
      expect({ formula, values: together }).toEqual({ formula, values: alone });
      expect(together.every((value) => typeof value === 'number')).toBe(true);
    });
    return rows.map((row) => row.slice(2));
  };
  await calculator.calculate(book);
  const first = compare();
  expect(first.map((row) => row[0])).toEqual(AMOUNTS.map((amount) => amount * 2));
  type(sheet, 'A5', 12);
  await calculator.calculate(book);
  const second = compare();
  expect(second).not.toEqual(first);
  // The running sum from the fourth amount on is 11 higher.
  expect(second.map((row) => row[4])).toEqual(first.map((row, at) => Number(row[4]) + (at >= 3 ? 11 : 0)));
});

test('a formula typed over in the middle of a column is its own', async () => {
  const { book, sheet } = workbook();
  await calculator.calculate(book);
  type(sheet, 'C5', '=A5*3');
  await calculator.calculate(book);
  expect(shown(sheet, 'C4:C6')).toEqual([[8], [3], [10]]);
  type(sheet, 'C2', '=1');
  await calculator.calculate(book);
  expect(shown(sheet, 'C2:C6')).toEqual([[1], [2], [8], [3], [10]]);
});
