/*
 * The formulas of PoolSplit stay within what Excel takes of a formula, however partners and groups are called and however
 * many there are. What they come to is tested with the task that writes them.
 */
import { formulaFault } from '../../src/preview/executor/cells/formulaFault';
import { type SplitPartner, splitFormulas } from '../../src/workbook/splitFormulas';

/** Excel's limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_FORMULA = 8192;
const MOST_ARGUMENTS = 255;

function partner(name: string, group: string, shortName = 'P'): SplitPartner {
  return { partner: name, group, shortName };
}

test('names of 100 characters leave every formula short enough', () => {
  const name = 'Leicester, Leicestershire and Rutland Integrated Care Board '.repeat(2).slice(0, 100);
  const formulas = Object.values(splitFormulas([partner(name, name)], true, true));
  // Rows far down and columns far right make addresses longer than the headings they stand for only by a little.
  expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(LONGEST_FORMULA * 0.8);
});

test.each([
  ['a name of 300 characters', 'x'.repeat(300)],
  ['a name of 300 quotation marks', '"'.repeat(300)],
  ['quotation marks and brackets', 'St "John" {of} (Derby)'],
  ['a bracket at either end', '{a}'],
])('%s is a text that Excel takes', (_why, name) => {
  for (const formula of Object.values(splitFormulas([partner(name, name)], true, true))) {
    expect(formulaFault(formula)).toBeUndefined();
  }
});

test('the check of 600 partners asks no function for more arguments than it takes', () => {
  const partners = Array.from({ length: 600 }, (_each, at) => partner(`Partner ${at}`, '', `P${at}`));
  const check = splitFormulas(partners, false)['Check'] ?? '';
  const sums = [...check.matchAll(/SUM\(([^()]*)\)/g)].map(([, cells = '']) => cells.split(',').length);
  expect(sums).toEqual([255, 255, 90]);
  expect(sums.every((count) => count <= MOST_ARGUMENTS)).toBe(true);
  expect(check).toMatch(/\{Amount\}-SUM\([^()]*\)-SUM\([^()]*\)-SUM\(/);
});
