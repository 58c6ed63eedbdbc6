/*
 * The rules of PoolContributions that need more than one cell: dates, signs, payers, and each pool's year as a whole.
 * Pure: rows in, findings out. Names that are not listed and rows that stand twice are found in `inputRules`.
 */
import { comparable } from '../ledger/cells';
import { isIncome } from '../pool/contributions';
import { contributionFinding } from './contributionFindings';
import { type ContributionRow, contributionRow } from './contributionRow';
import { poolYearFindings } from './contributionYears';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { placeOf } from './readTable';
import { yearAndFromFindings } from './rowYear';
import { definitionOf } from './schema';

/** True for a finding whose cell is in PoolContributions: it stops what is shared by contributions, and nothing else. */
export function isAboutContributions({ place }: Pick<Finding, 'place'>): boolean {
  return place?.sheet === definitionOf('PoolContributions').sheet;
}

/** Everything that is wrong in PoolContributions beyond single cells. */
export function contributionFindings(tables: InputReadings): Finding[] {
  const rows = (tables.get('PoolContributions')?.rows ?? []).map(contributionRow);
  const partners = (tables.get('PoolPartners')?.rows ?? []).map((row) => String(row.values['Partner'] ?? ''));
  const wrong = rows.flatMap((row) => [
    ...yearAndFromFindings(row.row),
    ...amountFindings(row),
    ...payerFindings(row, partners),
  ]);
  return [...wrong, ...twiceFindings(rows), ...poolYearFindings(tables, rows, partners)];
}

/** A reduction agreed in the year has its From, and a deficit is brought forward; any other minus is a slip. */
function amountFindings({ row, funding, amountPence, fromDate, instalments }: ContributionRow): Finding[] {
  const findings: Finding[] = [];
  if (amountPence < 0 && fromDate === 0 && funding !== 'brought forward') {
    const facts = { place: placeOf(row, 'Amount'), leftPence: amountPence, detail: { words: funding } };
    findings.push(contributionFinding('contribution negative', facts));
  }
  const isPaid = funding !== 'in kind' && funding !== 'brought forward';
  if (!isPaid && (row.values['Instalments'] ?? null) !== null) {
    const detail = { words: funding, text: instalments };
    findings.push(contributionFinding('instalments not used', { place: placeOf(row, 'Instalments'), detail }));
  }
  return findings;
}

function payerFindings({ row, partner, funding, source }: ContributionRow, partners: readonly string[]): Finding[] {
  if (funding !== 'partner income') return [];
  const place = placeOf(row, 'Source');
  if (source !== '' && comparable(source) === comparable(partner)) {
    return [contributionFinding('payer is receiver', { place, partner })];
  }
  if (partners.some((known) => known !== '' && comparable(known) === comparable(source))) return [];
  return [contributionFinding('payer not known', { place, detail: { text: source } })];
}

/** The payer's side is made by the row itself, so a row of the payer's for the same sum most likely counts it twice. */
function twiceFindings(rows: readonly ContributionRow[]): Finding[] {
  return rows
    .filter(({ funding, source, amountPence }) => funding === 'partner income' && source !== '' && amountPence !== 0)
    .flatMap((row): Finding[] => {
      const same = rows.find(
        (other) =>
          !isIncome(other) &&
          other.amountPence === row.amountPence &&
          other.year === row.year &&
          comparable(other.pool) === comparable(row.pool) &&
          comparable(other.partner) === comparable(row.source),
      );
      if (same === undefined) return [];
      const facts = { place: placeOf(row.row, 'Source'), partner: row.source, leftPence: row.amountPence };
      return [contributionFinding('partner income twice', { ...facts, detail: { row: same.row.row + 1 } })];
    });
}
