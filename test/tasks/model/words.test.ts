/* Every kind of finding of `model` has a sentence with its facts in it, and every error says what to do. */
import { MODEL_FINDINGS, type ModelFindingKind, modelFinding } from '../../../src/tasks/model/findings';
import { describeFinding } from '../../../src/words/findings';

const kinds = Object.keys(MODEL_FINDINGS) as ModelFindingKind[];
const facts = {
  place: { sheet: 'Ledger', row: 10, column: 3 },
  partner: 'Derby City Council',
  leftPence: 281156,
  rightPence: 281100,
  detail: { sheets: 'Notes', heading: 'Amount', rows: 3, negative: 2, name: 'DCC', names: 'A, B', text: '1,5', lines: 'X', other: 'Y', chosen: 'Z', table: 'T', sheet: 'S', column: 'D', headings: 'H', address: 'A1', amount: 'V', role: 'reference' },
}; // prettier-ignore

test.each(kinds)('%s', (kind) => {
  const finding = modelFinding(kind, facts);
  const { where, what, whatToDo, sentence } = describeFinding(finding);
  expect(where).toBe('Ledger!D11');
  expect(what).toMatch(/^[“A-Z0-9].*\.$/);
  expect(sentence).not.toMatch(/undefined|NaN|\[object/);
  if (finding.severity === 'error') expect(whatToDo).toMatch(/^[A-Z].*\.$/);
});
