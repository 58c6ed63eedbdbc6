/*
 * Everything `reconcile` and `check` read from the workbook, in one batch: the model's tables and every ledger that
 * PoolSources points at. What is wrong comes back as findings; nothing is worked out.
 */
import type { LedgerSource } from '../../ledger/reconcileInputs';
import { sheetAddress } from '../../workbook/address';
import type { Finding } from '../../workbook/finding';
import { workbookFinding } from '../../workbook/findings';
import { fingerprintOf } from '../../workbook/fingerprint';
import type { InputBlock } from '../../workbook/plan';
import { type ModelReading, readModel, rowsOf } from '../../workbook/readModel';
import { placeOf, textOf } from '../../workbook/readTable';
import { Cancelled } from '../../workbook/requests';
import { type LedgerPlace, findLedger, mergedHeadings, readLedgers } from '../../workbook/sources';
import type { PlannedRead, Progress } from '../task';
import { sourceDefinition } from './ledgerInputs';

/** The workbook as `reconcile` sees it. */
export interface ReconcileReading {
  readonly model: ModelReading;
  readonly ledgers: readonly LedgerSource[];
  readonly reads: readonly PlannedRead[];
  readonly inputs: readonly InputBlock[];
  /** What was found on the way: sources not found, merged headings. */
  readonly findings: readonly Finding[];
}

/** Reads it all: five requests, more only for cells above 5 MB. @throws Cancelled when the user stopped it */
export async function readReconcile(context: Excel.RequestContext, progress: Progress): Promise<ReconcileReading> {
  const model = await readModel(context, true);
  const findings: Finding[] = [];
  const found = rowsOf(model, 'PoolSources').flatMap((row) => {
    const text = textOf(row, 'Table');
    if (text === '') return [];
    const place = findLedger(model.shape, text, placeOf(row, 'Table'));
    if ('kind' in place) {
      findings.push({ ...place, partner: textOf(row, 'Partner') });
      return [];
    }
    return [{ definition: sourceDefinition(row), place }];
  });
  if (progress.isCancelled()) throw new Cancelled();

  // Two rows of PoolSources may share a ledger; it is read once.
  const places = new Map<string, LedgerPlace>();
  for (const { place } of found) places.set(sheetAddress(place.area), place);
  const keys = [...places.keys()];
  const cells = await readLedgers(context, [...places.values()], (done, total) => {
    progress.report(done, total, 'Reading the ledgers');
    return progress.isCancelled();
  });
  const blockOf = new Map(keys.map((key, index) => [key, cells[index]]));

  const ledgers = found.flatMap(({ definition, place }): LedgerSource[] => {
    const block = blockOf.get(sheetAddress(place.area));
    return block === undefined ? [] : [{ definition, block }];
  });
  const named = ledgers.map(({ definition, block }) => {
    const { period, date, code, counterparty, reference, amount } = definition;
    const needed = [period, date, code, counterparty, reference, amount].flatMap((headings) => headings.split(';'));
    return { name: definition.table, cells: block, needed };
  });
  findings.push(...(await mergedHeadings(context, named)));

  const ledgerBlocks = [...places.values()].flatMap((place, index): InputBlock[] => {
    const block = cells[index];
    if (block === undefined) return [];
    return [
      {
        what: keys[index] ?? '',
        area: place.area,
        fingerprint: fingerprintOf(block.values),
        bytesPerRow: block.bytesPerRow,
        ...(place.table === undefined ? {} : { table: place.table }),
        ...(place.endRow === undefined ? {} : { endRow: place.endRow }),
      },
    ];
  });
  return {
    model,
    ledgers,
    reads: [...tableReads(model), ...ledgerReads(ledgers)],
    inputs: [...model.blocks, ...ledgerBlocks],
    findings,
  };
}

function tableReads(model: ModelReading): PlannedRead[] {
  return model.blocks.map(({ what, area }) => ({
    where: sheetAddress(area),
    what,
    rows: model.tables.get(what)?.rows.length ?? 0,
  }));
}

function ledgerReads(ledgers: readonly LedgerSource[]): PlannedRead[] {
  return ledgers.map(({ definition, block }) => ({
    where: sheetAddress({
      sheet: block.sheet,
      row: block.row,
      column: block.column,
      rows: block.values.length,
      columns: block.values[0]?.length ?? 1,
    }),
    what: `Ledger of ${definition.partner}`,
    rows: Math.max(0, block.values.length - 1),
  }));
}

/** Tables without which nothing can be reconciled. */
export function missingTables(model: ModelReading): Finding[] {
  return ['PoolPartners', 'PoolLines', 'PoolSources', 'PoolCodes']
    .filter((table) => rowsOf(model, table).length === 0)
    .map((table) => workbookFinding('table missing', { detail: { table } }));
}
