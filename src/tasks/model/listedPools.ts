/*
 * Which pool each line belongs to, where a list in the workbook says so: a column headed Pool beside the one with the lines.
 * A workbook with one pool seldom has such a column; one with several has nothing else to tell them apart.
 */
import { cellText, comparable, tidyText } from '../../ledger/cells';
import type { ReadColumn } from '../../ledger/recogniseMoney';
import type { Part, Parts } from './parts';

const HEADING = /^(?:name of )?(?:the )?pool(?:ed)?(?: (?:budget|fund))?(?: name)?$/;
/** A column headed Pool may only say whether a code is in one. */
const NO_NAME = /^(?:y|yes|n|no|x|in|out|true|false|excluded?|included?|none|n\/a|pool(?:ed)?|not pooled|.)$/;

/**
 * The pools by line, both as the lists spell them.
 *
 * @param lines - The lines that will be proposed, as comparable text.
 * @returns Per line in comparable text its pool; the first list that names one counts.
 */
export function listedPools({ codeLists, budgets }: Parts, lines: ReadonlySet<string>): ReadonlyMap<string, string> {
  const pools = new Map<string, string>();
  for (const part of [...codeLists, ...budgets]) {
    const column = poolColumn(part);
    if (column === undefined) continue;
    const others = part.columns.filter((other) => other !== column);
    column.values.forEach((value, row) => {
      const pool = tidyText(cellText(value));
      if (pool === '' || NO_NAME.test(comparable(pool))) return;
      const line = others
        .map(({ values }) => comparable(cellText(values[row] ?? null)))
        .find((text) => lines.has(text));
      if (line !== undefined && !pools.has(line)) pools.set(line, pool);
    });
  }
  return pools;
}

function poolColumn({ columns }: Part): ReadColumn | undefined {
  return columns.find(({ text, profile }) => HEADING.test(comparable(text)) && profile.texts > 0);
}
