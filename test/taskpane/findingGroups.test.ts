/* Findings in groups: worst first, none lost, hundreds of one kind under one heading. */
import fc from 'fast-check';
import { groupFindings } from '../../src/taskpane/findingGroups';
import { WORDED_KINDS } from '../../src/words/findings';
import { groupTitle } from '../../src/words/findingGroups';
import { finding } from './support';

const difference = (cause: string) =>
  finding('pair difference', { severity: 'warning', partner: 'Council', detail: { cause, other: 'PCT' } });

test('hundreds of differences are one group for each cause, and do not hide an error', () => {
  const differences = Array.from({ length: 500 }, (_, row) =>
    difference(row % 2 === 0 ? 'only in left' : 'amount difference'),
  );
  const groups = groupFindings([
    finding('rows left out', { severity: 'info' }),
    ...differences,
    finding('code unmapped'),
  ]);
  expect(groups.map(({ title, findings }) => [title, findings.length])).toEqual([
    ['Codes that lead to no line yet', 1],
    ['Only in the ledger of Council, not of PCT', 250],
    ['Council and PCT: amount difference', 250],
    ['Rows that are not ledger lines', 1],
  ]);
});

test('no finding is lost or told twice', () => {
  const severity = fc.constantFrom('error' as const, 'warning' as const, 'info' as const);
  const any = fc.record({ kind: fc.constantFrom(...WORDED_KINDS), severity });
  fc.assert(
    fc.property(fc.array(any), (findings) => {
      const grouped = groupFindings(findings).flatMap((group) => group.findings);
      expect(grouped).toHaveLength(findings.length);
      expect(new Set(grouped)).toEqual(new Set(findings));
    }),
  );
});

test.each([...WORDED_KINDS])('the heading of “%s” begins with a capital', (kind) => {
  expect(groupTitle(finding(kind))).toMatch(/^\p{Lu}/u);
});
