/*
 * Adding a table to fill in, in the pane: what is offered and why it cannot be ticked, by keyboard and read out, the plan,
 * the empty table in the workbook, and taking it back. What is made is the task's tests'.
 */
import type { Page } from 'playwright-core';
import { INPUT_TABLES } from '../../src/workbook/schema';
import { buildModel, paneOf, paneText, press, screen, SLOW_MS, untilSelected, violations } from './paneDriver';
import { openPreview, type RunningPreview, startPreview } from './previewBrowser';

jest.setTimeout(180_000);

let preview: RunningPreview;
let page: Page;
let faults: readonly string[];
beforeAll(async () => {
  preview = await startPreview();
  ({ page, faults } = await openPreview(preview, '?sample=derby-shadow-pool-2008-09.xlsx'));
  await screen(page, 'What would you like to do?');
});
afterAll(() => preview.stop());

const tick = (name: RegExp) => paneOf(page).getByRole('checkbox', { name });

/** Goes on by Tab until the control has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await paneOf(page).locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} cannot be reached by Tab.`);
}

test('without a model all tables are offered; the one headed by partners says what is missing first', async () => {
  await press(page, 'Add a table to fill in');
  await screen(page, 'Which tables?');
  await paneOf(page).locator('h1:focus').waitFor({ timeout: SLOW_MS });
  await expect(paneOf(page).getByRole('checkbox').count()).resolves.toBe(INPUT_TABLES.length);
  await expect(tick(/^Joint and seconded staff/).isEnabled()).resolves.toBe(true);
  const placements = tick(/^Placements/);
  await expect(placements.isDisabled()).resolves.toBe(true);
  await expect(placements.getAttribute('aria-describedby')).resolves.toBe(
    'add-PoolPlacements-does add-PoolPlacements-state',
  );
  expect(await paneText(page)).toContain('first build the model, or add Partners and fill it in');
});

test.each(['dark', 'light'] as const)('the screen is accessible (%s)', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await paneOf(page).locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
});

test('nothing ticked is said, and the focus goes to the first that can be', async () => {
  await press(page, 'Show the plan');
  await paneOf(page).getByRole('alert').waitFor();
  await expect(paneOf(page).getByRole('alert').textContent()).resolves.toBe('Tick at least one table.');
  await expect(paneOf(page).locator('#add-PoolStaff:focus').count()).resolves.toBe(1);
});

test('with a model, its tables are shown as there and cannot be ticked', async () => {
  await press(page, 'Back to the tasks');
  await buildModel(page);
  await press(page, 'Back to the tasks');
  await press(page, 'Add a table to fill in');
  await screen(page, 'Which tables?');
  await expect(tick(/^Partners/).isDisabled()).resolves.toBe(true);
  await expect(tick(/^Partners/).isChecked()).resolves.toBe(true);
  await expect(tick(/^Placements/).isEnabled()).resolves.toBe(true);
});

test('by keyboard alone: tick, plan, write; the sheets are one press away', async () => {
  await paneOf(page).locator('h1').focus();
  await tabTo('#add-PoolStaff');
  await page.keyboard.press('Space');
  await tabTo('#add-PoolPlacements');
  await page.keyboard.press('Space');
  await tabTo('fluent-button[appearance=primary]');
  await page.keyboard.press('Enter');
  await screen(page, 'The plan');
  const text = await paneText(page);
  expect(text).toContain('Joint and seconded staff: a new table, empty, for you to fill in');
  expect(text).toContain('Posts that one partner employs and another pays for.');
  expect(await violations(page)).toEqual([]);
  await press(page, 'Write to the workbook');
  await screen(page, /^\s*Done/);
  await paneOf(page).locator('fluent-button[aria-label="Go to Placements, case by case"]').click();
  await untilSelected(page, /Pool placements'!A5$/);
});

test('offered again, they are there; other tables can be chosen from the plan', async () => {
  await press(page, 'Back to the tasks');
  await press(page, 'Add a table to fill in');
  await screen(page, 'Which tables?');
  await expect(tick(/^Placements/).isDisabled()).resolves.toBe(true);
  await tick(/^Grants/).check();
  await press(page, 'Show the plan');
  await screen(page, 'The plan');
  await press(page, 'Choose other tables');
  await screen(page, 'Which tables?');
  await expect(tick(/^Grants/).isChecked()).resolves.toBe(false);
});

test.each([320, 160])('in a pane of %d pixels nothing runs out of the side', async (width) => {
  await page.addStyleTag({
    content: `#pane { width: ${width}px !important; min-width: 0 !important; flex: none !important; }`,
  });
  const over = await paneOf(page)
    .locator('html')
    .evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
  if (process.env['SCREENSHOTS'] !== undefined)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/tables-${width}-${colorScheme}.png` });
    }
});

test('the run can be taken back', async () => {
  await press(page, 'Back to the tasks');
  await press(page, 'Undo last run');
  await screen(page, 'Taken back');
  expect(faults).toEqual([]);
});
