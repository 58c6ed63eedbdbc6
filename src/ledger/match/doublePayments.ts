/*
 * The same supplier, reference and amount in the ledgers of two partners: perhaps paid twice. It is for the record and
 * changes no figure; it is never a match.
 */
import { comparable } from '../cells';
import { ledgerFinding, placeOf, type LedgerFinding } from '../findings';
import type { LedgerLine } from '../ledgerLine';
import { referenceHash, sameReference } from '../references';

/** A supplier's name without its legal form. @example supplierName('Acorn Care Ltd.') -> 'acorn care' */
export function supplierName(name: string): string {
  return comparable(name)
    .replace(/[.,']/g, '')
    .replace(/ (ltd|limited|plc|llp|cic)$/, '');
}

function isPayment({ amountPence, counterparty }: LedgerLine): boolean {
  return amountPence > 0 && counterparty !== '';
}

/** The possible double payments between any two ledgers; each row is named once. */
export function findDoublePayments(ledgers: readonly (readonly LedgerLine[])[]): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const seen = new Map<number, LedgerLine[]>();
  ledgers.forEach((lines, ledger) => {
    const fresh: (readonly [number, LedgerLine])[] = [];
    for (const line of lines) {
      const hash = isPayment(line) ? referenceHash(line.reference) : 0;
      if (hash === 0) continue;
      const key = hash ^ line.amountPence % 0x7fffffff;
      const before = seen.get(key);
      const at = before?.findIndex(
        (other) =>
          other.amountPence === line.amountPence &&
          sameReference(other.reference, line.reference) &&
          supplierName(other.counterparty) === supplierName(line.counterparty),
      );
      const [other] = at === undefined || at < 0 ? [] : (before?.splice(at, 1) ?? []);
      if (other) {
        findings.push(
          ledgerFinding('possible double payment', {
            partner: other.partner,
            place: placeOf(other),
            reference: other.reference,
            leftPence: other.amountPence,
            rightPence: line.amountPence,
            differencePence: 0,
            detail: {
              supplier: other.counterparty,
              other: line.partner,
              otherSheet: line.sheet,
              otherRow: line.row,
              otherColumn: line.column,
            },
          }),
        );
      }
      if (ledger < ledgers.length - 1) fresh.push([key, line]);
    }
    // Only now, so that a ledger is never compared with itself.
    for (const [key, line] of fresh) {
      const same = seen.get(key);
      if (same) same.push(line);
      else seen.set(key, [line]);
    }
  });
  return findings;
}
