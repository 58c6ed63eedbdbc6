/*
 * What is to be said about grants in a month, with cell and figures: lines that are not in the pool, money unspent at the
 * year's end, minimums not met. Single cells and rows of PoolGrants are `src/workbook/grantRules`.
 */
import { comparable } from '../../ledger/cells';
import type { Finding } from '../../workbook/finding';
import { GRANT_ROWS } from '../../workbook/grantFormulas';
import { grantFinding } from '../../workbook/grantFindings';
import { placeOf } from '../../workbook/readTable';
import type { GrantInputs, GrantStatementRow } from './grantStatement';
import type { GrantRow } from './grantRows';

const YEAR_END = 12;

/** Everything to say about the grants of the month's year. */
export function grantProblems(inputs: GrantInputs, rows: readonly GrantStatementRow[]): readonly Finding[] {
  return [...grantLineProblems(inputs), ...grantMoneyProblems(inputs, rows)];
}

/** What is wrong with the lines that the grants of the month's year may pay for. */
export function grantLineProblems(inputs: GrantInputs): readonly Finding[] {
  const grants = inputs.grants.filter(({ year }) => year === inputs.period.year);
  return grants.flatMap((grant) => lineProblems(grant, inputs));
}

/** What the statement shows of money unspent and minimums not met; nothing is known of that where none is written. */
export function grantMoneyProblems(inputs: GrantInputs, rows: readonly GrantStatementRow[]): readonly Finding[] {
  return rows.filter(({ row }) => row === GRANT_ROWS.grant).flatMap((row) => moneyProblems(row, inputs));
}

function lineProblems({ pool, grant, lines: named, row }: GrantRow, { lines, period }: GrantInputs): Finding[] {
  const place = placeOf(row, 'Lines');
  if (named.length === 0 && !lines.some((line) => comparable(line.pool) === comparable(pool))) {
    return [grantFinding('grant without lines', { place, period: period.period, detail: { grant, pool } })];
  }
  return named.flatMap((line): Finding[] => {
    const facts = { place, period: period.period, line };
    const found = lines.find((each) => comparable(each.line) === comparable(line));
    if (found === undefined) return [grantFinding('grant line excluded', { ...facts, detail: { line, grant } })];
    if (comparable(found.pool) === comparable(pool)) return [];
    return [grantFinding('grant line of other pool', { ...facts, detail: { line, grant, pool: found.pool } })];
  });
}

function moneyProblems(row: GrantStatementRow, { period }: GrantInputs): Finding[] {
  const { grant, appliedPence, unspentPence, checkPence } = row;
  const facts = { period: period.period, partner: grant.partner };
  const detail = { grant: grant.grant };
  if (appliedPence === null || unspentPence === null) {
    if (row.notKnown === 0) return [];
    return [grantFinding('grant spend not known', { ...facts, place: placeOf(grant.row, 'Lines'), detail })];
  }
  const isYearEnd = period.months === YEAR_END;
  const unspent = { leftPence: appliedPence, rightPence: row.grantedPence, differencePence: unspentPence };
  const short = { leftPence: appliedPence, rightPence: grant.minimumPence ?? 0, differencePence: checkPence ?? 0 };
  const place = placeOf(grant.row, 'Minimum');
  return [
    ...(isYearEnd && unspentPence > 0
      ? [grantFinding('grant unspent', { ...facts, place: placeOf(grant.row, 'Amount'), ...unspent, detail })]
      : []),
    ...(short.differencePence > 0
      ? [
          isYearEnd
            ? grantFinding('grant minimum not met', {
                ...facts,
                place,
                ...short,
                detail: { ...detail, year: grant.year },
              })
            : grantFinding('grant minimum not yet met', { ...facts, place, ...short, detail }),
        ]
      : []),
  ];
}
