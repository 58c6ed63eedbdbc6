/*
 * Findings about tables that a month is not reconciled from: projects, contributions, posts and cases, grants, steps. What is
 * wrong in them stops the task that reads them, and no month.
 */
import { isAboutContributions } from './contributionRules';
import { isAboutCosts } from './costRules';
import type { Finding } from './finding';
import { isAboutGrants } from './grantRules';
import { isAboutProjects } from './projectRules';
import { isAboutWaterfall } from './waterfallRules';

const APART = [isAboutProjects, isAboutContributions, isAboutCosts, isAboutGrants, isAboutWaterfall];

/** True for a finding that stops no month. @example a grant below nought -> true; a budget line unknown -> false */
export function isApartFromMonth(finding: Finding): boolean {
  return APART.some((is) => is(finding));
}
