/*
 * Where one heading row heads several lists beside each other: at a gap, or where the headings begin again. It looks at one
 * row of headings and at what is under it.
 */
import { recogniseHeading } from './recogniseHeading';
import { type SheetGrid, textAt } from './recogniseGrid';
import { type Candidate } from './recogniseHeaderRow';
import { lastFilledRow, withUnnamed } from './recogniseExtent';

/**
 * The columns of a heading row, in parts when two blocks stand side by side.
 *
 * A blank heading alone does not part them: report writers leave narrow columns between. Two parts need the headings of
 * two lists (the same words again, or two amounts each with a code, date or reference), or rows of different lengths.
 */
export function splitSideBySide(grid: SheetGrid, header: Candidate): readonly (readonly number[])[] {
  const parts: number[][] = [];
  for (const column of header.columns) {
    const current = parts.at(-1);
    const previous = current?.at(-1);
    if (!current || previous === undefined) parts.push([column]);
    else if (isNewList(grid, header, current, column)) parts.push([column]);
    else {
      for (let between = previous + 1; between <= column; between++) current.push(between);
    }
  }
  return parts.map((columns) => withUnnamed(grid, header.row, columns));
}

function isNewList(grid: SheetGrid, header: Candidate, current: readonly number[], column: number): boolean {
  const rest = header.columns.filter((other) => other >= column);
  if (rest.length < 2 || current.length < 2) return false;
  const texts = (columns: readonly number[]) => columns.map((c) => textAt(grid, header.row, c).toLowerCase());
  const [before, after] = [texts(current.filter((c) => header.columns.includes(c))), texts(rest)];
  if (before[0] === after[0] && before[1] === after[1]) return true;
  if (column - (current.at(-1) ?? column) <= 1 || isSpacedOut(header)) return false;
  const shared = sharedRoles(before, after);
  // One ledger may have a blank column in the middle; two have the same kinds of columns on either side of it.
  if (shared.has('money') && shared.size >= 3) return true;
  const [left, right] = [lastFilledRow(grid, header.row, current), lastFilledRow(grid, header.row, rest)];
  const [fewer, more] = [Math.min(left, right) - header.row, Math.max(left, right) - header.row];
  return fewer * 10 < more * 7 && after.every((text) => recogniseHeading(text) !== undefined || text === '');
}

/** Report writers leave a narrow blank column after each heading: such gaps part nothing. */
function isSpacedOut({ columns }: Candidate): boolean {
  const gaps = columns.filter((column, index) => index > 0 && column - (columns[index - 1] ?? column) > 1).length;
  return gaps >= 3 && gaps * 5 >= columns.length * 2;
}

const ROLES: readonly (readonly [string, readonly string[]])[] = [
  ['money', ['amount', 'net', 'gross', 'debit', 'credit', 'to date', 'payments', 'receipts']],
  ['when', ['date', 'period']],
  ['reference', ['reference']],
  ['whom', ['counterparty', 'organisation']],
  ['code', ['code', 'cost centre', 'account', 'service']],
];

/** The roles that headings on both sides have. */
function sharedRoles(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const rolesOf = (texts: readonly string[]) => {
    const concepts = texts.map((text) => recogniseHeading(text)?.concept ?? '');
    return ROLES.filter(([, members]) => concepts.some((concept) => members.includes(concept))).map(([role]) => role);
  };
  const others = new Set(rolesOf(after));
  return new Set(rolesOf(before).filter((role) => others.has(role)));
}
