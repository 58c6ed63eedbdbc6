/*
 * `CustomFunctions.associate`, as the loader of Office.js defines it before it fetches the part for Excel: a table of
 * functions by id that Microsoft's custom-function runtime then reads.
 */

/** What stands in `window.CustomFunctions` before the runtime is loaded. */
export interface Association {
  associate(id: string, run: (...values: readonly unknown[]) => unknown): void;
  delayInitialization(): void;
  readonly _association: {
    readonly mappings: Record<string, unknown>;
    onchange(listener: () => void): void;
  };
}

/** A table without functions. Ids count in any case. */
export function newAssociation(): Association {
  const mappings: Record<string, unknown> = {};
  const listeners: (() => void)[] = [];
  return {
    associate: (id, run) => {
      mappings[id.toUpperCase()] = run;
      for (const listener of listeners) listener();
    },
    delayInitialization: () => undefined,
    _association: { mappings, onchange: (listener) => listeners.push(listener) },
  };
}
