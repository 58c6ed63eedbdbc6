/*
 * Values sent to properties, checked: a wrong one is InvalidArgument, as in Excel.
 */
import { refusal } from '../hostError';

/** A truth. */
export function truthOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw refusal('InvalidArgument');
  return value;
}

/** One of the words of an Excel enumeration. */
export function wordOf<W extends string>(value: unknown, words: readonly W[]): W {
  const word = words.find((each) => each === value);
  if (word === undefined) throw refusal('InvalidArgument');
  return word;
}

/** A text. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw refusal('InvalidArgument');
  return value;
}

/** A number. */
export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refusal('InvalidArgument');
  return value;
}

/** HTML colour names Excel takes; the host knows those a finance sheet needs. */
const NAMED: Readonly<Partial<Record<string, string>>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};

/** A colour as `#RRGGBB`. */
export function colourOf(value: unknown): string {
  const text = textOf(value);
  const colour = /^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : NAMED[text.toLowerCase()];
  if (colour === undefined) throw refusal('InvalidArgument');
  return colour;
}
