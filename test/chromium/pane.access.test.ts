/*
 * The pane for everybody: by keyboard alone, read out, in light and dark, in a narrow pane, at twice the size, and in forced
 * colours.
 */
import type { Page } from 'playwright-core';
import { buildModel, paneOf, press, screen, SLOW_MS, violations } from './paneDriver';
import { openPreview, openSample, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

const SAMPLE = 'derby-shadow-pool-2008-09.xlsx';
let preview: RunningPreview;
let page: Page;
beforeAll(async () => {
  preview = await startPreview();
  page = (await openPreview(preview, `?sample=${SAMPLE}`)).page;
  await screen(page, 'What would you like to do?');
});
afterAll(() => preview.stop());

/** Looks at the screen that is shown, in both themes: between them only the colours differ. */
async function expectAccessible(): Promise<void> {
  // What is folded away is looked at too, and folded again.
  const folded = paneOf(page).locator('details:not([open])');
  await folded.evaluateAll((all) => all.forEach((details) => details.toggleAttribute('data-folded', true)));
  const marked = paneOf(page).locator('details[data-folded]');
  await marked.evaluateAll((all) => all.forEach((details) => details.toggleAttribute('open', true)));
  for (const [colorScheme, rules] of [
    ['dark', ['color-contrast']],
    ['light', []],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await paneOf(page).locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
    expect(await violations(page, rules)).toEqual([]);
  }
  await marked.evaluateAll((all) => all.forEach((details) => details.toggleAttribute('open', false)));
  // Folding takes the focus from what it hides: back to where the screen began.
  await paneOf(page).locator('h1').focus();
}

/** What has the focus in the pane: its words. */
function focused(): Promise<string> {
  return paneOf(page)
    .locator('html')
    .evaluate(({ ownerDocument: { activeElement: element } }) =>
      (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
}

/** Goes on by Tab until a control with these words has the focus, as somebody without a mouse does. */
async function tabTo(words: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (words.test(await focused().catch(() => ''))) return;
  }
  throw new Error(`No control ${words} can be reached by Tab.`);
}

/** Tab to a control, Enter, and the next screen's heading has the focus and the live region has spoken. */
async function enter(words: RegExp, heading: RegExp): Promise<void> {
  await tabTo(words);
  await page.keyboard.press('Enter');
  await screen(page, heading);
  await paneOf(page).locator('h1:focus').waitFor({ timeout: SLOW_MS });
  expect(await focused()).toMatch(heading);
}

test('every task can be done by keyboard alone, and each screen begins at its heading', async () => {
  await expectAccessible();
  await paneOf(page).locator('h1').focus();
  await enter(/^Build the model/, /What was found/);
  await expectAccessible();
  await enter(/^Show the plan/, /The plan/);
  await expectAccessible();
  await enter(/^Write to the workbook/, /Done/);
  await expectAccessible();
  await expect(paneOf(page).locator('#status').textContent()).resolves.toContain('written');
  await enter(/^Reconcile a month/, /Which month/);
  await expectAccessible();
  await enter(/^Read the workbook/, /The plan/);
  await expectAccessible();
  await enter(/^Write to the workbook/, /Done/);
  await expectAccessible();
  await enter(/^Check this workbook/, /Findings/);
  await expectAccessible();
  await enter(/^Back to the tasks/, /What would you like to do/);
  await enter(/^Undo last run/, /Taken back/);
  await expectAccessible();
  await enter(/^Back to the tasks/, /What would you like to do/);
});

test.each([
  ['Tab', /Freeze to values/],
  ['Shift+Tab', /Reconcile a month/],
])('%s at the end of the pane leads out of it', async (key, last) => {
  await paneOf(page).locator('fluent-button', { hasText: last }).focus();
  await page.keyboard.press(key);
  await page.waitForFunction(() => document.activeElement?.id !== 'pane');
});

describe('correcting what was found', () => {
  beforeAll(async () => {
    // The first test's model stands in the workbook: another one has none.
    await openSample(page, SAMPLE);
    await screen(page, 'What would you like to do?');
    await press(page, 'Build the model');
    await screen(page, 'What was found');
  });

  test('a row that breaks a rule is shown again with what is wrong beside its field', async () => {
    const pane = paneOf(page);
    await pane.locator('fluent-button[aria-label^="Change: Derby City Council · "]').first().click();
    const field = pane.getByLabel(/^Short name/);
    await expect(pane.locator('.fields input:focus').count()).resolves.toBe(1);
    await field.fill('');
    await field.press('Tab');
    await press(page, 'Show the plan');
    await pane.locator('fluent-message-bar', { hasText: 'putting right' }).waitFor({ timeout: SLOW_MS });
    await pane.locator('fluent-button[data-problem]').click();
    await expect(pane.getByLabel(/^Short name/).getAttribute('aria-invalid')).resolves.toBe('true');
    await expectAccessible();
    await pane.getByLabel(/^Short name/).fill('Council');
    await pane.getByLabel(/^Short name/).press('Tab');
    await press(page, 'Show the plan');
    await screen(page, 'The plan');
    await press(page, 'Change what was found');
    await screen(page, 'What was found');
  });

  test('a row is added, filled in and left out by keyboard', async () => {
    const pane = paneOf(page);
    await pane.locator('fluent-button[aria-label="Add a row: Partners"]').focus();
    await page.keyboard.press('Enter');
    await pane.locator('.fields input:focus').waitFor();
    await page.keyboard.type('A third partner');
    await page.keyboard.press('Tab');
    const tick = pane.getByRole('checkbox', { name: /A third partner/ });
    await tick.focus();
    await page.keyboard.press('Space');
    await expect(tick.isChecked()).resolves.toBe(false);
    await press(page, 'Show the plan');
    await screen(page, 'The plan');
  });
});

describe.each([
  ['a pane of 320 pixels', 320],
  ['the same at twice the size', 160],
])('in %s', (_why, width) => {
  test('nothing runs out of the side', async () => {
    await page.addStyleTag({
      content: `#pane { width: ${width}px !important; min-width: 0 !important; flex: none !important; }`,
    });
    await press(page, 'Back to the tasks').catch(() => undefined);
    await screen(page, 'What would you like to do?');
    for (const [button, heading] of [
      ['Build the model', 'What was found'],
      ['Show the plan', 'The plan'],
    ] as const) {
      await press(page, button);
      await screen(page, heading);
      const over = await paneOf(page)
        .locator('html')
        .evaluate((root) => root.scrollWidth - root.clientWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
  });
});

test('in a pane of little height the buttons stand at the end and cover nothing', async () => {
  const bar = paneOf(page).locator('.sticky');
  const covers = (): Promise<boolean> => bar.evaluate((element) => getComputedStyle(element).position === 'sticky');
  expect(await covers()).toBe(true);
  await page.setViewportSize({ width: 700, height: 400 });
  expect(await covers()).toBe(false);
  await page.setViewportSize({ width: 1400, height: 800 });
});

test('in forced colours the chosen and the wrong can still be told apart', async () => {
  await page.emulateMedia({ forcedColors: 'active' });
  await press(page, 'Back to the tasks');
  await screen(page, 'What would you like to do?');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
});

test('after a model is written, going on is one press', async () => {
  await buildModel(page);
  await expect(
    paneOf(page).locator('fluent-button', { hasText: 'Reconcile a month' }).getAttribute('appearance'),
  ).resolves.toBe('primary');
});
