/*
 * The XML parser as every reader here uses it: well-formedness is checked, document types are refused, and a fault names
 * the part and the place.
 */
import { SaxesParser } from 'saxes';
import { refuse } from './fault';

/** A parser for one part; the caller adds its own handlers, writes the text and closes it. */
export function openParser(part: string): SaxesParser {
  // Positions are needed for a fault only; saxes tracks characters anyway, so lines cost nothing measurable.
  const parser = new SaxesParser({ position: true });
  parser.on('doctype', () => refuse({ kind: 'entities', part }));
  parser.on('error', (error) => {
    const detail = error.message.replace(/^[^:]*:?\d+:\d+:\s*/, '').replace(/\.$/, '');
    refuse({ kind: 'broken-xml', part, line: parser.line, column: Math.max(parser.column, 1), detail });
  });
  return parser;
}
