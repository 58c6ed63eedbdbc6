/*
 * Turns what was found in a workbook into rows for the input tables, each with its reason. What the model already holds is
 * not proposed again. Nothing is looked for here (look), and no words are made here (words/model).
 */
import { comparable } from '../../ledger/cells';
import { penceToPounds } from '../../money/exact';
import {
  whyArrangement,
  whyBudget,
  whyCode,
  whyLine,
  whyPartner,
  whyPeriod,
  whySource,
} from '../../words/modelReasons';
import type { ModelProposal, ProposedRow, ProposedTable } from '../task';
import { type CodeRow, isLine } from './codes';
import { type Look, isKept } from './look';
import { type Source, tableReference } from './sources';
import type { FoundPartner } from './whose';

type Confidence = ProposedRow['confidence'];

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
  const rows: Readonly<Record<(typeof PROPOSED_TABLES)[number], readonly ProposedRow[]>> = {
    PoolPartners: partnerRows(look),
    PoolArrangements: arrangementRows(look),
    PoolSources: look.sources.map((source) => sourceRow(look, source)),
    PoolLines: lineRows(look, lines),
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

function arrangementRows({ pool }: Look): readonly ProposedRow[] {
  const isSaid = pool.evidence !== '';
  return [
    {
      cells: { Pool: pool.name, Kind: pool.kind },
      why: whyArrangement(pool.evidence),
      confidence: isSaid ? 'likely' : 'guess',
      keep: isSaid,
    },
  ];
}

function sourceRow(look: Look, source: Source): ProposedRow {
  const { definition, part, code, reading, period, date } = source;
  const copy = look.copies.find((other) => other.source === source);
  const amount = part.amount;
  return {
    cells: {
      Partner: definition.partner,
      Table: definition.table,
      Holds: definition.holds,
      Period: definition.period || null,
      Date: definition.date || null,
      Code: definition.code,
      Counterparty: definition.counterparty || null,
      Reference: definition.reference || null,
      Amount: definition.amount,
      Sign: definition.sign,
      VAT: definition.vat || null,
    },
    why: whySource({
      rows: reading.lines.length,
      holds: definition.holds,
      amount: definition.amount,
      amountReason: amount?.reason ?? 'only amount',
      passedOver: (amount?.passedOver ?? []).map(({ column, because }) => ({ heading: column.text, because })),
      code: definition.code,
      codeReason: code.reason,
      listedOn: code.listedOn,
      when: (period ?? date)?.text ?? '',
      copyOf: copy ? tableReference(copy.of.part) : '',
    }),
    confidence: sourceConfidence(source),
    keep: isKept(source, look.copies, look.obstacles),
  };
}

function sourceConfidence({ part, code, partner }: Source): Confidence {
  if (part.amount?.reason === 'only figures' || code.reason === 'nothing repeats' || partner.reason === 'nothing')
    return 'guess';
  const isPlain =
    part.amount?.reason !== 'best heading' && (code.reason === 'heading' || code.reason === 'listed elsewhere');
  return isPlain && (part.date ?? part.period) !== undefined ? 'sure' : 'likely';
}

const CODE_CONFIDENCE: Readonly<Record<CodeRow['why']['kind'], Confidence>> = {
  'on a list': 'sure',
  'on a budget': 'sure',
  'between by payee': 'likely',
  'between by words': 'likely',
  'by its name': 'likely',
  'is a name': 'likely',
  'by itself': 'guess',
  'by its first part': 'guess',
  'too many': 'guess',
};

function codeRow(partner: string, row: CodeRow): ProposedRow {
  return {
    cells: { Partner: partner, Code: row.code, Line: row.line, Percent: null, From: null },
    why: whyCode(row.why, row.rows),
    confidence: CODE_CONFIDENCE[row.why.kind],
    keep: true,
  };
}

interface LineUse {
  readonly line: string;
  readonly partners: Set<string>;
  codes: number;
  hasBudget: boolean;
  confidence: Confidence;
}

/** Every line a code or a budget leads to, once, in order of first appearance; upper and lower case do not part them. */
function linesOf(look: Look): ReadonlyMap<string, LineUse> {
  const lines = new Map<string, LineUse>();
  const use = (line: string): LineUse => {
    const key = comparable(line);
    const known = lines.get(key) ?? {
      line,
      partners: new Set<string>(),
      codes: 0,
      hasBudget: false,
      confidence: 'guess',
    };
    lines.set(key, known);
    return known;
  };
  for (const { partner, rows } of look.mapped) {
    for (const { line, why } of rows.filter((row) => isLine(row.line))) {
      const known = use(line);
      known.partners.add(partner.shortName);
      known.codes++;
      if (CODE_CONFIDENCE[why.kind] !== 'guess') known.confidence = 'likely';
    }
  }
  for (const { line } of look.budgets.rows) {
    const known = use(line);
    known.hasBudget = true;
    known.confidence = 'sure';
  }
  return lines;
}

function lineRows(look: Look, lines: ReadonlyMap<string, LineUse>): readonly ProposedRow[] {
  return [...lines.values()].map(
    ({ line, partners, codes, hasBudget, confidence }): ProposedRow => ({
      cells: { Line: line, Pool: look.pool.name, Scope: 'in', Type: /\bcapital\b/i.test(line) ? 'capital' : 'revenue' },
      why: whyLine([...partners], codes, hasBudget),
      confidence,
      keep: true,
    }),
  );
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
