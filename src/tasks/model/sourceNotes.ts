/*
 * What the user must see about one ledger that is proposed: what could not be read, what was passed over, whether its signs,
 * owner and months can be told. It decides nothing; `look` and `sources` did.
 */
import { comparable } from '../../ledger/cells';
import type { LedgerFinding, LedgerFindingKind } from '../../ledger/findings';
import { headingScale } from '../../ledger/recogniseHeading';
import { columnOf } from '../../ledger/recogniseKind';
import type { Finding } from '../../workbook/finding';
import { type ModelFinding, modelFinding } from './findings';
import { headerPlace } from './headerPlace';
import { type Look, isYearless } from './look';
import { isKept, isNoLedgerByName } from './kept';
import { nameList } from './nameList';
import { countTexts } from './parts';
import { type Source } from './sources';
import { tableReference } from './ledgerBlock';

/** What reading a ledger found that matters before a period is chosen. */
const OF_READING: ReadonlySet<LedgerFindingKind> = new Set<LedgerFindingKind>([
  'heading missing', 'heading twice', 'ledger empty', 'no period or date', 'period unreadable', 'amount unreadable',
  'amount blank', 'debit and credit', 'dates unreadable', 'amounts as text', 'part pennies', 'rows left out', 'total differs', 'row without code',
]); // prettier-ignore

/** All findings about one ledger. */
export function sourceFindings(look: Look, source: Source): readonly Finding[] {
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
      detail: { heading: column.text, names: nameList(names, 6) },
    }),
  ];
}

/** Rows of a partner that have an amount and no code. */
export function uncodedFinding(
  look: Look,
  partner: string,
  facts: Look['mapped'][number]['facts'],
): readonly ModelFinding[] {
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
