/*
 * Which partner a name means: the Partner, its Short name, or a spelling listed under Known as. Names are compared whole;
 * a name that is only part of another is another organisation.
 */
import { comparable, tidyText } from './cells';
import { ledgerFinding, type LedgerFinding } from './findings';
import type { PartnerEntry } from './reconcileInputs';

/** Looks partners up by any of their names. */
export interface PartnerNames {
  /** The partner as `PoolPartners` has it, or undefined. */
  find(name: string): string | undefined;
  readonly findings: readonly LedgerFinding[];
}

/** The spellings of a Known as cell: parted by ';' or ',', and the cell as a whole, as a name may hold a comma. */
function spellings(entry: PartnerEntry): readonly string[] {
  const listed = entry.knownAs.split(/[;,]/).map(tidyText);
  return [entry.partner, entry.shortName, entry.knownAs, ...listed].filter((name) => tidyText(name) !== '');
}

/** All names of all partners; a spelling that two partners claim stays with the first, and is a finding. */
export function partnerNames(partners: readonly PartnerEntry[]): PartnerNames {
  const owners = new Map<string, string>();
  const findings: LedgerFinding[] = [];
  for (const entry of partners) {
    for (const name of new Set(spellings(entry).map(comparable))) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, entry.partner);
      else if (owner !== entry.partner) {
        findings.push(
          ledgerFinding('partner name twice', { partner: entry.partner, detail: { name, partner: owner } }),
        );
      }
    }
  }
  return { find: (name) => owners.get(comparable(name)), findings };
}
