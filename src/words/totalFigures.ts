/* How figures are taken out of a task's totals, whose form is the tasks' own. The one sum is the check of theirs. */

/** One object among the totals. */
export type Figures = Readonly<Record<string, unknown>>;

/** The objects of a list, whatever else may be in it. */
export function recordsOf(value: unknown): readonly Figures[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is Figures => typeof one === 'object' && one !== null);
}

/** An amount in pounds; undefined where the task gave none. */
export function amountOf(figures: Figures, key: string): number | undefined {
  const value = figures[key];
  return typeof value === 'number' ? value : undefined;
}

/** The partner figures that add up to the ledger total, in that order. */
export const PARTS = ['inPool', 'excluded', 'betweenPartners', 'unmapped', 'adjustments'] as const;

/** Ledger total less its parts, in whole pence: pounds are not added, because 0.1 + 0.2 is not 0.3 in them. */
export function gapPence(partner: Figures): number {
  const pence = (key: string): number => Math.round((amountOf(partner, key) ?? 0) * 100);
  return PARTS.reduce((left, part) => left - pence(part), pence('ledgerTotal'));
}
