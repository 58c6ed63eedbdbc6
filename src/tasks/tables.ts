/*
 * Which input tables the workbook has, so that the pane can offer the others. It reads the workbook's shape and the list of
 * partners, and writes nothing; what is planned for a table is `model/addTables`.
 */
import { standing, tablesInUse } from '../workbook/ours';
import { hasPartnerColumns, partnerGaps, shortNamesOf } from '../workbook/partnerColumns';
import { INPUT_TABLES, type TableDefinition, optionalMissing } from '../workbook/schema';
import { type WorkbookShape, readShape } from '../workbook/shape';
import { readTableCells } from '../workbook/tableCells';
import { readOnly } from './readOnly';

/**
 * An input table as it can be offered. `absent`: it can be added. `there`: it is in the workbook. `lacks columns`: it is, and
 * `partners`, by Short name, have no column in it. `may have columns`: it is, without the columns `optional`. `needs partners`:
 * it has a column for each partner, and none is listed yet.
 */
export interface OfferedTable {
  readonly table: string;
  readonly state: 'absent' | 'there' | 'lacks columns' | 'may have columns' | 'needs partners';
  readonly partners: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * Every input table, in the order of the model, with how it stands.
 *
 * @throws ReadRefused when Excel refuses.
 * @example a new workbook -> [{ table: 'PoolPartners', state: 'absent', partners: [] }, …,
 *   { table: 'PoolPlacements', state: 'needs partners', partners: [] }]
 */
export async function readTables(): Promise<readonly OfferedTable[]> {
  return readOnly(async (context) => {
    const shape = await readShape(context);
    const table = tablesInUse(shape).get('PoolPartners');
    const [partners] = table === undefined ? [] : await readTableCells(context, [table]);
    const shortNames = partners === undefined ? [] : shortNamesOf(partners);
    return INPUT_TABLES.map((definition) => offered(definition, shape, shortNames));
  });
}

function offered(definition: TableDefinition, shape: WorkbookShape, shortNames: readonly string[]): OfferedTable {
  const { name: table } = definition;
  const stands = standing(shape, definition);
  const isByPartner = hasPartnerColumns(definition);
  if (stands.is === 'ours') {
    const { columns } = stands.table;
    const partners = isByPartner ? partnerGaps(definition, columns, shortNames).missing : [];
    if (partners.length > 0) return { table, state: 'lacks columns', partners };
    const optional = optionalMissing(definition, columns);
    return optional.length > 0
      ? { table, state: 'may have columns', partners, optional }
      : { table, state: 'there', partners };
  }
  // A name taken by something of the user's is offered too: the plan says where it stands and what to do.
  return { table, state: isByPartner && shortNames.length === 0 ? 'needs partners' : 'absent', partners: [] };
}
