/*
 * How a budget sheet is laid out: which columns hold the budget, which the code and the line, and whose it is. It reads no
 * amount (budgets).
 */
import { cellText, comparable } from '../../ledger/cells';
import { comparableCode } from '../../ledger/wildcard';
import { type ReadColumn, holdsMoney } from '../../ledger/recogniseMoney';
import { organisationsIn } from '../../ledger/recogniseOrganisation';
import { type CodeBook, isPartner, keyColumn, lineColumn } from './codeLists';
import type { Part } from './parts';
import type { FoundPartner } from './whose';

/** What budgets need to know of a partner: its codes and how they are mapped. */
export interface PartnerCodes {
  readonly partner: FoundPartner;
  readonly codes: ReadonlySet<string>;
  readonly book: CodeBook;
  /** The line a code was mapped to. */
  readonly lineOf: ReadonlyMap<string, string>;
}

/** Where a budget's figures stand: one column, a column for each month, or one for each partner. */
export type BudgetHow = 'annual column' | 'months' | 'partner column';

/** A column of budget figures: whose, and for a budget by month the calendar month. */
export interface AmountColumn {
  readonly column: ReadColumn;
  readonly partner: FoundPartner | undefined;
  readonly month?: number;
}

/** The columns of a budget sheet and whose it is, as far as the sheet says. */
export interface Layout {
  readonly columns: readonly AmountColumn[];
  readonly how: BudgetHow;
  readonly key: ReadColumn | undefined;
  readonly name: ReadColumn | undefined;
  readonly whose: ReadColumn | undefined;
  readonly owner: FoundPartner | undefined;
}

/** The layout of a budget sheet; undefined when no column holds figures. */
export function layoutOf(part: Part, known: readonly PartnerCodes[]): Layout | undefined {
  const allCodes = new Set(known.flatMap(({ codes }) => [...codes]));
  const lines = new Set(known.flatMap(({ lineOf }) => [...lineOf.values()].map(comparable)));
  const key = keyColumn(part, allCodes);
  const name = key ? lineColumn(part, key) : (part.names[0] ?? part.codes[0] ?? textColumn(part, lines));
  const whose = part.columns.find(
    (column) => column !== key && column !== name && column.profile.filled > 0 && holdsPartners(column, known),
  );
  const owner = ownerOf(part, known, key);
  const byPartner = part.columns.flatMap((column): AmountColumn[] => {
    const partner = holdsMoney(column) ? partnerOfHeading(column.text, known) : undefined;
    return partner ? [{ column, partner }] : [];
  });
  if (byPartner.length > 0)
    return { columns: byPartner, how: 'partner column', key, name, whose: undefined, owner: undefined };
  const annual = bestBudget(part);
  if (annual)
    return { columns: [{ column: annual, partner: undefined }], how: 'annual column', key, name, whose, owner };
  if (part.months.length > 0) {
    return {
      columns: part.months.map(({ column, month }) => ({ column, partner: undefined, month })),
      how: 'months',
      key,
      name,
      whose,
      owner,
    };
  }
  const money = part.columns.filter((column) => holdsMoney(column) && column !== key && !isShare(column));
  const only = part.amount?.columns[0] ?? money[0];
  return only && { columns: [{ column: only, partner: undefined }], how: 'annual column', key, name, whose, owner };
}

function isShare({ meaning }: ReadColumn): boolean {
  return (
    meaning !== undefined &&
    ['percent', 'variance', 'forecast', 'budget to date', 'year', 'quantity'].includes(meaning.concept)
  );
}

/** The approved budget in force: revised or current before annual, annual before original. */
function bestBudget(part: Part): ReadColumn | undefined {
  const worth = ({ text, meaning, profile }: ReadColumn) =>
    (/\b(?:revised|current|latest|working|approved)\b/i.test(text)
      ? 4
      : /\b(?:annual|full year)\b/i.test(text)
        ? 3
        : 0) +
    (meaning?.rank ?? 0) +
    (profile.filled > 0 ? 1 : -10);
  return [...part.budgets].sort((a, b) => worth(b) - worth(a))[0];
}

function textColumn(part: Part, lines: ReadonlySet<string>): ReadColumn | undefined {
  const texts = part.columns.filter(({ profile }) => profile.texts * 2 > profile.filled && profile.filled > 0);
  return texts.find(({ values }) => values.some((value) => lines.has(comparable(cellText(value))))) ?? texts[0];
}

function holdsPartners(column: ReadColumn, known: readonly PartnerCodes[]): boolean {
  const texts = column.values.map(cellText).filter((text) => text !== '');
  const fitting = texts.filter((text) => known.some(({ partner }) => isPartner(text, partner)));
  return texts.length > 0 && fitting.length * 2 >= texts.length;
}

/** `Council £`, `Derby City PCT budget`: a heading that names a partner. */
function partnerOfHeading(heading: string, known: readonly PartnerCodes[]): FoundPartner | undefined {
  const bare = heading
    .replace(/\b(?:annual|budgets?|contributions?|plan|allocation|20\d\d(?:[/-]\d{2,4})?|amount)\b|[£()]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? undefined : known.find(({ partner }) => isPartner(bare, partner))?.partner;
}

/** Whose budget a sheet is: its title or name says so, or its codes are those of one partner's ledger. */
function ownerOf(part: Part, known: readonly PartnerCodes[], key: ReadColumn | undefined): FoundPartner | undefined {
  const spoken = [part.block.table ?? '', part.block.sheet.replace(/_/g, ' '), ...part.block.titles];
  const named = known.filter(({ partner }) => spoken.some((text) => namesPartner(text, partner)));
  const [only] = named;
  if (named.length === 1 && only) return only.partner;
  const codes = [
    ...new Set((key?.values ?? []).map((value) => comparableCode(cellText(value))).filter((code) => code !== '')),
  ];
  const owners = known.filter(({ codes: own }) => codes.some((code) => own.has(code)));
  const [owner] = owners;
  return owners.length === 1 ? owner?.partner : known.length === 1 ? known[0]?.partner : undefined;
}

function namesPartner(text: string, partner: FoundPartner): boolean {
  if (organisationsIn(text).some(({ name }) => isPartner(name, partner))) return true;
  const padded = ` ${comparable(text).replace(/[^a-z0-9]+/g, ' ')} `;
  return [partner.shortName, ...partner.knownAs, partner.name].some((name) => {
    const word = comparable(name)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    return word.length >= 2 && padded.includes(` ${word} `);
  });
}
