/*
 * The pane's working: it holds the screen, runs tasks, and draws. It knows no rule about money or ledgers and writes
 * nothing itself: tasks plan, and only a plan that was shown is handed back to be written.
 */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';

import type { Progress, TaskName, TaskPlan } from '../tasks/task';
import type { Finding, Place } from '../workbook/finding';
import { brokeSentence, monthWords, PANE_WORDS, TASK_WORDS } from '../words/pane';
import { recentPeriods, type Screen, withCell, withKeep, withNewRow } from './state';
import type { Tasks } from './tasksBundle';
import { FINDINGS_PER_PAGE, findingsView } from './views/findings';
import { homeView } from './views/home';
import { outcomeView } from './views/outcome';
import { periodView } from './views/period';
import { planView } from './views/plan';
import { type ProposalView, proposalView, ROWS_PER_PAGE } from './views/proposal';
import { stoppedView } from './views/stopped';
import { workingView } from './views/working';

/** How often a progress report may redraw: more is not seen, and slows the work. */
const REDRAW_EVERY_MS = 100;

/** The pane over one document element. `start` draws the first screen. */
export class Pane {
  private screen: Screen = { at: 'home' };
  private proposalOpen: ProposalView = { rowsShown: {}, editing: undefined, findingsShown: FINDINGS_PER_PAGE };
  private findingsShown = FINDINGS_PER_PAGE;
  private cancelled = false;
  /** A sentence above the screen, until the next screen. */
  private notice = '';
  private tasks: Tasks | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly status: HTMLElement,
    private readonly load: () => Promise<Tasks>,
    private readonly today: () => Date = () => new Date(),
  ) {}

  /** Draws the first screen and loads the tasks behind it. */
  async start(): Promise<void> {
    // lit draws after what is already there: the page's own "Starting" goes first.
    this.element.replaceChildren();
    this.show({ at: 'home' });
    this.tasks = await this.load();
    if (this.screen.at === 'home') this.draw();
  }

  private show(screen: Screen, say = ''): void {
    const moved = screen.at !== this.screen.at;
    this.screen = screen;
    if (moved) {
      this.findingsShown = FINDINGS_PER_PAGE;
      this.notice = '';
    }
    this.draw();
    if (say !== '') this.status.textContent = say;
    // The heading takes the focus, so that a keyboard or screen-reader user starts at the top of the new screen.
    if (moved) this.element.querySelector('h1')?.focus();
  }

  private draw(): void {
    const notice = this.notice === '' ? nothing : html`<p class="wrong">${this.notice}</p>`;
    render(html`${notice}${this.view()}`, this.element);
  }

  private view(): TemplateResult {
    const screen = this.screen;
    const canUndo = this.tasks?.canUndo() ?? false;
    switch (screen.at) {
      case 'home':
        return homeView(canUndo, { start: (task) => this.startTask(task), undo: () => void this.undo() });
      case 'period':
        return periodView(screen.period, recentPeriods(this.today()), {
          choose: (period) => this.show({ at: 'period', period }),
          read: () => void this.plan('reconcile', { period: screen.period }),
          back: () => this.home(),
        });
      case 'working':
        return workingView(TASK_WORDS[screen.task].title, screen, () => this.cancel());
      case 'proposal':
        return proposalView(screen.plan, screen.proposal, this.proposalOpen, this.proposalActions(screen));
      case 'plan':
        return planView(screen.plan, screen.proposal !== undefined, this.findingsShown, {
          ...this.findingActions(),
          write: () => void this.write(screen.plan),
          correct: () => screen.proposal && this.show({ at: 'proposal', plan: screen.plan, proposal: screen.proposal }),
          readAgain: () => this.startTask(screen.plan.task, screen.plan.period),
          home: () => this.home(),
        });
      case 'findings':
        return html`
          <h1 tabindex="-1">${PANE_WORDS.findingsTitle}</h1>
          ${findingsView(screen.plan.findings, this.findingsShown, this.findingActions())}
          <div class="buttons">
            <fluent-button appearance="primary" @click=${() => this.startTask('check')}
              >${PANE_WORDS.readAgain}</fluent-button
            >
            <fluent-button @click=${() => this.home()}>${PANE_WORDS.home}</fluent-button>
          </div>
        `;
      case 'outcome':
        return outcomeView(screen.plan, screen.outcome, canUndo, this.findingsShown, {
          ...this.findingActions(),
          undo: () => void this.undo(),
          home: () => this.home(),
        });
      case 'ungrouped':
        return stoppedView(screen.sentence, () => this.home(), {
          label: PANE_WORDS.writeUngrouped,
          act: () => void this.write(screen.plan, true),
        });
      case 'stopped':
        return stoppedView(screen.sentence, () => this.home());
    }
  }

  private home(): void {
    this.show({ at: 'home' });
  }

  private startTask(task: TaskName, period?: string): void {
    if (task === 'reconcile') {
      const last = recentPeriods(this.today())[1] ?? '';
      this.show({ at: 'period', period: period ?? last });
    } else void this.plan(task, {});
  }

  private cancel(): void {
    this.cancelled = true;
    if (this.screen.at === 'working') this.show({ ...this.screen, stopping: true }, PANE_WORDS.cancelling);
  }

  private async plan(task: TaskName, request: Parameters<Tasks['planTask']>[1]): Promise<void> {
    await this.work(task, async (tasks, progress) => {
      const plan = await tasks.planTask(task, request, progress);
      if (this.cancelled) this.show({ at: 'stopped', sentence: PANE_WORDS.cancelled }, PANE_WORDS.cancelled);
      else this.showPlan(plan, request.proposal !== undefined);
    });
  }

  private showPlan(plan: TaskPlan, corrected: boolean): void {
    if (plan.task === 'check') this.show({ at: 'findings', plan }, PANE_WORDS.findingsTitle);
    else if (plan.proposal && !corrected) {
      this.proposalOpen = { rowsShown: {}, editing: undefined, findingsShown: FINDINGS_PER_PAGE };
      this.show({ at: 'proposal', plan, proposal: plan.proposal }, PANE_WORDS.proposalTitle);
    } else {
      const when = plan.period === undefined ? '' : `: ${monthWords(plan.period)}`;
      this.show(
        { at: 'plan', plan, ...(plan.proposal ? { proposal: plan.proposal } : {}) },
        PANE_WORDS.planTitle + when,
      );
    }
  }

  private async write(plan: TaskPlan, ungrouped = false): Promise<void> {
    await this.work(plan.task, async (tasks, progress) => {
      const outcome = await tasks.writePlan(plan, progress, { grouped: !ungrouped });
      if (!outcome.ok && outcome.asksUngrouped === true)
        this.show({ at: 'ungrouped', plan, sentence: outcome.sentence });
      else this.show({ at: 'outcome', plan, outcome }, outcome.sentence);
    });
  }

  private async undo(): Promise<void> {
    this.status.textContent = PANE_WORDS.undoing;
    await this.work('check', async (tasks) => {
      const outcome = await tasks.undoLastRun();
      this.show({ at: 'stopped', sentence: outcome.sentence }, outcome.sentence);
    });
  }

  /** Runs `job` behind the progress screen; whatever it throws becomes a sentence, never a blank pane. */
  private async work(task: TaskName, job: (tasks: Tasks, progress: Progress) => Promise<void>): Promise<void> {
    this.cancelled = false;
    this.show(
      { at: 'working', task, done: 0, total: 1, doing: PANE_WORDS.starting, stopping: false },
      TASK_WORDS[task].title,
    );
    try {
      this.tasks ??= await this.load();
      await job(this.tasks, this.progress(task));
    } catch (error) {
      const sentence = stoppedSentence(error);
      this.show({ at: 'stopped', sentence }, sentence);
    }
  }

  private progress(task: TaskName): Progress {
    let drawnAt = 0;
    return {
      report: (done, total, doing) => {
        const now = Date.now();
        if (this.screen.at !== 'working' || now - drawnAt < REDRAW_EVERY_MS) return;
        drawnAt = now;
        const said = this.screen.doing === doing ? '' : doing;
        this.show({ at: 'working', task, done, total, doing, stopping: this.cancelled }, said);
      },
      isCancelled: () => this.cancelled,
    };
  }

  private findingActions(): {
    describe(finding: Finding): { where: string; sentence: string };
    goTo(place: Place): void;
    showMore(): void;
  } {
    return {
      describe: (finding) => this.tasks?.describeFinding(finding) ?? { where: '', sentence: finding.kind },
      goTo: (place) => void this.goTo(place),
      showMore: () => {
        this.findingsShown += FINDINGS_PER_PAGE;
        this.draw();
      },
    };
  }

  private async goTo(place: Place): Promise<void> {
    const refused = await this.tasks?.goTo(place);
    this.notice = refused ?? '';
    this.draw();
    this.status.textContent = this.notice;
  }

  private proposalActions(screen: Extract<Screen, { at: 'proposal' }>): Parameters<typeof proposalView>[3] {
    const change = (proposal: typeof screen.proposal): void => this.show({ ...screen, proposal });
    const open = (view: Partial<ProposalView>): void => {
      this.proposalOpen = { ...this.proposalOpen, ...view };
      this.draw();
    };
    return {
      ...this.findingActions(),
      showMore: () => open({ findingsShown: this.proposalOpen.findingsShown + FINDINGS_PER_PAGE }),
      keep: (table, row, keep) => change(withKeep(screen.proposal, table, row, keep)),
      edit: (table, row) => open({ editing: { table, row } }),
      doneEditing: () => open({ editing: undefined }),
      setCell: (table, row, column, value) => change(withCell(screen.proposal, table, row, column, value)),
      addRow: (table) => {
        const row = screen.proposal.tables.find((old) => old.table === table)?.rows.length ?? 0;
        this.proposalOpen = {
          ...this.proposalOpen,
          editing: { table, row },
          rowsShown: { ...this.proposalOpen.rowsShown, [table]: row + 1 + ROWS_PER_PAGE },
        };
        change(withNewRow(screen.proposal, table, PANE_WORDS.addedByYou));
      },
      showMoreRows: (table) => {
        const shown = this.proposalOpen.rowsShown[table] ?? ROWS_PER_PAGE;
        open({ rowsShown: { ...this.proposalOpen.rowsShown, [table]: shown + ROWS_PER_PAGE } });
      },
      toPlan: () => void this.plan('model', { proposal: screen.proposal }),
      home: () => this.home(),
    };
  }
}

/** A stop that the tasks foresaw has its own sentence; anything else is said plainly, with what to do. */
function stoppedSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // The tasks are a bundle of their own, so the class is known here by its name only.
  if (error instanceof Error && error.name === 'TaskStopped') return message;
  return brokeSentence(message, PANE_WORDS.lookBeforeGoingOn);
}
