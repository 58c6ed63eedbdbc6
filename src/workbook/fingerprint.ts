/*
 * A short text that differs when cells differ: for noticing a change, not for secrecy. Same cells, same text, everywhere.
 */
import type { CellScalar } from './requests';

const FNV_PRIME = 0x01000193;

/**
 * The fingerprint of a block of cells: 16 hexadecimal digits and the size, so that swapped rows and columns differ too.
 *
 * Two FNV-1a hashes with different seeds run over every cell with its kind, so that 1 and '1' differ.
 *
 * @example fingerprintOf([['A', 1]]) -> '1x2-…'
 */
export function fingerprintOf(grid: readonly (readonly CellScalar[])[]): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const row of grid) {
    for (const cell of row) {
      const text = `${(typeof cell)[0] ?? ''}${String(cell)}\u0001`;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        first = Math.imul(first ^ code, FNV_PRIME);
        second = Math.imul(second ^ (code + at), FNV_PRIME);
      }
    }
  }
  const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, '0');
  return `${grid.length}x${grid[0]?.length ?? 0}-${hex(first)}${hex(second)}`;
}
