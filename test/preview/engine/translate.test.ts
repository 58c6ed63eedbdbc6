/*
 * Excel's formula texts and what the engine is given for them. Source of the writing: ECMA-376 part 1, 18.17, and
 * Microsoft's page on structured references.
 */
import { addTable, bookOf, shown, testCalculator } from './support';
import { tokenizeFormula } from '../../../src/preview/book/formulaTokens';
import { translateFormula } from '../../../src/preview/engine/translate';

function ledgerBook() {
  const book = bookOf({
    Summary: [[1]],
    "St John's": [
      ['Net', 'Unit [x]', "St John's", '#no', 'A@b', 'Net 2'],
      [10, 1, 5, 7, 9, 100],
      [20, 2, 6, 8, 10, 200],
      [30, null, null, null, null, null],
    ],
  });
  addTable(book, book.sheets[1]!, 'Ledger', 'A1:F4', true);
  book.names.push(
    { name: 'Weights', formula: '=Summary!$A$1:$A$3', visible: true },
    { name: 'Rate', formula: '=0.1+0.2', visible: true },
    { name: 'Weights', formula: "='St John''s'!$A$2", scope: "St John's", visible: true },
    { name: 'Loop', formula: '=Loop+1', visible: true },
  );
  return book;
}

const book = ledgerBook();
const isKnownFunction = (name: string): boolean => ['SUM', 'POOL.SPLIT', 'LET', 'ROUND', 'TEXT'].includes(name);
const context = { book, isKnownFunction };
const translated = (formula: string, sheet = 0, row = 9, column = 9): string => {
  const result = translateFormula(formula, { sheet: book.sheets[sheet]!, row, column }, context);
  return result.ok ? result.formula : `${result.code} ${result.why}`;
};

test.each([
  ['a whole table is its body', '=SUM(Ledger)', "=SUM('St John''s'!$A$2:$F$3)"],
  ['a column', '=SUM(Ledger[Net])', "=SUM('St John''s'!$A$2:$A$3)"],
  ['a column in any case', '=sum(ledger[net])', "=SUM('St John''s'!$A$2:$A$3)"],
  ['a column with brackets', "=SUM(Ledger[Unit '[x']])", "=SUM('St John''s'!$B$2:$B$3)"],
  ['a column with an apostrophe', "=SUM(Ledger[St John''s])", "=SUM('St John''s'!$C$2:$C$3)"],
  ['a column with a hash', "=SUM(Ledger['#no])", "=SUM('St John''s'!$D$2:$D$3)"],
  ['a column with an at sign', "=SUM(Ledger[A'@b])", "=SUM('St John''s'!$E$2:$E$3)"],
  ['headings', '=Ledger[#Headers]', "='St John''s'!$A$1:$F$1"],
  ['everything', '=SUM(Ledger[#All])', "=SUM('St John''s'!$A$1:$F$4)"],
  ['the total row of a column', '=Ledger[[#Totals],[Net]]', "='St John''s'!$A$4"],
  ['headings and body', '=SUM(Ledger[[#Headers],[#Data],[Net]])', "=SUM('St John''s'!$A$1:$A$3)"],
  ['a span of columns', "=SUM(Ledger[[Net]:[St John''s]])", "=SUM('St John''s'!$A$2:$C$3)"],
  ['a sheet quoted', "='St John''s'!B2*2", "='St John''s'!B2*2"],
  ['a name', '=SUM(Weights)', '=SUM(Summary!$A$1:$A$3)'],
  ['a name that is a sum', '=Rate*10', '=(0.1+0.2)*10'],
  ['names bound by LET stay', '=LET(Rate,2,Rate+1)', '=LET(Rate,2,Rate+1)'],
  [
    'names bound inside names bound',
    '=LET(Rate,LET(Weights,2,Weights),Rate)',
    '=LET(Rate,LET(Weights,2,Weights),Rate)',
  ],
  ['file prefixes go', '=_xlfn.LET(_xlpm.x,2,_xlpm.x+1)', '=LET(x,2,x+1)'],
  ['strings are left alone', '=TEXT(1,"Ledger[Net]@#")&"[@Net]"', '=TEXT(1,"Ledger[Net]@#")&"[@Net]"'],
  ['truth is no name', '=TRUE', '=TRUE'],
  ['whole columns and rows', '=SUM(A:C)+SUM(2:3)', '=SUM(A:C)+SUM(2:3)'],
  ['absolute marks', '=SUM($A$1:B$2)', '=SUM($A$1:B$2)'],
  ['array constants', '=SUM({1,2;3,4})', '=SUM({1,2;3,4})'],
  ['numbers as other programs write them', '=SUM(3.0,-0.50,.5,1E3,1e-9,00100)', '=SUM(3,-0.5,0.5,1000,1e-9,100)'],
  ['numbers in array constants', '=SUM({1.0, +2;-3.50,1E2})', '=SUM({1,2;-3.5,100})'],
  ['texts in array constants that hold marks', '=SUM({"a,b","c"})', '=SUM(POOLBOOK.ARRAYOF(1,"a,b","c"))'],
  ['an array function cut to its first value', '=@POOL.SPLIT(1,A1:A2)', '=INDEX(POOL.SPLIT(1,A1:A2),1,1)'],
  ['a cell of a sheet-level name from elsewhere', "='St John''s'!Weights", "='St John''s'!$A$2"],
])('%s: %s', (_why, formula, expected) => {
  expect(translated(formula)).toBe(expected);
});

test.each([
  ['this row, long', '=Ledger[[#This Row],[Net]]*2', "='St John''s'!$A3*2"],
  ['this row, short', '=Ledger[@Net]*2', "='St John''s'!$A3*2"],
  ['inside the table without its name', '=[@Net]+[@[Net 2]]', "='St John''s'!$A3+'St John''s'!$F3"],
  ['a span of this row', '=SUM(Ledger[@[Net]:[#no]])', '#REF! #no is not a part of a table'],
  ['a span of this row, escaped', "=SUM(Ledger[@[Net]:['#no]])", "=SUM('St John''s'!$A3:$D3)"],
  ['a column of the table around', '=SUM([Net])', "=SUM('St John''s'!$A$2:$A$3)"],
  ['@ before a range takes the own row', '=@A1:A9', "='St John''s'!$A$3"],
  ['a name of the own sheet first', '=SUM(Weights)', "=SUM('St John''s'!$A$2)"],
])('in row 3 of the table, %s: %s', (_why, formula, expected) => {
  expect(translated(formula, 1, 2, 1)).toBe(expected);
});

test.each([
  ['=SUM(Nothing[Net])', '#REF! there is no table Nothing'],
  ['=Ledger[Gross]', '#REF! table Ledger has no column Gross to Gross'],
  ['=[@Net]', '#REF! [@Net] stands outside a table'],
  ['=Ledger[@Net]', '#VALUE! this row is not a row of table Ledger'],
  ['=A1#', '#REF! A1 holds no array'],
  ['=Loop', '#NAME? a defined name leads back to itself'],
  ['=CUBE(1)', '#NAME? the preview has no function CUBE'],
  ['=Missing!A1', '#REF! there is no sheet Missing'],
  ['=SUM(A1', '#NAME? the formula =SUM(A1 cannot be read'],
  ['="open', '#NAME? the formula ="open cannot be read'],
  ['=[1]Sheet1!A1', '#REF! [1]Sheet1!A1 is in another workbook or spans sheets'],
  ["='[Other book.xlsx]Sheet 1'!A1", "#REF! '[Other book.xlsx]Sheet 1'!A1 is in another workbook or spans sheets"],
  ['=SUM(Jan:Dec!A1)', '#REF! Jan:Dec!A1 is in another workbook or spans sheets'],
  ['=LET(A1,2,A1+1)', '#NAME? LET needs a name where it has A1'],
  ['=LET(x,2,3,x,x)', '#NAME? LET needs a name where it has 3'],
  ['=LET(x,LET(SUM(1),2,3),x)', '#NAME? LET needs a name where it has SUM(1)'],
  ['=@A1:A3', '#VALUE! A1:A3 has no cell in this row or column'],
])('what has no meaning is an error with its reason: %s', (formula, expected) => {
  expect(translated(formula)).toBe(expected);
});

test.each([
  '=SUM(A1, "a""b", \'St John\'\'s\'!$B$2:C3 )%',
  "=T[[#This Row],[a']b]]+T[x]",
  '={1,2;"a",#N/A}',
  '=-A1^2<>B2:C3 D4',
  '=A1#+@B:B',
])('tokens lose nothing of %s', (formula) => {
  expect(
    `=${
      tokenizeFormula(formula)
        ?.map(({ text }) => text)
        .join('') ?? ''
    }`,
  ).toBe(formula);
});

test('one formula that cannot be read does not spoil the others', async () => {
  const spoiled = bookOf({
    One: [
      ["St John's", '#x', '=SUM(A2:A3)', '=ROUND(2.675,2)'],
      [1, 2, "=SUM(T[St John''s])", "=SUM(T['#x])"],
      [3, 4, '=T[@x', '=J2#'],
      [null, null, "=SUM(T[St John's])", '=[@X]'],
      [null, null, '=SUM(A2:B3)', '=SUM(C1:C2)'],
    ],
  });
  const sheet = spoiled.sheets[0]!;
  addTable(spoiled, sheet, 'T', 'A1:B3');
  await testCalculator().calculate(spoiled);
  expect(shown(sheet, 'C1:D5')).toEqual([
    [4, 2.68],
    [4, 6],
    ['#NAME?', '#REF!'],
    ['#REF!', '#REF!'],
    [10, 8],
  ]);
});
