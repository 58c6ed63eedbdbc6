/*
 * The Tab key inside the pane. In Excel on the web Office.js takes the key and moves the focus by a list of its own, which
 * knows neither `summary` nor an element that only a script can focus, such as a heading: from there it leaves the pane.
 * Here the browser's own order is kept, and only at either end is the key left to Office.js, which goes back to Excel.
 */

/** What Tab stops at, the hidden and the switched-off ones among them. */
const STOPS = 'a[href], button, fluent-button, input, select, summary, textarea, [tabindex]';

/** Keeps Tab with the browser wherever there is another stop to go to in the pane. */
export function keepTabNative(page: Document): void {
  // On the document: Office.js listens on the window, so it hears the key after this.
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || !(event.target instanceof Element)) return;
    if (hasStop(page, event.target, event.shiftKey)) event.stopPropagation();
  });
}

/** Whether there is a stop after an element, or before it. */
function hasStop(page: Document, from: Element, isBackward: boolean): boolean {
  const side = isBackward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...page.querySelectorAll<HTMLElement>(STOPS)].some(
    (stop) =>
      stop !== from && (from.compareDocumentPosition(stop) & side) !== 0 && stop.tabIndex >= 0 && isUsable(stop),
  );
}

function isUsable(stop: HTMLElement): boolean {
  return !stop.hasAttribute('disabled') && stop.checkVisibility({ visibilityProperty: true });
}
