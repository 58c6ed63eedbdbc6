/*
 * Reads a ledger: every row of the block becomes a ledger line, a row left out by name (blank, repeated header, title,
 * total), or a row listed apart because it could not be read. It maps no codes and knows no lines of the pool.
 *
 * Source: design section 4 (Nothing dropped; Reading a user's cells).
 */
import { cellText, comparable, type CellValue } from './cells';
import { findColumns } from './findColumns';
import { ledgerFinding, type LedgerFinding } from './findings';
import { startFingerprint } from './fingerprint';
import type { LedgerBlock, LedgerColumns, LedgerLine, LeftOutRow, SourceDefinition, UnreadableRow } from './ledgerLine';
import { monthReader, type RowWithMonth } from './monthOfRow';
import { summariseReading } from './readingFindings';
import { isBlankRow, rowFacts, rowText, type ReadRow } from './rowFacts';
import { findTotals, type AmountRow } from './totalRows';
import type { SourceReading } from './reconcileResult';

/** A ledger as read. `columns` is null when its headings were not found; then nothing was read. */
export interface LedgerReading {
  readonly source: SourceReading;
  readonly columns: LedgerColumns | null;
  readonly lines: readonly LedgerLine[];
  readonly findings: readonly LedgerFinding[];
}

interface Sorted {
  readonly rows: readonly ReadRow[];
  readonly leftOut: LeftOutRow[];
  readonly unreadable: UnreadableRow[];
  readonly findings: LedgerFinding[];
}

/** True when every column in use repeats its heading, as at the top of each printed page. */
function headerRepeats(block: LedgerBlock, columns: LedgerColumns): (row: readonly CellValue[]) => boolean {
  const { amount } = columns;
  const used = [
    columns.period,
    columns.date,
    columns.counterparty,
    columns.reference,
    ...columns.code,
    ...('debit' in amount ? [amount.debit, amount.credit] : [amount.single]),
  ].filter((column): column is number => column !== null);
  const header = block.values[0] ?? [];
  const headings = used.map((column) => comparable(cellText(header[column] ?? null)));
  return (row) => used.every((column, at) => comparable(cellText(row[column] ?? null)) === headings[at]);
}

/** First look: which rows hold an amount, which hold none by nature, which cannot be read. */
function sortRows(definition: SourceDefinition, block: LedgerBlock, columns: LedgerColumns): Sorted {
  const rows: ReadRow[] = [];
  const leftOut: LeftOutRow[] = [];
  const unreadable: UnreadableRow[] = [];
  const findings: LedgerFinding[] = [];
  const repeatsHeader = headerRepeats(block, columns);
  for (let index = 1; index < block.values.length; index += 1) {
    const cells = block.values[index] ?? [];
    const row = block.row + index;
    if (isBlankRow(cells)) {
      leftOut.push({ reason: 'blank', row, text: '' });
      continue;
    }
    if (repeatsHeader(cells)) {
      leftOut.push({ reason: 'repeated header', row, text: rowText(cells) });
      continue;
    }
    const facts = rowFacts(cells, columns);
    const { amount } = facts;
    if (amount.kind === 'amount' && !(facts.isWithoutKey && amount.pence === 0 && !amount.bothFilled)) {
      rows.push({ index, facts, amount });
    } else if (facts.isWithoutKey && (amount.kind !== 'problem' || amount.problem.kind === 'not an amount')) {
      // No code, date or reference and nothing to add up: a merged title, a note, a nil total.
      leftOut.push({ reason: 'title or note', row, text: rowText(cells) });
    } else {
      const { code, reference } = facts;
      unreadable.push({ row, why: 'amount', code, reference, amountPence: null });
      const column =
        amount.kind === 'problem'
          ? amount.column
          : 'debit' in columns.amount
            ? columns.amount.debit
            : columns.amount.single;
      const place = { sheet: block.sheet, row, column: block.column + column };
      const common = { partner: definition.partner, place, reference };
      if (amount.kind !== 'problem') {
        findings.push(ledgerFinding('amount blank', { ...common, detail: { code } }));
      } else {
        const text = 'text' in amount.problem ? amount.problem.text : '';
        findings.push(
          ledgerFinding('amount unreadable', { ...common, detail: { code, text, problem: amount.problem.kind } }),
        );
      }
    }
  }
  return { rows, leftOut, unreadable, findings };
}

/** A credit column in which every credit is negative shows credits as minus; turning them round would make them debits. */
function creditsAreNegative(rows: readonly ReadRow[]): boolean {
  let negative = 0;
  for (const { amount } of rows) {
    if (amount.creditPence > 0) return false;
    if (amount.creditPence < 0) negative += 1;
  }
  return negative >= 3;
}

function withCreditsAdded(row: ReadRow): ReadRow {
  const { debitPence, creditPence } = row.amount;
  return { ...row, amount: { ...row.amount, pence: debitPence + creditPence } };
}

function amountRow({ index, facts, amount }: ReadRow): AmountRow {
  const { pence, debitPence, creditPence, bothFilled } = amount;
  const { isWithoutKey: candidate, isCalledTotal } = facts;
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
  const creditsNegative = 'debit' in columns.amount && creditsAreNegative(sorted.rows);
  const rows = creditsNegative ? sorted.rows.map(withCreditsAdded) : sorted.rows;
  const totals = findTotals(rows.map(amountRow));
  const { leftOut, unreadable } = sorted;
  const details = rows.filter((row) => {
    const total = totals.get(row.index);
    if (!total) return true;
    const text = rowText(block.values[row.index] ?? []);
    const range = { firstRow: block.row + total.first, lastRow: block.row + total.last };
    leftOut.push({ reason: 'total', row: block.row + row.index, text, amountPence: row.amount.pence, totals: range });
    return false;
  });

  const turn = definition.sign === 'reversed' ? -1 : 1;
  const amountColumn = 'debit' in columns.amount ? columns.amount.debit : columns.amount.single;
  const months = monthReader(definition, columns, details, period);
  const lines: LedgerLine[] = [];
  const unplaced: RowWithMonth[] = [];
  for (const row of details) {
    const placed = months.read(row);
    const { code, counterparty, reference } = row.facts;
    const amountPence = row.amount.pence === 0 ? 0 : row.amount.pence * turn;
    const sheetRow = block.row + row.index;
    if (placed.month === null) {
      unplaced.push(placed);
      unreadable.push({ row: sheetRow, why: 'period', code, reference, amountPence });
      continue;
    }
    const column =
      'debit' in columns.amount && row.amount.debitPence === 0 && row.amount.creditPence !== 0
        ? columns.amount.credit
        : amountColumn;
    lines.push({
      partner: definition.partner,
      sheet: block.sheet,
      row: sheetRow,
      column: block.column + column,
      month: placed.month,
      dateSerial: placed.dateSerial,
      code: row.facts.isWithoutKey ? '' : code,
      counterparty,
      reference: row.facts.isWithoutKey ? '' : reference,
      amountPence,
    });
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
  const summary = summariseReading({
    definition,
    block,
    columns,
    details,
    unplaced,
    source,
    months,
    creditsNegative,
    turn,
  });
  return { source, columns, lines, findings: [...sorted.findings, ...summary] };
}
