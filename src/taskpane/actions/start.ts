/*
 * What the first screen can do: begin a task, take back the last run, go home. Writing a plan is in `plan.ts`.
 */
import type { TaskName, TaskPlan, TaskRequest } from '../../tasks/task';
import { monthWords, PANE_WORDS, TASK_WORDS } from '../../words/pane';
import type { Pane } from '../pane';
import { ALL_MONTHS, firstOffered, periodAsked } from '../periodTasks';
import type { Beginning, Screen } from '../state';
import { offerTables } from './offerTables';
import { cancelWork, work } from './work';

type Stopped = Extract<Screen, { at: 'stopped' }>;

/** What can be done from anywhere. */
export interface StartActions {
  start(task: TaskName): void;
  /** Offers the input tables that can be added. */
  addTables(): void;
  /** Begins the next step after a run, for the month of that run where both work on one. */
  goOn(task: TaskName, period: string | undefined): void;
  /** What to do after a stop, if there is something: the task again, or back to the corrections. */
  wayOn(screen: Stopped): { readonly label: string; act(): void } | undefined;
  undo(): void;
  cancel(): void;
  home(): void;
}

/** The actions over one pane. */
export function startActions(pane: Pane): StartActions {
  return {
    start: (task) => void startTask(pane, task),
    addTables: () => void offerTables(pane),
    goOn: (task, period) => {
      if (periodAsked(task) === 'a month' && period !== undefined) void planTask(pane, task, { period });
      else void startTask(pane, task);
    },
    wayOn: ({ again, proposal }) => {
      if (proposal) return { label: PANE_WORDS.correctProposal, act: () => pane.show(proposal) };
      return again && { label: PANE_WORDS.tryAgain, act: () => void beginAgain(pane, again) };
    },
    undo: () => void undoLastRun(pane),
    cancel: () => cancelWork(pane),
    home: () => pane.show({ at: 'home' }),
  };
}

async function beginAgain(pane: Pane, again: Beginning): Promise<void> {
  await (again === 'tables' ? offerTables(pane) : startTask(pane, again));
}

/** Begins a task; one that works on a month first asks for it. */
export async function startTask(pane: Pane, task: TaskName): Promise<void> {
  if (periodAsked(task) !== undefined) await askPeriod(pane, task);
  else await planTask(pane, task, {});
}

/** Asks for the month, offering those the workbook knows. */
async function askPeriod(pane: Pane, task: TaskName): Promise<void> {
  await work(pane, {
    title: TASK_WORDS[task].title,
    canCancel: true,
    way: { again: task },
    run: async (tasks) => {
      const list = await tasks.listPeriods();
      if (pane.isCancelled) return showCancelled(pane);
      const period = firstOffered(task, list, pane.today());
      const isOther = list.periods.length === 0 && period !== ALL_MONTHS;
      pane.show({ at: 'period', task, period, list, isOther }, PANE_WORDS.periodTitle);
    },
  });
}

/** Reads the workbook and shows what came of it: a proposal, a plan or findings. */
export async function planTask(pane: Pane, task: TaskName, request: TaskRequest): Promise<void> {
  await work(pane, {
    title: request.add === undefined ? TASK_WORDS[task].title : PANE_WORDS.addTables,
    canCancel: true,
    way: { again: request.add === undefined ? task : 'tables' },
    run: async (tasks, progress) => {
      const plan = await tasks.planTask(task, request, progress);
      if (pane.isCancelled) showCancelled(pane);
      else showPlan(pane, plan);
    },
  });
}

function showPlan(pane: Pane, plan: TaskPlan): void {
  if (plan.task === 'check') pane.show({ at: 'findings', plan }, PANE_WORDS.findingsTitle);
  else if (plan.proposal && !isHopeless(plan))
    pane.show({ at: 'proposal', plan, proposal: plan.proposal }, PANE_WORDS.proposalTitle);
  else {
    const when = plan.period === undefined ? '' : `: ${monthWords(plan.period)}`;
    pane.show({ at: 'plan', plan }, PANE_WORDS.planTitle + when);
  }
}

/** Nothing was found and something stands in the way: a proposal of empty tables would only hide it. */
function isHopeless({ blockers, proposal }: TaskPlan): boolean {
  return blockers.length > 0 && (proposal?.tables ?? []).every(({ rows }) => rows.every(({ keep }) => !keep));
}

function showCancelled(pane: Pane): void {
  pane.show({ at: 'stopped', sentence: PANE_WORDS.cancelled }, PANE_WORDS.cancelled);
}

/** Takes back the last run and shows what came of it. */
export async function undoLastRun(pane: Pane): Promise<void> {
  await work(pane, {
    title: PANE_WORDS.undo,
    canCancel: false,
    run: async (tasks, progress) => {
      progress.report(0, 1, PANE_WORDS.undoing);
      const outcome = await tasks.undoLastRun();
      pane.show({ at: 'undone', outcome }, outcome.sentence);
    },
  });
}
