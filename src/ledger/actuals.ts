/*
 * What one partner's ledger gives for each line of the pool. Codes shared by percent are split to the penny, once for
 * each code and month, so that the parts total what the code holds.
 */
import type { LineAdjustment } from './adjustments';
import type { PoolLine } from './reconcileInputs';
import type { ActualFigures, Target, UnmappedCode } from './reconcileResult';
import type { CodeMonth } from './codeMonths';
import type { Tally } from './tally';
import { splitByWeight } from '../money/split';

type Figures = { -readonly [Field in keyof ActualFigures]: ActualFigures[Field] };

/**
 * A code's total for one month on its targets, by largest remainder. Not row by row: odd pennies of many small rows would
 * pile up on the first line, and the code's total is what an auditor can follow.
 */
function sharesOf(pence: number, { mapping }: CodeMonth): readonly number[] {
  const { targets } = mapping;
  if (targets.length === 1 || pence === 0) return targets.map((_target, index) => (index === 0 ? pence : 0));
  const shares = splitByWeight(pence, targets.map(({ weight }) => weight)); // prettier-ignore
  if (!shares.ok) throw new Error(`weights were checked: ${shares.problem.kind}`);
  return shares.value;
}

const ORDER: readonly Target[] = ['line', 'excluded', 'recharge', 'contribution', 'unmapped'];

/** In order of `PoolLines`, then excluded, recharge, contribution, unmapped. */
function sortActuals(actuals: readonly Figures[], lines: readonly PoolLine[]): ActualFigures[] {
  const position = new Map<string, number>();
  lines.forEach(({ line }, index) => {
    if (!position.has(line)) position.set(line, index);
  });
  const rank = ({ line, target }: Figures): number =>
    line !== '' ? (position.get(line) ?? lines.length) : lines.length + 1 + ORDER.indexOf(target);
  return [...actuals].sort((a, b) => rank(a) - rank(b) || ORDER.indexOf(a.target) - ORDER.indexOf(b.target));
}

/** One partner's figures by line, to date and for the month; they total its ledger to date exactly. */
export function actualsOf(
  partner: string,
  tally: Tally,
  adjustments: readonly LineAdjustment[],
  lines: readonly PoolLine[],
): ActualFigures[] {
  const byLine = new Map<string, Figures>();
  const figuresOf = (target: Target, line: string): Figures => {
    const key = `${target}\n${line}`;
    const found = byLine.get(key);
    if (found) return found;
    const known = tally.isMovementKnown ? 0 : null;
    const fresh: Figures = {
      partner,
      line,
      target,
      ownPence: 0,
      betweenPence: 0,
      adjustmentPence: 0,
      monthOwnPence: known,
      monthBetweenPence: known,
      monthAdjustmentPence: 0,
      rows: 0,
    };
    byLine.set(key, fresh);
    return fresh;
  };
  for (const entry of tally.codeMonths) {
    if (entry.timing !== 'to date' && entry.movement === 0) continue;
    const own = sharesOf(entry.ownPence, entry);
    const between = sharesOf(entry.betweenPence, entry);
    entry.mapping.targets.forEach(({ target, line }, index) => {
      const figures = figuresOf(target, line);
      const ownPence = own[index] ?? 0;
      const betweenPence = between[index] ?? 0;
      if (entry.timing === 'to date') {
        figures.ownPence += ownPence;
        figures.betweenPence += betweenPence;
        figures.rows += entry.ownRows + entry.betweenRows;
      }
      if (figures.monthOwnPence !== null) figures.monthOwnPence += entry.movement * ownPence + 0;
      if (figures.monthBetweenPence !== null) figures.monthBetweenPence += entry.movement * betweenPence + 0;
    });
  }
  for (const adjustment of adjustments) {
    if (adjustment.partner !== partner) continue;
    const figures = figuresOf('line', adjustment.line);
    figures.adjustmentPence += adjustment.toDatePence;
    figures.monthAdjustmentPence += adjustment.monthPence;
  }
  return sortActuals([...byLine.values()], lines);
}

/**
 * The codes of the year to date that lead nowhere, the largest first; apart what no rule fits and what a rule that cannot be
 * used takes. Rows between partners are not among them.
 */
export function unmappedCodes(partner: string, tally: Tally): UnmappedCode[] {
  const byCode = new Map<string, { partner: string; code: string; rows: number; amountPence: number; hasRule: boolean; first: CodeMonth['first'] }>(); // prettier-ignore
  for (const entry of tally.codeMonths) {
    const isUnmapped = entry.mapping.targets.some(({ target }) => target === 'unmapped');
    if (!isUnmapped || entry.timing !== 'to date' || entry.ownRows === 0) continue;
    const shares = sharesOf(entry.ownPence, entry);
    const { code, first } = entry;
    const { hasRule } = entry.mapping;
    const key = `${hasRule ? 'rule' : ''}\n${code}`;
    const found = byCode.get(key) ?? { partner, code, rows: 0, amountPence: 0, hasRule, first };
    byCode.set(key, found);
    found.rows += entry.ownRows;
    entry.mapping.targets.forEach(({ target }, index) => {
      if (target === 'unmapped') found.amountPence += shares[index] ?? 0;
    });
  }
  return [...byCode.values()].sort(
    (a, b) => Math.abs(b.amountPence) - Math.abs(a.amountPence) || (a.code < b.code ? -1 : 1),
  );
}
