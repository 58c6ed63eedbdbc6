/*
 * The memorandum account of a pool (domain brief b4): the layout of the HFMA and CIPFA example, with amounts that are
 * illustrative and worked by hand.
 */
import fc from 'fast-check';
import {
  MEMORANDUM_ROWS,
  type MemorandumAmounts,
  type MemorandumItem,
  memorandumRows,
} from '../../src/pool/memorandum';

const item = (row: MemorandumItem['row'], name: string, ...partsPence: number[]): MemorandumItem => ({
  row,
  item: name,
  partsPence,
  totalPence: partsPence.reduce((sum, pence) => sum + pence, 0),
});

/** Council and PCT fund 60.00 and 40.00; the council's ledger shows 85.00 and the PCT's 5.00; shares due 54.00 and 36.00. */
const POOL: MemorandumAmounts = {
  funding: [item('contribution', 'base', 70_00, 40_00), item('contribution', 'client income', -10_00, 0)],
  expenditure: [item('line', 'Residential care', 85_00, 0), item('line', 'Day services', 0, 5_00)],
  capital: [],
  duePence: [54_00, 36_00],
  keptPence: [3_00, 2_00],
  // The council has given 85.00 less 40.00 received; the PCT 40.00 in cash and 5.00 of its own.
  toReceivePence: [45_00 - 54_00 - 3_00, 45_00 - 36_00 - 2_00],
  givenPence: [45_00, 45_00],
};

test('funding less expenditure is the surplus, each partner has its part, and it lies in three places', () => {
  expect(
    memorandumRows(POOL).map(({ section, item: name, partsPence, totalPence, checkPence }) => [
      section,
      name,
      ...partsPence,
      totalPence,
      checkPence,
    ]),
  ).toEqual([
    ['Funding', 'base', 7_000, 4_000, 11_000, 0],
    ['Funding', 'client income', -1_000, 0, -1_000, 0],
    ['Funding', 'Total funding', 6_000, 4_000, 10_000, 0],
    ['Expenditure', 'Residential care', 8_500, 0, 8_500, 0],
    ['Expenditure', 'Day services', 0, 500, 500, 0],
    ['Expenditure', 'Total expenditure', 8_500, 500, 9_000, 0],
    ['Surplus or deficit', 'Share of expenditure', 5_400, 3_600, 9_000, 0],
    ['Surplus or deficit', 'Surplus + / deficit −', 600, 400, 1_000, 0],
    ['Where the balance is', 'Carried forward in the pool', 300, 200, 500, 0],
    // The council pays 12.00, the PCT is paid 7.00; 5.00 stay in the pool.
    ['Where the balance is', 'To receive + / to pay −', -1_200, 700, -500, 0],
    ['Where the balance is', 'Funding not yet given', 1_500, -500, 1_000, 0],
    ['Where the balance is', 'Total', 600, 400, 1_000, 0],
  ]);
});

test('capital has a total of its own, and both are taken from the funding', () => {
  const rows = memorandumRows({
    ...POOL,
    capital: [item('line', 'Adaptations', 10_00, 20_00)],
    duePence: [72_00, 48_00],
  });
  const totals = rows.filter(({ row }) => row === MEMORANDUM_ROWS.total || row === MEMORANDUM_ROWS.surplus);
  expect(totals.map(({ item: name, totalPence }) => [name, totalPence])).toEqual([
    ['Total funding', 100_00],
    ['Total expenditure', 90_00],
    ['Total capital expenditure', 30_00],
    ['Surplus + / deficit −', -20_00],
  ]);
});

test('shares that do not come to what was spent show in the check, with the gap', () => {
  const rows = memorandumRows({ ...POOL, duePence: [54_00, 35_99] });
  expect(
    rows.filter(({ checkPence }) => checkPence !== 0).map(({ item: name, checkPence }) => [name, checkPence]),
  ).toEqual([
    ['Share of expenditure', 1],
    ['Surplus + / deficit −', -1],
  ]);
});

test('whatever was funded and spent, partners and places total the surplus when the shares total the spending', () => {
  const parts = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, parts, parts, fc.integer(), (base, own, moved, kept, direct) => {
      const spent = own.reduce((sum, pence) => sum + pence, 0);
      const duePence = [moved[0]!, moved[1]!, spent - moved[0]! - moved[1]!];
      const cash = direct % 1_000;
      const givenPence = [own[0]! - cash, own[1]! + cash, own[2]!];
      const toReceivePence = duePence.map((due, at) => givenPence[at]! - due - kept[at]!);
      const rows = memorandumRows({
        funding: [item('contribution', 'base', ...base)],
        expenditure: [item('line', 'A', ...own)],
        capital: [],
        duePence,
        keptPence: kept,
        toReceivePence,
        givenPence,
      });
      expect(rows.every(({ checkPence }) => checkPence === 0)).toBe(true);
      const surplus = rows.find(({ row }) => row === MEMORANDUM_ROWS.surplus)!;
      const balance = rows.find(({ row }) => row === MEMORANDUM_ROWS.balance)!;
      expect(balance.partsPence).toEqual(surplus.partsPence);
      expect(balance.totalPence).toBe(surplus.totalPence);
    }),
  );
});
