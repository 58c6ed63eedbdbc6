/*
 * The rules of PoolStaff that need more than one cell, or more than the kind of a cell. Pure: rows in, findings out. Names
 * that are not listed are found by `inputRules`; what needs a month by `tasks/settle/costInputs`.
 */
import { comparable } from '../ledger/cells';
import { costFinding } from './costFindings';
import { overlapFindings, rateAndDateFindings } from './costRules';
import type { Finding } from './finding';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';

/** The words in Profession by which front-line managers are counted for the ratio of social care to health. */
export const MANAGERS = { socialCare: 'social care manager', health: 'health manager' } as const;

/** Which side's front-line manager a post is, undefined for every other post. */
export function managerSide(row: TypedRow): keyof typeof MANAGERS | undefined {
  const profession = comparable(textOf(row, 'Profession'));
  if (profession === MANAGERS.socialCare) return 'socialCare';
  return profession === MANAGERS.health ? 'health' : undefined;
}

/** Everything that is wrong in PoolStaff beyond single cells. */
export function staffFindings(tables: InputReadings): Finding[] {
  const rows = tables.get('PoolStaff')?.rows ?? [];
  return [
    ...rows.flatMap((row) => [...rateAndDateFindings(row), ...sizeFindings(row), ...professionFindings(row)]),
    ...overlapFindings(rows, 'Post'),
  ];
}

function sizeFindings(row: TypedRow): Finding[] {
  const wte = numberOf(row, 'WTE');
  const heads = numberOf(row, 'Heads');
  if (wte !== undefined && wte < 0)
    return [costFinding('wte not usable', { place: placeOf(row, 'WTE'), detail: { text: String(wte) } })];
  if (heads === undefined) return [];
  if (heads < 0 || !Number.isInteger(heads))
    return [costFinding('heads not usable', { place: placeOf(row, 'Heads'), detail: { text: String(heads) } })];
  if (wte === undefined || wte <= heads) return [];
  return [costFinding('wte above heads', { place: placeOf(row, 'WTE'), detail: { text: String(wte), heads } })];
}

/** A manager in other words is not guessed to be of one side; it is said, so that nobody thinks it was counted. */
function professionFindings(row: TypedRow): Finding[] {
  const text = textOf(row, 'Profession');
  if (!/\bmanager/i.test(text) || managerSide(row) !== undefined) return [];
  const detail = { text, words: `${MANAGERS.socialCare} or ${MANAGERS.health}` };
  return [costFinding('manager not counted', { place: placeOf(row, 'Profession'), detail })];
}
