/*
 * Adds up one partner's ledger: by code and month, own rows and rows between partners apart, each row in exactly one
 * place. It splits nothing between lines; `actuals` does, and matches nothing.
 */
import type { CodeMapping, CodeRules } from './codeRules';
import { parseMonth, monthText } from './calendar';
import { placeInYear } from './financialYear';
import type { LedgerLine } from './ledgerLine';
import type { PartnerNames } from './partnerNames';

/** Whether a row counts in the month asked for: `to date` does, the others are listed apart. */
export type Timing = 'earlier' | 'to date' | 'later';

/** The rows of one code in one month. */
export interface CodeMonth {
  readonly code: string;
  readonly month: string;
  readonly mapping: CodeMapping;
  readonly timing: Timing;
  /** 1: in the month's own movement; −1: taken off it, the balance of the month before; 0: neither. */
  readonly movement: -1 | 0 | 1;
  readonly first: LedgerLine;
  ownPence: number;
  ownRows: number;
  betweenPence: number;
  betweenRows: number;
}

/** A row between partners. `counterparty` is '' when the row does not say, or says no partner. */
export interface BetweenRow {
  readonly line: LedgerLine;
  readonly counterparty: string;
  readonly timing: Timing;
  readonly isContribution: boolean;
}

/** One partner's ledger added up. */
export interface Tally {
  readonly codeMonths: readonly CodeMonth[];
  readonly between: readonly BetweenRow[];
  /** Rows to date that are not between partners; only these can be a double payment or wrongly coded. */
  readonly own: readonly LedgerLine[];
  readonly rows: number;
  readonly extractPence: number;
  readonly toDatePence: number;
  readonly laterPence: number;
  readonly laterRows: number;
  readonly earlierPence: number;
  readonly earlierRows: number;
  readonly rowsInMonth: number;
  /** False when a balance source lacks the month before, so that the month's movement is not known. */
  readonly isMovementKnown: boolean;
  /** The sum of all amounts without their signs; beyond 15 digits nothing may be added up. */
  readonly sizePence: number;
}

/** The lines of one source of the partner. */
export interface SourceLines {
  readonly holds: 'transactions' | 'balances to date';
  readonly lines: readonly LedgerLine[];
}

/** The month before. @example monthBefore('2027-01') -> '2026-12' */
export function monthBefore(month: string): string {
  const parsed = parseMonth(month);
  if (!parsed) throw new Error(`not a month: ${month}`);
  return parsed.month === 1 ? monthText(parsed.year - 1, 12) : monthText(parsed.year, parsed.month - 1);
}

interface Placing {
  readonly timing: Timing;
  readonly movement: -1 | 0 | 1;
}

/** Balances to date count in their own month only; the balance of the month before is taken off the month's movement. */
function placingOf(holds: SourceLines['holds'], month: string, period: string): Placing {
  if (holds === 'transactions') return { timing: placeInYear(month, period), movement: month === period ? 1 : 0 };
  if (month === period) return { timing: 'to date', movement: 1 };
  const isBefore = month === monthBefore(period) && placeInYear(month, period) === 'to date';
  return { timing: month > period ? 'later' : 'earlier', movement: isBefore ? -1 : 0 };
}

/**
 * Adds up all sources of one partner for a run of `period`.
 *
 * A row is between partners only if its counterparty is another partner or its code leads to recharge or contribution
 * (design section 6); that comes before where the code leads, so that both sides are taken out in full.
 *
 * @param onlyOther the other partner where there are only two: a row that names nobody can only mean that one; else ''
 */
export function tallyLedger(
  partner: string,
  sources: readonly SourceLines[],
  period: string,
  rules: CodeRules,
  names: PartnerNames,
  onlyOther: string,
): Tally {
  const codeMonths: CodeMonth[] = [];
  const between: BetweenRow[] = [];
  const own: LedgerLine[] = [];
  const pence = { 'to date': 0, later: 0, earlier: 0 };
  const rows = { 'to date': 0, later: 0, earlier: 0 };
  let sizePence = 0;
  let rowsInMonth = 0;
  let isMovementKnown = true;
  const partnerOf = new Map<string, string>();
  const counterpartyOf = (name: string): string => {
    let found = partnerOf.get(name);
    if (found === undefined) {
      found = name === '' ? '' : (names.find(name) ?? '');
      partnerOf.set(name, found === partner ? '' : found);
    }
    return partnerOf.get(name) ?? '';
  };

  for (const { holds, lines } of sources) {
    const byCode = new Map<string, Map<string, CodeMonth>>();
    let hasMonthBefore = holds === 'transactions' || placeInYear(monthBefore(period), period) === 'earlier';
    for (const line of lines) {
      let months = byCode.get(line.code);
      if (!months) byCode.set(line.code, (months = new Map()));
      let entry = months.get(line.month);
      if (!entry) {
        const mapping = rules.map(partner, line.code, line.month);
        const placing = placingOf(holds, line.month, period);
        const sums = { ownPence: 0, ownRows: 0, betweenPence: 0, betweenRows: 0 };
        entry = { code: line.code, month: line.month, mapping, ...placing, first: line, ...sums };
        months.set(line.month, entry);
        codeMonths.push(entry);
      }
      const counterparty = counterpartyOf(line.counterparty);
      if (counterparty !== '' || entry.mapping.isBetween) {
        entry.betweenPence += line.amountPence;
        entry.betweenRows += 1;
        const isContribution = entry.mapping.targets.some(({ target }) => target === 'contribution');
        // A balance of another month is not a posting of its own: it proves no timing.
        if (holds === 'transactions' || entry.timing === 'to date') {
          between.push({ line, counterparty: counterparty || onlyOther, timing: entry.timing, isContribution });
        }
      } else {
        entry.ownPence += line.amountPence;
        entry.ownRows += 1;
        if (entry.timing === 'to date') own.push(line);
      }
      pence[entry.timing] += line.amountPence;
      rows[entry.timing] += 1;
      sizePence += Math.abs(line.amountPence);
      if (line.month === period) rowsInMonth += 1;
      if (entry.movement === -1) hasMonthBefore = true;
    }
    isMovementKnown &&= hasMonthBefore;
  }
  return {
    codeMonths,
    between,
    own,
    rows: rows['to date'] + rows.later + rows.earlier,
    extractPence: pence['to date'] + pence.later + pence.earlier,
    toDatePence: pence['to date'],
    laterPence: pence.later,
    laterRows: rows.later,
    earlierPence: pence.earlier,
    earlierRows: rows.earlier,
    rowsInMonth,
    isMovementKnown,
    sizePence,
  };
}
