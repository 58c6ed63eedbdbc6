/* The line above a table of ours, about its columns that are only workings. */

/** @example workingsNote('Row') -> 'From “Row” to the right, in grey: workings that Poolbook needs.' */
export function workingsNote(heading: string): string {
  return `From “${heading}” to the right, in grey: workings that Poolbook needs.`;
}
