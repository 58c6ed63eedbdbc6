/*
 * The many ways in which another program, or a person, writes a formula of ours into a file, each with the result that was
 * worked out by hand or with exact fractions elsewhere. One workbook holds them all, so that none disturbs another.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CellError, type CellValue } from '../../../src/preview/book/values';
import { runHeadless } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { rawWorkbook, row } from './rawWorkbook';

const CASES: readonly (readonly [formula: string, result: readonly (readonly CellValue[])[]])[] = [
  ['POOL.SPLIT(A1,B1:D1)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT($A$1,Sheet1!$B$1:$D$1)', [[33.33, 50, 16.67]]],
  ['_xldudf_POOL_SPLIT(A1,B1:D1)', [[33.33, 50, 16.67]]],
  ['[1]!_xldudf_POOL_SPLIT(A1,B1:D1)', [[33.33, 50, 16.67]]],
  ['SUM(POOL.SPLIT(A1,B1:D1))', [[100]]],
  ['INDEX(POOL.SPLIT(A1,B1:D1),2)', [[50]]],
  ['INDEX(POOL.SPLIT(A1,B1:D1),1,3)', [[16.67]]],
  ['ROUND(POOL.SHARE(A1,B1:D1,3),0)', [[17]]],
  ['IF(A1>0,POOL.SPLIT(A1,B1:D1),0)', [[33.33, 50, 16.67]]],
  ['IFERROR(POOL.SPLIT(A2,B1:D1),"bad")', [['bad']]],
  ['ISERROR(POOL.SPLIT(A2,B1:D1))', [[true]]],
  ['ISNA(POOL.PRORATA(1,0,A11))', [[true]]],
  ['ERROR.TYPE(POOL.SPLIT(A2,B1:D1))', [[3]]],
  ['_xlfn.LET(_xlpm.x,A1,_xlpm.w,B1:D1,POOL.SPLIT(_xlpm.x,_xlpm.w))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A2,B1:D1)', [['#VALUE!']]],
  ['POOL.SPLIT(A3,B1:D1)', [['#DIV/0!']]],
  ['POOL.SPLIT(A4,B1:D1)', [['#N/A']]],
  ['POOL.SPLIT(A7,B1:D1)', [['#VALUE!']]],
  ['POOL.SPLIT(A8,{1,1,1})', [[0.1, 0.1, 0.1]]],
  ['POOL.SPLIT(A9,B1:D1)', [[0, 0, 0]]],
  ['POOL.SPLIT(A10,B1:D1)', [['#VALUE!']]],
  ['POOL.SPLIT(A1,B5:D5)', [[66.67, 0, 33.33]]],
  ['POOL.SPLIT(A1,B1:D1,"")', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,B1:D1,,,)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,B1:D1,Z1,Z2,Z3)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,B1:D1,"named_partner",,2)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,B1:D1,"NAMED PARTNER",0.01,1)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,TRANSPOSE(B1:D1))', [[33.33], [50], [16.67]]],
  ['TRANSPOSE(POOL.SPLIT(A1,B1:D1))', [[33.33], [50], [16.67]]],
  ['-POOL.SPLIT(A1,B1:D1)', [[-33.33, -50, -16.67]]],
  ['POOL.SPLIT(A6,B1:D1)+POOL.SPLIT(A1,B1:D1)', [[0, 0, 0]]],
  ['POOL.SETTLE(Data!E:E,Data!F:F)', [[-100], [150], [50]]],
  [
    'POOL.TRANSFERS(Data!H1:H3,Data!I1:I3)',
    [
      ['A', 'B', 50],
      ['A', 'C', 20],
    ],
  ],
  ['POOL.PRORATA(30000,DATE(2004,9,1),DATE(2005,3,31))', [[17424.66]]],
  ['POOL.PRORATA(30000,A12,DATE(2005,3,31))', [['#VALUE!']]],
  ['POOL.PRORATA(30000,A11,DATE(2005,3,31),,"months")', [[30000]]],
  ['SUMPRODUCT(POOL.SPLIT(A1,B1:D1)*{1,0,1})', [[50]]],
  ['@POOL.SPLIT(A1,B1:D1)', [[33.33]]],
  ['_xlfn.SINGLE(POOL.SPLIT(A1,B1:D1))', [[33.33]]],
  ['POOL.SPLIT(#REF!,B1:D1)', [['#REF!']]],
  ['POOL.SPLIT(A1,(B1:D1))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1 , B1 : D1)', [[33.33, 50, 16.67]]],
  ['_xlfn.CHOOSECOLS(POOL.SPLIT(A1,B1:D1),1,3)', [[33.33, 16.67]]],
  ['_xlfn.HSTACK(POOL.SPLIT(A1,B1:D1),SUM(POOL.SPLIT(A1,B1:D1)))', [[33.33, 50, 16.67, 100]]],
  ['POOL.EQUALSHARE(21000,Data!K1:K5,Data!L1:L5,20000)', [[4625], [4625], [4625], [4625], [1500], [1000]]],
  ['POOL.RISKSHARE(1000,{50;30;20},{300;0;0})', [[300], [300], [200], [200]]],
  ['POOL.RISKSHARE(1000,{50;30;20},{300;0;0},TRUE)', [[300], [420], [280], [0]]],
  ['POOL.WATERFALL(900,{500,300})', [[500, 300, 100]]],
  ['POOL.BETTERMENT({600,400},{500,400})', [[50, -50]]],
  ['POOL.ROLLFORWARD(100000,2000,5.66%,0,1500)', [[106273.2]]],
  ['POOL.SHARESON(DATE(2005,3,31),{"C";"P";"C";"P"},{38078;38078;38443;38443},{0.6;0.4;0.55;0.45})', [[0.6], [0.4]]],
  ['COUNTA(POOL.TRACE(A1,B1:D1))', [[35]]],
  ['TEXT(POOL.SHARE(A1,B1:D1,1),"0.00")&" pounds"', [['33.33 pounds']]],
  ['IF(POOL.SHARE(A1,B1:D1,1)=33.33,"yes","no")', [['yes']]],
  ['POOL.SHARE(B1:B1,B1:D1,1)', [[0.67]]],
  ['POOL.SHARE(A1:B1,B1:D1,1)', [['#VALUE!']]],
  [
    'POOL.SPLIT({100;200},{1,1;1,3})',
    [
      [50, 50],
      [50, 150],
    ],
  ],
  [
    'POOL.SPLIT({10;10;10},{1,1,1},"running")',
    [
      [3.34, 3.33, 3.33],
      [3.33, 3.34, 3.33],
      [3.33, 3.33, 3.34],
    ],
  ],
  [
    'POOL.RECONCILE({"A1";"A2"},{500;10},{"A1";"A2"},{450;10})',
    [
      ['Kind', 'Left row', 'Right row', 'Reference', 'Left', 'Right', 'Difference'],
      ['amount difference', 1, 1, 'A1', 500, 450, 50],
    ],
  ],
  ['_xlfn.LET(_xlpm.x,A1,POOL.SPLIT(_xlpm.x,B1:D1))', [[33.33, 50, 16.67]]],
  ['_xlfn.LET(_xlpm.w,B1:D1,POOL.SPLIT(A1,_xlpm.w))', [[33.33, 50, 16.67]]],
  ['_xlfn.LET(_xlpm.w,B1:D1,SUM(_xlpm.w))', [[6]]],
  ['_xlfn.LET(_xlpm.w,{2,3,1},POOL.SPLIT(A1,_xlpm.w))', [[33.33, 50, 16.67]]],
  ['_xlfn.LET(_xlpm.w,B1:D1*1,POOL.SPLIT(A1,_xlpm.w))', [[33.33, 50, 16.67]]],
  ['_xlfn.LET(_xlpm.s,POOL.SPLIT(A1,B1:D1),SUM(_xlpm.s))', [[100]]],
  [
    '_xlfn.LET(_xlpm.w,B1:D1,_xlpm.s,POOL.SPLIT(A1,_xlpm.w),_xlfn.HSTACK(_xlpm.s,SUM(_xlpm.s)))',
    [[33.33, 50, 16.67, 100]],
  ],
  ['_xlfn.LET(_xlpm.amount,A1,_xlpm.shares,POOL.SPLIT(_xlpm.amount,B1:D1),INDEX(_xlpm.shares,1,2))', [[50]]],
  ['LET(w,B1:D1,POOL.SPLIT(A1,w))', [[33.33, 50, 16.67]]],
  ['_xlfn.LAMBDA(_xlpm.x,POOL.SHARE(_xlpm.x,B1:D1,1))(A1)', [[33.33]]],
  ['_xlfn.MAP(B1:D1,_xlfn.LAMBDA(_xlpm.x,POOL.SHARE(_xlpm.x,B1:D1,1)))', [[0.67, 1, 0.33]]],
  ['_xlfn.BYROW(B1:D1,_xlfn.LAMBDA(_xlpm.r,POOL.SHARE(A1,_xlpm.r,1)))', [[33.33]]],
  ['_xlfn.REDUCE(0,B1:D1,_xlfn.LAMBDA(_xlpm.a,_xlpm.v,_xlpm.a+POOL.SHARE(_xlpm.v,B1:D1,1)))', [[2]]],
  ['POOL.SPLIT(CHOOSE(1,A1,5),B1:D1)', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,IF(TRUE,B1:D1))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,INDEX(B1:D1,0))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,OFFSET(A1,0,1,1,3))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,INDIRECT("B1:D1"))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,CHOOSE({1,2,3},B1,C1,D1))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,_xlfn.TAKE(B1:D1,1))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,_xlfn._xlws.FILTER(B1:D1,B1:D1>0))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(A1,B1:INDEX(B1:D1,3))', [[33.33, 50, 16.67]]],
  ['POOL.SPLIT(SUM(POOL.SPLIT(A1,B1:D1)),B1:D1)', [[33.33, 50, 16.67]]],
  ['SUMPRODUCT(--(POOL.SPLIT(A1,B1:D1)>20))', [[2]]],
  ['MAX(POOL.SPLIT(A1,B1:D1))', [[50]]],
  ['XLOOKUP(50,POOL.SPLIT(A1,B1:D1),B1:D1)', [[3]]],
  ['IFNA(POOL.PRORATA(1,0,1),"none")', [['none']]],
  ['SWITCH(1,1,POOL.SHARE(A1,B1:D1,1))', [[33.33]]],
  ['SUM(POOL.SPLIT(A1,B1:D1)*{1,1,1})', [[100]]],
  ['ROUND(POOL.SPLIT(A1,B1:D1),0)', [[33, 50, 17]]],
  ['TEXT(POOL.SPLIT(A1,B1:D1),"0.0")', [['33.3', '50.0', '16.7']]],
  [
    'POOL.SPLIT(_xlfn.SEQUENCE(2)*100,B1:D1)',
    [
      [33.33, 50, 16.67],
      [66.67, 100, 33.33],
    ],
  ],
  ['POOL.EQUALSHARE(100,3)', [[33.34], [33.33], [33.33]]],
  ['POOL.EQUALSHARE(100,COUNTA(B1:D1))', [[33.34], [33.33], [33.33]]],
  ['POOL.SHARE(-3.0,{1,1},1)', [[-1.5]]],
  ['POOL.SHARE(3,{1.50,1},1)', [[1.8]]],
  ['POOL.SHARE(3E2,{1E0,1},1)', [[150]]],
  ['POOL.SHARE(.5,{.5,.5},1)', [[0.25]]],
  ['POOL.SHARE(3,{+1,1},1)', [[1.5]]],
  ['POOL.SHARE(-3.50%,{1,1},1)', [[-0.02]]],
  ['POOL.SHARE(3,{1,"1"},1)', [['#VALUE!']]],
];

/** Each formula has room of its own in column J, so that its array can spill. */
const ROWS_EACH = 8;
const FIRST_ROW = 21;
const COLUMN_J = 9;

const text = (value: string): string => `<is><t>${value}</t></is>`;
const xml = (formula: string): string =>
  `<f>${formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</f>`;

const DATA = [
  row(1, [['E1', 600], ['F1', 700], ['H1', text('A'), ' t="inlineStr"'], ['I1', 70], ['K1', text('PCT'), ' t="inlineStr"'], ['L1', text('equal'), ' t="inlineStr"']]),
  row(2, [['E2', 400], ['F2', 250], ['H2', text('B'), ' t="inlineStr"'], ['I2', -50], ['K2', text('Trust'), ' t="inlineStr"'], ['L2', text('Equal'), ' t="inlineStr"']]),
  row(3, [['H3', text('C'), ' t="inlineStr"'], ['I3', -20], ['K3', text('County'), ' t="inlineStr"'], ['L3', text('EQUAL'), ' t="inlineStr"']]),
  row(4, [['K4', text('City'), ' t="inlineStr"'], ['L4', text('equal'), ' t="inlineStr"']]),
  row(5, [['K5', text('Rutland'), ' t="inlineStr"'], ['L5', 1500]]),
].join(''); // prettier-ignore

const INPUTS = [
  row(1, [['A1', 100], ['B1', 2], ['C1', 3], ['D1', 1]]),
  row(2, [['A2', text('100'), ' t="inlineStr"']]),
  row(3, [['A3', '<v>#DIV/0!</v>', ' t="e"']]),
  row(4, [['A4', '<v>#N/A</v>', ' t="e"']]),
  row(5, [['B5', 2], ['D5', 1]]),
  row(6, [['A6', -100]]),
  row(7, [['A7', '<v>1</v>', ' t="b"']]),
  row(8, [['A8', 0.1 + 0.2]]),
  row(9, [['A9', text('   '), ' t="inlineStr"']]),
  row(10, [['A10', 1e20]]),
  row(11, [['A11', 38078]]),
  row(12, [['A12', text('01/04/2004'), ' t="inlineStr"']]),
].join(''); // prettier-ignore

const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands at a place of the saved file, an error as its code. */
let shown: (sheetRow: number, column: number) => CellValue = () => null;

beforeAll(async () => {
  const formulas = CASES.map(([formula], index) => {
    const at = FIRST_ROW + index * ROWS_EACH;
    return row(at, [[`J${at}`, xml(formula)]]);
  });
  writeFileSync(join(folder, 'in.xlsx'), rawWorkbook({ Sheet1: INPUTS + formulas.join(''), Data: DATA }));
  await runHeadless(['calc', 'in.xlsx', 'out.xlsx'], { project: resolve(__dirname, '../../..'), working: folder });
  const opened = openXlsx(readFileSync(join(folder, 'out.xlsx')));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const [sheet] = opened.value.book.sheets;
  shown = (sheetRow, column) => {
    const value = sheet?.value(sheetRow - 1, column) ?? null;
    return value instanceof CellError ? value.code : value;
  };
}, 60_000);

test.each(CASES.map(([formula, result], index) => ({ formula, result, index })))('=$formula', ({ result, index }) => {
  const top = FIRST_ROW + index * ROWS_EACH;
  const width = result[0]?.length ?? 0;
  const found = result.map((_, down) =>
    Array.from({ length: width }, (__, right) => shown(top + down, COLUMN_J + right)),
  );
  expect(found).toEqual(result);
  // The array ends where it should.
  expect([shown(top, COLUMN_J + width), shown(top + result.length, COLUMN_J)]).toEqual([null, null]);
});
