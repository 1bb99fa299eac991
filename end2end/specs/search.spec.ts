// Finding anything: the page of the search, with scripts and without, and the palette.
import type { Page } from '@playwright/test';
import { fillPlanner } from '../support/demo.ts';
import { form, row, toast } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const PALETTE = { name: 'Search and commands' };

test('the page finds everything, and says what matched', async ({ page, open, api, accessible }) => {
  await fillPlanner(api);
  await open('/search');
  await expect(page.getByRole('heading', { name: 'Changed lately' })).toBeVisible();
  await accessible(page);
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('Lunch');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.waitForURL('**/search?q=Lunch');
  await expect(page.getByRole('heading', { name: /results$/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Team lunch/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Lunch.*12\.50/ })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText(/lunch/i);
  await accessible(page);
});

test('a typing error is forgiven, and a result opens its row', async ({ page, open, arrive, api }) => {
  await api.add('tasks', { title: 'Renew the passport', notes: 'Two photos' });
  await open('/search?q=pasport');
  await page.getByRole('link', { name: /Renew the passport/ }).click();
  await arrive('/tasks');
  await expect(form(page, 'edit-task').locator('[name="title"]')).toHaveValue('Renew the passport');
});

test('what nothing has is told to the assistant', async ({ page, open, api }) => {
  await open('/search?q=' + encodeURIComponent('Buy <b>milk</b> tomorrow'));
  await expect(page.getByRole('heading', { name: 'Nothing has these words' })).toBeVisible();
  await expect(page.locator('.found-page b')).toHaveCount(0);
  await page.getByRole('button', { name: /Tell the assistant/ }).click();
  await expect.poll(async () => (await api.rows('tasks')).length).toBe(1);
});

test.describe('the palette', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts there is the page');

  test('opens by key and button, and gives the focus back', async ({ page, open, api, accessible }) => {
    await fillPlanner(api);
    await open('/tasks');
    const palette = page.getByRole('dialog', PALETTE);
    await page.getByRole('searchbox', { name: 'Search tasks' }).focus();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await expect(palette.getByRole('group', { name: 'Lately' }).getByRole('option').first()).toBeVisible();
    await expect(palette.getByRole('group', { name: 'On this page' })).toContainText('Upcoming tasks');
    await accessible(page);
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toBeFocused();
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await expect(palette).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(palette).toBeHidden();
  });

  test('goes where is chosen, by arrows and Enter', async ({ page, open, person }) => {
    expect(person.token).toBeTruthy();
    await open('/tasks');
    await type(page, 'go');
    await expect(chosen(page)).toHaveText(/Today/);
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page)).toHaveText(/Calendar/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(chosen(page)).toHaveText(/Tell the assistant/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/calendar$/);
    await expect(page.getByRole('dialog', PALETTE)).toBeHidden();
  });

  test('finds while one types, and the last words count', async ({ page, open, api, accessible }) => {
    await fillPlanner(api);
    await open('/dashboard');
    await page.route('**/fn/search/palette?q=dent&*', async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
    await type(page, 'dent');
    await page.waitForTimeout(150);
    await page.getByRole('combobox').fill('passport');
    const found = page.getByRole('group', { name: 'Found' });
    await expect(found).toContainText('Renew the passport');
    await page.waitForTimeout(800);
    await expect(found).toContainText('Renew the passport');
    await expect(found).not.toContainText('Dentist');
    await accessible(page);
    await page.keyboard.press('Enter');
    await expect(form(page, 'edit-task')).toBeVisible();
  });

  test('adds what was typed, and takes it back', async ({ page, open, api }) => {
    await open('/tasks');
    await type(page, 'Remind me to water the cactus tomorrow');
    await expect(chosen(page)).toHaveText(/Tell the assistant.*New task/);
    await page.keyboard.press('Enter');
    await expect(row(page, 'water the cactus').edit.or(row(page, 'Water the cactus').edit)).toBeVisible();
    await type(page, 'undo');
    await expect(chosen(page)).toHaveText(/Undo the last change/);
    await page.keyboard.press('Enter');
    await expect(toast(page)).toContainText('Took back');
    await expect.poll(() => api.rows('tasks')).toEqual([]);
  });

  test('shows all keys, of which it is one', async ({ page, open, person }) => {
    expect(person.token).toBeTruthy();
    await open('/calendar');
    await page.keyboard.press('/');
    await page.keyboard.type('keys');
    await expect(chosen(page)).toHaveText(/All keys/);
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toBeVisible();
    await expect(sheet.getByRole('row', { name: /Ctrl K/ })).toBeVisible();
  });

  test('fits the smallest phone', async ({ page, open, api, accessible }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await fillPlanner(api);
    await open('/tasks');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.getByRole('combobox').fill('the');
    await expect(page.getByRole('group', { name: 'Found' })).toBeVisible();
    const box = await page.getByRole('dialog', PALETTE).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    await accessible(page);
  });
});

/** Opens the palette and types. */
async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(words);
}

/** The option that Enter chooses, by both of its marks. */
function chosen(page: Page) {
  return page.locator('#palette-options [aria-selected="true"]');
}
