/* How figures are taken out of a task's totals, whose form is the tasks' own. Nothing is worked out. */

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
