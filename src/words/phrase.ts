/*
 * What the sentences about a finding are made from: the fields of a finding as words. Not the sentences themselves.
 */
import type { Finding } from '../workbook/finding';
import { poundsOf } from './money';
import { monthWords } from './month';
import { placeWords } from './place';

/** What is wrong, and what the user can do about it; two whole sentences (the second may be empty for information). */
export interface Phrase {
  readonly what: string;
  readonly whatToDo: string;
}

/** A phrase of both sentences; information alone needs no second. */
export function say(what: string, whatToDo = ''): Phrase {
  return { what, whatToDo };
}

/** A finding's fields as words; a missing one reads as nothing. */
export class Facts {
  constructor(readonly finding: Finding) {}

  /** A field of `detail`. */
  of(name: string): string {
    return String(this.finding.detail?.[name] ?? '');
  }

  /** A count in `detail`. */
  count(name: string): number {
    const value = this.finding.detail?.[name];
    return typeof value === 'number' ? value : Number(value ?? 0);
  }

  get partner(): string {
    return this.finding.partner ?? '';
  }

  get line(): string {
    return this.finding.line ?? '';
  }

  /** The month in words: 2008-09 on its own reads as a year. */
  get period(): string {
    const period = this.finding.period ?? '';
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? monthWords(period) : period;
  }

  get reference(): string {
    return this.finding.reference ?? '';
  }

  get left(): string {
    return poundsOf(this.finding.leftPence ?? 0);
  }

  get right(): string {
    return poundsOf(this.finding.rightPence ?? 0);
  }

  get difference(): string {
    return poundsOf(this.finding.differencePence ?? 0);
  }

  /** How far the two figures are apart, without a sign: the figures themselves show which is greater. */
  get gap(): string {
    return poundsOf(Math.abs(this.finding.differencePence ?? 0));
  }

  /** Where it is: the cell, or the partner, or the table it is about. */
  get where(): string {
    const { place } = this.finding;
    if (place !== undefined) return placeWords(place);
    return this.of('table') || this.partner || this.period || 'The workbook';
  }
}
