/*
 * What is wrong with staff and placements, in their tables and for a month: everything `settle` would refuse, and what it
 * would say of managers. It reads what was read; it writes nothing.
 */
import type { Finding } from '../../workbook/finding';
import { placementFindings } from '../../workbook/placementRules';
import type { ModelReading } from '../../workbook/readModel';
import { staffFindings } from '../../workbook/staffRules';
import type { StatementPeriod } from '../reconcile/period';
import { placementCases, staffPosts } from './costInputs';
import { managerFindings } from './managers';

/** Everything to say about staff and placements; without a month, what their tables alone say. */
export function costFindings(model: ModelReading, period?: StatementPeriod): Finding[] {
  const ofTables = [...staffFindings(model.tables), ...placementFindings(model.tables)];
  if (period === undefined) return ofTables;
  const posts = staffPosts(model, period);
  const cases = placementCases(model, period);
  return [...ofTables, ...posts.findings, ...cases.findings, ...managerFindings(posts.rows, period.monthEnd)];
}
