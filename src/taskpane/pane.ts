/*
 * The pane itself: it holds the one state, draws it, moves the focus and speaks to the screen reader. What the user does is
 * in `actions/`, what is drawn in `views/`; it knows no rule about money or ledgers.
 */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';

import { startActions } from './actions/start';
import { firstStep } from './nextSteps';
import { FIRST_STATE, type PaneState, type Screen, withScreen } from './state';
import type { Tasks } from './tasksBundle';
import { homeView } from './views/home';
import { stoppedView } from './views/stopped';
import { workingView } from './views/working';

/** What is loaded behind the first screen: the tasks, and every screen that comes after a click. */
export interface Later {
  readonly tasks: Tasks;
  view(pane: Pane, tasks: Tasks): TemplateResult;
}

/** The pane over one element. `start` draws the first screen. */
export class Pane {
  state: PaneState = FIRST_STATE;
  /** True from the press of Cancel until the next work begins. */
  isCancelled = false;
  private later: Later | undefined;

  /**
   * @param element - Where the pane is drawn.
   * @param status - The live region that the screen reader reads out.
   * @param load - Loads what comes after the first screen; called again after a failure.
   */
  constructor(
    private readonly element: HTMLElement,
    private readonly status: HTMLElement,
    private readonly load: () => Promise<Later>,
    readonly today: () => Date = () => new Date(),
  ) {}

  /** Draws the first screen, then loads the tasks behind it. */
  async start(): Promise<void> {
    // lit draws after what is already there: the page's own "Starting" goes first.
    this.element.replaceChildren();
    this.draw();
    // A failure here is not told: the first click tries again, and tells.
    await this.tasks().catch(() => undefined);
    this.draw();
    await this.lookFirst();
  }

  /** The tasks, loaded if need be. Rejects when they cannot be loaded. */
  async tasks(): Promise<Tasks> {
    this.later ??= await this.load();
    return this.later.tasks;
  }

  /**
   * Shows a screen. On a new one the heading takes the focus, so that a keyboard or screen-reader user starts at its top.
   *
   * @param say - Read out by the screen reader; the default says nothing.
   */
  show(screen: Screen, say = ''): void {
    const isNew = screen.at !== this.state.screen.at;
    this.state = withScreen(this.state, screen);
    this.draw();
    if (say !== '') this.say(say);
    if (!isNew) return;
    window.scrollTo(0, 0);
    this.element.querySelector('h1')?.focus();
    if (screen.at === 'home') void this.lookFirst();
  }

  /** Changes something on the screen that is shown. */
  change(part: Partial<PaneState>): void {
    this.state = { ...this.state, ...part };
    this.draw();
  }

  /** Says a sentence to the screen reader. */
  say(sentence: string): void {
    this.status.textContent = sentence;
  }

  /** Moves the focus to an element of the pane, found by a selector, if it is there. */
  focus(selector: string): void {
    const found = this.element.querySelector<HTMLElement>(selector);
    if (!found) return;
    if (!found.matches('a, button, input, select, summary, fluent-button')) found.tabIndex = -1;
    found.focus();
  }

  /** Looks what the workbook needs first. Until that is known no task stands out; a failure is told by the task itself. */
  private async lookFirst(): Promise<void> {
    const list = await this.tasks()
      .then((tasks) => tasks.listPeriods())
      .catch(() => undefined);
    const first = list && firstStep(list);
    if (this.state.screen.at === 'home' && first !== this.state.first) this.change({ first });
  }

  private draw(): void {
    const { notice } = this.state;
    if (this.later) this.state = { ...this.state, canUndo: this.later.tasks.canUndo() };
    const above = notice === '' ? nothing : html`<p class="wrong" role="alert">${notice}</p>`;
    render(html`${above}${this.view()}`, this.element);
  }

  private view(): TemplateResult {
    const { screen, canUndo, first } = this.state;
    const actions = startActions(this);
    switch (screen.at) {
      case 'home':
        return homeView(first, canUndo, actions);
      case 'working':
        return workingView(screen, actions.cancel);
      case 'stopped':
        return stoppedView(screen.sentence, actions.home, actions.wayOn(screen));
      default:
        // Those screens are reached through work that has loaded them; without them the way home is still there.
        return this.later?.view(this, this.later.tasks) ?? homeView(first, canUndo, actions);
    }
  }
}
