/*
 * What the pane shows of a settlement's statements: which rows, under which titles, in which order. Figures are the task's;
 * nothing is added up, and drawing them is `statements`.
 */
import {
  accountTitle,
  grantTitle,
  minimumWords,
  sectionTitle,
  STATEMENT_WORDS,
  statementTitle,
} from '../../words/statementTotals';
import type { LabelledAmount } from './amounts';
import { amountOf, type Figures, recordsOf } from '../../words/totalFigures';

/** A table of labels and amounts, and what is said below it. */
export interface StatementTable {
  readonly caption: string;
  readonly rows: readonly LabelledAmount[];
  readonly lines: readonly string[];
}

/** One statement that can be opened and closed. */
export interface Statement {
  readonly title: string;
  readonly tables: readonly StatementTable[];
}

/** Rows that are a sum of those above. */
const SUMS: ReadonlySet<unknown> = new Set(['total', 'surplus', 'balance', 'share due', 'to pay', 'to receive']);
/** Rows of a partner's statement that are shown even as nothing. */
const ALWAYS: ReadonlySet<unknown> = new Set(['share due']);

/** Every statement of a settlement, in the order of its sheets; none where the task gave none. */
export function statementParts(totals: Figures): readonly Statement[] {
  return [
    ...grantParts(totals['grants']),
    ...recordsOf(totals['memorandum']).map(accountPart),
    ...recordsOf(totals['partnerStatements']).map(partnerPart),
  ];
}

function grantParts(grants: unknown): readonly Statement[] {
  const title = STATEMENT_WORDS.grants;
  if (grants === null) return [{ title, tables: [{ caption: '', rows: [], lines: [STATEMENT_WORDS.notStated] }] }];
  const tables = recordsOf(grants).map((grant): StatementTable => {
    const rows = (['available', 'applied', 'unspent'] as const).flatMap((key): LabelledAmount[] => {
      const amount = amountOf(grant, key);
      return amount === undefined ? [] : [{ label: STATEMENT_WORDS[key], amount, isSum: key === 'unspent' }];
    });
    const isKnown = amountOf(grant, 'applied') !== undefined;
    const lines = [
      ...(isKnown ? [] : [STATEMENT_WORDS.notApplied]),
      minimumWords(amountOf(grant, 'minimum'), amountOf(grant, 'short')),
    ].filter((line) => line !== '');
    return { caption: grantTitle(String(grant['grant']), String(grant['partner'] ?? '')), rows, lines };
  });
  return tables.length === 0 ? [] : [{ title, tables }];
}

function accountPart(account: Figures): Statement {
  const title = accountTitle(String(account['pool']));
  const notKnown = amountOf(account, 'notKnown') ?? 0;
  if (notKnown > 0) {
    return { title, tables: [{ caption: '', rows: [], lines: [STATEMENT_WORDS.accountNotKnown] }] };
  }
  const tables = recordsOf(account['sections']).map((section) => ({
    caption: String(section['section']),
    rows: recordsOf(section['items']).flatMap((item) => rowOf(item, 'total')),
    lines: [],
  }));
  return { title, tables };
}

function partnerPart(statement: Figures): Statement {
  const toSettle = amountOf(statement, 'toSettle') ?? 0;
  const agreements = recordsOf(statement['agreements']).map((agreement) => ({
    caption: sectionTitle(String(agreement['pool']), String(agreement['section'])),
    rows: recordsOf(agreement['rows'])
      .filter((row) => (amountOf(row, 'amount') ?? 0) !== 0 || ALWAYS.has(row['kind']))
      .flatMap((row) => rowOf(row, 'amount')),
    lines: [],
  }));
  const word = toSettle === 0 ? 'settled' : toSettle > 0 ? 'toPay' : 'toReceive';
  const all = { label: STATEMENT_WORDS[word], amount: Math.abs(toSettle), isSum: true };
  const exposure = recordsOf(statement['exposure']).flatMap((row) => rowOf(row, 'amount', String(row['pool'])));
  // An agreement this partner has no part in has one row of nothing: that is not worth a table.
  const concerned = agreements.filter(({ rows }) => rows.some(({ amount }) => amount !== 0));
  return {
    title: statementTitle(String(statement['partner']), toSettle),
    tables: [
      ...concerned,
      { caption: '', rows: [all], lines: [] },
      ...(exposure.length === 0 ? [] : [{ caption: STATEMENT_WORDS.exposure, rows: exposure, lines: [] }]),
    ],
  };
}

function rowOf(figures: Figures, key: string, pool = ''): LabelledAmount[] {
  const amount = amountOf(figures, key);
  if (amount === undefined) return [];
  return [{ label: sectionTitle(pool, String(figures['item'])), amount, isSum: SUMS.has(figures['kind']) }];
}
