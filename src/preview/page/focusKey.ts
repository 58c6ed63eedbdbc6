/*
 * F6 moves the keyboard between buttons, grid and pane, as it does in Excel: the grid keeps Tab for itself, and without this
 * key nobody could leave it without a mouse.
 */

/** One part of the page: whether the keyboard is in it, and how to bring it there. */
export interface FocusPart {
  contains(focused: Element | null): boolean;
  focus(): void;
}

/**
 * Listens for F6 and Shift+F6.
 *
 * @param parts - In the order in which F6 visits them.
 * @param frame - Gives the pane's frame, whose own key presses the page does not hear.
 */
export function listenForFocusKey(parts: readonly FocusPart[], frame: () => HTMLIFrameElement): void {
  const move = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    event.stopPropagation();
    const now = parts.findIndex((part) => part.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    parts[(now + step + parts.length) % parts.length]?.focus();
  };
  addEventListener('keydown', move, { capture: true });
  // The frame is made anew with each workbook; its own listener goes with it.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target === frame()) frame().contentWindow?.addEventListener('keydown', move, { capture: true });
    },
    { capture: true },
  );
}
