/*
 * The built add-in at work on a workbook without Excel: the real Office.js in a realm of its own, the unmodified bundles in
 * it, and the host answering. The tasks know nothing of it.
 */
import type { Progress, TaskPlan, TaskRequest, TotalBlock, WriteOutcome } from '../../tasks/task';
import { Host } from '../executor/host';
import { Wire } from '../executor/wire';
import { loadOffice } from '../office/loadOffice';
import { CannotRun } from './outcome';
import { builtFile, type Session } from './session';

/** A finding of a task, not yet in words. */
export type TaskFinding = TaskPlan['findings'][number];

/** What `dist/tasks.js` offers as `PoolbookTasks`, as far as it is used here. */
export interface TasksBundle {
  planTask(task: string, request: TaskRequest, progress: Progress): Promise<TaskPlan>;
  writePlan(plan: TaskPlan, progress: Progress, options: { readonly ungrouped?: boolean }): Promise<WriteOutcome>;
  describeFinding(finding: TaskFinding): { readonly where: string; readonly sentence: string };
  totalBlocks(totals: TaskPlan['totals']): readonly TotalBlock[];
}

/** Loads the add-in over an open workbook. @param project - The folder that holds `dist/`. */
export function loadAddin(session: Session, project: string): TasksBundle {
  const office = loadOffice();
  const host = new Host(session.book);
  host.calculator = session.calculator;
  office.connect(new Wire(host));
  office.evaluate(builtFile(project, 'functions.js'), 'functions.js');
  office.evaluate(builtFile(project, 'tasks.js'), 'tasks.js');
  const tasks = (office.context as { readonly PoolbookTasks?: TasksBundle }).PoolbookTasks;
  if (!tasks) throw new CannotRun('dist/tasks.js holds no tasks. Run "npm run build" and try again.');
  return tasks;
}
