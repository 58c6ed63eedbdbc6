/*
 * What is found about a pool's contributions of a year as a whole: a net below nought, nobody who counts, and sources
 * that are not the uses. What is wrong with a single row is `contributionRules`.
 */
import { comparable } from '../ledger/cells';
import { isYear } from '../ledger/financialYear';
import { dayOf, monthText } from '../ledger/calendar';
import { type ContributionsAt, countedContributions, netContributions } from '../pool/contributions';
import { yearDays } from '../pool/projectItems';
import { contributionFinding } from './contributionFindings';
import { isByContributions } from './contributionSets';
import type { ContributionRow } from './contributionRow';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { unreadCells } from './unread';

/** The columns that say what a contribution comes to, and from when. */
const ADDED_UP = ['From', 'Funding', 'Counts', 'Amount'] as const;

/** What is found about each pool and year. @param partners - Every partner of PoolPartners. */
export function poolYearFindings(
  tables: InputReadings,
  rows: readonly ContributionRow[],
  partners: readonly string[],
): Finding[] {
  const years = new Map<string, ContributionRow[]>();
  for (const row of rows) {
    if (row.pool === '' || !isYear(row.year)) continue;
    const key = `${comparable(row.pool)}\u0001${row.year}`;
    years.set(key, [...(years.get(key) ?? []), row]);
  }
  const isUnread = unreadCells(tables.get('PoolContributions'));
  return [...years.values()].flatMap((ofYear): Finding[] => {
    const [first] = ofYear;
    // What the year comes to is not known while a cell of it cannot be read.
    if (first === undefined || ofYear.some(({ row }) => isUnread(row, ...ADDED_UP))) return [];
    const monthEnd = yearDays(Number(first.year.slice(0, 4))).last;
    const at = { pool: first.pool, year: first.year, monthEnd };
    return [
      ...partners.flatMap((partner) => negativeNet(ofYear, at, partner, isProportionUsed(tables, at))),
      ...(isProportionUsed(tables, at) ? nobodyCounts(ofYear, at, partners) : []),
      ...notTheBudgets(tables, ofYear, at, partners),
    ];
  });
}

/** Whether a list follows what counts of the pool's contributions; what is agreed goes by all of them. */
function isProportionUsed(tables: InputReadings, { pool }: Pick<ContributionsAt, 'pool'>): boolean {
  return (tables.get('PoolShares')?.rows ?? []).some(
    (row) => isByContributions(row) && ['', comparable(pool)].includes(comparable(textOf(row, 'Pool'))),
  );
}

/** The first day of the year on which a partner's income is more than its contribution: of what counts, or of all. */
function negativeNet(
  rows: readonly ContributionRow[],
  at: ContributionsAt,
  partner: string,
  isProportion: boolean,
): Finding[] {
  const { first } = yearDays(Number(at.year.slice(0, 4)));
  const days = [...new Set(rows.map(({ fromDate }) => Math.max(fromDate, first)))].sort((a, b) => a - b);
  for (const [counted, some] of [
    ['', rows],
    ['counted', isProportion ? rows.filter(({ counts }) => counts) : []],
  ] as const) {
    for (const day of days) {
      const net = netContributions(some, { ...at, monthEnd: day }, [partner])[0];
      if (net === undefined || net.netPence >= 0) continue;
      const own = rows.find((row) => comparable(row.partner) === comparable(partner)) ?? rows[0];
      const { year, month } = dayOf(day);
      return [
        contributionFinding('contribution net negative', {
          ...(own === undefined ? {} : { place: placeOf(own.row, 'Amount') }),
          partner,
          leftPence: net.grossPence + net.paysPence,
          rightPence: net.incomePence,
          differencePence: net.netPence,
          detail: { pool: at.pool, year: at.year, counted, date: monthText(year, month) },
        }),
      ];
    }
  }
  return [];
}

function nobodyCounts(rows: readonly ContributionRow[], at: ContributionsAt, partners: readonly string[]): Finding[] {
  if (countedContributions(rows, at, partners).some((pence) => pence !== 0)) return [];
  const [first] = rows;
  const place = first === undefined ? {} : { place: placeOf(first.row, 'Counts') };
  return [contributionFinding('no contribution counts', { ...place, detail: { pool: at.pool, year: at.year } })];
}

/**
 * Sources are uses: what the partners put in, net, is the pool's budget. What is in kind may be in the budgets or not, so
 * either makes them agree; a pool without a budget for the year has nothing to compare with.
 */
function notTheBudgets(
  tables: InputReadings,
  rows: readonly ContributionRow[],
  at: ContributionsAt,
  partners: readonly string[],
): Finding[] {
  const budgets = budgetsOf(tables, at);
  const isUnread = unreadCells(tables.get('PoolBudgets'));
  if (budgets.length === 0 || budgets.some((row) => isUnread(row, 'Amount'))) return [];
  const budgetPence = budgets.reduce((sum, row) => sum + (numberOf(row, 'Amount') ?? 0), 0);
  const total = (some: readonly ContributionRow[]): number =>
    netContributions(some, at, partners).reduce((sum, { netPence }) => sum + netPence, 0);
  const netPence = total(rows);
  const inMoneyPence = total(rows.filter(({ funding }) => funding !== 'in kind'));
  if (netPence === budgetPence || inMoneyPence === budgetPence) return [];
  const [first] = rows;
  return [
    contributionFinding('contributions differ from budgets', {
      ...(first === undefined ? {} : { place: placeOf(first.row, 'Amount') }),
      leftPence: netPence,
      rightPence: budgetPence,
      differencePence: netPence - budgetPence,
      detail: { pool: at.pool, year: at.year },
    }),
  ];
}

/** The budget rows of the pool's lines in scope at the year's end. */
function budgetsOf(tables: InputReadings, { pool, year, monthEnd }: ContributionsAt): readonly TypedRow[] {
  const inForce = new Map<string, TypedRow>();
  for (const row of tables.get('PoolLines')?.rows ?? []) {
    const from = numberOf(row, 'From') ?? 0;
    const known = inForce.get(comparable(textOf(row, 'Line')));
    if (from > monthEnd || (known !== undefined && (numberOf(known, 'From') ?? 0) > from)) continue;
    inForce.set(comparable(textOf(row, 'Line')), row);
  }
  return (tables.get('PoolBudgets')?.rows ?? []).filter((row) => {
    const line = inForce.get(comparable(textOf(row, 'Line')));
    if (line === undefined || textOf(line, 'Scope') === 'excluded' || textOf(row, 'Year') !== year) return false;
    return comparable(textOf(line, 'Pool')) === comparable(pool);
  });
}
