/*
 * What a finance lead does after a task that was written, or before one that cannot be yet, so that going on is one press.
 * Which month the step asks for is `periodTasks`.
 */
import type { PeriodList } from '../tasks/periods';
import type { TaskName, TaskPlan, WriteOutcome } from '../tasks/task';

const NEXT: Readonly<Record<TaskName, readonly TaskName[]>> = {
  model: ['reconcile'],
  share: ['check'],
  reconcile: ['check'],
  settle: ['check', 'close'],
  promote: ['check'],
  close: ['check'],
  freeze: ['check'],
  check: [],
};

/** The steps in the order they are taken; none after a run that did not write. */
export function nextSteps(plan: TaskPlan, outcome: WriteOutcome): readonly TaskName[] {
  if (!outcome.ok) return [];
  // Tables to share from were made: the shares are the next run's.
  if (plan.task === 'share' && !outcome.written.includes('PoolSplit')) return ['share'];
  // Empty tables were made: once they are filled in, they are checked.
  if (plan.add !== undefined) return ['check'];
  const { settles } = plan.totals;
  if (plan.task === 'reconcile' && Array.isArray(settles) && settles.length > 0) return ['settle', 'check'];
  return NEXT[plan.task];
}

/** What a workbook asks for when it is opened: a model, then a first month; after that the choice is the user's alone. */
export function firstStep({ hasModel, periods }: PeriodList): TaskName | undefined {
  if (!hasModel) return 'model';
  return periods.some(({ isReconciled }) => isReconciled) ? undefined : 'reconcile';
}

/** What stands in the way of a month until it is reconciled, or reconciled again. */
const RECONCILE_FIRST: ReadonlySet<string> = new Set([
  'settle before reconcile',
  'settle after change',
  'close not reconciled',
  'close ledger changed',
  'close inputs changed',
]);

/** The task that takes away what blocks a plan; undefined where that is the user's to put right in the workbook. */
export function remedyOf({ blockers }: Pick<TaskPlan, 'blockers'>): TaskName | undefined {
  return blockers.some(({ kind }) => RECONCILE_FIRST.has(kind)) ? 'reconcile' : undefined;
}
