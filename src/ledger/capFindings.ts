/*
 * Keeps a list of findings short enough to be read: of many alike the first are kept, each with its cell, and one more
 * finding says how many follow and what they come to. It changes no figure; what is not listed is still counted here.
 */
import { sumPence } from '../money/exact';
import type { Finding } from './finding';
import { ledgerFinding, type LedgerFinding } from './findings';

/**
 * How many findings of one kind are listed for one ledger. More are not gone through one by one: a column that cannot be
 * read gives one for every row, and has one cause.
 */
export const MOST_ALIKE = 200;

interface Group<Kind extends string> {
  /** Where in the kept list the finding about the others stands. */
  slot: number;
  count: number;
  readonly others: Finding<Kind>[];
}

/** One kind, of one partner, on one sheet: what a person looks at in one go. */
function groupKey({ kind, partner, place }: Finding): string {
  return [kind, partner ?? '', place?.sheet ?? ''].join('\u0001');
}

/** The sum of a figure that every one of them has; undefined when one lacks it, or the sum cannot be held exactly. */
function sumOf(findings: readonly Finding[], figure: (finding: Finding) => number | undefined): number | undefined {
  const pence = findings.map(figure).filter((each) => each !== undefined);
  if (pence.length < findings.length) return undefined;
  const sum = sumPence(pence);
  return sum.ok ? sum.value : undefined;
}

/** The finding that stands for all the others of its group, as severe as they are. */
function othersFinding(others: readonly Finding[]): LedgerFinding | undefined {
  const [first] = others;
  const last = others.at(-1);
  if (!first || !last) return undefined;
  const effectPence =
    sumOf(others, ({ differencePence }) => differencePence) ?? sumOf(others, ({ leftPence }) => leftPence);
  return {
    ...ledgerFinding('more alike', {
      ...(first.period === undefined ? {} : { period: first.period }),
      ...(first.partner === undefined ? {} : { partner: first.partner }),
      ...(first.place === undefined ? {} : { place: first.place }),
      ...(effectPence === undefined ? {} : { differencePence: effectPence }),
      detail: { kind: first.kind, listed: MOST_ALIKE, more: others.length, ...lastRowOf(last) },
    }),
    severity: first.severity,
  };
}

/** The row of the last one as Excel numbers it. */
function lastRowOf({ place }: Finding): Readonly<Record<string, number>> {
  return place === undefined ? {} : { lastRow: place.row + 1 };
}

/**
 * The findings in their order, at most `MOST_ALIKE` of one kind for one partner on one sheet; after them one `more alike`
 * with the number of the others, the place of the first of them, and their total where every one has a figure (the
 * difference, else the left amount).
 *
 * @example 100,000 amounts that cannot be read -> 200 findings with their cells, and one that says 99,800 more
 */
export function capFindings<Kind extends string>(
  findings: readonly Finding<Kind>[],
): readonly (Finding<Kind> | LedgerFinding)[] {
  const groups = new Map<string, Group<Kind>>();
  const kept: (Finding<Kind> | LedgerFinding)[] = [];
  for (const finding of findings) {
    const key = groupKey(finding);
    const group = groups.get(key) ?? { slot: 0, count: 0, others: [] };
    groups.set(key, group);
    group.count += 1;
    if (group.count <= MOST_ALIKE) {
      kept.push(finding);
      continue;
    }
    // The first of the others holds the place until all are known.
    if (group.others.length === 0) group.slot = kept.push(finding) - 1;
    group.others.push(finding);
  }
  for (const { slot, others } of groups.values()) {
    const standsFor = othersFinding(others);
    if (standsFor) kept[slot] = standsFor;
  }
  return kept;
}
