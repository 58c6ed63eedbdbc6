/*
 * Where a ledger says debit or credit: in a column of its own, or by writing its credits negative. It turns no sign.
 */
import { type ReadColumn } from './recogniseMoney';

/** Whether more than half of a column's figures are negative, noughts not counting. */
export function mostlyNegative(column: ReadColumn): boolean {
  return column.profile.negatives * 2 > column.profile.filled - column.profile.zeros && column.profile.negatives > 0;
}

const SIGN_WORDS = new Set(['d', 'c', 'dr', 'cr', 'debit', 'credit', 'h', 's', '+', '-', '40', '50']);

/** The column that says debit or credit, if the amount has no sign of its own and both words occur. */
export function signColumnFor(amount: ReadColumn | undefined, columns: readonly ReadColumn[]): ReadColumn | undefined {
  if (!amount || amount.profile.negatives > 0) return undefined;
  return columns.find((column) => {
    if (column === amount || column.profile.distinct < 2 || column.profile.distinct > 4) return false;
    const words = new Set(
      column.values
        .map((value) =>
          String(value ?? '')
            .trim()
            .toLowerCase(),
        )
        .filter((word) => word !== ''),
    );
    const isSigns = [...words].every((word) => SIGN_WORDS.has(word));
    return (
      isSigns &&
      [...words].some((word) => /^(?:c|cr|credit|h|-|50)$/.test(word)) &&
      [...words].some((word) => /^(?:d|dr|debit|s|\+|40)$/.test(word))
    );
  });
}
