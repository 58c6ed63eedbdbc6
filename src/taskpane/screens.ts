/*
 * Which view draws which screen, for all screens after the first. It puts a screen, its view and its actions together.
 */
import './screenComponents';

import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { TaskName } from '../tasks/task';
import { PANE_WORDS, TASK_WORDS } from '../words/pane';
import { listActions } from './actions/lists';
import { periodActions, planActions, readAgain, writePlan } from './actions/plan';
import { proposalActions } from './actions/proposal';
import { startActions } from './actions/start';
import { tablesActions } from './actions/tables';
import type { Pane } from './pane';
import { problemsOf } from './rowProblems';
import type { Screen } from './state';
import type { Tasks } from './tasksBundle';
import { TASK_ID } from './views/taskId';
import { checkedView } from './views/checked';
import { homeView } from './views/home';
import { outcomeView } from './views/outcome';
import { noModelView, periodView } from './views/period';
import { planView } from './views/plan';
import { proposalView } from './views/proposal';
import { stoppedView } from './views/stopped';
import { tablesView } from './views/tables';
import { undoneView } from './views/undone';

/** The screen that the pane's state asks for, under the name of the task that it belongs to. */
export function screenView(pane: Pane, tasks: Tasks): TemplateResult {
  const task = taskOf(pane.state.screen);
  // The heading is described by it, so that it is read out with the heading.
  return html`
    ${task === undefined ? nothing : html`<p class="task quiet" id=${TASK_ID}>${TASK_WORDS[task].title}</p>`}
    ${screenOf(pane, tasks)}
  `;
}

function taskOf(screen: Screen): TaskName | undefined {
  if (screen.at === 'period') return screen.task;
  return 'plan' in screen ? screen.plan.task : undefined;
}

function screenOf(pane: Pane, tasks: Tasks): TemplateResult {
  const { screen, canUndo, editing, first } = pane.state;
  const from = startActions(pane);
  const lists = listActions(pane, tasks);
  switch (screen.at) {
    case 'period': {
      const actions = { ...from, ...periodActions(pane, screen) };
      return screen.list.hasModel ? periodView(screen, actions) : noModelView(actions);
    }
    case 'tables':
      return tablesView(screen, { ...from, ...tablesActions(pane, screen) });
    case 'proposal': {
      const { plan, proposal } = screen;
      const actions = { ...from, ...lists, ...proposalActions(pane, screen) };
      return proposalView(plan, proposal, problemsOf(plan, proposal), editing, actions);
    }
    case 'plan':
      return planView(screen.plan, screen.proposal !== undefined, {
        ...from,
        ...lists,
        ...planActions(pane, screen),
      });
    case 'findings': {
      const actions = { ...from, ...lists, readAgain: () => readAgain(pane, screen.plan) };
      return checkedView(screen.plan, actions);
    }
    case 'outcome': {
      const actions = { ...from, ...lists, readAgain: () => readAgain(pane, screen.plan) };
      return outcomeView(screen.plan, screen.outcome, canUndo, actions);
    }
    case 'ungrouped': {
      const act = (): void => void writePlan(pane, screen.plan, true);
      return stoppedView(screen.sentence, from.home, { label: PANE_WORDS.writeUngrouped, act }, PANE_WORDS.askTitle);
    }
    case 'undone':
      return undoneView(screen.outcome, { ...from, ...lists });
    default:
      return html`${homeView(first, canUndo, from)}`;
  }
}
