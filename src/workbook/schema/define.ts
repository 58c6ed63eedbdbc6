/*
 * What a table of the model is: its name, sheet, columns and what a column holds. The tables themselves stand in the files
 * beside this one, a family each; `../schema` puts them together.
 */

/**
 * What a column holds: `text` is kept as text whatever it looks like, `money` is pounds and pence, `number` is any other
 * figure, `date` is an Excel date, `period` is text such as 2026-06, `choice` is one of `words`.
 */
export type ColumnKind = 'text' | 'money' | 'number' | 'date' | 'period' | 'choice';

/** One column of a table. */
export interface ColumnDefinition {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly words?: readonly string[];
  /** A row without it is a finding. */
  readonly required?: boolean;
  /** A table may do without it: it was made before there was one, or has no use for it. */
  readonly optional?: boolean;
}

/** One table of the model. The sheet has the table's name with a space: `PoolPartners` stands on `Pool partners`. */
export interface TableDefinition {
  readonly name: string;
  readonly sheet: string;
  readonly title: string;
  readonly holds: 'input' | 'output';
  readonly columns: readonly ColumnDefinition[];
  /** The columns that tell one row from another; two rows alike in all of them are duplicates. */
  readonly key: readonly string[];
  /**
   * Where the table has a column for each partner, headed by its Short name: after which column they stand, and what they
   * hold. They are not among `columns`, because each workbook has its own.
   */
  readonly partnerColumns?: PartnerColumns;
}

/** The place and kind of the columns a table has for each partner. */
export interface PartnerColumns {
  readonly after: string;
  readonly kind: ColumnKind;
}

/** Marks a column that a table may do without. */
export const OPTIONAL = Symbol('optional');

type Spec = readonly [name: string, kind: ColumnKind, ...rest: (string | true | typeof OPTIONAL)[]];

/**
 * A table's definition.
 *
 * @param specs - Per column: its heading, what it holds, `true` where a row must have it, `OPTIONAL` where a table need not
 *   have the column, and the words it knows.
 */
export function define(
  name: string,
  holds: 'input' | 'output',
  title: string,
  key: readonly string[],
  specs: readonly Spec[],
  partnerColumns?: PartnerColumns,
): TableDefinition {
  const sheet = name.replace(
    /([a-z])([A-Z])/g,
    (_all, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
  const columns = specs.map(([columnName, kind, ...rest]): ColumnDefinition => {
    const words = rest.filter((word): word is string => typeof word === 'string');
    return {
      name: columnName,
      kind,
      ...(words.length > 0 ? { words } : {}),
      ...(rest.includes(true) ? { required: true } : {}),
      ...(rest.includes(OPTIONAL) ? { optional: true } : {}),
    };
  });
  return { name, sheet, title, holds, columns, key, ...(partnerColumns === undefined ? {} : { partnerColumns }) };
}
