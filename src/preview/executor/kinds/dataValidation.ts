/*
 * Excel.DataValidation: the rule a user's typing is held to. Values written by code are not checked, as in Excel.
 */
import type { RangeTarget } from '../host';
import { refusal } from '../hostError';
import { defineKind, type Maker } from '../kind';
import { intersection, without } from '../rangeMath';

const LONGEST_LIST = 255;
const RULES = ['custom', 'date', 'decimal', 'list', 'textLength', 'time', 'wholeNumber'];

function removeRules({ sheet, area }: RangeTarget): void {
  // A rule that covers more than these cells stays on the others.
  const left = sheet.validations.flatMap(({ area: covered, rule }) =>
    without(covered, area).map((part) => ({ area: part, rule })),
  );
  sheet.validations.splice(0, sheet.validations.length, ...left);
}

function ruleOf({ sheet, area }: RangeTarget): Record<string, unknown> | undefined {
  const found = sheet.validations.find((each) => intersection(each.area, area) !== undefined);
  return found?.rule as Record<string, unknown> | undefined;
}

function setPart(target: RangeTarget, part: Record<string, unknown>): void {
  if (target.sheet.isProtected) throw refusal('AccessDenied');
  const rule = { ...ruleOf(target), ...part };
  removeRules(target);
  target.sheet.validations.push({ area: target.area, rule });
  target.sheet.book.changed({ kind: 'structure', sheet: target.sheet, area: target.area });
}

function checkedRule(value: unknown): Record<string, unknown> {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const kinds = keys.filter((key) => RULES.includes(key));
  if (kinds.length !== 1 || kinds.length !== keys.length) throw refusal('InvalidArgument');
  const { list } = value as { list?: { source?: unknown } };
  // A list of words is kept as a text in a formula, with the limit of one; longer ones must stand in cells.
  if (typeof list?.source === 'string' && !list.source.startsWith('=') && list.source.length > LONGEST_LIST) {
    throw refusal('InvalidArgument', `A list of words is longer than ${LONGEST_LIST} characters.`);
  }
  return value as Record<string, unknown>;
}

/** The validation of a range: kept for the grid and the file. */
export const dataValidation: Maker<RangeTarget> = defineKind<RangeTarget>({
  name: 'DataValidation',
  properties: {
    Rule: {
      get: (target) => ruleOf(target)?.['rule'] ?? {},
      set: (target, value) => setPart(target, { rule: checkedRule(value) }),
    },
    ErrorAlert: {
      get: (target) => ruleOf(target)?.['errorAlert'] ?? null,
      set: (target, value) => setPart(target, { errorAlert: value }),
    },
    Prompt: {
      get: (target) => ruleOf(target)?.['prompt'] ?? null,
      set: (target, value) => setPart(target, { prompt: value }),
    },
    IgnoreBlanks: {
      get: (target) => ruleOf(target)?.['ignoreBlanks'] ?? true,
      set: (target, value) => setPart(target, { ignoreBlanks: value }),
    },
    Type: {
      get: (target) => {
        const [kind] = Object.keys((ruleOf(target)?.['rule'] ?? {}) as Record<string, unknown>);
        return kind === undefined ? 'None' : kind.charAt(0).toUpperCase() + kind.slice(1);
      },
    },
  },
  methods: {
    Clear: (target) => {
      removeRules(target);
      target.sheet.book.changed({ kind: 'structure', sheet: target.sheet, area: target.area });
    },
  },
});
