/*
 * The rules of PoolWaterfall that need more than one cell: a step is a whole number, its line is in the pool and in scope, and
 * the pool settles. Names that are not listed and rows that stand twice are found in `inputRules`; a line whose variance
 * stays where it falls is found when a month is settled, because a line's rule may change.
 */
import { comparable } from '../ledger/cells';
import { agreementFinding } from './agreementFindings';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { neverSettles } from './poolKinds';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { definitionOf } from './schema';

/** True for a finding whose cell is in PoolWaterfall: it stops a settlement, and nothing else. */
export function isAboutWaterfall({ place }: Pick<Finding, 'place'>): boolean {
  return place?.sheet === definitionOf('PoolWaterfall').sheet;
}

/** Everything that is wrong between the cells of PoolWaterfall. */
export function waterfallTableFindings(tables: InputReadings): Finding[] {
  const rows = tables.get('PoolWaterfall')?.rows ?? [];
  const lines = tables.get('PoolLines')?.rows ?? [];
  return [...rows.flatMap((row) => [...stepFindings(row), ...lineFindings(row, lines)]), ...poolFindings(rows, tables)];
}

function stepFindings(row: TypedRow): Finding[] {
  const step = numberOf(row, 'Step');
  if (step === undefined || (Number.isInteger(step) && step >= 0)) return [];
  const detail = { line: textOf(row, 'Line'), text: String(step) };
  return [agreementFinding('waterfall step not usable', { place: placeOf(row, 'Step'), detail })];
}

/** Of a line with several rows one in the pool and in scope is enough: it may have been in another pool before. */
function lineFindings(row: TypedRow, lines: readonly TypedRow[]): Finding[] {
  const [line, pool] = [textOf(row, 'Line'), textOf(row, 'Pool')];
  const own = lines.filter((each) => comparable(textOf(each, 'Line')) === comparable(line));
  const [first] = own;
  if (line === '' || first === undefined) return [];
  const inPool = own.filter((each) => comparable(textOf(each, 'Pool')) === comparable(pool));
  const facts = { place: placeOf(row, 'Line'), line };
  if (inPool.length === 0) {
    const detail = { line, pool: textOf(first, 'Pool') };
    return [agreementFinding('waterfall line of other pool', { ...facts, detail })];
  }
  if (inPool.some((each) => textOf(each, 'Scope') !== 'excluded')) return [];
  return [agreementFinding('waterfall line excluded', { ...facts, detail: { line, pool } })];
}

function poolFindings(rows: readonly TypedRow[], tables: InputReadings): Finding[] {
  const told = new Set<string>();
  return rows.flatMap((row): Finding[] => {
    const pool = textOf(row, 'Pool');
    const kind = neverSettles(tables, pool);
    if (kind === undefined || told.has(comparable(pool))) return [];
    told.add(comparable(pool));
    return [agreementFinding('waterfall without settlement', { place: placeOf(row, 'Pool'), detail: { pool, kind } })];
  });
}
