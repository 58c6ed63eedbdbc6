/*
 * IF works out one branch, as Excel does. Univer works out both: in a table whose columns say in one text what each kind of
 * row holds, most of a calculation would be branches that nobody sees. It changes no figure, only what is worked out.
 */
import type { ICalculateFormulaService } from '@univerjs/preset-sheets-node-core';
import type { UniverParts } from './univerParts';

/** A value as far as a condition needs it. */
interface ConditionValue {
  isArray(): boolean;
  isReferenceObject(): boolean;
  isBoolean(): boolean;
  isNumber(): boolean;
  isNull(): boolean;
  getValue(): unknown;
  toArrayValueObject(): ConditionValue;
  getRowCount(): number;
  getColumnCount(): number;
  getFirstCell(): ConditionValue;
}

/** What is private in Univer: a node of a formula, and what works nodes out. */
interface FormulaNode {
  readonly nodeType: number;
  getToken(): string;
  getChildren(): FormulaNode[];
  getValue(): ConditionValue | null | undefined;
  setValue(value: unknown): void;
  execute(): void;
}
type Execute = (node: FormulaNode, offsetX?: number, offsetY?: number) => number;

const FUNCTION_NODE = 4;

/** Makes IF work out its condition and then the branch it needs. Of an array of conditions both branches are needed. */
export function workOutOneBranch(univer: UniverParts, service: ICalculateFormulaService): void {
  const { _interpreter: interpreter } = service as unknown as { readonly _interpreter: { _execute: Execute } };
  const plain = interpreter._execute.bind(interpreter);
  interpreter._execute = (node, offsetX = 0, offsetY = 0) => {
    const [condition, ...branches] = node.nodeType === FUNCTION_NODE && isIf(node) ? node.getChildren() : [];
    if (condition === undefined || branches.length === 0) return plain(node, offsetX, offsetY);
    interpreter._execute(condition, offsetX, offsetY);
    const chosen = chosenBranch(condition.getValue());
    if (chosen === undefined) return plain(node, offsetX, offsetY);
    branches.forEach((branch, at) => {
      if (at === chosen) interpreter._execute(branch, offsetX, offsetY);
      else branch.setValue(univer.NullValueObject.create());
    });
    node.execute();
    return 0;
  };
}

function isIf(node: FormulaNode): boolean {
  return node.getToken().trim().toUpperCase() === 'IF';
}

/** 0 for the first branch, 1 for the second; undefined where it takes the plain way: texts, errors and arrays. */
function chosenBranch(value: ConditionValue | null | undefined): 0 | 1 | undefined {
  if (value === null || value === undefined) return undefined;
  const single = singleOf(value);
  if (single === undefined) return undefined;
  if (single.isNull()) return 1;
  if (!single.isBoolean() && !single.isNumber()) return undefined;
  return Number(single.getValue()) === 0 ? 1 : 0;
}

function singleOf(value: ConditionValue): ConditionValue | undefined {
  const array = value.isReferenceObject() ? value.toArrayValueObject() : value;
  if (!array.isArray()) return array;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? array.getFirstCell() : undefined;
}
