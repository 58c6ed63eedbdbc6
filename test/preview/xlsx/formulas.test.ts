import { decodeFormula, functionTable } from '../../../src/preview/xlsx/decodeFormula';
import { encodeFormula } from '../../../src/preview/xlsx/encodeFormula';
import { shiftFormula } from '../../../src/preview/xlsx/shiftFormula';
import { showIntersections } from '../../../src/preview/xlsx/intersections';
import { worksWithArrays } from '../../../src/preview/xlsx/arrayFormula';

const names = functionTable(['POOL.SPLIT', 'POOL.SHARE', 'CX.GET_PRICE']);

// Sources: office-js issues 2568 and 3558 (stored names), [MS-XLSX] 2.2.2 (future functions), ECMA-376 18.17 (references).
describe('a stored formula is shown as Excel shows it', () => {
  test.each([
    ['as the add-in in Excel stores it', '_xldudf_POOL_SPLIT(B2,C1:F1)', 'POOL.SPLIT(B2,C1:F1)'],
    ['nested', 'SUM(_xldudf_POOL_SPLIT(B2,C1:F1))', 'SUM(POOL.SPLIT(B2,C1:F1))'],
    ['with the damaged prefix of issue 2568', '1+[1]!_xldudf_POOL_SHARE(B2,C1:F1,1)', '1+POOL.SHARE(B2,C1:F1,1)'],
    ['plainly, as other programs write it', 'pool.split(B2,C1:F1)', 'POOL.SPLIT(B2,C1:F1)'],
    ['a name that holds an underscore of its own', '_xldudf_CX_GET_PRICE("x")', 'CX.GET_PRICE("x")'],
    ['one of our namespace that was not listed', '_xldudf_POOL_SETTLE(A1:A3,B1:B3)', 'POOL.SETTLE(A1:A3,B1:B3)'],
    ['a stored name inside a string stays', '"_xldudf_POOL_SPLIT("&A1', '"_xldudf_POOL_SPLIT("&A1'],
    ['a stored name in a sheet name stays', "'_xldudf_POOL_SPLIT('!A1", "'_xldudf_POOL_SPLIT('!A1"],
    ['a stored name as a column stays', 'T[_xldudf_POOL_SPLIT(]', 'T[_xldudf_POOL_SPLIT(]'],
    ['another add-in stays', '_xldudf_OTHER_FN(1)', '_xldudf_OTHER_FN(1)'],
    ['newer functions', '_xlfn.XLOOKUP(A1,B:B,C:C)+_xlfn._xlws.SORT(A1:A3)', 'XLOOKUP(A1,B:B,C:C)+SORT(A1:A3)'],
    ['names inside LET', '_xlfn.LET(_xlpm.x,1,_xlpm.x+1)', 'LET(x,1,x+1)'],
    ['a whole spill', 'SUM(_xlfn.ANCHORARRAY(B2))', 'SUM(B2#)'],
    ['one value of it', '_xlfn.SINGLE(A1:A3)*2', '@A1:A3*2'],
    ['this row keeps its long form', 'T[[#This Row],[Amount]]*2', 'T[[#This Row],[Amount]]*2'],
  ])('%s', (_why, stored, shown) => expect(decodeFormula(stored, names)).toBe(shown));
});

describe('a shown formula is stored so that Excel knows it', () => {
  test.each([
    ['our functions', 'Pool.Split(B2,C1:F1)', '_xldudf_POOL_SPLIT(B2,C1:F1)'],
    ['our name in a string stays', '"POOL.SPLIT("&A1', '"POOL.SPLIT("&A1'],
    ['newer functions', 'xlookup(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    [
      'newer functions of the sheet',
      'SORT(FILTER(A1:A3,B1:B3>0))',
      '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A3,B1:B3>0))',
    ],
    ['old functions as they are', 'SUMPRODUCT((A1:A3="x")*B1:B3)', 'SUMPRODUCT((A1:A3="x")*B1:B3)'],
    ['names inside LET', 'LET(x,A1,y,x*2,x+y)+x', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)+x'],
    ['names inside LAMBDA', 'MAP(A1:A3,LAMBDA(v,v*2))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))'],
    ['this row of the table', '[@Amount]*2', 'Lines[[#This Row],[Amount]]*2'],
    ['this row of a named table', 'Other[@Amount]', 'Other[[#This Row],[Amount]]'],
    ['a column name with a space', '[@[Net amount]]', 'Lines[[#This Row],[Net amount]]'],
    ['several columns of this row', 'SUM(Other[@[a]:[c]])', 'SUM(Other[[#This Row],[a]:[c]])'],
    ['a column name that ends in an apostrophe', "SUM([St John''s])", "SUM(Lines[St John''s])"],
    ['another workbook is no column', '[1]Ledger!A1+[2]!Rate', '[1]Ledger!A1+[2]!Rate'],
    ['a whole spill', "SUM('A b'!B2#)", "SUM(_xlfn.ANCHORARRAY('A b'!B2))"],
    ['one value', '@A1:A3*2', '_xlfn.SINGLE(A1:A3)*2'],
    ['one value of a call', '@POOL.SPLIT(B2,C1:F1)+1', '_xlfn.SINGLE(_xldudf_POOL_SPLIT(B2,C1:F1))+1'],
    ['an error value is no spill mark', 'IF(A1=#N/A,#REF!,1)', 'IF(A1=#N/A,#REF!,1)'],
  ])('%s', (_why, shown, stored) => expect(encodeFormula(shown, { tableName: 'Lines' })).toBe(stored));
});

describe('a shared formula moves only what is relative', () => {
  test.each([
    ['both directions', 'A1+B2', 2, 1, 'B3+C4'],
    ['anchors stay', '$A$1+$A1+A$1', 1, 1, '$A$1+$A2+B$1'],
    ['ranges, whole columns and rows', 'SUM(A1:B2)+SUM(C:D)+SUM(3:$4)', 1, 1, 'SUM(B2:C3)+SUM(D:E)+SUM(4:$4)'],
    ['a quoted sheet name that looks like a cell stays', "'A1'!A1+'It''s B2'!B2", 1, 0, "'A1'!A2+'It''s B2'!B3"],
    ['an unquoted sheet name stays', 'Q1!A1+Jan:Mar!A1', 1, 0, 'Q1!A2+Jan:Mar!A2'],
    ['strings, functions and columns of tables stay', 'LOG10(A1)&"A1"&T[A1]', 1, 0, 'LOG10(A2)&"A1"&T[A1]'],
    ['names stay', 'Rate_1*A1+TAX', 1, 0, 'Rate_1*A2+TAX'],
    ['beyond the edge is no reference', 'A1', -1, 0, '#REF!'],
    ['numbers stay', 'A1*1.5+2E3', 1, 0, 'A2*1.5+2E3'],
  ])('%s', (_why, formula, rows, columns, moved) => expect(shiftFormula(formula, rows, columns)).toBe(moved));
});

describe('a formula is marked as working with arrays', () => {
  test.each([
    ['ours', '=POOL.SHARE(A1,B1:C1,1)', true],
    ['ours inside another', '=IF(A1>0,ROUND(POOL.SHARE(A1,B1:C1,1),2),0)', true],
    ['a function that gives an array', '=UNIQUE(A1:A9)', true],
    ['a range beside an operator', '=A1:A3*2', true],
    ['a range inside an ordinary sum', '=SUM(IF(A1:A3>1,B1:B3))', true],
    ['a range as an argument', '=SUM(A1:A3)+SUMIFS(B:B,A:A,"x")', false],
    ['a column as an argument', '=SUM(T[Amount])', false],
    ['SUMPRODUCT does it by itself', '=SUMPRODUCT((A1:A3="x")*T[Amount])', false],
    ['but not through IF', '=SUMPRODUCT(IF(A1:A3="x",1,0)*T[Amount])', true],
    ['and a function of one number inside it', '=SUMPRODUCT(ROUND(T[Amount]/3,2))', false],
    ['this row', '=T[[#This Row],[a]]*T[[#This Row],[b]]', false],
    ['a bare column', '=T[Amount]', true],
    ['a name of ours in a string', '="POOL.SPLIT("', false],
  ])('%s', (_why, formula, expected) => expect(worksWithArrays(formula)).toBe(expected));
});

// What Excel shows for an ordinary formula of a file made before arrays could spill ([MS-XLSX]: no `cm`).
describe('a whole range where one value is meant is shown with @', () => {
  test.each([
    ['beside an operator', 'A:A*2', '@A:A*2'],
    ['alone', 'A1:A9', '@A1:A9'],
    ['in a function of one value', 'ROUND(A:A*$B$1,2)+SUM(A:A)', 'ROUND(@A:A*$B$1,2)+SUM(A:A)'],
    ['on another sheet', "'St John''s'!A:A&\"x\"", "@'St John''s'!A:A&\"x\""],
    ['a column of a table', 'IF(T[Amount]>0,1,0)', 'IF(@T[Amount]>0,1,0)'],
    ['not where a range is meant', 'SUM(A1:A9)+VLOOKUP(A1,C:D,2,FALSE)', 'SUM(A1:A9)+VLOOKUP(A1,C:D,2,FALSE)'],
    ['not inside sums of products', 'SUMPRODUCT((A1:A9="x")*B1:B9)', 'SUMPRODUCT((A1:A9="x")*B1:B9)'],
    ['not for our functions, whoever wrote the file', 'POOL.SPLIT(A1,B1:D1)', 'POOL.SPLIT(A1,B1:D1)'],
    ['not this row of a table', 'T[[#This Row],[a]]*2', 'T[[#This Row],[a]]*2'],
    ['not a span of sheets', 'SUM(Jan:Mar!A1)+Jan:Mar!A1', 'SUM(Jan:Mar!A1)+Jan:Mar!A1'],
    ['not up to a cell that is looked up', 'SUM(A1:INDEX(A:A,3))', 'SUM(A1:INDEX(A:A,3))'],
    ['not a time of day in a string', '"10:30"&A1', '"10:30"&A1'],
  ])('%s', (_why, stored, shown) => {
    expect(showIntersections(stored)).toBe(shown);
    // Saved again as an ordinary formula it is what it was.
    expect(encodeFormula(shown, { isArray: worksWithArrays(shown) })).toBe(
      stored.replace('POOL.SPLIT', '_xldudf_POOL_SPLIT'),
    );
  });
});
