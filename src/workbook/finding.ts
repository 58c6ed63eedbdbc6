/*
 * What a finding is, for everything above the ledger. The definition stands in `src/ledger/finding`, because reading a
 * ledger already makes findings; it is not defined twice.
 */
export { type Finding, type Place, type Severity, findingsOf } from '../ledger/finding';
