/* What the pane shows of a settlement's statements: which rows and words, and nothing added up. */
import { statementParts } from '../../src/taskpane/views/statementParts';
import { minimumWords, statementTitle } from '../../src/words/statementTotals';

const GRANT = { pool: 'LD', grant: 'Discharge', partner: 'PCT', available: 400, applied: 100, unspent: 300, minimum: 150, short: 50 }; // prettier-ignore

test('a task without statements shows none, and no grants are no heading', () => {
  expect(statementParts({})).toEqual([]);
  expect(statementParts({ grants: [], memorandum: [], partnerStatements: [] })).toEqual([]);
});

test('a grant shows what is available, applied and unspent, and whether its minimum is met', () => {
  const [grants] = statementParts({ grants: [GRANT, { ...GRANT, grant: 'Carers', minimum: null, short: null }] });
  expect(grants?.title).toBe('Grants applied');
  expect(grants?.tables[0]).toEqual({
    caption: 'Discharge (PCT)',
    rows: [
      { label: 'Available', amount: 400, isSum: false },
      { label: 'Applied', amount: 100, isSum: false },
      { label: 'Unspent', amount: 300, isSum: true },
    ],
    lines: ['The minimum of £150.00 is not met: £50.00 must still be spent.'],
  });
  expect(grants?.tables[1]?.lines).toEqual([]);
});

test('missing is not zero: a grant or an account that is not known says so and shows no figure for it', () => {
  const [grants, account] = statementParts({
    grants: [{ ...GRANT, applied: null, unspent: null, short: null }],
    memorandum: [{ pool: 'LD', notKnown: 2, sections: [] }],
  });
  expect(grants?.tables[0]?.rows).toEqual([{ label: 'Available', amount: 400, isSum: false }]);
  expect(grants?.tables[0]?.lines).toEqual(['Not known: the spending of a line is missing.']);
  expect(account?.tables).toEqual([
    { caption: '', rows: [], lines: ['Not known: the spending of a line is missing.'] },
  ]);
  const [refused] = statementParts({ grants: null });
  expect(refused?.tables[0]?.lines[0]).toContain('PoolGrants has errors');
});

test('an account shows the totals of each section, sums marked', () => {
  const items = [
    { item: 'base', kind: 'contribution', total: 60 },
    { item: 'Total funding', kind: 'total', total: 100 },
  ];
  const [account] = statementParts({ memorandum: [{ pool: 'LD', notKnown: 0, sections: [{ section: 'Funding', items }] }] }); // prettier-ignore
  expect(account).toEqual({
    title: 'Memorandum account: LD',
    tables: [
      {
        caption: 'Funding',
        rows: [
          { label: 'base', amount: 60, isSum: false },
          { label: 'Total funding', amount: 100, isSum: true },
        ],
        lines: [],
      },
    ],
  });
});

test('a partner’s statement has its lines, what it pays, and its exposure; agreements it has no part in are left out', () => {
  const statement = {
    partner: 'PCT',
    toSettle: -25,
    agreements: [
      { pool: 'LD', section: 'Pool', rows: [{ item: 'Agreed', kind: 'agreed', amount: 75 }, { item: 'Paid in', kind: 'paid in', amount: 0 }, { item: 'Share due', kind: 'share due', amount: 75 }] }, // prettier-ignore
      { pool: 'LD', section: 'Staff', rows: [{ item: 'Share due', kind: 'share due', amount: 0 }] },
    ],
    exposure: [{ pool: 'LD', item: 'Borne at 1% over budget for the year', kind: 'exposure', amount: 4 }],
  };
  const [part] = statementParts({ partnerStatements: [statement] });
  expect(part?.title).toBe('PCT: is paid £25.00');
  expect(
    part?.tables.map(({ caption, rows }) => [caption, ...rows.map(({ label, amount }) => `${label} ${amount}`)]),
  ).toEqual([
    ['LD: Pool', 'Agreed 75', 'Share due 75'],
    ['', 'To receive, all agreements 25'],
    ['Exposure over the year', 'LD: Borne at 1% over budget for the year 4'],
  ]);
});

test.each([
  [30_000, 0, 'The minimum of £30,000.00 is met.'],
  [30_000, 0.01, 'The minimum of £30,000.00 is not met: £0.01 must still be spent.'],
  [undefined, undefined, ''],
  [30_000, undefined, ''],
])('a minimum of %p, short by %p', (minimum, short, words) => {
  expect(minimumWords(minimum, short)).toBe(words);
});

test('the title of a statement says which way the money goes', () => {
  expect(statementTitle('PCT', 6_367.5)).toBe('PCT: pays £6,367.50');
  expect(statementTitle('PCT', 0)).toBe('PCT: nothing to pay or receive');
});
