/*
 * The formulas of grants, memorandum accounts and partners' statements stay within what Excel takes of a formula, however
 * partners are called. What they come to is tested with the tables that hold them.
 */
import { formulaFault } from '../../src/preview/executor/cells/formulaFault';
import { grantFormulas } from '../../src/workbook/grantFormulas';
import { memorandumFormulas } from '../../src/workbook/memorandumFormulas';
import { partnerStatementFormulas } from '../../src/workbook/partnerStatementFormulas';
import type { SplitPartner } from '../../src/workbook/splitFormulas';

/** Excel's limit: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_FORMULA = 8192;

const partner = (name: string, at = 0): SplitPartner => ({ partner: name, group: '', shortName: `P${String(at)}` });
const all = (partners: readonly SplitPartner[]): readonly string[] => [
  ...Object.values(grantFormulas()),
  ...Object.values(memorandumFormulas(partners, true)),
  ...Object.values(partnerStatementFormulas(partners)),
];

test.each([
  ['a name of 100 characters', 'Leicester, Leicestershire and Rutland Integrated Care Board '.repeat(2).slice(0, 100)],
  ['quotation marks and brackets', 'St "John" {of} (Derby)'],
])('%s leaves every formula short and well formed', (_why, name) => {
  const formulas = all([partner(name), partner('Other', 1)]);
  expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThan(LONGEST_FORMULA * 0.8);
  for (const formula of formulas) expect(formulaFault(formula)).toBeUndefined();
});

test('forty partners fit', () => {
  const partners = Array.from({ length: 40 }, (_none, at) => partner(`Partner ${String(at)}`, at));
  for (const formula of all(partners)) expect(formula.length).toBeLessThan(LONGEST_FORMULA * 0.8);
});

test('no column of these tables names itself as a whole: it would be circular', () => {
  const tables = {
    PoolGrantStatement: grantFormulas(),
    PoolMemorandum: memorandumFormulas([partner('A')], true),
    PoolPartnerStatement: partnerStatementFormulas([partner('A')]),
  };
  const own = Object.entries(tables).flatMap(([table, columns]) =>
    Object.entries(columns).filter(([column, formula]) => formula.includes(`${table}[${column}]`)),
  );
  expect(own).toEqual([]);
});
