/*
 * The metadata that the build makes from the doc blocks is what Excel needs, and what design section 3 promises: final
 * ids, arguments that Excel hands over as they are, nothing volatile or asynchronous.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { FUNCTION_IDS } from '../../src/functions/examples';

interface Parameter {
  readonly name: string;
  readonly description?: string;
  readonly type: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
  readonly customEnumId?: string;
}
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly options?: Readonly<Record<string, unknown>>;
    readonly parameters: readonly Parameter[];
    readonly result: { readonly type?: string; readonly dimensionality?: string };
  }[];
  readonly enums: readonly { readonly id: string; readonly values: readonly { readonly stringValue: string }[] }[];
}

/** The signatures of design section 3; brackets are optional arguments, a plural or list argument a range. */
const SIGNATURES = [
  'SPLIT(amounts, weights, [rule], [unit], [partner])',
  'SHARE(amount, weights, position, [rule], [unit], [partner])',
  'EQUALSHARE(cost, partners, [terms], [cap], [unit])',
  'PRORATA(amount, start, end, [yearStart], [basis], [unit])',
  'ROLLFORWARD(base, [recurrent], [uplift], [planned], [efficiency], [unit])',
  'SHARESON(date, partners, from, shares, [sets], [set])',
  'RISKSHARE(variance, weights, [caps], [redistribute], [unit])',
  'WATERFALL(amount, available, [unit])',
  'BETTERMENT(before, after, [weights], [unit])',
  'SETTLE(due, paid, [unit])',
  'TRANSFERS(partners, balances, [host])',
  'RECONCILE(leftRefs, leftAmounts, rightRefs, rightAmounts, [tolerance])',
  'TRACE(amount, weights, [rule], [unit], [partner])',
];

const folder = path.resolve(__dirname, '../../src/functions');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.join(folder, file))
  .filter((file) => readFileSync(file, 'utf8').includes('@customfunction'));

let metadata: Metadata;
let errors: readonly string[];
let associated: readonly { readonly functionName: string; readonly sourceFileName: string }[];

beforeAll(async () => {
  const generated = await generateCustomFunctionsMetadata(files);
  errors = generated.errors;
  associated = generated.associate;
  metadata = JSON.parse(generated.metadataJson) as Metadata;
});

test('the doc blocks give metadata without an error', () => {
  expect(errors).toEqual([]);
});

test('the functions and their arguments are those of the design', () => {
  const signatures = metadata.functions.map(
    ({ id, parameters }) =>
      `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`,
  );
  expect(signatures.sort()).toEqual([...SIGNATURES].sort());
  expect(metadata.functions.map(({ id }) => id).sort()).toEqual([...FUNCTION_IDS].sort());
});

test('ids are letters only, and each is its own name', () => {
  for (const { id, name } of metadata.functions) {
    expect(id).toMatch(/^[A-Z]{3,}$/);
    expect(name).toBe(id);
    // A name that could be a cell would be read as one.
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
  }
});

test('every argument reaches our own reader as it is, save for the words, which are enums of text', () => {
  const enums = new Set(metadata.enums.map(({ id }) => id));
  for (const { id, parameters } of metadata.functions) {
    for (const parameter of parameters) {
      const isWord = parameter.customEnumId !== undefined && enums.has(parameter.customEnumId);
      expect([id, parameter.name, parameter.type]).toEqual([id, parameter.name, isWord ? 'string' : 'any']);
      expect(parameter.repeating).toBeUndefined();
    }
  }
});

test('the words of the enums are those that the reader knows', () => {
  const words = Object.fromEntries(metadata.enums.map(({ id, values }) => [id, values.map((v) => v.stringValue)]));
  expect(words).toEqual({
    Rule: ['largest-remainder', 'named-partner', 'in-order', 'largest-share', 'running'],
    Basis: ['days', 'months', 'month-days', 'weekly'],
  });
});

test('nothing is volatile, streamed, cancelled or asked for its address', () => {
  for (const { options } of metadata.functions) expect(options ?? {}).toEqual({});
});

test('optional arguments come last, and each function and argument has its help, short enough to show', () => {
  for (const { id, description, parameters } of metadata.functions) {
    const firstOptional = parameters.findIndex(({ optional }) => optional === true);
    if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    for (const text of [description, ...parameters.map((parameter) => parameter.description ?? '')]) {
      expect([id, text.length > 10 && text.length <= 255, text]).toEqual([id, true, text]);
      expect(text).toMatch(/^[A-Z][^<>{@]*(\{[\d,;]+\}[^<>{@]*)*\.$/);
    }
  }
});

test('every function that Excel will call is a local function of its file, so that the build can register it', () => {
  for (const { functionName, sourceFileName } of associated) {
    expect(readFileSync(sourceFileName, 'utf8')).toContain(`export function ${functionName}(`);
    expect(readFileSync(path.join(folder, 'index.ts'), 'utf8')).toMatch(new RegExp(`\\b${functionName}\\b`));
  }
});
