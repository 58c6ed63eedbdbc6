/*
 * The projects that a settlement takes in: those that can be shared, with their shares. What cannot be shared is a finding
 * of `share`, and a project whose year is closed stays as it was issued.
 */
import { shareProject } from '../../pool/projects';
import type { ModelReading } from '../../workbook/readModel';
import type { SplitPartner } from '../../workbook/splitFormulas';
import { closedPeriods } from '../close/closed';
import { projectInputs } from '../share/projectInputs';
import type { SharedProject } from '../share/splitRows';

/** Every project that can be shared, of every year. */
export function sharedProjects(model: ModelReading, partners: readonly SplitPartner[]): readonly SharedProject[] {
  if (!model.cells.has('PoolProjects') || !model.cells.has('PoolProjectShares')) return [];
  return projectInputs(model, partners).projects.flatMap((input): SharedProject[] => {
    const shares = shareProject(input.given);
    return shares.ok ? [{ input, shares: shares.value }] : [];
  });
}

/** The projects that settle in a month: those of a year settle in its March. */
export function projectsOfMonth(projects: readonly SharedProject[], period: string): readonly SharedProject[] {
  return projects.filter(({ input }) => input.period === period);
}

/** Projects whose year is not closed: the rows of a closed one stay as they were issued. */
export function openProjects(model: ModelReading, projects: readonly SharedProject[]): readonly SharedProject[] {
  const closed = closedPeriods(model);
  return projects.filter(({ input }) => !closed.has(input.period));
}
