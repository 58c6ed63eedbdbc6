/*
 * What a range can do: the ranges reached from it, clearing, selecting, and the calls Office.js makes by itself.
 */
import type { Area } from '../../book/values';
import { clearRange } from '../cells/clear';
import type { Host, RangeTarget } from '../host';
import { refusal, shapeMismatch } from '../hostError';
import { type HostObject, type Method, NOTHING, type NothingThere } from '../kind';
import { bounding, intersection, onSheet, rangeOf, wholeSheet } from '../rangeMath';
import type { Arguments } from '../arguments';
import { isRange, range, rangeTarget } from './range';
import { rangeAreas } from './rangeAreas';
import { spillingTo, spillParent } from './spill';

type RangeMethod = Method<RangeTarget>;

/** A method whose answer is another rectangle of the same sheet. */
function reaching(reach: (area: Area, args: Arguments) => Area): RangeMethod {
  return ({ sheet, area }, args) => range({ sheet, area: onSheet(reach(area, args)) });
}

function orNothing(target: RangeTarget | undefined): HostObject | NothingThere {
  return target === undefined ? NOTHING : range(target);
}

function orRefused(target: RangeTarget | undefined): HostObject {
  if (target === undefined) throw refusal('ItemNotFound');
  return range(target);
}

function otherRange(target: RangeTarget, args: Arguments, host: Host): RangeTarget {
  const other = args.object(0);
  return isRange(other) ? rangeTarget(other) : rangeOf(target.sheet, args.text(0), host);
}

function shared(target: RangeTarget, other: RangeTarget): RangeTarget | undefined {
  if (target.sheet !== other.sheet) return undefined;
  const area = intersection(target.area, other.area);
  return area && { sheet: target.sheet, area };
}

function used({ sheet, area }: RangeTarget, args: Arguments): RangeTarget | undefined {
  const all = sheet.usedArea(!args.truth(0, false));
  const within = all && intersection(all, area);
  return within && { sheet, area: within };
}

function firstCell({ sheet, area }: RangeTarget): RangeTarget {
  return { sheet, area: { ...area, rows: 1, columns: 1 } };
}

/** A number of rows or columns beside a range; a negative one is counted the other way. */
function beside(area: Area, count: number, along: 'rows' | 'columns', after: boolean): Area {
  if (count === 0) throw refusal('InvalidArgument');
  const size = Math.abs(count);
  const isAfter = count > 0 === after;
  if (along === 'rows') return { ...area, row: isAfter ? area.row + area.rows : area.row - size, rows: size };
  return { ...area, column: isAfter ? area.column + area.columns : area.column - size, columns: size };
}

/** The methods of Excel.Range. */
export const rangeMethods: Readonly<Record<string, RangeMethod>> = {
  GetCell: reaching((area, args) => ({
    row: area.row + args.integer(0),
    column: area.column + args.integer(1),
    rows: 1,
    columns: 1,
  })),
  GetRow: reaching((area, args) => ({ ...area, row: area.row + args.integer(0), rows: 1 })),
  GetColumn: reaching((area, args) => ({ ...area, column: area.column + args.integer(0), columns: 1 })),
  GetLastRow: reaching((area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
  GetLastColumn: reaching((area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
  GetLastCell: reaching((area) => ({
    row: area.row + area.rows - 1,
    column: area.column + area.columns - 1,
    rows: 1,
    columns: 1,
  })),
  GetEntireRow: reaching((area) => ({ ...wholeSheet(), row: area.row, rows: area.rows })),
  GetEntireColumn: reaching((area) => ({ ...wholeSheet(), column: area.column, columns: area.columns })),
  GetResizedRange: reaching((area, args) => ({
    ...area,
    rows: area.rows + args.integer(0),
    columns: area.columns + args.integer(1),
  })),
  GetAbsoluteResizedRange: reaching((area, args) => ({ ...area, rows: args.integer(0), columns: args.integer(1) })),
  GetOffsetRange: reaching((area, args) => ({
    ...area,
    row: area.row + args.integer(0),
    column: area.column + args.integer(1),
  })),
  GetRowsAbove: reaching((area, args) => beside(area, args.optionalInteger(0) ?? 1, 'rows', false)),
  GetRowsBelow: reaching((area, args) => beside(area, args.optionalInteger(0) ?? 1, 'rows', true)),
  GetColumnsBefore: reaching((area, args) => beside(area, args.optionalInteger(0) ?? 1, 'columns', false)),
  GetColumnsAfter: reaching((area, args) => beside(area, args.optionalInteger(0) ?? 1, 'columns', true)),
  GetBoundingRect: (target, args, host) => {
    const other = otherRange(target, args, host);
    if (other.sheet !== target.sheet) throw refusal('InvalidArgument');
    return range({ sheet: target.sheet, area: bounding(target.area, other.area) });
  },
  GetIntersection: (target, args, host) => orRefused(shared(target, otherRange(target, args, host))),
  GetIntersectionOrNullObject: (target, args, host) => orNothing(shared(target, otherRange(target, args, host))),
  GetUsedRange: (target, args) => range(used(target, args) ?? firstCell(target)),
  GetUsedRangeOrNullObject: (target, args) => orNothing(used(target, args)),
  GetSpillParent: (target) => orRefused(spillParent(target)),
  GetSpillParentOrNullObject: (target) => orNothing(spillParent(target)),
  GetSpillingToRange: (target) => orRefused(spillingTo(target)),
  GetSpillingToRangeOrNullObject: (target) => orNothing(spillingTo(target)),
  GetMergedAreasOrNullObject: ({ sheet, area }) => {
    // Only those whose first cell lies in the range (office-js #3611).
    const areas = sheet.merges.filter(
      ({ row, column }) => intersection(area, { row, column, rows: 1, columns: 1 }) !== undefined,
    );
    return areas.length === 0 ? NOTHING : rangeAreas({ sheet, areas });
  },
  Clear: (target, args, host) => clearRange(target, args.optionalText(0) ?? 'All', host),
  Select: (target, _args, host) => host.select(target),
  // Office.js sends this before it splits a grid of more than 1,500 cells into pieces.
  _ValidateArraySize: ({ area }, args) => {
    if (args.integer(0) !== area.rows || args.integer(1) !== area.columns) throw shapeMismatch();
  },
};

/** Those whose answer depends on formulas. */
export const calculatedRangeMethods: readonly string[] = [
  'GetUsedRange',
  'GetUsedRangeOrNullObject',
  'GetSpillParent',
  'GetSpillParentOrNullObject',
  'GetSpillingToRange',
  'GetSpillingToRangeOrNullObject',
];
