/*
 * What the rows of one partner's ledgers say about each code: how often it is used, what it is called, who is paid under it.
 * Only for proposing; the figures of a run come from the ledger reader.
 */
import { cellText, comparable } from '../../ledger/cells';
import type { ReadColumn } from '../../ledger/recogniseMoney';
import type { Part } from './parts';
import type { Source } from './sources';

/** One code of a partner's ledgers. `name` is what its rows call it, '' when they do not agree. */
export interface CodeFact {
  readonly code: string;
  readonly rows: number;
  readonly totalPence: number;
  readonly name: string;
  /** The heading of the column the name comes from. */
  readonly namedBy: string;
  /** Counterparties of its rows with how many rows each. */
  readonly counterparties: ReadonlyMap<string, number>;
}

interface Growing {
  readonly code: string;
  rows: number;
  totalPence: number;
  readonly names: Map<string, number>;
  readonly namedBy: string;
  readonly parties: Map<string, number>;
}

/** The codes of a partner's ledgers, in order of first appearance; rows without a code are under ''. */
export function collectCodes(sources: readonly Source[]): readonly CodeFact[] {
  const codes = new Map<string, Growing>();
  for (const { part, code, reading } of sources) {
    const naming = namingColumn(part, code.column);
    for (const line of reading.lines) {
      const key = comparable(line.code);
      let fact = codes.get(key);
      if (!fact) {
        fact = {
          code: line.code,
          rows: 0,
          totalPence: 0,
          names: new Map(),
          namedBy: naming?.text ?? '',
          parties: new Map(),
        };
        codes.set(key, fact);
      }
      fact.rows++;
      fact.totalPence += line.amountPence;
      count(fact.names, cellText(naming?.values[line.row - part.block.headerRow - 1] ?? null));
      count(fact.parties, line.counterparty);
    }
  }
  return [...codes.values()].map(({ names, parties, ...fact }): CodeFact => {
    const [name = '', times = 0] = [...names].sort((a, b) => b[1] - a[1])[0] ?? [];
    const isAgreed = times * 10 >= [...names.values()].reduce((sum, each) => sum + each, 0) * 8;
    return { ...fact, name: isAgreed ? name : '', counterparties: parties };
  });
}

function count(counts: Map<string, number>, text: string): void {
  if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
}

/**
 * The column that names a code column's codes: each code always beside the same text, and not one text for all codes.
 * A heading that says so ("Cost centre description") is preferred; a narrative that changes from row to row never fits.
 */
export function namingColumn(part: Part, code: ReadColumn): ReadColumn | undefined {
  const candidates = part.columns.filter((column) => {
    if (column === code || column.text === '') return false;
    if (column === part.counterparty || column === part.reference || column === part.date) return false;
    const concept = column.meaning?.concept;
    const canName = concept === undefined || ['code name', 'service', 'narrative', 'pool line'].includes(concept);
    return canName && column.profile.texts * 2 > column.profile.filled && column.profile.filled > 0;
  });
  const fitting = candidates.filter((column) => isSettledBy(code, column));
  const stem = code.text
    .toLowerCase()
    .replace(/\b(?:code|no|number|id)\b/g, '')
    .trim();
  const worth = ({ text, meaning }: ReadColumn) =>
    (stem !== '' && text.toLowerCase().includes(stem) ? 10 : 0) +
    (meaning?.concept === 'code name'
      ? 4
      : meaning?.concept === 'service'
        ? 3
        : meaning?.concept === 'pool line'
          ? 5
          : 0);
  return [...fitting].sort((a, b) => worth(b) - worth(a))[0];
}

/** Whether the text beside a code is nearly always the code's own. */
function isSettledBy(code: ReadColumn, name: ReadColumn): boolean {
  const first = new Map<string, string>();
  let rows = 0;
  let same = 0;
  for (let row = 0; row < code.values.length; row++) {
    const key = comparable(cellText(code.values[row] ?? null));
    const text = comparable(cellText(name.values[row] ?? null));
    if (key === '' || text === '') continue;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, text);
      continue;
    }
    rows++;
    if (known === text) same++;
  }
  if (rows === 0) return name.meaning?.concept === 'code name';
  return same >= rows * 0.9 && (first.size === 1 || new Set(first.values()).size > 1);
}
