/*
 * Runs work that takes a while: progress, cancelling, and what is shown when it stops. It does not know which work it is.
 */
import type { Progress } from '../../tasks/task';
import { brokeSentence, PANE_WORDS } from '../../words/pane';
import type { Pane } from '../pane';
import type { Beginning, Proposal } from '../state';
import type { Tasks } from '../tasksBundle';

/** How often a progress report may redraw: more is not seen, and slows the work. */
const REDRAW_EVERY_MS = 100;
/** After this long without a report the pane says why Excel may be waiting. */
const WAITING_AFTER_MS = 4000;

/** Work to do behind the progress screen. */
export interface Work {
  readonly title: string;
  readonly canCancel: boolean;
  /** What to offer when the work stops: the beginning again, or the corrections it was begun from. */
  readonly way?: { readonly again?: Beginning; readonly proposal?: Proposal };
  run(tasks: Tasks, progress: Progress): Promise<void>;
}

/** Runs it; whatever it throws becomes a sentence on a screen, never a blank pane. */
export async function work(pane: Pane, { title, canCancel, way, run }: Work): Promise<void> {
  pane.isCancelled = false;
  const begun = { at: 'working', title, done: 0, total: 1, doing: PANE_WORDS.starting } as const;
  pane.show({ ...begun, canCancel, stopping: false, waiting: false }, title);
  const watch = watchProgress(pane);
  try {
    await run(await pane.tasks(), watch.progress);
  } catch (error) {
    const sentence = stoppedSentence(error);
    // Cancelled among corrections, the user goes on with them at once.
    if (pane.isCancelled && way?.proposal) pane.show(way.proposal, sentence);
    else pane.show({ at: 'stopped', sentence, ...way }, sentence);
  } finally {
    watch.stop();
  }
}

/** The user pressed Cancel: said at once, done at the next safe point. */
export function cancelWork(pane: Pane): void {
  pane.isCancelled = true;
  const { screen } = pane.state;
  if (screen.at === 'working') pane.show({ ...screen, stopping: true }, PANE_WORDS.cancelling);
}

/** Draws reports of progress, not too many, and notices when none come. */
function watchProgress(pane: Pane): { readonly progress: Progress; stop(): void } {
  let drawnAt = 0;
  let heardAt = Date.now();
  const timer = setInterval(() => {
    const { screen } = pane.state;
    if (screen.at !== 'working' || screen.waiting || Date.now() - heardAt < WAITING_AFTER_MS) return;
    pane.show({ ...screen, waiting: true }, PANE_WORDS.waiting);
  }, 1000);
  const progress: Progress = {
    report: (done, total, doing) => {
      const { screen } = pane.state;
      heardAt = Date.now();
      if (screen.at !== 'working') return;
      const isNews = screen.doing !== doing || screen.waiting;
      if (!isNews && heardAt - drawnAt < REDRAW_EVERY_MS) return;
      drawnAt = heardAt;
      pane.show({ ...screen, done, total, doing, waiting: false }, screen.doing === doing ? '' : doing);
    },
    isCancelled: () => pane.isCancelled,
  };
  return { progress, stop: () => clearInterval(timer) };
}

/** A stop that the tasks foresaw has its own sentence; anything else is said plainly, with what to do. */
function stoppedSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // The tasks are a bundle of their own, so their classes are known here by name only.
  if (error instanceof Error && ['TaskStopped', 'NotLoaded'].includes(error.name)) return message;
  return brokeSentence(message, PANE_WORDS.lookBeforeGoingOn);
}
