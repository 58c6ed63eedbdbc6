/*
 * The ledgers the model already points at: whose each is and which columns count there. On a second look that is settled, and
 * no guess takes its place.
 */
import type { SourceDefinition } from '../../ledger/ledgerLine';
import type { SheetArea } from '../../workbook/address';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { textOf } from '../../workbook/readTable';
import { findLedger } from '../../workbook/sources';
import { sourceDefinition } from '../reconcile/ledgerInputs';
import type { Part } from './parts';

/** A ledger of `PoolSources` with the area it stands in, heading row first. */
export interface Settled {
  readonly area: SheetArea;
  readonly definition: SourceDefinition;
}

/** The rows of `PoolSources` whose ledgers are where they say. */
export function settledLedgers(model: Pick<ModelReading, 'tables' | 'shape'>): readonly Settled[] {
  return rowsOf(model, 'PoolSources').flatMap((row): Settled[] => {
    const found = findLedger(model.shape, textOf(row, 'Table'), { sheet: '', row: 0, column: 0 });
    return 'kind' in found ? [] : [{ area: found.area, definition: sourceDefinition(row) }];
  });
}

/** The settled ledger a block is: the same heading row, in columns that overlap. */
export function settledFor({ block }: Part, settled: readonly Settled[]): Settled | undefined {
  return settled.find(
    ({ area }) =>
      area.sheet === block.sheet &&
      area.row === block.headerRow &&
      area.column <= block.lastColumn &&
      area.column + area.columns > block.firstColumn,
  );
}
