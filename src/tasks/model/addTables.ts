/*
 * Input tables asked for by name, made empty for the user to fill in: `model` without the look. Only those asked for are
 * planned; a table that stands is left as it is, but for the column of a partner who joined later and those it may do without.
 */
import { comparable } from '../../ledger/cells';
import { sheetAddress } from '../../workbook/address';
import type { Finding } from '../../workbook/finding';
import { planBlockers } from '../../workbook/inTheWay';
import { standing } from '../../workbook/ours';
import { hasPartnerColumns } from '../../workbook/partnerColumns';
import type { PlannedTable } from '../../workbook/plan';
import { type ModelReading, readModel, rowsOf } from '../../workbook/readModel';
import { Cancelled } from '../../workbook/requests';
import { INPUT_TABLES, type TableDefinition, definitionOf, optionalMissing } from '../../workbook/schema';
import { readOnly } from '../readOnly';
import type { PlannedRead, Progress, TaskPlan } from '../task';
import { emptyTable } from './emptyTable';
import { modelFinding } from './findings';
import { PARTNERS, type Widened, knownShortNames, partnerProblems, widen } from './widen';

/** What one table asked for comes to. */
interface Added {
  readonly tables: readonly PlannedTable[];
  readonly findings: readonly Finding[];
  /** What must be put right before anything is written. */
  readonly stops: readonly Finding[];
}

/**
 * Plans the tables asked for.
 *
 * @param asked - Names such as `PoolStaff`, in any case; a name that is none is a blocker that lists those there are.
 * @returns a plan without anything to write where all of them are in the workbook
 * @throws ReadRefused when Excel refuses, Cancelled when the user stopped it
 * @example planAdded(['PoolStaff'], undefined, progress) -> a plan with one table to create, no rows, and 'table to fill in'
 */
export async function planAdded(
  asked: readonly string[],
  period: string | undefined,
  progress: Progress,
): Promise<TaskPlan> {
  progress.report(0, 1, 'Looking which tables there are');
  const model = await readOnly((context) => readModel(context));
  if (progress.isCancelled()) throw new Cancelled();
  const { definitions, unknown } = definitionsOf(asked);
  const added = definitions.map((definition) => addOne(definition, model));
  const tables = added.flatMap((one) => one.tables);
  const stops = [
    ...unknown,
    ...added.flatMap((one) => one.stops),
    ...(definitions.some(hasPartnerColumns) ? partnerProblems(model) : []),
  ];
  progress.report(1, 1, 'Looking which tables there are');
  return {
    task: 'model',
    ...(period === undefined ? {} : { period }),
    add: definitions.map(({ name }) => name),
    reads: readsOf(definitions, model),
    totals: { added: tables.map(({ table }) => table) },
    findings: added.flatMap((one) => one.findings),
    blockers: [...stops, ...(await planBlockers(model.shape, tables, model.cells, readOnly))],
    ...(tables.length === 0 ? {} : { workbook: { tables, inputs: inputsOf(definitions, model), when: new Date() } }),
  };
}

/** The tables meant, each once and in the order of the model, and a finding for each name that is none. */
function definitionsOf(asked: readonly string[]): {
  readonly definitions: readonly TableDefinition[];
  readonly unknown: readonly Finding[];
} {
  const names = new Set(asked.map(comparable));
  const known = new Set(INPUT_TABLES.map(({ name }) => comparable(name)));
  const tables = INPUT_TABLES.map(({ name }) => name).join(', ');
  const wrong = asked.length === 0 ? [''] : asked.filter((name) => !known.has(comparable(name)));
  return {
    definitions: INPUT_TABLES.filter(({ name }) => names.has(comparable(name))),
    unknown: wrong.map((text) => modelFinding('table unknown', { detail: { text, tables } })),
  };
}

function addOne(definition: TableDefinition, model: ModelReading): Added {
  const shortNames = knownShortNames(model);
  const { name: table, sheet } = definition;
  const stands = standing(model.shape, definition);
  if (stands.is === 'ours') {
    const there = modelFinding('table there already', { detail: { table } });
    const { tables, findings } =
      optionalMissing(definition, stands.table.columns).length > 0
        ? withOptional(definition, stands.table.columns)
        : widen(definition, stands.table.columns, shortNames);
    return { tables, findings: tables.length > 0 ? findings : [there, ...findings], stops: [] };
  }
  if (hasPartnerColumns(definition) && shortNames.length === 0) {
    return { tables: [], findings: [], stops: [modelFinding('table needs partners', { detail: { table } })] };
  }
  const made = modelFinding('table to fill in', { detail: { table, sheet } });
  return { tables: [emptyTable(definition, shortNames)], findings: [made], stops: [] };
}

/** A table that stands and was asked for gets the columns it may have, at its right end. */
function withOptional(definition: TableDefinition, headings: readonly string[]): Widened {
  const { name: table, columns } = definition;
  const added = optionalMissing(definition, headings);
  return {
    tables: [{ table, action: 'update', columns: columns.map(({ name }) => name), rows: [] }],
    findings: [modelFinding('optional columns added', { detail: { table, names: added.join(', ') } })],
  };
}

function readsOf(definitions: readonly TableDefinition[], model: ModelReading): readonly PlannedRead[] {
  return inputsOf(definitions, model).map(({ what, area }) => ({
    where: sheetAddress(area),
    what: definitionOf(what).title,
    rows: rowsOf(model, what).length,
  }));
}

/** What the plan was made from: the partners where they head columns, and the tables that get one more. */
function inputsOf(definitions: readonly TableDefinition[], { blocks }: ModelReading): ModelReading['blocks'] {
  const byPartner = definitions.filter(hasPartnerColumns).map(({ name }) => name);
  return byPartner.length === 0 ? [] : blocks.filter(({ what }) => [PARTNERS, ...byPartner].includes(what));
}
