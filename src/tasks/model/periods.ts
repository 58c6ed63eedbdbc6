/*
 * The months each partner's ledgers hold, and control totals from balances or a control sheet. A month that another partner
 * has and this one has not yet is `not received`, which is not the same as nothing spent.
 */
import { cellText, isBlank } from '../../ledger/cells';
import { monthOfSerial } from '../../ledger/calendar';
import { monthOfFinancialPeriod, startYearOf } from '../../ledger/financialYear';
import { readAmount } from '../../ledger/readAmount';
import { readDate } from '../../ledger/readDate';
import { readPeriodCode } from '../../ledger/periodCode';
import { namesTotal } from '../../ledger/rowFacts';
import { comparableCode } from '../../ledger/wildcard';
import { isPartner, isTotalRow, keyColumn } from './codeLists';
import type { Part, Parts } from './parts';
import type { Source } from './sources';
import type { FoundPartner } from './whose';

/** A row for `PoolPeriods`. */
export interface PeriodRow {
  readonly period: string;
  readonly partner: FoundPartner;
  readonly status: 'open' | 'not received';
  readonly rows: number;
  readonly controlPence: number | undefined;
  readonly takenFrom: string;
}

/** A control total found in the workbook. */
export interface ControlTotal {
  readonly partner: FoundPartner;
  readonly period: string;
  readonly pence: number;
  readonly sheet: string;
}

/** The months of some sources with how many rows each. */
export function monthsOf(sources: readonly Source[]): ReadonlyMap<string, number> {
  const months = new Map<string, number>();
  for (const { reading } of sources) {
    for (const { month } of reading.lines) months.set(month, (months.get(month) ?? 0) + 1);
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The periods of every partner, oldest first. */
export function findPeriods(
  partners: readonly FoundPartner[],
  sources: readonly Source[],
  controls: readonly ControlTotal[],
): readonly PeriodRow[] {
  const byPartner = partners.map((partner) => ({
    partner,
    months: monthsOf(sources.filter((source) => source.partner === partner)),
  }));
  const seen = [...new Set(byPartner.flatMap(({ months }) => [...months.keys()]))].sort();
  const latestYear = startYearOf(seen.at(-1) ?? '2000-04');
  // Old years in an extract are opening rows and slips of dates, not months anybody will run.
  const months = seen.filter((month) => startYearOf(month) >= latestYear - 1);
  return months.flatMap((period) =>
    byPartner.flatMap(({ partner, months: own }): PeriodRow[] => {
      const rows = own.get(period) ?? 0;
      const latest = [...own.keys()].at(-1);
      const isLate = rows === 0 && own.size > 0 && latest !== undefined && period > latest;
      if (rows === 0 && !isLate) return [];
      const control = controls.find((total) => total.partner === partner && total.period === period);
      return [
        {
          period,
          partner,
          status: isLate ? 'not received' : 'open',
          rows,
          controlPence: control?.pence,
          takenFrom: control?.sheet ?? '',
        },
      ];
    }),
  );
}

const AS_AT =
  /\b(?:as at|at|to|period ending|month ending|ended|ending)\s+(\d{1,2}(?:st|nd|rd|th)?[\s./-]+[A-Za-z0-9]+[\s./-]+\d{2,4})/i;
const MONTH_YEAR = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s'’./-]*(20\d\d|\d\d)\b/i;
const PERIOD_OF_YEAR = /\b(?:p(?:eriod)?|m(?:onth)?)\s*0?(\d{1,2})\b/i;

/** The month some title names: `as at 30 June 2026`, `June 2026`, `Period 3 2026/27`. */
export function monthIn(text: string, year: string): string | undefined {
  const dated = AS_AT.exec(text);
  const date = dated ? readDate((dated[1] ?? '').replace(/(\d)(?:st|nd|rd|th)/i, '$1')) : undefined;
  if (date?.ok) return monthOfSerial(date.value.serial);
  const named = MONTH_YEAR.exec(text);
  const code = named ? readPeriodCode(`${named[1] ?? ''}-${named[2] ?? ''}`) : undefined;
  if (code?.ok && code.value.kind === 'month') return code.value.month;
  const numbered = PERIOD_OF_YEAR.exec(text);
  const start = Number(year.slice(0, 4));
  const number = Number(numbered?.[1]);
  return numbered && start > 0 && number >= 1 && number <= 12 ? monthOfFinancialPeriod(start, number) : undefined;
}

/**
 * Control totals: a list that names partners, or a partner's balances beside its transactions. Balances of a whole
 * organisation (codes the ledger does not have, a total of nil) are no control of an extract.
 */
export function findControls(
  parts: Parts,
  partners: readonly FoundPartner[],
  sources: readonly Source[],
  year: string,
): readonly ControlTotal[] {
  const listed = parts.controls.flatMap((part) => listedControls(part, partners, sources, year));
  const balanced = partners.flatMap((partner) => {
    if (partner.ledgers.length === 0) return [];
    const own = sources.filter((source) => source.partner === partner);
    return partner.balances.flatMap((part) => balanceControl(part, partner, own, year) ?? []);
  });
  return [...listed, ...balanced];
}

function listedControls(
  part: Part,
  partners: readonly FoundPartner[],
  sources: readonly Source[],
  year: string,
): readonly ControlTotal[] {
  const names = part.columns.find((column) =>
    column.values.some((value) => partners.some((p) => isPartner(cellText(value), p))),
  );
  const total = part.columns.find(({ meaning }) => meaning?.concept === 'control total') ?? part.amount?.columns[0];
  if (!names || !total) return [];
  const title = [...part.block.titles, part.block.sheet]
    .map((text) => monthIn(text, year))
    .find((month) => month !== undefined);
  return names.values.flatMap((value, row): ControlTotal[] => {
    const partner = partners.find((other) => isPartner(cellText(value), other));
    const amount = readAmount(total.values[row] ?? null);
    if (!partner || !amount.ok) return [];
    const cell = part.period?.values[row] ?? part.date?.values[row] ?? null;
    const own = [...monthsOf(sources.filter((source) => source.partner === partner)).keys()];
    const period = (isBlank(cell) ? title : monthOfCell(cell, year)) ?? own.at(-1);
    return period ? [{ partner, period, pence: amount.value.pence, sheet: part.block.sheet }] : [];
  });
}

function monthOfCell(cell: string | number | boolean | null, year: string): string | undefined {
  const code = readPeriodCode(cell);
  if (code.ok && code.value.kind === 'month') return code.value.month;
  const date = readDate(cell);
  return date.ok ? monthOfSerial(date.value.serial) : monthIn(cellText(cell), year);
}

function balanceControl(
  part: Part,
  partner: FoundPartner,
  own: readonly Source[],
  year: string,
): ControlTotal | undefined {
  const codes = new Set(own.flatMap(({ reading }) => reading.lines.map(({ code }) => comparableCode(code))));
  const key = keyColumn(part, codes);
  const [first, second] = part.amount?.columns ?? [];
  if (!key || !first) return undefined;
  let pence = 0;
  let outside = 0;
  for (const [row, value] of key.values.entries()) {
    const code = cellText(value);
    if (code === '' || namesTotal(code) || isTotalRow(part, row)) continue;
    if (!codes.has(comparableCode(code))) outside++;
    const [debit, credit] = [readAmount(first.values[row] ?? null), readAmount(second?.values[row] ?? null)];
    pence += (debit.ok ? debit.value.pence : 0) - (credit.ok ? credit.value.pence : 0);
  }
  if (outside > 0 || pence === 0) return undefined;
  const months = [...monthsOf(own).keys()];
  const period =
    [...part.block.titles, part.block.sheet].map((text) => monthIn(text, year)).find((month) => month !== undefined) ??
    months.at(-1);
  return period ? { partner, period, pence, sheet: part.block.sheet } : undefined;
}
