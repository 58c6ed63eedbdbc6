/*
 * Names bound by LET, calculated again: after an edit, and when an array that moved makes everything load anew. Univer keeps
 * the tree of a formula by its text with the names already bound, and answered #VALUE! or #N/A the second time.
 */
import { bookOf, shown, testCalculator, type } from './support';

test('LET gives the same after every edit, and where a spill is read with #', async () => {
  const calculator = testCalculator();
  const book = bookOf({
    S: [
      [100, 2, 3, 1],
      ['=LET(x,A1,w,B1:D1,SUM(w)*x)'],
      ['=LET(w,B1:D1,POOL.KINDS(w))'],
      ['=LET(x,A1,x*2)'],
      ['=SUM(H1#)'],
    ],
  });
  const sheet = book.sheets[0]!;
  type(sheet, 'H1', '=LET(x,A1,w,B1:D1,x*w)');
  const expectShown = (...column: (string | number)[]) => {
    expect(shown(sheet, 'A2:A5').flat()).toEqual(column);
  };
  await calculator.calculate(book);
  expectShown(600, 'number number number', 200, 600);
  expect(shown(sheet, 'H1:J1')).toEqual([[200, 300, 100]]);

  type(sheet, 'B1', 4);
  await calculator.calculate(book);
  expectShown(800, 'number number number', 200, 800);

  type(sheet, 'A1', 200);
  type(sheet, 'F1', '=A1+1');
  await calculator.calculate(book);
  expectShown(1600, 'number number number', 400, 1600);
});
