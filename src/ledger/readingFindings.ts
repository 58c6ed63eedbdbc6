/*
 * What there is to say about a ledger as a whole once its rows are read: what was left out, read from text, rounded or
 * assumed. One finding for each, however many rows, except where a single row must be looked at.
 */
import { cellText } from './cells';
import { financialYearOf } from './financialYear';
import { firstAmountColumn } from './findColumns';
import type { FindingFacts } from './finding';
import { ledgerFinding, type LedgerFinding, type LedgerFindingKind } from './findings';
import type { LedgerBlock, LedgerColumns, LeftOutRow, SourceDefinition } from './ledgerLine';
import type { MonthReader, RowWithMonth } from './monthOfRow';
import type { SourceReading } from './reconcileResult';
import { rowText, type ReadRow } from './rowFacts';

/** All that reading one ledger produced. `turn` is −1 for a source whose sign is reversed. */
export interface ReadingSummary {
  readonly definition: SourceDefinition;
  readonly block: LedgerBlock;
  readonly columns: LedgerColumns;
  readonly details: readonly ReadRow[];
  readonly unplaced: readonly RowWithMonth[];
  readonly source: SourceReading;
  readonly months: MonthReader;
  readonly creditsNegative: boolean;
  readonly turn: number;
}

/** The texts of rows left out, once each, as far as a sentence can carry them. */
function textsOf(rows: readonly LeftOutRow[]): string {
  const texts = [...new Set(rows.map(({ row, text }) => `${text || '(no text)'} (row ${String(row + 1)})`))];
  return texts.length <= 8 ? texts.join('; ') : `${texts.slice(0, 8).join('; ')}; and ${String(texts.length - 8)} more`;
}

function leftOutFinding({ definition, block, source }: ReadingSummary): LedgerFinding[] {
  const { leftOut } = source;
  if (leftOut.length === 0) return [];
  const of = (reason: LeftOutRow['reason']): LeftOutRow[] => leftOut.filter((row) => row.reason === reason);
  const [totals, titles, headers] = [of('total'), of('title or note'), of('repeated header')];
  const first = leftOut[0]?.row ?? block.row;
  return [
    ledgerFinding('rows left out', {
      partner: definition.partner,
      place: { sheet: block.sheet, row: first, column: block.column },
      detail: {
        table: definition.table,
        rows: leftOut.length,
        blank: of('blank').length,
        headers: headers.length,
        titles: titles.length,
        totals: totals.length,
        texts: textsOf([...totals, ...titles, ...headers].sort((a, b) => a.row - b.row)),
      },
    }),
  ];
}

function unplacedFindings({ definition, block, unplaced, turn }: ReadingSummary): LedgerFinding[] {
  return unplaced.map(({ row, problem, column }) =>
    ledgerFinding('period unreadable', {
      partner: definition.partner,
      place: { sheet: block.sheet, row: block.row + row.index, column: block.column + column },
      reference: row.facts.reference,
      leftPence: row.amount.pence * turn + 0,
      detail: {
        text: cellText(block.values[row.index]?.[column] ?? null),
        problem: problem?.kind ?? 'blank',
        code: row.facts.code,
      },
    }),
  );
}

/** Rows that look like totals and total nothing, or that carry nothing but an amount: they stay in, and must be looked at. */
function keylessFindings({ definition, block, columns, details, turn }: ReadingSummary): LedgerFinding[] {
  const amountColumn = firstAmountColumn(columns);
  let abovePence = 0;
  const findings: LedgerFinding[] = [];
  for (const { index, facts, amount } of details) {
    if (facts.isWithoutKey) {
      const about: FindingFacts = {
        partner: definition.partner,
        place: { sheet: block.sheet, row: block.row + index, column: block.column + amountColumn },
        leftPence: amount.pence * turn + 0,
        detail: { text: rowText(block.values[index] ?? []) },
      };
      const difference = { rightPence: abovePence * turn + 0, differencePence: (amount.pence - abovePence) * turn + 0 };
      if (facts.isCalledTotal) findings.push(ledgerFinding('total differs', { ...about, ...difference }));
      else findings.push(ledgerFinding('row without code', about));
    }
    abovePence += amount.pence;
  }
  return findings;
}

/** The findings about one ledger as a whole. */
export function summariseReading(summary: ReadingSummary): LedgerFinding[] {
  const { definition, block, details, months, source, creditsNegative } = summary;
  const { partner, table } = definition;
  const findings: LedgerFinding[] = [];
  const place = { sheet: block.sheet, row: block.row, column: block.column };
  const say = (kind: LedgerFindingKind, detail: Record<string, string | number>, facts: FindingFacts = {}): void => {
    findings.push(ledgerFinding(kind, { partner, place, ...facts, detail: { table, ...detail } }));
  };
  if (source.rows === 0 || (details.length === 0 && source.unreadable.length === 0)) say('ledger empty', {});
  if (months.withoutColumns && definition.holds === 'transactions') say('no period or date', { rows: details.length });
  const { style } = months;
  if (!style.certain) say('period style uncertain', { reading: style.reading, cells: style.cells });
  return findings.concat(
    leftOutFinding(summary),
    unplacedFindings(summary),
    keylessFindings(summary),
    countedFindings(summary, creditsNegative),
  );
}

/** Findings that only count rows. */
function countedFindings({ definition, block, columns, details, months }: ReadingSummary, creditsNegative: boolean) {
  const { partner, table } = definition;
  const findings: LedgerFinding[] = [];
  const say = (
    kind: LedgerFindingKind,
    rows: readonly ReadRow[],
    detail: Record<string, string | number>,
    column = 0,
  ): void => {
    const row = block.row + (rows[0]?.index ?? 0);
    const place = { sheet: block.sheet, row, column: block.column + column };
    findings.push(ledgerFinding(kind, { partner, place, detail: { table, rows: rows.length, ...detail } }));
  };
  const fromText = details.filter((row) => row.amount.fromText);
  if (fromText.length > 0) say('amounts as text', fromText, {});
  const partPennies = details.filter((row) => row.amount.roundedByMillionths !== 0);
  if (partPennies.length > 0) {
    const effectMillionths = partPennies.reduce((sum, row) => sum + row.amount.roundedByMillionths, 0);
    say('part pennies', partPennies, { effectPence: effectMillionths / 1_000_000 });
  }
  const withErrors = details.filter((row) => row.facts.hasErrorValue);
  if (withErrors.length > 0) say('error values', withErrors, {});
  const bothFilled = details.filter((row) => row.amount.bothFilled);
  if (bothFilled.length > 0) say('debit and credit', bothFilled, {});
  if (creditsNegative) say('credits written negative', details, {});
  const datesUnread = months.datesUnread();
  if (datesUnread.length > 0) {
    say('dates unreadable', datesUnread, { text: cellText(datesUnread[0]?.facts.date ?? null) }, columns.date ?? 0);
  }
  if (months.yearsAssumed() > 0) {
    say('period year assumed', details, { year: financialYearOf(months.period), cells: months.yearsAssumed() });
  }
  return findings;
}
