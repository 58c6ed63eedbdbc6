/*
 * A validation of the workbook in memory (the settings of Office.js) as an element of the file.
 */
import { areaAddress } from '../book/address';
import { type Validation } from '../book/sheet';
import { encodeFormula } from './encodeFormula';
import { VALIDATION_KINDS, VALIDATION_OPERATORS } from './readValidation';
import { escapeXml } from './xmlText';
import { startTag } from './xmlTree';

interface RuleSettings {
  readonly rule?: Readonly<Record<string, RuleBody>>;
  readonly ignoreBlanks?: boolean;
  readonly errorAlert?: { message?: string; title?: string; style?: string; showAlert?: boolean } | null;
  readonly prompt?: { message?: string; title?: string; showPrompt?: boolean } | null;
}

interface RuleBody {
  readonly source?: unknown;
  readonly inCellDropDown?: boolean;
  readonly formula?: unknown;
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: string;
}

const TYPES = new Map(Object.entries(VALIDATION_KINDS).map(([stored, shown]) => [shown, stored]));
const OPERATORS = new Map(Object.entries(VALIDATION_OPERATORS).map(([stored, shown]) => [shown, stored]));

/** The `<dataValidation>` of a rule; '' when it holds nothing to say. */
export function validationXml(validation: Validation, prefix: string): string {
  const settings = (validation.rule ?? {}) as RuleSettings;
  const [kind, body] = Object.entries(settings.rule ?? {})[0] ?? [undefined, {}];
  if (kind === undefined && !settings.errorAlert && !settings.prompt) return '';
  const type = kind === 'list' || kind === 'custom' ? kind : TYPES.get(kind ?? '');
  const operator = OPERATORS.get(body.operator ?? '');
  const tag = startTag(`${prefix}dataValidation`, {
    type,
    errorStyle: settings.errorAlert?.style === 'Stop' ? undefined : settings.errorAlert?.style?.toLowerCase(),
    operator: operator === 'between' ? undefined : operator,
    allowBlank: (settings.ignoreBlanks ?? true) ? '1' : undefined,
    showDropDown: body.inCellDropDown === false ? '1' : undefined,
    showInputMessage: settings.prompt && settings.prompt.showPrompt !== false ? '1' : undefined,
    showErrorMessage: settings.errorAlert?.showAlert === false ? undefined : '1',
    errorTitle: settings.errorAlert?.title || undefined,
    error: settings.errorAlert?.message || undefined,
    promptTitle: settings.prompt?.title || undefined,
    prompt: settings.prompt?.message || undefined,
    sqref: areaAddress(validation.area),
  });
  const first = kind === 'list' ? listSource(body.source) : operand(kind === 'custom' ? body.formula : body.formula1);
  const formulas = [first, operand(body.formula2)].map((text, index) => {
    return text === '' ? '' : `<${prefix}formula${index + 1}>${escapeXml(text)}</${prefix}formula${index + 1}>`;
  });
  return `${tag}${formulas.join('')}</${prefix}dataValidation>`;
}

/** Words typed into a list stand in quotes; a reference does not. */
function listSource(source: unknown): string {
  const text = typeof source === 'string' ? source : '';
  if (text.startsWith('=')) return encodeFormula(text.slice(1));
  return `"${text.replaceAll('"', '""')}"`;
}

function operand(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? encodeFormula(value.replace(/^=/, '')) : '';
}
