/* Ways in which finance systems lay out a ledger: the same postings, other headings, dates, signs and surroundings. */
import { type Cell, day, sheet } from '../grids';
import { type Posting, pounds, poundsText } from '../postings';
import type { SheetGrid } from '../../../../src/ledger/recogniseGrid';

export type Layout = (name: string, body: string, list: readonly Posting[]) => SheetGrid;

const periodOf = ({ date }: Posting): number => ((Number(date.slice(5, 7)) + 8) % 12) + 1;
const textDate = ({ date }: Posting): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthName = ({ date }: Posting): string => `${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}-${date.slice(2, 4)}`;

/** Heading in row 1, one signed amount, dates as dates. */
export const plain: Layout = (name, _body, list) =>
  sheet(name, [
    ['Date', 'Reference', 'Supplier', 'Cost Centre', 'Cost Centre Description', 'Description', 'Amount'],
    ...list.map((p): Cell[] => [day(p.date), p.reference, p.payee, p.code, p.codeName, p.narrative, pounds(p.pence)]),
  ]);

/** Heading on row 11 under title, run date, filters, a merged title and blank rows; grand total below. */
export const preamble: Layout = (name, body, list) =>
  sheet(
    name,
    [
      [`${body}`],
      ['General Ledger Transaction Listing'],
      [],
      ['Report run:', '02/07/2026 09:14', '', 'User:', 'FIN041'],
      ['Period from', 'P01 2026/27', 'to', 'P03 2026/27'],
      ['Cost centre', 'All', 'Account', 'All'],
      ['Currency', 'GBP'],
      [],
      ['Adult Social Care'],
      [],
      ['Posting date', 'Doc no', 'Vendor', 'Cost Centre', 'Cost Centre Description', 'Narrative', 'Amount (£)'],
      ...list.map((p): Cell[] => [day(p.date), p.reference, p.payee, p.code, p.codeName, p.narrative, pounds(p.pence)]),
      [],
      ['Grand total', '', '', '', '', '', pounds(list.reduce((sum, { pence }) => sum + pence, 0))],
    ],
    { merged: [{ row: 8, column: 0, rows: 1, columns: 7 }] },
  );

/** Debit and credit columns, a running balance, text dates, a table that does not begin in column A. */
export const debitCredit: Layout = (name, body, list) => {
  let balance = 0;
  return sheet(
    name,
    [
      [body],
      ['Nominal transactions'],
      [],
      ['Trans Date', 'Journal ref', 'Payee', 'GL Code', 'GL Description', 'Dr', 'Cr', 'Balance'],
      ...list.map((p): Cell[] => {
        balance += p.pence;
        const [debit, credit] = p.pence >= 0 ? [pounds(p.pence), ''] : ['', pounds(-p.pence)];
        return [textDate(p), p.reference, p.payee, p.code, p.codeName, debit, credit, pounds(balance)];
      }),
    ],
    { top: 1, left: 2 },
  );
};

/** Net, VAT and gross. */
export const netVatGross: Layout = (name, body, list) =>
  sheet(name, [
    [`${body} - purchase ledger`],
    ['Invoice No', 'Invoice date', 'Supplier Name', 'Analysis code', 'Details', 'Gross', 'VAT', 'Net'],
    ...list.map((p, index): Cell[] => {
      const vat = index % 3 === 0 ? Math.round(p.pence / 5) : 0;
      return [
        p.reference,
        day(p.date),
        p.payee,
        p.code,
        p.narrative,
        pounds(p.pence + vat),
        pounds(vat),
        pounds(p.pence),
      ];
    }),
  ]);

/** Supplier and description, no reference and no code. */
export const noCode: Layout = (name, body, list) =>
  sheet(name, [
    [body],
    [],
    ['Date paid', 'Supplier', 'Description', '£'],
    ...list.map((p): Cell[] => [day(p.date), p.payee, p.codeName, pounds(p.pence)]),
  ]);

/** Period codes with the financial year beside them, amounts as text, subtotals by code. */
export const periodAndSubtotals: Layout = (name, body, list) => {
  const rows: Cell[][] = [];
  const codes = [...new Set(list.map(({ code }) => code))].sort();
  for (const code of codes) {
    const own = list.filter((p) => p.code === code);
    rows.push(
      ...own.map((p): Cell[] => [
        '2026/27',
        periodOf(p),
        p.code,
        p.codeName,
        p.reference,
        p.payee,
        poundsText(p.pence),
      ]),
    );
    rows.push(
      ['', '', '', `Sub-total ${code}`, '', '', poundsText(own.reduce((sum, { pence }) => sum + pence, 0))],
      [],
    );
  }
  rows.push(['', '', '', 'Grand Total', '', '', poundsText(list.reduce((sum, { pence }) => sum + pence, 0))]);
  return sheet(name, [
    [body],
    ['Ledger extract 2026/27'],
    [],
    ['Financial Year', 'Period', 'Objective', 'Objective Description', 'Transaction Ref', 'Provider', 'Actual £'],
    ...rows,
  ]);
};

/** Period names, credits in brackets as text, cost centre and subjective. */
export const periodNames: Layout = (name, body, list) =>
  sheet(name, [
    ['', body],
    ['', 'Period Name', 'Cost Centre', 'Subjective', 'Customer/Supplier', 'Voucher', 'Value'],
    ...list.map((p): Cell[] => [
      '',
      monthName(p),
      Number(p.code.replace(/\D/g, '')),
      Number(p.account),
      p.payee,
      p.reference,
      p.pence < 0 ? `(${poundsText(-p.pence)})` : poundsText(p.pence),
    ]),
  ]);

/** YYYYMM periods beside dates, US spellings, one blank narrow column between each two as report writers leave. */
export const spaced: Layout = (name, body, list) =>
  sheet(name, [
    [body],
    [],
    ['Acct Period', '', 'Cost Center', '', 'Vendor', '', 'Document Number', '', 'Posted Amount'],
    ...list.map((p): Cell[] => [
      Number(p.date.slice(0, 7).replace('-', '')),
      '',
      p.code,
      '',
      p.payee,
      '',
      p.reference,
      '',
      pounds(p.pence),
    ]),
  ]);

/** An Excel table in the middle of a sheet with notes beside it. */
export const excelTable: Layout = (name, body, list) =>
  sheet(
    name,
    [
      [body, '', '', '', '', '', '', 'Notes'],
      [],
      ['Ref', 'Acc. Date', 'Account', 'Account Name', 'Organisation', 'Amt', '', 'ask about accruals'],
      ...list.map((p): Cell[] => [p.reference, day(p.date), p.code, p.codeName, p.payee, pounds(p.pence)]),
    ],
    {
      tables: [
        { name: `tbl${name.replace(/\W/g, '')}`, area: { row: 2, column: 0, rows: list.length + 1, columns: 6 } },
      ],
    },
  );

/** A heading again on each page of 40 rows. */
export const paged: Layout = (name, body, list) => {
  const heading = ['Posting Date', 'Reference', 'Name', 'Code', 'Code description', 'Amount'];
  const rows: Cell[][] = [];
  list.forEach((p, index) => {
    if (index > 0 && index % 40 === 0) rows.push([], [`Page ${index / 40 + 1}`], heading);
    rows.push([textDate(p), p.reference, p.payee, p.code, p.codeName, pounds(p.pence)]);
  });
  return sheet(name, [[body], heading, ...rows]);
};

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  plain,
  preamble,
  debitCredit,
  netVatGross,
  noCode,
  periodAndSubtotals,
  periodNames,
  spaced,
  excelTable,
  paged,
};
