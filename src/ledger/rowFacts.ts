/*
 * What one row of a ledger holds, before anything is decided about it: its code, date, reference and amount as read. It
 * decides nothing; whether the row is a ledger line, a total or a title is `readLedger`'s business.
 */
import { cellText, isBlank, isErrorText, type CellValue } from './cells';
import type { LedgerColumns } from './ledgerLine';
import { readAmount, type Amount, type AmountProblem } from './readAmount';

/** An amount cell's outcome over one column or a debit and credit pair. */
export type RowAmount =
  | {
      readonly kind: 'amount';
      readonly pence: number;
      readonly debitPence: number;
      readonly creditPence: number;
      readonly fromText: boolean;
      readonly roundedByMillionths: number;
      /** Debit and credit are both there and not nil. */
      readonly bothFilled: boolean;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly problem: AmountProblem; readonly column: number };

/** One row's cells that matter, as text, and its amount. */
export interface RowFacts {
  readonly code: string;
  readonly counterparty: string;
  readonly reference: string;
  readonly period: CellValue;
  readonly date: CellValue;
  readonly amount: RowAmount;
  /** Nothing in code, date and reference, or nothing but the word Total or its like. */
  readonly isWithoutKey: boolean;
  /** A row without a key, or one whose only key could name a total (`Total Home care`): it is one if its amount says so. */
  readonly mayBeTotal: boolean;
  /** A row without a key calls itself a total or a balance brought or carried forward. */
  readonly isCalledTotal: boolean;
  /** An error value such as #N/A stands in code, counterparty or reference. */
  readonly hasErrorValue: boolean;
}

/** A row with an amount that could be read. */
export interface ReadRow {
  readonly index: number;
  readonly facts: RowFacts;
  readonly amount: Extract<RowAmount, { kind: 'amount' }>;
}

/** Text that names a total. It stands at the end (`4100 Total`) or alone or before what it totals (`Total for June`). */
const TOTAL_WORDS =
  /(^|[\s\d:;,.()-])((sub[ -]?|grand )?totals?( to date)?|(balance |bal\.? )?([bc]\/?[fd](wd)?|(brought|carried) (forward|down)))\s*:?$|^(sub[ -]?|grand )?totals?( for| of|:| \d)|^(sub[ -]?|grand )totals?\b/i;

/** True when text names a total. @example namesTotal('4100 Total') -> true; namesTotal('Total Communication') -> false */
export function namesTotal(text: string): boolean {
  return TOTAL_WORDS.test(text);
}

const TOTAL_OF = /^(?:sub[ -]?|grand )?totals?[ :-]+(?:for |of )?(.+)$/i;

/**
 * True when a row names itself a total of what stands in the row above: `Total Home care` below a row of Home care. By
 * itself `Total Communication` may be a supplier.
 *
 * @param keys - The row's code, date and reference; all that are filled must name the total.
 */
function totalsRowAbove(row: readonly CellValue[], keys: readonly string[], above: readonly CellValue[]): boolean {
  const names = new Set(above.filter((cell) => typeof cell === 'string').map((cell) => cellText(cell).toLowerCase()));
  const isNamed = (text: string): boolean => {
    const named = TOTAL_OF.exec(text)?.[1];
    return named !== undefined && names.has(named.trim().toLowerCase());
  };
  if (!keys.every((key) => isNamed(key) || namesTotal(key))) return false;
  return row.some((cell) => typeof cell === 'string' && isNamed(cellText(cell)));
}

/** Without even a month, `Total Home care` is a total too: a posting of Total Communication has one. */
function callsItselfTotal(row: readonly CellValue[], isWithoutMonth: boolean): boolean {
  const texts = row.filter((cell) => typeof cell === 'string').map(cellText);
  return texts.some((text) => namesTotal(text) || (isWithoutMonth && TOTAL_OF.test(text)));
}

function amountOfPair(debit: CellValue, credit: CellValue, columns: { debit: number; credit: number }): RowAmount {
  const read = [readAmount(debit), readAmount(credit)] as const;
  const columnOf = [columns.debit, columns.credit] as const;
  const sides: (Amount | null)[] = [];
  for (const [index, side] of read.entries()) {
    if (side.ok) sides.push(side.value);
    else if (side.problem.kind === 'blank') sides.push(null);
    else return { kind: 'problem', problem: side.problem, column: columnOf[index] ?? 0 };
  }
  const [debited = null, credited = null] = sides;
  if (!debited && !credited) return { kind: 'blank' };
  if (credited?.marked === 'DR' || debited?.marked === 'CR') {
    const wrong = credited?.marked === 'DR' ? 1 : 0;
    const text = cellText(wrong === 1 ? credit : debit);
    return { kind: 'problem', problem: { kind: 'two signs', text }, column: columnOf[wrong] };
  }
  // '5.00 CR' in the Credit column says the same thing twice, not a negative credit.
  const creditPence = credited ? (credited.marked === 'CR' ? 0 - credited.pence : credited.pence) : 0;
  const creditRounded = credited ? (credited.marked === 'CR' ? -1 : 1) * credited.roundedByMillionths : 0;
  const debitPence = debited?.pence ?? 0;
  return {
    kind: 'amount',
    pence: debitPence - creditPence,
    debitPence,
    creditPence,
    fromText: (debited?.fromText ?? false) || (credited?.fromText ?? false),
    roundedByMillionths: (debited?.roundedByMillionths ?? 0) - creditRounded,
    bothFilled: debitPence !== 0 && creditPence !== 0,
  };
}

function amountOf(row: readonly CellValue[], columns: LedgerColumns['amount']): RowAmount {
  if ('debit' in columns) return amountOfPair(row[columns.debit] ?? null, row[columns.credit] ?? null, columns);
  const read = readAmount(row[columns.single] ?? null);
  if (read.ok) {
    const { pence, fromText, roundedByMillionths } = read.value;
    return { kind: 'amount', pence, debitPence: 0, creditPence: 0, fromText, roundedByMillionths, bothFilled: false };
  }
  return read.problem.kind === 'blank'
    ? { kind: 'blank' }
    : { kind: 'problem', problem: read.problem, column: columns.single };
}

/** The code as text, parts joined by ';'; '' when every part is blank. @example '4100;52' */
function codeOf(row: readonly CellValue[], columns: readonly number[]): string {
  if (columns.length === 1) return cellText(row[columns[0] ?? 0] ?? null);
  const parts = columns.map((column) => cellText(row[column] ?? null));
  return parts.some((part) => part !== '') ? parts.join(';') : '';
}

/** What a row holds; `above` is the row before it, whose words a total may repeat. */
export function rowFacts(
  row: readonly CellValue[],
  columns: LedgerColumns,
  above: readonly CellValue[] = [],
): RowFacts {
  const at = (column: number | null): CellValue => (column === null ? null : (row[column] ?? null));
  const code = codeOf(row, columns.code);
  const reference = cellText(at(columns.reference));
  const date = at(columns.date);
  const keys = [...(code === '' ? [] : code.split(';')), reference, cellText(date)].filter((key) => key !== '');
  const isPlain = keys.every(namesTotal);
  // Only asked where it can be; the words of a hundred thousand other rows need not be looked at.
  const mayBeTotal = isPlain || (keys.length === 1 && TOTAL_OF.test(keys[0] ?? '') && isBlank(at(columns.period)));
  const isOfAbove = mayBeTotal && totalsRowAbove(row, keys, above);
  const isWithoutKey = isPlain || isOfAbove;
  return {
    code,
    counterparty: cellText(at(columns.counterparty)),
    reference,
    period: at(columns.period),
    date,
    amount: amountOf(row, columns.amount),
    isWithoutKey,
    mayBeTotal,
    isCalledTotal: isOfAbove || (mayBeTotal && callsItselfTotal(row, isBlank(at(columns.period)))),
    hasErrorValue: [...columns.code, columns.counterparty, columns.reference].some(
      (column) => column !== null && isErrorText(row[column] ?? null),
    ),
  };
}

/** True when no cell of the row holds anything. */
export function isBlankRow(row: readonly CellValue[]): boolean {
  return row.every(isBlank);
}

/** The row's words, for a finding that names it. @example 'Sub-total, Adult Social Care' */
export function rowText(row: readonly CellValue[]): string {
  const words = row.filter((cell): cell is string => typeof cell === 'string' && !isBlank(cell)).map(cellText);
  return words.join(', ').slice(0, 120);
}
