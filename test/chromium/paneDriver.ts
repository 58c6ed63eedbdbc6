/*
 * The pane as its user has it: pressed by the words on its buttons and read by its headings, in the preview's frame.
 */
import { AxeBuilder } from '@axe-core/playwright';
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

/**
 * What axe finds wrong with the pane as it stands; the page around it is tested elsewhere.
 *
 * @param rules - Only these; without them all that axe knows.
 */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(['#pane', 'body']);
  const { violations: found } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return found.flatMap(({ id, nodes }) =>
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
