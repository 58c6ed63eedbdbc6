/* One block of a task's totals, and how its rows are made of the task's figures. */
import { amountOf, type Figures } from './totalFigures';

/** A title, rows of a label and an amount in pounds for each column, and sentences below them. */
export interface TotalBlock {
  readonly title: string;
  /** The columns' headings; none where there is one column that the labels name. */
  readonly columns?: readonly string[];
  readonly rows: readonly { readonly label: string; readonly amounts: readonly number[] }[];
  readonly notes: readonly string[];
}

/** A row of a block. @example row('Trust', 977_850) */
export const row = (label: string, ...amounts: number[]): TotalBlock['rows'][number] => ({ label, amounts });

/** An amount that the task always gives; 0 where it gave none. */
export const amount = (figures: Figures, key: string): number => amountOf(figures, key) ?? 0;

/** A name or word among the figures; '' where there is none. */
export const nameOf = (figures: Figures, key: string): string => String(figures[key] ?? '');
