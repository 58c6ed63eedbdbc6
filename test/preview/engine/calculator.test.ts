import { CellError } from '../../../src/preview/book/values';
import { addTable, bookOf, shown, testCalculator, type, valueOf } from './support';

const calculator = testCalculator();

test('values, formulas and functions of the add-in calculate across sheets', async () => {
  const book = bookOf({
    One: [[1, 2, '=A1+B1', "='St John''s'!A1*2"]],
    "St John's": [[10, '=SUM(One!A1:C1)', '=POOL.REFUSE(B1)']],
  });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'A1:D1')).toEqual([[1, 2, 3, 20]]);
  expect(shown(book.sheets[1]!, 'A1:C1')).toEqual([[10, 6, 6]]);
});

test('a function is given blank, text, truth and number as different things, and one cell as its value', async () => {
  const book = bookOf({
    One: [
      [1, 'x', true, null, '00123'],
      ['=POOL.KINDS(A1:E1)', '=POOL.ONE(A1)', '=POOL.ONE(D1)', '=POOL.ONE(A1:B1)', '=POOL.KINDS(7)', '=POOL.ONE()'],
    ],
  });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'A2:F2')).toEqual([
    ['number string boolean blank string', 'number', 'blank', 'range', 'number', 'blank'],
  ]);
});

test('text written in a formula stays text whatever it looks like', async () => {
  const book = bookOf({
    One: [
      [
        '=POOL.KINDS({"01/09/2004","00123","5%","TRUE",TRUE,7})',
        '=POOL.ONE("01/09/2004")',
        '=POOL.ONE("5%")',
        '=POOL.ONE("12")',
        '=POOL.ONE("TRUE")',
      ],
    ],
  });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'A1:E1')).toEqual([
    ['string string string string boolean number', 'string', 'string', 'string', 'string'],
  ]);
});

test('an error given to a function is its answer, and the function is not called', async () => {
  const book = bookOf({ One: [['=1/0', '=POOL.REFUSE(A1)', '=POOL.KINDS(A1:A3)', '=POOL.REFUSE(NA())']] });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'B1:D1')).toEqual([['#DIV/0!', '#DIV/0!', '#N/A']]);
});

test('a refusal keeps its sentence, and formulas that read it show the error without it', async () => {
  const book = bookOf({
    One: [['=POOL.REFUSE(-5)', '=A1+1', '=POOL.MISSING()', '=POOL.BREAK()', '=POOL.NOTANUMBER()']],
  });
  await calculator.calculate(book);
  const at = (column: number) => book.sheets[0]!.value(0, column);
  expect(at(0)).toEqual(new CellError('#VALUE!', 'The amount is -5. It must not be below 0.'));
  expect(at(1)).toEqual(new CellError('#VALUE!'));
  expect(at(2)).toEqual(new CellError('#N/A', 'There is no list for this date.'));
  expect(at(3)).toEqual(new CellError('#VALUE!', 'The function stopped: x is undefined'));
  expect(at(4)).toEqual(new CellError('#NUM!'));
});

test('a sentence goes when its cause goes', async () => {
  const book = bookOf({ One: [[-5, '=POOL.REFUSE(A1)']] });
  const sheet = book.sheets[0]!;
  await calculator.calculate(book);
  type(sheet, 'A1', 5);
  await calculator.calculate(book);
  expect(sheet.value(0, 1)).toBe(5);
  type(sheet, 'A1', -6);
  await calculator.calculate(book);
  expect(sheet.value(0, 1)).toEqual(new CellError('#VALUE!', 'The amount is -6. It must not be below 0.'));
});

test('amounts come back exactly as a function gave them, text stays text', async () => {
  const book = bookOf({ One: [['=POOL.EXACT()'], ['=POOL.BLANKS()', null, '=POOL.KINDS(A2:B3)']] });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'A1:E1')).toEqual([[0.1, 33.33, 1234567890123.45, -75.38, 0.07]]);
  expect(shown(book.sheets[0]!, 'A2:B3')).toEqual([
    ['a', ''],
    ['00123', '=1+1'],
  ]);
  expect(shown(book.sheets[0]!, 'C2')).toEqual([['string string; string string']]);
});

describe('arrays', () => {
  test('spill, feed other formulas, grow and shrink', async () => {
    const book = bookOf({ One: [[7, 3, '=POOL.FILL(A1,B1)', '=SUM(C1:C9)', '=ROWS(C1#)']] });
    const sheet = book.sheets[0]!;
    await calculator.calculate(book);
    expect(shown(sheet, 'C1:C4')).toEqual([[7], [7], [7], [null]]);
    expect(shown(sheet, 'D1:E1')).toEqual([[21, 3]]);
    expect(sheet.cell(0, 2)).toMatchObject({ formula: '=POOL.FILL(A1,B1)', spill: { rows: 3, columns: 1 } });
    expect(sheet.cell(1, 2)).toMatchObject({ value: 7, spilledFrom: { row: 0, column: 2 } });
    type(sheet, 'B1', 2);
    await calculator.calculate(book);
    expect(shown(sheet, 'C1:C4')).toEqual([[7], [7], [null], [null]]);
    expect(shown(sheet, 'D1:E1')).toEqual([[14, 2]]);
    type(sheet, 'B1', 5);
    await calculator.calculate(book);
    expect(shown(sheet, 'D1:E1')).toEqual([[35, 5]]);
  });

  test('a cell in the way gives #SPILL!, and clearing it heals', async () => {
    const book = bookOf({ One: [[7, 3, '=POOL.FILL(A1,B1)', '=SUM(C1:C3)']] });
    const sheet = book.sheets[0]!;
    await calculator.calculate(book);
    type(sheet, 'C2', 'in the way');
    await calculator.calculate(book);
    expect(shown(sheet, 'C1:C3')).toEqual([['#SPILL!'], ['in the way'], [null]]);
    type(sheet, 'C2', null);
    await calculator.calculate(book);
    expect(shown(sheet, 'C1:D3')).toEqual([
      [7, 21],
      [7, null],
      [7, null],
    ]);
  });

  test('clearing or overwriting a cell that an array fills', async () => {
    const book = bookOf({ One: [['=POOL.FILL(7,3)', '=SUM(A1:A3)']] });
    const sheet = book.sheets[0]!;
    await calculator.calculate(book);
    type(sheet, 'A2', null);
    await calculator.calculate(book);
    expect(shown(sheet, 'A1:B3')).toEqual([
      [7, 21],
      [7, null],
      [7, null],
    ]);
    type(sheet, 'A3', 5);
    await calculator.calculate(book);
    expect(shown(sheet, 'A1:B3')).toEqual([
      ['#SPILL!', '#SPILL!'],
      [null, null],
      [5, null],
    ]);
  });

  test('arrays fed by the cells of other arrays are right however long the chain', async () => {
    const book = bookOf({
      One: [
        [
          2,
          '=POOL.FILL(1,A1)',
          '=POOL.FILL(2,SUM(B1:B50))',
          '=POOL.FILL(3,SUM(C1:C50))',
          '=POOL.FILL(1,SUM(D1:D90))',
          '=SUM(E1:E90)',
        ],
      ],
    });
    const sheet = book.sheets[0]!;
    await calculator.calculate(book);
    expect(sheet.value(0, 5)).toBe(12);
    type(sheet, 'A1', 3);
    await calculator.calculate(book);
    expect(sheet.value(0, 5)).toBe(18);
  });

  test('in a table an array of more than one value is #SPILL!, one value is itself', async () => {
    const book = bookOf({
      One: [
        ['Net', 'Share'],
        [10, '=POOL.FILL(A2,2)'],
        [20, '=POOL.FILL(A3,1)'],
        [30, '=SUM(POOL.FILL(A4,3))'],
        [null, null, '=SUM(B2,1)'],
      ],
    });
    const sheet = book.sheets[0]!;
    addTable(book, sheet, 'Shares', 'A1:B4');
    await calculator.calculate(book);
    expect(shown(sheet, 'B2:B4')).toEqual([['#SPILL!'], [20], [90]]);
    expect(shown(sheet, 'C5')).toEqual([['#SPILL!']]);
  });

  test('an array does not spill over a table or merged cells', async () => {
    const book = bookOf({ One: [['=POOL.FILL(1,5)', '=POOL.FILL(1,3)'], [null], ['Net'], [10]] });
    const sheet = book.sheets[0]!;
    addTable(book, sheet, 'Shares', 'A3:A4');
    sheet.merges.push({ row: 1, column: 1, rows: 1, columns: 2 });
    await calculator.calculate(book);
    expect(shown(sheet, 'A1:B1')).toEqual([['#SPILL!', '#SPILL!']]);
  });

  test('an old array formula fills the range it was entered in, no more and no less', async () => {
    const book = bookOf({ One: [['=POOL.FILL(4,3)', '=POOL.FILL(5,3)', '=POOL.FILL(6,1)', '=SUM(A1:C9)']] });
    const sheet = book.sheets[0]!;
    sheet.setResult(0, 0, null, { rows: 2, columns: 1, legacy: true });
    sheet.setResult(0, 1, null, { rows: 1, columns: 1, legacy: true });
    sheet.setResult(0, 2, null, { rows: 2, columns: 1, legacy: true });
    await calculator.calculate(book);
    expect(shown(sheet, 'A1:C3')).toEqual([
      [4, 5, 6],
      [4, null, 6],
      [null, null, null],
    ]);
    expect(sheet.cell(0, 0)?.spill).toEqual({ rows: 2, columns: 1, legacy: true });
    expect(sheet.value(0, 3)).toBe(25);
  });

  test('a long array spills far below what the sheet held', async () => {
    const book = bookOf({ One: [['=POOL.FILL(0.01,20000)', '=ROUND(SUM(A1:A20000),2)']] });
    await calculator.calculate(book);
    expect(book.sheets[0]!.value(0, 1)).toBe(200);
    expect(book.sheets[0]!.value(19_999, 0)).toBe(0.01);
  });
});

test('SORT does not disturb the cells it reads', async () => {
  const book = bookOf({ One: [[1, '=SORT(A1:A3,1,-1)', '=TEXTJOIN(",",TRUE,A1:A3)', '=POOL.KINDS(A1:A3)'], [2], [3]] });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'B1:C3')).toEqual([
    [3, '1,2,3'],
    [2, null],
    [1, null],
  ]);
});

test('a column compared with a text and with a number gives each its own answer, in whatever order', async () => {
  const count = (what: string): string => `=SUMPRODUCT((A1:A5=${what})*1)`;
  const asked = ['"123"', '123', '""', '0', '"x"'].map(count);
  const rows = [[123], ['123'], [0], [''], ['x']] as const;
  const both = [...asked, ...asked.toReversed()];
  const book = bookOf({ One: [...rows.map((row) => [...row]), [], both] });
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'A7:J7')).toEqual([[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]]);
});

test('a sheet without formulas, that none refers to, is not needed; changing it changes nothing', async () => {
  const book = bookOf({ One: [[1, '=A1*2']], Ledger: [[1], [2]] });
  await calculator.calculate(book);
  type(book.sheets[1]!, 'A1', 9);
  type(book.sheets[0]!, 'A1', 4);
  await calculator.calculate(book);
  expect(shown(book.sheets[0]!, 'B1')).toEqual([[8]]);
});

test('only cells whose result differs are written', async () => {
  const book = bookOf({ One: [[1, '=A1*2', '=POOL.FILL(5,2)']] });
  const sheet = book.sheets[0]!;
  await calculator.calculate(book);
  sheet.changedCells.clear();
  type(sheet, 'A1', 1);
  sheet.changedCells.clear();
  await calculator.calculate(book);
  expect(sheet.changedCells.size).toBe(0);
});

test('what is typed while a calculation runs stays, and is calculated with next', async () => {
  const book = bookOf({ One: [[1, '=A1*2', '=A1+1', '=POOL.FILL(A1,3)'], [], ['=SUM(A1:C1)']] });
  const sheet = book.sheets[0]!;
  const running = calculator.calculate(book);
  type(sheet, 'B1', 40);
  type(sheet, 'D2', 'in the way');
  type(sheet, 'A1', 5);
  await running;
  expect(shown(sheet, 'A1:B1')).toEqual([[5, 40]]);
  expect(shown(sheet, 'D2:D2')).toEqual([['in the way']]);
  await calculator.calculate(book);
  expect(shown(sheet, 'A1:D1')).toEqual([[5, 40, 6, '#SPILL!']]);
  expect(shown(sheet, 'A3:A3')).toEqual([[51]]);
});

describe('what the engine cannot calculate', () => {
  test('keeps the value from the file and says so', async () => {
    const book = bookOf({ One: [['=CUBEMEMBER("x","y")', '=A1*2', "='[Other.xlsx]Sheet1'!A1"]] });
    const sheet = book.sheets[0]!;
    sheet.setResult(0, 0, 21);
    sheet.setResult(0, 2, 7);
    await calculator.calculate(book);
    expect(shown(sheet, 'A1:C1')).toEqual([[21, 42, 7]]);
    expect(calculator.report.notices.map(({ column, isValueKept }) => [column, isValueKept])).toEqual([
      [0, true],
      [2, true],
    ]);
  });

  test('typed anew it is an error with a reason', async () => {
    const book = bookOf({
      One: [['=POOL.NOSUCH(1)', '=CUBEMEMBER("x","y")', '=SUM(1', '=Nowhere', '=SUM(Missing!A1)']],
    });
    await calculator.calculate(book);
    expect(shown(book.sheets[0]!, 'A1:E1')).toEqual([['#NAME?', '#NAME?', '#NAME?', '#NAME?', '#REF!']]);
    expect(book.sheets[0]!.value(0, 3)).toEqual(new CellError('#NAME?', 'the workbook has no name Nowhere'));
  });
});

test('formulas that lead back to themselves are noticed, and no others', async () => {
  const book = bookOf({
    One: [
      ['=B1+1', '=C1', 1],
      ['=LET(x,A1,x+A1)', '=SUM(A1:A2)', '=POOL.FILL(B1,2)'],
    ],
  });
  await calculator.calculate(book);
  expect(calculator.report.isCircular).toBe(false);
  type(book.sheets[0]!, 'C1', '=A1');
  await calculator.calculate(book);
  expect(calculator.report.isCircular).toBe(true);
  type(book.sheets[0]!, 'C1', 4);
  await calculator.calculate(book);
  expect(calculator.report.isCircular).toBe(false);
  expect(shown(book.sheets[0]!, 'A1:C1')).toEqual([[5, 4, 4]]);
});

test('a function of Univer that throws gives #VALUE!, and everything else is calculated', async () => {
  const book = bookOf({
    One: [['=CUMIPMT()', '=LAMBDA(A1:B3,1)', '=PERCENTRANK(A5:A6,LAMBDA(x,x))', '=ROUND(2.675,2)'], []],
  });
  await calculator.calculate(book);
  expect(book.sheets[0]!.value(0, 3)).toBe(2.68);
  expect(shown(book.sheets[0]!, 'B1')).toEqual([['#NAME?']]);
});

test('a reference beyond what the sheet holds reads a blank cell', async () => {
  await expect(valueOf(calculator, '=AZ9999+1')).resolves.toBe(1);
  await expect(valueOf(calculator, '=XFD1048576')).resolves.toBe(0);
});
