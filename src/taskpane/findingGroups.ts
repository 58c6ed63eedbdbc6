/*
 * Findings of the same kind put together, worst first, so that hundreds of one kind do not drown the rest. The titles are
 * in `src/words/findingGroups`.
 */
import type { Finding, Severity } from '../workbook/finding';
import { groupTitle } from '../words/findingGroups';

/** Findings that share a severity and a title. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly title: string;
  readonly findings: readonly Finding[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** The groups: errors first, then in the order in which their first finding came. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return ORDER.flatMap((severity) => {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      const title = groupTitle(finding);
      const group = groups.get(title);
      if (group) group.push(finding);
      else groups.set(title, [finding]);
    }
    return [...groups].map(([title, members]) => ({ severity, title, findings: members }));
  });
}
