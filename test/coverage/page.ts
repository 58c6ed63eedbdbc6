/*
 * docs/coverage.md as text, from the worked cases. It says nothing that is not in a case, and marks every case that Poolbook
 * does not give yet.
 */
import type { Report, WorkedCase } from './case';

const HEAD = (covered: number, pending: number): string[] => [
  '# Coverage: a worked example for every row',
  '',
  'Made from the tests (`UPDATE_DOCS=1 npx jest test/coverage` writes it anew): each row is a paragraph of a report, what Poolbook does about it, the figures worked out by hand, and the test that asks Poolbook for the same. `workbook` means a whole workbook through Office.js, its cells read after calculation.',
  '',
  `${covered} rows are covered and ${pending === 0 ? 'none is' : `${pending} are`} marked **not yet**. A row marked not yet fails its test as soon as Poolbook gives its figures, so it cannot be forgotten; a row that is covered fails when it does not.`,
];

/** The page. */
export function coveragePage(reports: readonly Report[]): string {
  const cases = reports.flatMap((report) => report.cases);
  const pending = cases.filter((each) => each.pending !== undefined).length;
  const lines = HEAD(cases.length - pending, pending);
  for (const report of reports) {
    lines.push('', `## ${report.title}`, '', report.note, '');
    lines.push('| Paragraph | What Poolbook does | Worked figures | Test |', '|---|---|---|---|');
    for (const each of report.cases)
      lines.push(`| ${[each.paragraph, each.does, each.worked, testOf(report, each)].map(inTable).join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

function testOf({ file }: Report, { through, pending }: WorkedCase): string {
  const place = `${through}, in ${file}`;
  return pending === undefined ? place : `**not yet**: ${pending} (${place})`;
}

/** A pipe ends a cell of a Markdown table. */
function inTable(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('\\*\\*', '**').replaceAll('\n', ' ');
}
