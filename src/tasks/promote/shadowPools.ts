/*
 * Which shadow pools are in force on the day a pool is to begin, and the rows that would make them pools. A commissioning
 * model proposes a host and sets nothing; the user corrects the rows before they are written.
 *
 * Source: design section 4 (PoolArrangements: the row in force counts); Derby 2008, supporting information 1.4.
 */
import { comparable } from '../../ledger/cells';
import { type Arrangement, type PoolKind, arrangementsInForce } from '../../pool/arrangements';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, textOf } from '../../workbook/readTable';
import { pooledReason } from '../../words/promoteReasons';
import type { ModelProposal, ProposedRow } from '../task';

/** A row of PoolArrangements as the rule takes it. */
export interface ArrangementRow extends Arrangement {
  readonly row: TypedRow;
}

/** The rows of PoolArrangements in force on a day: one for each service line and area of a pool. */
export function inForceOn(model: Pick<ModelReading, 'tables'>, day: number): readonly ArrangementRow[] {
  const rows = rowsOf(model, 'PoolArrangements').map((row) => ({
    row,
    pool: comparable(textOf(row, 'Pool')),
    fromDate: numberOf(row, 'From') ?? 0,
    endDate: numberOf(row, 'Ends') ?? 0,
    part: `${comparable(textOf(row, 'Service line'))}\u0001${comparable(textOf(row, 'Area'))}`,
    kind: (textOf(row, 'Kind') || 'none') as PoolKind,
    settles: textOf(row, 'Settles') === 'yes',
    host: textOf(row, 'Host'),
  }));
  return arrangementsInForce(rows, day);
}

/** A row for each shadow part of a pool: pooled, and settling, from the first day. */
export function proposePooled(
  model: Pick<ModelReading, 'tables'>,
  shadows: readonly ArrangementRow[],
  firstDay: number,
): ModelProposal {
  const rows = shadows.map(({ row }): ProposedRow => {
    const { host, because } = proposedHost(model, row);
    return {
      cells: {
        Pool: textOf(row, 'Pool'),
        From: firstDay,
        'Service line': textOf(row, 'Service line') || null,
        Area: textOf(row, 'Area') || null,
        Kind: 'pooled',
        Commissioning: textOf(row, 'Commissioning') || null,
        Host: host === '' ? null : host,
        Settles: 'yes',
      },
      why: pooledReason(host, because),
      confidence: because === 'named' ? 'sure' : because === 'accountable' ? 'guess' : 'likely',
      keep: true,
    };
  });
  return { tables: [{ table: 'PoolArrangements', rows }] };
}

/** Where a host comes from: the shadow row, the one body accountable for all its lines under lead commissioning, or nowhere. */
export type HostBecause = 'named' | 'accountable' | 'lead unknown' | 'none';

/** Under lead commissioning one body holds the pool; under joint commissioning own budgets are kept (Derby 2008, 1.4). */
function proposedHost(
  model: Pick<ModelReading, 'tables'>,
  row: TypedRow,
): { readonly host: string; readonly because: HostBecause } {
  const named = textOf(row, 'Host');
  if (named !== '') return { host: named, because: 'named' };
  if (textOf(row, 'Commissioning') !== 'lead') return { host: '', because: 'none' };
  const lines = rowsOf(model, 'PoolLines').filter(
    (line) => comparable(textOf(line, 'Pool')) === comparable(textOf(row, 'Pool')),
  );
  const accountable = new Map(
    lines.map((line) => [comparable(textOf(line, 'Accountable')), textOf(line, 'Accountable')]),
  );
  const [only] = accountable.values();
  return accountable.size === 1 && only !== undefined && only !== ''
    ? { host: only, because: 'accountable' }
    : { host: '', because: 'lead unknown' };
}
