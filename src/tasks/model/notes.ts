/*
 * What the user must see beside a proposal: what could not be read, what was passed over, what is missing. Findings only;
 * the rows themselves carry their own reasons.
 */
import { comparable } from '../../ledger/cells';
import { capFindings } from '../../ledger/capFindings';
import type { LedgerFinding, LedgerFindingKind } from '../../ledger/findings';
import { headingScale } from '../../ledger/recogniseHeading';
import type { Finding, Place } from '../../workbook/finding';
import { areaAddress, columnLetters } from '../../workbook/address';
import { type BudgetDoubt } from './budgets';
import { type ModelFinding, type ModelFindingKind, modelFinding } from './findings';
import { type Look, isKept, isNoLedgerByName, isYearless } from './look';
import { type Part, countTexts } from './parts';
import { type Obstacle, type Source, tableReference } from './sources';
import { columnOf } from '../../ledger/recogniseKind';
import { isLine } from './codes';

/** What reading a ledger found that matters before a period is chosen. */
const OF_READING: ReadonlySet<LedgerFindingKind> = new Set<LedgerFindingKind>([
  'heading missing', 'heading twice', 'ledger empty', 'no period or date', 'period unreadable', 'amount unreadable',
  'amount blank', 'debit and credit', 'dates unreadable', 'amounts as text', 'part pennies', 'rows left out', 'total differs', 'row without code',
]); // prettier-ignore

/** All findings of a look. `hidden` are the hidden sheets' names. */
export function lookFindings(look: Look, hidden: readonly string[], sheets: readonly string[]): readonly Finding[] {
  return capFindings([
    ...frameFindings(look, sheets),
    ...look.parts.troubled.map(troubledFinding),
    ...look.parts.headless.map(({ sheet, row, column, rows }) =>
      modelFinding('rows without heading', { place: { sheet, row, column }, detail: { sheet, rows } }),
    ),
    ...look.obstacles.map(obstacleFinding),
    ...look.sources.flatMap((source) => sourceFindings(look, source)),
    ...look.mapped.flatMap(({ partner, facts }) => uncodedFinding(look, partner.name, facts)),
    ...partnerFindings(look),
    ...balanceFindings(look),
    ...budgetFindings(look),
    ...sheetFindings(look, hidden),
  ]);
}

function headerPlace({ block }: Part): Place {
  return {
    sheet: block.sheet,
    row: block.headerRow,
    column: block.firstColumn,
    rows: 1,
    columns: block.lastColumn - block.firstColumn + 1,
  };
}

function headingsOf({ columns }: Part): string {
  return columns
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(', ');
}

function frameFindings(look: Look, sheets: readonly string[]): readonly ModelFinding[] {
  if (look.sources.length === 0) return [modelFinding('no ledger found', { detail: { sheets: sheets.join(', ') } })];
  const owners = look.partners.filter((partner) => look.sources.some((source) => source.partner === partner));
  const [only] = owners;
  return owners.length === 1 && only ? [modelFinding('one partner only', { partner: only.name })] : [];
}

function troubledFinding(part: Part): ModelFinding {
  const kind = part.problem === 'no rows' ? 'ledger without rows' : 'ledger without amount';
  return modelFinding(kind, { place: headerPlace(part), detail: { headings: headingsOf(part) } });
}

const OBSTACLES: Readonly<Record<Obstacle['kind'], ModelFindingKind>> = {
  'heading twice': 'ledger heading twice',
  'heading blank': 'ledger heading blank',
  'heading above': 'ledger heading above',
  'heading below': 'ledger heading below',
  'no code': 'ledger without code',
  'sign column': 'ledger sign apart',
};

function obstacleFinding({ part, kind, column }: Obstacle): ModelFinding {
  const merged =
    column &&
    part.grid.merged.find(
      (area) =>
        area.row === part.block.headerRow && area.column < column.column && area.column + area.columns > column.column,
    );
  const place = column
    ? { sheet: part.block.sheet, row: part.block.headerRow, column: column.column }
    : headerPlace(part);
  const [under] = part.block.below;
  if (kind === 'heading below' && under) {
    const cell = { sheet: part.block.sheet, row: part.block.headerRow + 1, column: under.column };
    return modelFinding('ledger heading below', { place: cell, detail: { heading: under.text } });
  }
  if (kind === 'heading blank' && merged) {
    return modelFinding('ledger heading merged', { place, detail: { address: areaAddress(merged) } });
  }
  const detail = {
    heading: column?.text || column?.above || '',
    column: column ? columnLetters(column.column) : '',
    headings: headingsOf(part),
    amount: part.amount?.columns[0]?.text ?? '',
  };
  return modelFinding(OBSTACLES[kind], { place, detail });
}

function sourceFindings(look: Look, source: Source): readonly Finding[] {
  const { part, partner, reading, definition } = source;
  const place = headerPlace(part);
  const facts = { place, partner: partner.name };
  const found: Finding[] = reading.findings.filter(({ kind }: LedgerFinding) => OF_READING.has(kind));
  const copy = look.copies.find((other) => other.source === source);
  if (!copy && (partner.isDoubtful || isNoLedgerByName(source))) {
    const total = reading.lines.reduce((sum, { amountPence }) => sum + amountPence, 0);
    return [modelFinding('list not kept', { ...facts, leftPence: total, detail: { rows: reading.lines.length } })];
  }
  if (copy)
    found.push(
      modelFinding('ledger is a copy', { ...facts, detail: { rows: copy.rows, other: tableReference(copy.of.part) } }),
    );
  if (part.block.isFollowed)
    found.push(modelFinding('ledger ends early', { ...facts, detail: { address: definition.table } }));
  for (const column of part.amount?.columns ?? []) {
    if (headingScale(column.text) !== 1)
      found.push(modelFinding('ledger in thousands', { ...facts, detail: { heading: column.text } }));
  }
  const [amount, second] = part.amount?.columns ?? [];
  if (amount && !second && ['debit', 'credit', 'receipts'].includes(amount.meaning?.concept ?? '')) {
    found.push(modelFinding('one side only', { ...facts, detail: { heading: amount.text } }));
  }
  found.push(...signFinding(source), ...ownerFinding(source), ...unusedFindings(source));
  if (isYearless(source) && look.year === '')
    found.push(modelFinding('period without year', { ...facts, detail: { table: definition.table } }));
  const other = part.amount?.passedOver.find(({ because }) => because === 'other')?.column;
  if (other)
    found.push(modelFinding('amount chosen', { ...facts, detail: { chosen: definition.amount, other: other.text } }));
  return found;
}

/** Columns that would be used if their heading did not stand twice. */
function unusedFindings({ part, partner }: Source): readonly ModelFinding[] {
  const optional = [
    ['counterparty', part.counterparty],
    ['reference', part.reference],
  ] as const;
  return optional.flatMap(([role, column]): ModelFinding[] => {
    if (!column?.isDuplicate) return [];
    const place = { sheet: part.block.sheet, row: part.block.headerRow, column: column.column };
    return [
      modelFinding('ledger column not used', { place, partner: partner.name, detail: { role, heading: column.text } }),
    ];
  });
}

function signFinding({ part, partner, reading }: Source): readonly ModelFinding[] {
  const rows = reading.lines.length;
  const negative = reading.lines.filter(({ amountPence }) => amountPence < 0).length;
  const total = reading.lines.reduce((sum, { amountPence }) => sum + amountPence, 0);
  if (negative * 2 <= rows || total >= 0) return [];
  const facts = { place: headerPlace(part), partner: partner.name, leftPence: total };
  return [modelFinding('ledger mostly negative', { ...facts, detail: { rows, negative } })];
}

/** A column of owners with several bodies in it: the rows are not one partner's. */
function ownerFinding({ part, partner }: Source): readonly ModelFinding[] {
  const column = columnOf(part, 'organisation');
  if (!column || column === part.counterparty) return [];
  const names = [...countTexts(column.values).keys()].filter((name) => comparable(name) !== comparable(column.text));
  if (names.length < 2) return [];
  const facts = {
    place: { sheet: part.block.sheet, row: part.block.headerRow, column: column.column },
    partner: partner.name,
  };
  return [
    modelFinding('several partners in ledger', {
      ...facts,
      detail: { heading: column.text, names: names.slice(0, 6).join(', ') },
    }),
  ];
}

function uncodedFinding(look: Look, partner: string, facts: Look['mapped'][number]['facts']): readonly ModelFinding[] {
  const blank = facts.find(({ code }) => code === '');
  const source = look.sources.find(
    (other) => other.partner.name === partner && isKept(other, look.copies, look.obstacles),
  );
  if (!blank || !source) return [];
  const detail = { rows: blank.rows, heading: source.code.column.text };
  return [
    modelFinding('rows without code', {
      place: headerPlace(source.part),
      partner,
      leftPence: blank.totalPence,
      detail,
    }),
  ];
}

function partnerFindings(look: Look): readonly ModelFinding[] {
  return look.partners.flatMap((partner): ModelFinding[] => {
    const source = look.sources.find((other) => other.partner === partner);
    const found: ModelFinding[] = [];
    if (partner.reason === 'nothing' && source && !partner.isDoubtful) {
      const detail = { name: partner.name, sheet: source.part.block.sheet };
      found.push(modelFinding('partner guessed', { place: headerPlace(source.part), partner: partner.name, detail }));
    }
    const left = partner.knownAs.length > 0 ? partner.unlistable : partner.unlistable.slice(1);
    return [
      ...found,
      ...left.map((name) => modelFinding('spelling not listable', { partner: partner.name, detail: { name } })),
    ];
  });
}

function balanceFindings(look: Look): readonly ModelFinding[] {
  return look.partners
    .filter(({ ledgers }) => ledgers.length > 0)
    .flatMap((partner) =>
      partner.balances.map((part) => {
        const control = look.controls.find((total) => total.partner === partner && total.sheet === part.block.sheet);
        const facts = { place: headerPlace(part), partner: partner.name, detail: { sheet: part.block.sheet } };
        return control
          ? modelFinding('balances as control', { ...facts, leftPence: control.pence, period: control.period })
          : modelFinding('balances not used', facts);
      }),
    );
}

const BUDGET_KINDS: Readonly<Partial<Record<BudgetDoubt['kind'], ModelFindingKind>>> = {
  unreadable: 'budget unreadable',
  'no partner': 'budget without partner',
  'no year': 'budget without year',
  'total differs': 'budget total differs',
  thousands: 'budget in thousands',
};

function budgetFindings(look: Look): readonly ModelFinding[] {
  const { rows, doubts } = look.budgets;
  const coded = new Set(look.mapped.flatMap((entry) => entry.rows.map(({ line }) => comparable(line))));
  const uncoded = [...new Set(rows.map(({ line }) => line))].filter(
    (line) => isLine(line) && !coded.has(comparable(line)),
  );
  const missing = rows.length === 0 && look.sources.length > 0 ? [modelFinding('no budget found')] : [];
  const found = doubts.flatMap((doubt): ModelFinding[] => {
    const kind = BUDGET_KINDS[doubt.kind];
    if (!kind) return [];
    const place =
      doubt.row === undefined
        ? headerPlace(doubt.part)
        : { sheet: doubt.part.block.sheet, row: doubt.row, column: doubt.column ?? 0 };
    const pence = {
      ...(doubt.leftPence === undefined ? {} : { leftPence: doubt.leftPence }),
      ...(doubt.rightPence === undefined ? {} : { rightPence: doubt.rightPence }),
    };
    return [modelFinding(kind, { place, ...pence, detail: { text: doubt.text ?? '' } })];
  });
  const lines =
    uncoded.length > 0
      ? [modelFinding('budget lines without code', { detail: { lines: uncoded.slice(0, 20).join(', ') } })]
      : [];
  return [...missing, ...found, ...lines];
}

function sheetFindings(look: Look, hidden: readonly string[]): readonly ModelFinding[] {
  const notes = look.parts.notes;
  return [
    ...(hidden.length > 0 ? [modelFinding('sheets hidden', { detail: { sheets: hidden.join(', ') } })] : []),
    ...(notes.length > 0 ? [modelFinding('sheets not used', { detail: { sheets: notes.join(', ') } })] : []),
  ];
}
