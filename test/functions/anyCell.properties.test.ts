/*
 * Whatever stands in the cells, a function gives plain cells or a refusal with a sentence: no bare throw, no NaN, no
 * minus 0, no null, no text that looks like an error, no surprise of our own code, and the same again the next time.
 */
import fc from 'fast-check';
import { FUNCTION_IDS, type FunctionId } from '../../src/functions/examples';
import { call } from './callFunction';
import { useCustomFunctionsStub } from './customFunctionsStub';
import { ARGUMENTS } from './goodArguments';

beforeAll(useCustomFunctionsStub);

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5, max: 40 }) },
  { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 38_000, max: 38_800 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('equal', 'none', 'running', 'in order', 'days', 'PCT', 'Council', '12', '#N/A'),
  },
  { weight: 2, arbitrary: fc.constantFrom(null, undefined, '', ' ', 0, -0) },
  { weight: 1, arbitrary: fc.constantFrom(true, false, NaN, Infinity, -Infinity, 1e300, 5e-324, 1e15, 0.1 + 0.2) },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({}, [], { type: 'Error', basicValue: '#DIV/0!' }, { type: 'Entity' }, () => 1),
  },
);
const column = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.map((one) => [one]));
const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => [cells]);
const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 });
const argument: fc.Arbitrary<unknown> = fc.oneof(cell, column, column, row, block);

function plainCells(result: unknown): unknown[] {
  if (!Array.isArray(result)) return [result];
  const rows = result as unknown[][];
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((one) => one.length)).size).toBe(1);
  expect(rows[0]!.length).toBeGreaterThan(0);
  return rows.flat();
}

function expectAnswer(id: FunctionId, args: readonly unknown[]): boolean {
  const outcome = call(id, ...args);
  expect(call(id, ...args)).toEqual(outcome);
  if ('error' in outcome) {
    expect(['#VALUE!', '#N/A']).toContain(outcome.error);
    expect(outcome.sentence).toMatch(/^[A-Z][a-z ]+(, row \d+)?(, column \d+)?: .+\.$/s);
    expect(outcome.sentence).not.toContain('did not expect');
    return false;
  }
  for (const value of plainCells(outcome.result)) {
    expect(['number', 'string']).toContain(typeof value);
    if (typeof value === 'number') expect([Number.isFinite(value), Object.is(value, -0)]).toEqual([true, false]);
  }
  return true;
}

test.each(FUNCTION_IDS)('%s answers any cells with plain cells or a sentence', (id) => {
  fc.assert(
    fc.property(fc.array(argument, { maxLength: 6 }), (args) => {
      expectAnswer(id, args);
    }),
    { numRuns: 200 },
  );
});

test.each(FUNCTION_IDS)(
  '%s answers good cells of which one or two were changed, and not always with a refusal',
  (id) => {
    const good = ARGUMENTS[id].map((one) => one.good);
    const places = fc.nat({ max: good.length - 1 });
    let answered = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(places, fc.option(argument, { nil: undefined, freq: 3 })), { minLength: 1, maxLength: 2 }),
        (changes) => {
          const args = [...good];
          for (const [place, value] of changes) args[place] = value;
          if (expectAnswer(id, args)) answered++;
        },
      ),
      { numRuns: 300 },
    );
    expect(answered).toBeGreaterThan(0);
  },
);
