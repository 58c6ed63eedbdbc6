/*
 * `=` and its like compare texts whole. Univer takes `*` and `?` beside them for a pattern, so that `Homes?` was equal to
 * `Homes1`; to Excel they are marks like any other there. COUNTIF and its like go on knowing patterns.
 */
import type { BaseFunction, BaseValueObject, IFunctionService } from '@univerjs/preset-sheets-node-core';
import type { UniverParts } from './univerParts';

/** What is private in Univer's texts: how two are compared, as they are and with a pattern. */
interface ComparedText {
  _checkWildcard(value: string, operator: string): BaseValueObject;
  _compareString(own: string, value: string, operator: string): boolean;
  getValue(): string;
}

// Univer's classes are the process's: they are changed once, and every engine says when its operators compare.
const comparing = { isWhole: false };
const changedTexts = new WeakSet<object>();

/** Makes the operators of an engine compare texts whole. @param functions - The engine's own. */
export function compareTextsWhole(univer: UniverParts, functions: IFunctionService): void {
  changeTexts(univer);
  const operator = functions.getExecutor('COMPARE') as BaseFunction | undefined;
  if (operator === undefined) return;
  const calculate = operator.calculate.bind(operator);
  operator.calculate = (...parameters: BaseValueObject[]) => {
    comparing.isWhole = true;
    try {
      return calculate(...parameters);
    } finally {
      comparing.isWhole = false;
    }
  };
}

function changeTexts(univer: UniverParts): void {
  const text = univer.StringValueObject.prototype as unknown as ComparedText;
  if (changedTexts.has(text)) return;
  changedTexts.add(text);
  const byPattern = text._checkWildcard;
  text._checkWildcard = function (value, operator) {
    if (!comparing.isWhole) return byPattern.call(this, value, operator);
    const own = this.getValue().toLocaleLowerCase();
    return univer.BooleanValueObject.create(this._compareString(own, value, operator));
  };
}
