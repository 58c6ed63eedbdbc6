/*
 * The tables a run writes as values: PoolActuals, PoolMatches, PoolBridge and PoolFindings. Each planned row is one row
 * of the result; nothing is worked out here.
 */
import type { LedgerLine } from '../../ledger/ledgerLine';
import type { ActualFigures, PartnerControl } from '../../ledger/reconcileResult';
import type { Bridge } from '../../ledger/bridgeSteps';
import type { PairItem } from '../../ledger/differences';
import { sheetAddress } from '../../workbook/address';
import type { Finding } from '../../workbook/finding';
import { type PlannedCell, type PlannedTable, numberCell, textCell } from '../../workbook/plan';
import { definitionOf } from '../../workbook/schema';
import { TREATMENTS } from '../../workbook/statementFormulas';
import { describeFinding } from '../../words/findings';
import { moneyCell } from './cells';
import type { StatementPeriod } from './period';

function planned(table: string, period: string, rows: readonly (readonly PlannedCell[])[], note: string): PlannedTable {
  const columns = definitionOf(table).columns.map(({ name }) => name);
  return { table, action: 'replace period', period, columns, rows, note };
}

/** What PoolActuals calls the rows of a target that are not between partners. */
function treatmentOf({ target }: ActualFigures): string {
  if (target === 'line') return TREATMENTS.inPool;
  return target === 'excluded' ? TREATMENTS.excluded : TREATMENTS.unmapped;
}

/** PoolActuals: per partner and line what the ledger gives, April to the period; adjustments are not in it. */
export function planActuals(
  actuals: readonly ActualFigures[],
  controls: readonly PartnerControl[],
  { period, monthEnd }: StatementPeriod,
): PlannedTable {
  const rows = actuals.flatMap((figures) => {
    const control = controls.find(({ partner }) => partner === figures.partner);
    const line = figures.line === '' ? figures.target : figures.line;
    const row = (pence: number, count: number | null, treatment: string): PlannedCell[] => [
      textCell(period),
      textCell(figures.partner),
      textCell(line),
      moneyCell(pence),
      numberCell(count),
      moneyCell(control?.figures?.ledgerTotalPence),
      numberCell(monthEnd),
      textCell(treatment),
    ];
    // The rows of a line are counted together; where both parts stand, the count is beside the first.
    const hasOwn = figures.ownPence !== 0 || (figures.betweenPence === 0 && figures.rows > 0);
    return [
      ...(hasOwn ? [row(figures.ownPence, figures.rows, treatmentOf(figures))] : []),
      ...(figures.betweenPence === 0
        ? []
        : [row(figures.betweenPence, hasOwn ? null : figures.rows, TREATMENTS.between)]),
    ];
  });
  return planned(
    'PoolActuals',
    period,
    rows,
    'What each ledger gives from April to the period, as it was read. Values, not formulas.',
  );
}

const MOST_CELLS_NAMED = 40;

function cellsOf(lines: readonly LedgerLine[]): string {
  const named = lines.slice(0, MOST_CELLS_NAMED).map((line) => sheetAddress({ ...line, rows: 1, columns: 1 }));
  const more = lines.length - named.length;
  return named.join(', ') + (more > 0 ? `, and ${more} more` : '');
}

/** PoolMatches: everything between two partners, matched or not, one row per match or single row. */
export function planMatches(items: readonly PairItem[], period: string): PlannedTable {
  const rows = items.map((item): PlannedCell[] => [
    textCell(period),
    textCell(item.pass === 'none' ? '' : item.pass),
    textCell(item.pass === 'none' ? 'unmatched' : 'accepted'),
    textCell(item.leftPartner),
    textCell(cellsOf(item.left)),
    textCell(item.rightPartner),
    textCell(cellsOf(item.right)),
    textCell(item.reference),
    moneyCell(item.left.length === 0 ? null : item.leftPence),
    moneyCell(item.right.length === 0 ? null : item.rightPence),
    moneyCell(item.differencePence),
    textCell(item.cause),
    textCell(item.reason),
    textCell(item.key),
  ]);
  return planned(
    'PoolMatches',
    period,
    rows,
    'Rows between partners. Two sides that agree total 0.00. A reason you write beside a difference is kept.',
  );
}

const BEGINS = { 'trial balance': 'Trial balance', extract: 'Extract', says: 'Says it', partners: 'Partners' } as const;

/** PoolBridge: every bridge with its first figure, its steps, what stays unexplained and its last figure. */
export function planBridges(bridges: readonly Bridge[], period: string): PlannedTable {
  const rows = bridges.flatMap((bridge) => {
    const row = (
      step: string,
      pence: number | null,
      running: number | null,
      more: { reason?: string; explained?: string; reference?: string; key?: string; partner?: string } = {},
    ): PlannedCell[] => [
      textCell(period),
      textCell(bridge.bridge),
      textCell(bridge.from),
      textCell(bridge.to === '' && more.partner !== bridge.from ? more.partner : bridge.to),
      textCell(step),
      moneyCell(pence),
      moneyCell(running),
      textCell(more.reason),
      textCell(more.explained),
      textCell(more.reference),
      textCell(more.key),
    ];
    return [
      row(BEGINS[bridge.begins], bridge.fromPence, bridge.fromPence),
      ...bridge.steps.map((step) =>
        row(step.step, step.amountPence, step.runningPence, {
          reason: step.reason,
          explained: step.explained ? 'yes' : 'no',
          reference: step.reference,
          key: step.key,
          partner: step.partner,
        }),
      ),
      row(endOf(bridge), null, bridge.toPence),
      row('Unexplained', bridge.unexplainedPence, null),
    ];
  });
  return planned(
    'PoolBridge',
    period,
    rows,
    'From one figure to another, step by step. A reason you write beside a difference is kept over later runs.',
  );
}

function endOf({ bridge, complete }: Bridge): string {
  const words = {
    'ledger to pool': 'In pool',
    charges: 'Other side',
    contributions: 'Other side',
    joint: 'Joint total',
  };
  return complete ? words[bridge] : `${words[bridge]} (incomplete)`;
}

// Excel holds 32,767 characters in a cell; nobody reads that many, and a list of left-out rows can be long.
const LONGEST_TEXT = 4000;

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT)} …`;
}

/** PoolFindings: every finding with its cell, its figures and what to do. */
export function planFindings(findings: readonly Finding[], period: string): PlannedTable {
  const rows = findings.map((finding): PlannedCell[] => {
    const { where, what, whatToDo } = describeFinding(finding);
    return [
      textCell(period),
      textCell(finding.kind),
      textCell(finding.severity),
      textCell(where),
      textCell(finding.partner),
      textCell(finding.line),
      textCell(finding.reference),
      moneyCell(finding.leftPence),
      moneyCell(finding.rightPence),
      moneyCell(finding.differencePence),
      textCell(shortened(`${what} ${whatToDo}`.trim())),
    ];
  });
  return planned(
    'PoolFindings',
    period,
    rows,
    'What the run found: errors stop a figure from being right, warnings need a look.',
  );
}
