/*
 * Every worked case: Poolbook must give the figures worked out by hand, and docs/coverage.md must say so. Set UPDATE_DOCS=1 to
 * write the page after a case has changed; without it the test fails until the page is the same. WHY_NOT_YET=1 prints what
 * stands in the way of each case that is pending.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCustomFunctionsStub } from '../functions/customFunctionsStub';
import { type Figures, type WorkedCase, amountWords } from './case';
import { coveragePage } from './page';
import { REPORTS } from './reports';

const PAGE = join(process.cwd(), 'docs/coverage.md');

// A case with a workbook takes seconds on a busy machine.
jest.setTimeout(120_000);
beforeAll(useCustomFunctionsStub);

/** The figures, or the sentence why there are none: a task of a later release is such a one. */
async function outcome({ asks }: WorkedCase): Promise<Figures | string> {
  try {
    return await asks();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const titled = (cases: readonly WorkedCase[]): (readonly [string, WorkedCase])[] =>
  cases.map((each) => [`${each.paragraph}: ${each.does}`, each]);

describe.each(REPORTS.map((report) => [report.title, report] as const))('%s', (_title, { cases }) => {
  const covered = titled(cases.filter(({ pending }) => pending === undefined));
  const pending = titled(cases.filter((each) => each.pending !== undefined));

  test.each(covered)('%s', async (_does, each) => {
    expect(await outcome(each)).toEqual(each.expected);
  });

  if (pending.length > 0) {
    test.each(pending)('not yet: %s', async (_does, each) => {
      if (process.env['WHY_NOT_YET'] === '1') process.stderr.write(`${each.does} ${String(await outcome(each))}\n`);
      // Once Poolbook gives the figures, this fails: take `pending` off the case.
      expect(await outcome(each)).not.toEqual(each.expected);
    });
  }
});

/** Whether the words stand in the text by themselves: 625.00 does not stand in −4,625.00. */
function named(text: string, words: string): boolean {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w,.−])${literal}(?![\\w]|[,.]\\d)`).test(text);
}

describe('every case', () => {
  const cases = REPORTS.flatMap((report) => report.cases);

  test('has figures, and the words beside them name each one', () => {
    expect(cases.length).toBeGreaterThan(40);
    const withoutFigures = cases.filter(({ expected }) => expected.length === 0);
    const notNamed = cases.flatMap(({ paragraph, worked, expected }) =>
      expected
        .map((figure) => (typeof figure === 'number' ? amountWords(figure) : figure))
        .filter((words) => !named(worked, words))
        .map((words) => `${paragraph}: ${words}`),
    );
    expect({ withoutFigures, notNamed }).toEqual({ withoutFigures: [], notNamed: [] });
  });

  test('stands once, in the file that its report names', () => {
    const named = cases.map(({ paragraph, does }) => `${paragraph} ${does}`);
    expect(new Set(named).size).toBe(named.length);
    for (const { file, cases: own } of REPORTS) {
      expect([file, existsSync(join(__dirname, file))]).toEqual([file, true]);
      expect(own.length).toBeGreaterThan(0);
    }
  });
});

test('docs/coverage.md is what the cases say, and none that is pending is listed as covered', () => {
  const page = coveragePage(REPORTS);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page);
  const written = readFileSync(PAGE, 'utf8');
  expect(written).toBe(page);
  const rows = written.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Paragraph '));
  const marked = rows.map((row) => row.includes('**not yet**'));
  expect(marked).toEqual(REPORTS.flatMap((report) => report.cases.map(({ pending }) => pending !== undefined)));
});

/** Pages whose amounts are worked cases; the other pages of arrangements have tests of their own. */
const PAGES = ['shadow-pool', 'full-pool', 'many-pools', 'phases']
  .map((name) => `arrangements/${name}`)
  .concat('for-the-auditor');

test.each(PAGES)('every amount of docs/%s.md stands in a worked case', (name) => {
  const text = readFileSync(join(process.cwd(), `docs/${name}.md`), 'utf8');
  const amounts = [...new Set(text.match(/−?\d[\d,]*\.\d\d(?!\d)/g) ?? [])];
  expect(amounts.length).toBeGreaterThan(5);
  const worked = REPORTS.flatMap((report) => report.cases.map((each) => each.worked)).join('\n');
  expect(amounts.filter((amount) => !named(worked, amount))).toEqual([]);
});
