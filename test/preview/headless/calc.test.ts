/*
 * The headless runner as a user calls it: files in, files out, exit codes, and what is printed. The workbooks are written by
 * hand in the test, as other programs write them.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parseArea } from '../../../src/preview/book/address';
import { CellError, type CellValue } from '../../../src/preview/book/values';
import type { Outcome } from '../../../src/preview/headless/outcome';
import { runHeadless, type RunResult } from '../../../src/preview/headless/run';
import { openXlsx } from '../../../src/preview/xlsx/openXlsx';
import { rawWorkbook, row } from './rawWorkbook';

const project = resolve(__dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'poolbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
async function calc(
  bytes: Uint8Array,
  ...options: string[]
): Promise<RunResult & { outcome: Outcome; output: string }> {
  const name = `in${++files}.xlsx`;
  writeFileSync(join(folder, name), bytes);
  const output = `out${files}.xlsx`;
  const result = await runHeadless(['calc', name, output, '--json', ...options], { project, working: folder });
  return { ...result, outcome: JSON.parse(result.stdout) as Outcome, output: join(folder, output) };
}

/** What the saved file itself says, read afresh: values that any program without the add-in would show. */
function saved(file: string, address: string, sheetIndex = 0): CellValue[][] {
  const opened = openXlsx(readFileSync(file));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const area = parseArea(address)!;
  const sheet = opened.value.book.sheets[sheetIndex]!;
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => {
      const value = sheet.value(area.row + down, area.column + right);
      return value instanceof CellError ? value.code : value;
    }),
  );
}

const WEIGHTS = row(1, [
  ['A1', 2],
  ['B1', 3],
  ['C1', 1],
  ['E1', '<f>POOL.SPLIT(1,A1:C1)</f>'],
]);

describe('a formula of ours is calculated however the file writes it', () => {
  test.each([
    ['plain', '<f>POOL.SPLIT(1,A1:C1)</f>', '', false],
    ['lower case', '<f>pool.split(1,A1:C1)</f>', '', false],
    ['as Excel stores it', '<f>_xldudf_POOL_SPLIT(1,A1:C1)</f>', '', false],
    ['with a link index before it', '<f>[1]!_xldudf_POOL_SPLIT(1,A1:C1)</f>', '', false],
    ['as a dynamic array', '<f t="array" ref="E1:G1">_xldudf_POOL_SPLIT(1,A1:C1)</f><v>9</v>', ' cm="1"', true],
    [
      'as a dynamic array of one cell, never calculated',
      '<f t="array" ref="E1">POOL.SPLIT(1,A1:C1)</f>',
      ' cm="1"',
      true,
    ],
    ['as an old array formula', '<f t="array" ref="E1:G1">POOL.SPLIT(1,A1:C1)</f>', '', false],
  ])('%s', async (_how, formula, attributes, dynamicArrays) => {
    const cells = row(1, [
      ['A1', 2],
      ['B1', 3],
      ['C1', 1],
    ]).replace('</row>', `<c r="E1"${attributes}>${formula}</c></row>`);
    const { exitCode, outcome, output } = await calc(rawWorkbook({ Sheet1: cells }, { dynamicArrays }));
    expect(saved(output, 'E1:H1')).toEqual([[0.33, 0.5, 0.17, null]]);
    expect(outcome).toMatchObject({
      task: 'calc',
      period: null,
      totals: { poolFormulas: 1, otherFormulas: 0, errors: 0 },
      findings: [],
    });
    expect(exitCode).toBe(0);
  });
});

test('results are saved so that Excel with the add-in knows the function, and other programs show the values', async () => {
  const { output } = await calc(rawWorkbook({ Sheet1: WEIGHTS }));
  const sheet = strFromU8(unzipSync(readFileSync(output))['xl/worksheets/sheet1.xml']!);
  expect(sheet).toMatch(
    /<c r="E1" cm="1"[^>]*><f t="array" ref="E1:G1">_xldudf_POOL_SPLIT\(1,A1:C1\)<\/f><v>0\.33<\/v><\/c><c r="F1"[^>]*><v>0\.5<\/v><\/c>/,
  );
});

test('a formula of ours is stored as Excel stores it even where its value was right already', async () => {
  const cells = row(1, [['A1', '<f>IFERROR(pool.split(1,B1:C1),"refused")</f><v>refused</v>', ' t="str"']]);
  const { output } = await calc(rawWorkbook({ Sheet1: cells }));
  const sheet = strFromU8(unzipSync(readFileSync(output))['xl/worksheets/sheet1.xml']!);
  expect(sheet).toMatch(/cm="1".*<f t="array" ref="A1">IFERROR\(_xldudf_POOL_SPLIT\(1,B1:C1\),/);
});

test('a refusal is an error finding with its cell and its sentence, the file is saved, and the exit code is 1', async () => {
  const cells = row(1, [
    ['A1', -5],
    ['B1', '<f>POOL.SPLIT(100,A1:A2)</f>'],
    ['C1', '<f>B1+1</f>'],
    ['D1', '<f>1+1</f>'],
  ]);
  const { exitCode, outcome, output } = await calc(rawWorkbook({ 'Cost shares': cells }));
  expect(exitCode).toBe(1);
  expect(saved(output, 'B1:D1')).toEqual([['#VALUE!', '#VALUE!', 2]]);
  expect(outcome.totals).toEqual({ poolFormulas: 1, otherFormulas: 2, errors: 2, valuesKept: 0 });
  expect(outcome.findings.map(({ kind, severity, where }) => [kind, severity, where])).toEqual([
    ['pool-formula-error', 'error', "'Cost shares'!B1"],
    ['formula-error', 'warning', "'Cost shares'!C1"],
  ]);
  expect(outcome.findings[0]!.sentence).toMatch(/^'Cost shares'!B1 shows #VALUE!\. .*-5.*negative.*\.$/);
});

test('a formula that only Excel can calculate keeps the value of the file, and what reads it follows', async () => {
  const cells = row(1, [
    ['A1', '<f>CUBEVALUE("x")</f><v>41</v>'],
    ['B1', '<f>A1+1</f><v>0</v>'],
  ]);
  const { exitCode, outcome, output } = await calc(rawWorkbook({ Sheet1: cells }));
  expect(saved(output, 'A1:B1')).toEqual([[41, 42]]);
  expect(outcome.findings).toEqual([
    expect.objectContaining({ kind: 'value-kept', severity: 'info', where: 'Sheet1!A1' }),
  ]);
  expect(exitCode).toBe(0);
});

test('stale values of ordinary formulas are brought up to date', async () => {
  const cells = row(1, [
    ['A1', 10],
    ['B1', '<f>A1*3</f><v>999</v>'],
    ['C1', '<f>SUM(A1:B1)</f>'],
  ]);
  const { output } = await calc(rawWorkbook({ Sheet1: cells }));
  expect(saved(output, 'B1:C1')).toEqual([[30, 40]]);
});

test('a reason of the engine is told as a sentence', async () => {
  const { outcome } = await calc(rawWorkbook({ Sheet1: row(1, [['A1', '<f>POOL.SPLIT(1,Weights)</f>']]) }));
  expect(outcome.findings[0]?.sentence).toBe('Sheet1!A1 shows #NAME?. The workbook has no name Weights.');
});

test('formulas that lead back to themselves are an error', async () => {
  const cells = row(1, [
    ['A1', '<f>B1+1</f><v>0</v>'],
    ['B1', '<f>A1+1</f><v>0</v>'],
  ]);
  const { exitCode, outcome } = await calc(rawWorkbook({ Sheet1: cells }));
  expect(outcome.findings).toEqual([expect.objectContaining({ kind: 'circular-reference', severity: 'error' })]);
  expect(exitCode).toBe(1);
});

test('the input file is not changed', async () => {
  const bytes = rawWorkbook({ Sheet1: WEIGHTS });
  await calc(bytes);
  expect(new Uint8Array(readFileSync(join(folder, `in${files}.xlsx`)))).toEqual(bytes);
});

describe('what cannot run says why in one sentence and exits with 2', () => {
  const good = join(folder, 'good.xlsx');
  writeFileSync(good, rawWorkbook({ Sheet1: WEIGHTS }));
  writeFileSync(join(folder, 'text.xlsx'), 'Partner,Amount\nLeeds,3\n');
  writeFileSync(join(folder, 'from1904.xlsx'), rawWorkbook({ Sheet1: WEIGHTS }, { from1904: true }));
  test.each([
    ['an unknown task', ['nonsense', good, 'out.xlsx'], /no task "nonsense"\. The tasks are calc, model, .*check\./],
    ['a missing file', ['calc', 'nowhere.xlsx', 'out.xlsx'], /There is no file .*nowhere\.xlsx\./],
    ['a file that is no workbook', ['calc', 'text.xlsx', 'out.xlsx'], /^text\.xlsx: .*plain text/],
    ['dates counted from 1904', ['calc', 'from1904.xlsx', 'out.xlsx'], /^from1904\.xlsx: .*read four years early/],
    ['the input as output', ['calc', good, good], /is the input file, which is never changed/],
    ['the input as output by another way', ['calc', good, join(folder, '.', 'good.xlsx')], /is the input file/],
    ['an output that Excel would not open', ['calc', good, 'out.xls'], /out\.xls does not end in \.xlsx/],
    ['no output', ['calc', good], /needs a name for the workbook it writes/],
    [
      'an output folder that is not there',
      ['calc', good, 'deep/down/out.xlsx'],
      /The folder .*down for the output does not exist/,
    ],
    [
      'a financial period for a month',
      ['reconcile', good, 'out.xlsx', '--period', '6'],
      /--period 6 is not a calendar month/,
    ],
    ['no month', ['reconcile', good, 'out.xlsx'], /needs a month: add --period/],
    ['an unknown option', ['calc', good, 'out.xlsx', '--fast'], /unknown option '--fast'/],
    ['nothing at all', [], /missing required argument 'task'/],
  ])('%s', async (_why, words, sentence) => {
    const { exitCode, stdout, stderr } = await runHeadless(words, { project, working: folder });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
  });

  test('with --json the sentence is in the object as well', async () => {
    const { exitCode, stdout } = await runHeadless(['calc', 'nowhere.xlsx', 'out.xlsx', '--json'], {
      project,
      working: folder,
    });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      task: 'calc',
      findings: [{ severity: 'error', sentence: expect.stringMatching(/There is no file/) }],
      written: [],
    });
  });
});

test('without --json the outcome is told in words', async () => {
  const { stdout, exitCode } = await runHeadless(['calc', 'good.xlsx', 'told.xlsx'], { project, working: folder });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Task calc: done\.\n {2}poolFormulas: 1\n/);
});
