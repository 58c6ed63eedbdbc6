/*
 * Loads the bundle with the tasks, after the pane's first paint. It is not the tasks themselves: the same file is run by
 * the preview's headless runner.
 */

import type * as TasksEntry from '../tasks/index';

/** What the tasks bundle offers; `src/tasks/index.ts` is its definition. */
export type Tasks = typeof TasksEntry;

declare global {
  interface Window {
    PoolbookTasks?: Tasks;
  }
}

let loading: Promise<Tasks> | undefined;

/** The tasks, loaded once. Rejects if `tasks.js` cannot be fetched; the next call tries again. */
export function loadTasks(): Promise<Tasks> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

function load(): Promise<Tasks> {
  return new Promise((resolve, reject) => {
    if (window.PoolbookTasks) {
      resolve(window.PoolbookTasks);
      return;
    }
    const script = document.createElement('script');
    script.src = 'tasks.js';
    script.onload = () => {
      if (window.PoolbookTasks) resolve(window.PoolbookTasks);
      else reject(new Error('tasks.js defined nothing'));
    };
    script.onerror = () => reject(new Error('tasks.js could not be loaded'));
    document.head.append(script);
  });
}
