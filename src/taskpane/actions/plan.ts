/*
 * What the month's and the plan's screens can do: choose, read, write, and write without Excel's own undo if asked.
 */
import { ALL_MONTHS, periodAsked } from '../periodTasks';
import type { Proposal, Screen } from '../state';
import type { Pane } from '../pane';
import type { TaskPlan } from '../../tasks/task';
import { PANE_WORDS, TASK_WORDS } from '../../words/pane';
import { offerTables } from './offerTables';
import { planTask, startTask } from './start';
import { work } from './work';

type PeriodScreen = Extract<Screen, { at: 'period' }>;
type PlanScreen = Extract<Screen, { at: 'plan' }>;

/** What the month's screen can do. */
export interface PeriodActions {
  /** Typed into the field. */
  choose(period: string): void;
  /** Picked from the list. */
  pick(period: string): void;
  other(): void;
  read(): void;
  build(): void;
}

/** The actions over the month's screen. */
export function periodActions(pane: Pane, screen: PeriodScreen): PeriodActions {
  return {
    choose: (period) => pane.show({ ...screen, period }),
    pick: (period) => pane.show({ ...screen, period, isOther: false }),
    other: () => {
      pane.show({ ...screen, isOther: true });
      pane.focus('#other-month');
    },
    read: () => void planTask(pane, screen.task, screen.period === ALL_MONTHS ? {} : { period: screen.period }),
    build: () => void startTask(pane, 'model'),
  };
}

/** What the plan's screen can do. */
export interface PlanActions {
  write(): void;
  correct(): void;
  readAgain(): void;
}

/** The actions over the plan's screen. */
export function planActions(pane: Pane, { plan, proposal }: PlanScreen): PlanActions {
  return {
    write: () => void writePlan(pane, plan),
    correct: () => {
      if (!proposal) return;
      const screen: Proposal = { at: 'proposal', plan, proposal };
      pane.show(screen, PANE_WORDS.proposalTitle);
    },
    readAgain: () => readAgain(pane, plan),
  };
}

/** Reads the workbook anew for the same task and month; where tables were added it offers them anew. */
export function readAgain(pane: Pane, plan: TaskPlan): void {
  if (plan.add !== undefined) return void offerTables(pane);
  const isOfMonth = periodAsked(plan.task) !== undefined;
  if (isOfMonth && plan.period !== undefined) void planTask(pane, plan.task, { period: plan.period });
  else void startTask(pane, plan.task);
}

/** Writes a plan that was shown. `ungrouped`: the user agreed to do without one step in Excel's own undo list. */
export async function writePlan(pane: Pane, plan: TaskPlan, ungrouped = false): Promise<void> {
  await work(pane, {
    title: plan.add === undefined ? TASK_WORDS[plan.task].title : PANE_WORDS.addTables,
    canCancel: false,
    run: async (tasks, progress) => {
      const outcome = await tasks.writePlan(plan, progress, { grouped: !ungrouped });
      if (!outcome.ok && outcome.asksUngrouped === true)
        pane.show({ at: 'ungrouped', plan, sentence: outcome.sentence }, outcome.sentence);
      else pane.show({ at: 'outcome', plan, outcome }, outcome.sentence);
    },
  });
}
