/*
 * The reader that all functions share: blanks in every form, ranges where one value is needed, text, TRUE, errors and
 * data types. Each case is tried on every function and argument that it can reach.
 */
import { FUNCTION_IDS, type FunctionId } from '../../src/functions/examples';
import { call } from './callFunction';
import { useCustomFunctionsStub } from './customFunctionsStub';
import { ARGUMENTS, LINES, type Argument, type Kind } from './goodArguments';

beforeAll(useCustomFunctionsStub);

function callWith(id: FunctionId, changed: number, value: unknown) {
  return call(id, ...ARGUMENTS[id].map(({ good }, index) => (index === changed ? value : good)));
}

/** Every function and argument for which the test makes sense. */
function each(fits: (argument: Argument, id: FunctionId) => boolean) {
  return FUNCTION_IDS.flatMap((id) =>
    ARGUMENTS[id].flatMap((argument, index) =>
      fits(argument, id) ? [[`${id} ${argument.label}`, id, index, argument] as const] : [],
    ),
  );
}

const NUMBERS: readonly Kind[] = ['amount', 'figure', 'count', 'amounts'];
/** The argument with its first cell changed; one that was left out gets a second cell to stand beside two partners. */
const withFirst = ({ good, kind, optional }: Argument, cell: unknown): unknown => {
  if (optional) return kind === 'amounts' || kind === 'names' || kind === 'terms' ? [[cell], [1]] : cell;
  return Array.isArray(good) ? good.map((row: unknown[], r) => row.map((old, c) => (r + c === 0 ? cell : old))) : cell;
};
const isLine = ({ kind }: Argument): boolean => LINES.includes(kind);

test.each(each(({ optional }) => optional === true))(
  '%s: left out, null, blank text, 0 and a blank cell mean the same',
  (_title, id, index) => {
    const leftOut = call(id, ...ARGUMENTS[id].slice(0, index).map(({ good }) => good));
    expect(leftOut).toHaveProperty('result');
    for (const blank of [undefined, null, '', ' ', 0, [[null]], [['']], [[0]]]) {
      expect([blank, callWith(id, index, blank)]).toEqual([blank, leftOut]);
    }
  },
);

test.each(each((argument) => !isLine(argument)))(
  '%s: one value is needed, and a range is refused',
  (_t, id, index, argument) => {
    const { label } = argument;
    const range = [[1], [1]];
    expect(callWith(id, index, range)).toEqual({
      error: '#VALUE!',
      sentence: `${label}: one value is needed, and the range has 2 rows and 1 column. Point to one cell.`,
    });
  },
);

test.each(each((argument) => !isLine(argument)))('%s: a range of one cell is that cell', (_t, id, index, { good }) => {
  expect(callWith(id, index, [[good]])).toEqual(callWith(id, index, good));
});

test.each(each(isLine).filter(([, id, index]) => !(id === 'SPLIT' && index < 2)))(
  '%s: one row or column is needed, and a block is refused',
  (_t, id, index, { label }) => {
    const block = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(callWith(id, index, block)).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringContaining(
        `${label}: one row or one column is needed, and the range has 2 rows and 3 columns.`,
      ),
    });
  },
);

test.each(each(({ kind }) => NUMBERS.includes(kind)))(
  '%s: a number stored as text is refused',
  (_t, id, index, argument) => {
    const outcome = callWith(id, index, withFirst(argument, '12'));
    expect(outcome).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringMatching(/: "12" is text, not a number\. Retype it as a number\.$/),
    });
    expect((outcome as { sentence: string }).sentence.startsWith(argument.label)).toBe(true);
  },
);

test.each(each(({ kind }) => NUMBERS.includes(kind)))('%s: TRUE is no number', (_t, id, index, argument) => {
  expect(callWith(id, index, withFirst(argument, true))).toMatchObject({
    error: '#VALUE!',
    sentence: expect.stringContaining('TRUE is not a number.'),
  });
});

test.each(each(({ kind }) => kind === 'date' || kind === 'dates'))(
  '%s: a date stored as text is refused',
  (_t, id, index, argument) => {
    expect(callWith(id, index, withFirst(argument, '01/09/2004'))).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringContaining('"01/09/2004" is text, not a date.'),
    });
  },
);

test.each(each(({ kind, optional }) => (kind === 'date' || kind === 'dates') && !optional))(
  '%s: a date that is blank or 0 is missing',
  (_t, id, index, argument) => {
    for (const blank of [null, '', 0]) {
      expect(callWith(id, index, withFirst(argument, blank))).toMatchObject({
        error: '#N/A',
        sentence: expect.stringContaining('there is no date.'),
      });
    }
  },
);

test.each(each(() => true))('%s: an error in a cell is named, and #N/A stays #N/A', (_t, id, index, argument) => {
  const shapes = (code: string): unknown[] => [
    new CustomFunctions.Error(code as CustomFunctions.ErrorCode),
    { type: 'Error', basicType: 'Error', basicValue: code, errorType: 'X' },
    { type: 'CustomFunctionError', code },
  ];
  for (const cell of shapes('#REF!')) {
    expect(callWith(id, index, withFirst(argument, cell))).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringMatching(
        new RegExp(`^${argument.label}.*: the cell shows #REF!\\. Put that cell right first\\.$`),
      ),
    });
  }
  for (const cell of shapes('#N/A')) {
    expect(callWith(id, index, withFirst(argument, cell))).toMatchObject({ error: '#N/A' });
  }
});

test.each(each(({ kind }) => NUMBERS.includes(kind) && kind !== 'count'))(
  '%s: a figure with a number format is read as the figure',
  (_t, id, index, argument) => {
    const plain = callWith(id, index, withFirst(argument, 0.5));
    const formatted = { type: 'FormattedNumber', basicType: 'Double', basicValue: 0.5, numberFormat: '£0.00' };
    expect(callWith(id, index, withFirst(argument, formatted))).toEqual(plain);
  },
);

test.each(each(() => true))('%s: any other data type is refused by its name', (_t, id, index, argument) => {
  expect(callWith(id, index, withFirst(argument, { type: 'Entity', text: 'PCT' }))).toMatchObject({
    error: '#VALUE!',
    sentence: expect.stringContaining('the cell holds a data type (Entity)'),
  });
});

test.each(each(({ label }) => label === 'Unit'))('%s must be above 0', (_t, id, index) => {
  expect(callWith(id, index, -0.01)).toEqual({
    error: '#VALUE!',
    sentence:
      'Unit: -0.01 cannot be the unit. Type a number above 0, such as 0.01, 0.05, 1 or 1000, or leave it out for 0.01.',
  });
});

test.each(each(({ kind }) => kind === 'word'))(
  '%s: a word may have any case, with - or a space or nothing between its parts',
  (_t, id, index, { label }) => {
    const [spaced, plain] =
      label === 'Rule' ? [' LARGEST  Remainder ', 'largest-remainder'] : ['MONTH days', 'month-days'];
    expect(callWith(id, index, spaced)).toEqual(callWith(id, index, plain));
    expect(callWith(id, index, plain)).toHaveProperty('result');
    // The name of the member, as Excel's list of words may put it into the formula.
    const member = label === 'Rule' ? 'largestRemainder' : 'monthDays';
    expect(callWith(id, index, member)).toEqual(callWith(id, index, plain));
    expect(callWith(id, index, 'largest')).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringContaining('"largest" is not one of the words'),
    });
    expect(callWith(id, index, '0')).toEqual(callWith(id, index, undefined));
  },
);

test.each(each(({ kind }) => kind === 'amount'))(
  '%s: an amount of more than 15 digits is refused, never rounded',
  (_t, id, index, { label }) => {
    expect(callWith(id, index, 12_345_678_901_234.56)).toMatchObject({
      error: '#VALUE!',
      sentence: expect.stringMatching(new RegExp(`^${label}: .*cannot be held exactly`)),
    });
  },
);
