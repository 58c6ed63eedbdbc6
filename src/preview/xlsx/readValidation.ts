/*
 * Data validations between a file and the rule objects of Office.js (`{ list: … }`, `{ wholeNumber: … }`, `{ custom: … }`).
 */
import { parseArea } from '../book/address';
import { type Validation } from '../book/sheet';
import { type Area } from '../book/values';
import { decodeFormula, type FunctionNames } from './decodeFormula';

/** The Office.js names of the file's kinds of rule. */
const KINDS: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqualTo',
};

/** The validations of one `<dataValidation>`: one per area it covers. */
export function readValidation(
  attributes: Readonly<Record<string, string>>,
  formulas: readonly [string, string],
  names: FunctionNames,
): Validation[] {
  const rule = ruleOf(attributes, formulas, names);
  const areas = (attributes['sqref'] ?? '').split(/\s+/).map(parseArea);
  return areas.filter((area): area is Area => area !== undefined).map((area) => ({ area, rule }));
}

function ruleOf(
  attributes: Readonly<Record<string, string>>,
  [first, second]: readonly [string, string],
  names: FunctionNames,
): unknown {
  const type = attributes['type'] ?? 'none';
  const formula = (text: string): string => `=${decodeFormula(text, names)}`;
  if (type === 'list') {
    const typed = /^"(.*)"$/s.exec(first)?.[1];
    // The attribute says the opposite of its name: 1 hides the drop-down.
    const inCellDropDown = attributes['showDropDown'] !== '1';
    return { list: { inCellDropDown, source: typed?.replaceAll('""', '"') ?? formula(first) } };
  }
  if (type === 'custom') return { custom: { formula: formula(first) } };
  const kind = KINDS[type];
  if (kind === undefined) return {};
  const value = (text: string): number | string => {
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : formula(text);
  };
  const operator = OPERATORS[attributes['operator'] ?? 'between'] ?? 'Between';
  return { [kind]: { formula1: value(first), ...(second === '' ? {} : { formula2: value(second) }), operator } };
}
