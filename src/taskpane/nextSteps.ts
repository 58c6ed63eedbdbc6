/*
 * What a finance lead does after a task that was written, so that going on is one press. Which month the step asks for is
 * `periodTasks`.
 */
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
  const { settles } = plan.totals;
  if (plan.task === 'reconcile' && Array.isArray(settles) && settles.length > 0) return ['settle', 'check'];
  return NEXT[plan.task];
}
