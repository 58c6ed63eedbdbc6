/* Many findings alike: the first 200 with their cells, then how many more there are and what they come to. */
import { MOST_ALIKE, capFindings } from '../../src/ledger/capFindings';
import type { CellValue } from '../../src/ledger/cells';
import type { Finding } from '../../src/ledger/finding';
import { reconcilePeriod } from '../../src/ledger/reconcilePeriod';
import { describeFinding } from '../../src/words/findings';
import { type Posting, inputs, source } from './builders';

const at = (row: number, change: Partial<Finding> = {}): Finding => ({
  kind: 'code unmapped',
  severity: 'error',
  partner: 'Council',
  place: { sheet: 'Council ledger', row, column: 5 },
  ...change,
});
const many = (count: number, change: (row: number) => Partial<Finding> = () => ({})): Finding[] =>
  Array.from({ length: count }, (_each, index) => at(index + 1, change(index + 1)));
const last = <Item>(items: readonly Item[]): Item | undefined => items.at(-1);

test('as many as are listed stay as they are', () => {
  const findings = many(MOST_ALIKE);
  expect(capFindings(findings)).toEqual(findings);
});

test('beyond them one finding says how many more, from which cell to which row, and how severe', () => {
  const capped = capFindings(many(1_234));
  expect(capped).toHaveLength(MOST_ALIKE + 1);
  expect(capped.slice(0, MOST_ALIKE)).toEqual(many(MOST_ALIKE));
  expect(last(capped)).toEqual({
    kind: 'more alike',
    severity: 'error',
    partner: 'Council',
    place: { sheet: 'Council ledger', row: 201, column: 5 },
    detail: { kind: 'code unmapped', listed: 200, more: 1_034, lastRow: 1_235 },
  });
});

test('their figures are added to the penny', () => {
  const capped = capFindings(many(203, (row) => ({ leftPence: row * 10 + 1 })));
  // Rows 201, 202 and 203: £20.11 + £20.21 + £20.31.
  expect(last(capped)?.differencePence).toBe(6063);
});

test('a difference is the effect where there is one, not the two sides', () => {
  const capped = capFindings(many(202, () => ({ leftPence: 500, rightPence: 400, differencePence: 100 })));
  expect(last(capped)?.differencePence).toBe(200);
});

test.each([
  ['one without a figure makes the total unknown', (row: number) => (row === 203 ? {} : { leftPence: 1 })],
  ['a total that cannot be held exactly is not given', () => ({ leftPence: 999_999_999_999_999 })],
])('%s', (_why, change) => {
  expect(last(capFindings(many(203, change)))).not.toHaveProperty('differencePence');
});

test('kinds, partners and sheets are counted apart, and order is kept', () => {
  const findings = many(150).flatMap((finding) => [
    finding,
    { ...finding, kind: 'amount blank' },
    { ...finding, partner: 'Trust' },
  ]);
  expect(capFindings(findings)).toEqual(findings);
  const single = at(0, { kind: 'no rows in month' });
  const capped = capFindings([...many(201), single]);
  expect(capped.slice(-2).map(({ kind }) => kind)).toEqual(['more alike', 'no rows in month']);
});

describe('a ledger of 5,000 rows', () => {
  const run = (amount: CellValue, code: (row: number) => CellValue) => {
    const rows = Array.from({ length: 5_000 }, (_each, row): Posting => ['2026-06', code(row), '', `r${row}`, amount]);
    return reconcilePeriod(inputs({ sources: [source('Council', rows), source('Trust', [])] }));
  };
  const count = (result: ReturnType<typeof run>, kind: string) =>
    result.findings.filter((finding) => finding.kind === kind).length;

  test('whose amounts cannot be read lists 200 and says that 4,800 follow', () => {
    const result = run('1.250,00', () => '4100');
    expect(count(result, 'amount unreadable')).toBe(MOST_ALIKE);
    const [more] = result.findings.filter(({ kind }) => kind === 'more alike');
    expect(more).toMatchObject({ severity: 'error', period: '2026-06', partner: 'Council' });
    const { sentence } = describeFinding(more ?? { kind: '', severity: 'info' });
    expect(sentence).toContain('4,800 findings more, beginning here and ending in row 5001; the first 200 are listed.');
    expect(sentence).toContain("'Council ledger'!F202");
  });

  test('whose codes lead nowhere gives the total of those not listed, and no figure changes', () => {
    const result = run(1.01, (row) => `Z${row}`);
    expect(count(result, 'code unmapped')).toBe(MOST_ALIKE);
    expect(result.unmapped).toHaveLength(5_000);
    expect(result.controls[0]?.figures?.unmappedPence).toBe(505_000);
    const more = result.findings.find(({ kind }) => kind === 'more alike');
    expect(more?.differencePence).toBe(4_800 * 101);
  });
});
