/*
 * Reads a ledger: every row of the block becomes a ledger line, a row left out by name (blank, repeated header, title,
 * total), or a row listed apart because it could not be read. It maps no codes and knows no lines of the pool.
 *
 * Source: design section 4 (Nothing dropped; Reading a user's cells).
 */
import { findColumns, firstAmountColumn } from './findColumns';
import type { LedgerFinding } from './findings';
import { startFingerprint } from './fingerprint';
import type { LedgerBlock, LedgerColumns, LedgerLine, LeftOutRow, SourceDefinition } from './ledgerLine';
import { monthReader, type RowWithMonth } from './monthOfRow';
import { summariseReading } from './readingFindings';
import { rowText, type ReadRow } from './rowFacts';
import { creditsAreNegative, sortRows, withCreditsAdded } from './sortRows';
import { findTotals, type AmountRow } from './totalRows';
import type { SourceReading } from './reconcileResult';

/** A ledger as read. `columns` is null when its headings were not found; then nothing was read. */
export interface LedgerReading {
  readonly source: SourceReading;
  readonly columns: LedgerColumns | null;
  readonly lines: readonly LedgerLine[];
  readonly findings: readonly LedgerFinding[];
}

function amountRow({ index, facts, amount }: ReadRow): AmountRow {
  const { pence, debitPence, creditPence, bothFilled } = amount;
  const { mayBeTotal: candidate, isCalledTotal } = facts;
  return { index, pence, debitPence, creditPence, bothFilled, candidate, isCalledTotal };
}

/** What the cells that count look like, so that `check` can say whether they changed. */
function fingerprintOf(definition: SourceDefinition, block: LedgerBlock, columns: LedgerColumns): string {
  const mark = startFingerprint();
  for (const value of Object.values(definition) as string[]) mark.add(value);
  const { amount } = columns;
  const used = [
    ...columns.code,
    ...('debit' in amount ? [amount.debit, amount.credit] : [amount.single]),
    ...[columns.period, columns.date, columns.counterparty, columns.reference].filter((column) => column !== null),
  ];
  for (const row of block.values) for (const column of used) mark.add(row[column] ?? null);
  return mark.hex();
}

function nothingRead(definition: SourceDefinition, block: LedgerBlock): SourceReading {
  const { partner, table } = definition;
  const rows = Math.max(0, block.values.length - 1);
  const mark = startFingerprint();
  for (const cell of block.values[0] ?? []) mark.add(cell);
  return {
    partner,
    table,
    sheet: block.sheet,
    rows,
    lines: 0,
    leftOut: [],
    unreadable: [],
    amountsFromText: 0,
    fingerprint: mark.hex(),
  };
}

/** The rows that are no totals; the totals go to the rows left out, each with the rows it totals. */
function withoutTotals(block: LedgerBlock, rows: readonly ReadRow[], leftOut: LeftOutRow[]): readonly ReadRow[] {
  const totals = findTotals(rows.map(amountRow));
  return rows.filter(({ index, amount }) => {
    const total = totals.get(index);
    if (!total) return true;
    const range = { firstRow: block.row + total.first, lastRow: block.row + total.last };
    const text = rowText(block.values[index] ?? []);
    leftOut.push({ reason: 'total', row: block.row + index, text, amountPence: amount.pence, totals: range });
    return false;
  });
}

/** The column of the cell that holds the amount: of a pair the one that is filled. */
function amountColumnOf({ amount }: ReadRow, columns: LedgerColumns): number {
  const isCredit = amount.debitPence === 0 && amount.creditPence !== 0;
  return 'credit' in columns.amount && isCredit ? columns.amount.credit : firstAmountColumn(columns);
}

/** A row with its month becomes a ledger line. A row whose only key is the word Total has no code and no reference. */
function lineOf(
  placed: RowWithMonth & { readonly month: string },
  amountPence: number,
  partner: string,
  block: LedgerBlock,
  columns: LedgerColumns,
): LedgerLine {
  const { code, counterparty, reference, isWithoutKey } = placed.row.facts;
  return {
    partner,
    sheet: block.sheet,
    row: block.row + placed.row.index,
    column: block.column + amountColumnOf(placed.row, columns),
    month: placed.month,
    dateSerial: placed.dateSerial,
    code: isWithoutKey ? '' : code,
    counterparty,
    reference: isWithoutKey ? '' : reference,
    amountPence,
  };
}

/**
 * Reads one ledger for a run of `period`.
 *
 * Every row below the heading is in exactly one of `lines`, `source.leftOut` and `source.unreadable`. Amounts have the
 * pool's sign: expenditure +, income −; for a pair, debit less credit.
 *
 * @example a row `2026-06 | 4100 | 1,200.00 CR` -> a line of code '4100', month '2026-06', −120000 pence
 */
export function readLedger(definition: SourceDefinition, block: LedgerBlock, period: string): LedgerReading {
  const { columns, findings: headingFindings } = findColumns(definition, block);
  if (!columns) return { source: nothingRead(definition, block), columns, lines: [], findings: headingFindings };

  const sorted = sortRows(definition, block, columns);
  const { leftOut, unreadable } = sorted;
  const creditsNegative = 'debit' in columns.amount && creditsAreNegative(sorted.rows);
  const rows = creditsNegative ? sorted.rows.map(withCreditsAdded) : sorted.rows;
  const details = withoutTotals(block, rows, leftOut);

  const turn = definition.sign === 'reversed' ? -1 : 1;
  const months = monthReader(definition, columns, details, period);
  const lines: LedgerLine[] = [];
  const unplaced: RowWithMonth[] = [];
  for (const row of details) {
    const placed = months.read(row);
    const { month } = placed;
    const amountPence = row.amount.pence * turn + 0;
    if (month !== null) {
      lines.push(lineOf({ ...placed, month }, amountPence, definition.partner, block, columns));
    } else {
      const { code, reference } = row.facts;
      unplaced.push(placed);
      unreadable.push({ row: block.row + row.index, why: 'period', code, reference, amountPence });
    }
  }
  leftOut.sort((a, b) => a.row - b.row);
  unreadable.sort((a, b) => a.row - b.row);
  const source: SourceReading = {
    partner: definition.partner,
    table: definition.table,
    sheet: block.sheet,
    rows: block.values.length - 1,
    lines: lines.length,
    leftOut,
    unreadable,
    amountsFromText: details.filter((row) => row.amount.fromText).length,
    fingerprint: fingerprintOf(definition, block, columns),
  };
  const summary = { definition, block, columns, details, unplaced, source, months, creditsNegative, turn };
  const withoutAmount = sorted.withoutAmount.map(({ facts, finding }): LedgerFinding => {
    return { ...finding, detail: { ...finding.detail, month: months.monthOf(facts) } };
  });
  return { source, columns, lines, findings: [...headingFindings, ...withoutAmount, ...summariseReading(summary)] };
}
