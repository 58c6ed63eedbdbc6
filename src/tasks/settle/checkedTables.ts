/*
 * The tables of a settled month as they should show: per table the columns that tell its rows apart, the figures of each
 * row, and which columns are formulas. `checkSettlement` compares the workbook with it; nothing is read here.
 */
import { SETTLE_ROWS } from '../../workbook/settleSplitRows';
import type { PlannedCell, PlannedTable } from '../../workbook/plan';
import type { ModelReading } from '../../workbook/readModel';
import type { ExpectedRow } from '../reconcile/compareTable';
import { GRANT_KEY, grantFigures, grantKey } from './grantTable';
import { MEMORANDUM_KEY, memorandumFigures, memorandumKey } from './memorandumTable';
import type { PartnerStatementRow } from './partnerStatement';
import { PARTNER_STATEMENT_KEY, partnerStatementFigures, partnerStatementKey } from './partnerStatementTable';
import { type SettledMonth, settledTables } from './planStatements';
import { settleFigures, settleKeys } from './settleSplitTable';
import { paymentRows, settlementFigures, settlementRows, transferFigures } from './settlementTables';

/** One table of a settled month. */
export interface CheckedTable {
  readonly table: string;
  /** The columns of the key after Period. */
  readonly keyColumns: readonly string[];
  readonly expected: readonly ExpectedRow[];
  readonly calculated: readonly string[];
  /** Only rows with one of these in Row are the settlement's; undefined for all rows of the month. */
  readonly rows?: readonly string[];
  /** The figures told of a closed month: the others follow from them. */
  readonly matter?: readonly string[];
}

const SPLIT_KEY = ['Pool', 'For', 'Row', 'Type', 'Line', 'Item', 'Item from', 'Sharer'] as const;

/** The tables of a month; that of grants is left out where it cannot be stated. */
export function checkedTables(model: ModelReading, month: SettledMonth): readonly CheckedTable[] {
  const { inputs, settled, statements } = month;
  const { partners, period } = inputs;
  const live = settledTables(model, month, true);
  const calculated = (table: string): readonly string[] =>
    Object.keys(live.find((planned: PlannedTable) => planned.table === table)?.calculated ?? {});
  const table = (name: string, keyColumns: readonly string[], expected: readonly ExpectedRow[]) => ({
    table: name,
    keyColumns,
    expected,
    calculated: calculated(name),
  });
  const split = settled.rows.map((row) => {
    const keys = settleKeys(row, period);
    return { key: SPLIT_KEY.map((column) => textOf(keys[column])), figures: settleFigures(row, partners) };
  });
  const settlement = settlementRows(settled.parts, partners).map((row) => ({
    key: [row.pool, row.name, row.settlesFor],
    figures: settlementFigures(row),
  }));
  const transfers = settled.groups.flatMap((group) =>
    Array.from({ length: paymentRows(partners) }, (_none, at) => ({
      key: [group.pool, group.hostName, String(at + 1)],
      figures: transferFigures(group, partners, at + 1),
    })),
  );
  const account = statements.memorandum.map((row) => ({
    key: memorandumKey(row),
    figures: memorandumFigures(row, partners),
  }));
  return [
    // What was split follows from the statement and shows in PoolSettlement: of a closed month it is told there.
    { ...table('PoolSplit', SPLIT_KEY, split), rows: Object.values(SETTLE_ROWS), matter: [] },
    table('PoolSettlement', ['Pool', 'Partner', 'For'], settlement),
    { ...table('PoolTransfers', ['Pool', 'Host', 'Number'], transfers), matter: [] },
    ...(statements.grants === undefined
      ? []
      : [
          {
            ...table('PoolGrantStatement', GRANT_KEY, statements.grants.map(grantRow)),
            matter: ['Applied'],
          },
        ]),
    { ...table('PoolMemorandum', MEMORANDUM_KEY, account), matter: [] },
    { ...table('PoolPartnerStatement', PARTNER_STATEMENT_KEY, statements.partners.map(statementRow)), matter: [] },
  ];
}

function grantRow(row: Parameters<typeof grantKey>[0]): ExpectedRow {
  return { key: grantKey(row), figures: grantFigures(row) };
}

/** Amount shows Exposure where there is one, so that only Exposure is compared. */
function statementRow(row: PartnerStatementRow): ExpectedRow {
  const { Amount, Exposure, ...others } = partnerStatementFigures(row);
  const isExposure = Exposure !== undefined && 'number' in Exposure;
  const own = isExposure ? { Exposure } : { ...(Amount === undefined ? {} : { Amount }) };
  return { key: partnerStatementKey(row), figures: { ...others, ...own } };
}

function textOf(cell: PlannedCell | undefined): string {
  if (cell === undefined || 'blank' in cell || 'formula' in cell) return '';
  return 'text' in cell ? cell.text : String(cell.number);
}
