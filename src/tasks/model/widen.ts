/*
 * The columns that a standing input table lacks for partners who joined later: planned at its right end where it is certain
 * what they are, else told. Weights already typed are never touched.
 */
import { costFinding } from '../../workbook/costFindings';
import type { Finding } from '../../workbook/finding';
import { hasPartnerColumns, partnerGaps, shortNamesOf } from '../../workbook/partnerColumns';
import type { PlannedTable } from '../../workbook/plan';
import type { ModelReading } from '../../workbook/readModel';
import { INPUT_TABLES, type TableDefinition, definitionOf } from '../../workbook/schema';
import { findTargets } from '../../workbook/tableWrite';
import { modelFinding } from './findings';

/** What is planned for a table that stands, and what is to be said of it. */
export interface Widened {
  readonly tables: readonly PlannedTable[];
  readonly findings: readonly Finding[];
}

const NOTHING: Widened = { tables: [], findings: [] };

/**
 * Plans a column for each partner without one.
 *
 * A heading that is nobody's may be a partner's former Short name, with weights below it: a new column beside it would
 * leave those weights out without a word, so there the user is told and nothing is planned.
 *
 * @returns nothing for a table that lacks no column
 * @example Trust is new: headings … Paid by, Council -> a plan for the column Trust, and 'partner columns added'
 * @example PCT was renamed ICB: headings … Paid by, PCT, Council -> no plan, and 'partner column by hand'
 */
export function widen(
  definition: TableDefinition,
  headings: readonly string[],
  shortNames: readonly string[],
): Widened {
  if (!hasPartnerColumns(definition)) return NOTHING;
  const { missing, strangers } = partnerGaps(definition, headings, shortNames);
  if (missing.length === 0) return NOTHING;
  const names = missing.join(', ');
  if (strangers.length > 0) {
    const detail = { table: definition.name, names, other: strangers.join(', ') };
    return { tables: [], findings: [modelFinding('partner column by hand', { detail })] };
  }
  const columns = [...definition.columns.map(({ name }) => name), ...missing];
  return {
    tables: [{ table: definition.name, action: 'update', columns, rows: [] }],
    findings: [modelFinding('partner columns added', { detail: { table: definition.name, names } })],
  };
}

/**
 * The columns a second look adds on the way, for partners known and proposed. It was not asked for them: what stands in the
 * way is told, and stops nothing.
 *
 * @param planned - The tables of the look, with new partners among them.
 */
export function widenOnTheWay(
  model: Pick<ModelReading, 'shape' | 'cells' | 'frames' | 'inputs'>,
  planned: readonly PlannedTable[],
): Widened {
  if (partnerProblems(model).length > 0) return NOTHING;
  const shortNames = [...knownShortNames(model), ...plannedShortNames(planned)];
  const each = INPUT_TABLES.map((definition): Widened => {
    const cells = model.cells.get(definition.name);
    if (cells === undefined) return NOTHING;
    const widened = widen(definition, cells.headings, shortNames);
    if (findTargets(model.shape, widened.tables).blockers.length === 0) return widened;
    const { missing } = partnerGaps(definition, cells.headings, shortNames);
    const untold = missing.map((column) =>
      costFinding('partner without column', { partner: column, detail: { table: definition.name, column } }),
    );
    return { tables: [], findings: untold };
  });
  return { tables: each.flatMap(({ tables }) => tables), findings: each.flatMap(({ findings }) => findings) };
}

/** The table whose Short names head the columns. */
export const PARTNERS = 'PoolPartners';

/** What is wrong in PoolPartners: a Short name that cannot head a column would make one that must be made again. */
export function partnerProblems({ frames, inputs }: Pick<ModelReading, 'frames' | 'inputs'>): readonly Finding[] {
  const { sheet } = definitionOf(PARTNERS);
  return [...frames, ...inputs].filter(
    ({ severity, place, detail }) =>
      severity === 'error' && (place === undefined ? detail?.['table'] === PARTNERS : place.sheet === sheet),
  );
}

/** The Short names in PoolPartners; none where it is not in the workbook. */
export function knownShortNames({ cells }: Pick<ModelReading, 'cells'>): readonly string[] {
  const partners = cells.get(PARTNERS);
  return partners === undefined ? [] : shortNamesOf(partners);
}

function plannedShortNames(planned: readonly PlannedTable[]): readonly string[] {
  return planned
    .filter(({ table }) => table === PARTNERS)
    .flatMap(({ columns, rows }) =>
      rows.flatMap((row) => {
        const cell = row[columns.indexOf('Short name')];
        return cell !== undefined && 'text' in cell ? [cell.text] : [];
      }),
    );
}
