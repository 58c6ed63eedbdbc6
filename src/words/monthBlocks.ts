/* A month's totals as blocks: the joint figures, each partner's down to its ledger, and what needs a look. */
import { addsUpWords, controlWords, pairWords, PANE_WORDS, TOTAL_WORDS } from './pane';
import { amount, nameOf, row, type TotalBlock } from './totalBlock';
import { amountOf, type Figures, gapPence, PARTS, recordsOf } from './totalFigures';

/** The joint figures of a month, each partner's down to its ledger, and what is unexplained between them. */
export function monthBlocks(totals: Figures): TotalBlock[] {
  const [joint] = recordsOf([totals['joint']]);
  const types = recordsOf(joint?.['byType']);
  const pairs = recordsOf(totals['bridges']).filter(({ to }) => to !== '');
  const lines = recordsOf(totals['lines']).filter(({ partner }) => partner === 'Joint');
  return [
    ...(joint === undefined ? [] : (types.length > 1 ? types : [joint]).map((each) => jointBlock(each, joint))),
    ...recordsOf(totals['partners']).map(partnerBlock),
    ...titled(PANE_WORDS.unmappedCodes, recordsOf(totals['unmapped']), (code) =>
      row(`${nameOf(code, 'code')}, ${nameOf(code, 'partner')}`, amount(code, 'amount')),
    ),
    ...titled(PANE_WORDS.unexplained, pairs, (bridge) =>
      row(
        pairWords(nameOf(bridge, 'bridge'), nameOf(bridge, 'from'), nameOf(bridge, 'to')),
        amount(bridge, 'unexplained'),
      ),
    ),
    ...titled(
      PANE_WORDS.byLine,
      lines,
      (line) => row(nameOf(line, 'line'), amount(line, 'actualToDate'), amount(line, 'variance')),
      [PANE_WORDS.actual, PANE_WORDS.variance],
    ),
  ];
}

function titled(
  title: string,
  list: readonly Figures[],
  rowOf: (figures: Figures) => TotalBlock['rows'][number],
  columns?: readonly string[],
): TotalBlock[] {
  return list.length === 0 ? [] : [{ title, ...(columns && { columns }), rows: list.map(rowOf), notes: [] }];
}

function jointBlock(figures: Figures, joint: Figures): TotalBlock {
  const type = figures === joint ? '' : `, ${nameOf(figures, 'type')}`;
  const keys = ['annualBudget', 'budgetToDate', 'actualToDate', 'variance', 'forecast'];
  const missing = Array.isArray(joint['missing']) ? joint['missing'].map(String) : [];
  return {
    title: `${PANE_WORDS.joint}${type}`,
    rows: known(figures, keys),
    notes: joint['complete'] === false ? [`${PANE_WORDS.incomplete} ${missing.join(', ')}`] : [],
  };
}

function partnerBlock(partner: Figures): TotalBlock {
  const title = nameOf(partner, 'partner');
  if (partner['ledgerTotal'] === null)
    return {
      title,
      rows: [],
      notes: [partner['status'] === 'not received' ? PANE_WORDS.notReceived : PANE_WORDS.noTotal],
    };
  if (amountOf(partner, 'inPool') === undefined)
    return {
      title,
      rows: [row(TOTAL_WORDS['wholeLedger'] ?? '', amount(partner, 'ledgerTotal'))],
      notes: foundWords(partner),
    };
  const control = controlWords(amountOf(partner, 'controlTotal'), amountOf(partner, 'difference'));
  return { title, rows: known(partner, [...PARTS, 'ledgerTotal']), notes: [addsUpWords(gapPence(partner)), control] };
}

const known = (figures: Figures, keys: readonly string[]): TotalBlock['rows'] =>
  keys
    .filter((key) => amountOf(figures, key) !== undefined)
    .map((key) => row(TOTAL_WORDS[key] ?? key, amount(figures, key)));

/** What was found of a ledger before it is reconciled: its rows and months. */
function foundWords({ rows, firstMonth, lastMonth }: Figures): string[] {
  return typeof rows === 'number' ? [PANE_WORDS.found(rows, String(firstMonth ?? ''), String(lastMonth ?? ''))] : [];
}
