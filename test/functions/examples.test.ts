/* Every documented example gives what the help says, to the penny; at least three for each function, one a refusal. */
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
