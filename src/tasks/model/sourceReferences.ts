/*
 * Which column of each ledger is its reference: the one whose entries stand in another ledger too. It matches no rows.
 */
import { isBlank } from '../../ledger/cells';
import { normalReference } from '../../ledger/references';
import { type ReadColumn } from '../../ledger/recogniseMoney';
import { type Part, countTexts } from './parts';

const MIN_SHARED = 3;
const NO_KEYS: ReadonlySet<string> = new Set();

/**
 * The reference column of each ledger: the one whose references also stand in another ledger, since that is what they are
 * matched by; where none is shared, the best heading.
 */
export function chooseReferences(parts: readonly Part[]): ReadonlyMap<Part, ReadColumn | undefined> {
  // Comparing references takes a pass over all of them: only where some ledger has more than one to choose from.
  const isChoice = parts.some(
    ({ columns }) => columns.filter(({ meaning }) => meaning?.concept === 'reference').length > 1,
  );
  const candidates = parts.map((part) => ({
    part,
    columns: part.columns
      .filter(({ meaning, profile }) => meaning?.concept === 'reference' && profile.filled > 0)
      .map((column) => ({ column, keys: isChoice ? keysOf(column) : NO_KEYS })),
  }));
  return new Map(
    candidates.map(({ part, columns }): [Part, ReadColumn | undefined] => {
      const shared = columns.map(({ column, keys }) => ({
        column,
        common: Math.max(
          0,
          ...candidates
            .filter((other) => other.part !== part)
            .flatMap((other) => other.columns.map((theirs) => sharedCount(keys, theirs.keys))),
        ),
      }));
      const best = [...shared].sort((a, b) => b.common - a.common)[0];
      return [part, best && best.common >= MIN_SHARED ? best.column : part.reference];
    }),
  );
}

function keysOf(column: ReadColumn): ReadonlySet<string> {
  const texts = [...countTexts(column.values.filter((value) => !isBlank(value))).keys()];
  return new Set(texts.map((text) => normalReference(text)).filter((key) => key.length >= 3));
}

function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const key of fewer) if (more.has(key)) count++;
  return count;
}
