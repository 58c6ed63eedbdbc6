/*
 * Where the rows of `PoolCodes` with one Code and one From lead: to lines, in what proportion, or to excluded, recharge or
 * contribution. Which rule fits a code is decided in `codeRules`.
 *
 * Source: design section 4 (PoolCodes, PoolLines).
 */
import { monthOfSerial } from './calendar';
import { comparable } from './cells';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { CodeRule, PoolLine } from './reconcileInputs';
import type { Target } from './reconcileResult';

/** One place a code leads to. `line` is '' where the target is no line. */
export interface CodeTarget {
  readonly target: Target;
  readonly line: string;
  /** Its part, in the proportion of the others. */
  readonly weight: number;
}

/** Where a code leads in a month. */
export interface CodeMapping {
  readonly targets: readonly CodeTarget[];
  /** True when it leads to recharge or contribution, which makes the row one between partners. */
  readonly isBetween: boolean;
  /** False where no rule fits. What a rule sends nowhere is told at the rule, not again at the ledger's rows. */
  readonly hasRule: boolean;
}

/** Where a code leads that no rule fits. */
export const UNMAPPED: CodeMapping = {
  targets: [{ target: 'unmapped', line: '', weight: 1 }],
  isBetween: false,
  hasRule: false,
};

const WORDS: readonly Target[] = ['excluded', 'recharge', 'contribution'];

/** The first month a row counts in; '' for always. A From within a month counts for the whole month. */
function monthFrom(serial: number | null): string {
  return serial === null ? '' : monthOfSerial(serial);
}

/** The latest From first, always last; of two in one month the later day counts. */
export function latestFirst<Row extends { readonly fromSerial: number | null }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (b.fromSerial ?? 0) - (a.fromSerial ?? 0));
}

/** The scope of a line in a month: the latest row in force, or the earliest when none is yet. */
function scopeOf(rows: readonly PoolLine[], month: string): PoolLine['scope'] {
  const sorted = latestFirst(rows);
  return (sorted.find((row) => monthFrom(row.fromSerial) <= month) ?? sorted.at(-1))?.scope ?? 'in';
}

/** Percentages typed as 60 and 40 or as 0.6 and 0.4; thirds typed as =1/3 miss 1 only in the sixteenth digit. */
function totalsHundred(percents: readonly (number | null)[]): boolean {
  if (percents.length === 1 && percents[0] === null) return true;
  if (percents.some((percent) => percent === null || !(percent >= 0))) return false;
  const total = percents.reduce<number>((sum, percent) => sum + (percent ?? 0), 0);
  return Math.abs(total - 1) < 1e-12 || Math.abs(total - 100) < 1e-10;
}

/** Rows grouped by what `keyOf` says, in order of first appearance. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** The lines of the pool by name, each with its dated rows. */
export type LinesByName = ReadonlyMap<string, readonly PoolLine[]>;

/** The lines of `PoolLines` by name; case and spaces do not count. */
export function linesByName(lines: readonly PoolLine[]): LinesByName {
  const groups = grouped(lines, ({ line }) => comparable(line));
  return new Map(groups.map((rows) => [comparable(rows[0]?.line ?? ''), rows]));
}

function targetOf(rule: CodeRule, lines: LinesByName, month: string): CodeTarget {
  const weight = rule.percent ?? 1;
  const word = WORDS.find((each) => each === comparable(rule.line));
  if (word) return { target: word, line: '', weight };
  const rows = lines.get(comparable(rule.line));
  if (!rows) return { target: 'unmapped', line: '', weight };
  return { target: scopeOf(rows, month) === 'in' ? 'line' : 'excluded', line: rows[0]?.line ?? '', weight };
}

/** The rows of one Code and From, made ready. */
export interface CodeVersion {
  readonly fromMonth: string;
  at(month: string): CodeMapping;
  readonly findings: readonly LedgerFinding[];
}

/** What percentages come to, in per cent: 0.6 and 0.3 are 90. */
function totalPercent(rows: readonly CodeRule[]): number {
  const total = rows.reduce((sum, { percent }) => sum + (percent ?? 0), 0);
  const isFraction = rows.every(({ percent }) => (percent ?? 0) <= 1);
  return Number((isFraction ? total * 100 : total).toPrecision(12));
}

/** Rows of one Code and From that do not total 100%, or stand there several times without any percentage. */
function shareProblems(rows: readonly CodeRule[]): LedgerFinding[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const facts = ({ partner, place }: CodeRule) => ({ partner, ...(place ? { place } : {}) });
  if (others.length > 0 && rows.every(({ percent }) => percent === null)) {
    const row = first.place === undefined ? {} : { row: first.place.row + 1 };
    return others.map((rule) => ledgerFinding('code twice', { ...facts(rule), detail: { code: rule.code, ...row } }));
  }
  const detail = { code: first.code, percent: totalPercent(rows) };
  return [ledgerFinding('percent not 100', { ...facts(first), detail })];
}

/** What is wrong with the rows of one Code and From; without any total of 100% they cannot be used at all. */
function problemsOf(rows: readonly CodeRule[], lines: LinesByName, isUsable: boolean): LedgerFinding[] {
  const unknown = rows.filter(
    ({ line }) => !WORDS.some((word) => word === comparable(line)) && !lines.has(comparable(line)),
  );
  const findings = unknown.map(({ partner, code, line, place, linePlace = place }) =>
    ledgerFinding('line unknown', {
      partner,
      ...(linePlace ? { place: linePlace } : {}),
      detail: { code, target: line },
    }),
  );
  return isUsable ? findings : [...findings, ...shareProblems(rows)];
}

/** Makes the rows of one Code and From ready; rows that do not total 100% lead nowhere. */
export function codeVersion(rows: readonly CodeRule[], lines: LinesByName): CodeVersion {
  const isUsable = totalsHundred(rows.map(({ percent }) => percent));
  return {
    fromMonth: monthFrom(rows[0]?.fromSerial ?? null),
    findings: problemsOf(rows, lines, isUsable),
    at: (month) => {
      if (!isUsable) return { ...UNMAPPED, hasRule: true };
      const targets = rows.map((row) => targetOf(row, lines, month));
      const isBetween = targets.some(({ target }) => target === 'recharge' || target === 'contribution');
      return { targets, isBetween, hasRule: true };
    },
  };
}
