/*
 * The input tables' typed rows as the ledger side wants them. Only a change of shape: no rule is applied here.
 */
import { comparable } from '../../ledger/cells';
import type { CodeRule, PartnerEntry, PeriodEntry, PoolLine, Adjustment } from '../../ledger/reconcileInputs';
import type { SourceDefinition } from '../../ledger/ledgerLine';
import { type ModelReading, rowsOf } from '../../workbook/readModel';
import { type TypedRow, numberOf, placeOf, textOf } from '../../workbook/readTable';

/** `PoolPartners`, in its order. */
export function partnerEntries(model: ModelReading): PartnerEntry[] {
  const ofProjects = namesIn(model, 'PoolProjectShares');
  const ofCosts = [namesIn(model, 'PoolStaff', 'Employer'), namesIn(model, 'PoolStaff', 'Funder')];
  const withLedger = namesIn(model, 'PoolSources');
  const hosts = new Set(
    rowsOf(model, 'PoolArrangements')
      .filter(isHostedPool)
      .map((row) => comparable(textOf(row, 'Host'))),
  );
  const ofPool = ['PoolSources', 'PoolCodes', 'PoolPeriods', 'PoolBudgets', 'PoolForecasts', 'PoolAdjustments'].map(
    (table) => namesIn(model, table),
  );
  const ofLines = sharersOfLines(model);
  return rowsOf(model, 'PoolPartners')
    .filter((row) => textOf(row, 'Partner') !== '')
    .map((row) => {
      const partner = textOf(row, 'Partner');
      const sharesProjects = ofProjects.has(comparable(partner)) || ofProjects.has(comparable(textOf(row, 'Part of')));
      const paysForPosts = ofCosts.some((names) => names.has(comparable(partner)));
      const isHosted = !withLedger.has(comparable(partner)) && hosts.size > 0 && !hosts.has(comparable(partner));
      // Who bears a hosted pool's variances is its partner, whatever else it shares and whether it has a ledger or not.
      const inPool = [...ofPool, ...(isHosted ? [ofLines] : [])].some((names) => names.has(comparable(partner)));
      return {
        partner,
        shortName: textOf(row, 'Short name'),
        knownAs: textOf(row, 'Known as'),
        reports: inPool || (!sharesProjects && !paysForPosts),
        ...(isHosted ? { isHosted } : {}),
      };
    });
}

/** Everyone who bears a part of a line: by a list that a Risk rule names, a group's members in it, or a contribution. */
function sharersOfLines(model: ModelReading): ReadonlySet<string> {
  const rules = namesIn(model, 'PoolLines', 'Risk rule');
  const listed = rowsOf(model, 'PoolShares')
    .filter((row) => rules.has(comparable(textOf(row, 'Set'))))
    .map((row) => comparable(textOf(row, 'Partner')));
  const named = new Set([...listed, ...namesIn(model, 'PoolContributions')]);
  const members = rowsOf(model, 'PoolPartners')
    .filter((row) => named.has(comparable(textOf(row, 'Part of'))))
    .map((row) => comparable(textOf(row, 'Partner')));
  return new Set([...named, ...members]);
}

/** A pool whose money is in its host's ledger. */
function isHostedPool(row: TypedRow): boolean {
  return textOf(row, 'Host') !== '' && ['pooled', 'aligned'].includes(textOf(row, 'Kind'));
}

/** Every partner that a table has a row for; no blank name. */
function namesIn(model: ModelReading, table: string, column = 'Partner'): ReadonlySet<string> {
  if (!model.tables.has(table)) return new Set();
  return new Set(
    rowsOf(model, table)
      .map((row) => comparable(textOf(row, column)))
      .filter((name) => name !== ''),
  );
}

/** `PoolCodes`, in its order: the first that fits wins. */
export function codeRules(model: ModelReading): CodeRule[] {
  return rowsOf(model, 'PoolCodes').map((row) => ({
    partner: textOf(row, 'Partner'),
    code: textOf(row, 'Code'),
    line: textOf(row, 'Line'),
    percent: numberOf(row, 'Percent') ?? null,
    fromSerial: numberOf(row, 'From') ?? null,
    place: placeOf(row, 'Code'),
    linePlace: placeOf(row, 'Line'),
  }));
}

/** `PoolLines`. */
export function poolLines(model: ModelReading): PoolLine[] {
  return rowsOf(model, 'PoolLines').map((row) => ({
    line: textOf(row, 'Line'),
    scope: textOf(row, 'Scope') === 'excluded' ? 'excluded' : 'in',
    fromSerial: numberOf(row, 'From') ?? null,
  }));
}

/** `PoolPeriods`. A blank status is an open period. */
export function periodEntries(model: ModelReading): PeriodEntry[] {
  return rowsOf(model, 'PoolPeriods').map((row) => ({
    period: textOf(row, 'Period'),
    partner: textOf(row, 'Partner'),
    status: statusOf(row),
    controlTotalPence: numberOf(row, 'Control total') ?? null,
  }));
}

function statusOf(row: TypedRow): PeriodEntry['status'] {
  const status = textOf(row, 'Status');
  return status === 'not received' || status === 'provisional' || status === 'closed' ? status : 'open';
}

/** `PoolAdjustments`. */
export function adjustmentEntries(model: ModelReading): Adjustment[] {
  return rowsOf(model, 'PoolAdjustments').map((row) => ({
    period: textOf(row, 'Period'),
    partner: textOf(row, 'Partner'),
    line: textOf(row, 'Line'),
    amountPence: numberOf(row, 'Amount') ?? 0,
    ...kindOf(row),
    reversesIn: textOf(row, 'Reverses in'),
    places: {
      amount: placeOf(row, 'Amount'),
      period: placeOf(row, 'Period'),
      partner: placeOf(row, 'Partner'),
      line: placeOf(row, 'Line'),
      reversesIn: placeOf(row, 'Reverses in'),
    },
  }));
}

function kindOf(row: TypedRow): Pick<Adjustment, 'kind'> {
  const kind = textOf(row, 'Kind');
  return kind === 'accrual' || kind === 'prepayment' || kind === 'correction' ? { kind } : {};
}

/** One row of `PoolSources`. Headings are compared as typed; blank words take their default. */
export function sourceDefinition(row: TypedRow): SourceDefinition {
  return {
    partner: textOf(row, 'Partner'),
    table: textOf(row, 'Table'),
    holds: textOf(row, 'Holds') === 'balances to date' ? 'balances to date' : 'transactions',
    period: textOf(row, 'Period'),
    date: textOf(row, 'Date'),
    code: textOf(row, 'Code'),
    counterparty: textOf(row, 'Counterparty'),
    reference: textOf(row, 'Reference'),
    amount: textOf(row, 'Amount'),
    sign: textOf(row, 'Sign') === 'reversed' ? 'reversed' : 'as ledger',
    vat: textOf(row, 'VAT'),
  };
}
