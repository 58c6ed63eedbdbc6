/*
 * docs/functions.md is made from the functions' doc blocks and their examples, so that help and code cannot differ.
 * Run with POOLBOOK_WRITE_DOCS=1 to write it anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';

import { EXAMPLES, formulaOf, type Example, type ExampleCell } from '../../src/functions/examples';

const root = path.resolve(__dirname, '../..');
const page = path.join(root, 'docs/functions.md');

interface FunctionHelp {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
}

async function help(): Promise<FunctionHelp[]> {
  const folder = path.join(root, 'src/functions');
  const sources = readdirSync(folder)
    .map((file) => path.join(folder, file))
    .filter((file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('@customfunction'));
  return (
    JSON.parse((await generateCustomFunctionsMetadata(sources, true)).metadataJson) as { functions: FunctionHelp[] }
  ).functions;
}

function resultOf({ expected }: Example): string {
  if ('error' in expected) return `\`${expected.error}\` ${expected.sentence}`;
  const { result } = expected;
  const rows = (Array.isArray(result) ? result : [[result]]) as readonly (readonly ExampleCell[])[];
  return rows.map((row) => row.map((cell) => (cell === '' ? '·' : String(cell))).join(' │ ')).join('<br>');
}

/** A pipe ends a cell of a Markdown table, so it is escaped; so are the signs that Markdown would read as markup. */
function inTable(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}

function section({ id, description, parameters }: FunctionHelp): string {
  const names = parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  const examples = EXAMPLES.filter(({ functionId }) => functionId === id);
  return [
    `## POOL.${id}`,
    '',
    `\`=POOL.${id}(${names.join(', ')})\``,
    '',
    description,
    '',
    '| argument | what it is |',
    '|---|---|',
    ...parameters.map(({ name, description: what }) => `| ${name} | ${inTable(what)} |`),
    '',
    '| example | formula | gives |',
    '|---|---|---|',
    ...examples.map(
      (example) =>
        `| ${inTable(example.shows)} | \`${formulaOf(example).replaceAll('|', '\\|')}\` | ${inTable(resultOf(example))} |`,
    ),
    '',
  ].join('\n');
}

test('docs/functions.md is what the doc blocks and examples say', async () => {
  const functions = [...(await help())].sort((a, b) => (a.id < b.id ? -1 : 1));
  const text = [
    '# Functions',
    '',
    'Made from the functions’ own help and examples; every example here is a test. Dates in the formulas are Excel’s day numbers. `│` stands between cells of a row; blank optional arguments, 0 and arguments left out mean the same.',
    '',
    'A function that gives more than one cell spills, so it stands outside tables; inside a table use `POOL.SHARE`. A refusal is `#VALUE!` for input that is wrong or `#N/A` for input that is missing, with a sentence that says where, what and what to do.',
    '',
    ...functions.map(section),
  ].join('\n');
  if (process.env['POOLBOOK_WRITE_DOCS'] === '1') writeFileSync(page, text);
  expect(readFileSync(page, 'utf8')).toBe(text);
});
