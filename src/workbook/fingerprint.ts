/*
 * The mark of a block of cells: two readings with the same mark are the same cells. How cells become a mark is the
 * ledger's `startFingerprint`; here only its size is added, so that a block of another shape differs too.
 */
import { startFingerprint } from '../ledger/fingerprint';
import type { CellScalar } from './requests';

/** The fingerprint of a block of cells. @example fingerprintOf([['A', 1]]) -> '1x2-…' and sixteen digits */
export function fingerprintOf(grid: readonly (readonly CellScalar[])[]): string {
  const mark = startFingerprint();
  for (const row of grid) for (const cell of row) mark.add(cell);
  return `${grid.length}x${grid[0]?.length ?? 0}-${mark.hex()}`;
}
