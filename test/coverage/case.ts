/*
 * What a worked case of docs/coverage.md is: a paragraph of a report, what Poolbook does about it, the figures worked out by hand,
 * and how Poolbook is asked for the same. Not the cases themselves: those stand beside this file, one file a report.
 */
import type { FunctionId } from '../../src/functions/examples';
import { call } from '../functions/callFunction';

/** A figure of a case: pounds (1,000.00 on the page), or words and counts as they stand on the page. */
export type Figure = number | string;

/** Figures in the order they are named in the words beside them. */
export type Figures = readonly Figure[];

/** Asks Poolbook for the figures of a case. */
export type Asks = () => Figures | Promise<Figures>;

/** A worked case. */
export interface WorkedCase {
  /** The paragraph, as the report numbers it. */
  readonly paragraph: string;
  /** What Poolbook does about it, as one sentence. */
  readonly does: string;
  /** The figures in words, with the arithmetic; every expected figure stands in it. */
  readonly worked: string;
  /** What Poolbook is asked through: `POOL.SPLIT`, `reconcile` on a workbook, or the name of a rule. */
  readonly through: string;
  /** Worked out by hand. */
  readonly expected: Figures;
  readonly asks: Asks;
  /**
   * What is still missing, where Poolbook does not give the figures yet. The page then says `not yet`, and the test fails as soon
   * as Poolbook does give them, so that the case is taken up.
   */
  readonly pending?: string;
}

/** The cases of one report, or of one kind of source. */
export interface Report {
  readonly title: string;
  /** Where it can be read, and what in the figures is not the report's. */
  readonly note: string;
  /** The file of the cases, below test/coverage. */
  readonly file: string;
  readonly cases: readonly WorkedCase[];
}

/** An amount as it stands on the page. @example amountWords(-15375) -> "−15,375.00" */
export function amountWords(pounds: number): string {
  const [whole = '', pence = ''] = Math.abs(pounds).toFixed(2).split('.');
  return `${pounds < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${pence}`;
}

/** The figures that a POOL function gives, row by row; a refusal is a fault of the case. */
export function figuresOf(id: FunctionId, ...args: readonly unknown[]): Figures {
  const cell = call(id, ...args);
  if ('error' in cell) throw new Error(`POOL.${id}: ${cell.sentence}`);
  return [cell.result].flat(2).map((figure) => {
    if (typeof figure === 'number' || typeof figure === 'string') return figure;
    throw new Error(`POOL.${id} gives ${JSON.stringify(figure)}`);
  });
}
