/*
 * The pane as its user has it: pressed by the words on its buttons and read by its headings, in the preview's frame.
 */
import { readFileSync } from 'node:fs';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** Reading and writing a sample takes a second or two; a busy machine takes longer. */
export const SLOW_MS = 60_000;

/** The pane's frame, whichever workbook it was opened for. */
export function paneOf(page: Page): FrameLocator {
  return page.frameLocator('#pane');
}

/** Waits for a screen by its heading. */
export async function screen(page: Page, heading: string | RegExp): Promise<Locator> {
  const found = paneOf(page).locator('h1', { hasText: heading });
  await found.waitFor({ timeout: SLOW_MS });
  return found;
}

/** Presses a button by its words. */
export async function press(page: Page, words: string): Promise<void> {
  await paneOf(page).locator('fluent-button', { hasText: words }).first().click({ timeout: SLOW_MS });
}

/** All that the pane shows, closed parts included. */
export async function paneText(page: Page): Promise<string> {
  return (await paneOf(page).locator('main').textContent())?.replace(/\s+/g, ' ').trim() ?? '';
}

/** Waits until the workbook has selected a cell whose address matches, as Excel writes addresses. */
export async function untilSelected(page: Page, address: RegExp): Promise<void> {
  const frame = page.frame({ url: /taskpane\.html/ });
  if (!frame) throw new Error('The pane has no frame.');
  const until = Date.now() + SLOW_MS;
  let selected = '';
  // Not waitForFunction: it takes a promise, whatever it will answer, for a yes.
  while (Date.now() < until) {
    selected = await frame.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return range.address;
      }),
    );
    if (address.test(selected)) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`Selected is ${selected}, and ${String(address)} was expected.`);
}

/** axe itself, as the pane's frame is given it. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe gives back of a rule that is broken. */
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * What axe finds wrong with the pane as it stands; the page around it is tested elsewhere. It runs inside the pane's frame:
 * going through the page and its frames takes six times as long.
 *
 * @param rules - Only these; without them all that axe knows.
 */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const frame = page.frame({ url: /taskpane\.html/ });
  if (!frame) throw new Error('The pane has no frame.');
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const found = await frame.evaluate(async (values) => {
    const { axe } = window as unknown as {
      axe: { run(of: Element, options: object): Promise<{ violations: unknown }> };
    };
    // A colour on its way to another is neither: what is to be judged is where it ends.
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    const only = values.length === 0 ? {} : { runOnly: { type: 'rule', values } };
    return (await axe.run(document.body, { resultTypes: ['violations'], ...only })).violations;
  }, rules);
  return (found as readonly Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** From the list of tasks to a model that is written. */
export async function buildModel(page: Page): Promise<void> {
  await press(page, 'Build the model');
  await screen(page, 'What was found');
  await press(page, 'Show the plan');
  await screen(page, 'The plan');
  await press(page, 'Write to the workbook');
  await screen(page, /^\s*Done/);
}
