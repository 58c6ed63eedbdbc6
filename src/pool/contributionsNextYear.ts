/*
 * Next year's contributions from this year's rows: what recurs is rolled forward, the rest ends with the year. Not who
 * agrees uplift, planned changes and efficiency: they are given.
 *
 * Source: contribution clauses, https://lawinsider.com/clause/contributions-to-the-pooled-fund/_1; domain brief b2.
 */
import { PENNY_UNIT, penceToPounds, type MoneyProblem } from '../money/exact';
import { succeed, type Result } from '../money/result';
import { type Contribution, type ContributionsAt, contributionsOf, type Funding } from './contributions';
import { yearDays } from './projectItems';
import { rollForward } from './rollForward';
import { sameName } from './sharesOn';

/** What changes a contribution from one year to the next; the uplift is a fraction, the others are pounds. */
export interface YearChange {
  readonly uplift: number;
  readonly planned: number;
  readonly efficiency: number;
}

/** One partner's contribution of one kind: this year's recurrent amount and next year's. In whole pence, signed as typed. */
export interface NextContribution {
  readonly partner: string;
  readonly funding: Funding;
  readonly source: string;
  /** Recurrent rows for the whole year. */
  readonly basePence: number;
  /** Recurrent rows that began in the year. */
  readonly recurrentPence: number;
  readonly nextPence: number;
}

/**
 * Next year's contributions of a pool: recurrent rows only. A balance brought forward never recurs, whatever its row says.
 *
 * Rows alike in partner, funding and source are one contribution: those for the whole year are its base, those with a From
 * its recurrent changes in the year, in full.
 *
 * @param changeOf - What changes a contribution; amounts in pounds.
 * @returns In the order of the rows, or the first problem.
 * @example base £100,000.00, from 01/10/2026 £2,000.00 recurrent and £5,000.00 not; 5.66%, efficiency £1,500.00 -> £106,273.20
 */
export function nextYearContributions(
  rows: readonly Contribution[],
  at: Pick<ContributionsAt, 'pool' | 'year'>,
  changeOf: (contribution: Pick<NextContribution, 'partner' | 'funding' | 'source'>) => YearChange,
): Result<readonly NextContribution[], MoneyProblem> {
  const next: NextContribution[] = [];
  const { first: firstDay } = yearDays(Number(at.year.slice(0, 4)));
  for (const alike of alikeRows(contributionsOf(rows, at).filter(recurs))) {
    const [first] = alike;
    if (first === undefined) continue;
    const { partner, funding, source } = first;
    const sum = (some: readonly Contribution[]): number =>
      some.reduce((total, { amountPence }) => total + amountPence, 0);
    const basePence = sum(alike.filter(({ fromDate }) => fromDate <= firstDay));
    const recurrentPence = sum(alike.filter(({ fromDate }) => fromDate > firstDay));
    const [base, recurrent] = [penceToPounds(basePence), penceToPounds(recurrentPence)];
    const rolled = rollForward({ base, recurrent, ...changeOf({ partner, funding, source }) }, PENNY_UNIT);
    if (!rolled.ok) return rolled;
    next.push({ partner, funding, source, basePence, recurrentPence, nextPence: rolled.value });
  }
  return succeed(next);
}

function recurs({ isRecurrent, funding }: Contribution): boolean {
  return isRecurrent && funding !== 'brought forward';
}

function alikeRows(rows: readonly Contribution[]): readonly (readonly Contribution[])[] {
  const groups = new Map<string, Contribution[]>();
  for (const row of rows) {
    const key = [sameName(row.partner), row.funding, sameName(row.source)].join('\u0001');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
