/*
 * Every documented example of the built functions, called through Microsoft's own custom-function runtime.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from '../../../src/functions/examples';
import type { CellValue } from '../../../src/preview/book/values';
import { CellError } from '../../../src/preview/book/values';
import { openFunctionRuntime } from '../../../src/preview/office/invokeFunction';

const DIST = join(__dirname, '../../../dist');

function built(name: string): string {
  const file = join(DIST, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run "npm run build" first.`);
  return readFileSync(file, 'utf8');
}

describe('the documented examples', () => {
  const runtime = openFunctionRuntime(built('functions.js'), built('functions.json'));
  const answers = runtime.invokeAll(
    EXAMPLES.map(({ functionId, args }) => ({ id: functionId, args: args as readonly CellValue[] })),
  );

  test.each(EXAMPLES.map((example, index) => [`${example.functionId}: ${example.shows}`, example, index] as const))(
    '%s',
    async (_title, { expected }, index) => {
      const answer = (await answers)[index];
      if ('error' in expected) expect(answer).toEqual({ error: expected.error, message: expected.sentence });
      else expect(answer).toEqual({ value: expected.result });
    },
  );
});

describe('what the runtime makes of results and refusals', () => {
  const METADATA = JSON.stringify({
    functions: ['BAD', 'NOTTHERE', 'PLAIN', 'GRID', 'LATER', 'OMITTED', 'NOTANUMBER', 'BLANK'].map((id) => ({
      id,
      parameters: [{ name: 'first' }, { name: 'second', optional: true }],
    })),
  });
  const BUNDLE = `
    const { Error: Refusal, ErrorCode } = CustomFunctions;
    CustomFunctions.associate('BAD', () => { throw new Refusal(ErrorCode.invalidValue, 'Cell D7 is -5.'); });
    CustomFunctions.associate('PLAIN', () => { throw new Error('lost'); });
    CustomFunctions.associate('GRID', () => [[1, new Refusal(ErrorCode.divisionByZero)], ['x', true]]);
    CustomFunctions.associate('LATER', async (first) => first * 2);
    CustomFunctions.associate('OMITTED', (first, second) => (second === null ? 'null' : String(second)));
    CustomFunctions.associate('NOTANUMBER', () => NaN);
    CustomFunctions.associate('BLANK', (first) => JSON.stringify(first));
  `;
  const runtime = openFunctionRuntime(BUNDLE, METADATA);

  const CASES = [
    ['a refusal keeps its sentence', 'BAD', [1], { error: '#VALUE!', message: 'Cell D7 is -5.' }],
    ['a plain error loses its words: the user sees a bare #VALUE!', 'PLAIN', [1], { error: '#VALUE!', message: '' }],
    [
      'an error inside a result is one cell',
      'GRID',
      [1],
      {
        value: [
          [1, new CellError('#DIV/0!')],
          ['x', true],
        ],
      },
    ],
    ['a promise is waited for', 'LATER', [21], { value: 42 }],
    ['an argument left out comes as null', 'OMITTED', [1], { value: 'null' }],
    ['what is no number is an error', 'NOTANUMBER', [1], { error: '#VALUE!', message: 'NaN' }],
    [
      'blank cells come as null',
      'BLANK',
      [
        [
          [1, null],
          [null, 'x'],
        ],
      ],
      { value: '[[1,null],[null,"x"]]' },
    ],
    ['a function the bundle lacks', 'NOTTHERE', [1], { error: '#VALUE!', message: '' }],
  ] as const;
  const answers = runtime.invokeAll(CASES.map(([, id, args]) => ({ id, args: args as readonly CellValue[] })));

  test.each(CASES.map(([why, , , answer], index) => [why, index, answer] as const))(
    '%s',
    async (_why, index, answer) => {
      expect((await answers)[index]).toEqual(answer);
    },
  );

  test('one call by itself', async () => {
    expect(await runtime.invoke('LATER', [4])).toEqual({ value: 8 });
  });

  test('a function that the metadata lacks, and an error among the arguments, are faults of the caller', async () => {
    await expect(runtime.invoke('NOWHERE', [])).rejects.toThrow('No custom function NOWHERE');
    await expect(runtime.invoke('LATER', [new CellError('#N/A')])).rejects.toThrow(
      'does not call a function with an error',
    );
  });
});
