/*
 * Random ledgers as finance systems export them: headings drawn from many systems' words, columns in any order, preambles,
 * spare columns, text or real dates, one amount or a pair, totals or none. The sum comes from the postings alone.
 */
import { type Cell, day, sheet } from './grids';
import type { SheetGrid } from '../../../src/ledger/recogniseGrid';
import { type Codes, type Posting, postings, pounds, poundsText, random, sumTo } from './postings';

const WORDS = {
  date: ['Dt posted', 'Transaction date/time', 'Eff Date', 'Pstng Date', 'Document Date', 'Inv. Date', 'GL_DATE', 'Date of Invoice', 'Date Entered', 'Jnl Date', 'Trn Date', 'Paid date', 'Posting dt.', 'Date', 'Posting Date', 'Trans Date', 'Transaction Date', 'GL Date', 'Acc. Date', 'Effective Date', 'Date Posted', 'Journal Date', 'Doc Date', 'Posted Date', 'Accounting Date', 'Value Date', 'TransDate', 'POSTING_DATE', 'Tran. Date', 'Ledger date'],
  reference: ['Transaction Number', 'Trans. Ref.', 'Trx No', 'Journal ID', 'JournalNo', 'Ref#', 'Invoice #', 'Invoice number / ref', 'Doc.No.', 'Supplier Ref', 'External Document No.', 'Unique reference', 'Our/Your ref', 'SAP Doc No', 'Recharge ref', 'Ref', 'Reference', 'Journal ref', 'Doc no', 'Transaction Ref', 'Voucher', 'Invoice No', 'Invoice Number', 'Inv Ref', 'Document No.', 'Trans No', 'Jnl No', 'Our Ref', 'Transaction ID', 'DOC_REF', 'Document Ref', 'Ref.', 'Voucher no'],
  payee: ['Supplier/Payee', 'Payee/Payer', 'Vendor/Customer', 'Creditor Name', 'Trading Partner', 'Provider/Supplier', 'Vendor Desc', 'Name of supplier', 'From/To', 'Recipient', 'Customer Name', 'Supplier', 'Vendor', 'Payee', 'Provider', 'Customer', 'Supplier Name', 'VENDOR_NAME', 'Name', 'Creditor', 'Organisation', 'Paid To', 'Third Party', 'Counterparty', 'Supplier/Customer', 'Provider Name'],
  code: ['Cost centre code', 'Cst Ctr', 'Cost Element', 'G/L Account', 'GL a/c', 'Account Number', 'Acct No.', 'Expenditure Code', 'Subj Code', 'Activity', 'Project Code', 'Analysis 1', 'CostCentreCode', 'Department', 'Segment1', 'Profit Center', 'Coding Block', 'Org Code', 'Section', 'Scheme code', 'Cost Centre', 'Cost Center', 'CC', 'Code', 'GL Code', 'NL code', 'Account', 'Account Code', 'Subjective', 'Objective', 'Analysis code', 'Nominal', 'Nominal Code', 'Cost Code', 'Budget Code', 'Ledger Code', 'Costc', 'Account No', 'A/c', 'Activity Code', 'Service Code', 'COST_CENTRE', 'Finance Code', 'Cost Ctr'],
  codeName: ['Cost Centre Description', 'Account Name', 'Code Desc', 'Service', 'Service Line', 'CC Name', 'Account Description', 'Nominal Description', 'Budget Heading', 'Category', 'Subjective Description'],
  narrative: ['Description', 'Narrative', 'Details', 'Line Description', 'Text', 'Particulars', 'Comment', 'Transaction Description', 'Narration'],
  amount: ['Amount in GBP', 'Amt (GBP)', '£ Value', 'LC Amount', 'Amount in LC', 'Net £', 'Ex VAT', 'Posted Value', 'Actual Spend', 'Expenditure', 'Journal Value', 'Transaction Value', 'Txn Amount', 'Accounted Amount', 'Net Movement', 'Amount Debit/(Credit)', 'Dr/(Cr)', 'Amount Dr/(Cr)', 'Period Amount', 'Invoice Amount', 'Payment amount', 'Charge', 'Figure', 'Amount', 'Amt', 'Value', '£', 'GBP', 'Actual', 'Total', 'Net', 'Net Amount', 'Amount (£)', 'Amount GBP', 'Net Value', 'Posted Amount', 'Base Amount', 'Trans Amount', 'Line Amount', 'Actuals', 'Cost', 'Spend', 'AMOUNT_GBP', 'Total Amount', 'Actual £'],
  pair: ['Debit|Credit', 'Dr|Cr', 'Debit Amount|Credit Amount', 'DR £|CR £', 'Debits|Credits', 'Debit (£)|Credit (£)', 'DEBIT|CREDIT', 'Accounted Dr|Accounted Cr'],
  period: ['Period', 'Acc Period', 'Period Name', 'Fin Period', 'Month', 'Accounting Period', 'PERIOD', 'Posting period'],
} as const; // prettier-ignore

const BODIES = ['Adult Social Care', 'All cost centres', 'Selected periods'];

export interface RandomLedger {
  readonly grid: SheetGrid;
  readonly pence: number;
  readonly list: readonly Posting[];
  /** What was drawn, to say which combination failed. */
  readonly drawn: string;
}

interface Column {
  readonly heading: string;
  readonly cell: (posting: Posting, index: number) => Cell;
}

/** A random ledger of `body` on the sheet `name`. */
export function randomLedger(
  seed: number,
  name: string,
  body: string,
  codes: readonly Codes[],
  payees: readonly string[],
): RandomLedger {
  const next = random(seed * 7919 + 13);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const chance = (share: number): boolean => next() < share;
  const list = postings({
    seed,
    rows: 20 + Math.floor(next() * 180),
    codes,
    payees,
    referencePrefix: pick(['INV', 'SI-', 'J', '', 'AP/']),
  });

  const dated = pick(['date', 'text', 'iso', 'named', 'datetime'] as const);
  const money = pick(['number', 'number', 'text', 'brackets', 'trailing', 'pounds'] as const);
  const shown = (pence: number): Cell => {
    if (money === 'number') return pounds(pence);
    if (money === 'text') return poundsText(pence);
    if (money === 'brackets') return pence < 0 ? `(${poundsText(-pence)})` : poundsText(pence);
    if (money === 'trailing') return pence < 0 ? `${poundsText(-pence)}-` : poundsText(pence);
    return pence < 0 ? `-£${poundsText(-pence)}` : `£${poundsText(pence)}`;
  };
  const dateCell = ({ date }: Posting): Cell => {
    const [year = '', month = '', dayOfMonth = ''] = date.split('-');
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    if (dated === 'date') return day(date);
    if (dated === 'iso') return date;
    if (dated === 'named') return `${dayOfMonth}-${names[Number(month) - 1] ?? ''}-${year}`;
    if (dated === 'datetime') return `${dayOfMonth}/${month}/${year} 00:00:00`;
    return `${dayOfMonth}/${month}/${year}`;
  };
  const periodStyle = pick(['P', 'plain', 'name', 'yearmonth'] as const);
  const periodCell = ({ date }: Posting): Cell => {
    const number = ((Number(date.slice(5, 7)) + 8) % 12) + 1;
    const names = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
    if (periodStyle === 'P') return `P${String(number).padStart(2, '0')}`;
    if (periodStyle === 'plain') return number;
    return periodStyle === 'name' ? `${names[number - 1] ?? ''}-${date.slice(2, 4)}` : `2026/27 P${String(number)}`;
  };

  const columns: Column[] = [];
  const hasPeriod = chance(0.35);
  if (hasPeriod) columns.push({ heading: pick(WORDS.period), cell: periodCell });
  if (!hasPeriod || chance(0.6)) columns.push({ heading: pick(WORDS.date), cell: dateCell });
  if (chance(0.85)) columns.push({ heading: pick(WORDS.reference), cell: (p) => p.reference });
  if (chance(0.85)) columns.push({ heading: pick(WORDS.payee), cell: (p) => p.payee });
  const hasCode = chance(0.9);
  if (hasCode)
    columns.push({
      heading: pick(WORDS.code),
      cell: (p) => (/^\d+$/.test(p.code) && seed % 2 === 0 ? Number(p.code) : p.code),
    });
  if (!hasCode || chance(0.5)) columns.push({ heading: pick(WORDS.codeName), cell: (p) => p.codeName });
  if (chance(0.5)) columns.push({ heading: pick(WORDS.narrative), cell: (p) => p.narrative });
  const spare: readonly Column[] = [
    { heading: 'User ID', cell: (_p, index) => `U${index % 5}` },
    { heading: 'Batch', cell: (_p, index) => 900 + Math.floor(index / 10) },
    { heading: 'VAT Code', cell: (_p, index) => (index % 3 === 0 ? 'S' : 'Z') },
    { heading: 'Currency', cell: () => 'GBP' },
    { heading: 'Line No', cell: (_p, index) => index + 1 },
    { heading: 'Status', cell: () => 'Posted' },
    { heading: 'Supplier No', cell: (p) => 70000 + p.payee.length },
    { heading: 'Qty', cell: (_p, index) => index % 4 },
    { heading: 'Comments', cell: (_p, index) => (index % 17 === 0 ? 'query' : '') },
  ];
  for (const column of spare) if (chance(0.15)) columns.push(column);
  columns.sort(() => next() - 0.5);

  const amounts: Column[] = [];
  if (chance(0.35)) {
    const [debit = '', credit = ''] = pick(WORDS.pair).split('|');
    const zero = chance(0.3) ? 0 : '';
    amounts.push({ heading: debit, cell: ({ pence }) => (pence > 0 ? shown(pence) : zero) });
    amounts.push({ heading: credit, cell: ({ pence }) => (pence < 0 ? shown(-pence) : zero) });
  } else if (chance(0.2)) {
    const vatOf = ({ pence }: Posting): number => (pence % 3 === 0 ? Math.round(pence / 5) : 0);
    const three: Column[] = [
      { heading: pick(['Gross', 'Gross Amount', 'Total inc VAT']), cell: (p) => shown(p.pence + vatOf(p)) },
      { heading: pick(['VAT', 'VAT Amount', 'Tax']), cell: (p) => shown(vatOf(p)) },
      { heading: pick(['Net', 'Net Amount', 'Goods Value', 'Amount ex VAT', 'Amount']), cell: (p) => shown(p.pence) },
    ];
    amounts.push(...three.sort(() => next() - 0.5));
  } else {
    amounts.push({ heading: pick(WORDS.amount), cell: ({ pence }) => shown(pence) });
  }
  if (chance(0.25)) {
    let balance = 0;
    amounts.push({
      heading: pick(['Balance', 'Running Balance', 'Cumulative']),
      cell: ({ pence }) => shown((balance += pence)),
    });
  }
  if (chance(0.7)) columns.push(...amounts);
  else columns.splice(Math.floor(next() * columns.length), 0, ...amounts);

  if (chance(0.1)) columns.splice(1 + Math.floor(next() * (columns.length - 1)), 0, { heading: '', cell: () => '' });
  const spaced = chance(0.15);
  const across = (cells: readonly Cell[]): Cell[] =>
    spaced ? cells.flatMap((cell): Cell[] => [cell, '']) : [...cells];
  const titles: Cell[][] = [[body]];
  if (chance(0.7))
    titles.push([pick(['General ledger extract 2026/27', 'Transaction listing 2026-27', 'Ledger report 2026/27'])]);
  if (chance(0.5)) titles.push(['Report run:', '02/07/2026 09:14']);
  if (chance(0.4)) titles.push(['Period', 'P01 to P03', 'Cost centre', 'All']);
  if (chance(0.3)) titles.push([pick(BODIES)]);
  for (let blank = Math.floor(next() * 4); blank > 0; blank--) titles.push([]);
  const every = pick([0, 0, 0, 0, 12, 25, 40] as const);
  const between = pick(['blank', 'heading', 'subtotal', 'page'] as const);
  const single = amounts.filter(({ heading }) => !/bal|cum/i.test(heading)).length === 1;
  const headings = columns.map(({ heading }) => heading);
  const rows = list.flatMap((posting, index): Cell[][] => {
    const row = across(columns.map(({ cell }) => cell(posting, index)));
    if (every === 0 || (index + 1) % every !== 0) return [row];
    if (between === 'blank') return [row, []];
    if (between === 'heading') return [row, across(headings)];
    if (between === 'page') return [row, [], [`Page ${(index + 1) / every + 1}`], across(headings)];
    if (!single) return [row];
    const since = list.slice(index + 1 - every, index + 1).reduce((sum, { pence }) => sum + pence, 0);
    const at = headings.indexOf(amounts[0]?.heading ?? '');
    return [
      row,
      across(
        headings.map((_heading, column) =>
          column === at ? shown(since) : column === (at === 0 ? 1 : 0) ? 'Sub-total' : '',
        ),
      ),
    ];
  });
  const total = list.reduce((sum, { pence }) => sum + pence, 0);
  const at = columns.findIndex(({ heading }) => heading === amounts[0]?.heading);
  if (single) {
    if (chance(0.4)) {
      const cells: Cell[] = columns.map(() => '');
      cells[at === 0 ? 1 : 0] = 'Grand Total';
      cells[at] = shown(total);
      rows.push(...(chance(0.5) ? [[]] : []), across(cells));
    }
  }
  if (chance(0.2)) rows.push([], ['*** End of report ***']);
  const grid = sheet(name, [...titles, across(columns.map(({ heading }) => heading)), ...rows], {
    top: chance(0.2) ? 2 : 0,
    left: chance(0.2) ? 1 : 0,
  });
  const drawn = `${columns.map(({ heading }) => heading).join(' | ')} [${dated}, ${money}${hasPeriod ? `, ${periodStyle}` : ''}${spaced ? ', spaced' : ''}, ${between} every ${every}]`;
  return { grid, pence: sumTo(list, '2026-06'), list, drawn };
}
