/*
 * What the workbook's own lists say about codes: a list of codes with their lines, or a budget with codes and names. For one
 * partner, code by code; where two lists speak, the list of codes comes before the budget.
 */
import { cellText, comparable, isBlank } from '../../ledger/cells';
import { namesTotal } from '../../ledger/rowFacts';
import type { ReadColumn } from '../../ledger/recogniseMoney';
import { columnOf } from '../../ledger/recogniseKind';
import { comparableCode, wildcardTest } from '../../ledger/wildcard';
import { isSpellingOf } from '../../ledger/recogniseSpelling';
import type { Part, Parts } from './parts';
import type { FoundPartner } from './whose';

/** What a list says of one code. `line` is a line's name, or `excluded`, `recharge`, `contribution`. */
export interface ListedCode {
  readonly pattern: string;
  readonly line: string;
  readonly sheet: string;
  readonly row: number;
  readonly from: 'codes' | 'budget';
}

/** Looks a code up; wildcards on the list count, and leading zeros do not when nothing fits exactly. */
export interface CodeBook {
  readonly entries: readonly ListedCode[];
  find(code: string): ListedCode | undefined;
}

/** The code book of one partner, made of every list that holds some of its codes. */
export function codeBook(
  parts: Parts,
  partner: FoundPartner,
  partners: readonly FoundPartner[],
  codes: readonly string[],
): CodeBook {
  const known = new Set(codes.map(comparableCode));
  const budgeted = budgetedNames(parts.budgets);
  const entries = [
    ...parts.codeLists.flatMap((part) => entriesOf(part, 'codes', partner, partners, known, budgeted)),
    ...parts.budgets.flatMap((part) => entriesOf(part, 'budget', partner, partners, known, NO_NAMES)),
  ];
  const exact = new Map<string, ListedCode>();
  const bare = new Map<string, ListedCode>();
  for (const entry of [...entries].reverse()) {
    exact.set(comparableCode(entry.pattern), entry);
    bare.set(withoutZeros(entry.pattern), entry);
  }
  const wild = entries
    .filter(({ pattern }) => /[*?]/.test(pattern))
    .map((entry) => ({ entry, fits: wildcardTest(entry.pattern) }));
  return {
    entries,
    find: (code) =>
      exact.get(comparableCode(code)) ??
      wild.find(({ fits }) => fits(comparableCode(code)))?.entry ??
      bare.get(withoutZeros(code)),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Every text that a budget has in a row: a list of codes that uses the same names means its lines by them. */
function budgetedNames(budgets: readonly Part[]): ReadonlySet<string> {
  const texts = budgets.flatMap(({ columns }) => columns.filter(isWorded).flatMap(({ values }) => values));
  return new Set(texts.map((value) => comparable(cellText(value))).filter((text) => text !== ''));
}

function isWorded({ text, profile }: ReadColumn): boolean {
  return text !== '' && profile.filled > 0 && profile.texts * 2 > profile.filled;
}

function withoutZeros(code: string): string {
  return comparableCode(code).replace(/^0+(?=.)/, '');
}

/** The key column of a list: the one that holds most of the known codes, a third of them or half of its own at least. */
export function keyColumn(part: Part, known: ReadonlySet<string>): ReadColumn | undefined {
  const candidates = [...new Set([...part.codes, ...part.names, ...part.columns.filter(({ meaning }) => !meaning)])];
  const scored = candidates
    .filter((column) => !column.isDuplicate && column.profile.filled > 0)
    .map((column) => {
      const texts = [
        ...new Set(column.values.map((value) => comparableCode(cellText(value))).filter((text) => text !== '')),
      ];
      const fitting = texts.filter(
        (text) => known.has(text) || known.has(text.replace(/^0+(?=.)/, '')) || isWildFit(text, known),
      );
      return {
        column,
        share: Math.max(fitting.length / Math.max(1, known.size), texts.length > 0 ? fitting.length / texts.length : 0),
        count: fitting.length,
      };
    })
    .filter(({ share, count }) => count > 0 && share >= 0.3);
  return [...scored].sort((a, b) => b.count - a.count)[0]?.column;
}

function isWildFit(pattern: string, known: ReadonlySet<string>): boolean {
  if (!/[*?]/.test(pattern)) return false;
  const fits = wildcardTest(pattern);
  return [...known].some((code) => fits(code));
}

function entriesOf(
  part: Part,
  from: 'codes' | 'budget',
  partner: FoundPartner,
  partners: readonly FoundPartner[],
  known: ReadonlySet<string>,
  budgeted: ReadonlySet<string>,
): readonly ListedCode[] {
  const key = keyColumn(part, known);
  if (!key) return [];
  const line = budgetedColumn(part, key, budgeted) ?? lineColumn(part, key);
  const scope = columnOf(part, 'scope');
  const whose = columnOf(part, 'organisation');
  return key.values.flatMap((value, row): ListedCode[] => {
    const code = cellText(value);
    if (code === '' || namesTotal(code)) return [];
    const body = cellText(whose?.values[row] ?? null);
    if (
      body !== '' &&
      !isPartner(body, partner) &&
      partners.some((other) => other !== partner && isPartner(body, other))
    )
      return [];
    const named = cellText(line?.values[row] ?? null);
    const treatment = treatmentOf(scope ? cellText(scope.values[row] ?? null) : '', named);
    const text = treatment ?? (named === '' ? '' : named);
    // A code that stands on the list without a line is as good as not listed; in a budget it names itself.
    if (text === '' && from === 'codes') return [];
    return [
      {
        pattern: code,
        line: text === '' ? code : text,
        sheet: part.block.sheet,
        row: part.block.headerRow + 1 + row,
        from,
      },
    ];
  });
}

/** Whether a name is one of a partner's names. */
export function isPartner(name: string, partner: FoundPartner): boolean {
  const spellings = [partner.name, partner.shortName, ...partner.knownAs];
  return spellings.some((spelling) => comparable(spelling) === comparable(name)) || isSpellingOf(name, partner.name);
}

/** The column of a list that names the budget's own lines, whatever its heading: most of its names are those of a budget. */
function budgetedColumn(part: Part, key: ReadColumn, budgeted: ReadonlySet<string>): ReadColumn | undefined {
  const scored = part.columns
    .filter((column) => column !== key && isWorded(column))
    .map((column) => {
      const names = [...new Set(column.values.map((value) => comparable(cellText(value))))].filter(
        (text) => text !== '' && treatmentOf('', text) === undefined,
      );
      const fitting = names.filter((name) => budgeted.has(name)).length;
      return { column, fitting, isMost: fitting > 1 && fitting * 2 > names.length };
    })
    .filter(({ isMost }) => isMost);
  return [...scored].sort((a, b) => b.fitting - a.fitting)[0]?.column;
}

/** The column of a list that says where a code belongs: its line before its service, its service before its description. */
export function lineColumn(part: Part, key: ReadColumn): ReadColumn | undefined {
  const order = ['pool line', 'service', 'code name', 'narrative'];
  const texts = part.columns.filter((column) => column !== key && isWorded(column));
  const placed = texts.filter(({ meaning }) => meaning && order.includes(meaning.concept));
  const [best] = [...placed].sort(
    (a, b) => order.indexOf(a.meaning?.concept ?? '') - order.indexOf(b.meaning?.concept ?? ''),
  );
  return best ?? texts.find(({ meaning }) => meaning === undefined);
}

/** Yes and no in a scope column, and the words a line may be instead of a line. */
function treatmentOf(scope: string, line: string): string | undefined {
  const word = comparable(line);
  if (/^(?:excluded?|out of scope|not in (?:the )?pool|outside (?:the )?pool|n\/a|none)$/.test(word)) return 'excluded';
  if (/^(?:recharges?|inter-?agency recharge|between partners)$/.test(word)) return 'recharge';
  if (/^(?:contributions?|pool contributions?|partner contributions?)$/.test(word)) return 'contribution';
  const said = comparable(scope);
  if (/^(?:n|no|false|0|x?out|out of scope|exclude|excluded|not pooled|outside)$/.test(said)) return 'excluded';
  if (/^recharges?$/.test(said)) return 'recharge';
  if (/^contributions?$/.test(said)) return 'contribution';
  return undefined;
}

/** A row of a list that is a total of others. */
export function isTotalRow(part: Part, row: number): boolean {
  return part.columns.some(({ values, profile }) => {
    const value = values[row] ?? null;
    return profile.texts > 0 && typeof value === 'string' && !isBlank(value) && namesTotal(cellText(value));
  });
}
