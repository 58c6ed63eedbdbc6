/*
 * The rules of lists of shares that carry risk: their caps, and what becomes of the part above one. Who leaves a list is in
 * `leaverRules`; that a list is whole, of one basis and complete for its group is in `setRules`.
 *
 * Source: design section 4, PoolShares: a cap on a pool that does not settle caps nothing.
 */
import { comparable } from '../ledger/cells';
import { agreementFinding } from './agreementFindings';
import { dateText } from './dateText';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { leaverFindings } from './leaverRules';
import { neverSettles } from './poolKinds';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { listsOf } from './setRules';

/** Everything that is wrong with caps and with who stands in the lists of PoolShares. */
export function listFindings(tables: InputReadings): Finding[] {
  const rows = tables.get('PoolShares')?.rows ?? [];
  const groups = new Set((tables.get('PoolPartners')?.rows ?? []).map((row) => comparable(textOf(row, 'Part of'))));
  const lists = listsOf(rows);
  return [
    ...rows.flatMap((row) => capFindings(row, groups, tables)),
    ...lists.flatMap(excessFindings),
    ...leaverFindings(lists, tables.get('PoolPartners')?.rows ?? []),
  ];
}

function capFindings(row: TypedRow, groups: ReadonlySet<string>, tables: InputReadings): Finding[] {
  const leftPence = numberOf(row, 'Cap');
  const set = textOf(row, 'Set');
  if (leftPence === undefined) {
    if (textOf(row, 'Excess') === '') return [];
    return [agreementFinding('excess without cap', { place: placeOf(row, 'Excess'), detail: { set } })];
  }
  const facts = { place: placeOf(row, 'Cap'), leftPence };
  // Who has no share bears nothing, whatever stands in Cap.
  if (leftPence === 0) return numberOf(row, 'Share') === 0 ? [] : [capOfNought(row, set)];
  if (leftPence < 0) return [agreementFinding('cap below nought', { ...facts, detail: { set } })];
  if (groups.has(comparable(set))) return [agreementFinding('cap within group', { ...facts, detail: { set } })];
  const idle = poolsOf(row, tables).map((pool) => ({ pool, kind: neverSettles(tables, pool) }));
  const [first] = idle;
  if (first === undefined || idle.some(({ kind }) => kind === undefined)) return [];
  const detail = { set, pool: first.pool, kind: first.kind ?? '' };
  return [agreementFinding('cap without settlement', { ...facts, detail })];
}

/** Formulas and the model take a 0 as no cap, so who types one would bear all of its share. */
function capOfNought(row: TypedRow, set: string): Finding {
  const partner = textOf(row, 'Partner');
  return agreementFinding('cap of nought', { place: placeOf(row, 'Cap'), partner, detail: { set } });
}

/** The pools whose lines a list shares: its own, or of a list for all pools those of the lines that name it. */
function poolsOf(row: TypedRow, tables: InputReadings): readonly string[] {
  const own = textOf(row, 'Pool');
  if (own !== '') return [own];
  const set = comparable(textOf(row, 'Set'));
  const lines = (tables.get('PoolLines')?.rows ?? []).filter((line) => comparable(textOf(line, 'Risk rule')) === set);
  return [...new Set(lines.map((line) => textOf(line, 'Pool')))];
}

/** What becomes of the part above a cap is one rule for the whole list: the formula shares it once. */
function excessFindings(rows: readonly TypedRow[]): Finding[] {
  const capped = rows.filter((row) => (numberOf(row, 'Cap') ?? 0) > 0);
  const excess = (row: TypedRow): string => textOf(row, 'Excess') || 'referred upward';
  const [first, ...others] = capped;
  const other = others.find((row) => first !== undefined && excess(row) !== excess(first));
  if (first === undefined || other === undefined) return [];
  const from = dateText(numberOf(first, 'From'));
  const detail = { set: textOf(first, 'Set'), from, first: excess(first), second: excess(other) };
  return [agreementFinding('excess differs', { place: placeOf(other, 'Excess'), detail })];
}
