/* Every documented example gives what the help says, to the penny; at least three for each function, one a refusal. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serialOf } from '../../src/money/calendar';
import { EXAMPLES, FUNCTION_IDS, formulaOf } from '../../src/functions/examples';
import { call } from './callFunction';
import { useCustomFunctionsStub } from './customFunctionsStub';

beforeAll(useCustomFunctionsStub);

test.each(EXAMPLES.map((example) => [`${example.functionId}: ${example.shows}`, example] as const))(
  '%s',
  (_title, example) => {
    expect(call(example.functionId, ...example.args)).toEqual(example.expected);
  },
);

test.each(FUNCTION_IDS)('%s has at least three examples, one of them a refusal', (id) => {
  const own = EXAMPLES.filter((example) => example.functionId === id);
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect(own.some((example) => 'error' in example.expected)).toBe(true);
});

test('an example can be written as a formula', () => {
  const example = EXAMPLES.find(({ shows }) => shows.startsWith('one of two sets'));
  expect(example && formulaOf(example)).toBe(
    '=POOL.SHARESON(38078,{"A";"B";"A";"B"},{38078;38078;38078;38078},{0.5;0.5;0.7;0.3},{"Staff";"Staff";"Risk";"Risk"},"risk")',
  );
});

test('every formula in the help is one of the examples', () => {
  const help = ['splitting', 'costs', 'settling', 'reconciling']
    .map((file) => readFileSync(path.resolve(__dirname, `../../src/functions/${file}.ts`), 'utf8'))
    .join('\n');
  const inHelp = [...help.matchAll(/=POOL\.[A-Z]+\((?:[^()]|DATE\([^()]*\))*\)/g)].map(([formula]) =>
    asExample(formula),
  );
  expect(inHelp.length).toBeGreaterThanOrEqual(5);
  for (const formula of inHelp) expect(EXAMPLES.map(formulaOf)).toContain(formula);
});

/** A formula as the examples write it: dates as day numbers, per cents as fractions, no spaces. */
function asExample(formula: string): string {
  const dates = formula.replace(/DATE\((\d+),(\d+),(\d+)\)/g, (_all, year: string, month: string, day: string) =>
    String(serialOf({ year: Number(year), month: Number(month), day: Number(day) })),
  );
  const fractions = dates.replace(/([\d.]+)%/g, (_all, percent: string) =>
    String(Number((Number(percent) / 100).toPrecision(15))),
  );
  return fractions.replaceAll(' ', '');
}
