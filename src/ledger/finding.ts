/*
 * What a finding is: data about something the user must see, with its figures and its cell. No words: `src/words` turns
 * a finding into sentences.
 */

/** `error` stops a figure from being right, `warning` needs a look, `info` is for the record. */
export type Severity = 'error' | 'warning' | 'info';

/** A cell or range in the user's workbook, counted from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
}

/** One finding of kind `Kind`. Amounts are whole pence; what a sentence needs beyond the named fields is in `detail`. */
export interface Finding<Kind extends string = string> {
  readonly kind: Kind;
  readonly severity: Severity;
  readonly period?: string;
  readonly place?: Place;
  readonly partner?: string;
  readonly line?: string;
  readonly reference?: string;
  readonly leftPence?: number;
  readonly rightPence?: number;
  readonly differencePence?: number;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What a finding holds besides its kind and severity. */
export type FindingFacts<Kind extends string = string> = Omit<Finding<Kind>, 'kind' | 'severity'>;

/**
 * The constructor of findings whose kinds have the given severities, so that a kind is as severe wherever it is found.
 *
 * @example findingsOf({ 'not received': 'warning' })('not received', { partner: 'PCT' }) -> a warning about the PCT
 */
export function findingsOf<Kind extends string>(
  severities: Readonly<Record<Kind, Severity>>,
): (kind: Kind, facts?: FindingFacts<Kind>) => Finding<Kind> {
  return (kind, facts = {}) => ({ kind, severity: severities[kind], ...facts });
}
