/*
 * All that the pane knows, as one piece of data: the screen, what is open on it, and a sentence above it. The views draw
 * it and the actions replace it; nothing is kept elsewhere.
 */
import type { ModelProposal, TaskName, TaskPlan, UndoOutcome, WriteOutcome } from '../tasks/task';
import type { PeriodList } from '../tasks/periods';
import type { OfferedTable } from '../tasks/tables';

/** Work under way: what is done of it, and whether it can still be stopped. */
export interface Working {
  readonly at: 'working';
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly doing: string;
  /** Reading can be cancelled; writing and undoing cannot, or the workbook would be left half written. */
  readonly canCancel: boolean;
  readonly stopping: boolean;
  /** Excel has not answered for a while: most often a cell is being edited. */
  readonly waiting: boolean;
}

/** What `model` found, as the user has corrected it so far. `plan` is the plan last made of it. */
export interface Proposal {
  readonly at: 'proposal';
  readonly plan: TaskPlan;
  readonly proposal: ModelProposal;
}

/** What can be begun anew after a stop: a task, or the choice of tables to add. */
export type Beginning = TaskName | 'tables';

/** One screen of the pane. */
export type Screen =
  | { readonly at: 'home' }
  | {
      readonly at: 'period';
      /** The task that asks. */
      readonly task: TaskName;
      readonly period: string;
      readonly list: PeriodList;
      readonly isOther: boolean;
    }
  | {
      readonly at: 'tables';
      readonly tables: readonly OfferedTable[];
      /** The names of those that are ticked. */
      readonly chosen: readonly string[];
    }
  | Working
  | Proposal
  | { readonly at: 'plan'; readonly plan: TaskPlan; readonly proposal?: ModelProposal }
  | { readonly at: 'findings'; readonly plan: TaskPlan }
  | { readonly at: 'outcome'; readonly plan: TaskPlan; readonly outcome: WriteOutcome }
  | { readonly at: 'ungrouped'; readonly plan: TaskPlan; readonly sentence: string }
  | { readonly at: 'undone'; readonly outcome: UndoOutcome }
  | {
      readonly at: 'stopped';
      readonly sentence: string;
      /** What to offer again. */
      readonly again?: Beginning;
      /** Corrections that must not be lost: the way back to them. */
      readonly proposal?: Proposal;
    };

/** Which rows of a proposed table are shown. */
export type RowChoice = 'all' | 'to check' | 'left out';

/** How one list on the screen is being looked at. */
export interface ListView {
  /** How many rows are drawn. */
  readonly shown: number;
  readonly search: string;
  readonly choice: RowChoice;
}

/** How many rows of a list are drawn before `Show more`: thousands at once would not scroll smoothly. */
export const ROWS_PER_PAGE = 25;

/** A list nobody has touched. */
export const FRESH_LIST: ListView = { shown: ROWS_PER_PAGE, search: '', choice: 'all' };

/** One row of the proposal. */
export interface RowId {
  readonly table: string;
  readonly row: number;
}

/** The whole state. */
export interface PaneState {
  readonly screen: Screen;
  /** A sentence above the screen, until the next screen. */
  readonly notice: string;
  /** The lists of this screen that the user has touched, by name. */
  readonly lists: Readonly<Record<string, ListView>>;
  /** The row being corrected. */
  readonly editing: RowId | undefined;
  readonly canUndo: boolean;
  /** What the first screen points to; undefined until the workbook was looked at, and where nothing is to come first. */
  readonly first: TaskName | undefined;
}

/** The state at the beginning. */
export const FIRST_STATE: PaneState = {
  screen: { at: 'home' },
  notice: '',
  lists: {},
  editing: undefined,
  canUndo: false,
  first: undefined,
};

/** The state with another screen: what was open on the old one is closed, unless it is the same kind of screen. */
export function withScreen(state: PaneState, screen: Screen): PaneState {
  if (screen.at === state.screen.at) return { ...state, screen };
  return { ...state, screen, notice: '', lists: {}, editing: undefined, first: undefined };
}

/** The state with one list looked at in another way. */
export function withList(state: PaneState, name: string, change: Partial<ListView>): PaneState {
  const list = state.lists[name] ?? FRESH_LIST;
  return { ...state, lists: { ...state.lists, [name]: { ...list, ...change } } };
}
