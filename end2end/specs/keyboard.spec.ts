// Everything by the keyboard alone.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { field, form, row, toast } from '../support/page.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

/** Whether an outline, or something in its place, shows where the focus is. */
function focusShows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement!;
    // The calendar's button within a date field is the browser's own; it shows itself.
    if (!focused.matches(':focus')) return true;
    const style = getComputedStyle(focused);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
  });
}

/** Moves on with Tab until the focus is where the locator points. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    expect(await focusShows(page), await page.evaluate(() => document.activeElement!.outerHTML)).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab never gets there.');
}

test('the first Tab offers to skip to the page', async ({ page, open }) => {
  for (const path of ['/dashboard', '/tasks', '/calendar', '/expenses', '/chat']) {
    await open(path);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: /^skip/i });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#page$/);
    await page.keyboard.press('Tab');
    const isInside = () =>
      page.evaluate(() => document.querySelector('main')!.contains(document.activeElement));
    expect(await isInside(), `the next Tab on ${path} is within the page`).toBe(true);
  }
});

test('a task is added, completed, deleted and brought back by keys', async ({ page, open, api }) => {
  // Every stop on three ways through the page.
  test.slow();
  await open('/tasks');
  await tabTo(page, field(form(page, 'add-task'), 'title'));
  await page.keyboard.type('Water the plants');
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('Water the plants');

  await open('/tasks');
  await tabTo(page, row(page, 'Water the plants').complete);
  await page.keyboard.press('Enter');
  await expect(row(page, 'Water the plants').reopen).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ is_complete: true }]);

  await open('/tasks');
  await tabTo(page, row(page, 'Water the plants').delete);
  await page.keyboard.press('Space');
  await expect(row(page, 'Water the plants').delete).toHaveCount(0);
  await tabTo(page, toast(page).getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(row(page, 'Water the plants').reopen).toBeVisible();
});

test('the menu opens and closes by keys', async ({ page, open }) => {
  await open('/tasks');
  const menu = page.locator('details.menu');
  await tabTo(page, menu.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(form(page, 'sign-out').getByRole('button')).toBeVisible();
  await tabTo(page, form(page, 'sign-out').getByRole('button'));
  await page.keyboard.press('Shift+Tab');
  await expect(menu).toHaveAttribute('open');
});
