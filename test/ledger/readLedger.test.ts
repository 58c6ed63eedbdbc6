import type { CellValue } from '../../src/ledger/cells';
import type { SourceDefinition } from '../../src/ledger/ledgerLine';
import { readLedger } from '../../src/ledger/readLedger';
import { block, DEFINITION } from './builders';

type Row = readonly CellValue[];
const read = (rows: readonly Row[], change: Partial<SourceDefinition> = {}, headings?: readonly string[]) =>
  readLedger({ ...DEFINITION, ...change }, block(rows, headings), '2026-06');
const pence = (rows: readonly Row[], change?: Partial<SourceDefinition>, headings?: readonly string[]) =>
  read(rows, change, headings).lines.map(({ amountPence }) => amountPence);
const kinds = (rows: readonly Row[], change?: Partial<SourceDefinition>, headings?: readonly string[]) =>
  read(rows, change, headings).findings.map(({ kind }) => kind);

test('a row becomes a line that knows its cell', () => {
  expect(read([['2026-06', 46176, '00123', ' NHS  Trust ', 'INV 7', '1,200.00 CR']]).lines).toEqual([
    {
      partner: 'Council',
      sheet: 'Ledger',
      row: 1,
      column: 5,
      month: '2026-06',
      dateSerial: 46176,
      code: '00123',
      counterparty: 'NHS Trust',
      reference: 'INV 7',
      amountPence: -120000,
    },
  ]);
});

test('a code typed as a number and as text are the same, a padded one is not', () => {
  const { lines } = read([
    ['2026-06', null, 123, '', 'a', 1],
    ['2026-06', null, '123', '', 'b', 1],
    ['2026-06', null, '00123', '', 'c', 1],
  ]);
  expect(lines.map(({ code }) => code)).toEqual(['123', '123', '00123']);
});

describe('rows left out', () => {
  const detail = (code: string, amount: number): Row => ['2026-06', null, code, '', 'r', amount];
  const keyless = (amount: number, label = ''): Row => [null, null, label, '', '', amount];

  test.each<readonly [why: string, rows: readonly Row[], left: readonly number[]]>([
    ['a grand total', [detail('1', 40), detail('2', 60), keyless(100)], [4000, 6000]],
    ['subtotals and a grand total', [detail('1', 40), detail('1', 60), keyless(100), detail('2', 30), detail('2', 20), keyless(50), keyless(150)], [4000, 6000, 3000, 2000]],
    ['subtotals of subtotals', [detail('1', 1), keyless(1, 'Total'), detail('2', 2), keyless(2, 'Total'), keyless(3), detail('3', 4), keyless(4, 'Total'), keyless(7)], [100, 200, 400]],
    ['a subtotal with its label in the code column', [detail('4100', 40), detail('4100', 60), keyless(100, '4100 Total')], [4000, 6000]],
    ['a subtotal of one row, named after it', [detail('Home care', 40), keyless(40, 'Total Home care'), detail('2', 2)], [4000, 200]],
    ['a subtotal named after its service, in another column', [['2026-06', null, '1', 'Home care', 'r', 40], [null, null, '', 'Sub-total Home care', '', 40], detail('2', 2)], [4000, 200]],
    ['subtotals with their labels in the reference column', [detail('1', 40), detail('1', 60), [null, null, '', '', 'Total Home care', 100], detail('2', 5), detail('2', 6), [null, null, '', '', 'Total Nursing', 11]], [4000, 6000, 500, 600]],
    ['a subtotal of one row, named in words that stand nowhere else', [detail('N120', 40), [null, null, '', 'Total Equipment', '', 40]], [4000]],
    ['the same with its label among the references', [detail('N120', 40), [null, null, '', '', 'Total Equipment', 40], detail('N130', 7)], [4000, 700]],
    ['a posting of a supplier whose name begins with Total', [detail('N120', 40), ['2026-06', null, '', 'Total Communication', '', 40]], [4000, 4000]],
    ['a subtotal below a blank row', [detail('Nursing', 40), [null, null, '', '', '', null], keyless(40, 'Total: nursing')], [4000]],
    ['a balance carried and brought forward', [detail('1', 40), keyless(40, 'Carried forward'), keyless(40, 'B/fwd'), detail('2', 1), keyless(41, 'Total')], [4000, 100]],
    ['a total above its rows', [keyless(100, 'Total'), detail('1', 40), detail('2', 60)], [4000, 6000]],
    ['a total of a ledger in credit', [detail('1', -40), keyless(-40, 'Total')], [-4000]],
  ])('%s is left out', (_why, rows, left) => expect(pence(rows)).toEqual(left)); // prettier-ignore

  test('each is named, with the rows it totals', () => {
    const { source, findings } = read([detail('1', 40), detail('2', 60), keyless(100, 'Total')]);
    expect(source.leftOut).toEqual([
      { reason: 'total', row: 3, text: 'Total', amountPence: 10000, totals: { firstRow: 1, lastRow: 2 } },
    ]);
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'rows left out',
        detail: expect.objectContaining({ totals: 1, texts: 'Total (row 4)' }),
      }),
    ]);
  });

  test('a total that equals nothing stays in, uncoded, and says what it should have been', () => {
    const { lines, findings } = read([detail('1', 40), keyless(39.99, 'Total')]);
    expect(lines.map(({ code, amountPence }) => [code, amountPence])).toEqual([['1', 4000], ['', 3999]]); // prettier-ignore
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'total differs', leftPence: 3999, rightPence: 4000, differencePence: -1 }),
    ]);
  });

  test('a row with nothing but an amount stays in', () => {
    expect(pence([detail('1', 40), keyless(7)])).toEqual([4000, 700]);
    expect(kinds([detail('1', 40), keyless(7)])).toEqual(['row without code']);
  });

  test('a row that equals just the one above and does not call itself a total stays in', () => {
    expect(pence([detail('1', 40), keyless(40)])).toEqual([4000, 4000]);
  });

  test('a total with a date is a row of the ledger', () => {
    expect(pence([detail('1', 40), [null, 46176, '', '', '', 40]])).toEqual([4000, 4000]);
  });

  test('a total with a reference is a row of the ledger', () => {
    expect(pence([detail('1', 40), ['2026-06', null, '', '', 'J1', 40]])).toEqual([4000, 4000]);
  });

  test('a code that begins with Total is a code', () => {
    expect(pence([detail('1', 40), detail('Total Communication', 40)])).toEqual([4000, 4000]);
  });

  test('blank rows, a repeated heading and merged titles', () => {
    const rows: Row[] = [
      ['Adult Social Care', null, null, null, null, null],
      detail('1', 40),
      [null, '', null, null, ' ', null],
      ['Period', 'Date', 'Code', 'Counterparty', 'Reference', 'Amount'],
      detail('2', 60),
    ];
    const { source } = read(rows);
    expect(source.leftOut.map(({ reason, row }) => [reason, row])).toEqual([
      ['title or note', 1],
      ['blank', 3],
      ['repeated header', 4],
    ]);
    expect(source.lines).toBe(2);
  });
});

describe('a debit and a credit column', () => {
  const headings = ['Period', 'Code', 'Reference', 'Debit', 'Credit'];
  const change = { amount: 'Debit;Credit', date: '', counterparty: '' };
  const row = (debit: CellValue, credit: CellValue): Row => ['2026-06', '1', 'r', debit, credit];

  test.each<readonly [why: string, rows: readonly Row[], left: readonly number[]]>([
    ['debits are +, credits −', [row(10, null), row('', 4)], [1000, -400]],
    ['noughts beside an amount', [row(10, 0), row('0.00', '4.00')], [1000, -400]],
    ['both filled: debit less credit', [row(10, 4)], [600]],
    ['a negative credit among positive ones gives the money back', [row(null, 4), row(null, -4)], [-400, 400]],
    ['CR in the credit column says it twice', [row(null, '4.00 CR')], [-400]],
    ['all credits negative: they are minus already', [row(9, null), row(null, -1), row(null, -2), row(null, -3)], [900, -100, -200, -300]],
    ['the total of both columns', [row(10, null), row(null, 4), [null, null, null, 10, 4]], [1000, -400]],
  ])('%s', (_why, rows, left) => expect(pence(rows, change, headings)).toEqual(left)); // prettier-ignore

  test('a total of both columns must equal both', () => {
    const rows = [row(10, null), row(null, 4), [null, null, null, 11, 5]];
    expect(kinds(rows, change, headings)).toContain('row without code');
  });

  test('DR in the credit column could mean either', () => {
    expect(kinds([row(null, '4.00 DR')], change, headings)).toEqual(['amount unreadable']);
  });

  test('a credit is pointed to in its own column', () => {
    expect(read([row(10, null), row(null, 4)], change, headings).lines.map(({ column }) => column)).toEqual([3, 4]);
  });
});

describe('what cannot be read', () => {
  test('an ambiguous amount is listed apart with its cell, and never guessed', () => {
    const { lines, source, findings } = read([['2026-06', null, '1', '', 'r', '1.234,56']]);
    expect(lines).toEqual([]);
    expect(source.unreadable).toEqual([{ row: 1, why: 'amount', code: '1', reference: 'r', amountPence: null }]);
    expect(findings[0]).toMatchObject({
      kind: 'amount unreadable',
      severity: 'error',
      place: { sheet: 'Ledger', row: 1, column: 5 },
      detail: { text: '1.234,56', problem: 'ambiguous' },
    });
  });

  test('a row without a readable period is listed apart with its amount', () => {
    const { source, findings } = read([['P99', null, '1', '', 'r', 5]]);
    expect(source.unreadable).toEqual([{ row: 1, why: 'period', code: '1', reference: 'r', amountPence: 500 }]);
    expect(findings[0]).toMatchObject({ kind: 'period unreadable', leftPence: 500, detail: { text: 'P99' } });
  });

  test('an error value in a key is a warning, because the row may belong elsewhere', () => {
    expect(kinds([['2026-06', null, '1', '#N/A', 'r', 5]])).toEqual(['error values']);
  });

  test('a missing amount is not nought', () => {
    expect(kinds([['2026-06', null, '1', '', 'r', null]])).toEqual(['amount blank']);
  });

  test.each([
    ['missing', { amount: 'Value' }, 'heading missing'],
    ['missing from a pair', { amount: 'Amount;Credit' }, 'heading missing'],
  ] as const)('a heading %s stops the ledger', (_why, change, kind) => {
    const { columns, lines, findings } = read([['2026-06', null, '1', '', 'r', 5]], change);
    expect([columns, lines, findings.map((finding) => finding.kind)]).toEqual([null, [], [kind]]);
  });

  test.each(['', 'net', 'GROSS', 'reference'])('VAT of “%s” is fine', (vat) => {
    expect(read([['2026-06', null, '1', '', 'r', 5]], { vat }).findings).toEqual([]);
  });

  test('VAT that no heading is called is told, and the ledger is read all the same', () => {
    const { lines, findings } = read([['2026-06', null, '1', '', 'r', 5]], { vat: 'VAT amount' });
    expect(lines).toHaveLength(1);
    expect(findings).toMatchObject([{ kind: 'vat unknown', severity: 'warning', detail: { heading: 'VAT amount' } }]);
  });

  test('a heading that stands twice stops the ledger', () => {
    expect(kinds([], {}, ['Period', 'Date', 'Code', 'Counterparty', 'Reference', 'Amount', ' AMOUNT'])).toEqual([
      'heading twice',
    ]);
  });

  test('a ledger without rows says so', () => expect(kinds([])).toEqual(['ledger empty']));
});

describe('how a ledger is written', () => {
  test('a reversed sign', () =>
    expect(pence([['2026-06', null, '1', '', 'r', 5]], { sign: 'reversed' })).toEqual([-500]));

  test('a code of two parts', () => {
    const { lines } = read([['2026-06', 'CC1', 4100, '', 'r', 5]], { code: 'Date;Code', date: '' });
    expect(lines[0]?.code).toBe('CC1;4100');
  });

  test('the date counts only where there is no period', () => {
    const rows: Row[] = [
      ['2026-05', 46176, '1', '', 'r', 5],
      [null, 46176, '1', '', 'r', 5],
    ];
    expect(read(rows).lines.map(({ month }) => month)).toEqual(['2026-05', '2026-06']);
  });

  test('neither period nor date: all rows are of the month asked for, with a warning', () => {
    const { lines, findings } = read([['x', null, '1', '', 'r', 5]], { period: '', date: '' });
    expect(lines[0]?.month).toBe('2026-06');
    expect(findings.map(({ kind }) => kind)).toEqual(['no period or date']);
  });

  test('amounts as text are counted once for the ledger', () => {
    const findings = read([['2026-06', null, '1', '', 'r', '5.00'], ['2026-06', null, '1', '', 'r', '£6']]).findings; // prettier-ignore
    expect(findings).toEqual([expect.objectContaining({ kind: 'amounts as text', severity: 'info' })]);
    expect(findings[0]?.detail).toMatchObject({ rows: 2 });
  });

  test('part-pennies are rounded and their whole effect is told', () => {
    const { lines, findings } = read([['2026-06', null, '1', '', 'r', 0.125], ['2026-06', null, '1', '', 'r', 0.124]]); // prettier-ignore
    expect(lines.map(({ amountPence }) => amountPence)).toEqual([13, 12]);
    expect(findings).toEqual([expect.objectContaining({ kind: 'part pennies', detail: expect.objectContaining({ rows: 2, effectPence: 0.1 }) })]); // prettier-ignore
  });

  test('codes without a year say which year was taken', () => {
    expect(read([['P03', null, '1', '', 'r', 5]]).findings[0]).toMatchObject({
      kind: 'period year assumed',
      detail: { year: '2026/27', cells: 1 },
    });
  });
});

describe('the mark of what was read', () => {
  const row: Row = ['2026-06', null, '1', '', 'r', 5];
  const mark = (rows: readonly Row[], change?: Partial<SourceDefinition>) => read(rows, change).source.fingerprint;

  test('stays the same for the same cells', () => expect(mark([row])).toBe(mark([[...row]])));
  test.each<readonly [string, Row]>([
    ['an amount', ['2026-06', null, '1', '', 'r', 5.01]],
    ['a number that became text', ['2026-06', null, '1', '', 'r', '5']],
    ['a reference', ['2026-06', null, '1', '', 's', 5]],
    ['text that moved one cell on', ['2026-06', null, '1', 'r', '', 5]],
  ])('changes with %s', (_why, other) => expect(mark([other])).not.toBe(mark([row])));
  test('changes with the order of the rows', () => {
    const other: Row = ['2026-06', null, '2', '', 'r', 5];
    expect(mark([row, other])).not.toBe(mark([other, row]));
  });
});

describe('a date beside a period', () => {
  const dated = (date: CellValue, period: CellValue = '2026-06'): Row => [period, date, '4100', '', 'r', 1];
  const findings = (rows: readonly Row[]) => read(rows).findings.filter(({ kind }) => kind === 'dates unreadable');

  test('that cannot be read is counted once for the ledger, and the rows count by their period', () => {
    const rows = [dated(46176), dated('31/02/2026'), dated('soon'), dated('')];
    expect(read(rows).lines).toHaveLength(4);
    expect(findings(rows)).toEqual([
      {
        kind: 'dates unreadable',
        severity: 'info',
        partner: 'Council',
        place: { sheet: 'Ledger', row: 2, column: 1 },
        detail: { table: 'Ledger!A1:F1', rows: 2, text: '31/02/2026' },
      },
    ]);
  });

  test('that can be read, or is blank, says nothing', () =>
    expect(findings([dated(46176), dated('12/06/2026'), dated(null)])).toEqual([]));

  test('without a period to fall back on it is an error of its row', () =>
    expect(kinds([dated('31/02/2026', null)])).toEqual(['period unreadable']));
});
