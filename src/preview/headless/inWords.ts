/* What a headless run prints where no JSON was asked for: the totals block by block, the findings, and what was written. */
import type { TotalBlock } from '../../tasks/task';
import type { HeadlessFinding, Outcome } from './outcome';

/** Two spaces before a row of a block, and between its columns. */
const GAP = '  ';

/**
 * A run as text for a terminal.
 *
 * @param blocks - The totals as the add-in words them; none where the task's totals are plain counts, shown by their names.
 */
export function inWords({ task, totals, findings, written }: Outcome, blocks: readonly TotalBlock[]): string {
  const counts = blocks.length > 0 ? [] : Object.entries(totals).filter(([, total]) => typeof total !== 'object');
  return [
    `Task ${task}: done.`,
    ...counts.map(([name, total]) => `${GAP}${name}: ${String(total)}`),
    ...blocks.flatMap((block) => ['', ...blockLines(block)]),
    ...(blocks.length > 0 ? [''] : []),
    ...(['error', 'warning', 'info'] as const).flatMap((severity) => findingLines(findings, severity)),
    ...(written.length > 0 ? ['Written:', ...written.map((each) => `${GAP}${each}`)] : []),
    '',
  ].join('\n');
}

/** Labels to the left, each column's amounts to the right of it, so that pennies stand below pennies. */
function blockLines({ title, columns, rows, notes }: TotalBlock): string[] {
  const cells = rows.map(({ label, amounts }) => [label, ...amounts.map(money)]);
  const table = columns === undefined ? cells : [['', ...columns], ...cells];
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0)));
  const lines = table.map((line) =>
    line.map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join(GAP),
  );
  return [title, ...[...lines, ...notes].map((line) => `${GAP}${line}`)];
}

/** @example money(-1250.5) -> '−1,250.50' */
function money(pounds: number): string {
  const text = pounds.toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return text.replace('-', '−');
}

function findingLines(findings: readonly HeadlessFinding[], severity: HeadlessFinding['severity']): string[] {
  const some = findings.filter((finding) => finding.severity === severity);
  if (some.length === 0) return [];
  return [`Findings (${severity}): ${some.length}`, ...some.map(({ sentence }) => `${GAP}${sentence}`)];
}
