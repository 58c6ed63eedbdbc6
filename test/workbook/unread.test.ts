/* A cell that cannot be read is told once: rules that add up its column say nothing of what it would come to. */
import type { Finding } from '../../src/workbook/finding';
import { contributionFindings } from '../../src/workbook/contributionRules';
import { grantFindings } from '../../src/workbook/grantRules';
import { type InputReadings, inputFindings } from '../../src/workbook/inputRules';
import { placementFindings } from '../../src/workbook/placementRules';
import { projectFindings } from '../../src/workbook/projectRules';
import { type Row, readings } from './readings';

const YEAR = '2026/27';
const PARTNERS: readonly Row[] = [
  { Partner: 'C', 'Short name': 'Council' },
  { Partner: 'I', 'Short name': 'ICB' },
];
const RULES: readonly ((tables: InputReadings) => readonly Finding[])[] = [
  inputFindings,
  contributionFindings,
  grantFindings,
  placementFindings,
  projectFindings,
];

/** Every finding of the given tables, those of single cells among them. */
function kinds(tables: Readonly<Record<string, readonly Row[]>>): readonly string[] {
  const read = readings({ PoolPartners: PARTNERS, ...tables });
  const ofCells = [...read.values()].flatMap(({ findings }) => findings);
  return [...ofCells, ...RULES.flatMap((rule) => rule(read))].map(({ kind }) => kind);
}

const grant = (change: Row): readonly Row[] => [
  { Pool: 'P', Grant: 'D', Partner: 'C', Year: YEAR, Amount: 9, ...change },
];
const virement = (...amounts: (string | number)[]): readonly Row[] =>
  amounts.map((Amount) => ({
    Line: 'Homes',
    Partner: 'C',
    Year: YEAR,
    Kind: 'virement',
    Amount,
    Reason: String(Amount),
  }));
const share = (change: Row): readonly Row[] => [{ Project: 'X', Partner: 'C', Treatment: 'fixed', ...change }];
const item: Row = { Project: 'X', Year: YEAR, Item: 'Post', 'Annual cost': 5 };
const placed = (Council: string | number): readonly Row[] => [
  { Case: 'P1', Line: 'Homes', Rate: 1, Per: 'day', From: 46113, 'Paid by': 'C', Council, ICB: 0 },
];
const paid = (...rows: readonly Row[]): readonly Row[] =>
  rows.map((row) => ({ Pool: 'P', Partner: 'C', Year: YEAR, Amount: 10, ...row }));
const budgets = (Amount: string | number): Readonly<Record<string, readonly Row[]>> => ({
  PoolLines: [{ Line: 'Homes', Pool: 'P' }],
  PoolBudgets: [{ Line: 'Homes', Partner: 'C', Year: YEAR, Amount }],
});
const byContributions: readonly Row[] = [{ Set: 'Risk', Partner: 'C', Basis: 'contributions' }];
const income: Row = { Funding: 'client income', Amount: 11 };

test.each<[string, string, Readonly<Record<string, readonly Row[]>>, string, Readonly<Record<string, readonly Row[]>>]>(
  [
    // what adds up, its finding, tables with figures; the cell's finding, tables with a cell that cannot be read
    [
      'a minimum beside what there is',
      'grant minimum above available',
      { PoolGrants: grant({ Minimum: 10 }) },
      'cell not money',
      { PoolGrants: grant({ Amount: '20k', Minimum: 10 }) },
    ],
    [
      'what was brought forward',
      'grant minimum above available',
      { PoolGrants: grant({ Minimum: 10 }) },
      'cell not money',
      { PoolGrants: grant({ 'Brought forward': '20k', Minimum: 10 }) },
    ],
    [
      'the virements of a year',
      'virements do not balance',
      { PoolBudgets: virement(5, -4) },
      'cell not money',
      { PoolBudgets: virement(5, '-5 est', -1) },
    ],
    [
      'contributions beside budgets',
      'contributions differ from budgets',
      { PoolContributions: paid({}), ...budgets(11) },
      'cell not money',
      { PoolContributions: paid({}), ...budgets('sixty') },
    ],
    [
      'budgets beside contributions',
      'contributions differ from budgets',
      { PoolContributions: paid({}), ...budgets(11) },
      'cell not money',
      { PoolContributions: paid({}, { Amount: '1k', Source: 'b' }), ...budgets(11) },
    ],
    [
      'income beside contributions',
      'contribution net negative',
      { PoolContributions: paid({}, income) },
      'cell not money',
      { PoolContributions: paid({ Amount: '20k' }, income) },
    ],
    [
      'contributions that count',
      'no contribution counts',
      { PoolContributions: paid({ Counts: 'no' }), PoolShares: byContributions },
      'cell not money',
      { PoolContributions: paid({ Amount: '20k' }), PoolShares: byContributions },
    ],
    [
      'a fixed contribution',
      'fixed amount missing',
      { PoolProjects: [item], PoolProjectShares: share({}) },
      'cell not money',
      { PoolProjects: [item], PoolProjectShares: share({ Amount: 'five' }) },
    ],
    [
      'the weights of a case',
      'weights all zero',
      { PoolPlacements: placed(0) },
      'cell not number',
      { PoolPlacements: placed('30%') },
    ],
  ],
)('%s: %s, or the cell alone', (_what, kind, figures, ofCell, unread) => {
  expect(kinds(figures)).toEqual([kind]);
  expect(kinds(unread)).toEqual([ofCell]);
});
