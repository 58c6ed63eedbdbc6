/*
 * What comes of writing a plan: what happened to the workbook, why it was stopped, and what is kept to take the run back.
 */
import type { BlockImage } from './beforeImage';
import type { Finding } from './finding';
import type { HostRefusal } from './host';
import type { InputBlock } from './plan';
import type { CellScalar } from './requests';

/** Why nothing was written, or why what was written was taken back. */
export type WriteStop =
  | { readonly kind: 'no-excel' }
  | { readonly kind: 'excel-too-old' }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'inputs-changed'; readonly inputs: readonly InputBlock[] }
  | { readonly kind: 'undo-not-supported'; readonly refusal: HostRefusal }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** What a run left behind, for taking it back. */
export interface RunRecord {
  readonly images: readonly BlockImage[];
  /** What the cells held right after the run, per image, as `formulas` reads them. */
  readonly after: readonly (readonly (readonly CellScalar[])[])[];
  /** The room that each image's run made (`roomMade`), per image, as it was left; no rows where it made none. */
  readonly room: readonly (readonly (readonly CellScalar[])[])[];
  /** What stood above the rows of each table that was made (`bandMade`), per image; no rows where none was. */
  readonly band: readonly (readonly (readonly CellScalar[])[])[];
}

/** What happened to the workbook. `restored`: something was written and put back as it was. */
export type WriteResult =
  | { readonly ok: true; readonly tables: readonly string[]; readonly record: RunRecord }
  | {
      readonly ok: false;
      readonly workbook: 'unchanged' | 'restored' | 'partly written';
      readonly stop: WriteStop;
      /** Sheets the run had added: emptied, and left standing. */
      readonly emptied: readonly string[];
    };
