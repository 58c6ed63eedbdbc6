/*
 * Finds the columns that `PoolSources` names in the heading row of a ledger. A heading that is missing or stands twice is
 * a finding, and the ledger is then not read at all: a column taken by mistake would change every figure.
 */
import { cellText, comparable, type CellValue } from './cells';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { LedgerBlock, LedgerColumns, SourceDefinition } from './ledgerLine';

/** The columns, or what is wrong with the headings. */
export interface ColumnsFound {
  readonly columns: LedgerColumns | null;
  readonly findings: readonly LedgerFinding[];
}

type Role = 'Period' | 'Date' | 'Code' | 'Counterparty' | 'Reference' | 'Amount';

/** `Debit;Credit` as two headings, unless one heading really has a semicolon in it. */
function headingsOf(typed: string, headings: readonly string[]): readonly string[] {
  if (comparable(typed) === '') return [];
  if (headings.includes(comparable(typed))) return [typed];
  return typed.split(';').filter((part) => comparable(part) !== '');
}

/**
 * The columns of a ledger by their headings; case and spaces do not count.
 *
 * @example findColumns({ ..., code: 'Cost centre;Account', amount: 'Debit;Credit' }, block).columns.code -> [1, 2]
 */
export function findColumns(definition: SourceDefinition, block: LedgerBlock): ColumnsFound {
  const header: readonly CellValue[] = block.values[0] ?? [];
  const headings = header.map((cell) => comparable(cellText(cell)));
  const findings: LedgerFinding[] = [];
  const place = { sheet: block.sheet, row: block.row, column: block.column, rows: 1, columns: header.length };
  const report = (kind: 'heading missing' | 'heading twice', role: Role, heading: string): void => {
    const detail = { table: definition.table, heading, role };
    findings.push(ledgerFinding(kind, { partner: definition.partner, place, detail }));
  };
  const find = (role: Role, typed: string): number[] =>
    headingsOf(typed, headings).map((heading) => {
      const wanted = comparable(heading);
      const at = headings.indexOf(wanted);
      if (at < 0) report('heading missing', role, heading.trim());
      else if (headings.includes(wanted, at + 1)) report('heading twice', role, heading.trim());
      return at;
    });
  const one = (role: Role, typed: string): number | null => find(role, typed)[0] ?? null;

  const amount = find('Amount', definition.amount);
  const [first, second] = amount;
  if (first === undefined || amount.length > 2) report('heading missing', 'Amount', definition.amount);
  const words = ['', 'net', 'gross', ...headings];
  // What the ledger says of VAT is for its reader: it changes no figure, so it does not keep the ledger from being read.
  const vat = words.includes(comparable(definition.vat))
    ? []
    : [ledgerFinding('vat unknown', { partner: definition.partner, place, detail: { table: definition.table, heading: definition.vat } })]; // prettier-ignore
  const columns: LedgerColumns = {
    period: one('Period', definition.period),
    date: one('Date', definition.date),
    code: find('Code', definition.code),
    counterparty: one('Counterparty', definition.counterparty),
    reference: one('Reference', definition.reference),
    amount: second === undefined ? { single: first ?? -1 } : { debit: first ?? -1, credit: second },
  };
  return { columns: findings.length === 0 ? columns : null, findings: [...findings, ...vat] };
}

/** The amount column, or the debit column of a pair. */
export function firstAmountColumn({ amount }: LedgerColumns): number {
  return 'debit' in amount ? amount.debit : amount.single;
}
