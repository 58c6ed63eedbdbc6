/*
 * Adds up one partner's ledger: by code and month, own rows and rows between partners apart, each row in exactly one
 * place. It splits nothing between lines; `actuals` does, and matches nothing.
 */
import type { CodeMapping, CodeRules } from './codeRules';
import { placeInYear } from './financialYear';
import type { LedgerLine } from './ledgerLine';
import type { PartnerNames } from './partnerNames';
import { type CodeMonth, type SourceLines, type Timing, entryFinder, monthBefore } from './codeMonths';

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

/** The partner a row names as its counterparty, '' for nobody, an unknown name or the partner itself; each name is looked up once. */
function counterpartyFinder(partner: string, names: PartnerNames): (name: string) => string {
  const partnerOf = new Map<string, string>();
  return (name) => {
    const known = partnerOf.get(name);
    if (known !== undefined) return known;
    const found = name === '' ? '' : (names.find(name) ?? '');
    const counterparty = found === partner ? '' : found;
    partnerOf.set(name, counterparty);
    return counterparty;
  };
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
  const counterpartyOf = counterpartyFinder(partner, names);
  const mappingOf = ({ code, month }: LedgerLine): CodeMapping => rules.map(partner, code, month);

  for (const { holds, lines } of sources) {
    const entryOf = entryFinder(holds, period, mappingOf, codeMonths);
    let hasMonthBefore = holds === 'transactions' || placeInYear(monthBefore(period), period) === 'earlier';
    for (const line of lines) {
      const entry = entryOf(line);
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
