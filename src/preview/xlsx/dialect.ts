/*
 * The two forms of the format (transitional, which everybody writes, and strict) and the addresses that name its kinds of
 * parts. Parts that are added speak the form of the workbook they join.
 */
import { type XmlNode } from './xmlTree';

/** The addresses of one form. */
export interface Dialect {
  /** Namespace of SpreadsheetML. */
  readonly main: string;
  /** Namespace of `r:id`, and the start of every relationship type. */
  readonly relationships: string;
}

const TRANSITIONAL: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** The form of a workbook by its root element. */
export function dialectOf(root: XmlNode): Dialect {
  return Object.values(root.attributes).includes(STRICT.main) ? STRICT : TRANSITIONAL;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The content types of the parts that a save may add. */
export const CONTENT_TYPES = {
  worksheet: `${TYPE}.worksheet+xml`,
  table: `${TYPE}.table+xml`,
  styles: `${TYPE}.styles+xml`,
  sheetMetadata: `${TYPE}.sheetMetadata+xml`,
} as const;

/** The prefix of an element's name with its colon, '' for none. @example prefixOf('x:row') -> 'x:' */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}
