/*
 * The calculated columns of PoolSplit as a whole: one text per column for the rows of projects and those of a settlement,
 * of which a workbook may have either or both. What each says is in `splitFormulas` and `settleSplitFormulas`.
 */
import { settlePart, settleSplitFormulas } from './settleSplitFormulas';
import type { SettleTables } from './settleSplitRows';
import { type SplitPartner, partnerFormula, splitFormulas } from './splitFormulas';
import type { FormulaColumns } from './statementFormulas';
import { WATERFALL_COLUMNS } from './waterfallFormulas';

/** Which rows PoolSplit has, and what their formulas may name. */
export interface SplitTables {
  /** PoolShares is in the workbook. */
  readonly shares: boolean;
  /** PoolContributions is in the workbook. */
  readonly contributions: boolean;
  /** There are rows of projects. */
  readonly projects: boolean;
  /** There are rows of a settlement, with what they may name. */
  readonly settle?: SettleTables;
}

/** What a column shows in a row of the other kind: 0 where the column is a weight or an amount that is added up. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'Item cost': '0',
  'Shadow cost': '0',
  'Referred upward': '0',
  Kept: '0',
  'Payers missing': '0',
  ...Object.fromEntries(WATERFALL_COLUMNS.map((column) => [column, '0'])),
};

/** The calculated columns. A row of a project names it in `Project`; a row of a settlement does not. */
export function splitTableFormulas(
  partners: readonly SplitPartner[],
  { shares, contributions, projects, settle }: SplitTables,
): FormulaColumns {
  const ofProjects = splitFormulas(partners, shares, contributions);
  if (settle === undefined) return ofProjects;
  const ofSettle = settleSplitFormulas(partners, settle);
  const tables = { hasShares: shares, hasContributions: contributions };
  const parts = partners.map((partner): [string, string] => [
    partner.shortName,
    partnerFormula(partner, tables, settlePart(partner, settle), projects),
  ]);
  const columns = projects ? together(ofProjects, ofSettle) : ofSettle;
  return { ...columns, ...Object.fromEntries(parts) };
}

/** One text for rows of either kind. */
function together(ofProjects: FormulaColumns, ofSettle: FormulaColumns): FormulaColumns {
  const columns = new Set([...Object.keys(ofProjects), ...Object.keys(ofSettle)]);
  return Object.fromEntries(
    [...columns].map((column) => {
      const otherwise = ELSEWHERE[column] ?? '""';
      return [column, `=IF({Project}="",${text(ofSettle[column], otherwise)},${text(ofProjects[column], otherwise)})`];
    }),
  );
}

function text(formula: string | undefined, otherwise: string): string {
  return formula === undefined ? otherwise : formula.slice(1);
}
