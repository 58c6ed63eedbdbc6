/*
 * Reads all ledgers of a run, each once, and knows whose they are. It adds nothing up; a name that means no partner is a
 * finding, and its ledger counts for nobody.
 */
import { ledgerFinding, type LedgerFinding } from './findings';
import { startFingerprint } from './fingerprint';
import type { PartnerNames } from './partnerNames';
import { readLedger, type LedgerReading } from './readLedger';
import type { ReconcileInputs } from './reconcileInputs';

/** One ledger, with the partner it belongs to, or undefined when `PoolPartners` does not have it. */
export interface ReadSource {
  readonly partner: string | undefined;
  readonly holds: 'transactions' | 'balances to date';
  readonly reading: LedgerReading;
}

/** Reads each ledger once: one that is named a second time would count twice. */
export function readSources(
  { sources, period }: ReconcileInputs,
  names: PartnerNames,
  findings: LedgerFinding[],
): ReadSource[] {
  const seen = new Map<string, string>();
  const read: ReadSource[] = [];
  for (const { definition, block } of sources) {
    const partner = names.find(definition.partner);
    const where = `${block.sheet}\n${String(block.row)}\n${String(block.column)}`;
    const other = seen.get(where);
    if (other !== undefined) {
      const place = { sheet: block.sheet, row: block.row, column: block.column };
      const detail = { table: definition.table, other };
      findings.push(ledgerFinding('ledger twice', { partner: definition.partner, place, detail }));
      continue;
    }
    seen.set(where, definition.partner);
    const reading = readLedger({ ...definition, partner: partner ?? definition.partner }, block, period);
    read.push({ partner, holds: definition.holds, reading });
  }
  return read;
}

/** Names in the input tables that mean nobody. A rule's or an adjustment's unknown partner is reported where it is read. */
export function unknownPartners({ sources, periods }: ReconcileInputs, names: PartnerNames): LedgerFinding[] {
  const unknown = new Set<string>();
  for (const { definition } of sources)
    if (!names.find(definition.partner)) unknown.add(`PoolSources\n${definition.partner}`);
  for (const { partner } of periods) if (!names.find(partner)) unknown.add(`PoolPeriods\n${partner}`);
  return [...unknown].map((each) => {
    const [table = '', name = ''] = each.split('\n');
    return ledgerFinding('partner unknown', { detail: { name, table } });
  });
}

/**
 * One mark for all inputs: the ledgers' own marks and every input table. Of PoolPeriods only what the month's figures hang
 * on counts: closing a month, or adding the next, changes nothing of it.
 */
export function fingerprintOfInputs(inputs: ReconcileInputs, read: readonly ReadSource[]): string {
  const mark = startFingerprint();
  mark.add(inputs.period);
  mark.add(inputs.tolerancePence ?? 0);
  for (const { reading } of read) mark.add(reading.source.fingerprint);
  const tables: readonly (readonly object[])[] = [
    inputs.partners,
    inputs.codes,
    inputs.lines,
    inputs.periods
      .filter(({ period }) => period === inputs.period)
      .map(({ partner, status, controlTotalPence }) => ({
        partner,
        isMissing: status === 'not received',
        controlTotalPence,
      })),
    inputs.adjustments,
  ];
  for (const table of tables) {
    mark.add(table.length);
    // Where a row stands in its sheet is not part of what it says.
    for (const row of table) for (const [name, value] of Object.entries(row)) if (name !== 'place') mark.add(value as string | number | boolean | null); // prettier-ignore
  }
  return mark.hex();
}
