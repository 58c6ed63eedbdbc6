/*
 * A project that cannot be shared, as a finding with its cell and both figures; and what is worth knowing of one that can.
 */
import type { ProjectProblem } from '../../pool/projects';
import type { Finding } from '../../workbook/finding';
import { projectFinding } from '../../workbook/projectFindings';
import { type TypedRow, placeOf } from '../../workbook/readTable';
import type { ProjectInput } from './projectInputs';
import type { SharedProject } from './splitRows';

function atItem(row: TypedRow | undefined, column: string): Pick<Finding, 'place'> {
  return row === undefined ? {} : { place: placeOf(row, column) };
}

/**
 * The finding for a problem of the sums. Dates and single cells were checked before, so a problem of an item here is one
 * of size.
 */
export function problemFinding(input: ProjectInput, problem: ProjectProblem): Finding {
  const detail = { project: input.project, year: input.year };
  const firstSharer = input.sharers[0]?.row;
  if (problem.kind === 'group-without-weight') {
    const { row, name } = input.sharers[problem.sharer] ?? {};
    return projectFinding('set not in force', {
      ...atItem(row, 'Partner'),
      detail: { ...detail, group: name ?? '', date: '' },
    });
  }
  if (problem.kind === 'item') {
    return projectFinding('project too large', { ...atItem(input.rows[problem.item], 'Annual cost'), detail });
  }
  if (problem.kind === 'total-too-large' || problem.problem.kind === 'total-too-large') {
    return projectFinding('project too large', { ...atItem(input.rows[0], 'Annual cost'), detail });
  }
  const shares = problem.problem;
  if (shares.kind === 'fixed-above-sum') {
    const fixed = input.sharers.find((_sharer, at) => input.given.sharers[at]?.treatment.kind === 'fixed');
    return projectFinding('fixed above sum', {
      ...atItem(fixed?.row, 'Amount'),
      leftPence: shares.fixedUnits,
      rightPence: shares.sumUnits,
      differencePence: shares.fixedUnits - shares.sumUnits,
      detail,
    });
  }
  if (shares.kind === 'nobody-equal') {
    return projectFinding('nobody equal', {
      ...atItem(firstSharer, 'Treatment'),
      leftPence: shares.sumUnits,
      rightPence: shares.fixedUnits,
      differencePence: shares.sumUnits - shares.fixedUnits,
      detail,
    });
  }
  if (shares.kind === 'fixed-not-positive') {
    const row = input.sharers[shares.partner]?.row;
    return projectFinding('fixed amount missing', { ...atItem(row, 'Amount'), leftPence: shares.amountUnits, detail });
  }
  return projectFinding('project without shares', { ...atItem(input.rows[0], 'Project'), detail });
}

/** What a finance lead should know of a project that was shared: a cost above its cap, items without a payer. */
export function sharedFindings({ input, shares }: SharedProject): Finding[] {
  const detail = { project: input.project, year: input.year };
  const findings: Finding[] = [];
  if (shares.aboveCapPence > 0) {
    const at = input.rows.findIndex((row) => row.values['Cap'] !== null && row.values['Cap'] !== undefined);
    findings.push(
      projectFinding('cost above cap', {
        ...atItem(input.rows[Math.max(0, at)], 'Cap'),
        leftPence: shares.costPence,
        rightPence: shares.sharedPence,
        differencePence: shares.aboveCapPence,
        detail,
      }),
    );
  }
  const unpaid = input.given.items.flatMap(({ paidBy }, at) => (paidBy === undefined ? [at] : []));
  if (unpaid.length > 0) {
    const facts = { ...atItem(input.rows[unpaid[0] ?? 0], 'Paid by'), detail: { ...detail, items: unpaid.length } };
    findings.push(projectFinding('payer not named', facts));
  }
  return findings;
}
