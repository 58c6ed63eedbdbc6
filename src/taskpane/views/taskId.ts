/* The id of the line that names the task above a screen's heading: the heading is described by it. */

/** The id. A description of an element that is not there is none, so every heading may name it. */
export const TASK_ID = 'task-title';
