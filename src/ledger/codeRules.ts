/*
 * The rules of `PoolCodes`, made ready: which lines a partner's code leads to in a month, and in what proportion. It adds
 * nothing up; `mapLines` does.
 *
 * Source: design section 4 (PoolCodes): wildcards, the first that fits wins, rows with the same Code and From share it.
 */
import { monthOfSerial } from './calendar';
import { comparable } from './cells';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { PartnerNames } from './partnerNames';
import type { CodeRule, PoolLine } from './reconcileInputs';
import type { Target } from './reconcileResult';
import { comparableCode, wildcardTest } from './wildcard';

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
}

/** Finds the mapping of a code. */
export interface CodeRules {
  map(partner: string, code: string, month: string): CodeMapping;
  readonly findings: readonly LedgerFinding[];
}

/** Where a code leads that no rule fits. */
export const UNMAPPED: CodeMapping = {
  targets: [{ target: 'unmapped', line: '', weight: 1 }],
  isBetween: false,
};

const WORDS: readonly Target[] = ['excluded', 'recharge', 'contribution'];

/** The first month a row counts in; '' for always. A From within a month counts for the whole month. */
function monthFrom(serial: number | null): string {
  return serial === null ? '' : monthOfSerial(serial);
}

/** The latest From first, always last; of two in one month the later day counts. */
function latestFirst<Row extends { readonly fromSerial: number | null }>(rows: readonly Row[]): readonly Row[] {
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
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}

/** Makes the rules ready, and says what is wrong with them. A rule that cannot be used leaves its rows unmapped. */
export function prepareCodeRules(
  rules: readonly CodeRule[],
  lines: readonly PoolLine[],
  names: PartnerNames,
): CodeRules {
  const findings: LedgerFinding[] = [];
  const linesByName = new Map(
    grouped(lines, ({ line }) => comparable(line)).map((rows) => [comparable(rows[0]?.line ?? ''), rows]),
  );

  const targetOf = (rule: CodeRule, month: string): CodeTarget => {
    const weight = rule.percent ?? 1;
    const word = WORDS.find((each) => each === comparable(rule.line));
    if (word) return { target: word, line: '', weight };
    const rows = linesByName.get(comparable(rule.line));
    if (!rows) return { target: 'unmapped', line: '', weight };
    return { target: scopeOf(rows, month) === 'in' ? 'line' : 'excluded', line: rows[0]?.line ?? '', weight };
  };
  const report = (
    kind: 'percent not 100' | 'line unknown',
    rule: CodeRule,
    detail: Record<string, string | number>,
  ) => {
    const place = rule.place ? { place: rule.place } : {};
    findings.push(ledgerFinding(kind, { partner: rule.partner, ...place, detail: { code: rule.code, ...detail } }));
  };

  /** The rows of one Code and From: what they lead to, worked out once for each month that is asked for. */
  const versionOf = (rows: readonly CodeRule[]): { fromMonth: string; at: (month: string) => CodeMapping } => {
    const [first] = rows;
    const fromMonth = monthFrom(first?.fromSerial ?? null);
    const percents = rows.map((row) => row.percent);
    for (const row of rows) {
      const isKnown = WORDS.some((word) => word === comparable(row.line)) || linesByName.has(comparable(row.line));
      if (!isKnown) report('line unknown', row, { target: row.line });
    }
    if (!totalsHundred(percents)) {
      const total = percents.reduce<number>((sum, percent) => sum + (percent ?? 0), 0);
      if (first) report('percent not 100', first, { percent: Number(total.toPrecision(12)) });
      return { fromMonth, at: () => UNMAPPED };
    }
    const at = (month: string): CodeMapping => {
      const targets = rows.map((row) => targetOf(row, month));
      const isBetween = targets.some(({ target }) => target === 'recharge' || target === 'contribution');
      return { targets, isBetween };
    };
    return { fromMonth, at };
  };

  type Ready = { readonly fits: (code: string) => boolean; readonly versions: readonly ReturnType<typeof versionOf>[] };
  const patternsOf = new Map<string, readonly Ready[]>();
  for (const rows of grouped(rules, ({ partner }) => names.find(partner) ?? comparable(partner))) {
    const partner = names.find(rows[0]?.partner ?? '');
    if (partner === undefined) {
      const [row] = rows;
      findings.push(ledgerFinding('partner unknown', { ...(row?.place ? { place: row.place } : {}), detail: { name: row?.partner ?? '', table: 'PoolCodes' } })); // prettier-ignore
      continue;
    }
    const patterns = grouped(rows, ({ code }) => comparableCode(code)).map(
      (same): Ready => ({
        fits: wildcardTest(same[0]?.code ?? ''),
        versions: grouped(latestFirst(same), ({ fromSerial }) => String(fromSerial)).map(versionOf),
      }),
    );
    patternsOf.set(partner, patterns);
  }

  const known = new Map<string, CodeMapping>();
  const map = (partner: string, code: string, month: string): CodeMapping => {
    const key = `${partner}\n${code}\n${month}`;
    const found = known.get(key);
    if (found) return found;
    const comparableText = comparableCode(code);
    let mapping: CodeMapping = UNMAPPED;
    for (const pattern of comparableText === '' ? [] : (patternsOf.get(partner) ?? [])) {
      const version = pattern.fits(comparableText)
        ? pattern.versions.find(({ fromMonth }) => fromMonth <= month)
        : undefined;
      if (!version) continue;
      mapping = version.at(month);
      break;
    }
    known.set(key, mapping);
    return mapping;
  };
  return { map, findings };
}
