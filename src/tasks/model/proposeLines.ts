/*
 * The proposed rows of PoolCodes and PoolLines: where each code leads, and every line a code or a budget leads to.
 */
import { comparable } from '../../ledger/cells';
import { whyCode, whyLine } from '../../words/modelReasons';
import type { ProposedRow } from '../task';
import { type CodeRow, isLine } from './codes';
import { type Look } from './look';

/** How sure a proposed row is. */
export type Confidence = ProposedRow['confidence'];

const CODE_CONFIDENCE: Readonly<Record<CodeRow['why']['kind'], Confidence>> = {
  'on a list': 'sure',
  'on a budget': 'sure',
  'between by payee': 'likely',
  'between by words': 'likely',
  'by its name': 'likely',
  'is a name': 'likely',
  'by itself': 'guess',
  'by its first part': 'guess',
  'too many': 'guess',
};

/** The row of PoolCodes for one code. */
export function codeRow(partner: string, row: CodeRow): ProposedRow {
  return {
    cells: { Partner: partner, Code: row.code, Line: row.line, Percent: null, From: null },
    why: whyCode(row.why, row.rows),
    confidence: CODE_CONFIDENCE[row.why.kind],
    keep: true,
  };
}

interface LineUse {
  readonly line: string;
  readonly partners: Set<string>;
  codes: number;
  hasBudget: boolean;
  confidence: Confidence;
}

/** Every line a code or a budget leads to, once, in order of first appearance; upper and lower case do not part them. */
export function linesOf(look: Look): ReadonlyMap<string, LineUse> {
  const lines = new Map<string, LineUse>();
  const use = (line: string): LineUse => {
    const key = comparable(line);
    const known = lines.get(key) ?? {
      line,
      partners: new Set<string>(),
      codes: 0,
      hasBudget: false,
      confidence: 'guess',
    };
    lines.set(key, known);
    return known;
  };
  for (const { partner, rows } of look.mapped) {
    for (const { line, why } of rows.filter((row) => isLine(row.line))) {
      const known = use(line);
      known.partners.add(partner.shortName);
      known.codes++;
      if (CODE_CONFIDENCE[why.kind] !== 'guess') known.confidence = 'likely';
    }
  }
  for (const { line } of look.budgets.rows) {
    const known = use(line);
    known.hasBudget = true;
    known.confidence = 'sure';
  }
  return lines;
}

/** The rows of PoolLines. @param pools - The pools that a list names, by line in comparable text. */
export function lineRows(
  look: Look,
  lines: ReadonlyMap<string, LineUse>,
  pools: ReadonlyMap<string, string>,
): readonly ProposedRow[] {
  return [...lines].map(
    ([key, { line, partners, codes, hasBudget, confidence }]): ProposedRow => ({
      cells: {
        Line: line,
        Pool: pools.get(key) ?? look.pool.name,
        Scope: 'in',
        Type: /\bcapital\b/i.test(line) ? 'capital' : 'revenue',
      },
      why: whyLine([...partners], codes, hasBudget),
      confidence,
      keep: true,
    }),
  );
}
