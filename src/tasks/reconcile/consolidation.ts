/*
 * A month's statement added up over pools, where the workbook has more than one: from its rows and PoolArrangements to the
 * rule in `src/pool/consolidation`, and what is found on the way. Not the table: that is `consolidationTable`.
 */
import { comparable } from '../../ledger/cells';
import { arrangementsInForce } from '../../pool/arrangements';
import {
  type ConsolidationRow,
  ConsolidationTooLarge,
  type LineFigures,
  type PoolLine,
  type PoolPlace,
  consolidate,
} from '../../pool/consolidation';
import { consolidationFinding } from '../../workbook/consolidationFindings';
import type { ConsolidationPartner } from '../../workbook/consolidationFormulas';
import type { Finding } from '../../workbook/finding';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { numberOf, placeOf, textOf } from '../../workbook/readTable';
import { BETWEEN, JOINT } from '../../workbook/statementFormulas';
import { contributionsTwice } from './contributionsTwice';
import type { StatementPeriod } from './period';
import type { StatementRow } from './statementModel';

/** Everything about the pools of a month together. */
export interface Consolidation {
  readonly partners: readonly ConsolidationPartner[];
  /** None where there are not two pools. */
  readonly rows: readonly ConsolidationRow[];
  readonly findings: readonly Finding[];
}

/** Adds up a month's statement over pools. */
export function consolidation(
  model: ModelReading,
  statement: readonly StatementRow[],
  period: StatementPeriod,
): Consolidation {
  const names = [...new Set(statement.filter(({ partner }) => !isOwnRow(partner)).map(({ partner }) => partner))];
  const partners = names.map((partner) => ({ partner, shortName: shortNameOf(model, partner) }));
  const lines = poolLines(statement, names);
  const pools = new Map(lines.map(({ pool }) => [comparable(pool), pool]));
  const findings = contributionsTwice(model);
  if (pools.size < 2) return { partners, rows: [], findings };
  const places = poolPlaces(model, pools, period);
  findings.push(...lineFindings(model, lines, places));
  try {
    return { partners, rows: consolidate(lines, places), findings };
  } catch (error) {
    if (!(error instanceof ConsolidationTooLarge)) throw error;
    return { partners, rows: [], findings: [...findings, consolidationFinding('consolidation too large')] };
  }
}

function isOwnRow(partner: string): boolean {
  return partner === JOINT || partner === BETWEEN;
}

function shortNameOf(model: ModelReading, partner: string): string {
  const row = rowsOf(model, 'PoolPartners').find((each) => comparable(textOf(each, 'Partner')) === comparable(partner));
  return row === undefined ? partner : textOf(row, 'Short name');
}

/** Each line with its partners' rows in order and its joint row; a pool in the spelling of its first line. */
function poolLines(statement: readonly StatementRow[], partners: readonly string[]): (PoolLine & { line: string })[] {
  const spelling = new Map<string, string>();
  const byLine = new Map<string, StatementRow[]>();
  for (const row of statement) {
    if (!spelling.has(comparable(row.pool))) spelling.set(comparable(row.pool), row.pool);
    byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  }
  return [...byLine.values()].flatMap((rows) => {
    const joint = rows.find(({ partner }) => partner === JOINT);
    if (joint === undefined) return [];
    const own = partners.map((partner) => rows.find((row) => row.partner === partner));
    return [
      {
        line: joint.line,
        pool: spelling.get(comparable(joint.pool)) ?? joint.pool,
        type: joint.type,
        partners: own.map(figuresOf),
        joint: figuresOf(joint),
      },
    ];
  });
}

const NOTHING: LineFigures = {
  annualBudgetPence: null,
  budgetToDatePence: null,
  actualToDatePence: null,
  ownToDatePence: null,
};

function figuresOf(row: StatementRow | undefined): LineFigures {
  return row ?? NOTHING;
}

/** The pools with the service line and area of their arrangement at the month's end, in the order of PoolArrangements. */
function poolPlaces(
  model: ModelReading,
  pools: ReadonlyMap<string, string>,
  { monthEnd }: StatementPeriod,
): readonly PoolPlace[] {
  const rows = rowsOf(model, 'PoolArrangements').map((row) => ({
    pool: comparable(textOf(row, 'Pool')),
    fromDate: numberOf(row, 'From') ?? 0,
    endDate: numberOf(row, 'Ends') ?? 0,
    part: `${comparable(textOf(row, 'Service line'))}\u0001${comparable(textOf(row, 'Area'))}`,
    kind: 'in view' as const,
    settles: false,
    host: '',
    serviceLine: textOf(row, 'Service line'),
    area: textOf(row, 'Area'),
  }));
  const inForce = arrangementsInForce(rows, monthEnd);
  const names = [...new Set(inForce.map(({ pool }) => pool))].filter((pool) => pools.has(pool));
  return names.map((name) => {
    const own = inForce.filter(({ pool }) => pool === name);
    const together = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ''))].join('; ');
    return {
      pool: pools.get(name) ?? name,
      serviceLine: together(own.map(({ serviceLine }) => serviceLine)),
      area: together(own.map(({ area }) => area)),
    };
  });
}

/** Lines in no pool, and pools that nothing places in the framework. */
function lineFindings(
  model: ModelReading,
  lines: readonly (PoolLine & { line: string })[],
  places: readonly PoolPlace[],
): Finding[] {
  const placed = new Set(places.map(({ pool }) => pool));
  const pools = [...new Set(lines.map(({ pool }) => pool))].filter((pool) => pool !== '' && !placed.has(pool));
  const without = lines.filter(({ pool }) => pool === '').map(({ line }) => line);
  return [
    ...without.map((line) => {
      const row = rowsOf(model, 'PoolLines').find((each) => textOf(each, 'Line') === line);
      const place = row === undefined ? {} : { place: placeOf(row, 'Pool') };
      return consolidationFinding('line without pool', { ...place, detail: { text: line } });
    }),
    ...(model.cells.has('PoolArrangements')
      ? pools.map((pool) => consolidationFinding('pool without place', { detail: { text: pool } }))
      : []),
  ];
}
