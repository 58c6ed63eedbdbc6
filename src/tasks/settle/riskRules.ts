/*
 * The risk rule of each line at the month's end, read from PoolLines and PoolShares as the pure rule takes it. What is
 * missing or not in force is a finding with its cell; no variance is worked out here.
 */
import { comparable } from '../../ledger/cells';
import { listInForce } from '../../pool/listInForce';
import { sum } from '../../pool/perPartner';
import type { ListSharer, RiskRule, UnderspendRule } from '../../pool/riskRule';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';
import { settleFinding } from '../../workbook/settleFindings';
import { dateText } from '../../workbook/dateText';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { groupMembers } from '../share/groups';

/** A line's rule, with the row of PoolLines in force. */
export interface LineRule {
  readonly row: TypedRow;
  readonly rule: RiskRule;
  readonly underspend: UnderspendRule;
  /** The day from which the list in force holds, 0 where there is none. */
  readonly setFrom: number;
  /** The groups in the list, each with its place there. */
  readonly groups: readonly { readonly name: string; readonly sharer: number }[];
  readonly findings: readonly Finding[];
}

/** What the rules are read from. */
export interface RuleReading {
  readonly model: Pick<ModelReading, 'tables'>;
  readonly partners: readonly SplitPartner[];
  readonly monthEnd: number;
  /** Counted contributions per partner; undefined where the pool has none for the year. */
  readonly contributions: readonly number[] | undefined;
}

/** What the caps of a line's list add up to, in pence; 0 where there are none. */
export function capsOf({ rule }: LineRule): number {
  return rule.kind === 'set' ? sum(rule.sharers.map(({ capPence }) => capPence ?? 0)) : 0;
}

/** The row of PoolLines in force for a line; of several on one day the last, as the formulas take it. */
export function lineInForce(model: Pick<ModelReading, 'tables'>, line: string, monthEnd: number): TypedRow | undefined {
  const rows = rowsOf(model, 'PoolLines')
    .filter((row) => comparable(textOf(row, 'Line')) === comparable(line))
    .map((row) => ({ row, fromDate: numberOf(row, 'From') ?? 0 }));
  return listInForce(monthEnd, rows).at(-1)?.row;
}

/** The rule of a line of a pool. */
export function lineRule(reading: RuleReading, pool: string, line: string, row: TypedRow): LineRule {
  const text = textOf(row, 'Risk rule');
  const underspend = (textOf(row, 'Underspend') || 'as overspend') as UnderspendRule;
  const base = { row, underspend, setFrom: 0, groups: [] };
  if (text === '') {
    const blank = settleFinding('risk rule blank', { place: placeOf(row, 'Risk rule'), detail: { line } });
    return { ...base, rule: { kind: 'where it falls' }, findings: [blank] };
  }
  if (comparable(text) === 'where it falls') return { ...base, rule: { kind: 'where it falls' }, findings: [] };
  if (comparable(text) === 'named') {
    const bears = textOf(row, 'Bears risk');
    const partner = numberIn(reading.partners, bears);
    const detail = { line, text: bears };
    const missing = settleFinding('named partner missing', { place: placeOf(row, 'Bears risk'), detail });
    return { ...base, rule: { kind: 'named', partner: Math.max(0, partner) }, findings: partner < 0 ? [missing] : [] };
  }
  return { ...base, ...setRule(reading, { pool, line, set: text, row }) };
}

function numberIn(partners: readonly SplitPartner[], name: string): number {
  return partners.findIndex(({ partner }) => comparable(partner) === comparable(name));
}

interface SetOfLine {
  readonly pool: string;
  readonly line: string;
  readonly set: string;
  readonly row: TypedRow;
}

/** The list of a Set in force: each entry with its weight, its cap and, for a group, its members. */
function setRule(
  reading: RuleReading,
  { pool, line, set, row }: SetOfLine,
): Pick<LineRule, 'rule' | 'setFrom' | 'groups' | 'findings'> {
  const place = placeOf(row, 'Risk rule');
  const none = { rule: { kind: 'set', sharers: [] } as const, setFrom: 0, groups: [] };
  const lists = rowsOf(reading.model, 'PoolShares')
    .filter((each) => comparable(textOf(each, 'Set')) === comparable(set))
    .filter((each) => textOf(each, 'Pool') === '' || comparable(textOf(each, 'Pool')) === comparable(pool))
    .map((each) => ({ row: each, fromDate: numberOf(each, 'From') ?? 0 }));
  if (lists.length === 0)
    return { ...none, findings: [settleFinding('risk set unknown', { place, detail: { line, text: set } })] };
  const inForce = listInForce(reading.monthEnd, lists);
  if (inForce.length === 0) {
    const detail = { line, set, date: dateText(reading.monthEnd) };
    return { ...none, findings: [settleFinding('risk set not in force', { place, detail })] };
  }
  const findings: Finding[] = [];
  const sharers = inForce.map(({ row: entry }): ListSharer => {
    const read = sharerOf(reading, pool, set, entry);
    findings.push(...read.findings);
    return read.sharer;
  });
  const groups = inForce.flatMap(({ row: entry }, sharer) => {
    const name = textOf(entry, 'Partner');
    return numberIn(reading.partners, name) < 0 ? [{ name, sharer }] : [];
  });
  const redistributes = inForce.some(
    ({ row: entry }) => (numberOf(entry, 'Cap') ?? 0) > 0 && textOf(entry, 'Excess') === 'shared by the others',
  );
  return { rule: { kind: 'set', sharers, redistributes }, setFrom: inForce[0]?.fromDate ?? 0, groups, findings };
}

function sharerOf(
  { model, partners, monthEnd, contributions }: RuleReading,
  pool: string,
  set: string,
  row: TypedRow,
): { readonly sharer: ListSharer; readonly findings: readonly Finding[] } {
  const name = textOf(row, 'Partner');
  const partner = numberIn(partners, name);
  const cap = numberOf(row, 'Cap') ?? 0;
  const share = numberOf(row, 'Share');
  const basis = textOf(row, 'Basis');
  const equal = share === 0 ? 0 : 1;
  const weight = basis === 'equal' ? equal : basis === 'contributions' ? (contributions?.[partner] ?? 0) : (share ?? 0);
  const sharer = { weight, capPence: cap > 0 ? cap : null };
  if (partner >= 0) return { sharer: { ...sharer, members: [{ partner, weight: 1 }] }, findings: [] };
  const isGroup = partners.some(({ group }) => group !== '' && comparable(group) === comparable(name));
  if (!isGroup) {
    const facts = { place: placeOf(row, 'Partner'), detail: { set, text: name } };
    return { sharer: { ...sharer, members: [] }, findings: [settleFinding('risk sharer not listed', facts)] };
  }
  const inside = groupMembers(model, partners, name, { project: set, pool, sharesOn: monthEnd }, row);
  return { sharer: { ...sharer, members: inside.members }, findings: inside.findings };
}
