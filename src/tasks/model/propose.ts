/*
 * Turns what was found in a workbook into rows for the input tables, each with its reason. What the model already holds is
 * not proposed again. Nothing is looked for here (look), and no words are made here (words/model).
 */
import { comparable } from '../../ledger/cells';
import { penceToPounds } from '../../money/exact';
import { whyArrangement, whyBudget, whyHost, whyListedPool, whyPartner, whyPeriod } from '../../words/modelReasons';
import type { ModelProposal, ProposedRow, ProposedTable } from '../task';
import { type Look } from './look';
import { isKept } from './kept';
import { listedPools } from './listedPools';
import type { FoundPartner } from './whose';
import { type Confidence, codeRow, lineRows, linesOf } from './proposeLines';
import { sourceRow } from './proposeSource';

/** The tables that are proposed, in the order the pane shows them. */
export const PROPOSED_TABLES = [
  'PoolPartners',
  'PoolArrangements',
  'PoolSources',
  'PoolLines',
  'PoolCodes',
  'PoolBudgets',
  'PoolPeriods',
] as const;

/** Rows for every input table a shadow pool needs. */
export function proposeTables(look: Look): ModelProposal {
  const lines = linesOf(look);
  const pools = listedPools(look.parts, new Set(lines.keys()));
  const rows: Readonly<Record<(typeof PROPOSED_TABLES)[number], readonly ProposedRow[]>> = {
    PoolPartners: partnerRows(look),
    PoolArrangements: arrangementRows(look, lines.size, pools),
    PoolSources: look.sources.map((source) => sourceRow(look, source)),
    PoolLines: lineRows(look, lines, pools),
    PoolCodes: look.mapped.flatMap(({ partner, rows: codes }) => codes.map((row) => codeRow(partner.name, row))),
    PoolBudgets: budgetRows(look),
    PoolPeriods: periodRows(look),
  };
  return { tables: PROPOSED_TABLES.map((table): ProposedTable => ({ table, rows: rows[table] })) };
}

function partnerRows(look: Look): readonly ProposedRow[] {
  return look.partners.map((partner): ProposedRow => {
    const own = look.sources.filter((source) => source.partner === partner);
    const confidence: Confidence =
      partner.reason === 'nothing' ? 'guess' : partner.reason === 'other ledger' ? 'likely' : 'sure';
    const knownAs = partner.knownAs.length > 0 ? partner.knownAs : partner.unlistable.slice(0, 1);
    return {
      cells: {
        Partner: partner.name,
        Sector: partner.sector,
        'Short name': partner.shortName,
        'Known as': knownAs.join('; ') || null,
        'Part of': null,
      },
      why: whyPartner(
        partner.reason,
        partner.evidence,
        own.map(({ definition }) => definition.table),
      ),
      confidence,
      keep:
        own.some((source) => isKept(source, look.copies, look.obstacles)) ||
        partner.isListed ||
        hasObstacle(look, partner),
    };
  });
}

/** A partner whose ledger cannot be read yet is still a partner. */
function hasObstacle({ obstacles }: Look, partner: FoundPartner): boolean {
  return (
    !partner.isDoubtful &&
    obstacles.some(({ part }) => partner.ledgers.includes(part) || partner.balances.includes(part))
  );
}

/** The pools that a list names, and the one pool of all other lines. */
function arrangementRows(
  { pool, host }: Look,
  lines: number,
  pools: ReadonlyMap<string, string>,
): readonly ProposedRow[] {
  const isSaid = pool.evidence !== '';
  const hosted = host === undefined ? {} : { Host: host.partner };
  const names = [...new Map([...pools.values()].map((name) => [comparable(name), name])).values()];
  const listed = names.map(
    (name): ProposedRow => ({
      cells: { Pool: name, Kind: pool.kind, ...hosted },
      why: whyListedPool(pool.evidence) + whyHost(host),
      confidence: 'likely',
      keep: true,
    }),
  );
  if (lines > 0 && pools.size === lines) return listed;
  return [
    ...listed,
    {
      cells: { Pool: pool.name, Kind: pool.kind, ...hosted },
      why: whyArrangement(pool.evidence) + whyHost(host),
      confidence: isSaid ? 'likely' : 'guess',
      keep: isSaid,
    },
  ];
}

function budgetRows({ budgets }: Look): readonly ProposedRow[] {
  return budgets.rows
    .filter(({ year }) => year !== '')
    .map(
      (row): ProposedRow => ({
        cells: {
          Line: row.line,
          Partner: row.partner.name,
          Year: row.year,
          Kind: 'original',
          From: null,
          Amount: penceToPounds(row.pence),
          Profile: 'twelfths',
          Reason: null,
        },
        why: whyBudget(row),
        confidence: 'sure',
        keep: true,
      }),
    );
}

function periodRows({ periods }: Look): readonly ProposedRow[] {
  return periods.map(
    ({ period, partner, status, rows, controlPence, takenFrom }): ProposedRow => ({
      cells: {
        Period: period,
        Partner: partner.name,
        Status: status,
        'Control total': controlPence === undefined ? null : penceToPounds(controlPence),
        'Taken from': takenFrom || null,
        'Agreed by': null,
      },
      why: whyPeriod(rows, status, takenFrom),
      confidence: status === 'open' ? 'sure' : 'guess',
      // Whether an extract is still to come, only the user knows: shown, and written only if ticked.
      keep: status === 'open',
    }),
  );
}
