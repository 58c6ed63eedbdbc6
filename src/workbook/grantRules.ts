/*
 * The rules of PoolGrants that need more than one cell, whatever the month: pure, rows in and findings out. Which lines are
 * in the pool in a month, and what was spent on them, is `src/tasks/settle/grantStatement`'s business.
 */
import { comparable, tidyText } from '../ledger/cells';
import type { Finding } from './finding';
import { grantFinding } from './grantFindings';
import type { InputReadings } from './inputRules';
import { type TypedRow, numberOf, placeOf, textOf } from './readTable';
import { yearFindings } from './rowYear';
import { definitionOf } from './schema';
import { type IsUnread, unreadCells } from './unread';

/** True for a finding whose cell is in PoolGrants: it stops the statement of grants, and nothing else. */
export function isAboutGrants({ place }: Pick<Finding, 'place'>): boolean {
  return place?.sheet === definitionOf('PoolGrants').sheet;
}

/** The lines a grant names, each once, as typed. @example lineNames('Beds; Day services;beds') -> ['Beds', 'Day services'] */
export function lineNames(text: string): readonly string[] {
  const names = text.split(';').map(tidyText);
  return names.filter(
    (name, at) => name !== '' && names.findIndex((other) => comparable(other) === comparable(name)) === at,
  );
}

/** Everything that is wrong between the cells of PoolGrants. */
export function grantFindings(tables: InputReadings): Finding[] {
  const lines = new Set((tables.get('PoolLines')?.rows ?? []).map((row) => comparable(textOf(row, 'Line'))));
  const rows = tables.get('PoolGrants')?.rows ?? [];
  const isUnread = unreadCells(tables.get('PoolGrants'));
  return [
    ...rows.flatMap((row) => [...yearFindings(row), ...amountFindings(row, isUnread), ...lineFindings(row, lines)]),
    ...orderFindings(rows),
  ];
}

function amountFindings(row: TypedRow, isUnread: IsUnread): Finding[] {
  const grant = textOf(row, 'Grant');
  const below = (['Amount', 'Brought forward', 'Minimum'] as const).flatMap((column): Finding[] => {
    const leftPence = numberOf(row, column) ?? 0;
    if (leftPence >= 0) return [];
    return [grantFinding('grant below nought', { place: placeOf(row, column), leftPence, detail: { column, grant } })];
  });
  const leftPence = numberOf(row, 'Minimum') ?? 0;
  const rightPence = (numberOf(row, 'Amount') ?? 0) + (numberOf(row, 'Brought forward') ?? 0);
  // What there is is not known while one of its amounts cannot be read.
  if (below.length > 0 || leftPence <= rightPence || isUnread(row, 'Amount', 'Brought forward')) return below;
  const amounts = { leftPence, rightPence, differencePence: leftPence - rightPence };
  return [
    grantFinding('grant minimum above available', { place: placeOf(row, 'Minimum'), ...amounts, detail: { grant } }),
  ];
}

function lineFindings(row: TypedRow, lines: ReadonlySet<string>): Finding[] {
  const place = placeOf(row, 'Lines');
  const grant = textOf(row, 'Grant');
  const named = lineNames(textOf(row, 'Lines'));
  const typed = textOf(row, 'Lines').split(';').map(comparable);
  return named.flatMap((line): Finding[] => {
    const detail = { line, grant };
    if (!lines.has(comparable(line))) return [grantFinding('grant line not listed', { place, line, detail })];
    const times = typed.filter((text) => text === comparable(line)).length;
    return times > 1 ? [grantFinding('grant line twice', { place, line, detail })] : [];
  });
}

/** One turn for two grants: which comes first then hangs on the order of rows. */
function orderFindings(rows: readonly TypedRow[]): Finding[] {
  const first = new Map<string, TypedRow>();
  return rows.flatMap((row): Finding[] => {
    const order = numberOf(row, 'Order');
    if (order === undefined) return [];
    const key = [comparable(textOf(row, 'Pool')), textOf(row, 'Year'), order].join('\u0001');
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    const detail = { grant: textOf(row, 'Grant'), other: textOf(earlier, 'Grant'), order };
    return [grantFinding('grant order twice', { place: placeOf(row, 'Order'), detail })];
  });
}
