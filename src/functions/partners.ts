/*
 * Names of partners from cells, and the cells beside them. Not what those cells mean, and no rule of a pool.
 */
import { sameName } from '../pool/sharesOn';
import { lengthsDiffer, missingValue } from '../words/refusals';
import { nameTwice } from '../words/ruleRefusals';
import { isBlankOrZero, placeIn, readLine, type Line } from './readCells';
import { nameIn } from './readValues';
import { refuse } from './refuse';

/** The line that names stand in, without the blank cells at its foot, and the names. */
export interface Names {
  readonly line: Line;
  readonly names: readonly string[];
}

/** Reads one row or column of names, each once; a blank between names is missing. */
export function readNames(argument: string, given: unknown): Names {
  const all = readLine(argument, given);
  let length = all.cells.length;
  while (length > 1 && isBlankOrZero(all.cells[length - 1] ?? null)) length--;
  const line = { ...all, cells: all.cells.slice(0, length) };
  const names = line.cells.map((_cell, index) => nameAt(line, index));
  refuseTwice(line, names);
  return { line, names };
}

/** The name in one cell of a line; a blank one is missing. */
export function nameAt(line: Line, index: number): string {
  const place = placeIn(line, index);
  return nameIn(line.cells[index] ?? null, place) ?? refuse(missingValue(place, 'Type the name of the partner.'));
}

/** One partner in two rows would count twice. */
function refuseTwice(line: Line, names: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const earlier = seen.get(sameName(name));
    if (earlier !== undefined) refuse(nameTwice(placeIn(line, index), name, placeIn(line, earlier)));
    seen.set(sameName(name), index);
  }
}

/**
 * The cells beside names, as many as there are names. Something beside a blank below the last name belongs to a partner
 * whose name is missing.
 */
export function besideNames(values: Line, names: Line): Line {
  const count = names.cells.length;
  const beyond = values.cells.findIndex((cell, index) => index >= count && !isBlankOrZero(cell));
  if (beyond >= 0 && beyond < names.given) nameAt(names, beyond);
  if (beyond >= 0 || values.given < count) {
    const length = beyond >= 0 ? values.cells.length : values.given;
    refuse(lengthsDiffer({ argument: values.argument }, length, names.argument, count));
  }
  return { ...values, cells: Array.from({ length: count }, (_cell, index) => values.cells[index] ?? null) };
}
