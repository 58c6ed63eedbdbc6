/*
 * Data validations of a file as the settings of Office.js: `{ rule: { list: … }, errorAlert, prompt, ignoreBlanks }`.
 */
import { parseArea } from '../book/address';
import { type Validation } from '../book/sheet';
import { type Area } from '../book/values';
import { decodeFormula, type FunctionNames } from './decodeFormula';

/** The Office.js names of the file's kinds of rule. */
export const VALIDATION_KINDS: Readonly<Record<string, string>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

/** The Office.js names of the file's operators. */
export const VALIDATION_OPERATORS: Readonly<Record<string, string>> = {
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
  const { error, errorTitle, errorStyle, prompt, promptTitle } = attributes;
  const rule = {
    rule: ruleOf(attributes, formulas, names),
    ignoreBlanks: attributes['allowBlank'] === '1' || attributes['allowBlank'] === 'true',
    ...(error === undefined && errorTitle === undefined
      ? {}
      : {
          errorAlert: { message: error ?? '', title: errorTitle ?? '', showAlert: true, style: alertStyle(errorStyle) },
        }),
    ...(prompt === undefined && promptTitle === undefined
      ? {}
      : { prompt: { message: prompt ?? '', title: promptTitle ?? '', showPrompt: true } }),
  };
  const areas = (attributes['sqref'] ?? '').split(/\s+/).map(parseArea);
  return areas.filter((area): area is Area => area !== undefined).map((area) => ({ area, rule }));
}

function alertStyle(style: string | undefined): string {
  if (style === 'warning') return 'Warning';
  return style === 'information' ? 'Information' : 'Stop';
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
  const kind = VALIDATION_KINDS[type];
  if (kind === undefined) return {};
  const value = (text: string): number | string => {
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : formula(text);
  };
  const operator = VALIDATION_OPERATORS[attributes['operator'] ?? 'between'] ?? 'Between';
  return { [kind]: { formula1: value(first), ...(second === '' ? {} : { formula2: value(second) }), operator } };
}
