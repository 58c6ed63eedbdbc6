/*
 * The rules of `PoolCodes`, made ready: which of them fits a partner's code in a month. It adds nothing up; `tally` and
 * `actuals` do.
 *
 * Source: design section 4 (PoolCodes): wildcards, the first that fits wins, rows with the same Code and From share it.
 */
import { comparable } from './cells';
import {
  codeVersion,
  grouped,
  latestFirst,
  linesByName,
  UNMAPPED,
  type CodeMapping,
  type CodeVersion,
  type LinesByName,
} from './codeTargets';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { PartnerNames } from './partnerNames';
import type { CodeRule, PoolLine } from './reconcileInputs';
import { comparableCode, wildcardTest } from './wildcard';

export { UNMAPPED, type CodeMapping, type CodeTarget } from './codeTargets';

/** Finds the mapping of a code. */
export interface CodeRules {
  map(partner: string, code: string, month: string): CodeMapping;
  readonly findings: readonly LedgerFinding[];
}

/** All rules of one partner for one Code text, the latest From first. */
interface Pattern {
  fits(code: string): boolean;
  readonly versions: readonly CodeVersion[];
}

/** One partner's patterns, in the order in which each Code first stands in the table. */
function patternsOf(rules: readonly CodeRule[], lines: LinesByName): readonly Pattern[] {
  return grouped(rules, ({ code }) => comparableCode(code)).map((same): Pattern => {
    const dated = grouped(latestFirst(same), ({ fromSerial }) => String(fromSerial));
    return { fits: wildcardTest(same[0]?.code ?? ''), versions: dated.map((rows) => codeVersion(rows, lines)) };
  });
}

/** Where a code leads: the first pattern that fits and is in force; nowhere for a row without a code. */
function mappingOf(patterns: readonly Pattern[], code: string, month: string): CodeMapping {
  const wanted = comparableCode(code);
  if (wanted === '') return UNMAPPED;
  for (const { fits, versions } of patterns) {
    const version = fits(wanted) ? versions.find(({ fromMonth }) => fromMonth <= month) : undefined;
    if (version) return version.at(month);
  }
  return UNMAPPED;
}

function unknownPartner(rule: CodeRule | undefined): LedgerFinding {
  const place = rule?.place ? { place: rule.place } : {};
  return ledgerFinding('partner unknown', { ...place, detail: { name: rule?.partner ?? '', table: 'PoolCodes' } });
}

/** Makes the rules ready, and says what is wrong with them. A rule that cannot be used leaves its rows unmapped. */
export function prepareCodeRules(
  rules: readonly CodeRule[],
  lines: readonly PoolLine[],
  names: PartnerNames,
): CodeRules {
  const findings: LedgerFinding[] = [];
  const byName = linesByName(lines);
  const byPartner = new Map<string, readonly Pattern[]>();
  for (const rows of grouped(rules, ({ partner }) => names.find(partner) ?? comparable(partner))) {
    const partner = names.find(rows[0]?.partner ?? '');
    if (partner === undefined) {
      findings.push(unknownPartner(rows[0]));
      continue;
    }
    const patterns = patternsOf(rows, byName);
    byPartner.set(partner, patterns);
    for (const { versions } of patterns) findings.push(...versions.flatMap((version) => version.findings));
  }
  const known = new Map<string, CodeMapping>();
  const map = (partner: string, code: string, month: string): CodeMapping => {
    const key = `${partner}\n${code}\n${month}`;
    const mapping = known.get(key) ?? mappingOf(byPartner.get(partner) ?? [], code, month);
    known.set(key, mapping);
    return mapping;
  };
  return { map, findings };
}
