/*
 * A first look at every row of a ledger: which hold an amount, which hold none by nature (blank, a repeated header, a
 * title), and which cannot be read. It decides nothing about totals or months; `readLedger` goes on from here.
 */
import { cellText, comparable, type CellValue } from './cells';
import { firstAmountColumn } from './findColumns';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { LedgerBlock, LedgerColumns, LeftOutRow, SourceDefinition, UnreadableRow } from './ledgerLine';
import { isBlankRow, rowFacts, rowText, type ReadRow, type RowFacts } from './rowFacts';

/** A row without an amount that could be read, and what is said of it. */
export interface RowWithoutAmount {
  readonly facts: RowFacts;
  readonly finding: LedgerFinding;
}

/** Every row of a block, sorted by what it holds. */
export interface SortedRows {
  readonly rows: readonly ReadRow[];
  readonly leftOut: LeftOutRow[];
  readonly unreadable: UnreadableRow[];
  readonly withoutAmount: readonly RowWithoutAmount[];
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

/** Why the amount of a row is not there. */
function amountFinding(
  definition: SourceDefinition,
  block: LedgerBlock,
  columns: LedgerColumns,
  row: number,
  { code, reference, amount }: RowFacts,
): LedgerFinding {
  const isProblem = amount.kind === 'problem';
  const column = isProblem ? amount.column : firstAmountColumn(columns);
  const common = {
    partner: definition.partner,
    place: { sheet: block.sheet, row, column: block.column + column },
    reference,
  };
  if (!isProblem) return ledgerFinding('amount blank', { ...common, detail: { code } });
  const text = 'text' in amount.problem ? amount.problem.text : '';
  return ledgerFinding('amount unreadable', { ...common, detail: { code, text, problem: amount.problem.kind } });
}

/** First look: which rows hold an amount, which hold none by nature, which cannot be read. */
export function sortRows(definition: SourceDefinition, block: LedgerBlock, columns: LedgerColumns): SortedRows {
  const rows: ReadRow[] = [];
  const leftOut: LeftOutRow[] = [];
  const unreadable: UnreadableRow[] = [];
  const withoutAmount: RowWithoutAmount[] = [];
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
    const facts = rowFacts(cells, columns, block.values[rows.at(-1)?.index ?? 0]);
    const { amount } = facts;
    if (amount.kind === 'amount' && !(facts.isWithoutKey && amount.pence === 0 && !amount.bothFilled)) {
      rows.push({ index, facts, amount });
    } else if (facts.isWithoutKey && (amount.kind !== 'problem' || amount.problem.kind === 'not an amount')) {
      // No code, date or reference and nothing to add up: a merged title, a note, a nil total.
      leftOut.push({ reason: 'title or note', row, text: rowText(cells) });
    } else {
      unreadable.push({ row, why: 'amount', code: facts.code, reference: facts.reference, amountPence: null });
      withoutAmount.push({ facts, finding: amountFinding(definition, block, columns, row, facts) });
    }
  }
  return { rows, leftOut, unreadable, withoutAmount };
}

/** A credit column in which every credit is negative shows credits as minus; turning them round would make them debits. */
export function creditsAreNegative(rows: readonly ReadRow[]): boolean {
  let negative = 0;
  for (const { amount } of rows) {
    if (amount.creditPence > 0) return false;
    if (amount.creditPence < 0) negative += 1;
  }
  return negative >= 3;
}

/** The row with its credit added, not taken off. */
export function withCreditsAdded(row: ReadRow): ReadRow {
  const { debitPence, creditPence } = row.amount;
  return { ...row, amount: { ...row.amount, pence: debitPence + creditPence } };
}
